import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { effectOf } from './keys.ts';
import { languageOfPath } from './language-of-path.ts';
import { foldersAbove } from './indexes.ts';
import { isLinked } from './listers.ts';
import { outputBeside } from './new-output.ts';
import { formsOf } from './outputs.ts';
import { folderOf } from './places.ts';

/** From this share of all pages on, what shows a section is a menu that any page may have. */
const MENU = 0.5;

/**
 * A new section is shown where sections like it are: those beside it, or else any as deep. Their own folders show them,
 * and indexes above them; whoever else does shows a menu.
 */
export function judgeNewSection(path: string, context: Context): void {
  const { site, found, state, layout } = context;
  const folder = folderOf(path);
  const parent = folderOf(folder);
  const peers = site.folders.filter((other) => other !== folder && folderOf(other) === parent);
  const alike = peers.length > 0 ? peers : site.folders.filter((other) => depthOf(other) === depthOf(folder));
  const showers = alike.map((other) => ({ other, ...showersOf(other, context) }));
  const elsewhere = new Set(showers.flatMap((shower) => shower.elsewhere));
  const menus = new Set(elsewhere.size > 0 ? showers.flatMap(({ all }) => all) : []);
  if (alike.length === 0 || menus.size > state.pages.size * MENU) {
    found.doubt({ kind: 'navigation', detail: `${path} begins a new section, and every page may show it in a menu` });
    return;
  }
  const steps = new Set(showers.flatMap(({ above }) => above));
  const indexes = foldersAbove(folder, layout.contentDir).filter((_above, step) => step === 0 || steps.has(step));
  // A page that shows every section but its own shows a menu of them.
  const own = showers.filter(({ other }) => elsewhere.has(site.indexOutputOf(other)));
  addOutputs(
    [
      ...menus,
      ...indexes.map((above) => site.indexOutputOf(above)),
      ...own.map(({ other }) => site.indexOutputOf(other)),
    ],
    { kind: 'navigation', via: path },
    context,
  );
  // Bengal makes an index for a folder without one.
  found.output(outputBeside(`${folder}/_index.md`, context), null, { kind: 'added', via: path });
}

/** Who links to a section's index: of these, outputs outside it, and how many steps above it the indexes are that do. */
function showersOf(
  folder: string,
  { site, links, layout }: Context,
): { all: readonly string[]; elsewhere: string[]; above: number[] } {
  const index = site.indexOutputOf(folder);
  const showers = site.mentioning(index, SHOWS.link);
  const indexes = foldersAbove(folder, layout.contentDir).map((above) => site.indexOutputOf(above));
  return {
    all: showers,
    elsewhere: showers.filter((output) => {
      const key = site.pageOf.get(output)?.key ?? '';
      const isWithinIt = key.startsWith(`${folder}/`) || output.startsWith(index.replace(/index\.html$/, ''));
      return !isWithinIt && !indexes.includes(output);
    }),
    above: indexes.flatMap((above, step) => (isLinked(above, index, links) ? [step] : [])),
  };
}

function depthOf(folder: string): number {
  return folder.split('/').length;
}

/** A page that has a menu entry, or had one. With several languages, each has menus of its own. */
export function judgeMenu(path: string, keys: readonly string[], context: Context): void {
  if (!keys.some((key) => effectOf(key) === 'navigation')) return;
  const { site, state, found } = context;
  const { languages } = site;
  const language = languageOfPath(path, context);
  if (!languages.several || language === undefined) {
    found.doubt({ kind: 'navigation', detail: `the menu entry of ${path} changed, and every page may show the menu` });
    return;
  }
  for (const other of state.pages.values())
    if ([language, undefined].includes(languages.of(other))) found.page(other, { kind: 'navigation', via: path });
  for (const output of state.pages.get(path)?.outputs ?? [])
    addOutputs(site.mentioning(output, ~0), { kind: 'navigation', via: path }, context);
}

/** Indexes that Bengal made for folders without one, and that nothing makes any more. */
export function removeEmptyIndexes(path: string, folders: readonly string[], context: Context): void {
  const { site, found, outputs, changes } = context;
  for (const folder of folders) {
    if (site.contentBelow(folder).some((page) => !changes.deleted.includes(page.key))) return;
    const output = site.indexOutputOf(folder);
    const page = site.pageOf.get(output);
    if (page?.kind === 'content') continue;
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
    if (page !== undefined) found.page(page, { kind: 'deleted', via: path });
    addOutputs(site.mentioning(output, ~0), { kind: 'linked', via: path }, context);
  }
}
