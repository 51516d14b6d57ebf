import { formsOf } from '../bengal/output-forms.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { Context } from './context.ts';
import type { SitePages } from './structure.ts';

/** Pages of listings come and go with the number of pages that carry a tag: each holds so many, an empty tag has none. */
export function judgeTagPages({ before, after }: SitePages, changed: readonly string[], context: Context): void {
  const { state, found, perPage } = context;
  const slugs = new Map<string, string>();
  for (const path of changed) {
    const [then, now] = [before.get(path)?.tags ?? [], after.get(path)?.tags ?? []];
    for (const slug of [...then, ...now])
      if (!slugs.has(slug) && then.includes(slug) !== now.includes(slug)) slugs.set(slug, path);
  }
  if (slugs.size === 0) return;
  const listings = new Map<string, RecordedPage[]>([...slugs.keys()].map((slug) => [slug, []]));
  for (const page of state.pages.values())
    if (page.kind === 'tag') for (const slug of page.tags) listings.get(slug)?.push(page);
  const languageFolder = languageFolders(context);
  const members = new Map<string, string[]>([...slugs.keys()].map((slug) => [slug, []]));
  for (const { path, tags } of after.values()) for (const slug of tags) members.get(slug)?.push(path);
  for (const [slug, via] of slugs) {
    const reason = { kind: 'tag', via, through: [slug] } as const;
    found.tag(slug);
    const own = listings.get(slug) ?? [];
    const carriers = members.get(slug) ?? [];
    for (const language of new Set(carriers.map((path) => languageFolder(path)))) {
      const written = own.filter((page) => page.outputs.some((output) => output.startsWith(`${language}tags/`)));
      const needed = Math.ceil(carriers.filter((path) => languageFolder(path) === language).length / perPage);
      for (let number = written.length + 1; number <= needed; number++)
        found.output(`${language}${listingOutput(slug, number)}`, null, reason);
    }
    for (const page of own) if (numberOf(page) > Math.ceil(carriers.length / perPage)) removeForms(page, context);
  }
  const [first] = slugs.values();
  const index = [...state.pages.values()].filter((page) => page.kind === 'tag-index');
  if (index.length === 0) found.output('tags/index.html', null, { kind: 'tag', via: first ?? '' });
  if (![...after.values()].some(({ tags }) => tags.length > 0)) for (const page of index) removeForms(page, context);
}

/** The folder that Bengal writes a page's language into, with its last slash; empty for the language at the top. */
function languageFolders({ state, texts, outputs }: Context): (path: string) => string {
  const made = new Set<string>();
  for (const page of state.pages.values())
    if (page.kind !== 'content') for (const output of page.outputs) made.add(output.slice(0, output.indexOf('/') + 1));
  return (path) => {
    const given = texts.get(path)?.frontMatter['lang'] ?? state.pages.get(path)?.metadata?.['lang'];
    if (typeof given !== 'string') return '';
    const folder = `${given}/`;
    return made.has(folder) || outputs.present.has(`${folder}index.html`) ? folder : '';
  };
}

function removeForms(page: RecordedPage, { found, outputs }: Context): void {
  for (const output of page.outputs)
    for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
}

function numberOf(page: RecordedPage): number {
  return Number(/\/page_(\d+)\/index\.md$/.exec(page.key)?.[1] ?? 1);
}

function listingOutput(slug: string, number: number): string {
  return number === 1 ? `tags/${slug}/index.html` : `tags/${slug}/page/${String(number)}/index.html`;
}
