import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseSelection, type BengalSelection } from '../../src/bengal/selection.ts';
import { analyse, loadSiteConfig } from '../../src/flow/analyse.ts';
import { recall, type Recollection } from '../../src/flow/recall.ts';
import { nothingToVerify, verify } from '../../src/flow/verify.ts';
import type { Report } from '../../src/report/report.ts';
import type { Verification, VerifiedVerdict } from '../../src/report/verification.ts';
import { siteInputs } from '../support/inputs.ts';
import { recordedCase, type RecordedCase } from '../support/recorded-case.ts';

// Real answers of Bengal 0.5.1 to 54 edits, recorded by scripts/record-selections.ts, against what we say, and against
// what a full build changed.

interface Asked {
  readonly report: Report;
  readonly selection: BengalSelection;
  readonly recollection: Recollection;
}

async function ask(rig: RecordedCase, edit: string): Promise<Asked> {
  rig.lay(edit);
  const inputs = siteInputs({ site: rig.site });
  const { report } = await analyse({
    inputs,
    variables: {},
    policy: 'preview',
    repair: true,
    cache: { kind: 'not-asked' },
    warnings: [],
  });
  const answer = parseSelection(rig.edits.find(({ name }) => name === edit)?.selection ?? '', [rig.builtAt]);
  const recollection = await recall(report, { site: rig.site, config: loadSiteConfig(inputs, {}) });
  assert.ok(answer.ok && recollection !== undefined);
  return { report, selection: answer.value, recollection };
}

function pagesOf({ pages }: Verification, verdict: VerifiedVerdict): string[] {
  return pages.filter((page) => page.verdict === verdict).map(({ page }) => page);
}

for (const name of ['orchard', 'ferry'])
  describe(`verifying the edits of ${name}`, async () => {
    await using rig = await recordedCase(name);
    for (const { name: edit, truth } of rig.edits) {
      const { report, selection, recollection } = await ask(rig, edit);
      const verification = verify(report, selection, recollection);
      const outputsOf = (key: string): readonly string[] => recollection.pages.get(key)?.outputs ?? [];

      test(`${edit}: Bengal selects nothing that a full build changes and we do not name`, () => {
        assert.deepEqual(pagesOf(verification, 'only-bengal'), []);
      });

      test(`${edit}: what only Bengal selects, a full build does not change`, () => {
        const needless = pagesOf(verification, 'only-bengal-no-difference').flatMap(outputsOf);
        assert.deepEqual(
          needless.filter((output) => truth.includes(output)),
          [],
        );
      });

      test(`${edit}: every page that Bengal selects gets a verdict`, () => {
        const judged = new Set(verification.pages.map(({ page }) => page));
        assert.deepEqual(
          [...selection.named.keys()].filter((page) => !judged.has(page)),
          [],
        );
      });

      test(`${edit}: had we not named a page that Bengal names and a full build changes, that would be an error`, () => {
        if (verification.everyPage !== null) return;
        for (const page of selection.named.keys()) {
          const outputs = outputsOf(page);
          if (!outputs.some((output) => truth.includes(output))) continue;
          const pages = report.affected.pages.filter(({ output }) => !outputs.includes(output));
          const blind = verify({ ...report, affected: { ...report.affected, pages } }, selection, recollection);
          assert.deepEqual(pagesOf(blind, 'only-bengal'), [page]);
        }
      });
    }
  });

