/** Escapes hostile text for one line of GitHub's Markdown: no markup, no HTML, no mention, no link, no line break. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, ' ')
    .replace(/[&<>"'`*_{}[\]()#+!|~\\@:-]/g, (character) => `&#${String(character.codePointAt(0))};`);
}

/** Text as inline code; a fence longer than any run of backticks inside keeps it from ending early. */
export function inlineCode(text: string): string {
  return `<code>${escapeMarkdown(text)}</code>`;
}
