import { sortedUnique } from '../core/order.ts';

/** Directives of Bengal that show what stands in them and nothing else. All others may fill in what they find elsewhere. */
const PLAIN_DIRECTIVES: ReadonlySet<string> = new Set([
  ...['admonition', 'note', 'tip', 'hint', 'info', 'warning', 'danger', 'error', 'caution', 'success', 'important'],
  ...[
    'attention',
    'seealso',
    'example',
    'example-label',
    'details',
    'dropdown',
    'container',
    'div',
    'rubric',
    'figure',
  ],
  ...['tab', 'tab-item', 'tab-set', 'tabs', 'code-tabs', 'checklist', 'step', 'steps', 'list-table', 'button', 'badge'],
  ...['bdg', 'icon', 'svg-icon', 'target', 'anchor', 'excerpt-break', 'versionadded', 'versionchanged'],
  ...['versionremoved', 'deprecated', 'since', 'changed', 'video', 'audio', 'youtube', 'vimeo', 'gist', 'asciinema'],
]);

const DIRECTIVE = /^[ \t]*(?::{3,}|`{3,}|~{3,})\{([\w-]+)\}/gm;
/** Expressions and shortcodes. */
const EXPRESSION = /\{[{%]/;
// The ends are optional, so that what was begun and not ended is passed over at once, and not looked through again from
// every bracket in it: pages are hostile text, and long lines of brackets are cheap.
const WIKI_LINK = /\[\[([^\]|\n]+)(?:\|[^\]\n]*)?(\]\])?/g;
const ANCHOR = /\{#[^}\s]+\}?|\{(?:target|anchor)\}[^\n]*/g;
/** What a name of a file cannot hold stands between these. */
const NAME = /[^\s"'`()<>[\]{}|]+/g;
const PAGE_ENDING = /\.(?:md|markdown|mdx|rst|txt|ipynb)\b/gi;

/** What a text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
export function referencesIn(body: string): string[] {
  const links = Array.from(body.matchAll(WIKI_LINK)).flatMap(([, target = '', end]) =>
    end === undefined ? [] : [`[[${target.trim()}]]`],
  );
  const files = (body.match(NAME) ?? []).flatMap(pageFileIn);
  const isFilledIn =
    EXPRESSION.test(body) || Array.from(body.matchAll(DIRECTIVE)).some(([, name = '']) => !PLAIN_DIRECTIVES.has(name));
  return sortedUnique([...links, ...files, ...(isFilledIn ? ['{}'] : [])]);
}

/** As much of a name as ends like that of a page. */
function pageFileIn(name: string): string[] {
  const last = Array.from(name.matchAll(PAGE_ENDING)).at(-1);
  return last === undefined || last.index === 0 ? [] : [name.slice(0, last.index + last[0].length)];
}

/** Anchors with names of their own, which other pages can link to without naming the page. */
export function anchorsIn(body: string): string {
  const found = body.match(ANCHOR) ?? [];
  return found.filter((anchor) => !anchor.startsWith('{#') || anchor.endsWith('}')).join('\n');
}
