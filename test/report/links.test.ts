import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { reportLinks, type LinkOptions } from '../../src/report/links.ts';

const KNOWN: LinkOptions = {
  server: 'https://github.com',
  repository: 'owner/site',
  commit: '6a4c21e0b1c2d3e4f5a6b7c8d9e0f1a2b3c4d5e6',
  folder: 'docs',
  baseUrl: 'https://docs.example.org/manual/',
};

test('a source leads to the file at the commit, a page to where it is published', () => {
  const links = reportLinks(KNOWN);
  assert.equal(
    links.source('content/C++ & more.md'),
    `https://github.com/owner/site/blob/${KNOWN.commit ?? ''}/docs/content/C%2B%2B%20%26%20more.md`,
  );
  assert.equal(links.page('/guides/caf\u00e9/'), 'https://docs.example.org/manual/guides/caf%C3%A9/');
});

test('a site at the root of its repository has no folder in the link', () => {
  assert.match(reportLinks({ ...KNOWN, folder: '' }).source('a.md') ?? '', /\/blob\/[0-9a-f]{40}\/a\.md$/);
});

const USELESS: readonly (readonly [string, Partial<LinkOptions>])[] = [
  ['no server', { server: undefined, baseUrl: undefined }],
  ['a server that is a script', { server: 'javascript:alert(1)', baseUrl: 'javascript:alert(1)' }],
  ['a base URL that is a path', { server: '/', baseUrl: '/manual' }],
  ['nothing that is a repository', { repository: 'a/b/c)', baseUrl: 'data:text/html,x' }],
  ['nothing that is a commit', { commit: 'main)', baseUrl: 'file:///etc/passwd' }],
];
for (const [what, wrong] of USELESS)
  test(`with ${what} there are no links`, () => {
    const links = reportLinks({ ...KNOWN, ...wrong });
    assert.equal(links.source('a.md'), undefined);
    assert.equal(links.page('/a/'), undefined);
  });

test('a file outside the site has no link', () => {
  assert.equal(reportLinks(KNOWN).source('/usr/lib/python3/base.html'), undefined);
});

test('no name can end a link or an attribute, or lead to another host', () => {
  const links = reportLinks(KNOWN);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      for (const link of [links.source(`a${name}`), links.page(`/${name}`)]) {
        assert.match(link ?? '', /^https:\/\/(github\.com|docs\.example\.org)\/[\w.%/-]*$/);
      }
    }),
  );
});
