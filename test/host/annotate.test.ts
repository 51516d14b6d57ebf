import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import type { Note } from '../../src/host/port.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

/** What the runner would make of the notes: it reads line by line, and takes `::name key=value,...::text` for a command. */
function annotated(notes: readonly Note[]): { command: string; properties: Record<string, string>; text: string }[] {
  const program = `import { actionsHost } from ${JSON.stringify(import.meta.resolve('../../src/host/actions.ts'))};
    let input = ''; for await (const chunk of process.stdin) input += chunk;
    const host = actionsHost(); for (const note of JSON.parse(input)) host.annotate(note);`;
  const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program], {
    input: JSON.stringify(notes),
    encoding: 'utf8',
  });
  assert.equal(run.status, 0, run.stderr);
  return run.stdout
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, command = '', given = '', text = ''] = /^::(\w+) ([^:]*)::(.*)$/.exec(line) ?? [];
      const properties = given.split(',').map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [name, unescape(value.join('='))] as const;
      });
      return { command, properties: Object.fromEntries(properties), text: unescape(text) };
    });
}

/** As the runner does it: percent signs last. */
function unescape(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}

test('a note is one command, with its place', () => {
  const [note] = annotated([{ level: 'notice', title: 'Affected', message: 'Affects 2 pages', file: 'a.md', line: 3 }]);
  assert.deepEqual(note, {
    command: 'notice',
    properties: { title: 'Affected', file: 'a.md', line: '3' },
    text: 'Affects 2 pages',
  });
});

test('no name, in whatever part of a note, starts another command or another property', () => {
  const notes = HOSTILE_NAMES.map((name): Note => ({
    level: 'warning',
    title: name,
    message: name,
    file: name,
    line: 1,
  }));
  const commands = annotated(notes);
  assert.equal(commands.length, notes.length);
  for (const [index, { command, properties }] of commands.entries()) {
    const name = HOSTILE_NAMES[index] ?? '';
    assert.equal(command, 'warning', JSON.stringify(name));
    assert.deepEqual(
      Object.keys(properties),
      /\p{Cc}/u.test(name) ? ['title'] : ['title', 'file', 'line'],
      JSON.stringify(name),
    );
    if (properties['file'] !== undefined) assert.equal(properties['file'], name.toWellFormed());
  }
});
