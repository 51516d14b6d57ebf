import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { buildGraph } from '../../src/graph/build-graph.ts';
import { graphBuilder, type Graph } from '../../src/graph/model.ts';
import { findStatuses } from '../../src/graph/status.ts';
import { explorerPage } from '../../src/render/explorer.ts';
import { fitPicture } from '../../src/render/fit.ts';
import { sceneOf } from '../../src/render/picture.ts';
import { svg } from '../../src/render/svg.ts';
import { NO_BROWSER, openBrowser, openPage, type BrowserPage } from '../support/browser.ts';
import { lighthouseState, stateOf } from '../support/site-rig.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `SCREENSHOTS=folder npx node --test test/render/explorer-browser.long.test.ts` leaves pictures there to look at. */
const screenshots = process.env['SCREENSHOTS'];
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

async function lighthouse(): Promise<Graph> {
  await using rig = await lighthouseState();
  return buildGraph(await stateOf(rig));
}

/** A site of 10,000 pages, each from a source and three templates. */
function largeGraph(): Graph {
  const builder = graphBuilder();
  for (let index = 0; index < 10_000; index++) {
    const page = builder.node('page', `content/s${index % 20}/p${index}.md`);
    builder.depends(page, builder.node('source', `content/s${index % 20}/p${index}.md`), { kind: 'content' });
    for (const template of ['base.html', 'page.html', `t${index % 50}.html`])
      builder.depends(page, builder.node('template', template), { kind: 'template' });
  }
  return builder.build();
}

async function write(graph: Graph, folder: string): Promise<string> {
  const statuses = findStatuses(graph, (id) =>
    graph.nameOf(id) === 'data/watches.yaml' ? { kind: 'changed' } : { kind: 'same' },
  );
  const affected = new Set(graph.ofKind('page').filter((id) => statuses.of(id) === 'stale'));
  const scene = sceneOf({ graph, statuses, affected });
  const path = join(folder, 'graph.html');
  const overview = await svg(fitPicture(scene, { mostNodes: 150, mostEdges: 400 }));
  const page = explorerPage({ graph, statusOf: scene.statusOf, isAffected: scene.isAffected, overview });
  writeFileSync(path, page);
  return pathToFileURL(path).href;
}

async function picture(page: Page, name: string): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `explorer-${name}.png`) });
}

/** What a checker of accessibility finds wrong, contrast included. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.html)))`,
  );
}

suite('the explorer in a browser', { skip: NO_BROWSER }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  const opened = async (at: BrowserPage, url: string): Promise<Page> => {
    await at.page.goto(url);
    return at.page;
  };

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`opens from a file in ${colorScheme} without a complaint or a barrier, and is used by keyboard alone`, async () => {
      await using folder = await temporaryFolder();
      const url = await write(await lighthouse(), folder.path);
      await using at = await openPage(browser, { colorScheme });
      const page = await opened(at, url);
      await picture(page, `overview-${colorScheme}`);
      await page.keyboard.press('/');
      await page.keyboard.type('duties');
      await page.keyboard.press('Tab');
      for (let step = 0; step < 20 && !(await page.evaluate(`document.activeElement.matches('[data-node]')`)); step++)
        await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      // The drawing follows the address, and that event comes later than the key.
      await page.waitForURL(/duties/);
      await page.waitForSelector('#explorer-drawing g.chosen title >> text=duties', { state: 'attached' });
      await page.focus('#explorer-drawing [tabindex="0"]');
      await page.keyboard.press('ArrowLeft');
      const near = await page.evaluate<string>(`document.activeElement.getAttribute('aria-label')`);
      assert.notEqual(near, '');
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => !url.hash.includes('duties'));
      // What Alt and the left arrow key do in a browser with a window.
      await page.goBack();
      await page.waitForURL(/duties/);
      await picture(page, `focus-${colorScheme}`);
      assert.deepEqual(at.complaints, []);
      assert.deepEqual(await barriers(page), []);
    });
  }

  test('of a graph of 20,000 nodes finds a node and draws what is near it', async () => {
    await using folder = await temporaryFolder();
    await using at = await openPage(browser);
    const page = await opened(at, await write(largeGraph(), folder.path));
    await page.fill('#explorer-search', 's7/p4007');
    await page.click('#explorer-results button');
    assert.equal(
      await page.locator('#explorer-drawing g.chosen title').textContent(),
      'page content/s7/p4007.md, fresh',
    );
    await page.goto(`${page.url().replace(/#.*/, '')}#template/base.html`);
    await page.waitForSelector('#explorer-drawing g.chosen title >> text=base.html', { state: 'attached' });
    assert.equal(await page.locator('#explorer-drawing g[data-node]').count(), 31);
    await picture(page, 'large');
    assert.deepEqual(at.complaints, []);
  });
});
