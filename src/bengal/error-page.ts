import { readHead } from '../disk/read-head.ts';
import { troubleText } from './trouble-text.ts';

/** Where a template failed, Bengal writes a page about the error in the page's place, and exits with 0. */
const OVERLAY = /^\s*<!doctype html>\s*<html\b[^>]*\bdata-bengal-overlay="1"/i;
const OVERLAY_TITLE = '<h1 class="title">';
/** Where the text of a page could not be parsed, Bengal writes this in the text's place. */
const UNPARSED = /<div class="markdown-error"><p><strong>Markdown parsing error[^<]{0,1000}<\/strong>([^<]{0,4000})/;

const HEAD_BYTES = 256;
const MOST_BYTES = 4 * 1024 * 1024;

export interface PageError {
  readonly how: 'error-page' | 'error-in-page';
  /** Bengal's own words, in one line. */
  readonly message: string;
}

/**
 * What an HTML file says in place of the page that it should be; `undefined` for a page that is in order. Errors within
 * a page are looked for where the log has some, since that takes the whole file.
 */
export function readPageError(file: string, root: string, within: boolean): PageError | undefined {
  const head = readHead(file, within ? MOST_BYTES : HEAD_BYTES);
  if (head.kind !== 'present') return undefined;
  const html = head.value.toString('utf8');
  if (within) return findPageError(html, root);
  if (!OVERLAY.test(html)) return undefined;
  const whole = readHead(file, MOST_BYTES);
  return whole.kind === 'present' ? findPageError(whole.value.toString('utf8'), root) : undefined;
}

/** Pure. */
export function findPageError(html: string, root: string): PageError | undefined {
  if (OVERLAY.test(html)) {
    const from = html.indexOf(OVERLAY_TITLE);
    const start = from + OVERLAY_TITLE.length;
    const end = from === -1 ? -1 : html.indexOf('</h1>', start);
    return { how: 'error-page', message: end === -1 ? '' : troubleText(unescaped(html.slice(start, end)), root) };
  }
  const [, message] = UNPARSED.exec(html) ?? [];
  return message === undefined ? undefined : { how: 'error-in-page', message: troubleText(unescaped(message), root) };
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** As Python's `html.escape` writes it. */
function unescaped(text: string): string {
  return text.slice(0, 8000).replace(/&(?:lt|gt|quot|#x27|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
