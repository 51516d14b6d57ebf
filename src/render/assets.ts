import { readFileSync } from '../disk/node.ts';

/** Text of a file in `assets/`, which lies beside this module, and beside the bundle that this module becomes part of. */
export function readAsset(name: `${'report' | 'explorer'}.${'css' | 'js'}`): string {
  return readFileSync(new URL(`./assets/${name}`, import.meta.url), 'utf8');
}
