import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asString, field } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type ChangeKind, type Context } from './context.ts';
import { enoughOf, isLinked } from './listers.ts';
import { formsOf } from './outputs.ts';
import { folderOf } from './places.ts';

/**
 * A source of API documentation that no page names. Its own pages say which file they are made from; others list it with
 * its description. Returns whether that is all: without a page of its own, nobody knows.
 */
export function judgeAutodoc(path: string, kind: ChangeKind, context: Context): boolean {
  const { found, state, importers } = context;
  const pages = documentationOf(state.pages.values());
  if (kind === 'added') return judgeNewModule(path, pages, context);
  const own = pages.filter((page) => isMadeFrom(page, path));
  const reason = { kind: 'autodoc', via: path } as const;
  if (own.length === 0) return false;
  for (const page of own) {
    found.page(page, kind === 'deleted' ? { kind: 'deleted', via: path } : reason);
    for (const output of page.outputs) {
      if (kind === 'deleted') removeForms(output, context);
      addOutputs(showersOf({ page, output, kind }, context), reason, context);
    }
  }
  if (kind === 'deleted') addLists(own, pages, { ...context, path });
  // A module that names another one can take over its documentation.
  for (const user of importers.get(path) ?? [])
    for (const page of pages.filter((other) => isMadeFrom(other, user))) found.page(page, reason);
  return true;
}

/** Pages made of code, and the indexes that Bengal makes for them. */
function documentationOf(pages: Iterable<RecordedPage>): RecordedPage[] {
  return [...pages].filter((page) => page.kind === 'virtual' && page.outputs.length > 0);
}

/** Bengal notes the file relative to the folder that the configuration names. */
function isMadeFrom(page: RecordedPage, path: string): boolean {
  const file = asString(field(page.metadata?.['props'], 'source_file'));
  return file !== undefined && file !== '' && (path === file || path.endsWith(`/${file}`));
}

/** Whoever shows what an edit of the code can change: the description, which can have come or gone. */
function showersOf(
  { page, output, kind }: { page: RecordedPage; output: string; kind: ChangeKind },
  { site }: Context,
): string[] {
  if (kind === 'deleted') return [...site.mentioning(output, ~0)];
  const described = Boolean(page.metadata?.['description']);
  const isDocumentation = (shower: string): boolean => site.pageOf.get(shower)?.kind === 'virtual';
  return [
    ...site.mentioning(output, SHOWS.description),
    ...(described ? [] : site.mentioning(output, SHOWS.link).filter(isDocumentation)),
  ];
}

/** A module that is new is listed where the modules beside it are. */
function judgeNewModule(path: string, pages: readonly RecordedPage[], context: Context): boolean {
  const { found, state } = context;
  const siblings = [...state.files.keys()].flatMap((file) =>
    file !== path && folderOf(file) === folderOf(path)
      ? pages.filter((page) => isMadeFrom(page, file)).map((page) => ({ file, page }))
      : [],
  );
  const outputs = new Set(siblings.flatMap(({ file, page }) => outputLike(path, file, page)));
  const [output, ...others] = outputs;
  if (output === undefined || others.length > 0) return false;
  found.output(output, null, { kind: 'autodoc', via: path });
  addLists(
    siblings.map(({ page }) => page),
    pages,
    { ...context, path },
  );
  return true;
}

/** Where a module is written, judged by one beside it: `bells/fog.py` is `api/bells/fog/index.html`. */
function outputLike(path: string, sibling: string, page: RecordedPage): string[] {
  const stemOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const ending = `/${stemOf(sibling)}/index.html`;
  const [output] = page.outputs;
  return output?.endsWith(ending) === true ? [`${output.slice(0, -ending.length)}/${stemOf(path)}/index.html`] : [];
}

/** Whoever lists most of these pages, and every index of documentation above them. */
function addLists(
  listed: readonly RecordedPage[],
  pages: readonly RecordedPage[],
  context: Context & { readonly path: string },
): void {
  const { site, links, path } = context;
  const outputs = listed.flatMap((page) => page.outputs);
  const above = pages
    .flatMap((page) => page.outputs)
    .filter((index) => outputs.some((output) => isAbove(index, output)));
  const showers = new Set(outputs.flatMap((output) => site.mentioning(output, SHOWS.link)));
  const lists = [...showers].filter(
    (shower) =>
      outputs.filter((output) => output === shower || isLinked(shower, output, links)).length >=
      enoughOf(outputs.length),
  );
  addOutputs([...above, ...lists], { kind: 'autodoc', via: path }, context);
}

function isAbove(index: string, output: string): boolean {
  return output !== index && output.startsWith(index.replace(/index\.html$/, ''));
}

function removeForms(output: string, { outputs, found }: Context): void {
  for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
}
