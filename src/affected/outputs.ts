/** Forms in which Bengal writes a page besides HTML. */
const SIBLINGS = ['.json', '.txt', '.md'];

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

/** An HTML output and its other forms. */
export function formsOf(output: string): string[] {
  return [output, ...SIBLINGS.map((ending) => output.replace(/\.html$/, ending))];
}

export function siteWideOutputs(present: ReadonlySet<string>): string[] {
  return SITE_WIDE.filter((path) => present.has(path)).sort();
}
