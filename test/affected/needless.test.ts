import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeNeedless, type NeedlessInput, type NeedlessVerdict } from '../../src/affected/needless.ts';
import type { BengalSelection } from '../../src/bengal/selection.ts';
import { NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { readPageText } from '../../src/changes/page-text.ts';
import { changeSet, recordedPage } from '../support/recorded.ts';
import { LAYOUT } from '../support/site-rig.ts';

const INDEX = 'content/lamps/_index.md';
const OIL = 'content/lamps/oil.md';

const BODY: PageEdit = { ...NO_EDIT, body: true };
const SELECTED: BengalSelection = {
  named: new Map([[OIL, 'content_changed']]),
  skipped: new Set(),
  count: 1,
  everything: false,
  assets: [],
};
/** Bengal takes everything, and names nothing. */
const EVERYTHING: BengalSelection = { ...SELECTED, named: new Map(), count: 2, everything: true };

const index = recordedPage({ key: INDEX, metadata: { cascade: { type: 'doc', mood: 'calm' } } });
const oil = recordedPage({
  key: OIL,
  inputs: [
    { type: 'content', path: OIL, hash: undefined },
    { type: 'cascade_0', path: `cascade:${INDEX}`, hash: undefined },
    { type: 'template', path: 'page.html', hash: undefined },
    { type: 'data', path: 'data/watches.yaml', hash: undefined },
    { type: 'config', path: 'site_config', hash: undefined },
  ],
});

function judge(modified: readonly string[], overrides: Partial<NeedlessInput> = {}): NeedlessVerdict {
  return judgeNeedless(OIL, {
    pages: new Map([index, oil].map((page) => [page.key, page])),
    changes: changeSet({ modified }),
    layout: LAYOUT,
    selection: SELECTED,
    edits: new Map(modified.map((path) => [path, BODY])),
    texts: new Map(),
    namedByTemplates: () => false,
    shown: new Map([[INDEX, new Set<string>()]]),
    ...overrides,
  });
}

/** The index as it is now, with an edit of what it hands down. */
function handingDown(cascade: string, named: readonly string[] = []): Partial<NeedlessInput> {
  const text = readPageText(Buffer.from(`---\ncascade:\n${cascade}\n---\n`), INDEX);
  return {
    edits: new Map([[INDEX, { ...BODY, keys: new Set(['cascade']) }]]),
    texts: new Map([[INDEX, text]]),
    namedByTemplates: (word) => named.includes(word),
  };
}

describe('a page that Bengal selects and our rules do not', () => {
  test('stays the same when an index above it changed, and nothing of that reaches it', () => {
    const verdict = judge([INDEX]);
    assert.equal(verdict.kind, 'no-difference');
    assert.match(verdict.why, /content\/lamps\/_index\.md hands the same settings down/);
  });

  test('stays the same when only its line ends changed', () => {
    assert.deepEqual(judge([OIL], { edits: new Map([[OIL, NO_EDIT]]) }), {
      kind: 'no-difference',
      why: `only the line ends of ${OIL} changed`,
    });
  });

  test('stays the same when only a style sheet changed, which it does not name', () => {
    const verdict = judge(['assets/css/a.css'], { selection: { ...EVERYTHING, assets: ['a.css'] } });
    assert.equal(verdict.kind, 'no-difference');
    assert.match(verdict.why, /only a style sheet or script changed \(a\.css\)/);
  });

  test('stays the same when a template changed that no page uses', () => {
    const verdict = judge(['templates/spare.html'], { selection: EVERYTHING });
    assert.equal(verdict.kind, 'no-difference');
    assert.match(verdict.why, /no page uses templates\/spare\.html$/);
  });

  test('stays the same when an index hands down a key that no template names', () => {
    assert.equal(judge([INDEX], handingDown('  type: doc\n  mood: stormy')).kind, 'no-difference');
  });

  const missed: readonly (readonly [string, NeedlessVerdict, RegExp])[] = [
    ['its source changed', judge([OIL]), /^it is made from content\/lamps\/oil\.md, which changed$/],
    ['its template changed', judge(['templates/page.html']), /made from the template page\.html, which changed/],
    ['its data changed', judge(['data/watches.yaml']), /made from data\/watches\.yaml, which changed/],
    [
      'its data is gone',
      judge([], { changes: changeSet({ deleted: ['data/watches.yaml'] }) }),
      /made from data\/watches\.yaml/,
    ],
    [
      'the index above it is gone',
      judge([], { changes: changeSet({ deleted: [INDEX] }) }),
      /made from content\/lamps\/_index\.md/,
    ],
    [
      'an index hands down something that themes use',
      judge([INDEX], handingDown('  type: blog\n  mood: calm')),
      /hands other settings down/,
    ],
    [
      'an index hands down something that a template names',
      judge([INDEX], handingDown('  type: doc\n  mood: stormy', ['mood'])),
      /hands other settings down/,
    ],
    [
      'what an index hands down cannot be compared',
      judge([INDEX], { ...handingDown('  [}'), pages: new Map([[OIL, oil]]) }),
      /hands other/,
    ],
    [
      'it shows something of the index',
      judge([INDEX], { shown: new Map([[INDEX, new Set([OIL])]]) }),
      /shows something of content\/lamps\/_index\.md/,
    ],
    ['nobody looked whether it shows the index', judge([INDEX], { shown: new Map() }), /shows something of/],
    ['a harmless change comes with another', judge([INDEX, 'data/watches.yaml']), /data\/watches\.yaml/],
    ['the state does not know it', judge([], { pages: new Map() }), /the state does not know this page/],
    ['nothing that it was made from changed', judge(['content/about.md']), /^nothing that it was made from changed/],
    [
      'Bengal names it, whatever template nobody uses',
      judge(['templates/spare.html']),
      /^nothing that it was made from changed/,
    ],
  ];
  for (const [when, verdict, why] of missed)
    test(`counts as missed when ${when}`, () => {
      assert.equal(verdict.kind, 'missed');
      assert.match(verdict.why, why);
    });
});
