import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Report } from '../../src/report/report.ts';
import { whyNoBengal } from '../support/built-by-bengal.ts';
import { readTree } from '../archive/tree.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

// A repository that shares files between sites by symbolic links, from checkout to store and back, built by real Bengal.

const root = resolve(import.meta.dirname, '../..');
const BENGAL = join(root, '.cache/bengal/bin/bengal');
const PYTHON = join(root, '.cache/bengal/bin/python');

function run(command: string, args: readonly string[], cwd: string): string {
  const ended = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, PYTHONHASHSEED: '0' } });
  assert.equal(ended.status, 0, `${command} ${args.join(' ')}\n${ended.stdout}\n${ended.stderr}`);
  return ended.stdout + ended.stderr;
}

interface Ended {
  readonly report: Report;
  /** What each command of the job said. */
  readonly said: string;
}

describe('a site with symbolic links', { skip: whyNoBengal() }, () => {
  let folder: TemporaryFolder;
  let [checkout, site] = ['', ''];
  before(async () => {
    folder = await temporaryFolder();
    checkout = join(folder.path, 'checkout');
    site = join(checkout, 'site');
  });
  after(() => folder[Symbol.asyncDispose]());

  /** A fresh checkout: the site, and beside it what it shares. */
  function checkOut(): void {
    rmSync(checkout, { recursive: true, force: true });
    cpSync(join(root, 'examples/lighthouse/site'), site, { recursive: true });
    const shared = join(checkout, 'shared');
    mkdirSync(shared);
    // A section, a page and a data file that lie elsewhere in the checkout, and the folder that is published.
    renameSync(join(site, 'content/lamps'), join(shared, 'lamps'));
    renameSync(join(site, 'content/about.md'), join(shared, 'about.md'));
    renameSync(join(site, 'data/watches.yaml'), join(shared, 'watches.yaml'));
    symlinkSync('../../shared/lamps', join(site, 'content/lamps'));
    symlinkSync('../../shared/about.md', join(site, 'content/about.md'));
    symlinkSync('../../shared/watches.yaml', join(site, 'data/watches.yaml'));
    mkdirSync(join(site, 'www'));
    writeFileSync(join(site, 'www/.gitkeep'), '');
    symlinkSync('www', join(site, 'public'));
    for (const args of [
      ['init', '--quiet'],
      ['add', '--all', '--force'],
    ])
      run('git', args, checkout);
  }

  const cli = (...args: readonly string[]): string =>
    run(
      process.execPath,
      [
        ...[join(root, 'src/entry/cli.ts'), ...args, '--site', site],
        ...['--environment', 'production', '--python', PYTHON],
      ],
      root,
    );

  function job(edit: () => void): Ended {
    checkOut();
    edit();
    const store = ['--store', join(folder.path, 'store')];
    let said = cli('restore', ...store);
    const reportFile = join(folder.path, 'report.json');
    const ended = spawnSync(
      process.execPath,
      [
        ...[join(root, 'src/entry/cli.ts'), 'report', '--prepare', '--format', 'json', '--site', site],
        ...['--environment', 'production', '--python', PYTHON],
      ],
      { cwd: root, encoding: 'utf8' },
    );
    assert.equal(ended.status, 0, ended.stderr);
    writeFileSync(reportFile, ended.stdout);
    const report = JSON.parse(ended.stdout) as Report;
    said += ended.stderr;
    if (report.gate.mode !== 'skip') {
      const build = `. ./.bengal-cache/build.env && "${BENGAL}" build --environment production ${report.gate.buildArgs.join(' ')}`;
      run('sh', ['-c', build], site);
      said += cli('record') + cli('save', ...store);
    }
    return { report, said };
  }

  function assertPublishedAsByFullBuild(): void {
    assert.equal(lstatSync(join(site, 'public')).isSymbolicLink(), true, 'the link stays');
    const reference = join(folder.path, 'reference');
    rmSync(reference, { recursive: true, force: true });
    cpSync(checkout, reference, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => !/\/(?:www\/.*|\.bengal|\.bengal-cache)$/.test(path),
    });
    run(BENGAL, ['build', '--environment', 'production', '--no-incremental'], join(reference, 'site'));
    const [got, wanted] = [outputOf(site), outputOf(join(reference, 'site'))];
    assert.deepEqual([...got.keys()], [...wanted.keys()]);
    const different = [...wanted].filter(([path, content]) => got.get(path) !== content).map(([path]) => path);
    assert.deepEqual(different, []);
  }

  test('is built in full, recorded and saved the first time', () => {
    const { report, said } = job(() => undefined);
    assert.equal(report.gate.mode, 'full');
    assert.deepEqual(report.warnings, []);
    assert.match(said, /of a full build/);
    assertPublishedAsByFullBuild();
  });

  test('is skipped where nothing changed, with its output where the link leads', () => {
    const { report } = job(() => undefined);
    assert.deepEqual([report.gate.mode, report.warnings], ['skip', []], JSON.stringify(report.gate.reasons));
    assertPublishedAsByFullBuild();
  });

  const EDITS: Readonly<Record<string, () => void>> = {
    'a page in a linked folder': () => appendFileSync(join(checkout, 'shared/lamps/oil.md'), '\nTrim the wick.\n'),
    'a linked page': () => appendFileSync(join(checkout, 'shared/about.md'), '\nMore about it.\n'),
    'a linked data file': () =>
      writeFileSync(
        join(checkout, 'shared/watches.yaml'),
        readFileSync(join(checkout, 'shared/watches.yaml'), 'utf8').replace(/[a-z]{5}/, 'other'),
      ),
    'a page beside them': () => appendFileSync(join(site, 'content/keepers/relief.md'), '\nMore.\n'),
  };
  for (const [what, edit] of Object.entries(EDITS)) {
    test(`keeps what is the same after an edit of ${what}, and publishes what a full build would`, () => {
      const { report, said } = job(edit);
      assert.deepEqual([report.gate.mode, report.warnings], ['incremental', []], JSON.stringify(report.gate.reasons));
      assert.match(said, /The build kept \d+ of \d+ pages/);
      assertPublishedAsByFullBuild();
    });
  }

  test('is never skipped, and says so in one warning, where a link leads out of the checkout, and publishes what a full build would', () => {
    const outside = join(folder.path, 'outside.md');
    writeFileSync(outside, '---\ntitle: Outside\n---\nNobody knows of this.\n');
    const { report } = job(() => symlinkSync(outside, join(site, 'content/outside.md')));
    assert.notEqual(report.gate.mode, 'skip', JSON.stringify(report.gate.reasons));
    assert.equal(report.warnings.length, 1, JSON.stringify(report.warnings));
    assert.match(report.warnings.join(), /^content\/outside\.md is a symbolic link that leads out of the checkout/);
    assertPublishedAsByFullBuild();
  });

  test('is built in full, with one warning, where the output leads out of the checkout, and nothing is touched there', async () => {
    const outside = join(folder.path, 'outside');
    mkdirSync(outside);
    writeFileSync(join(outside, 'theirs.html'), 'theirs');
    const before = await readTree(outside);
    checkOut();
    rmSync(join(site, 'public'));
    symlinkSync(outside, join(site, 'public'));
    const said = cli('report', '--prepare');
    assert.equal(said.match(/warning/gi)?.length, 1, said);
    assert.deepEqual(await readTree(outside), before);
  });
});

/** Differs between two full builds of the same tree. */
const NOISE =
  /^(?:graph\/graph\.json|bengal\/build\.(?:json|svg)|changelog\.json|index\.json\.hash|\.gitkeep)$|(?:^|\/)index\.json$/;

function outputOf(site: string): Map<string, string> {
  const place = join(site, 'www');
  const listed = spawnSync('find', ['.', '-type', 'f'], { cwd: place, encoding: 'utf8' }).stdout.trim().split('\n');
  const paths = listed.map((path) => path.slice(2)).sort();
  return new Map(
    paths
      .filter((path) => !NOISE.test(path))
      .map((path) => [
        path,
        readFileSync(join(place, path), 'latin1')
          .replace(/(<meta name="bengal:content-hash" content=")\w*"/g, '$1"')
          .replace(/data-page-url="(?:<|&lt;)function [^"]*"/g, 'data-page-url=""')
          .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME'),
      ]),
  );
}
