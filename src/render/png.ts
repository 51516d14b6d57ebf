import { readBinaryAsset } from './assets-binary.ts';
import type { Picture } from './picture.ts';

export interface PngOptions {
  /** Pixels for each unit of the SVG; 2 when absent, for screens of today. */
  readonly scale?: number;
}

/** Wider or higher pictures than this are drawn smaller: their pixels would fill gigabytes. */
const MOST_PIXELS = 16_000;

/** What the font has no shapes for: letters of most scripts, and emoji. */
const WITHOUT_SHAPE =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

/** Says in the picture itself that it has boxes instead of some letters, so that nobody takes them for names. */
export function noteBoxes(picture: Picture): Picture {
  if (!picture.nodes.some(({ label }) => WITHOUT_SHAPE.test(label))) return picture;
  const note = 'Boxes stand for letters that PNG pictures have no shapes for; SVG and HTML show them.';
  return { ...picture, notes: [...picture.notes, note] };
}

/**
 * Draws an SVG picture as PNG, with a font that it brings along: the same pixels on every machine. Letters that are not
 * Latin, Greek, Cyrillic or Hebrew come out as boxes.
 */
export async function png(svg: string, { scale = 2 }: PngOptions = {}): Promise<Uint8Array> {
  const { initWasm, Resvg } = await import('@resvg/resvg-wasm');
  ready ??= initWasm(readBinaryAsset('resvg.wasm'));
  await ready;
  const font = { fontBuffers: [readBinaryAsset('arimo.ttf')], defaultFontFamily: 'Arimo', sansSerifFamily: 'Arimo' };
  const sizes = new Resvg(svg, { font });
  const side = Math.max(sizes.width, sizes.height) * scale;
  sizes.free();
  const zoom = side > MOST_PIXELS ? (scale * MOST_PIXELS) / side : scale;
  const drawing = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom }, background: '#FFFFFF' });
  const image = drawing.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    drawing.free();
  }
}

/** The package may be told about its WebAssembly once only. */
let ready: Promise<unknown> | undefined;
