/** Longest message of Bengal's that is kept; the beginning says what is wrong. */
const LONGEST_MESSAGE = 300;
/** Longer than any message that is kept, so that tidying a hostile one costs little. */
const LONGEST_LOOKED_AT = 4000;

/**
 * What Bengal says of a trouble, in one line, and the same line in every build: the place of the checkout is left out,
 * and so are addresses in memory. The text may come from anybody: it quotes sources.
 */
export function troubleText(text: string, root: string): string {
  const folder = root.replace(/\/+$/, '');
  const line = text
    .slice(0, LONGEST_LOOKED_AT)
    .replaceAll(folder === '' ? '\0' : `${folder}/`, '')
    .replace(/\b0x[0-9a-f]{6,16}\b/gi, '0x…')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
  return (line.length <= LONGEST_MESSAGE ? line : `${line.slice(0, LONGEST_MESSAGE - 1)}…`).toWellFormed();
}
