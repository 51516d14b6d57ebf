import type { BuildAccount, Journal } from '../companion/journal.ts';
import { escapeMarkdown } from './markdown.ts';
import { count, digits } from './words.ts';

/**
 * What the build took over from the last one, in a sentence; empty: nobody knows or cares. `announced` is how many pages
 * the report before it said may change, where it did.
 */
export function buildSentence(account: BuildAccount, announced?: number): string {
  switch (account.kind) {
    case 'unplanned':
      return '';
    case 'unrecorded':
      return `The build kept nothing: ${account.why}`;
    case 'recorded':
      return keptSentence(account.journal, announced);
  }
}

function keptSentence({ kept, rendered, assets, sample }: Journal, announced?: number): string {
  const all = kept.length + rendered.length;
  const expected =
    announced === undefined ? '' : `, where the report before it named ${digits(announced)} that may change`;
  const pages =
    kept.length === 0
      ? `The build rendered all ${count(all, 'page')}`
      : `The build kept ${digits(kept.length)} of ${count(all, 'page')} and rendered ${digits(rendered.length)}${expected}`;
  const files = 'kept' in assets ? `; ${count(assets.kept, 'asset was', 'assets were')} kept` : '';
  const same = sample.compared - sample.different.length;
  const compared =
    sample.compared === 0
      ? ''
      : `; ${digits(same)} of ${count(sample.compared, 'kept page')} that were rendered again to compare came out the same`;
  return `${pages}${files}${compared}`;
}

/** What is wrong with a build that took something over; each a warning. */
export function buildWarnings(account: BuildAccount): readonly string[] {
  if (account.kind !== 'recorded') return [];
  const { different } = account.journal.sample;
  const [first] = different;
  if (first === undefined) return [];
  const more = different.length > 1 ? ` and ${String(different.length - 1)} more` : '';
  return [
    `${first}${more} came out differently when rendered again, though all that the last build read for it is as it was. The build rendered every page anew, so what it wrote is right, but its state is not used to keep pages. Please report this with the journal of the build`,
  ];
}

/** For the job summary of the step after the build; empty: there is nothing to tell. */
export function buildSummary(account: BuildAccount, announced?: number): string {
  const sentence = buildSentence(account, announced);
  return sentence === '' ? '' : `${escapeMarkdown(sentence)}.\n`;
}
