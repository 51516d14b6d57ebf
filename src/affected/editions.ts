import { once } from '../core/once.ts';

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

/** Which pages are the same page in another language or version. */
export interface Editions {
  /** Paths of the other editions of a page, then and now. */
  besides(path: string): readonly string[];
}

/** `keysOf`: what pages that are joined by a key have for it, then and now. */
export function editionsOf(
  paths: Iterable<string>,
  contentDir: string,
  keysOf: (path: string) => readonly string[],
): Editions {
  const groupsOf = (path: string): string[] => [
    `path ${variantOf(path, contentDir).path}`,
    ...keysOf(path).map((key) => `key ${key}`),
  ];
  const groups = once(() => {
    const made = new Map<string, string[]>();
    for (const path of paths)
      for (const group of groupsOf(path)) (made.get(group) ?? made.set(group, []).get(group))?.push(path);
    return made;
  });
  return {
    besides: (path) =>
      [...new Set(groupsOf(path).flatMap((group) => groups().get(group) ?? []))].filter((other) => other !== path),
  };
}
