// The runner executes what a step prints: lines that start with `::` and, anywhere in a line, the old form `##[`. Names of
// files are hostile text, so neither may come out of them.

/** The same lines with both forms broken up by a character that nobody sees. */
export function withoutCommands(text: string): string {
  return text.replaceAll('##[', '##\u200b[').replace(/^(\s*):(?=:)/gm, '$1:\u200b');
}

/** JSON of the same value. No line of it starts with a colon, and two such characters in a row stand in strings alone. */
export function jsonWithoutCommands(json: string): string {
  return json.replaceAll('##[', '#\\u0023[');
}
