/** What an output is to a reader. */
export const OUTPUT_KINDS = ['page', 'page-data', 'site-wide', 'asset', 'other'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

const PAGE = /\.(?:html?|xhtml)$/i;
/** HTML that is nobody's page: the answer to a wrong address, and what search engines want to see. */
const NO_PAGE = /^(?:[^/]+\/)?404(?:\.html?|\/index\.html?)$|^google[0-9a-f]{16}\.html$/i;
/** Forms of a page for programs, which generators leave beside it. */
const PAGE_DATA = /\.(?:json|txt|md|xml|ics)$/i;
/** What is made from all pages. At the root of a site, such names are never about the home page alone. */
const SITE_WIDE =
  /^(?:sitemap[^/]*\.(?:xml|txt)|(?:index|search|agent|feed|xref|changelog|asset-manifest|build)[^/]*\.(?:json|xml|hash)(?:\.hash)?|(?:rss|atom|feed|news)[^/]*\.(?:xml|rss|atom|json)|robots\.txt|llms[^/]*\.txt|humans\.txt|ads\.txt|\.well-known\/.+|objects\.inv|searchindex\.js|_redirects|_headers|_routes\.json|CNAME|\.nojekyll|[^/]*\.webmanifest|manifest\.json|browserconfig\.xml|opensearch\.xml)$/i;
const ASSET =
  /\.(?:css|m?js|map|wasm|png|jpe?g|gif|webp|avif|svg|ico|bmp|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|webmanifest)$/i;
const ASSET_FOLDER = /(?:^|\/)(?:assets|static|_static|_astro|_next|css|js|fonts|images|img|media)\//i;

/**
 * @param path Below the output folder, POSIX.
 * @param isOutput Whether something of that name lies in the output, or did.
 */
export function outputKind(path: string, isOutput: (path: string) => boolean): OutputKind {
  if (PAGE.test(path)) return NO_PAGE.test(path) ? 'site-wide' : 'page';
  if (SITE_WIDE.test(path)) return 'site-wide';
  if (ASSET.test(path) || ASSET_FOLDER.test(path)) return 'asset';
  if (PAGE_DATA.test(path)) return pagesBeside(path).some(isOutput) ? 'page-data' : 'site-wide';
  return 'other';
}

/** `a/index.json` and `a/index.txt` lie beside `a/index.html`, `a/b.json` beside `a/b.html` or `a/b/index.html`. */
function pagesBeside(path: string): readonly string[] {
  const stem = path.replace(PAGE_DATA, '').replace(/\.html?$/i, '');
  return [`${stem}.html`, `${stem}.htm`, `${stem}/index.html`];
}
