import { DATA_DEPTH } from '../changes/data-file.ts';
import { lookQuestion } from '../changes/looks.ts';
import type { Read } from '../trace/trace.ts';
import { own } from './attribute-tables.ts';
import {
  attribute,
  presence,
  generatedTopics,
  IDENTITY,
  otherAttribute,
  siteSetting,
  targetOf,
  virtualTopics,
} from './attribute-topics.ts';
import { endingOf, settingTopics, topic, type Topic } from './topics.ts';

/** What a read depends on. None: nothing that a build can change. */
export function topicsOf(read: Read): readonly Topic[] {
  const { kind, arguments: given } = read;
  const [first = '', second = '', ...rest] = given;
  switch (kind) {
    case 'attribute':
      return attribute(first, second);
    case 'has':
      return presence(first);
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
      return [
        topic.asset(first),
        topic.assets(endingOf(first)),
        ...settingTopics('assets'),
        ...settingTopics('baseurl'),
      ];
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

function mapping(kind: Read['kind'], owner: string, [name = '', ...path]: readonly string[]): Topic[] {
  const target = targetOf(owner);
  const [key = ''] = path;
  if (target.kind !== 'other')
    return name === 'metadata' || name === 'params'
      ? ofKey(
          owner,
          path.length === 0 ? (kind === 'shape' ? '' : kind === 'keys' || kind === 'truth' ? 'keys()' : '*') : key,
        )
      : attribute(owner, name);
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
      return [
        'expose_metadata',
        'theme',
        'i18n',
        'markdown',
        'markdown_engine',
        'capabilities',
        'template_engine',
        'build',
      ].flatMap(settingTopics);
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
  if (kind === 'keys' || kind === 'truth') return [topic.dataKeys(path), topic.dataAbove(path), ...above];
  return kind === 'key' ? [topic.data(path), ...above] : [topic.dataThere(path), ...above];
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
const WIDE: Readonly<Record<string, 'any key' | 'key set'>> = Object.assign(
  Object.create(null) as object,
  { '*': 'any key', 'keys()': 'key set' } as const,
);

function ofKey(owner: string, key: string): Topic[] {
  const target = targetOf(owner);
  if (target.kind === 'section') {
    const wide = WIDE[key];
    const side =
      key === ''
        ? []
        : wide !== undefined
          ? [topic.section(target.folder, wide)]
          : [topic.sectionKey(target.folder, key)];
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
  if (page !== undefined)
    return [topic.page(page, 'is'), topic.page(page, 'variants'), topic.page(page, 'address'), ...settings];
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
