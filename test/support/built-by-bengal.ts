import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { record, type Recorded } from '../../src/record/record.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import { siteInputs } from './inputs.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const BENGAL = join(root, '.cache/bengal/bin/bengal');

/** Why there is no Bengal for a test; a test passes it on as `skip`. */
export function whyNoBengal(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'real Bengal takes a while: npm run test:bengal';
  return existsSync(BENGAL) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

/** A site that real Bengal builds, in one place all the time, since its state is bound to that. */
export interface BuiltSite extends AsyncDisposable {
  readonly path: string;
  readonly inputs: SiteInputs;
  /** What Bengal says. */
  build(...args: readonly string[]): string;
  record(): Promise<Recorded>;
  /** A copy of everything, times included, to come back to. */
  keep(name: string): void;
  restore(name: string): void;
  /** Contents of the output by path, without what differs between two builds of the same tree. */
  output(): Map<string, string>;
}

export async function builtSite(lay: (path: string) => void): Promise<BuiltSite> {
  const folder = await temporaryFolder();
  const path = join(folder.path, 'site');
  lay(path);
  const inputs = siteInputs({ site: path });
  const copy = { recursive: true, preserveTimestamps: true } as const;
  return {
    path,
    inputs,
    build(...args) {
      const env = { ...process.env, PYTHONHASHSEED: '0' };
      const command = ['build', '--environment', 'production', ...args];
      const { status, stdout, stderr } = spawnSync(BENGAL, command, { cwd: path, encoding: 'utf8', env });
      assert.equal(status, 0, `${stdout}\n${stderr}`);
      return stdout;
    },
    record: () => record({ inputs, variables: {}, commit: undefined, now: '2026-11-21T08:00:00Z' }),
    keep: (name) => {
      cpSync(path, join(folder.path, name), copy);
    },
    restore: (name) => {
      rmSync(path, { recursive: true });
      cpSync(join(folder.path, name), path, copy);
    },
    output: () => readOutput(join(path, 'public')),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
}

/** The sample site. It has no feed, and Bengal 0.5.1 takes a missing one for a lost output: it would never skip a build. */
export function layLighthouse(path: string): void {
  cpSync(join(root, 'examples/lighthouse/site'), path, { recursive: true });
  mkdirSync(join(path, 'public'));
  writeFileSync(join(path, 'public/rss.xml'), '');
}

/** Written anew by every build, with the time of it. */
const VOLATILE = /^(?:graph|search)\/|^404|changelog\.json$|content-signals\.json$|^index\.json|asset-manifest\.json$/;

function readOutput(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const plain = (text: string): string =>
    text.replace(/content-hash" content="\w*"/g, '').replace(/"last_modified": "[^"]*"/g, '');
  return new Map(
    paths
      .filter((path) => !VOLATILE.test(path))
      .sort()
      .map((path) => [path, plain(readFileSync(join(folder, path), 'latin1'))]),
  );
}
