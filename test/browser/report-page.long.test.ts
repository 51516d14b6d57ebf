import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { reportPage } from '../../src/render/report-page.ts';
import type { Report } from '../../src/report/report.ts';
import { NO_BROWSER, openBrowser, openPage, type BrowserPage } from '../support/browser.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { affected, affectedPage, report, reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `SCREENSHOTS=folder npx node --test test/browser` leaves pictures there for people to look at. */
const screenshots = process.env['SCREENSHOTS'];
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');

/** Opens the page as people do who download it: from a file. */
async function openReport(opened: BrowserPage, shown: Report, folder: string): Promise<Page> {
  const path = join(folder, 'report.html');
  writeFileSync(path, reportPage(shown));
  await opened.page.goto(pathToFileURL(path).href);
  return opened.page;
}

/** What a checker of accessibility finds wrong, contrast included. */
async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    `axe.run().then(({ violations }) => violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.html)))`,
  );
}

async function picture(page: Page, name: string): Promise<void> {
  if (screenshots === undefined) return;
  mkdirSync(screenshots, { recursive: true });
  await page.screenshot({ path: join(screenshots, `report-${name}.png`), fullPage: true });
}

suite('the report page', { skip: NO_BROWSER }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [name, typical] of Object.entries(TYPICAL_REPORTS))
    for (const colorScheme of ['light', 'dark'] as const)
      test(`of a ${name} report opens from a file in ${colorScheme} without a complaint or a barrier`, async () => {
        await using folder = await temporaryFolder();
        await using opened = await openPage(browser, { colorScheme });
        const page = await openReport(opened, typical, folder.path);
        assert.match(await page.title(), /^Bengal Cache: (?:skip the build|build incrementally|build everything)$/);
        assert.deepEqual(opened.complaints, []);
        await picture(page, `${name}-${colorScheme}`);
        // The checker brings scripts of its own, which the page's policy refuses; so it comes last.
        assert.deepEqual(await barriers(page), []);
      });

  test('finds pages by words, by reason and by changed file', async () => {
    await using folder = await temporaryFolder();
    await using opened = await openPage(browser);
    const page = await openReport(opened, TYPICAL_REPORTS['many-pages']!, folder.path);
    const count = page.getByRole('status');
    assert.equal(await count.textContent(), '45 of 45 affected pages');
    await page.getByLabel('Search').fill('page-1');
    assert.equal(await count.textContent(), '10 of 45 affected pages');
    await page.getByLabel('Search').fill('');
    await page.getByLabel('Show something of a changed page').uncheck();
    assert.equal(await count.textContent(), '5 of 45 affected pages');
    await page.getByRole('combobox', { name: 'Changed file' }).selectOption('templates/card.html');
    assert.equal(await count.textContent(), '3 of 45 affected pages');
    await page.getByLabel('Search').fill('nowhere');
    assert.equal(await count.textContent(), '0 of 45 affected pages');
    assert.equal(await page.locator('#tree button').count(), 0);
    assert.deepEqual(opened.complaints, []);
  });

  test('says why a page is affected, and keeps the page in its address', async () => {
    await using folder = await temporaryFolder();
    await using opened = await openPage(browser);
    const page = await openReport(opened, TYPICAL_REPORTS['many-pages']!, folder.path);
    await page.getByRole('button', { name: '/guides/page-07/', exact: true }).first().click();
    const details = page.locator('#details');
    const expected = /shows something of content\/guides\/_index\.md/;
    assert.match((await details.textContent()) ?? '', expected);
    await page.reload();
    assert.match((await details.textContent()) ?? '', expected);
  });

  test('can be used with the keyboard alone', async () => {
    await using folder = await temporaryFolder();
    await using opened = await openPage(browser);
    const page = await openReport(opened, TYPICAL_REPORTS['incremental']!, folder.path);
    await page.keyboard.press('/');
    await page.keyboard.type('oil');
    assert.equal(await page.getByRole('status').textContent(), '1 of 3 affected pages');
    const focused = (): Promise<string> => page.evaluate<string>(`document.activeElement.dataset.url ?? ''`);
    for (let steps = 0; steps < 30 && (await focused()) !== '/lamps/oil/'; steps++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.match((await page.locator('#details').textContent()) ?? '', /content\/lamps\/oil\.md changed/);
    // The page that was chosen is drawn; from there the arrow keys and Enter lead through the graph.
    const drawn = page.locator('#explorer-drawing [data-node]');
    assert.deepEqual(await drawn.allTextContents(), [
      'page /lamps/oil/page /lamps/oil/, stale, affected',
      'source content/lamps/oil.mdsource content/lamps/oil.md, stale',
    ]);
    await drawn.first().focus();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#source/content%2Flamps%2Foil.md');
    assert.equal(await page.getByRole('heading', { name: 'content/lamps/oil.md' }).count(), 1);
    await page.getByRole('button', { name: 'Overview' }).press('Enter');
    await page.locator('#graph g.page').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.hash === '#page/%2Flamps%2Foil%2F');
    assert.deepEqual(opened.complaints, []);
  });

  test('draws what a changed file leads to, and shows all again', async () => {
    await using folder = await temporaryFolder();
    await using opened = await openPage(browser);
    const page = await openReport(opened, TYPICAL_REPORTS['many-pages']!, folder.path);
    await page.locator('#graph g.file', { hasText: '_index.md' }).click();
    await page.getByRole('button', { name: '12 more in this column' }).waitFor();
    assert.equal(await page.locator('#explorer-drawing [data-node]').count(), 31);
    assert.match((await page.locator('#explorer-details').textContent()) ?? '', /Used by \(42\)/);
    await page.getByRole('button', { name: 'Overview' }).click();
    assert.equal(await page.locator('#graph g.file').count(), 2);
    assert.equal(await page.locator('#explorer-drawing').isVisible(), false);
    assert.deepEqual(opened.complaints, []);
  });

  test('makes only what somebody opens, so that ten thousand pages stay fluid', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `s${String(index % 20)}/p${String(index)}`);
    const huge = report({
      affected: affected({ pages: names.map((name) => affectedPage(name, 'template', 'templates/base.html')) }),
      totalPages: 10_000,
    });
    await using folder = await temporaryFolder();
    await using opened = await openPage(browser);
    const page = await openReport(opened, huge, folder.path);
    assert.ok((await page.locator('*').count()) < 500);
    await page.locator('#tree summary', { hasText: 's7/' }).click();
    await page.getByRole('button', { name: '300 more' }).waitFor();
    assert.equal(await page.locator('#tree button[data-url]').count(), 200);
    await page.getByRole('button', { name: '300 more' }).click();
    assert.equal(await page.locator('#tree button[data-url]').count(), 400);
    await page.getByRole('button', { name: '/s7/p7/', exact: true }).click();
    await page.locator('#explorer-drawing [data-node]', { hasText: 'source templates/base.html' }).click();
    await page.getByRole('button', { name: '9,970 more in this column' }).waitFor();
    assert.ok((await page.locator('*').count()) < 2000);
    await page.getByLabel('Search').fill('p9999');
    assert.equal(await page.locator('#count').textContent(), '1 of 10,000 affected pages');
    assert.deepEqual(opened.complaints, []);
  });

  test('runs nothing and asks for nothing, whatever pages and files are called', async () => {
    await using folder = await temporaryFolder();
    const pages = HOSTILE_NAMES.map((name) => affectedPage(name, 'content', name));
    const hostile = {
      ...reportSaying('x'),
      affected: affected({ pages, tags: HOSTILE_NAMES, toRemove: HOSTILE_NAMES }),
    };
    await using opened = await openPage(browser);
    const page = await openReport(opened, hostile, folder.path);
    assert.equal(
      await page.getByRole('status').textContent(),
      `${String(pages.length)} of ${String(pages.length)} affected pages`,
    );
    for (const button of await page.locator('#tree button[data-url]').all()) await button.click();
    assert.equal(await page.locator('img, iframe, object, embed').count(), 0);
    assert.equal(await page.locator('script').count(), 4);
    for (const box of await page.locator('#explorer-drawing [data-node]').all()) await box.dispatchEvent('click');
    assert.deepEqual(opened.complaints, []);
  });
});
