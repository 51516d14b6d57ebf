import { sitePath, type SitePath } from '../core/paths.ts';
import { ALL_INPUTS, type InputName, type RawInputs } from './spec.ts';
import { linesOf } from './values.ts';

/** Takes inputs one by one, and gathers what is wrong with them. */
export interface InputParser {
  readonly problems: string[];
  text(name: InputName): string | undefined;
  matching(name: InputName, pattern: RegExp, what: string): string | undefined;
  oneOf<Value extends string>(name: InputName, values: readonly [Value, ...Value[]]): Value;
  flag(name: InputName): boolean;
  /** A relative path that stays inside the site. */
  path(name: InputName): SitePath | undefined;
  /** A value of another kind; `parse` yields `undefined` for what is none. */
  value<Value>(name: InputName, parse: (text: string) => Value | undefined, what: string): Value | undefined;
  /** One value a line; each bad line is a problem. */
  lines<Value>(name: InputName, parse: (line: string) => Value | undefined, what: string): Value[];
}

export function expected(input: string, what: string, got: string): string {
  return `Input \`${input}\`: expected ${what}, got ${JSON.stringify(got)}`;
}

export function inputParser(raw: RawInputs): InputParser {
  const problems: string[] = [];
  const text = (name: InputName): string | undefined =>
    (raw[name]?.trim() ?? '') || ALL_INPUTS[name].default || undefined;
  const parser: InputParser = {
    problems,
    text,
    matching: (name, pattern, what) => parser.value(name, (value) => (pattern.test(value) ? value : undefined), what),
    oneOf(name, values) {
      const what = values.join(', ').replace(/, (?!.*, )/, ' or ');
      return parser.value(name, (value) => values.find((allowed) => allowed === value), what) ?? values[0];
    },
    flag: (name) => parser.oneOf(name, ['true', 'false']) === 'true',
    path: (name) => parser.value(name, sitePath, 'a relative path inside the site'),
    value(name, parse, what) {
      const given = text(name);
      if (given === undefined) return undefined;
      const value = parse(given);
      if (value === undefined) problems.push(expected(name, what, given));
      return value;
    },
    lines: (name, parse, what) =>
      linesOf(text(name) ?? '').flatMap((line) => {
        const value = parse(line);
        if (value !== undefined) return [value];
        problems.push(expected(name, what, line));
        return [];
      }),
  };
  return parser;
}
