import type { AffectedPage } from '../affected/reason.ts';

/** What people may call a page by. */
export type NamedPage = Pick<AffectedPage, 'output' | 'source' | 'url'>;

export function namesOfPage({ output, source, url }: NamedPage): readonly string[] {
  return [url, output, ...(source === null ? [] : [source])];
}

/** `/about/`, `/about`, `about/index.html` and `content/about.md` are one page. */
export function isNamed(page: NamedPage, subject: string): boolean {
  return [...namesOfPage(page), page.url.replace(/\/$/, '')].includes(subject);
}

/** @param closest What may have been meant. */
export function nobodyKnows(subject: string, closest: string | undefined): string {
  const hint =
    closest === undefined
      ? "Expected a page's address or output, or a file of the site, such as /about/, about/index.html or content/about.md"
      : `Did you mean ${closest}?`;
  return `The state knows no page and no file named ${subject}. ${hint}`;
}
