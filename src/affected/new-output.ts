import type { Context } from './context.ts';
import { folderOf, foldersAbove } from './page-folders.ts';

/** Where the pages around it go: versions and languages are not written where their sources lie. */
export function outputBeside(path: string, { layout, state, builtIn }: Context): string {
  const usual = outputOfNewPage(path, layout.contentDir);
  for (const folder of foldersAbove(folderOf(path), layout.contentDir)) {
    const below = folder === layout.contentDir ? 0 : folder.length - layout.contentDir.length;
    for (const known of builtIn(folder)) {
      const tail = outputOfNewPage(known, layout.contentDir).slice(below);
      const output = state.pages.get(known)?.outputs[0];
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
