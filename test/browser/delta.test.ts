import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { deltaComment } from '../../src/report/delta-comment.ts';
import { deltaLinks } from '../../src/report/delta-links.ts';
import { deltaMarkdown } from '../../src/report/delta-markdown.ts';
import { NO_BROWSER, openBrowser, openPage } from '../support/browser.ts';
import { deltaOf, deltaSaying } from '../support/deltas.ts';
import { githubPage } from '../support/github-markdown.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';

/** `SCREENSHOTS=folder npx node --test test/browser` leaves pictures there for people to look at. */
const screenshots = process.env['SCREENSHOTS'];
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
