import assert from 'node:assert/strict';
import { test } from 'node:test';
import { verificationText } from '../../src/report/verification-text.ts';
import type { Verification, VerifiedPage } from '../../src/report/verification.ts';

const PAGES: readonly VerifiedPage[] = [
  {
    page: 'content/a.md',
    verdict: 'both',
    ours: [{ kind: 'content', via: 'content/a.md' }],
    bengal: 'content_changed',
    why: '',
  },
  { page: 'content/b.md', verdict: 'only-us', ours: [{ kind: 'linked', via: 'content/a.md' }], bengal: null, why: '' },
  {
    page: 'content/c.md',
    verdict: 'only-bengal-no-difference',
    ours: [],
    bengal: 'content_changed',
    why: 'only the line ends of content/c.md changed',
  },
  { page: 'content/d.md', verdict: 'only-bengal', ours: [], bengal: 'unnamed', why: 'content/d.md changed' },
];

function verification(overrides: Partial<Verification> = {}): Verification {
  return { asked: 'state', everyPage: null, bengalSelectsAll: false, pages: PAGES, listings: 0, ...overrides };
}

test('a verification reads page by page: who selects it and why, errors first', () => {
  assert.equal(
    verificationText(verification({ listings: 2 })),
    [
      'Verified against Bengal: 1 selected by both, 1 only by us, 1 only by Bengal without need, 1 error in us',
      '  not compared: 2 pages of tag listings, which Bengal never names',
      '  ERROR        content/d.md (Bengal: unnamed): only Bengal selects it; content/d.md changed. Please report this',
      '  both         content/a.md (we: content/a.md changed; Bengal: content_changed)',
      '  only we      content/b.md (we: links to content/a.md and may show its title or date)',
      '  only Bengal  content/c.md (Bengal: content_changed): only the line ends of content/c.md changed',
      '',
    ].join('\n'),
  );
});

test('a verification after the repair says so, and names what the repair did not reach', () => {
  const page = { page: 'content/b.md', verdict: 'not-repaired', ours: [], bengal: null, why: '' } as const;
  const text = verificationText(verification({ asked: 'repaired-state', pages: [page] }));
  assert.match(text, /^Verified against Bengal, after the repair: .*, 1 error in us$/m);
  assert.match(text, /^ {2}ERROR {8}content\/b\.md: Bengal does not select it, although the state was repaired/m);
});

test('a verification of everything says why there is everything to build', () => {
  const text = verificationText(
    verification({ everyPage: 'the configuration is changed', bengalSelectsAll: true, pages: [] }),
  );
  assert.match(text, /^ {2}we select every page: the configuration is changed$/m);
  assert.match(text, /^ {2}Bengal selects every page$/m);
});

test('a verification without a state says that there was nothing to ask', () => {
  const text = verificationText(verification({ asked: 'nothing', everyPage: 'there is no state here', pages: [] }));
  assert.equal(text, 'Nothing to verify: there is no state here\n');
});

test('long lists are cut, but for errors', () => {
  const many = (verdict: VerifiedPage['verdict']): VerifiedPage[] =>
    Array.from({ length: 30 }, (_, number) => ({ ...PAGES[3]!, page: `content/${verdict}-${number}.md`, verdict }));
  const lines = verificationText(verification({ pages: [...many('both'), ...many('only-bengal')] })).split('\n');
  assert.equal(lines.filter((line) => line.includes('content/both-')).length, 20);
  assert.equal(lines.filter((line) => line.includes('content/only-bengal-')).length, 30);
  assert.ok(lines.includes('  ... and 10 more like the last; --format json has them all'));
});
