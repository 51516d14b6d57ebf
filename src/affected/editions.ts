import type { RecordedPage } from '../bengal/recorded-page.ts';
import { once } from './remember.ts';

/** Which edition of a text a file holds. */
export interface Variant {
  /** The same for all editions of a text: below the content folder, without what tells them apart. */
  readonly path: string;
  /** Empty for the newest. */
  readonly version: string;
  /** Empty when the path does not tell. */
  readonly language: string;
}

/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
export function variantOf(key: string, contentDir: string): Variant {
  const below = key.slice(contentDir.length + 1);
  const [, version = '', rest = below] = /^_versions\/([^/]+)\/(.+)$/.exec(below) ?? [];
  const [, folder = '', inFolder = rest] = /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(rest) ?? [];
  // Few names hold two dots, and the pattern is slow to fail.
  const isDotted = inFolder.includes('.', inFolder.indexOf('.') + 1);
  const [, stem = '', suffix = '', ending = ''] =
    (isDotted ? /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(\.[^./]+)$/.exec(inFolder) : null) ?? [];
  return { path: stem === '' ? inFolder : `${stem}${ending}`, version, language: folder || suffix };
}

/** Of some pages those that stand in the same lists as one: of its language and version. */
export type SameEdition = (path: string, pages: readonly RecordedPage[]) => readonly RecordedPage[];

/** `all`: every page that may be asked about, but for new ones. */
export function sameEdition(all: readonly RecordedPage[], contentDir: string): SameEdition {
  const editionOf = (key: string): string => {
    const { version, language } = variantOf(key, contentDir);
    return `${version}\0${language}`;
  };
  const only = once(() => {
    const [first] = all;
    const edition = first && editionOf(first.key);
    return all.every((page) => editionOf(page.key) === edition) ? { edition } : undefined;
  });
  const known = once(() => new Map(all.map((page) => [page, editionOf(page.key)])));
  return (path, pages) => {
    const own = editionOf(path);
    if (only() !== undefined) return only()?.edition === own ? pages : [];
    return pages.filter((page) => known().get(page) === own);
  };
}
