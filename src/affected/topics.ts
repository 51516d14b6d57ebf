import { DATA_DEPTH } from '../changes/data-file.ts';
import { lookQuestion } from '../changes/looks.ts';
import type { Read } from '../trace/trace.ts';

/**
 * What reads depend on and what changes touch, as words. A read is touched if a change touches one of its topics. A
 * topic names a thing and a side of it; `is` is whether the thing is there, and which one of its name.
 */
export type Topic = string;

type PageSide = 'is' | 'any' | 'any key' | 'key set' | 'text' | 'lead' | 'words' | 'minutes' | 'address' | 'walk' | 'related' | 'variants' | 'beside';
type SectionSide = 'is' | 'key set' | 'order below' | 'any below' | 'keys below' | 'any key' | 'members' | 'order' | 'members below' | 'subsections' | 'words';
type SiteSide = 'pages' | 'top pages' | 'any tag' | 'has tags' | 'any page' | 'sections' | 'tags' | 'menu' | 'translations' | 'autodoc' | 'documented' | 'series' | 'navigation' | 'any setting' | 'text' | 'unjudged';

const join = (...parts: readonly string[]): Topic => parts.join('\0');

export const topic = {
  page: (path: string, side: PageSide): Topic => join('page', path, side),
  /** A front matter key of a page, with what cascades to it. */
  key: (path: string, key: string): Topic => join('key', path, key),
  /** A front matter key of whatever page. */
  anyPagesKey: (key: string): Topic => join('any page', key),
  section: (folder: string, side: SectionSide): Topic => join('section', folder, side),
  sectionKey: (folder: string, key: string): Topic => join('section key', folder, key),
  site: (side: SiteSide): Topic => join('site', side),
  tag: (slug: string): Topic => join('tag', slug),
  /** The menus of one language. */
  menuIn: (language: string): Topic => join('menu', language),
  template: (name: string): Topic => join('template', name),
  asset: (name: string): Topic => join('asset', name),
  /** All assets with this ending: what is bundled into them, or stands in their place, may be another file. */
  assets: (ending: string): Topic => join('assets', ending),
  icon: (name: string): Topic => join('icon', name),
  file: (path: string): Topic => join('file', path),
  listing: (folder: string): Topic => join('listing', folder),
  /** The value at a path into `site.data`. */
  data: (path: readonly string[]): Topic => join('data', ...path),
  /** The same, as something that the value of a read lies in. */
  dataAbove: (path: readonly string[]): Topic => join('data above', ...path),
  /** Whether there is something at a path into `site.data`, and whether it is a mapping. */
  dataThere: (path: readonly string[]): Topic => join('data there', ...path),
  /** Which keys there are at a path into `site.data`. */
  dataKeys: (path: readonly string[]): Topic => join('data keys', ...path),
  setting: (path: string): Topic => join('setting', path),
  look: (question: string): Topic => join('look', question),
  clock: (format: string): Topic => join('clock', format),
  /** Whether a page lies there, from the root of the site. */
  address: (url: string): Topic => join('address', url.replace(/^\/+|\/+$/g, '')),
  root: (): Topic => 'root',
  chance: (): Topic => 'chance',
} as const;