describe('a verification', async () => {
  await using orchard = await recordedCase('orchard');
  const index = await ask(orchard, 'index-title');
  const everything = await ask(orchard, 'snippet-edit');
  const title = await ask(orchard, 'title-nested');
  const menu = await ask(orchard, 'menu-edit');
  await using ferry = await recordedCase('ferry');
  const documented = await ask(ferry, 'autodoc-module-added');
  const verified = ({ report, selection, recollection }: Asked): Verification =>
    verify(report, selection, recollection);
  const TITLE = 'content/fruit/apples/early/discovery.md';

  test('says of each page who selected it, and why', () => {
    const [page] = verified(title).pages.filter(({ page }) => page === TITLE);
    assert.deepEqual(page, {
      page: TITLE,
      verdict: 'both',
      ours: [{ kind: 'content', via: TITLE }],
      bengal: 'content_changed',
      why: '',
    });
    const alone = verified(title).pages.filter(({ verdict }) => verdict === 'only-us');
    assert.ok(alone.length > 0);
    assert.ok(alone.every(({ ours, bengal }) => ours.length > 0 && bengal === null));
  });

  test('says why Bengal rebuilds pages that stay the same', () => {
    const needless = verified(index).pages.filter(({ verdict }) => verdict === 'only-bengal-no-difference');
    assert.equal(needless.length, 7);
    assert.match(needless[0]?.why ?? '', /^Bengal takes everything below an edited section index/);
  });

  test('counts every page as ours where a doubt stands for all', () => {
    const { everyPage, pages } = verified(menu);
    assert.match(everyPage ?? '', /menu/);
    assert.ok(pages.length > 0);
    assert.deepEqual(
      pages.filter(({ verdict }) => verdict !== 'both' && verdict !== 'only-us'),
      [],
    );
  });

  test('counts every page as selected by Bengal where it takes all and names none', () => {
    const { bengalSelectsAll, pages } = verified(everything);
    assert.equal(bengalSelectsAll, true);
    assert.ok(pages.length > 20);
    assert.ok(pages.every(({ bengal }) => bengal === 'unnamed'));
  });

  test('knows a new page of API documentation by where it is written to', () => {
    const page = verified(documented).pages.find(({ page }) => page === 'api/bells/storm.md');
    assert.equal(page?.verdict, 'both');
  });

  test('is no easier to pass under a policy that builds everything anyway', () => {
    const gate = { mode: 'full', reasons: [{ kind: 'policy', detail: '' }], buildArgs: [] } as const;
    const affected = { ...title.report.affected, pages: [] };
    const blind = verified({ ...title, report: { ...title.report, affected, gate } });
    assert.deepEqual(pagesOf(blind, 'only-bengal'), [TITLE]);
  });

  test('takes a page for missed when nothing tells why Bengal selects it', () => {
    const named = new Map([...title.selection.named, ['content/tools/saw.md', 'content_changed'] as const]);
    const { pages } = verified({ ...title, selection: { ...title.selection, named } });
    const saw = pages.find(({ page }) => page === 'content/tools/saw.md');
    assert.equal(saw?.verdict, 'only-bengal');
    assert.match(saw.why, /^nothing that it was made from changed; a Bengal that is run with other options/);
  });

  test('expects of a repaired state that Bengal selects whatever we name, and what the repair adds', () => {
    const { report, selection } = title;
    const [left, ...rest] = pagesOf(verified(title), 'only-us');
    const member = 'content/tools/saw.md';
    const named = new Map(
      [...selection.named.keys(), ...rest, member].map((page) => [page, 'content_changed'] as const),
    );
    const repair = { ...report.repair, invalidate: [...report.repair.invalidate, member], done: true };
    const { asked, pages } = verified({
      ...title,
      report: { ...report, repair },
      selection: { ...selection, named, count: named.size },
    });
    assert.equal(asked, 'repaired-state');
    assert.deepEqual(
      pages.filter(({ verdict }) => verdict !== 'both').map(({ page, verdict }) => [page, verdict]),
      [[left, 'not-repaired']],
    );
    assert.equal(
      pages.find(({ page }) => page === member)?.why,
      'the repair lets it take the listings of its tags along',
    );
  });

  test('has nothing to compare without a state', async () => {
    const inputs = siteInputs({ site: orchard.site });
    const state = { ...title.report.state, status: 'absent', why: 'there is no state here' } as const;
    const absent = { ...title.report, state };
    assert.equal(await recall(absent, { site: orchard.site, config: loadSiteConfig(inputs, {}) }), undefined);
    assert.deepEqual(nothingToVerify(absent), {
      asked: 'nothing',
      everyPage: 'there is no state here',
      bengalSelectsAll: false,
      pages: [],
      listings: 0,
    });
  });
});
