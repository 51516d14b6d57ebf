import { formsOf } from '../bengal/output-forms.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asString, field } from '../core/json.ts';
import type { ChangeKind, Context } from './context.ts';
import { judgeText } from './page-rules.ts';
import { folderOf } from './page-folders.ts';
import { topic } from './topics.ts';

/** A source of API documentation: its pages say which file they are made from. Without any, nobody can name pages. */
export function judgeAutodoc(path: string, kind: ChangeKind, context: Context): void {
  const { found, touch, importers, outputs, state } = context;
  const pages = documentationOf(context);
  const own = pages.filter((page) => isMadeFrom(page, path));
  const reason = { kind: 'autodoc', via: path } as const;
  if (kind === 'added' ? !judgeNewModule(path, pages, context) : own.length === 0) {
    found.doubt({
      kind: 'state-incomplete',
      detail: `${path} was ${kind}, and nobody recorded which pages document it`,
    });
    return;
  }
  for (const page of own) {
    judgeText(page, kind === 'deleted' ? { kind: 'deleted', via: path } : reason, context);
    touch([topic.page(page.key, 'any key'), ...documentedKeys(path).map((key) => topic.key(page.key, key))], reason);
    if (kind === 'deleted')
      for (const output of page.outputs)
        for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
  }
  // A module that names another one can take over its documentation.
  for (const user of importers.get(path) ?? [])
    for (const page of pages.filter((other) => isMadeFrom(other, user))) judgeText(page, reason, context);
  touch([topic.site('documented'), topic.site('any page')], reason);
  if (kind === 'modified') return;
  // Documentation is one tree, which each of its pages may show.
  for (const page of pages) judgeText(page, reason, context);
  for (const page of own) touch([topic.page(page.key, 'is')], reason);
  touch([topic.site('autodoc'), topic.site('pages'), topic.site('navigation')], reason);
  // The folder of its last module goes with it.
  const isLast = !pages.some(
    (page) =>
      !own.includes(page) &&
      [...state.files.keys()].some(
        (file) => file !== path && folderOf(file) === folderOf(path) && isMadeFrom(page, file),
      ),
  );
  if (isLast) touch([topic.site('sections'), topic.site('menu')], reason);
}

/** Front matter that Bengal makes from code. A module of Python has its name as a title. */
function documentedKeys(path: string): string[] {
  return ['description', 'autodoc_element', 'element_type', 'tags', ...(path.endsWith('.py') ? [] : ['title'])];
}

/** Pages made of code, and the indexes that Bengal makes for them. */
function documentationOf({ state }: Context): RecordedPage[] {
  return [...state.pages.values()].filter((page) => page.kind === 'virtual' && page.outputs.length > 0);
}

/** Bengal notes the file relative to the folder that the configuration names. */
function isMadeFrom(page: RecordedPage, path: string): boolean {
  const file = asString(field(page.metadata?.['props'], 'source_file'));
  return file !== undefined && file !== '' && (path === file || path.endsWith(`/${file}`));
}

/** A module that is new is written where the modules beside it are. */
function judgeNewModule(path: string, pages: readonly RecordedPage[], { found, state }: Context): boolean {
  const beside = [...state.files.keys()].filter((file) => file !== path && folderOf(file) === folderOf(path));
  const outputs = new Set(
    beside.flatMap((file) =>
      pages.filter((page) => isMadeFrom(page, file)).flatMap((page) => outputLike(path, file, page)),
    ),
  );
  const [output, ...others] = outputs;
  if (output === undefined || others.length > 0) return false;
  found.output(output, null, { kind: 'autodoc', via: path });
  return true;
}

/** Where a module is written, judged by one beside it: `bells/fog.py` is `api/bells/fog/index.html`. */
function outputLike(path: string, sibling: string, page: RecordedPage): string[] {
  const stemOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  const ending = `/${stemOf(sibling)}/index.html`;
  const [output] = page.outputs;
  return output?.endsWith(ending) === true ? [`${output.slice(0, -ending.length)}/${stemOf(path)}/index.html`] : [];
}
