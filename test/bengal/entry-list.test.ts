import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { tagEntryCodec } from '../../src/bengal/entries/tag-entry.ts';
import { EntryList } from '../../src/bengal/entry-list.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const TAGS = ['python', 'web'].map((slug) => ({
  slug,
  name: slug,
  pagePaths: ['a.md'],
  updatedAt: '...',
  isValid: true,
}));

describe('a list of entries', () => {
  test('is read as it was saved, compressed or not, and lies in one form only', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'new', 'tags.json');
    for (const [compress, name] of [
      [true, 'tags.json.zst'],
      [false, 'tags.json'],
      [true, 'tags.json.zst'],
    ] as const) {
      await new EntryList(path, tagEntryCodec, { compress }).save(TAGS);
      assert.deepEqual(readdirSync(join(folder.path, 'new')), [name]);
      for (const spelled of [path, `${path}.zst`, join(folder.path, 'new/tags')])
        assert.deepEqual(await new EntryList(spelled, tagEntryCodec).load(), TAGS);
    }
  });

  test('is in the form of Bengal', async () => {
    await using folder = await temporaryFolder();
    const path = join(folder.path, 'tags.json');
    await new EntryList(path, tagEntryCodec, { compress: false, version: 3 }).save([]);
    assert.deepEqual(JSON.parse(readFileSync(path, 'utf8')), { version: 3, entries: [] });
  });

  for (const [what, content, why] of [
    ['absent', undefined, undefined],
    ['corrupt', 'hello', /^tags\.json is not used: /],
    ['of another version', '{"version":2,"entries":[]}', /it has version 2, and 1 is understood/],
    ['of entries that do not fit', '{"version":1,"entries":[{},1]}', /^tags\.json: entries left out .*: 2$/],
    ['of no entries', '{"version":1}', undefined],
  ] as const) {
    test(`is empty where the file is ${what}`, async () => {
      await using folder = await temporaryFolder();
      const path = join(folder.path, 'tags.json');
      if (content !== undefined) writeFileSync(path, content);
      const warnings: string[] = [];
      const list = new EntryList(path, tagEntryCodec, { warn: (sentence) => warnings.push(sentence) });
      assert.deepEqual(await list.load(), []);
      if (why === undefined) assert.deepEqual(warnings, []);
      else assert.match(warnings.join('\n'), why);
    });
  }

  test('refuses what is no entry, and leaves the file as it was', async () => {
    await using folder = await temporaryFolder();
    const list = new EntryList(join(folder.path, 'tags.json'), tagEntryCodec);
    await list.save(TAGS);
    await assert.rejects(list.save([{ ...TAGS[0]!, name: 1 as never }]), /^TypeError: name: expected a string, got 1/);
    assert.deepEqual(await list.load(), TAGS);
  });
});
