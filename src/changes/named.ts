import { lstatSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { belongsToPackage, nameOfRef, type FileRef } from '../bengal/file-ref.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from './layout.ts';

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

/**
 * Whether a template can name a word: a front matter key, a data file. What no template names, none shows. Bengal's own
 * themes are known to name no key that is not listed with its effect; a theme that is not on this machine may name any.
 */
export function readTemplateWords({ site, layout, sources, external }: TemplateTree): (word: string) => boolean {
  const words = new Set<string>();
  const add = (text: string): void => {
    for (const word of text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []) words.add(word);
  };
  for (const path of sources) if (roleOf(path, layout).kind === 'template') add(readFileSync(join(site, path), 'utf8'));
  for (const ref of external) {
    const path = nameOfRef(ref);
    if (templateNameOfExternal(path) === undefined || belongsToPackage(ref, 'bengal')) continue;
    if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return () => true;
    add(readFileSync(path, 'utf8'));
  }
  return (word) => words.has(word);
}

/** File -> words of which a page has to hold one to use it. */
export type WordsOfFiles = ReadonlyMap<string, readonly string[]>;

/** An include or an image has to be named by whoever uses it. */
export function wordsOfResources(files: readonly string[]): WordsOfFiles {
  return new Map(files.map((file) => [file, [basename(file), encodeURI(basename(file))]]));
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
    return role.kind === 'template' ? [{ name: role.name, text: readFileSync(join(site, path), 'utf8') }] : [];
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
    const text = readFileSync(join(site, path), 'utf8');
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
    return lstatSync(file, { throwIfNoEntry: false })?.isFile() === true
      ? [{ path, text: (readFileSync(file, 'utf8').match(IMPORT) ?? []).join('\n') }]
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
