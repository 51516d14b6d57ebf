/**
 * Addresses that lead on without a page of their own: the `_redirects` file that Netlify, Cloudflare Pages and others
 * read, one rule a line: `FROM TO [STATUS]`, where `*` at the end stands for anything, and `:name` for one segment.
 */
export function readRedirects(text: string): (address: string) => boolean {
  const exact = new Set<string>();
  const patterns: RegExp[] = [];
  for (const line of text.split(/\r?\n/).slice(0, MOST_RULES)) {
    const [from = '', to = '', status = '301'] = line.trim().split(/\s+/);
    if (!from.startsWith('/') || to === '' || !/^(?:30[12378]|200)!?$/.test(status)) continue;
    if (/[*:]/.test(from)) patterns.push(patternOf(from));
    else exact.add(plain(from));
  }
  return (address) => exact.has(plain(address)) || patterns.some((pattern) => pattern.test(plain(address)));
}

/** Hosts take two thousand rules at most. */
const MOST_RULES = 10_000;

/** Without the last slash and the name of an index page, decoded. */
function plain(address: string): string {
  const bare = address.replace(/(?:\/index\.html?|\/)$/i, '');
  try {
    return decodeURIComponent(bare);
  } catch {
    return bare;
  }
}

function patternOf(from: string): RegExp {
  const source = plain(from.replace(/\/\*$/, ''))
    .replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '[^/]*')
    .replace(/:[A-Za-z]\w*/g, '[^/]+');
  return new RegExp(`^${source}${from.endsWith('/*') ? '(?:/.*)?' : ''}$`, 'u');
}
