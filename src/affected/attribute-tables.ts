import type { PageSide, SectionSide, SiteSide } from './topics.ts';

// What attributes of Bengal's objects are made from.

function all<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function same(names: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}

export function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** Front matter that an attribute of a page is made from. */
export const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  nav_title: ['nav_title', 'title'],
  weight: ['weight'],
  date: ['date'],
  age_days: ['date'],
  age_months: ['date'],
  description: ['description'],
  tags: ['tags'],
  categories: ['categories', 'category'],
  keywords: ['keywords'],
  type: ['type'],
  variant: ['variant', 'layout', 'hero_style'],
  draft: ['draft'],
  is_draft: ['draft'],
  is_featured: ['featured', 'tags'],
  hidden: ['hidden', 'visibility'],
  edition: ['edition'],
  author: ['author'],
  authors: ['author', 'authors'],
  series: ['series'],
  lang: ['lang', 'language'],
  version: ['version'],
  translation_key: ['translation_key'],
  assigned_template: ['template'],
  content_type_name: ['content_type'],
  slug: ['slug'],
  aliases: ['aliases'],
};
/** Where a page may appear: `visibility` and its short forms. */
export const VISIBILITY = ['visibility', 'hidden', 'draft', 'render', 'robots', 'noindex'];
export const VISIBLE: ReadonlySet<string> = new Set([
  ...['visibility', 'in_listings', 'in_sitemap', 'in_search', 'in_rss', 'in_ai_train', 'in_ai_input', 'robots_meta'],
  'should_render',
]);
/** What a page is made of, by the attribute that shows it. */
export const SIDES_OF: Readonly<Record<string, readonly PageSide[]>> = {
  ...all(
    [
      'content',
      'html',
      'html_content',
      'plain_text',
      '_plain_text_cache',
      '_source',
      'ast',
      'toc',
      'toc_items',
      'links',
    ],
    ['text'],
  ),
  excerpt: ['lead'],
  word_count: ['words'],
  reading_time: ['minutes'],
  ...all(['href', '_path', 'url', 'absolute_href', 'permalink', 'relative_url', 'output_path'], ['address']),
  ...all(['is_home', 'kind'], ['home']),
  ...all(['next', 'prev'], ['walk']),
  ...all(['next_in_section', 'prev_in_section'], ['beside']),
  related_posts: ['related'],
  ...all(['metadata', 'props', 'params', 'frontmatter'], ['any key']),
};
/** Told by the page's place alone, or by what it is. */
export const SETTLED: ReadonlySet<string> = new Set([
  ...['name', 'source_path', 'section_path', 'is_section', 'is_page', 'bundle_type', 'is_bundle'],
  ...['is_branch_bundle', 'is_generated', 'virtual', 'is_virtual', '_virtual', 'subsections', 'pages', 'regular_pages'],
  ...['sorted_pages', 'index_page', '_section', 'section', 'parent', 'ancestors', 'structured_data'],
]);

export const MEMBERS: readonly SectionSide[] = ['members', 'order'];
export const SECTION_SIDES: Readonly<Record<string, readonly SectionSide[]>> = {
  ...all(['pages', 'sorted_pages', 'regular_pages', 'content_pages', 'pages_for_version'], MEMBERS),
  ...all(['post_count'], ['members']),
  ...all(['regular_pages_recursive', 'get_all_pages', 'walk'], ['members below', 'order below']),
  ...all(['post_count_recursive'], ['members below']),
  ...all(
    ['subsections', 'sorted_subsections', 'subsection_index_urls', 'has_nav_children', 'subsections_for_version'],
    ['subsections'],
  ),
  ...all(['has_content_for_version'], ['members below']),
  ...all(['word_count', 'total_reading_time'], ['members', 'words']),
  ...all(['metadata', 'params'], ['any key']),
  ...all(['name', 'slug', 'path', '_path', 'href', 'absolute_href', 'url', 'depth', 'root', 'hierarchy', 'parent'], []),
  ...all(['is_virtual', '_virtual', 'version', 'index_page', '_section'], []),
};
export const SECTION_KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  nav_title: ['nav_title', 'title'],
  weight: ['weight'],
  icon: ['icon'],
  description: ['description'],
};

/** Attributes of the site, by the settings that they show. Others may show anything. */
export const SITE_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ...same([
    'title',
    'description',
    'baseurl',
    'author',
    'language',
    'logo',
    'logo_image',
    'logo_text',
    'favicon',
    'params',
  ]),
  ...same(['build_badge', 'document_application', 'link_previews', 'connect_to_ide', 'theme']),
  ...{ theme_config: ['theme'], config: [''], content_dir: ['content', 'build'], output_dir: ['build', 'output_dir'] },
  ...{ versioning_enabled: ['versioning'], versions: ['versioning'], version_config: ['versioning'] },
  ...{ latest_version: ['versioning'], current_version: ['versioning'], current_language: ['i18n', 'language'] },
  ...{ root_path: [], build_time: [], dev_mode: [] },
};
export const SITE_SIDES: Readonly<Record<string, readonly SiteSide[]>> = {
  ...all(['pages', 'regular_pages', 'generated_pages', 'page_by_source_path', '_page_lookup_maps'], ['pages']),
  ...all(['sections', 'root_section'], ['sections']),
  taxonomies: ['any tag'],
  ...all(['menu', 'menu_localized'], ['menu']),
};
