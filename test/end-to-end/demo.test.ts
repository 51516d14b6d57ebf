import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { DEMO_EDITS } from '../../scripts/demo-edits.ts';
import type { Report } from '../../src/report/report.ts';
import { root } from './runner-job.ts';

interface Demo {
  readonly status: number | null;
  readonly text: string;
}

/** Runs the demo without Bengal on the PATH, so that it shows the same on every machine. */
function runDemo(...args: string[]): Promise<Demo> {
  return new Promise((resolve, reject) => {
    const path = (process.env['PATH'] ?? '')
      .split(':')
      .filter((folder) => !folder.includes('bengal'))
      .join(':');
    const child = spawn(process.execPath, [join(root, 'scripts', 'demo.ts'), ...args], {
      env: { ...process.env, PATH: path },
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
      const { status, text } = await runDemo('--edit', name);
      assert.equal(status, 0, text);
      const path = /^report +(.+)$/m.exec(text)?.[1] ?? '';
      const report = JSON.parse(readFileSync(path, 'utf8')) as Report;
      const expected = EXPECTED[name];
      assert.equal(report.gate.mode, expected?.mode, text);
      assert.match(text, /^ {2}saves {3}about \d+ s/m);
      const urls = report.affected.pages.map((page) => page.url);
      for (const url of expected?.pages ?? []) assert.ok(urls.includes(url), `${url} in ${urls.join(' ')}`);
      assert.match(readFileSync(join(dirname(path), 'summary.md'), 'utf8'), /^(?:## |\*\*)Bengal Cache: /);
      rmSync(dirname(path), { recursive: true });
    });
  }

  test('an edit that does not exist is named, with those that do', async () => {
    const { status, text } = await runDemo('--edit', 'everything');
    assert.equal(status, 2);
    assert.match(text, /Option --edit: expected none, .*got "everything"/);
  });
});
