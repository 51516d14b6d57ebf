import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Output file -> what it says, without what two builds of one tree never have in common. */
export type Outputs = ReadonlyMap<string, string>;

/** Written by every build, and no page of an author. */
const SPECIAL = /^(?:graph|search)\/|^404\.html$/;
/** A digest over a file that holds times. */
const DIGEST_OF_TIMES = /(?:^|\/)index\.json\.hash$/;
const TIMESTAMP = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g;
const DAY_MS = 86_400_000;

export function isPage(file: string): boolean {
  return file.endsWith('.html') && !SPECIAL.test(file);
}

/**
 * Reads a whole output directory. Timestamps of these days stand for the time of a build or of a checkout; what an
 * author dates lies further back. Meta tags named `bengal:` hold a digest of the page with its times.
 */
export function readOutputs(folder: string, today = Date.now()): Outputs {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .filter((path) => !DIGEST_OF_TIMES.test(path))
    .sort();
  return new Map(paths.map((path) => [path, withoutNoise(path, readFileSync(join(folder, path), 'latin1'), today)]));
}

function withoutNoise(path: string, content: string, today: number): string {
  const isNow = (stamp: string): boolean => Math.abs(Date.parse(stamp.replace(' ', 'T')) - today) < 2 * DAY_MS;
  const timeless = content.replaceAll(TIMESTAMP, (stamp) => (isNow(stamp) ? 'TIME' : stamp));
  // Its entries stand in the order in which threads came to an end.
  if (path === 'changelog.json')
    return timeless
      .split('\n')
      .map((line) => line.replace(/,$/, ''))
      .sort()
      .join('\n');
  return path.endsWith('.html') ? timeless.replaceAll(/<meta name="bengal:[^>]*>/g, '') : timeless;
}

/** Files that are in one of the two alone, or say something else there. */
export function differingFiles(before: Outputs, after: Outputs): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}
