import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];

/** How lines of a report begin, and how they look at a terminal with colours. */
const LOOKS: readonly (readonly [RegExp, Format])[] = [
  [/^ {2}\+ .*/, 'green'],
  [/^ {2}~ .*/, 'yellow'],
  [/^ {2}- .*/, 'red'],
  [/^ {2}\? .*/, 'magenta'],
  [/^(?:State|Config|Changed|Affected)(?= )/, 'bold'],
  [/^(?:Skip the build|Build incrementally|Build everything)$/, ['bold', 'cyan']],
  [/^ {2}(?:run|then) .*/, 'cyan'],
  [/^ {2}because .*/, 'dim'],
  [/^ {6}.*/, 'dim'],
  [/^warning: .*/, 'yellow'],
];

/** Colours a line that is printable already: the escapes are ours, and a name in the line can add none. */
export function paintLine(line: string): string {
  for (const [beginning, format] of LOOKS)
    if (beginning.test(line))
      return line.replace(beginning, (part) => styleText(format, part, { validateStream: false }));
  return line;
}
