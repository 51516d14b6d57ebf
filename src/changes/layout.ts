import { isWithin, type SitePath } from '../core/paths.ts';

/** Where a site keeps what, relative to its root. */
export interface SiteLayout {
  readonly contentDir: SitePath;
  readonly outputDir: SitePath;
  /** Files that feed the configuration now. Others below `config/` belong to environments that are not built. */
  readonly configFiles: readonly string[];
}

/** What a source is for, as its place tells. */
export type SourceRole =
  | { readonly kind: 'page' }
  /** Beside the pages: an image, a snippet to include. */
  | { readonly kind: 'content-resource' }
  | { readonly kind: 'template'; readonly name: string }
  | { readonly kind: 'data' }
  | { readonly kind: 'asset'; readonly name: string }
  | { readonly kind: 'static' }
  | { readonly kind: 'config'; readonly active: boolean }
  /** Theme settings, translations: used by every page. */
  | { readonly kind: 'site-wide' }
  /** Somewhere else: known only because the state names it. */
  | { readonly kind: 'other' };

/** Bengal's own list, and `.mdx` to be on the safe side. */
const PAGE = /\.(?:md|markdown|mdx|rst|txt|ipynb)$/i;
const SINGLE_CONFIG = new Set(['bengal.toml', 'bengal.yaml', 'bengal.yml']);

/** Folders that hold sources, besides those that the state names. */
export function sourceFolders(layout: SiteLayout): readonly string[] {
  return [layout.contentDir, 'templates', 'themes', 'data', 'assets', 'static', 'i18n', 'config'];
}

export function roleOf(path: string, layout: SiteLayout): SourceRole {
  if (isWithin(layout.contentDir, path)) return PAGE.test(path) ? { kind: 'page' } : { kind: 'content-resource' };
  if (layout.configFiles.includes(path)) return { kind: 'config', active: true };
  if (isWithin('config', path) || SINGLE_CONFIG.has(path)) return { kind: 'config', active: false };
  const [, theme, rest] = /^(themes\/[^/]+\/)?(.+)$/s.exec(path) ?? [];
  if (rest !== undefined) {
    if (rest.startsWith('templates/')) return { kind: 'template', name: rest.slice('templates/'.length) };
    if (rest.startsWith('assets/')) return { kind: 'asset', name: rest.slice('assets/'.length) };
    if (rest.startsWith('static/')) return { kind: 'static' };
    if (theme !== undefined) return { kind: 'site-wide' };
  }
  if (isWithin('data', path)) return { kind: 'data' };
  return isWithin('i18n', path) ? { kind: 'site-wide' } : { kind: 'other' };
}

/** The name under which pages record a theme's template: what follows its last `templates/` folder. */
export function templateNameOfExternal(path: string): string | undefined {
  const at = path.lastIndexOf('/templates/');
  return at < 0 ? undefined : path.slice(at + '/templates/'.length);
}

/** Folders and own name below `data/`, by which templates reach a data file. */
export function partsOfData(path: string): string[] {
  const [, ...parts] = path.replace(/\.[^./]+$/, '').split('/');
  return parts;
}
