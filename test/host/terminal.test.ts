import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { printable, terminalHost } from '../../src/host/terminal.ts';
import type { Host } from '../../src/host/port.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function recordingHost(summaryPath?: string): { host: Host; written: () => string } {
  let written = '';
  const stderr = { write: (text: string) => (written += text) };
  return { host: terminalHost({ stderr, summaryPath }), written: () => written };
}

test('everything is told to stderr, one line each', () => {
  const { host, written } = recordingHost();
  host.info('hello');
  host.warning('careful');
  host.group('Title', ['one', 'two']);
  host.setOutput('build-mode', 'skip');
  assert.equal(written(), 'hello\nwarning: careful\nTitle\n  one\n  two\nbuild-mode=skip\n');
});

test('no text moves the cursor, rings, recolours, reorders or starts a line', () => {
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom(...HOSTILE_NAMES), fc.string({ unit: 'binary' })), (text) => {
      const { host, written } = recordingHost();
      host.info(text);
      host.warning(text);
      host.group(text, [text]);
      assert.doesNotMatch(written(), /[\p{Cc}--[\t\n]]|[\u202a-\u202e\u2066-\u2069]/v);
      assert.equal(written().split('\n').length, 5);
    }),
  );
});

test('letters of every script and tabs stay', () => {
  for (const text of ['Café 日本語 🎉', 'a\tb']) assert.equal(printable(text), text);
});

test('the summary goes to its file, or nowhere', async () => {
  await using folder = await temporaryFolder();
  const path = join(folder.path, 'summary.md');
  await recordingHost(path).host.writeSummary({ body: '# Hello\n' });
  assert.equal(await readFile(path, 'utf8'), '# Hello\n');
  await recordingHost().host.writeSummary({ body: '# Hello\n' });
});

test('a handoff is handed over', () => {
  const { host } = recordingHost();
  assert.equal(host.loadHandoff(), undefined);
  host.saveHandoff('value');
  assert.equal(host.loadHandoff(), 'value');
});
