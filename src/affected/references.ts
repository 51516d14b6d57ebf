import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asString } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { outputOfNewPage } from './new-output.ts';
import type { ReasonKind } from './reason.ts';
import { refersTo, type Names } from './reference-index.ts';
import { remember } from './remember.ts';

/** Reasons that lie in what surrounds a text; a shortcode's template is named by the pages that use it. */
const APART: ReadonlySet<ReasonKind> = new Set(['template', 'asset', 'translation', 'version', 'output-missing']);
/** Parts of a text that are shown elsewhere. */
const EXCERPT = SHOWS.lead | SHOWS.longLead | SHOWS.text;

/**
 * Pages whose text refers to a page by its path, slug or id, or to an anchor: `[[docs/install]]`, `[[#install]]`. An id
 * or an anchor that is gone is not known, so whoever links to the page by any counts.
 */
export function referringPages(path: string, context: Context): RecordedPage[] {
  const { state, site } = context;
  const keys = site.references.referring(namesOf(path, context));
  return keys.flatMap((key) => (key === path ? [] : (state.pages.get(key) ?? [])));
}

function namesOf(path: string, { texts, state, layout, site }: Context): Names {
  const text = texts.get(path);
  const address = outputOfNewPage(path, layout.contentDir).replace(/\/?index\.html$/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  const slugs = [text?.frontMatter['slug'], state.pages.get(path)?.metadata?.['slug']].map(asString);
  const last = [address.slice(address.lastIndexOf('/') + 1), file, file.replace(/\.[^.]+$/, ''), ...slugs];
  const id = text?.frontMatter['id'];
  const linking = (state.pages.get(path)?.outputs ?? []).flatMap((output) => site.mentioning(output, SHOWS.link));
  return {
    last: new Set(last.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]))),
    ids: new Set(typeof id === 'string' || typeof id === 'number' ? [String(id)] : []),
    body: text?.body ?? '',
    linkedBy: new Set(linking.flatMap((output) => site.pageOf.get(output)?.key ?? [])),
  };
}

/**
 * Where the build fills in something in a page's text, whoever shows part of that text shows it, too: the title of the
 * page that a link names, what a directive lists, what is included.
 */
export function judgeFilledText(context: Context): void {
  const { found, site } = context;
  const names = remember((via: string) => namesOf(via, context));
  for (const { output, source, reasons } of found.sofar()) {
    if (source === null) continue;
    const references = site.references.of(source);
    for (const { kind, via } of reasons) {
      if (via === source) continue;
      const fillsIn = references.isFilledIn && (!APART.has(kind) || context.namedByPages.has(via));
      if (!fillsIn && !refersTo(source, references, names(via))) continue;
      addOutputs(site.mentioning(output, EXCERPT), { kind: 'excerpt', via, through: [source] }, context);
    }
  }
}