/** Front matter that an attribute of a page is made from. */
const KEYS_OF: Readonly<Record<string, readonly string[]>> = {
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
const VISIBILITY = ['visibility', 'hidden', 'draft', 'render', 'robots', 'noindex'];
const VISIBLE: ReadonlySet<string> = new Set([
  ...['visibility', 'in_listings', 'in_sitemap', 'in_search', 'in_rss', 'in_ai_train', 'in_ai_input', 'robots_meta'],
  'should_render',
]);
/** What a page is made of, by the attribute that shows it. */
const SIDES_OF: Readonly<Record<string, readonly PageSide[]>> = {
  ...all(['content', 'html', 'html_content', 'plain_text', '_plain_text_cache', '_source', 'ast', 'toc', 'toc_items', 'links'], ['text']),
  excerpt: ['lead'],
  word_count: ['words'],
  reading_time: ['minutes'],
  ...all(['href', '_path', 'url', 'absolute_href', 'permalink', 'relative_url', 'output_path'], ['address']),
  ...all(['next', 'prev'], ['walk']),
  ...all(['next_in_section', 'prev_in_section'], ['beside']),
  related_posts: ['related'],
  ...all(['metadata', 'props', 'params', 'frontmatter'], ['any key']),
};
/** Told by the page's place alone, or by what it is. */
const SETTLED: ReadonlySet<string> = new Set([
  ...['name', 'source_path', 'section_path', 'is_section', 'is_page', 'is_home', 'kind', 'bundle_type', 'is_bundle'],
  ...['is_branch_bundle', 'is_generated', 'virtual', 'is_virtual', '_virtual', 'subsections', 'pages', 'regular_pages'],
  ...['sorted_pages', 'index_page', '_section', 'section', 'parent', 'ancestors', 'structured_data'],
]);

const MEMBERS: readonly SectionSide[] = ['members', 'order'];
const SECTION_SIDES: Readonly<Record<string, readonly SectionSide[]>> = {
  ...all(['pages', 'sorted_pages', 'regular_pages', 'content_pages', 'pages_for_version'], MEMBERS),
  ...all(['post_count'], ['members']),
  ...all(['regular_pages_recursive', 'get_all_pages', 'walk'], ['members below', 'order below']),
  ...all(['post_count_recursive'], ['members below']),
  ...all(['subsections', 'sorted_subsections', 'subsection_index_urls', 'has_nav_children', 'subsections_for_version'], ['subsections']),
  ...all(['has_content_for_version'], ['members below']),
  ...all(['word_count', 'total_reading_time'], ['members', 'words']),
  ...all(['metadata', 'params'], ['any key']),
  ...all(['name', 'slug', 'path', '_path', 'href', 'absolute_href', 'url', 'depth', 'root', 'hierarchy', 'parent'], []),
  ...all(['is_virtual', '_virtual', 'version', 'index_page', '_section'], []),
};
const SECTION_KEYS: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  nav_title: ['nav_title', 'title'],
  weight: ['weight'],
  icon: ['icon'],
  description: ['description'],
};

/** Attributes of the site, by the settings that they show. Others may show anything. */
const SITE_SETTINGS: Readonly<Record<string, readonly string[]>> = {
  ...same(['title', 'description', 'baseurl', 'author', 'language', 'logo', 'logo_image', 'logo_text', 'favicon', 'params']),
  ...same(['build_badge', 'document_application', 'link_previews', 'connect_to_ide', 'theme']),
  ...{ theme_config: ['theme'], config: [''], content_dir: ['content', 'build'], output_dir: ['build', 'output_dir'] },
  ...{ versioning_enabled: ['versioning'], versions: ['versioning'], version_config: ['versioning'] },
  ...{ latest_version: ['versioning'], current_version: ['versioning'], current_language: ['i18n', 'language'] },
  ...{ root_path: [], build_time: [], dev_mode: [] },
};
const SITE_SIDES: Readonly<Record<string, readonly SiteSide[]>> = {
  ...all(['pages', 'regular_pages', 'generated_pages', 'page_by_source_path', '_page_lookup_maps'], ['pages']),
  ...all(['sections', 'root_section'], ['sections']),
  taxonomies: ['any tag'],
  ...all(['menu', 'menu_localized'], ['menu']),
};

function all<Value>(names: readonly string[], value: Value): Record<string, Value> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

function same(names: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(names.map((name) => [name, [name]]));
}

function own<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** What a read depends on. None: nothing that a build can change. */
export function topicsOf(read: Read): readonly Topic[] {
  const { kind, arguments: given } = read;
  const [first = '', second = '', ...rest] = given;
  switch (kind) {
    case 'attribute':
      return attribute(first, second);
    case 'shape':
    case 'key':
    case 'contains':
    case 'keys':
    case 'truth':
      return mapping(kind, first, [second, ...rest]);
    case 'front-matter':
      return ofKey(first, second);
    case 'param':
      return [...ofKey(first, second), ...ofKey(first, 'params')];
    case 'config':
    case 'config-contains':
      return settingTopics(second === '*' ? first : first === '' ? second : `${first}.${second}`);
    case 'menu':
      return [topic.site('menu'), topic.menuIn(second), ...settingTopics('menu'), ...settingTopics('i18n')];
    case 'template':
      return [topic.template(first)];
    case 'lookup':
      return lookup(first, second, rest);
    case 'query':
      return query(first);
    case 'asset':
      return [topic.asset(first), topic.assets(endingOf(first)), ...settingTopics('assets'), ...settingTopics('baseurl')];
    case 'file':
      return [topic.file(first), topic.look(lookQuestion(read))];
    case 'listing':
      return [topic.listing(first), topic.look(lookQuestion(read))];
    case 'exists':
    case 'environment':
      return [topic.look(lookQuestion(read))];
    case 'clock':
      return [topic.clock(given.join('\0'))];
    case 'chance':
      return [];
    case 'root':
      return [topic.root()];
  }
}


