import assert from 'node:assert/strict';
import { test } from 'node:test';
import { roleOf, sourceFolders, templateNameOfExternal, type SourceRole } from '../../src/changes/layout.ts';
import { LAYOUT } from '../support/site-rig.ts';

const ROLES: readonly (readonly [path: string, role: SourceRole])[] = [
  ['content/a.md', { kind: 'page' }],
  ['content/a/b/_index.MD', { kind: 'page' }],
  ['content/a.ipynb', { kind: 'page' }],
  ['content/a.txt', { kind: 'page' }],
  ['content/a.png', { kind: 'content-resource' }],
  ['content/templates/a.html', { kind: 'content-resource' }],
  ['contents/a.md', { kind: 'other' }],
  ['config/_default/site.yaml', { kind: 'config', active: true }],
  ['config/environments/other.yaml', { kind: 'config', active: false }],
  ['bengal.toml', { kind: 'config', active: false }],
  ['templates/page.html', { kind: 'template', name: 'page.html' }],
  ['templates/partials/a.html', { kind: 'template', name: 'partials/a.html' }],
  ['themes/mine/templates/page.html', { kind: 'template', name: 'page.html' }],
  ['themes/mine/theme.yaml', { kind: 'site-wide' }],
  ['themes/mine/assets/css/a.css', { kind: 'asset', name: 'css/a.css' }],
  ['themes/mine/static/a.txt', { kind: 'static' }],
  ['themes/templates/x.html', { kind: 'site-wide' }],
  ['assets/css/a.css', { kind: 'asset', name: 'css/a.css' }],
  ['static/robots.txt', { kind: 'static' }],
  ['data/a/b.yaml', { kind: 'data' }],
  ['i18n/de.yaml', { kind: 'site-wide' }],
  ['src/module.py', { kind: 'other' }],
  ['name\nwith/templates/x', { kind: 'other' }],
];

for (const [path, role] of ROLES) {
  test(`${JSON.stringify(path)} is ${role.kind}`, () => {
    assert.deepEqual(roleOf(path, LAYOUT), role);
  });
}

test('a content folder of another name, or within another, is the content folder', () => {
  assert.equal(roleOf('docs/pages/a.md', { ...LAYOUT, contentDir: 'docs/pages' as never }).kind, 'page');
  assert.equal(roleOf('docs/a.md', { ...LAYOUT, contentDir: 'docs/pages' as never }).kind, 'other');
});

test('every folder that Bengal reads is looked at', () => {
  assert.deepEqual(sourceFolders(LAYOUT), [
    'content',
    'templates',
    'themes',
    'data',
    'assets',
    'static',
    'i18n',
    'config',
  ]);
});

test('a template of a theme elsewhere is known by what follows its last templates folder', () => {
  assert.equal(templateNameOfExternal('/x/templates/theme/templates/partials/a.html'), 'partials/a.html');
  assert.equal(templateNameOfExternal('/x/assets/a.css'), undefined);
});
