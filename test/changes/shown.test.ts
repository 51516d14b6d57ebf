import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { NO_EDIT, type PageEdit } from '../../src/changes/page-edit.ts';
import { showsEdit, type EditedPage } from '../../src/changes/shown.ts';
import { recordedPage } from '../support/recorded.ts';
import { siteRig } from '../support/site-rig.ts';

const OIL = recordedPage({ key: 'content/lamps/oil.md' });
const TEXT = 'The lamp and its lens are kept clean by the keepers of the light';

const EDITED: EditedPage = {
  outputs: ['lamps/index.html'],
  edit: NO_EDIT,
  frontMatterBefore: { title: 'Lamps & Lenses', weight: 7 },
  textBefore: TEXT,
  bodyAfter: TEXT,
  unseenKeys: new Set(),
};

/** Whether a page with this HTML shows what the edit changed. */
async function shows(html: string | undefined, overrides: Partial<EditedPage>): Promise<boolean> {
  await using rig = await siteRig(html === undefined ? {} : { 'public/lamps/oil/index.html': html });
  const built = { folder: `${rig.path}/public`, bases: ['https://lighthouse.example'] };
  return showsEdit(OIL, { ...EDITED, ...overrides }, built);
}

function edit(overrides: Partial<PageEdit>): PageEdit {
  return { ...NO_EDIT, body: true, ...overrides };
}

const TITLE = { edit: edit({ keys: new Set(['title']), body: false }) };
const LINK = '<a href="https://lighthouse.example/lamps/">Lamps &amp; <b>Lenses</b></a>';

describe('a page shows what the edit of another one changed', () => {
  test('when it links to it by the old title', async () => {
    assert.equal(await shows(LINK, TITLE), true);
    assert.equal(await shows('<p>Lamps &amp; Lenses <a href="../">up</a>', TITLE), true);
  });

  test('when it links to it, and the old value is none that could be looked for', async () => {
    const description = { edit: edit({ keys: new Set(['description']), body: false }) };
    assert.equal(await shows('<a href="/lamps/">up</a>', description), true);
  });

  test('when it shows words that are gone', async () => {
    const bodyAfter = TEXT.replace('clean', 'bright');
    assert.equal(await shows('<p>its lens are kept clean by', { edit: edit({}), bodyAfter }), true);
    assert.equal(
      await shows('<p>by the keepers of the light', { edit: edit({}), bodyAfter: `${TEXT} and the dark` }),
      true,
    );
  });

  test('when it links to it, and the old text is not known', async () => {
    assert.equal(await shows('<a href="/lamps/">up</a>', { edit: edit({}), textBefore: '' }), true);
  });

  test('when it is not there to be read', async () => {
    assert.equal(await shows(undefined, TITLE), true);
  });
});

describe('a page shows nothing of the edit of another one', () => {
  test('when it does not link to it', async () => {
    assert.equal(await shows('<p>Lamps & Lenses</p><a href="/weather/">Weather</a>', TITLE), false);
  });

  test('when it links to it by another name', async () => {
    assert.equal(await shows('<a href="/lamps/">up</a>', TITLE), false);
  });

  test('when it shows words that are still there', async () => {
    const bodyAfter = `Mind this. ${TEXT}`;
    assert.equal(await shows('<p>The lamp and its lens are kept', { edit: edit({}), bodyAfter }), false);
  });

  test('when the key is one that no template shows', async () => {
    const unseen = { edit: edit({ keys: new Set(['mood']), body: false }), unseenKeys: new Set(['mood']) };
    assert.equal(await shows(LINK, unseen), false);
  });
});
