import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileRefReader, findRecordedRoot, nameOfRef } from '../../src/bengal/file-ref.ts';

const refOf = fileRefReader('/home/runner/work/site');
const nameOf = (recorded: string): string => nameOfRef(refOf(recorded));

test('a file below the recorded root is the same file, however the state spells it', () => {
  for (const spelling of [
    'content/a.md',
    './content/a.md',
    'content//a.md',
    'content\\a.md',
    '/home/runner/work/site/content/a.md',
    '/home/runner/work/site/content/../content/a.md',
  ])
    assert.deepEqual(refOf(spelling), { where: 'site', path: 'content/a.md' }, spelling);
});

test('a root that is only the beginning of another name is another folder', () => {
  assert.equal(refOf('/home/runner/work/site-old/content/a.md').where, 'elsewhere');
});

test('a path that climbs out of the site is elsewhere, and never a site path', () => {
  for (const recorded of ['../x.md', 'content/../../x.md', '/home/runner/work/site/../x.md', 'a\0b', ''])
    assert.equal(refOf(recorded).where, 'elsewhere', recorded);
});

test('a file of an installed package is known by its place in the package', () => {
  const places = [
    '/opt/venv/lib/python3.14/site-packages/bengal/themes/default/templates/base.html',
    '/usr/lib/python3/dist-packages/bengal/themes/default/templates/base.html',
    'C:\\Python314\\Lib\\site-packages\\bengal\\themes\\default\\templates\\base.html',
  ];
  for (const place of places) {
    const ref = refOf(place);
    assert.equal(ref.where === 'package' && ref.path, 'bengal/themes/default/templates/base.html', place);
    assert.equal(nameOf(place), place.replaceAll('\\', '/'));
  }
});

test('on Windows the root has a drive letter', () => {
  const windows = fileRefReader('C:/work/site');
  assert.deepEqual(windows('C:\\work\\site\\content\\a.md'), { where: 'site', path: 'content/a.md' });
  assert.deepEqual(windows('D:\\work\\site\\content\\a.md'), {
    where: 'elsewhere',
    recorded: 'D:/work/site/content/a.md',
  });
});

test('without a known root every absolute path is elsewhere', () => {
  assert.equal(fileRefReader()('/home/runner/work/site/content/a.md').where, 'elsewhere');
});

test('the root is what stands before known page keys; the most frequent answer wins', () => {
  const keys = new Set(['content/a.md', 'content/b.md', 'content/content/a.md']);
  const paths = ['/new/site/content/a.md', '/new/site/content/b.md', '/old/site/content/a.md', 'content/a.md'];
  assert.equal(findRecordedRoot(paths, keys), '/new/site');
});

test('the shortest root counts: content/content/a.md does not make content the root', () => {
  const keys = new Set(['content/a.md', 'content/content/a.md']);
  assert.equal(findRecordedRoot(['/site/content/content/a.md'], keys), '/site');
});

test('generated pages give the root away too, and a state without absolute paths has none', () => {
  assert.equal(findRecordedRoot(['/site/.bengal/generated/tags/index.md'], new Set()), '/site');
  assert.equal(findRecordedRoot(['content/a.md', '/elsewhere/x.md'], new Set(['content/a.md'])), undefined);
});
