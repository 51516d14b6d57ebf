import type { VanishedPage } from '../delta/delta.ts';
import { readableAddress } from '../delta/address.ts';
import { fixOf } from '../delta/vanished.ts';
import type { VanishedSetting } from '../inputs/delta-spec.ts';
import { MOST_ANNOTATIONS } from './annotations.ts';
import { vanishedHead } from './delta-words.ts';
import { shortName } from './markdown.ts';
import { digits } from './words.ts';

/** A note that the platform shows on the line of the source. Plain text. */
export interface VanishedNote {
  readonly level: 'warning' | 'error';
  readonly title: string;
  readonly message: string;
  /** Below the repository's root, POSIX. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}

const TITLE = 'An address leads nowhere';

/**
 * A note for each address that leads nowhere now, on its source where that is known; the last one counts what is left out.
 * A listing that goes with what it listed is never more than a warning.
 *
 * @param folder Site folder below the repository's root, POSIX; empty for the root itself.
 */
export function vanishedNotes(
  pages: readonly VanishedPage[],
  setting: VanishedSetting,
  folder: string,
): readonly VanishedNote[] {
  if (setting === 'off') return [];
  const [written, generated] = [pages.filter((page) => !page.generated), pages.filter((page) => page.generated)];
  return [
    ...atMost(written.map((page) => noteOf(page, setting, folder))),
    ...(generated.length === 0 ? [] : [generatedNote(generated)]),
  ];
}

function noteOf(page: VanishedPage, level: VanishedNote['level'], folder: string): VanishedNote {
  const where = page.movedTo === undefined ? 'is gone' : `moved to ${readableAddress(page.movedTo.path)}`;
  const fix = fixOf(page);
  const message = shortName(
    `${readableAddress(page.path)} ${where}, and nothing leads there from the old address. ${fix.slice(0, 1).toUpperCase()}${fix.slice(1)}`,
    1000,
  );
  const source = page.movedTo?.source ?? page.source;
  if (source === null) return { level, title: TITLE, message };
  const file = folder === '' ? source.path : `${folder}/${source.path}`;
  return { level, title: TITLE, message, file, line: source.line };
}

function generatedNote(pages: readonly VanishedPage[]): VanishedNote {
  const shown = pages.slice(0, 5).map(({ path }) => shortName(readableAddress(path)));
  const more = pages.length > shown.length ? ` and ${digits(pages.length - shown.length)} more` : '';
  return {
    level: 'warning',
    title: TITLE,
    message: `${vanishedHead(pages)}, made from what they listed: ${shown.join(', ')}${more}`,
  };
}

function atMost(notes: readonly VanishedNote[]): readonly VanishedNote[] {
  const [first] = notes;
  if (first === undefined || notes.length <= MOST_ANNOTATIONS) return notes;
  const shown = notes.slice(0, MOST_ANNOTATIONS - 1);
  const message = `${digits(notes.length - shown.length)} more addresses lead nowhere now; the job summary names them`;
  return [...shown, { level: first.level, title: TITLE, message }];
}
