import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { sha256 } from '../../src/core/digest.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { parseEntry, renderEntry, type StageEntry } from '../../src/stages/stage-entry.ts';
import { compareFiles, digestOfFiles, type FileRecord } from '../../src/stages/file-record.ts';
import { fingerprintOf } from '../../src/stages/stage-fingerprint.ts';
import { parseListing, renderListing } from '../../src/stages/listing.ts';
import type { StageName } from '../../src/stages/stage-definition.ts';
import { digestOfParts } from '../../src/core/digest.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { NOON } from './stage-rig.ts';

const NAME = 'links' as StageName;

const entry: StageEntry = {
  ...fingerprintOf({
    stage: { name: NAME, scope: '', command: undefined, environment: ['LANG', 'MODE'], salt: '' },
    variables: { LANG: 'C' },
    inputs: sha256('inputs'),
    code: sha256('code'),
  }),
  name: NAME,
  recorded: NOON,
  outputs: sha256('outputs'),
  files: sha256('files'),
  needs: new Map([['build', 'x@2026-11-21T11:00:00.000Z']]),
  unknown: [],
};

function read(text: string): StageEntry {
  const outcome = parseEntry(text, NAME);
  assert.equal(outcome.kind, 'read', JSON.stringify(outcome));
  return outcome.entry;
}

test('an entry is lines of key=value, and reads back as it was', () => {
  const text = renderEntry(entry);
  assert.match(text, /^version=1\nname=links\nkey=[0-9a-f]{64}\nrecorded=2026-11-21T12:00:00\.000Z\n/);
  for (const line of text.trimEnd().split('\n')) assert.match(line, /^[\w.]+=\S*$/);
  assert.ok(text.length < 1500, `${text.length} bytes`);
  assert.deepEqual(read(text), entry);
});

test('lines that nobody knows are kept, wherever they stand and whatever they say', () => {
  const lines = ['# reviewed by Ada', 'note=keep me', 'no equals sign', '', 'envelope=x'];
  const [first = '', ...rest] = renderEntry(entry).split('\n');
  const text = [lines[0], first, ...lines.slice(1), ...rest].join('\n');
  assert.deepEqual(read(text), { ...entry, unknown: lines });
  assert.deepEqual(read(renderEntry(read(text))), { ...entry, unknown: lines });
});

test('line ends of Windows do no harm', () => {
  assert.deepEqual(read(renderEntry(entry).replaceAll('\n', '\r\n')), entry);
});

test('any one changed, lost or doubled character makes an entry a miss', () => {
  const text = renderEntry(entry);
  for (let at = 0; at < text.length - 1; at++) {
    const changed = String.fromCharCode(text.charCodeAt(at) ^ 1);
    for (const damaged of [
      text.slice(0, at) + changed + text.slice(at + 1),
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at),
    ])
      assert.equal(parseEntry(damaged, NAME).kind, 'damaged', damaged);
  }
});

test('what is wrong with an entry is told', () => {
  const text = renderEntry(entry);
  const why = (damaged: string, name = NAME): string => {
    const outcome = parseEntry(damaged, name);
    return outcome.kind === 'damaged' ? outcome.why : outcome.kind;
  };
  assert.equal(why(''), 'it has no version');
  assert.equal(why(text.replace('version=1', 'version=2')), 'its version is "2", not 1');
  assert.equal(why(text.replace(/^salt=.*\n/m, '')), 'it has no salt');
  assert.equal(why(`${text}key=x\n`), 'key stands in it twice');
  assert.equal(why(text.replace(/inputs=./, 'inputs=-')), 'its lines do not fit its check');
  assert.equal(why(text, 'other' as StageName), 'it belongs to the stage "links"');
  assert.equal(why(renderEntry({ ...entry, key: sha256('another') })), 'its key does not follow from its parts');
});

test('no text makes reading an entry or a listing throw', () => {
  const fragment = fc.constantFrom(...renderEntry(entry).split('\n'), 'env.__proto__=x', 'need.x=', '=', '\r', '\0');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(fragment).map((lines) => lines.join('\n')),
      ),
      (text) => {
        assert.notEqual(parseEntry(text, NAME).kind, 'absent');
        parseListing(text);
      },
    ),
  );
});

