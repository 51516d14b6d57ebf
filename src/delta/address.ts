import { encodePath } from '../core/web-address.ts';

const INDEX = /(^|\/)index\.html?$/i;

/** The path of an output's address, percent-encoded, with its first slash: `a/index.html` is at `/a/`. */
export function addressOf(path: string): string {
  return `/${encodePath(path.replace(INDEX, '$1'))}`;
}

/** The same as people write it. */
export function readableAddress(path: string): string {
  return `/${path.replace(INDEX, '$1')}`;
}

/** Every spelling under which a server or a cache may know an output; the usual one first. */
export function spellingsOf(path: string): readonly string[] {
  const usual = addressOf(path);
  if (INDEX.test(path)) {
    const bare = usual.replace(/\/$/, '');
    return [...new Set([usual, `/${encodePath(path)}`, ...(bare === '' ? [] : [bare])])];
  }
  return /\.html?$/i.test(path) ? [usual, usual.replace(/\.html?$/i, '')] : [usual];
}
