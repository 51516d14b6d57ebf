/**
 * Settings by which Bengal finds, parses and writes: what they change, no reading of a page tells. All others only show
 * where a template reads them.
 */
const UPSTREAM: ReadonlySet<string> = new Set([
  ...[
    'baseurl',
    'build',
    'content',
    'content_dir',
    'output_dir',
    'markdown',
    'markdown_engine',
    'i18n',
    'language',
    'languages',
  ],
  ...['versioning', 'autodoc', 'output_formats', 'assets', 'theme', 'taxonomies', 'pagination', 'plugins', 'features'],
  ...['external_refs', 'links', 'link_checker', 'shortcodes', 'collections', 'content_layer', 'sources', 'archetypes'],
  ...[
    'template_engine',
    'kida',
    'minify',
    'minify_html',
    'minify_assets',
    'html_output',
    'optimize_assets',
    'fingerprint_assets',
  ],
  ...['fonts', 'icons', 'related_posts', 'excerpt', 'toc', 'graph', 'static', 'permalinks', 'url', 'trailing_slash'],
  ...[
    'social_cards',
    'notebooks',
    'max_workers',
    'parallel',
    'incremental',
    'generate_sitemap',
    'generate_rss',
    'health_check',
  ],
  ...[
    'capabilities',
    'directives',
    'cascade',
    'visibility',
    'default_content_type',
    'css',
    'assets_dir',
    'templates_dir',
  ],
]);

/** Whether a setting, as a path with dots, can change pages that do not read it. */
export function isUpstream(setting: string): boolean {
  const [first = '', second = ''] = setting.split('.');
  return UPSTREAM.has(first === 'site' ? second : first);
}