export function endingOf(name: string): string {
  return /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? '';
}

/** A setting, whatever it lies in, and whatever lies in it. `''`: all. */
export function settingTopics(path: string): Topic[] {
  return path === '' ? [topic.site('any setting')] : [topic.setting(path), ...partsAbove(path).map(topic.setting)];
}

function partsAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) above.push(`=${path.slice(0, at)}`);
  return above;
}

/** All that reads a setting that changed, or something that it lies in: `params.motto` is part of `params`. */
export function settingTouches(path: string): Topic[] {
  const whole: string[] = [path];
  for (let at = path.lastIndexOf('.'); at > 0; at = path.lastIndexOf('.', at - 1)) whole.push(path.slice(0, at));
  return [topic.site('any setting'), ...whole.map(topic.setting), topic.setting(`=${path}`)];
}

type Target =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'section'; readonly folder: string }
  | { readonly kind: 'other'; readonly name: string };

function targetOf(name: string): Target {
  const [, what = '', rest = ''] = /^([a-z-]+):(.*)$/s.exec(name) ?? [];
  if (what === 'page' || what === 'page-snapshot') return { kind: 'page', path: rest };
  if (what === 'section' || what === 'section-snapshot') return { kind: 'section', folder: rest };
  return { kind: 'other', name };
}

function attribute(owner: string, name: string): Topic[] {
  const target = targetOf(owner);
  switch (target.kind) {
    case 'page':
      return pageAttribute(target.path, name);
    case 'section':
      return sectionAttribute(target.folder, name);
    case 'other':
      return otherAttribute(owner, name);
  }
}

function pageAttribute(path: string, name: string): Topic[] {
  const topics = [topic.page(path, 'is')];
  const keys = VISIBLE.has(name) ? VISIBILITY : own(KEYS_OF, name);
  const sides = own(SIDES_OF, name);
  if (keys !== undefined) topics.push(...keys.map((key) => topic.key(path, key)));
  if (name === 'meta_description') topics.push(topic.key(path, 'description'), topic.page(path, 'lead'));
  else if (name === 'prev_in_series' || name === 'next_in_series') topics.push(topic.site('series'));
  else if (name === 'resources') topics.push(topic.listing(path.slice(0, path.lastIndexOf('/'))));
  else if (sides !== undefined) topics.push(...sides.map((side) => topic.page(path, side)));
  // Nobody knows what another attribute shows.
  else if (keys === undefined && !SETTLED.has(name)) topics.push(topic.page(path, 'any'), ...generatedTopics(path));
  if (sides?.includes('any key') === true || name === 'description') topics.push(...generatedTopics(path));
  if (name === 'lang' || name === 'version') topics.push(topic.setting('i18n'), topic.setting('versioning'));
  if (/href|url|permalink/.test(name)) topics.push(...settingTopics('baseurl'));
  return topics;
}

/** Front matter of generated pages that says which page it is, and not what is on it. */
const IDENTITY: ReadonlySet<string> = new Set(['_generated', '_virtual', '_tag', '_tag_slug', '_page_num']);

/** Pages that Bengal makes by itself list what they are made from. */
function generatedTopics(path: string): Topic[] {
  const tag = /^\.bengal\/generated\/tags\/(.+)\/page_\d+\/index\.md$/.exec(path)?.[1];
  if (tag !== undefined) return [topic.tag(tag)];
  if (path.startsWith('.bengal/generated/tags/')) return [topic.site('any tag')];
  return path.startsWith('.bengal/generated/') ? [topic.site('any page')] : [];
}

function sectionAttribute(folder: string, name: string): Topic[] {
  const topics = [topic.section(folder, 'is')];
  const keys = own(SECTION_KEYS, name);
  const sides = own(SECTION_SIDES, name);
  if (keys !== undefined) topics.push(...keys.map((key) => topic.sectionKey(folder, key)));
  else topics.push(...(sides ?? (['any below', 'any key'] as const)).map((side) => topic.section(folder, side)));
  topics.push(...virtualTopics(folder, sides === undefined && name !== 'title'));
  if (/href|url/.test(name)) topics.push(...settingTopics('baseurl'));
  return topics;
}

/** Sections of API documentation are what the code makes them; the one above all is there always. */
function virtualTopics(folder: string, saysMore: boolean): Topic[] {
  if (!folder.startsWith('virtual:') || folder === 'virtual:') return [];
  return [topic.site('autodoc'), ...(saysMore ? [topic.site('documented')] : [])];
}

