/** A page's text in its two parts. */
export interface PageText {
  /** YAML between the fences, without them; `undefined` when the page has none. */
  readonly frontMatter: string | undefined;
  readonly body: string;
}

/**
 * Bengal takes any first line that starts with three dashes for a fence. No `m` flag: to it, U+2028 would end a line, and
 * Bengal disagrees.
 */
const FENCED = /^\ufeff?---[^\n]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/;

/** Splits a page's source. Line ends are made one kind first, as Python does when it reads text. */
export function splitPage(source: string): PageText {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  const match = FENCED.exec(text);
  return match === null
    ? { frontMatter: undefined, body: text }
    : { frontMatter: match[1] ?? '', body: text.slice(match[0].length) };
}
