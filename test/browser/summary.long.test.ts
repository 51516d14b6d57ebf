import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { affectedMermaid } from '../../src/render/mermaid.ts';
import { reportLinks } from '../../src/report/links.ts';
import type { Report } from '../../src/report/report.ts';
import { reportSummary } from '../../src/report/summary.ts';
import { NO_BROWSER, openBrowser, openPage } from '../support/browser.ts';
import { missingTool } from '../support/heavy-tools.ts';
import { githubPage } from '../support/github-markdown.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { reportSaying, TYPICAL_REPORTS } from '../support/reports.ts';

/** `SCREENSHOTS=folder npx node --test test/browser` leaves pictures there for people to look at. */
const screenshots = process.env['SCREENSHOTS'];
const mermaid = join(import.meta.dirname, '../tools/node_modules/mermaid/dist/mermaid.min.js');
const LINKS = reportLinks({
  server: 'https://github.com',
  repository: 'owner/site',
  commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  folder: 'docs',
  baseUrl: 'https://docs.example.org/',
});

function summaryOf(report: Report): string {
  return reportSummary(report, affectedMermaid(report), LINKS);
}

const DRAW = `(async () => {
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict' });
  for (const [index, fence] of [...document.querySelectorAll('code.language-mermaid')].entries()) {
    const figure = document.createElement('figure');
    figure.innerHTML = (await mermaid.render('picture-' + index, fence.textContent)).svg;
    fence.parentElement.replaceWith(figure);
  }
})()`;

/** Draws what stands in fences marked `mermaid`, as GitHub does; returns how many pictures there are then. */
async function drawDiagrams(page: Page): Promise<number> {
  await page.addScriptTag({ path: mermaid });
  await page.evaluate(DRAW);
  return page.locator('figure svg').count();
}

suite('the job summary in a browser', { skip: NO_BROWSER || missingTool('mermaid') }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const [name, report] of Object.entries(TYPICAL_REPORTS)) {
    test(`of a ${name} report shows its verdict, its table and its picture`, async () => {
      await using opened = await openPage(browser);
      const { page, complaints } = opened;
      const summary = summaryOf(report);
      await page.setContent(await githubPage(summary));
      const pictures = await drawDiagrams(page);
      assert.equal(pictures, summary.includes('```mermaid') ? 1 : 0);
      assert.match((await page.textContent('article')) ?? '', /Bengal Cache: (?:skip|build)/);
      assert.deepEqual(complaints, []);
      if (screenshots !== undefined) {
        mkdirSync(screenshots, { recursive: true });
        await page.screenshot({ path: join(screenshots, `summary-${name}.png`), fullPage: true });
      }
    });
  }

  test('of hostile names runs nothing, asks for nothing and leads nowhere else', async () => {
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    const summaries = HOSTILE_NAMES.map((name) => summaryOf(reportSaying(name)));
    await page.setContent(await githubPage(summaries.join('\n\n')));
    assert.equal(await drawDiagrams(page), HOSTILE_NAMES.length);
    const hosts = await page.evaluate<string[]>(`[...document.querySelectorAll('article a')].map((link) => link.host)`);
    assert.deepEqual([...new Set(hosts)].sort(), ['docs.example.org', 'github.com']);
    assert.equal(await page.locator('article img').count(), 0);
    assert.equal(await page.locator('figure a, figure [onclick], figure script, figure iframe').count(), 0);
    assert.deepEqual(complaints, []);
  });
});
