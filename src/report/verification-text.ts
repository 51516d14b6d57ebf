import { unreachable } from '../core/never.ts';
import { VERIFICATION_ERRORS, type Verification, type VerifiedPage, type VerifiedVerdict } from './verification.ts';
import { count, REASON_WORDS } from './words.ts';

/** Longest list of each kind that a person reads in a terminal. Errors are never cut. */
const LONGEST_LIST = 20;

export function verificationText(verification: Verification): string {
  if (verification.asked === 'nothing') return `Nothing to verify: ${verification.everyPage ?? 'there is no state'}\n`;
  const of = (verdict: VerifiedVerdict): VerifiedPage[] =>
    verification.pages.filter((page) => page.verdict === verdict);
  const errors = verification.pages.filter(({ verdict }) => VERIFICATION_ERRORS.has(verdict));
  const lists = (['both', 'only-us', 'only-bengal-no-difference'] as const).flatMap((verdict) => {
    const pages = of(verdict);
    const more = pages.length - LONGEST_LIST;
    return [
      ...pages.slice(0, LONGEST_LIST).map(pageLine),
      ...(more > 0 ? [`  ... and ${String(more)} more like the last; --format json has them all`] : []),
    ];
  });
  return `${[headLine(verification), ...errors.map(pageLine), ...lists].join('\n')}\n`;
}

function headLine(verification: Verification): string {
  const number = (verdict: VerifiedVerdict): string =>
    String(verification.pages.filter((page) => page.verdict === verdict).length);
  const errors = verification.pages.filter(({ verdict }) => VERIFICATION_ERRORS.has(verdict)).length;
  return [
    `Verified against Bengal${verification.asked === 'repaired-state' ? ', after the repair' : ''}: ` +
      `${number('both')} selected by both, ${number('only-us')} only by us, ` +
      `${number('only-bengal-no-difference')} only by Bengal without need, ${count(errors, 'error')} in us`,
    ...(verification.everyPage === null ? [] : [`  we select every page: ${verification.everyPage}`]),
    ...(verification.bengalSelectsAll ? ['  Bengal selects every page'] : []),
    ...(verification.listings === 0
      ? []
      : [`  not compared: ${count(verification.listings, 'page')} of tag listings, which Bengal never names`]),
  ].join('\n');
}

function pageLine({ page, verdict, ours, bengal, why }: VerifiedPage): string {
  const reasons = ours.map(({ kind, via }) => REASON_WORDS[kind](via)).join(', ');
  const said = [...(reasons === '' ? [] : [`we: ${reasons}`]), ...(bengal === null ? [] : [`Bengal: ${bengal}`])];
  const because = said.length === 0 ? '' : ` (${said.join('; ')})`;
  switch (verdict) {
    case 'both':
      return `  both         ${page}${because}`;
    case 'only-us':
      return `  only we      ${page}${because}`;
    case 'only-bengal-no-difference':
      return `  only Bengal  ${page}${because}: ${why}`;
    case 'only-bengal':
      return `  ERROR        ${page}${because}: only Bengal selects it; ${why}. Please report this`;
    case 'not-repaired':
      return `  ERROR        ${page}${because}: Bengal does not select it, although the state was repaired. Please report this`;
    default:
      return unreachable(verdict);
  }
}
