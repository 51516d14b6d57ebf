import { basename, dirname, join } from 'node:path';
import { belongsToPackage, nameOfRef, type FileRef } from '../bengal/file-ref.ts';
import { look } from '../disk/look.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededText } from '../disk/read.ts';
import { partsOfData, roleOf, templateNameOfExternal, type SiteLayout } from './layout.ts';

interface Tree {
  /** Site root, absolute. */
  readonly site: string;
  readonly layout: SiteLayout;
  /** Every source, as a site path. */
  readonly sources: Iterable<string>;
}

export interface TemplateTree extends Tree {
  /** Templates outside the site, as the state names them. */
  readonly external: Iterable<FileRef>;
}

/** A template by the name under which pages record it. */
export interface TemplateText {
  readonly name: string;
  readonly text: string;
}

/** Each template but for Bengal's own; `undefined` when one is not on this machine. */
export function readTemplates({ site, layout, sources, external }: TemplateTree): TemplateText[] | undefined {
  const texts: TemplateText[] = [];
  for (const path of sources) {
    const role = roleOf(path, layout);
    if (role.kind === 'template') texts.push({ name: role.name, text: neededText(join(site, path)) });
  }
  for (const ref of external) {
    const path = nameOfRef(ref);
    const name = templateNameOfExternal(path);
    if (name === undefined || belongsToPackage(ref, 'bengal')) continue;
    if (ifPresent(look(path))?.isFile() !== true) return undefined;
    texts.push({ name, text: neededText(path) });
  }
  return texts;
}

/** `site.data` other than by a name that stands there: handed on, or gone through. */
const WHOLE_DATA =
  /\.\s*data\b(?!\s*\.\s*(?!(?:items|keys|values|get)\b)[A-Za-z_]|\s*\[\s*['"])|\[\s*['"]data['"]|attr\(\s*['"]data/;

/** Whether a source reaches data files without naming them. */
export function goesThroughData(text: string): boolean {
  return WHOLE_DATA.test(text);
}

/** File -> words of which a page has to hold one to use it. */
export type WordsOfFiles = ReadonlyMap<string, readonly string[]>;

/** An include or an image has to be named by whoever uses it. */
export function wordsOfResources(files: readonly string[]): WordsOfFiles {
  return new Map(files.map((file) => [file, [basename(file), encodeURI(basename(file))]]));
}

/** Directives name the file; expressions in pages go the same way as templates. */
export function wordsOfData(files: readonly string[]): WordsOfFiles {
  const through = [
    'in site.data',
    'site.data[',
    'site.data.items',
    'site.data.keys',
    'site.data.values',
    'site.data |',
  ];
  return new Map(
    files.map((file) => {
      const names = partsOfData(file).flatMap((part) => [`data.${part}`, `data/${part}`, `data:${part}`, `{${part}}`]);
      return [file, [basename(file), encodeURI(basename(file)), ...names, ...through]];
    }),
  );
}

/** Icons are written into texts by their names. */
export function wordsOfIcons(files: readonly string[]): WordsOfFiles {
  return new Map(
    files.flatMap((file) => {
      const name = /(?:^|\/)icons\/(?:.*\/)?([^/]+)\.svg$/i.exec(file)?.[1];
      return name === undefined ? [] : [[file, [name]] as const];
    }),
  );
}

const SHORTCODES = 'shortcodes/';

/**
 * Changed templates that shortcodes are made of, with the names of those shortcodes: of itself, and of each that uses
 * it, be it through other templates. Bengal records neither.
 */
export function readWordsOfShortcodes(templates: readonly string[], { site, layout, sources }: Tree): WordsOfFiles {
  const nameOf = (path: string): string | undefined => {
    const role = roleOf(path, layout);
    return role.kind === 'template' ? role.name : templateNameOfExternal(path);
  };
  const changed = templates.flatMap((path) => {
    const name = nameOf(path);
    return name === undefined ? [] : [{ path, name }];
  });
  if (changed.length === 0) return new Map();
  const texts = [...sources].flatMap((path) => {
    const role = roleOf(path, layout);
    return role.kind === 'template' ? [{ name: role.name, text: neededText(join(site, path)) }] : [];
  });
  const using = (name: string): Set<string> => {
    const found = new Set([name]);
    // The loop sees what is added while it runs.
    for (const used of found) for (const { name: user, text } of texts) if (text.includes(used)) found.add(user);
    return found;
  };
  return new Map(
    changed.flatMap(({ path, name }) => {
      const shortcodes = [...using(name)].filter((user) => user.startsWith(SHORTCODES));
      const words = shortcodes.map((user) => basename(user).replace(/\.[^.]+$/, ''));
      return words.length === 0 ? [] : [[path, words] as const];
    }),
  );
}

/** For each file, the pages whose source holds one of its words. */
export function readNamingPages(words: WordsOfFiles, { site, layout, sources }: Tree): Map<string, string[]> {
  const naming = new Map<string, string[]>([...words.keys()].map((file) => [file, []]));
  if (words.size === 0) return naming;
  for (const path of sources) {
    if (roleOf(path, layout).kind !== 'page') continue;
    const text = neededText(join(site, path));
    for (const [file, any] of words) if (any.some((word) => text.includes(word))) naming.get(file)?.push(path);
  }
  return naming;
}

const IMPORT = /^[ \t]*(?:from|import)\b.*$/gm;

/** For each changed module, the modules that import something by its name: they can document what it holds. */
export function readImporters(
  changed: readonly string[],
  modules: readonly string[],
  site: string,
): Map<string, string[]> {
  if (changed.length === 0) return new Map();
  const imports = modules.flatMap((path) => {
    const file = join(site, path);
    return ifPresent(look(file))?.isFile() === true
      ? [{ path, text: (neededText(file).match(IMPORT) ?? []).join('\n') }]
      : [];
  });
  return new Map(
    changed.map((path) => {
      const words = wordsOfModule(path);
      const isNamed = ({ path: other, text }: { path: string; text: string }): boolean =>
        other !== path && words.some((word) => text.includes(word));
      return [path, imports.filter(isNamed).map((importer) => importer.path)];
    }),
  );
}

/** A package is imported by the name of its folder, or from within by a dot. */
function wordsOfModule(path: string): string[] {
  const stem = basename(path).replace(/\.[^.]+$/, '');
  return stem === '__init__' ? [basename(dirname(path)), 'from .'] : [stem];
}
