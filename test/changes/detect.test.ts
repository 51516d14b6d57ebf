import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedFile } from '../../src/bengal/recorded-file.ts';
import { detectChanges, type ChangeSet, type Recorded } from '../../src/changes/detect.ts';
import type { PresentTree } from '../../src/changes/read-tree.ts';
import { changeSet, manifestOf, presentFile, recordedContent, recordedFile } from '../support/recorded.ts';
import { LAYOUT } from '../support/site-rig.ts';

interface Given {
  readonly files?: Readonly<Record<string, RecordedFile>>;
  /** Site path -> content as it was recorded; absent: no manifest. */
  readonly manifest?: Readonly<Record<string, string>>;
  readonly present?: Readonly<Record<string, ReturnType<typeof presentFile>>>;
  readonly external?: PresentTree['external'];
  readonly links?: readonly string[];
  readonly unreadable?: readonly string[];
  readonly hasOutput?: Recorded['hasOutput'];
  readonly versions?: readonly [now: string | undefined, recorded: string | undefined];
}

function detect(given: Given): ChangeSet {
  const manifest =
    given.manifest &&
    manifestOf({
      bengal: given.versions?.[1],
      sources: new Map(Object.entries(given.manifest).map(([path, content]) => [path, recordedContent(content)])),
    });
  return detectChanges(
    {
      files: new Map(Object.entries(given.files ?? {})),
      manifest,
      layout: LAYOUT,
      bengalVersion: given.versions?.[0],
      hasOutput: given.hasOutput ?? (() => true),
    },
    {
      sources: new Map(Object.entries(given.present ?? {})),
      external: given.external ?? new Map(),
      links: given.links ?? [],
      unreadable: new Set(given.unreadable),
      unlisted: [],
    },
  );
}

const A = 'content/a.md';

const WITH_MANIFEST: readonly (readonly [why: string, given: Given, expected: Partial<ChangeSet>])[] = [
  ['the same bytes and time are the same', { manifest: { [A]: 'x' }, present: { [A]: presentFile('x') } }, {}],
  [
    'the same bytes at another time are touched',
    { manifest: { [A]: 'x' }, present: { [A]: presentFile('x', 2n) } },
    { touched: 1 },
  ],
  [
    'other bytes of the same size at the same time are modified',
    { manifest: { [A]: 'x' }, present: { [A]: presentFile('y') } },
    { modified: [A] },
  ],
  ['a source that is gone is deleted', { manifest: { [A]: 'x' } }, { deleted: [A] }],
  [
    'a source that neither manifest nor state knows is added, whatever its kind',
    { manifest: {}, present: { [A]: presentFile('x'), 'static/x': presentFile('x') } },
    { added: [A, 'static/x'] },
  ],
  [
    'the manifest wins over older hashes in the state',
    { manifest: { [A]: 'new' }, files: { [A]: recordedFile(A, 'old') }, present: { [A]: presentFile('new') } },
    {},
  ],
  [
    'what the manifest lacks and the state knows was edited after the build',
    { manifest: {}, files: { [A]: recordedFile(A, 'x') }, present: { [A]: presentFile('y') } },
    { modified: [A] },
  ],
  [
    'a page of an earlier deletion, still in the state, was gone when we recorded',
    { manifest: {}, files: { [A]: recordedFile(A, 'x') }, hasOutput: () => false },
    {},
  ],
  [
    'a page that was gone when we recorded, after a build that still wrote it, is deleted',
    { manifest: {}, files: { [A]: recordedFile(A, 'x') } },
    { deleted: [A] },
  ],
  [
    'data that was gone when we recorded is not missed',
    { manifest: {}, files: { 'data/a.yaml': recordedFile('data/a.yaml', 'x') } },
    {},
  ],
];

const WITHOUT_MANIFEST: readonly (readonly [why: string, given: Given, expected: Partial<ChangeSet>])[] = [
  [
    'a page that fits its recorded hash is the same',
    { files: { [A]: recordedFile(A, 'x') }, present: { [A]: presentFile('x') } },
    {},
  ],
  [
    'a page that fits at another time is touched',
    { files: { [A]: recordedFile(A, 'x') }, present: { [A]: presentFile('x', 5n) } },
    { touched: 1 },
  ],
  [
    'a page of the same size and time that does not fit is modified',
    { files: { [A]: recordedFile(A, 'x') }, present: { [A]: presentFile('y') } },
    { modified: [A] },
  ],
  ['a page whose output is still there was deleted since', { files: { [A]: recordedFile(A, 'x') } }, { deleted: [A] }],
  [
    'a page whose output is gone too was deleted long ago',
    { files: { [A]: recordedFile(A, 'x') }, hasOutput: () => false },
    {},
  ],
  [
    'data that a page used is deleted, data that none used is not missed',
    {
      files: {
        'data/a.yaml': recordedFile('data/a.yaml', 'x'),
        'data/b.yaml': recordedFile('data/b.yaml', 'x', { used: false }),
      },
    },
    { deleted: ['data/a.yaml'] },
  ],
  [
    'new pages, data and templates are added',
    { present: { [A]: presentFile('x'), 'data/a.yaml': presentFile('x'), 'templates/a.html': presentFile('x') } },
    { added: [A, 'data/a.yaml', 'templates/a.html'] },
  ],
  [
    'files of which Bengal records nothing cannot be checked',
    {
      present: Object.fromEntries(
        ['assets/a.css', 'content/a.png', 'static/a', 'i18n/de.yaml', 'templates/a.xml'].map((path) => [
          path,
          presentFile('x'),
        ]),
      ),
    },
    { unverifiable: ['assets/a.css', 'content/a.png', 'i18n/de.yaml', 'static/a', 'templates/a.xml'] },
  ],
  ['configuration is judged elsewhere', { present: { 'config/_default/site.yaml': presentFile('x') } }, {}],
  [
    'a recorded file without any hash is like one that was never recorded',
    { files: { [A]: recordedFile(A, '', { hashes: [] }) }, present: { [A]: presentFile('') } },
    { added: [A] },
  ],
];

