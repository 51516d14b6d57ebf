import { appendFileSync, cpSync, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { exchangePaths } from '../../src/companion/exchange-folder.ts';
import { endBuild } from './journals.ts';

const LIGHTHOUSE = join(import.meta.dirname, '..', '..', 'examples', 'lighthouse');
const MANIFEST = 'ci-manifest.json.zst';

/** The sources of the sample site. */
export function laySources(site: string): void {
  cpSync(join(LIGHTHOUSE, 'site'), site, { recursive: true });
}

/**
 * State and output of the recorded build as a job restores them: with our manifest, and what its pages read. It was built
 * in another folder, as it may have been for any user.
 */
export function layRecorded(site: string): void {
  cpSync(join(LIGHTHOUSE, 'recorded'), site, { recursive: true });
}

/** What the recorded build itself left, before anybody recorded it. */
export function layBuild(site: string, wanted: (path: string) => boolean = () => true): void {
  const filter = (path: string): boolean => basename(path) !== MANIFEST && wanted(path);
  cpSync(join(LIGHTHOUSE, 'recorded'), site, { recursive: true, filter });
}

/** Stands for the build of a job: lays down what the recorded one left. Upon another state it is another build. */
export function runBuild(site: string): void {
  const again = existsSync(join(site, '.bengal'));
  layBuild(site);
  if (again) appendFileSync(join(site, '.bengal/provenance/index.json'), '\n');
  // Where it was prepared, the companion in it ends with its journal.
  if (existsSync(exchangePaths(site).plan)) endBuild(site);
}
