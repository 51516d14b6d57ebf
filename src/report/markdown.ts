/** Characters that start markup, HTML, a mention or a reference wherever they stand. */
const MARKUP = /[&<>"'`*_{}[\]#|~\\@]/g;
/** Start a list or a heading, but only at the start of a line. */
const LINE_START = /^\s*[-+=]|^\s*\d+[.)]/;
/** GitHub turns these into links, references and emoji by itself. */
const AUTOMATIC = /(?<!\d):(?=[\w/+-])|:(?=[A-Za-z/+-])|(?<=GH)-(?=\d)/gi;
/** Line ends, other control characters, and what turns the direction of writing around. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;
/**
 * A word joiner, which nobody sees. Mentions, references, addresses and emoji are looked for in the finished text, where
 * an entity is the character again; they are not found across it.
 */
const JOINER = '\u2060';

/** Escapes hostile text for one line of GitHub's Markdown: no markup, no HTML, no mention, no link, no line break. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .trimStart()
    .replace(MARKUP, (character) =>
      character === '@' || character === '#' ? entity(character) + JOINER : entity(character),
    )
    .replace(LINE_START, (start) => `${start.slice(0, -1)}${entity(start.slice(-1))}`)
    .replace(AUTOMATIC, (character) => entity(character) + JOINER)
    .replace(/www(?=\.)/gi, (host) => host + JOINER);
}

/**
 * Text as code, in which GitHub looks for nothing. Not for cells of a table: there is no sure way to write a bar in one.
 */
export function inlineCode(text: string): string {
  const code = oneLine(text);
  if (code.trim() === '') return '` `';
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  // One blank on both sides is taken off again, if there is one on both.
  const pad = /^`|`$|^ .* $/.test(code) ? ' ' : '';
  return `${fence}${pad}${code}${pad}${fence}`;
}

/** Text as code, leading to a web address that is encoded already. */
export function linkedCode(text: string, url: string | undefined): string {
  return url === undefined ? inlineCode(text) : `[${inlineCode(text)}](${url})`;
}

/** The beginning and the end of a long name: a path is told by both. Counted in UTF-16 units, cut between characters. */
export function shortName(text: string, most = 160): string {
  if (text.length <= most) return text;
  const half = Math.floor((most - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`.toWellFormed();
}

function oneLine(text: string): string {
  return text.replace(CONTROL, ' ').toWellFormed();
}

function entity(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}
