import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { DEMO_EDITS } from '../../scripts/demo-edits.js';
import type { Report } from '../../src/report/report.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { root } from './runner-job.ts';

interface Demo {
  readonly status: number | null;
  readonly text: string;
}

/** Runs the demo of `from` without Bengal on the PATH, so that it shows the same on every machine. */
function runDemo(args: readonly string[], { from = root, temp }: { from?: string; temp?: string } = {}): Promise<Demo> {
  return new Promise((resolve, reject) => {
    const path = (process.env['PATH'] ?? '')
      .split(':')
      .filter((folder) => !folder.includes('bengal'))
      .join(':');
    const child = spawn(process.execPath, [join(from, 'scripts', 'demo.js'), ...args], {
      env: { ...process.env, PATH: path, ...(temp === undefined ? {} : { TMPDIR: temp, TEMP: temp, TMP: temp }) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (piece: string) => (text += piece));
    child.once('error', reject);
    child.once('close', (status) => resolve({ status, text }));
  });
}

/** What each edit has to lead to; `pages` are those whose address the report must name. */
const EXPECTED: Readonly<Record<string, { mode: string; pages: readonly string[] }>> = {
  none: { mode: 'skip', pages: [] },
  body: { mode: 'incremental', pages: ['/lamps/oil/'] },
  title: { mode: 'incremental', pages: ['/lamps/oil/'] },
  data: { mode: 'incremental', pages: ['/keepers/duties/', '/keepers/relief/'] },
  template: { mode: 'incremental', pages: ['/keepers/duties/', '/keepers/relief/'] },
  'new-page': { mode: 'incremental', pages: ['/weather/ice/', '/weather/'] },
  'delete-page': { mode: 'incremental', pages: ['/lamps/oil/'] },
  config: { mode: 'incremental', pages: [] },
};

describe('npm run demo', () => {
  for (const name of Object.keys(DEMO_EDITS)) {
    test(`--edit ${name} shows what it leads to`, { concurrency: true }, async () => {
      await using folder = await temporaryFolder();
      const { status, text } = await runDemo(['--edit', name, '--keep', folder.path]);
      assert.equal(status, 0, text);
      const report = JSON.parse(readFileSync(join(folder.path, 'report.json'), 'utf8')) as Report;
      const expected = EXPECTED[name];
      assert.equal(report.gate.mode, expected?.mode, text);
      assert.match(text, /^ {2}saves {3}about \d+ s/m);
      const urls = report.affected.pages.map((page) => page.url);
      for (const url of expected?.pages ?? []) assert.ok(urls.includes(url), `${url} in ${urls.join(' ')}`);
      assert.match(
        readFileSync(join(folder.path, 'summary.md'), 'utf8'),
        /^(?:## (?:\d+ of \d+|All \d+) pages may change$|\*\*Bengal Cache: )/m,
      );
    });
  }

  test('runs in a clone in which nothing is installed, prints no keys, and leaves nothing behind', async () => {
    await using clone = await temporaryFolder();
    await using temp = await temporaryFolder();
    for (const part of ['package.json', 'dist', 'examples', 'scripts/demo.js', 'scripts/demo-edits.js'])
      cpSync(join(root, part), join(clone.path, part), { recursive: true });
    const { status, text } = await runDemo([], { from: clone.path, temp: temp.path });
    assert.equal(status, 0, text);
    assert.match(text, /^ {2}saves {3}about \d+ s/m);
    assert.doesNotMatch(text, /bengal-cache\/v\d|tree-[0-9a-f]{8}/);
    assert.deepEqual(readdirSync(temp.path), []);
  });

  test('--help says what there is', async () => {
    const { status, text } = await runDemo(['--help']);
    assert.equal(status, 0);
    for (const name of Object.keys(DEMO_EDITS)) assert.ok(text.includes(`  ${name} `), name);
  });

  const MISTAKES = [
    [['--edit', 'everything'], /Option --edit: expected none, .*got "everything"/],
    [['--everything'], /^demo: expected --edit NAME, .*got --everything\n$/],
  ] as const;
  for (const [args, said] of MISTAKES)
    test(`${args.join(' ')} is answered with what there is`, async () => {
      const { status, text } = await runDemo(args);
      assert.equal(status, 2);
      assert.match(text, said);
    });
});
