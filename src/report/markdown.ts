/** Characters that start markup, HTML, a mention or a reference wherever they stand. */
const MARKUP = /[&<>"'`*_{}[\]#|~\\@]/g;
/** Start a list or a heading, but only at the start of a line. */
const LINE_START = /^\s*[-+=]|^\s*\d+[.)]/;
/** GitHub turns these into links, references and emoji by itself. */
const AUTOMATIC = /:(?=[\w/+-])|(?<=GH)-(?=\d)|(?<=www)\./gi;

/** Escapes hostile text for one line of GitHub's Markdown: no markup, no HTML, no mention, no link, no line break. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(MARKUP, entity)
    .replace(LINE_START, (start) => `${start.slice(0, -1)}${entity(start.slice(-1))}`)
    .replace(AUTOMATIC, entity);
}

function entity(character: string): string {
  return `&#${String(character.codePointAt(0))};`;
}

/** Text as code. HTML, since a fence of backticks has no escape for backticks inside. */
export function inlineCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
