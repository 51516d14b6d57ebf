import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reasonSentence } from '../../src/report/words.ts';

test('a reason names what the page took from elsewhere, where its record tells', () => {
  const via = 'content/a.md';
  assert.equal(reasonSentence({ kind: 'linked', via, shows: `title of ${via}` }), `shows title of ${via}`);
  assert.equal(
    reasonSentence({ kind: 'section-listing', via, shows: 'regular_pages of section content' }),
    `lists the pages around ${via}: regular_pages of section content`,
  );
});

test('nothing is said twice, and nothing is made up', () => {
  const [shows, via] = ['the template card.html', 'card.html'];
  assert.equal(reasonSentence({ kind: 'template', via, shows }), 'uses the template card.html');
  assert.equal(reasonSentence({ kind: 'linked', via: 'content/a.md' }), 'shows something of content/a.md');
});
