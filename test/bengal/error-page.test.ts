import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPageError, readPageError } from '../../src/bengal/error-page.ts';
import { siteRig } from '../support/site-rig.ts';

const OVERLAY = `<!doctype html>
<html lang="en" data-bengal-overlay="1">
<head><title>Build Error — Bad tpl</title><style>${'a{}'.repeat(200)}</style></head>
<body><span class="badge">R002</span>
<h1 class="title">Kida Parse Error [K-PAR-003]: Unexpected token: block_end
  --&gt; /s/templates/broken.html:1:50
  1 | {% extends &quot;base.html&quot; %}</h1></body></html>`;

test('a page about an error that stands in the place of a page is told by its mark, with the message', () => {
  assert.deepEqual(findPageError(OVERLAY, '/s'), {
    how: 'error-page',
    message:
      'Kida Parse Error [K-PAR-003]: Unexpected token: block_end --> templates/broken.html:1:50 1 | {% extends "base.html" %}',
  });
});

test('a page that quotes the mark in its text is no error page', () => {
  assert.equal(findPageError(`<!doctype html><html><body><pre>&lt;html ${OVERLAY.slice(16)}</pre>`, '/s'), undefined);
});

test('an error that Bengal wrote in the place of a text is found where the log speaks of one', async () => {
  const page =
    '<!doctype html><html><body><div class="markdown-error"><p><strong>Markdown parsing error in unknown:</strong> no &#x27;x&#x27;</p>';
  await using rig = await siteRig({ 'a.html': page, 'b.html': OVERLAY });
  const file = join(rig.path, 'a.html');
  assert.deepEqual(readPageError(file, '/s', true), { how: 'error-in-page', message: "no 'x'" });
  assert.equal(readPageError(file, '/s', false), undefined);
  assert.equal(readPageError(join(rig.path, 'b.html'), '/s', false)?.how, 'error-page');
  assert.equal(readPageError(join(rig.path, 'absent.html'), '/s', false), undefined);
});
