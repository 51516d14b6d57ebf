/** What the companion does with plans, samples and calls of Bengal that are not as expected. */
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openBench, type Bench, type Built, type PlanFields } from '../../scripts/equality/bench.ts';
import { differences, readOutput, type Tree } from '../../scripts/equality/trees.ts';
import { suiteSites } from '../../scripts/gate-suite/edits.ts';
import { sha256 } from '../../src/core/digest.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';

const ARGS = ['--environment', 'production'];
const PAGE = 'lamps/lens/index.html';

describe('a build with the companion', { skip: whyNoBengal() }, () => {
  let folder: string;
  let bench: Bench;
  let full: Tree;

  before(() => {
    const [lighthouse] = suiteSites();
    assert.ok(lighthouse !== undefined);
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'companion-')));
    bench = openBench({
      folder,
      bengal: join(import.meta.dirname, '../../.cache/bengal/bin/bengal'),
      below: '',
      output: 'public',
    });
    bench.lay(lighthouse.source);
    const base = bench.build({ args: ARGS, plan: { mode: 'full' } });
    assert.equal(base.journal?.status, 'finished', base.journal?.why ?? base.log);
    full = readOutput(join(bench.site, 'public'));
    bench.save(join(folder, 'base'));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  function build(plan: PlanFields, change: () => void = () => undefined, judge: 'trace' | 'truth' = 'trace'): Built {
    bench.restore(join(folder, 'base'));
    change();
    return bench.build({ args: ARGS, plan, judge });
  }

  const outputs = (): Tree => readOutput(join(bench.site, 'public'));
  const file = (path: string): string => join(bench.site, path);

  test('says in its journal which trace and which state it left', () => {
    const { journal } = build({ mode: 'incremental' });
    assert.equal(journal?.status, 'finished', journal?.why);
    assert.equal(journal.traceDigest, sha256(readFileSync(file('.bengal/trace.zst'))));
    assert.equal(journal.stateDigest, sha256(readFileSync(file('.bengal/cache.json.zst'))));
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('links what it keeps, and renders what the plan names', () => {
    const { journal } = build({ mode: 'incremental', render: [PAGE], sample: 0 });
    assert.equal(journal?.pages.rendered.find(({ output }) => output === PAGE)?.why, 'planned');
    const [kept = ''] = journal.pages.kept;
    assert.equal(statSync(file(`public/${kept}`)).ino, statSync(file(`.bengal-cache/previous/${kept}`)).ino);
    assert.notEqual(statSync(file(`public/${PAGE}`)).ino, statSync(file(`.bengal-cache/previous/${PAGE}`)).ino);
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('renders everything when a page of the sample differs, and has the evidence', () => {
    const spoil = (): void => {
      const page = file(`public/${PAGE}`);
      writeFileSync(page, readFileSync(page, 'utf8').replace('</main>', '<p>spoilt</p></main>'));
    };
    const { journal } = build({ mode: 'incremental', sample: 1000 }, spoil);
    assert.deepEqual(
      journal?.sample.different.map(({ output }) => output),
      [PAGE],
    );
    assert.deepEqual(journal.pages.kept, []);
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('keeps nothing of what it did not compare when one of the sample differs', () => {
    const spoil = (): void => {
      for (const { file: page } of differences(full, new Map()).filter((each) => each.file.endsWith('index.html')))
        if (!/^(?:graph|search)/.test(page)) writeFileSync(file(`public/${page}`), 'spoilt');
    };
    const { journal } = build({ mode: 'incremental', sample: 1 }, spoil);
    assert.equal(journal?.sample.different.length, 1);
    assert.deepEqual(journal.pages.kept, []);
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('renders and compares every page in an audit', () => {
    const { journal } = build({ mode: 'incremental', verify: 'all', sample: 0 });
    assert.deepEqual(journal?.pages.kept, []);
    assert.ok(journal.sample.compared > 10);
    assert.deepEqual(journal.sample.different, []);
  });

  test('keeps assets, and no page, in a full build', () => {
    const { journal } = build({ mode: 'full' });
    assert.deepEqual(journal?.pages.kept, []);
    assert.ok('kept' in journal.assets, JSON.stringify(journal.assets));
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('keeps the other assets when one changed, and Bengal processes that one', () => {
    const { journal } = build({ mode: 'incremental' }, () => {
      mkdirSync(file('assets/js'), { recursive: true });
      writeFileSync(file('assets/js/lamp.js'), 'export const lamp = 1; // lit\n');
    });
    assert.ok(journal !== undefined && 'kept' in journal.assets && journal.assets.kept > 5, JSON.stringify(journal));
    const after = outputs();
    const written = [...after.keys()].filter((path) => path.startsWith('assets/js/lamp'));
    assert.equal(written.length, 1);
    const { assets } = JSON.parse(readFileSync(file('public/asset-manifest.json'), 'utf8')) as {
      assets: Record<string, { output_path: string }>;
    };
    assert.equal(assets['js/lamp.js']?.output_path, written[0]);
    assert.ok(Object.values(assets).every(({ output_path }) => after.has(output_path)));
    const others = new Map([...after].filter(([path]) => path !== written[0] && path !== 'asset-manifest.json'));
    assert.deepEqual(
      differences(others, full).filter(({ file: path }) => path !== 'asset-manifest.json'),
      [],
    );
  });

  test('processes assets when one is gone from the previous output', () => {
    const { journal } = build({ mode: 'incremental' }, () => {
      const { assets } = JSON.parse(readFileSync(file('public/asset-manifest.json'), 'utf8')) as {
        assets: Record<string, { output_path: string }>;
      };
      rmSync(file(`public/${Object.values(assets)[0]?.output_path ?? ''}`));
    });
    assert.ok(journal !== undefined && 'processed' in journal.assets);
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('renders a page that is missing from the previous output', () => {
    const { journal } = build({ mode: 'incremental' }, () => rmSync(file(`public/${PAGE}`)));
    assert.equal(journal?.pages.rendered.find(({ output }) => output === PAGE)?.why, 'missing');
    assert.deepEqual(differences(outputs(), full), []);
  });

  test('renders everything without the trace, and records it', () => {
    const { journal } = build({ mode: 'incremental' }, () => rmSync(file('.bengal/trace.zst')));
    assert.deepEqual(journal?.pages.kept, []);
    assert.ok(existsSync(file('.bengal/trace.zst')));
    assert.deepEqual(differences(outputs(), full), []);
  });
});