for (const [why, given, expected] of WITH_MANIFEST)
  test(`with a manifest, ${why}`, () => assert.deepEqual(detect(given), changeSet(expected)));
for (const [why, given, expected] of WITHOUT_MANIFEST)
  test(`without a manifest, ${why}`, () => assert.deepEqual(detect(given), changeSet(expected)));

test('every recorded hash has to fit, in full or in its first 16 digits', () => {
  const now = presentFile('x');
  const file = (...hashes: string[]): Given => ({
    files: { [A]: recordedFile(A, 'x', { hashes }) },
    present: { [A]: now },
  });
  assert.deepEqual(detect(file(now.sha256, now.sha256.slice(0, 16))).modified, []);
  assert.deepEqual(detect(file(now.sha256, 'f'.repeat(16))).modified, [A]);
});

const THEME = '/venv/site-packages/bengal/themes/default/templates/base.html';
const OTHER_THEME = '/venv/site-packages/their_theme/templates/base.html';

function external(recorded: string, content: string): Record<string, RecordedFile> {
  const path = recorded.replace('/venv/site-packages/', '');
  return { [recorded]: recordedFile('x', content, { ref: { where: 'package', path, recorded } }) };
}

test('a file outside the site is compared where it is on this machine', () => {
  const files = external(THEME, 'x');
  const verdict = (content: string): ChangeSet => detect({ files, external: new Map([[THEME, presentFile(content)]]) });
  assert.deepEqual(verdict('x'), changeSet());
  assert.deepEqual(verdict('y'), changeSet({ modified: [THEME] }));
});

const VOUCHING: readonly (readonly [string, string | undefined, string | undefined, string, boolean])[] = [
  ['an equal version', '0.5.1', '0.5.1', THEME, true],
  ['another version', '0.5.0', '0.5.1', THEME, false],
  ['a version that nobody recorded', '0.5.1', undefined, THEME, false],
  ['a version that nobody told', undefined, '0.5.1', THEME, false],
  ['two versions that nobody knows', undefined, undefined, THEME, false],
  ['an equal version of Bengal, for a theme of somebody else', '0.5.1', '0.5.1', OTHER_THEME, false],
];

for (const [what, now, recorded, path, vouched] of VOUCHING) {
  test(`${what} ${vouched ? 'vouches' : 'does not vouch'} for a file that is not on this machine`, () => {
    const changes = detect({
      files: external(path, 'x'),
      manifest: {},
      versions: [now, recorded],
      external: new Map([[path, undefined]]),
    });
    assert.deepEqual(changes, changeSet({ unverifiable: vouched ? [] : [path] }));
  });
}

test('a changed file of Bengal is modified, whatever the version says', () => {
  const changes = detect({
    files: external(THEME, 'x'),
    manifest: {},
    versions: ['0.5.1', '0.5.1'],
    external: new Map([[THEME, presentFile('y')]]),
  });
  assert.deepEqual(changes.modified, [THEME]);
});

test('what lies behind a symbolic link cannot be checked', () => {
  assert.deepEqual(detect({ manifest: {}, links: ['content/shared', 'content'] }).unverifiable, [
    'content',
    'content/shared',
  ]);
});

test('all lists are in code-unit order', () => {
  const paths = ['content/é.md', 'content/a.md', 'content/B.md', 'content/😀.md', 'content/\uffee.md'];
  const present = Object.fromEntries(paths.map((path) => [path, presentFile('x')]));
  assert.deepEqual(detect({ present }).added, [
    'content/B.md',
    'content/a.md',
    'content/é.md',
    'content/😀.md',
    'content/\uffee.md',
  ]);
});

test('a file beside those that documentation was made from elsewhere is new when the state does not know it', () => {
  const own = recordedFile('x', 'x', { autodoc: true, ref: { where: 'elsewhere', recorded: '/lib/own.py' } });
  const external = new Map([
    ['/lib/own.py', presentFile('x')],
    ['/lib/new.py', presentFile('x')],
  ]);
  assert.deepEqual(detect({ files: { '/lib/own.py': own }, external }), changeSet({ added: ['/lib/new.py'] }));
});

test('what is there and cannot be read is a doubt, and not deleted', () => {
  const { deleted, unverifiable } = detect({
    files: { [A]: recordedFile(A, 'x') },
    manifest: { [A]: 'x' },
    unreadable: [A],
    links: [A],
  });
  assert.deepEqual([deleted, unverifiable], [[], [A]]);
});
