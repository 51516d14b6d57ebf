export { formsOf } from '../bengal/output-forms.ts';

/** Files that describe the whole site; any change of a page may change them. */
const SITE_WIDE = [
  'sitemap.xml',
  'rss.xml',
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
  '.well-known/content-signals.json',
];

export function siteWideOutputs(present: ReadonlySet<string>): string[] {
  return SITE_WIDE.filter((path) => present.has(path)).sort();
}
