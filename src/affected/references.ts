import type { RecordedPage } from '../bengal/recorded-page.ts';
import { asString } from '../core/json.ts';
import { SHOWS } from '../mentions/needles.ts';
import { addOutputs, type Context } from './context.ts';
import { outputOfNewPage } from './new-output.ts';
import type { ReasonKind } from './reason.ts';

/** Says that the build fills in something in the text. */
const FILLED_IN = '{}';
/** Reasons that lie in what surrounds a text; a shortcode's template is named by the pages that use it. */
const APART: ReadonlySet<ReasonKind> = new Set(['template', 'asset', 'translation', 'version', 'output-missing']);
/** Parts of a text that are shown elsewhere. */
const EXCERPT = SHOWS.lead | SHOWS.longLead | SHOWS.text;

/**
 * Pages whose text refers to a page by its path, slug or id, or to an anchor: `[[docs/install]]`, `[[#install]]`. An id
 * or an anchor that is gone is not known, so whoever links to the page by any counts.
 */
export function referringPages(path: string, context: Context): RecordedPage[] {
  const { state, site, references } = context;
  const names = namesOf(path, context);
  const linking = new Set(state.pages.get(path)?.outputs.flatMap((output) => site.mentioning(output, SHOWS.link)));
  return [...references].flatMap(([key, refs]) => {
    const page = state.pages.get(key);
    if (key === path || page === undefined) return [];
    const isLinked = page.outputs.some((output) => linking.has(output));
    const refers = refs.some((ref) => refersTo(ref, names) || (isLinked && /^\[\[(?:id:|[#!])/.test(ref)));
    return refers ? [page] : [];
  });
}

interface Names {
  /** Lower case, each what can stand last in a reference. */
  readonly last: ReadonlySet<string>;
  readonly ids: ReadonlySet<string>;
  readonly body: string;
}

function namesOf(path: string, { texts, state, layout }: Context): Names {
  const text = texts.get(path);
  const address = outputOfNewPage(path, layout.contentDir).replace(/\/?index\.html$/, '');
  const file = path.slice(path.lastIndexOf('/') + 1);
  const slugs = [text?.frontMatter['slug'], state.pages.get(path)?.metadata?.['slug']].map(asString);
  const last = [address.slice(address.lastIndexOf('/') + 1), file, file.replace(/\.[^.]+$/, ''), ...slugs];
  const id = text?.frontMatter['id'];
  return {
    last: new Set(last.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()]))),
    ids: new Set(typeof id === 'string' || typeof id === 'number' ? [String(id)] : []),
    body: text?.body ?? '',
  };
}

function refersTo(reference: string, { last, ids, body }: Names): boolean {
  if (reference === FILLED_IN) return false;
  const [, link = reference] = /^\[\[(.+)\]\]$/.exec(reference) ?? [];
  // An anchor can be anywhere.
  if (/^[#!]/.test(link)) return body.includes(link.slice(1).trim());
  if (link.startsWith('id:')) return ids.has(link.slice('id:'.length).trim());
  const bare = link
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase();
  return last.has(bare.slice(Math.max(bare.lastIndexOf('/'), bare.lastIndexOf(':')) + 1));
}

/**
 * Where the build fills in something in a page's text, whoever shows part of that text shows it, too: the title of the
 * page that a link names, what a directive lists, what is included.
 */
export function judgeFilledText(context: Context): void {
  const { found, site, references } = context;
  const referring = new Map<string, ReadonlySet<string>>();
  const refers = (key: string, via: string): boolean => {
    const known = referring.get(via) ?? new Set(referringPages(via, context).map((page) => page.key));
    referring.set(via, known);
    return known.has(key);
  };
  for (const { output, source, reasons } of found.found().pages) {
    const known = source === null ? undefined : references.get(source);
    if (source === null || known === undefined) continue;
    for (const { kind, via } of reasons) {
      const fillsIn = known.includes(FILLED_IN) && (!APART.has(kind) || context.namedByPages.has(via));
      if (via === source || !(fillsIn || refers(source, via))) continue;
      addOutputs(site.mentioning(output, EXCERPT), { kind: 'excerpt', via, through: [source] }, context);
    }
  }
}
