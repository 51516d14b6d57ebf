import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { AFFECTED_OUTLINE } from '../../src/render/palette.ts';
import { runSvg } from '../../src/render/run-svg.ts';
import { flowRig, runJob } from '../support/flow-rig.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { affected, affectedPage, report, reportSaying } from '../support/reports.ts';
import { assertInertSvg, nodesIn } from './inert-svg.ts';

/** What the picture says of its nodes that are drawn with the outline of affected ones. */
function outlined(document: Document): string[] {
  const outline = AFFECTED_OUTLINE.toLowerCase();
  return [...nodesIn(document)].flatMap(([title, node]) =>
    node.querySelector(`[stroke="${outline}"]`) === null ? [] : [title],
  );
}

function rowOf(node: Element | undefined): number {
  return Number(node?.querySelector('rect')?.getAttribute('y'));
}

describe('the picture of a run', () => {
  test('leads from what changed to the pages that it affects, which are outlined', async () => {
    await using rig = await flowRig();
    await runJob(rig);
    await rig.checkOut();
    await rig.write('content/about.md', `${await rig.read('content/about.md')}\nOne more paragraph at the end.\n`);
    const run = await rig.prepare();
    const { all, pages } = run.report.affected;
    assert.equal(all, false);
    const document = assertInertSvg(runSvg(run.report));
    const expected = pages.map(({ url }) => `page ${url}: stale, affected: has to be built`);
    assert.deepEqual(outlined(document).sort(), expected.sort());
    assert.ok(nodesIn(document).has('source content/about.md: stale'));
    assert.ok(document.querySelectorAll('.edge').length >= pages.length);
    assert.match(document.documentElement.textContent, /affected: has to be built/);
  });

  test('of a run where nothing changed says so', () => {
    const document = assertInertSvg(runSvg(report()));
    assert.equal(nodesIn(document).size, 0);
    assert.match(document.documentElement.textContent, /Nothing changed that any page is made from/);
  });

  test('says why every page may be affected', () => {
    const because = [{ kind: 'no-state', detail: 'there is no .bengal folder' }] as const;
    const document = assertInertSvg(runSvg(report({ affected: affected({ all: true, because: [...because] }) })));
    assert.deepEqual(outlined(document), ['page every page: stale, affected: has to be built']);
    assert.match(document.documentElement.textContent, /there is no \.bengal folder/);
  });

  test('has its causes on the left, and a page in the row of its cause', () => {
    const pages = [affectedPage('z', 'content', 'content/a.md'), affectedPage('a', 'content', 'content/z.md')];
    const nodes = nodesIn(assertInertSvg(runSvg(report({ affected: affected({ pages }) }))));
    const at = (title: string): Element | undefined => nodes.get(title);
    const cause = (name: string): string => `source content/${name}.md: stale`;
    const page = (name: string): string => `page /${name}/: stale, affected: has to be built`;
    assert.equal(rowOf(at(cause('a'))), rowOf(at(page('z'))));
    assert.equal(rowOf(at(cause('z'))), rowOf(at(page('a'))));
    const leftOf = (title: string): number => Number(at(title)?.querySelector('rect')?.getAttribute('x'));
    assert.ok(leftOf(cause('a')) < leftOf(page('a')));
  });

  test('puts sections together before it grows beyond what one can take in', () => {
    const pages = Array.from({ length: 500 }, (_, index) =>
      affectedPage(`guides/page-${String(index)}`, 'content', `content/guides/page-${String(index)}.md`),
    );
    const document = assertInertSvg(runSvg(report({ affected: affected({ pages }) })));
    assert.ok(nodesIn(document).size <= 80);
    assert.match(document.documentElement.textContent, /500 pages/);
  });

  test('runs nothing and loads nothing, whatever names there are', () => {
    for (const name of HOSTILE_NAMES) assert.ok(nodesIn(assertInertSvg(runSvg(reportSaying(name)))).size > 0, name);
  });
});
