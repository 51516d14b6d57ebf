import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cliPage } from '../../scripts/cli-docs.ts';
import { readDocsPage } from '../support/docs-examples.ts';

test('docs/cli.md says of each command what the parser takes (npm run docs:cli)', () => {
  const page = readDocsPage('cli.md');
  assert.equal(cliPage(page), page);
});

test('the contents of docs/cli.md lead to sections that are there', () => {
  const page = readDocsPage('cli.md');
  const anchors = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) =>
    title
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, anchor = ''] of page.matchAll(/\]\(#([^)]*)\)/g)) assert.ok(anchors.includes(anchor), anchor);
});
