/**
 * What has no shape of its own, or changes the shape of what stands beside it: control characters, lone surrogates,
 * directions of writing, joiners and blanks of no width, separators of lines, what is no character.
 */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/gu;

/**
 * Hostile text as one line in which every character can be seen: invisible ones become `\u{202e}`, and so do blanks at
 * its ends, which many formats cut off. No text at all becomes two quotes.
 */
export function visibleText(text: string): string {
  return text === ''
    ? '""'
    : text.replace(INVISIBLE, escaped).replace(/^\s+|\s+$/g, (blanks) => blanks.replace(/\s/g, escaped));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** The beginning and the end of a text, which is what tells paths apart. At most `most` characters. */
export function shortText(text: string, most: number): string {
  const characters = Array.from(text);
  if (characters.length <= most) return text;
  const end = Math.ceil((most - 1) * 0.6);
  return `${characters.slice(0, most - 1 - end).join('')}…${characters.slice(-end).join('')}`;
}
