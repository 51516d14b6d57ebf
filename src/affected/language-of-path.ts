import { asString } from '../core/json.ts';
import type { Context } from './context.ts';
import { folderOf } from './places.ts';

/** The language of a page that may be new: what it says, or what the pages around it are written in. */
export function languageOfPath(path: string, { texts, state, site }: Context): string | undefined {
  const page = state.pages.get(path);
  const given = asString(texts.get(path)?.frontMatter['lang']) ?? (page && site.languages.of(page));
  const folder = folderOf(path);
  const around = new Set(
    [...site.members(folder), site.indexOf(folder)].flatMap((other) =>
      other === undefined ? [] : [site.languages.of(other)],
    ),
  );
  return given ?? (around.size === 1 ? [...around][0] : undefined);
}
