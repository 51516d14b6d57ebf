import assert from 'node:assert/strict';
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { DoubtKind } from '../../src/affected/reason.ts';
import { unpackArchive } from '../../src/archive/unpack.ts';
import { analyse } from '../../src/flow/analyse.ts';
import { record } from '../../src/record/record.ts';
import type { SiteInputs } from '../../src/inputs/inputs.ts';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

// What a full build by real Bengal changed for each of many small edits, recorded by scripts/record-case.ts, against
// what we say. The site stands at another path than the one where it was built.

/** Of all pages that we name over the edits of a case, how many did change: measured, rounded down. */
const PRECISION: Readonly<Record<string, number>> = { orchard: 0.92, ferry: 0.91 };

/** Changes that any page may show, so that all pages are named. Whatever else changes can be followed to single pages. */
const TOUCHES_ALL: readonly DoubtKind[] = ['config-changed', 'config-unknown'];

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
    const state = join(temporary.path, 'state');
    const inputsAt = (site: string): SiteInputs => ({
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
      fullEvery: { builds: 50, time: 7 * 86_400_000 },
      verifySample: 8,
      verify: 'sample',
      bytecode: false,
    });
    const layOut = (site: string): void => {
      rmSync(site, { recursive: true, force: true });
      cpSync(join(folder, 'site'), site, { recursive: true });
      cpSync(state, site, { recursive: true, preserveTimestamps: true });
    };
    const reportAt = async (site: string): Promise<Report> => {
      const cache = { kind: 'not-asked' } as const;
      const options = { variables: {}, policy: 'auto', unprepared: undefined, cache, warnings: [] } as const;
      return (await analyse({ inputs: inputsAt(site), ...options })).report;
    };
    const reportOf = async (edit: string, site: string): Promise<Report> => {
      const from = join(folder, 'scenarios', edit);
      layOut(site);
      for (const path of (readJson(join(from, 'scenario.json')) as Scenario).deleted) rmSync(join(site, path));
      if (existsSync(join(from, 'overlay'))) cpSync(join(from, 'overlay'), site, { recursive: true });
      return await reportAt(site);
    };
    mkdirSync(state);
    const file = join(folder, 'state.tar.zst');
    assert.equal((await unpackArchive({ file, into: state, allow: () => true })).kind, 'unpacked');
    const site = join(temporary.path, 'site');
    layOut(site);
    const options = { variables: {}, commit: undefined, now: '2026-11-21T08:00:00Z' };
    const recorded = await record({ inputs: inputsAt(site), ...options });
    assert.equal(recorded.kind, 'recorded');
    cpSync(join(site, '.bengal'), join(state, '.bengal'), { recursive: true, preserveTimestamps: true });

    let named = 0;
    let right = 0;
    const reports = new Map<string, Report>();
    for (const edit of readdirSync(join(folder, 'scenarios')).sort()) {
      const { what, truth } = readJson(join(folder, 'scenarios', edit, 'scenario.json')) as Scenario;
      const report = await reportOf(edit, site);
      reports.set(edit, report);
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
    test('all pages are named only for settings that any page may depend on', () => {
      const widened = [...reports].filter(([, { affected }]) => affected.all);
      for (const [edit, { affected }] of widened)
        assert.deepEqual(
          affected.because.filter(({ kind }) => !TOUCHES_ALL.includes(kind)),
          [],
          edit,
        );
      assert.ok(widened.length < reports.size / 10, widened.map(([edit]) => edit).join(', '));
    });
    const [edited = '', report] = [...reports].find(([edit]) => edit.startsWith('title-')) ?? [];
    const moved = await reportOf(edited, join(temporary.path, 'some', 'other place'));
    test('where the site lies makes no difference', () => {
      assert.ok((report?.affected.pages.length ?? 0) > 1);
      assert.deepEqual(moved.affected, report?.affected);
    });
    layOut(site);
    appendFileSync(join(site, 'config', '_default', 'site.yaml'), 'tagline: Another\n');
    const configured = await reportAt(site);
    test('a setting that no template shows affects at most what is filled in in texts, and nothing is skipped for it', () => {
      assert.equal(configured.affected.all, false);
      const reasons = configured.affected.pages.flatMap((page) => page.reasons.map(({ kind }) => kind));
      assert.deepEqual(
        [...new Set(reasons)].filter((kind) => kind !== 'config'),
        [],
      );
      assert.ok(configured.affected.pages.length < everyPage.length / 5);
      assert.equal(configured.gate.mode, 'incremental');
      assert.deepEqual(
        configured.gate.reasons.map(({ kind }) => kind).filter((kind) => kind !== 'pages-affected'),
        ['config'],
      );
    });
    layOut(site);
    appendFileSync(join(site, 'config', '_default', 'site.yaml'), 'content_dir: content\n');
    const upstream = await reportAt(site);
    test('a setting by which Bengal finds pages affects all of them, which is said once', () => {
      assert.deepEqual(
        [upstream.affected.all, upstream.affected.because.map(({ kind }) => kind)],
        [true, ['config-changed']],
      );
    });
    test('few pages are named for nothing', (t) => {
      const measured = right / named;
      t.diagnostic(`precision ${measured.toFixed(3)}`);
      assert.ok(measured >= precision, `precision ${measured.toFixed(3)} is below ${precision}`);
    });
  });
}
