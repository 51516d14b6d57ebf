import { lstatSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
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

/** For each file, the pages whose source holds its name: an include or an image has to be named by whoever uses it. */
export function readNamingPages(files: readonly string[], { site, layout, sources }: Tree): Map<string, string[]> {
  const naming = new Map<string, string[]>(files.map((file) => [file, []]));
  if (files.length === 0) return naming;
  for (const path of sources) {
    if (roleOf(path, layout).kind !== 'page') continue;
    const text = readFileSync(join(site, path), 'utf8');
    for (const [file, pages] of naming) {
      const name = basename(file);
      if (text.includes(name) || text.includes(encodeURI(name))) pages.push(path);
    }
  }
  return naming;
}
