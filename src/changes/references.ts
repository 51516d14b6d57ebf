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
const WIKI_LINK = /\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]/g;
const PAGE_FILE = /[^\s"'`()<>[\]{}|]+\.(?:md|markdown|mdx|rst|txt|ipynb)\b/gi;
const ANCHOR = /\{#[^}\s]+\}|\{(?:target|anchor)\}[^\n]*/g;

/** What a text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
export function referencesIn(body: string): string[] {
  const links = Array.from(body.matchAll(WIKI_LINK), ([, target = '']) => `[[${target.trim()}]]`);
  const files = Array.from(body.matchAll(PAGE_FILE), ([file]) => file);
  const isFilledIn =
    EXPRESSION.test(body) || Array.from(body.matchAll(DIRECTIVE)).some(([, name = '']) => !PLAIN_DIRECTIVES.has(name));
  return sortedUnique([...links, ...files, ...(isFilledIn ? ['{}'] : [])]);
}

/** Anchors with names of their own, which other pages can link to without naming the page. */
export function anchorsIn(body: string): string {
  return (body.match(ANCHOR) ?? []).join('\n');
}
