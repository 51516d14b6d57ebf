import {
  KEYS_OF,
  own,
  SECTION_KEYS,
  SECTION_SIDES,
  SETTLED,
  SIDES_OF,
  SITE_SETTINGS,
  SITE_SIDES,
  VISIBILITY,
  VISIBLE,
} from './attribute-tables.ts';
import { settingTopics, topic, type Topic } from './topics.ts';

type Target =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'section'; readonly folder: string }
  | { readonly kind: 'other'; readonly name: string };

export function targetOf(name: string): Target {
  const [, what = '', rest = ''] = /^([a-z-]+):(.*)$/s.exec(name) ?? [];
  if (what === 'page' || what === 'page-snapshot') return { kind: 'page', path: rest };
  if (what === 'section' || what === 'section-snapshot') return { kind: 'section', folder: rest };
  return { kind: 'other', name };
}

export function attribute(owner: string, name: string): Topic[] {
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

/** Objects have the attributes of their class, whatever they hold: what can change is whether there is such an object. */
export function presence(owner: string): Topic[] {
  const target = targetOf(owner);
  switch (target.kind) {
    case 'page':
      return [topic.page(target.path, 'is')];
    case 'section':
      return [topic.section(target.folder, 'is'), ...virtualTopics(target.folder, false)];
    case 'other':
      return owner.startsWith('nav-') ? [topic.site('navigation')] : [];
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
export const IDENTITY: ReadonlySet<string> = new Set(['_generated', '_virtual', '_tag', '_tag_slug', '_page_num']);

/** Pages that Bengal makes by itself list what they are made from. */
export function generatedTopics(path: string): Topic[] {
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
export function virtualTopics(folder: string, saysMore: boolean): Topic[] {
  if (!folder.startsWith('virtual:') || folder === 'virtual:') return [];
  return [topic.site('autodoc'), ...(saysMore ? [topic.site('documented')] : [])];
}

export function otherAttribute(owner: string, name: string): Topic[] {
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
export function siteSetting(name: string): Topic[] {
  return name === '' ? [topic.site('any setting')] : [...settingTopics(name), ...settingTopics(`site.${name}`)];
}
