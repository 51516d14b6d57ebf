const LINK_START = /url\(\s*|@import\s+(?=["'])/gi;

/** What a style sheet refers to. Linear in its length, whatever is in it. */
export function linksInStyle(css: string): string[] {
  const links: string[] = [];
  /** End of the last link. */
  let read = 0;
  /** No quote and no parenthesis stands between the last place where one was looked for and this one. */
  let plainEnd = 0;
  for (const match of css.matchAll(LINK_START)) {
    if (match.index < read) continue;
    const start = match.index + match[0].length;
    const quote = /["']/.exec(css.charAt(start))?.[0];
    if (quote === undefined && plainEnd < start)
      plainEnd = start + (/^[^)'"]*/.exec(css.slice(start))?.[0].length ?? 0);
    const end = quote === undefined ? plainEnd : css.indexOf(quote, start + 1);
    const rest = end === -1 ? '' : css.slice(quote === undefined ? end : end + 1);
    const isClosed = match[0].startsWith('@') ? end !== -1 : /^\s*\)/.test(rest);
    if (!isClosed) continue;
    links.push(css.slice(quote === undefined ? start : start + 1, end));
    read = end + 1;
  }
  return links;
}
