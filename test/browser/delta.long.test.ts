import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { awaitedDeltaSection, deltaSection, withDeltaSection } from '../../src/render/delta-section.ts';
import { reportPage } from '../../src/render/report-page.ts';
import { deltaComment } from '../../src/report/delta-comment.ts';
import { deltaLinks } from '../../src/report/delta-links.ts';
import { deltaMarkdown } from '../../src/report/delta-markdown.ts';
import { NO_BROWSER, openBrowser, openPage } from '../support/browser.ts';
import { deltaOf, deltaSaying } from '../support/deltas.ts';
import { githubPage } from '../support/github-markdown.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { TYPICAL_REPORTS } from '../support/reports.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** `SCREENSHOTS=folder npx node --test test/browser` leaves pictures there for people to look at. */
const screenshots = process.env['SCREENSHOTS'];
const axe = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
const links = deltaLinks({
  previewUrl: 'https://pr-{pr}.example.org{path}',
  pullRequest: 7,
  baseUrl: 'https://docs.example.org',
});
const comment = { name: 'docs', links, vanished: true, before: '', runUrl: undefined };

suite('what readers will see, in a browser', { skip: NO_BROWSER }, () => {
  let browser: Browser;
  before(async () => {
    browser = await openBrowser();
  });
  after(() => browser.close());

  for (const number of [1, 12, 400]) {
    test(`of ${String(number)} changed pages ten rows stand open and the rest is folded`, async () => {
      await using opened = await openPage(browser);
      const { page, complaints } = opened;
      const delta = deltaOf(number);
      const texts = {
        summary: deltaMarkdown(delta, { links, room: 200_000, vanished: true }),
        comment: deltaComment(delta, comment),
      };
      for (const [name, text] of Object.entries(texts)) {
        await page.setContent(await githubPage(text));
        const open = await page.locator('article > ul > li').count();
        assert.ok(open >= 1 && open <= 13, `${String(open)} rows stand open`);
        assert.equal(await page.locator('article details[open]').count(), 0);
        if (screenshots !== undefined) {
          mkdirSync(screenshots, { recursive: true });
          await page.screenshot({ path: join(screenshots, `delta-${name}-${String(number)}.png`), fullPage: true });
        }
      }
      assert.deepEqual(complaints, []);
    });
  }

  for (const number of [1, 12, 400])
    for (const [colorScheme, width] of [
      ['light', 1280],
      ['dark', 390],
    ] as const)
      test(`the page of the report shows ${String(number)} changed pages at ${String(width)} px`, async () => {
        await using folder = await temporaryFolder();
        await using opened = await openPage(browser, { colorScheme, width });
        const { page, complaints } = opened;
        const path = join(folder.path, 'report.html');
        const awaiting = reportPage(TYPICAL_REPORTS['many-pages']!, undefined, awaitedDeltaSection());
        writeFileSync(path, awaiting);
        await page.goto(pathToFileURL(path).href);
        assert.match((await page.locator('#delta').textContent()) ?? '', /Known only after the build/);
        const section = deltaSection(deltaOf(number), { links, vanished: true });
        writeFileSync(path, withDeltaSection(awaiting, section) ?? '');
        await page.reload();
        assert.doesNotMatch((await page.locator('#delta').textContent()) ?? '', /Known only after/);
        const open = await page.locator('#delta > ul > li').count();
        assert.ok(open >= 1 && open <= 13, `${String(open)} rows stand open`);
        assert.equal(await page.locator('#delta details[open]').count(), 0);
        const room = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        assert.ok(room <= 0, 'nothing has to be scrolled to the side');
        assert.deepEqual(complaints, []);
        if (screenshots !== undefined) {
          mkdirSync(screenshots, { recursive: true });
          await page
            .locator('#delta')
            .screenshot({ path: join(screenshots, `delta-page-${String(number)}-${String(width)}.png`) });
        }
        // The checker brings scripts of its own, which the page's policy refuses; so it comes last.
        await page.evaluate(axe);
        const barriers = await page.evaluate<string[]>(
          `axe.run('#delta').then(({ violations }) => violations.flatMap((each) => each.nodes.map((node) => each.id + ': ' + node.html)))`,
        );
        assert.deepEqual(barriers, []);
      });

  test('on the page of the report hostile names and texts are text', async () => {
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    for (const name of HOSTILE_NAMES) {
      const section = deltaSection(deltaSaying(name), { links, vanished: true });
      const shown = withDeltaSection(
        reportPage(TYPICAL_REPORTS['many-pages']!, undefined, awaitedDeltaSection()),
        section,
      );
      await page.setContent(shown ?? '');
      const hosts = await page.evaluate<string[]>(
        `[...document.querySelectorAll('#delta a')].map((link) => link.host)`,
      );
      for (const host of hosts) assert.match(host, /^(?:docs|pr-7)\.example\.org$/);
      assert.equal(await page.locator('#delta :is(img, script, iframe, style)').count(), 0);
    }
    assert.deepEqual(complaints, []);
  });

  test('of hostile names and texts runs nothing, asks for nothing and leads nowhere else', async () => {
    await using opened = await openPage(browser);
    const { page, complaints } = opened;
    const texts = HOSTILE_NAMES.map((name) => deltaComment(deltaSaying(name), comment));
    await page.setContent(await githubPage(texts.join('\n\n')));
    const hosts = await page.evaluate<string[]>(`[...document.querySelectorAll('article a')].map((link) => link.host)`);
    assert.deepEqual([...new Set(hosts)].sort(), ['docs.example.org', 'pr-7.example.org']);
    assert.equal(await page.locator('article img').count(), 0);
    assert.deepEqual(complaints, []);
  });
});