function otherAttribute(owner: string, name: string): Topic[] {
  if (owner === 'site') {
    const settings = own(SITE_SETTINGS, name);
    const sides = own(SITE_SIDES, name);
    if (settings !== undefined) return settings.flatMap(siteSetting);
    if (sides !== undefined) return sides.map(topic.site);
    if (name === 'listable_pages') return [topic.site('pages'), ...VISIBILITY.map(topic.anyPagesKey)];
    return [topic.site('any page'), topic.site('any setting')];
  }
  if (owner === 'theme') return settingTopics('theme');
  if (owner.startsWith('config-section:')) {
    const section = owner.slice('config-section:'.length);
    return [...settingTopics(`${section}.${name}`), ...settingTopics(name)];
  }
  if (owner.startsWith('nav-')) return [topic.site('navigation')];
  if (owner === 'site-snapshot' || owner === 'navigation' || owner === 'taxonomy') return snapshot(name);
  if (owner === 'symbols') return [topic.site('autodoc'), topic.site('documented')];
  return [topic.site('any page'), topic.site('any setting')];
}

/** Of the frozen copies that Bengal makes of the site. */
function snapshot(name: string): Topic[] {
  if (['navigation', 'taxonomy', 'meta', 'config_hash'].includes(name)) return [];
  if (name === 'pages' || name === 'regular_pages') return [topic.site('pages')];
  if (name === 'top_level_pages') return [topic.site('top pages')];
  if (name === 'top_level_sections' || name === 'sections') return [topic.site('sections')];
  return [topic.site('any page'), topic.site('any setting')];
}

/** A setting stands at the top or in `site`. */
function siteSetting(name: string): Topic[] {
  return name === '' ? [topic.site('any setting')] : [...settingTopics(name), ...settingTopics(`site.${name}`)];
}

function mapping(kind: Read['kind'], owner: string, [name = '', ...path]: readonly string[]): Topic[] {
  const target = targetOf(owner);
  const [key = ''] = path;
  if (target.kind !== 'other') return name === 'metadata' || name === 'params' ? ofKey(owner, path.length === 0 ? (kind === 'shape' ? '' : kind === 'keys' || kind === 'truth' ? 'keys()' : '*') : key) : attribute(owner, name);
  switch (owner) {
    case 'site':
      return siteMapping(kind, name, path);
    case 'config':
      return settingTopics([name, ...path].filter((part) => part !== '').join('.'));
    case 'theme':
      return settingTopics('theme');
    case 'page-paths':
      return path.length === 0 ? (kind === 'shape' ? [] : [topic.site('pages')]) : [topic.page(pathIn(key), 'is')];
    case 'taxonomy':
      return name === 'taxonomies' ? siteMapping(kind, name, path) : termTopics(kind, path);
    case 'navigation':
      return name === 'menus' ? [topic.site('menu'), ...settingTopics('menu')] : [topic.site('navigation')];
    case 'bengal':
      return ['expose_metadata', 'theme', 'i18n', 'markdown', 'markdown_engine', 'capabilities', 'template_engine', 'build'].flatMap(settingTopics);
  }
  return owner.startsWith('nav-') ? [topic.site('navigation')] : [topic.site('any page'), topic.site('any setting')];
}

function siteMapping(kind: Read['kind'], name: string, path: readonly string[]): Topic[] {
  const [key = ''] = path;
  switch (name) {
    case 'data':
      return dataTopics(kind, path.slice(0, DATA_DEPTH));
    case 'taxonomies':
      // Which terms there are, or what one of them holds. Other taxonomies than tags are made of keys of their own.
      if (key !== '' && key !== 'tags') return [topic.site('pages'), ...keysOfTaxonomy(key).map(topic.anyPagesKey)];
      return key === '' && kind === 'shape' ? [] : termTopics(kind, path.slice(1));
    case 'xref_index':
      if (path.length === 0 && kind === 'shape') return [];
      return [topic.site('pages'), ...['slug', 'id', 'title'].map(topic.anyPagesKey), topic.site('text')];
    case 'page_by_source_path':
      return path.length === 0 ? (kind === 'shape' ? [] : [topic.site('pages')]) : [topic.page(pathIn(key), 'is')];
    case '_page_lookup_maps':
      if (path.length < 2) return kind === 'shape' ? [] : [topic.site('pages')];
      return [topic.page(pathIn(path[1] ?? ''), 'is'), topic.site('pages')];
    case 'params':
      return siteSetting(path.length === 0 ? 'params' : `params.${key}`);
    case 'build_time':
      return [];
  }
  return otherAttribute('site', name);
}

