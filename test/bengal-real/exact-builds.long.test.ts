import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_EDITS } from '../../scripts/demo-edits.js';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

// The command line on a site that real Bengal builds: build, record, edit, prepare, build, record. What lies in the output
// after each turn is held against a full build of the same tree by Bengal alone.

const root = resolve(import.meta.dirname, '../..');
const BENGAL = join(root, '.cache/bengal/bin/bengal');
const PYTHON = join(root, '.cache/bengal/bin/python');
const TURNS = 10;

function whyNot(): string | false {
  if (process.env['REAL_BENGAL'] === undefined) return 'real Bengal takes a while: npm run test:bengal';
  return existsSync(BENGAL) ? false : 'there is no Bengal here: node scripts/install-bengal.ts gets it';
}

function run(command: string, args: readonly string[], cwd: string): string {
  const ended = spawnSync(command, args, { cwd, encoding: 'utf8', env: { ...process.env, PYTHONHASHSEED: '0' } });
  assert.equal(ended.status, 0, `${command} ${args.join(' ')}\n${ended.stdout}\n${ended.stderr}`);
  return ended.stdout;
}

const cli = (args: readonly string[], site: string): string =>
  run(
    process.execPath,
    [join(root, 'src/entry/cli.ts'), ...args, '--site', site, '--environment', 'production', '--python', PYTHON],
    root,
  );
const prepare = (site: string): Report => JSON.parse(cli(['report', '--prepare', '--format', 'json'], site)) as Report;

/** As a shell does it that reads the variables which the preparation left. */
function buildPrepared(site: string, { gate }: Report): string {
  const command = `. ./.bengal-cache/build.env && "${BENGAL}" build --environment production ${gate.buildArgs.join(' ')}`;
  return run('sh', ['-c', command], site);
}

/** Of every output that is no noise; what differs between two identical full builds is masked. */
function outputOf(site: string): Map<string, string> {
  const folder = join(site, 'public');
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)).sort();
  return new Map(
    paths
      .filter((path) => !NOISE.test(path))
      .map((path) => [
        path,
        readFileSync(join(folder, path), 'latin1')
          .replace(/(<meta name="bengal:content-hash" content=")\w*"/g, '$1"')
          .replace(/data-page-url="(?:<|&lt;)function [^"]*"/g, 'data-page-url=""')
          .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?/g, 'TIME'),
      ]),
  );
}

/** Positions in the graph, build numbers, the change log, and the digest of a file with times in it. */
const NOISE =
  /^(?:graph\/graph\.json|bengal\/build\.(?:json|svg)|changelog\.json|index\.json\.hash)$|(?:^|\/)index\.json$/;

function assertEqualToFullBuild(site: string, reference: string, what: string): void {
  rmSync(reference, { recursive: true, force: true });
  cpSync(site, reference, {
    recursive: true,
    filter: (path) => !/\/(?:public|\.bengal|\.bengal-cache)(?:\/|$)/.test(path),
  });
  // Bengal writes absolute paths nowhere in this site's output.
  run(BENGAL, ['build', '--environment', 'production', '--no-incremental'], reference);
  const [got, wanted] = [outputOf(site), outputOf(reference)];
  assert.deepEqual([...got.keys()], [...wanted.keys()], what);
  const different = [...wanted].filter(([path, content]) => got.get(path) !== content).map(([path]) => path);
  assert.deepEqual(different, [], what);
}

describe('a build in which the companion keeps pages', { skip: whyNot() }, () => {
  let folder: TemporaryFolder;
  let [site, reference] = ['', ''];
  before(async () => {
    folder = await temporaryFolder();
    [site, reference] = [join(folder.path, 'site'), join(folder.path, 'reference/site')];
    cpSync(join(root, 'examples/lighthouse/site'), site, { recursive: true });
  });
  after(() => folder[Symbol.asyncDispose]());

  test('a first build is a full one, and records what its pages read', () => {
    const report = prepare(site);
    assert.equal(report.gate.mode, 'full');
    buildPrepared(site, report);
    assert.match(cli(['record'], site), /of a full build[^]*The build rendered all \d+ pages/);
    assert.ok(existsSync(join(site, '.bengal/trace.zst')));
    assert.equal(existsSync(join(site, '.bengal-cache/plan.json')), false, 'a plan is used once');
  });

  test('where nothing changed there is nothing to do, and the output stays where it is', () => {
    assert.equal(prepare(site).gate.mode, 'skip');
    assert.ok(existsSync(join(site, 'public/index.html')));
  });

  test(`${String(TURNS)} turns of editing, preparing, building and recording end where full builds do`, () => {
    const edits = Object.entries(DEMO_EDITS);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const [name, edit] = edits[turn % edits.length] ?? assert.fail('there are no edits');
      if (turn < edits.length) edit.apply(site);
      else appendFileSync(join(site, 'content/about.md'), `\nTurn ${String(turn)}.\n`);
      const report = prepare(site);
      if (report.gate.mode === 'skip') continue;
      assert.equal(report.gate.mode, 'incremental', `${name}: ${JSON.stringify(report.gate.reasons)}`);
      buildPrepared(site, report);
      // Every page of this site shows its title.
      const kept = name === 'config' ? /The build rendered all \d+ pages/ : /The build kept \d+ of \d+ pages/;
      const said = cli(['record'], site);
      assert.match(said, /of a full build/, name);
      assert.match(said, kept, name);
      assertEqualToFullBuild(site, reference, name);
    }
  });

  test('a build that was prepared and never ran leaves the output as it was', () => {
    const before = outputOf(site);
    appendFileSync(join(site, 'content/about.md'), '\nOnce more.\n');
    assert.equal(prepare(site).gate.mode, 'incremental');
    assert.equal(existsSync(join(site, 'public/index.html')), false);
    assert.equal(prepare(site).gate.mode, 'incremental', 'the output came back before it was looked at');
    cli(['report'], site);
    const report = prepare(site);
    buildPrepared(site, report);
    cli(['record'], site);
    assert.notDeepEqual(outputOf(site), before);
    assertEqualToFullBuild(site, reference, 'after three preparations');
  });

  test('a build that nobody recorded makes the next one a full one', () => {
    appendFileSync(join(site, 'content/about.md'), '\nNobody records this.\n');
    buildPrepared(site, prepare(site));
    const report = prepare(site);
    assert.equal(report.gate.mode, 'full');
    buildPrepared(site, report);
    cli(['record'], site);
    assertEqualToFullBuild(site, reference, 'after a build that nobody recorded');
  });
});
