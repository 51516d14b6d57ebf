/** Forms in which Bengal writes a page besides HTML. */
const SIBLINGS = ['.json', '.txt', '.md'];

/** An HTML output and its other forms. */
export function formsOf(output: string): string[] {
  return [output, ...SIBLINGS.map((ending) => output.replace(/\.html$/, ending))];
}