function dataTopics(kind: Read['kind'], path: readonly string[]): Topic[] {
  const above = path.map((_, at) => topic.dataAbove(path.slice(0, at)));
  switch (kind) {
    case 'keys':
    case 'truth':
      return [topic.dataKeys(path), topic.dataAbove(path), ...above];
    case 'shape':
    case 'contains':
      return [topic.dataThere(path), ...above];
    default:
      return [topic.data(path), ...above];
  }
}

/** Which tags there are, or which pages carry one. */
function termTopics(kind: Read['kind'], [slug]: readonly string[]): Topic[] {
  if (slug !== undefined) return [topic.tag(slug)];
  if (kind === 'shape' || kind === 'truth') return [topic.site('has tags')];
  return [topic.site(kind === 'keys' || kind === 'contains' ? 'tags' : 'any tag')];
}

/** Bengal names a taxonomy in the plural and its key in either number. */
function keysOfTaxonomy(name: string): string[] {
  return [name, name.replace(/ies$/, 'y').replace(/s$/, '')];
}

/** The path of a file in the site, as arguments are written: `=r:content/a.md`, `=p:content/a.md` or bare. */
function pathIn(argument: string): string {
  return argument.replace(/^=[rp]:/, '');
}

/** All values, or which keys there are. No key of a page is written like the latter. */
const WIDE: Readonly<Record<string, 'any key' | 'key set'>> = Object.assign(Object.create(null) as object, { '*': 'any key', 'keys()': 'key set' } as const);

function ofKey(owner: string, key: string): Topic[] {
  const target = targetOf(owner);
  if (target.kind === 'section') {
    const wide = WIDE[key];
    const side = key === '' ? [] : wide !== undefined ? [topic.section(target.folder, wide)] : [topic.sectionKey(target.folder, key)];
    return [topic.section(target.folder, 'is'), ...side, ...virtualTopics(target.folder, true)];
  }
  if (target.kind === 'page') {
    const wide = WIDE[key];
    const side = key === '' ? [] : wide !== undefined ? [topic.page(target.path, wide)] : [topic.key(target.path, key)];
    const lists = (key.startsWith('_') && !IDENTITY.has(key)) || key === '*';
    return [topic.page(target.path, 'is'), ...side, ...(lists ? generatedTopics(target.path) : [])];
  }
  return [topic.site('any page'), topic.site('any setting')];
}

function lookup(owner: string, method: string, rest: readonly string[]): Topic[] {
  if (owner === 'icons') return [topic.icon(rest[0] ?? '')];
  if (owner === 'translations') return [topic.site('translations'), ...settingTopics('i18n')];
  if (owner === 'symbols') return [topic.site('autodoc'), topic.site('documented')];
  if (owner === 'function') return variantTopics(rest);
  if (owner.startsWith('nav-')) return [topic.site('navigation')];
  if (owner === 'site') {
    if (method === 'get_version') return settingTopics('versioning');
    const folder = pathIn(rest[0] ?? '').replace(/^=[a-z]:/, '');
    return method === 'get_section_by_path' ? [topic.section(folder, 'is')] : [topic.site('sections')];
  }
  return attribute(owner, method);
}

/** Which editions of a page there are, and where. */
function variantTopics(rest: readonly string[]): Topic[] {
  const settings = ['baseurl', 'i18n', 'versioning'].flatMap(settingTopics);
  const page = rest.map((each) => /^=o:page(?:-snapshot)?:(.*)$/s.exec(each)?.[1]).find((path) => path !== undefined);
  if (page !== undefined) return [topic.page(page, 'is'), topic.page(page, 'variants'), topic.page(page, 'address'), ...settings];
  // Asked for an address: a page may come to lie there.
  return [...rest.filter((each) => each.startsWith('/')).map(topic.address), ...settings];
}

const INDEX_KEYS: Readonly<Record<string, readonly string[]>> = {
  section: [],
  author: ['author', 'authors'],
  category: ['category', 'categories'],
  date_range: ['date'],
};

function query(index: string): Topic[] {
  const keys = own(INDEX_KEYS, index);
  return keys === undefined ? [topic.site('any page')] : [topic.site('pages'), ...keys.map(topic.anyPagesKey)];
}
