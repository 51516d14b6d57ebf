import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { test } from 'node:test';
import { flowRig } from '../support/flow-rig.ts';
import { progressLine, withProgress, type ProgressLine, type ProgressOptions } from '../../src/host/progress.ts';

const ERASE = '\r\u001b[2K';

interface Rig extends ProgressLine {
  readonly written: () => string;
  /** Lets a second pass, and whoever counts them know. */
  readonly second: () => void;
  readonly isCounting: () => boolean;
}

function rig(terminal: { isTTY?: boolean; columns?: number }, variables: ProgressOptions['variables'] = {}): Rig {
  const chunks: string[] = [];
  const stream = Object.assign(
    new Writable({
      write(chunk: Buffer, _, done) {
        chunks.push(chunk.toString());
        done();
      },
    }),
    terminal,
  );
  let [time, tick] = [0, undefined as (() => void) | undefined];
  const line = progressLine({
    ...{ stream, variables },
    clock: () => time,
    everySecond(call) {
      tick = call;
      return () => {
        tick = undefined;
      };
    },
  });
  const second = (): void => {
    time += 1000;
    tick?.();
  };
  return { ...line, second, written: () => chunks.join(''), isCounting: () => tick !== undefined };
}

test('at a terminal each step writes the one line anew, and at the end it is gone', () => {
  const { step, clear, written } = rig({ isTTY: true });
  step('Reading the state');
  step('Comparing the sources');
  clear();
  assert.equal(written(), `${ERASE}Reading the state ...${ERASE}Comparing the sources ...${ERASE}`);
});

test('a step that takes its time counts the seconds, each step from its own beginning', () => {
  const { step, clear, second, written, isCounting } = rig({ isTTY: true });
  step('a');
  second();
  second();
  step('b');
  second();
  clear();
  assert.equal(written(), ['', 'a ...', 'a ... 1 s', 'a ... 2 s', 'b ...', 'b ... 1 s', ''].join(ERASE));
  assert.equal(isCounting(), false);
});

test('what was cleared is cleared once, and a later step brings the line back', () => {
  const { step, clear, written } = rig({ isTTY: true });
  clear();
  assert.equal(written(), '');
  step('a');
  clear();
  clear();
  step('b');
  assert.equal(written(), ['', 'a ...', '', 'b ...'].join(ERASE));
});

for (const [where, terminal, variables] of [
  ['into a file or a pipe', {}, {}],
  ['in CI', { isTTY: true }, { CI: 'true' }],
  ['in CI that counts', { isTTY: true }, { CI: '1' }],
  ['at a terminal that cannot rewrite a line', { isTTY: true }, { TERM: 'dumb' }],
] as const)
  test(`${where} nothing is written, and no second counted`, () => {
    const { step, clear, second, written, isCounting } = rig(terminal, variables);
    step('Reading the state');
    assert.equal(isCounting(), false);
    second();
    clear();
    assert.equal(written(), '');
  });

test('CI set to nothing or to false is no CI', () => {
  for (const CI of ['', 'false']) {
    const { step, written } = rig({ isTTY: true }, { CI });
    step('a');
    assert.equal(written(), `${ERASE}a ...`);
  }
});

test('the line never wraps, and nothing in it moves the cursor', () => {
  const { step, written } = rig({ isTTY: true, columns: 12 });
  step('Reading\n\u001b[2Jthe state');
  assert.equal(written(), `${ERASE}Reading\ufffd\ufffd[2`);
});

const scriptProgram = '/usr/bin/script';

/** What a person at a terminal of util-linux `script` sees of a command, escapes and all. */
function atTerminal(command: string, variables: Readonly<Record<string, string>>): string {
  const { PATH } = process.env;
  const env = { ...(PATH === undefined ? {} : { PATH }), TERM: 'xterm', NO_COLOR: '1', ...variables };
  return spawnSync(scriptProgram, ['-qec', command, '/dev/null'], { env, encoding: 'utf8' }).stdout;
}

test(
  'the command line shows steps at a real terminal, and takes them away before it prints; in CI it shows none',
  {
    skip: (process.platform !== 'linux' || !existsSync(scriptProgram)) && 'no script of util-linux here',
  },
  async () => {
    await using site = await flowRig();
    site.build();
    const cli = join(import.meta.dirname, '..', '..', 'src', 'entry', 'cli.ts');
    const command = `'${process.execPath}' '${cli}' report --no-probe --site '${site.path}'`;
    const seen = atTerminal(command, {});
    const steps = ['Reading the state', 'Comparing the output', 'Comparing the sources', 'Finding the affected pages'];
    assert.ok(seen.startsWith([...steps.map((step) => `${ERASE}${step} ...`), `${ERASE}State   `].join('')), seen);
    assert.match(atTerminal(command, { CI: 'true' }), /^State {3}/);
  },
);

test('the line goes away with the work, even with work that fails', async () => {
  const chunks: string[] = [];
  const stream = { isTTY: true, write: (text: string) => chunks.push(text) };
  const fail = withProgress({ stream, variables: {} }, (step) => {
    step('a');
    return Promise.reject(new Error('no room'));
  });
  await assert.rejects(fail, /no room/);
  assert.deepEqual(chunks, [`${ERASE}a ...`, ERASE]);
});
