import { sitePath, type SitePath } from '../core/paths.ts';

// What people write into inputs, one kind of value each. `undefined`: not of that kind.

const UNITS_OF_TIME: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const UNITS_OF_SIZE: Readonly<Record<string, number>> = {
  b: 1,
  kb: 1000,
  mb: 1000 ** 2,
  gb: 1000 ** 3,
  kib: 1024,
  mib: 1024 ** 2,
  gib: 1024 ** 3,
};

/** `90s`, `5m`, `12h`, `7d` in milliseconds; `90` alone are seconds. Nothing is no time. */
export function parseDuration(text: string): number | undefined {
  return parseAmount(text, UNITS_OF_TIME, 's');
}

/** `500MB`, `2GiB` in bytes. The unit has to be named. */
export function parseSize(text: string): number | undefined {
  return parseAmount(text, UNITS_OF_SIZE, undefined);
}

function parseAmount(
  text: string,
  units: Readonly<Record<string, number>>,
  usual: string | undefined,
): number | undefined {
  const [, number, given = ''] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? [];
  const unit = given === '' ? usual : given.toLowerCase();
  if (number === undefined || unit === undefined || !Object.hasOwn(units, unit)) return undefined;
  const amount = Math.round(Number(number) * (units[unit] ?? 0));
  return amount > 0 ? amount : undefined;
}

/** Also the name that Windows gives `.git` beside its own, and spellings that it takes for the same. */
const REPOSITORY = /^(?:\.git|\.github|git~\d+)[. ]*$/i;

/**
 * A file or folder of the site that may travel along. What belongs to git or to workflows could change what later jobs
 * run, and a pattern is no path.
 */
export function parseExtraPath(text: string): SitePath | undefined {
  const path = sitePath(text);
  if (path === undefined || /[*?[\]{}\n]|^[!~]/.test(text)) return undefined;
  return path.split('/').some((segment) => REPOSITORY.test(segment) || segment === '..') ? undefined : path;
}

/** Lines that say something. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Longest key that a user may give; what we append still fits into the 512 characters that every store takes. */
export const LONGEST_KEY = 400;

export function parseKey(text: string): string | undefined {
  return /^[^,\s]+$/.test(text) && text.length <= LONGEST_KEY ? text : undefined;
}

/** Below this many characters a secret could be found by trying. */
const SHORTEST_SECRET = 32;

/** A secret that signs; the problem never quotes it. Nothing is no secret: a fork has none. */
export function parseSigningKey(text: string): { readonly secret: string | undefined } | { readonly problem: string } {
  const secret = text.trim();
  if (secret === '') return { secret: undefined };
  return secret.length >= SHORTEST_SECRET
    ? { secret }
    : { problem: `expected a secret of at least ${String(SHORTEST_SECRET)} characters, got ${String(secret.length)}` };
}

/**
 * An address with `{path}` and `{pr}` in it: without a blank or a character that could end a link. Without `{path}` the
 * address of the page comes behind it.
 */
export function parsePreviewUrl(text: string): string | undefined {
  const url = /^https?:\/\/[^\s"'()<>[\]\\|`^]+$/.test(text) ? text : undefined;
  if (url === undefined || /[{}]/.test(url.replaceAll('{path}', '').replaceAll('{pr}', ''))) return undefined;
  const whole = url.includes('{path}') ? url : `${url.replace(/\/+$/, '')}{path}`;
  return URL.canParse(whole.replaceAll('{path}', '/').replaceAll('{pr}', '1')) ? whole : undefined;
}

/** Where a site is published: no credentials, query or fragment; without the last slash. */
export function parseBaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  const plain = url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && /^https?:$/.test(url.protocol) ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : undefined;
}
