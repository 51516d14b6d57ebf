import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { record } from '../../src/record/record.ts';
import { siteInputs } from './inputs.ts';
import { temporaryFolder } from './temporary-folder.ts';

const CASES = join(import.meta.dirname, '..', 'cases');

/** What real Bengal made of one edit. */
export interface RecordedEdit {
  readonly name: string;
  /** Pages that a full build changes, adds or removes. */
  readonly truth: readonly string[];
  /** What Bengal printed when it was asked what its incremental build would select. */
  readonly selection: string;
}

/** A site of `test/cases` with the state that real Bengal left, recorded by us, on disk at another path. */
export interface RecordedCase extends AsyncDisposable {
  readonly site: string;
  /** Where the state was built: answers of Bengal name its files. */
  readonly builtAt: string;
  readonly edits: readonly RecordedEdit[];
  /** Makes the tree that of the edit. */
  lay(edit: string): void;
}

export async function recordedCase(name: string): Promise<RecordedCase> {
  const folder = join(CASES, name);
  const temporary = await temporaryFolder();
  const site = join(temporary.path, 'site');
  /** Sources alone: what Bengal left stays where it is, and nobody here writes into it. */
  const layOut = (): void => {
    for (const name of readdirSync(site))
      if (name !== '.bengal' && name !== 'public') rmSync(join(site, name), { recursive: true });
    cpSync(join(folder, 'site'), site, { recursive: true });
  };
  mkdirSync(site);
  const file = join(folder, 'state.tar.zst');
  assert.equal((await unpackArchive({ file, into: site, allow: () => true })).kind, 'unpacked');
  layOut();
  const inputs = siteInputs({ site });
  await record({ inputs, variables: {}, commit: undefined, now: '2026-11-21T08:00:00Z' });
  const scenarios = join(folder, 'scenarios');
  const { built_at: builtAt } = readJson(join(folder, 'case.json')) as { built_at: string };
  return {
    site,
    builtAt,
    edits: readdirSync(scenarios)
      .sort()
      .map((edit) => ({
        name: edit,
        truth: scenario(scenarios, edit).truth.pages,
        selection: readFileSync(join(scenarios, edit, 'selection.txt'), 'utf8'),
      })),
    lay(edit) {
      layOut();
      for (const path of scenario(scenarios, edit).deleted) rmSync(join(site, path));
      const overlay = join(scenarios, edit, 'overlay');
      if (existsSync(overlay)) cpSync(overlay, site, { recursive: true });
    },
    [Symbol.asyncDispose]: () => temporary[Symbol.asyncDispose](),
  };
}

interface Scenario {
  readonly deleted: readonly string[];
  readonly truth: { readonly pages: readonly string[] };
}

function scenario(folder: string, edit: string): Scenario {
  return readJson(join(folder, edit, 'scenario.json')) as Scenario;
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
