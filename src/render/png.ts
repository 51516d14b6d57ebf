import { readBinaryAsset } from './assets-binary.ts';

export interface PngOptions {
  /** Pixels for each unit of the SVG; 2 when absent, for screens of today. */
  readonly scale?: number;
}

/** Wider or higher pictures than this are drawn smaller: their pixels would fill gigabytes. */
const MOST_PIXELS = 16_000;

/** Draws an SVG picture as PNG, with a font that it brings along: the same pixels on every machine. */
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
