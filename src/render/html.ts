/** Escapes hostile text for HTML, within elements as well as within quoted attributes. */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(/[&<>"'`\0\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, replacement);
}

/** HTML has no way to write a control character, and what turns the direction around would hide how a name ends. */
function replacement(character: string): string {
  if (/[\n\t]/.test(character)) return character;
  const code = character.codePointAt(0) ?? 0;
  return /[&<>"'`]/.test(character) ? `&#${String(code)};` : '\ufffd';
}

/** JSON that may stand in a `script` element: nothing in it can end the element or start a comment. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}
