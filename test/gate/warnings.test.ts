import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findTraps, type TrapFacts } from '../../src/gate/warnings.ts';

const NOTHING: TrapFacts = {
  site: { inferred: { settings: [], hasBranch: false }, overshadowed: undefined, problems: [] },
  config: { status: 'unchanged', recorded: null, current: null, why: 'so', source: 'probe' },
  sameFingerprint: true,
  decodedCache: false,
  unfollowed: [],
};

test('a site in which nothing lurks has no traps', () => assert.deepEqual(findTraps(NOTHING), []));

const inferred = {
  settings: [
    ['site.baseurl', '/repo'],
    ['params.colab_branch', '12/merge'],
  ],
  hasBranch: true,
} as const;

/** Each with the end of its sentence, which says what to do. */
const TRAPS: readonly (readonly [what: string, facts: Partial<TrapFacts>, says: RegExp])[] = [
  [
    'the branch is part of the configuration',
    { site: { ...NOTHING.site, inferred } },
    /^The site sets no base URL, .* each branch and pull request starts cold\. Set it .*: site\.baseurl: "\/repo"$/,
  ],
  [
    'an empty folder hides the configuration',
    { site: { ...NOTHING.site, overshadowed: 'bengal.toml' } },
    /^Bengal ignores bengal\.toml, .*\. Remove that folder, or move the settings into config\/_default\/$/,
  ],
  [
    'only some steps have a variable',
    { config: { ...NOTHING.config, status: 'changed' } },
    /a variable BENGAL_\.\.\. or an option that this step does not see\. Set it for the whole job/,
  ],
  [
    'a decoded cache lies about',
    { decodedCache: true },
    /makes Bengal build incrementally without being asked\. Remove it: rm /,
  ],
  [
    'a link leads out of the checkout',
    { unfollowed: ['content/a.md'] },
    /^content\/a\.md is a symbolic link that leads out of the checkout, .*\. Let it lead to what the checkout holds/,
  ],
  [
    'several links do',
    { unfollowed: ['content/a.md', 'content/b.md', 'data/c.yaml'] },
    /^content\/a\.md and 2 more are symbolic links that lead out of the checkout, .*\. Let it lead to/,
  ],
];

for (const [what, facts, says] of TRAPS) {
  test(`where ${what}, that is said, with what to do about it`, () => {
    const traps = findTraps({ ...NOTHING, ...facts });
    assert.equal(traps.length, 1);
    assert.match(traps[0] ?? '', says);
  });
}

test('a configuration that changed where we can see it is no trap', () => {
  const config = { ...NOTHING.config, status: 'changed' } as const;
  assert.deepEqual(findTraps({ ...NOTHING, config, sameFingerprint: false }), []);
  assert.deepEqual(findTraps({ ...NOTHING, config: { ...config, source: 'fingerprint' } }), []);
});
