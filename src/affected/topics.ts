/**
 * What reads depend on and what changes touch, as words. A read is touched if a change touches one of its topics. A
 * topic names a thing and a side of it; `is` is whether the thing is there, and which one of its name.
 */
export type Topic = string;

export type PageSide =
  | 'is'
  | 'any'
  | 'any key'
  | 'key set'
  | 'text'
  | 'lead'
  | 'words'
  | 'minutes'
  | 'address'
  | 'home'
  | 'walk'
  | 'related'
  | 'variants'
  | 'beside';
export type SectionSide =
  | 'is'
  | 'key set'
  | 'order below'
  | 'any below'
  | 'keys below'
  | 'any key'
  | 'members'
  | 'order'
  | 'members below'
  | 'subsections'
  | 'words';
export type SiteSide =
  | 'pages'
  | 'top pages'
  | 'any tag'
  | 'has tags'
  | 'any page'
  | 'sections'
  | 'tags'
  | 'menu'
  | 'translations'
  | 'autodoc'
  | 'documented'
  | 'series'
  | 'navigation'
  | 'any setting'
  | 'text';

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
} as const;

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
