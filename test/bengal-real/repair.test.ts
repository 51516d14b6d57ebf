import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { DEMO_EDITS } from '../../scripts/demo-edits.ts';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const BENGAL = join(root, '.cache/bengal/bin/bengal');
const VERSIONS = ['--environment', 'production', '--bengal-version', '0.5.1', '--python-version', '3.14'];

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
  run(process.execPath, [join(root, 'src/entry/cli.ts'), ...args, '--site', site, ...VERSIONS], root);
const build = (site: string, args: readonly string[]): string =>
  run(BENGAL, ['build', '--environment', 'production', ...args], site);

/** HTML of every page, without what differs between two builds of the same tree. Special pages are rewritten by every build. */
function pagesOf(site: string): Map<string, string> {
  const files = readdirSync(join(site, 'public'), { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.html') && !/^(?:graph|search)[\\/]|^404/.test(file),
  );
  return new Map(
    files.map((file) => [
      file,
      readFileSync(join(site, 'public', file), 'utf8')
        .replace(/<meta[^>]*(?:content-hash|build-time)[^>]*>/gi, '')
        .replace(/\s+/g, ' '),
    ]),
  );
}

describe('an incremental build upon a repaired state', { skip: whyNot() }, () => {
  let folder: TemporaryFolder;
  let [checkout, saved] = ['', ''];
  const checkOut = (): void => {
    rmSync(checkout, { recursive: true, force: true });
    cpSync(join(root, 'examples/lighthouse/site'), checkout, { recursive: true });
  };
  before(async () => {
    folder = await temporaryFolder();
    [checkout, saved] = [join(folder.path, 'lighthouse'), join(folder.path, 'saved')];
    checkOut();
    build(checkout, ['--no-incremental']);
    cli(['record'], checkout);
    cpSync(checkout, saved, { recursive: true, preserveTimestamps: true });
  });
  after(() => folder[Symbol.asyncDispose]());

  for (const [name, edit] of Object.entries(DEMO_EDITS)) {
    test(`after the edit "${name}" it leaves no page that a full build changes as it was`, () => {
      // Jobs check out into the same folder each time: Bengal's state is bound to it.
      checkOut();
      edit.apply(checkout);
      build(checkout, ['--no-incremental']);
      const wanted = pagesOf(checkout);
      checkOut();
      for (const folder of ['.bengal', 'public'])
        cpSync(join(saved, folder), join(checkout, folder), { recursive: true, preserveTimestamps: true });
      edit.apply(checkout);
      const report = JSON.parse(cli(['report', '--repair', '--format', 'json'], checkout)) as Report;
      if (report.gate.mode !== 'skip') build(checkout, report.gate.buildArgs);
      const [was, got] = [pagesOf(saved), pagesOf(checkout)];
      assert.deepEqual([...got.keys()].sort(), [...wanted.keys()].sort(), 'pages come and go as in a full build');
      const stale = [...wanted]
        .filter(([page, html]) => html !== was.get(page) && got.get(page) === was.get(page))
        .map(([page]) => page);
      assert.deepEqual(
        stale,
        [],
        `${report.gate.mode}: ${report.gate.reasons.map((reason) => reason.detail).join('; ')}`,
      );
    });
  }
});
