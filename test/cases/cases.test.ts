import assert from 'node:assert/strict';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { record } from '../../src/flow/record.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// What a full build by real Bengal changed for each of many small edits, recorded by scripts/record-case.ts, against
// what we say. The site stands at another path than the one where it was built.

/** Of all pages that we name over the edits of a case, how many did change: measured, rounded down. */
const PRECISION: Readonly<Record<string, number>> = { orchard: 0.4, ferry: 0.32 };

interface Scenario {
  readonly what: string;
  readonly deleted: readonly string[];
  readonly truth: { readonly pages: readonly string[]; readonly other_outputs: readonly string[] };
}

const NO_PAGE = /^(?:graph|search)\/|^404\.html$/;

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

for (const [name, precision] of Object.entries(PRECISION)) {
  describe(`edits of ${name}`, async () => {
    const folder = join(import.meta.dirname, name);
    const { bengal, python } = readJson(join(folder, 'case.json')) as { bengal: string; python: string };
    const { files } = readJson(join(folder, 'outputs.json')) as { files: string[] };
    const everyPage = files.filter((file) => file.endsWith('.html') && !NO_PAGE.test(file));
    await using temporary = await temporaryFolder();
    const site = join(temporary.path, 'site');
    const state = join(temporary.path, 'state');
    const inputs: SiteInputs = {
      site,
      outputDir: undefined,
      environment: 'production',
      profile: undefined,
      configFile: undefined,
      configHash: undefined,
      bengalVersion: bengal,
      buildFlags: [],
      pythonVersion: python.replace(/\.\d+$/, ''),
      gate: 'auto',
    };
    const layOut = (from: string): void => {
      rmSync(site, { recursive: true, force: true });
      cpSync(join(folder, 'site'), site, { recursive: true });
      cpSync(from, site, { recursive: true, preserveTimestamps: true });
    };
    mkdirSync(state);
    const file = join(folder, 'state.tar.zst');
    assert.equal((await unpackArchive({ file, into: state, allow: () => true })).kind, 'unpacked');
    layOut(state);
    const recorded = await record({ inputs, variables: {}, commit: undefined, now: '2026-11-21T08:00:00Z' });
    assert.equal(recorded.kind, 'recorded');
    cpSync(join(site, '.bengal'), join(state, '.bengal'), { recursive: true, preserveTimestamps: true });

    let named = 0;
    let right = 0;
    for (const edit of readdirSync(join(folder, 'scenarios')).sort()) {
      const from = join(folder, 'scenarios', edit);
      const { what, deleted, truth } = readJson(join(from, 'scenario.json')) as Scenario;
      layOut(state);
      for (const path of deleted) rmSync(join(site, path));
      if (existsSync(join(from, 'overlay'))) cpSync(join(from, 'overlay'), site, { recursive: true });
      const { report } = await analyse({
        inputs,
        variables: {},
        policy: 'strict',
        repair: false,
        cache: { kind: 'not-asked' },
        warnings: [],
      });
      const { affected, gate } = report;
      const pages = new Set(
        affected.all
          ? [...everyPage, ...truth.pages]
          : affected.pages.flatMap(({ output }) => (NO_PAGE.test(output) ? [] : [output])),
      );
      named += pages.size;
      right += truth.pages.filter((page) => pages.has(page)).length;
      test(`${edit}: ${what}`, () => {
        assert.deepEqual(
          truth.pages.filter((page) => !pages.has(page)),
          [],
          'pages that a full build changes and nobody named',
        );
        if (truth.pages.length + truth.other_outputs.length > 0) assert.notEqual(gate.mode, 'skip');
      });
    }
    test('few pages are named for nothing', (t) => {
      const measured = right / named;
      t.diagnostic(`precision ${measured.toFixed(3)}`);
      assert.ok(measured >= precision, `precision ${measured.toFixed(3)} is below ${precision}`);
    });
  });
}
