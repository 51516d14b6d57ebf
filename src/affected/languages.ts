import type { RecordedPage } from '../bengal/recorded-page.ts';
import type { BengalState } from '../bengal/state.ts';
import { asString } from '../core/json.ts';

/** The languages of a site, as far as the state tells. */
export interface Languages {
  /** Whether there is more than one. */
  readonly several: boolean;
  /** Whether Bengal noted one for any page: then it decides where pages are written. */
  readonly noted: boolean;
  /** `undefined`: nobody knows. */
  of(page: RecordedPage): string | undefined;
}

/**
 * Bengal notes the language of pages that have a source. Of the others, the folder of the output tells, where each
 * language is written into one of its own but for at most one.
 */
export function languagesOf(state: BengalState): Languages {
  const noted = (page: RecordedPage): string | undefined => asString(page.metadata?.['lang']);
  const known = [...state.pages.values()].filter((page) => noted(page) !== undefined && page.outputs.length > 0);
  const languages = new Set(known.flatMap((page) => noted(page) ?? []));
  const inFolder = (page: RecordedPage, language: string): boolean =>
    page.outputs.every((output) => output.startsWith(`${language}/`));
  const foldered = [...languages].filter((language) =>
    known.every((page) => inFolder(page, language) === (noted(page) === language)),
  );
  const [rest, ...others] = [...languages].filter((language) => !foldered.includes(language));
  return {
    several: languages.size > 1,
    noted: languages.size > 0,
    of: (page) =>
      noted(page) ??
      foldered.find((language) => inFolder(page, language)) ??
      (others.length === 0 && page.outputs.length > 0 ? rest : undefined),
  };
}
