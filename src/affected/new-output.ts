import type { Context } from './context.ts';
import { foldersAbove } from './indexes.ts';
import { variantOf } from './editions.ts';

/** Where the pages of its folder go: versions and languages are not written where their sources lie. */
export function outputBeside(path: string, { site, layout }: Context): string {
  const usual = outputOfNewPage(path, layout.contentDir);
  for (const folder of foldersAbove(path, layout.contentDir)) {
    const below = folder === layout.contentDir ? 0 : folder.length - layout.contentDir.length;
    for (const page of [site.indexOf(folder), ...site.members(folder)]) {
      if (page === undefined) continue;
      const tail = outputOfNewPage(page.key, layout.contentDir).slice(below);
      const [output] = page.outputs;
      if (output?.endsWith(tail)) return output.slice(0, output.length - tail.length) + usual.slice(below);
    }
  }
  return usual;
}

/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. */
export function outputOfNewPage(path: string, contentDir: string): string {
  const below = path.slice(contentDir.length + 1).replace(/\.[^./]+$/, '');
  return /(^|\/)_?index$/.test(below) ? `${below.replace(/_?index$/, '')}index.html` : `${below}/index.html`;
}

/** Whether a page is the first of its version or language: those are written where the configuration says. */
export function isFirstOfEdition(path: string, { state, site, layout }: Context): boolean {
  const own = variantOf(path, layout.contentDir);
  const isKnown = (of: 'version' | 'language'): boolean =>
    [...state.pages.values()].some(
      (page) => page.kind === 'content' && variantOf(page.key, layout.contentDir)[of] === own[of],
    );
  return (
    (own.version !== '' && !isKnown('version')) ||
    (site.languages.several && own.language !== '' && !isKnown('language'))
  );
}
