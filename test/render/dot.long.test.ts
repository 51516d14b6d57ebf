import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Graphviz } from '@hpcc-js/wasm-graphviz';
import fc from 'fast-check';
import { dot } from '../../src/render/dot.ts';
import type { Picture } from '../../src/render/picture.ts';
import { noteBoxes, png } from '../../src/render/png.ts';
import { svg } from '../../src/render/svg.ts';
import { visibleText } from '../../src/render/visible.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { assertInertSvg } from './inert-svg.ts';
import { anyPicture, pictureSaying } from './pictures.ts';

/** What Graphviz itself understood of a graph. */
interface ParsedDot {
  readonly name: string;
  readonly objects: readonly { readonly name: string; readonly label: string; readonly URL?: string }[];
  readonly edges?: readonly { readonly tail: number; readonly head: number; readonly label?: string }[];
}

async function parseDot(text: string): Promise<ParsedDot> {
  const graphviz = await Graphviz.load();
  return JSON.parse(graphviz.layout(text, 'dot_json', 'nop')) as ParsedDot;
}

/** The text that a label stands for: Graphviz resolves its escapes and entities only when it draws. */
function drawnText(label: string): string {
  return label.replaceAll('\\\\', '\\').replaceAll('&amp;', '&');
}

async function assertReadAsMeant(picture: Picture): Promise<void> {
  const parsed = await parseDot(dot(picture));
  assert.equal(parsed.name, 'dependencies');
  assert.deepEqual(
    parsed.objects.map(({ name, label }) => [name, drawnText(label)]),
    picture.nodes.map(({ label }, index) => [`n${index}`, visibleText(label)]),
  );
  assert.deepEqual(
    (parsed.edges ?? []).map(({ tail, head, label }) => [tail, head, drawnText(label ?? '')]),
    picture.edges.map(({ from, to, label }) => [from, to, label]),
  );
  assert.ok(parsed.objects.every((object) => object.URL === undefined));
}

const textsOf = (document: Document): string[] =>
  [...document.querySelectorAll('.node text')].map((text) => text.textContent);

describe('Graphviz reads each name as it can be seen, and SVG shows it as text', () => {
  for (const name of HOSTILE_NAMES) {
    test(JSON.stringify(name), async () => {
      const picture = pictureSaying(name);
      await assertReadAsMeant(picture);
      const document = assertInertSvg(await svg(picture, name));
      for (const text of textsOf(document)) assert.equal(text, visibleText(name));
    });
  }

  test('in any picture', async () => {
    await fc.assert(
      fc.asyncProperty(anyPicture, async (picture) => {
        await assertReadAsMeant(picture);
        const document = assertInertSvg(await svg(picture));
        assert.deepEqual(textsOf(document).sort(), picture.nodes.map((node) => visibleText(node.label)).sort());
      }),
      { numRuns: 60 },
    );
  });
});

describe('an SVG picture', () => {
  test('says what each node is when somebody points at it, and has a name for who cannot see it', async () => {
    const document = assertInertSvg(await svg(pictureSaying('a<b>.md'), 'The <site>'));
    assert.equal(document.documentElement.getAttribute('role'), 'img');
    assert.match(document.documentElement.getAttribute('aria-label')!, /^The <site>: \d+ nodes, \d+ edges$/);
    const titles = [...document.querySelectorAll('.node title')].map((title) => title.textContent);
    assert.ok(titles.includes('page a<b>.md: stale, affected: has to be built'), titles.join('\n'));
    assert.ok([...document.querySelectorAll('.edge title')].every((title) => title.textContent.includes(' → ')));
  });

  test('has a legend, and says what it leaves out', async () => {
    const picture = { ...pictureSaying('a'), notes: ['12 more nodes are not drawn.'] };
    const text = assertInertSvg(await svg(picture)).documentElement.textContent;
    for (const words of ['tracked file, as it was', 'affected: has to be built', '12 more nodes are not drawn.'])
      assert.ok(text.includes(words), words);
  });

  test('of nothing says so', async () => {
    const text = await svg({ nodes: [], edges: [], notes: [] });
    assert.match(assertInertSvg(text).documentElement.textContent, /Nothing to draw\./);
  });

  test('is the same each time', async () => {
    const picture = pictureSaying('a');
    assert.equal(await svg(picture), await svg(picture));
  });
});

describe('a PNG picture', () => {
  const sizeOf = (image: Uint8Array): [number, number] => {
    const view = new DataView(image.buffer, image.byteOffset);
    return [view.getUint32(16), view.getUint32(20)];
  };

  test('is a PNG of the size of the drawing, twice as fine as its units', async () => {
    const text = await svg(pictureSaying('a'));
    const [, width = '', height = ''] = /width="(\d+)pt" height="(\d+)pt"/.exec(text)!;
    const image = await png(text);
    assert.deepEqual([...image.subarray(0, 8)], [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const [wide, high] = sizeOf(image);
    // A point is four thirds of a pixel.
    assert.ok(Math.abs(wide - (Number(width) * 8) / 3) < 4 && Math.abs(high - (Number(height) * 8) / 3) < 4);
  });

  test('says so where it has boxes instead of letters, and only there', () => {
    for (const name of ['about.md', 'Über-Größe', 'Жук', 'λόγος', 'a→b ✓', '‮evil', 'שלום'])
      assert.deepEqual(noteBoxes(pictureSaying(name)).notes, pictureSaying(name).notes, name);
    for (const name of ['漢字.md', 'かな', '한국어', 'عربى', 'ไทย', '🎉'])
      assert.match(noteBoxes(pictureSaying(name)).notes.join(), /Boxes stand for letters/, name);
  });

  test('is drawn with the font that comes along: letters leave marks', async () => {
    const bare = await png(await svg(pictureSaying('.')));
    const full = await png(await svg(pictureSaying('MMMM')));
    assert.ok(full.byteLength > bare.byteLength);
    assert.notDeepEqual(await png(await svg(pictureSaying('Жук'))), await png(await svg(pictureSaying('Жэк'))));
  });

  test('of a drawing of any length has a size that can be held', async () => {
    const text =
      '<svg xmlns="http://www.w3.org/2000/svg" width="100000" height="10"><rect width="99" height="9"/></svg>';
    assert.equal(Math.max(...sizeOf(await png(text))), 16_000);
  });
});