const anyFile = fc.record(
  {
    path: fc
      .oneof(
        fc.constantFrom(...HOSTILE_NAMES),
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a b/c.md', 'ä/ö', 'x\\y'),
      )
      .filter((path) => path.isWellFormed() && /^[^/]+(?:\/[^/]+)*$/s.test(path))
      .filter((path) => !path.split('/').some((segment) => segment === '.' || segment === '..'))
      .filter((path) => !path.includes('\0') && !/^[A-Za-z]:/.test(path))
      .map((path) => path as SitePath),
    kind: fc.constantFrom('file', 'executable', 'link'),
    digest: fc.string().map(sha256),
  },
  { noNullPrototype: true },
) satisfies fc.Arbitrary<FileRecord>;

test('a listing reads back as it was, one line for each file, whatever their names', () => {
  const files = fc.array(anyFile, { maxLength: 5 });
  fc.assert(
    fc.property(files, files, files, (code, input, output) => {
      const text = renderListing({ code, input, output });
      assert.deepEqual(parseListing(text), { code, input, output });
      assert.equal(text.split('\n').length - 1, code.length + input.length + output.length);
    }),
  );
});

test('a listing that leads out of the site is none', () => {
  const line = (path: string): string => `output file ${sha256('')} ${path}\n`;
  for (const path of ['../x', '/etc/passwd', 'a/../../x', '"../x"', 'C:/x', '.', '""', 'a//b', '"a', '"a\\u0000"'])
    assert.equal(parseListing(line(path)), undefined, path);
  assert.equal(parseListing(line('x').trimEnd()), undefined, 'cut off');
});

test('the digest of a list is that of length-prefixed pairs of path and content', () => {
  fc.assert(
    fc.property(fc.array(anyFile, { maxLength: 5 }), (files) => {
      const pairs = files.map(({ path, kind, digest }) => [path, `${kind} ${digest}`] as const);
      assert.equal(digestOfFiles(files), digestOfParts(pairs));
    }),
  );
});

test('the difference of two lists is what was added, changed and deleted', () => {
  const file = (path: string, content: string, kind: FileRecord['kind'] = 'file'): FileRecord => ({
    path: path as SitePath,
    kind,
    digest: sha256(content),
  });
  const before = [file('a', '1'), file('b', '1'), file('c', '1'), file('d', '1')];
  const after = [file('a', '1'), file('b', '2'), file('d', '1', 'executable'), file('e', '1')];
  assert.deepEqual(compareFiles(before, after), { added: ['e'], modified: ['b', 'd'], deleted: ['c'] });
  assert.deepEqual(compareFiles(before, before), { added: [], modified: [], deleted: [] });
});

test('no two different stages have one key: everything is length-prefixed', () => {
  const base = { name: NAME, scope: '', command: undefined, environment: [] as string[], salt: '' };
  const sources = { variables: { A: 'b', AB: '', B: 'c' }, inputs: sha256('i'), code: sha256('c') };
  const stages = [
    base,
    { ...base, name: 'link' as StageName, scope: 's' },
    { ...base, scope: 's' },
    { ...base, salt: 's' },
    { ...base, command: { kind: 'shell', line: 'a b' } as const },
    { ...base, command: { kind: 'shell', line: '' } as const },
    { ...base, command: { kind: 'program', argv: ['a b'] } as const },
    { ...base, command: { kind: 'program', argv: ['a', 'b'] } as const },
    { ...base, environment: ['A'] },
    { ...base, environment: ['AB'] },
    { ...base, environment: ['A', 'AB'] },
    { ...base, environment: ['C'] },
    { ...base, environment: ['__proto__'] },
  ];
  const keys = stages.map((stage) => fingerprintOf({ stage, ...sources }).key);
  const swapped = fingerprintOf({ stage: base, ...sources, inputs: sources.code, code: sources.inputs }).key;
  assert.equal(new Set([...keys, swapped]).size, stages.length + 1);
});
