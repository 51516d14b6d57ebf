/** What a build left in the output, in a form in which equal means equal. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sha256 } from '../../src/core/digest.ts';
import { withoutNoise } from '../../src/delta/noise.ts';

/** Path -> what it holds, as text when it is text. */
export type Tree = ReadonlyMap<string, string>;

const TEXT = /\.(?:html|json|xml|txt|md|css|js|svg|hash|webmanifest|map)$/;

/** The output, noise taken away. */
export function readOutput(folder: string): Tree {
  return new Map(
    filesBelow(folder).map((path) => {
      const file = relative(folder, path);
      if (!TEXT.test(file)) return [file, sha256(readFileSync(path))] as const;
      return [file, withoutNoise(file, readFileSync(path, 'utf8'))] as const;
    }),
  );
}

export function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

export interface Difference {
  readonly file: string;
  /** Where the two part, a few letters of each. */
  readonly here: string;
  readonly full: string;
}

export function differences(here: Tree, full: Tree): Difference[] {
  const files = [...new Set([...here.keys(), ...full.keys()])].sort();
  return files
    .filter((file) => here.get(file) !== full.get(file))
    .map((file) => parting(file, here.get(file), full.get(file)));
}

function parting(file: string, here: string | undefined, full: string | undefined): Difference {
  if (here === undefined || full === undefined) {
    return {
      file,
      here: here === undefined ? '(missing)' : '(there)',
      full: full === undefined ? '(missing)' : '(there)',
    };
  }
  let at = 0;
  while (at < here.length && here[at] === full[at]) at++;
  const [start, end] = [Math.max(0, at - 60), at + 60];
  return { file, here: here.slice(start, end), full: full.slice(start, end) };
}
