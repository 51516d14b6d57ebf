import { existsSync, readFileSync } from '../disk/node.ts';
import { fileURLToPath } from 'node:url';

/** Files of packages that lie in `assets/` beside the bundle; when running from source, in their packages. */
export const BINARY_ASSETS = {
  'resvg.wasm': '@resvg/resvg-wasm/index_bg.wasm',
  'arimo.ttf': '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
} as const;

export function readBinaryAsset(name: keyof typeof BINARY_ASSETS): Uint8Array {
  const beside = fileURLToPath(new URL(`./assets/${name}`, import.meta.url));
  return readFileSync(existsSync(beside) ? beside : fileURLToPath(import.meta.resolve(BINARY_ASSETS[name])));
}
