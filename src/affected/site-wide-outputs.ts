export { formsOf } from '../bengal/output-forms.ts';

/** Files that describe the whole site; any change of a page may change them. */
const SITE_WIDE: ReadonlySet<string> = new Set([
  'sitemap.xml',
  'index.json',
  'index.json.hash',
  'agent.json',
  'changelog.json',
  'llms.txt',
  'llm-full.txt',
  'search-index.json',
  'search/index.html',
  'graph/index.html',
  'graph/graph.json',
  'xref.json',
  '_redirects',
  '.well-known/content-signals.json',
]);

/** Of the site, or of one of its languages. */
const FEED = /^(?:[^/]+\/)?(?:rss|atom)\.xml$/;

export function siteWideOutputs(present: ReadonlySet<string>): string[] {
  return [...present].filter((path) => SITE_WIDE.has(path) || (path.endsWith('.xml') && FEED.test(path))).sort();
}
