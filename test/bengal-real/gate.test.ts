import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { BENGAL } from '../../scripts/gate-suite/bengal-site.ts';
import { suiteSites } from '../../scripts/gate-suite/edits.ts';
import { brokenLaws, prepareBench, tryEdit, type Bench } from '../../scripts/gate-suite/trial.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

// A part of `npm run gate:suite`, which tries a hundred edits on three sites.

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'real Bengal takes a while: npm run test:bengal';
  return existsSync(BENGAL) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

/** What the gate says of each under `strict` and under `preview`. */
const EDITS: Readonly<Record<string, readonly [strict: string, preview: string]>> = {
  'line-ends': ['skip', 'skip'],
  title: ['full', 'incremental'],
  template: ['full', 'incremental'],
  'new-page': ['full', 'incremental'],
  'tag-added': ['full', 'incremental'],
  'delete-page': ['full', 'full'],
};

describe('doing what the gate says', { skip: whyNot() }, () => {
  let folder: TemporaryFolder;
  let bench: Bench;
  before(async () => {
    folder = await temporaryFolder();
    const [site] = suiteSites();
    bench = prepareBench(site!, { folder: folder.path });
  });
  after(() => folder[Symbol.asyncDispose]());

  for (const [name, modes] of Object.entries(EDITS))
    test(`after the edit "${name}" gives what a full build gives, or in a preview no stale page`, () => {
      const trial = tryEdit(
        bench.site.edits.find((edit) => edit.name === name)!,
        bench,
      );
      assert.deepEqual(brokenLaws(trial), []);
      assert.deepEqual([trial.outcomes.strict.mode, trial.outcomes.preview.mode], modes);
    });
});
