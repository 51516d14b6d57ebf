import { parseArgs } from 'node:util';
import { didYouMean } from '../core/closest.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { UserError } from '../core/user-error.ts';
import { COMMON_OPTIONS, SHORT, type CommandSpec, type Options } from './cli-table.ts';

/** What stands behind the name of a command, as far as the table can judge it. */
export interface Given {
  readonly operands: readonly string[];
  /** What stands behind `--`; `undefined`: there is none. */
  readonly program: readonly string[] | undefined;
  readonly text: (name: string) => string | undefined;
  readonly list: (name: string) => readonly string[];
  readonly has: (name: string) => boolean;
  /** Those of the options that were given, by name; of several values one a line. */
  readonly among: (names: readonly string[]) => Readonly<Record<string, string>>;
  /** A number within its range; anything else becomes a problem. */
  readonly number: (name: string, range: Range) => number | undefined;
  /** What is wrong; whoever finds more puts it here. */
  readonly problems: string[];
}

export interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

export interface NamedSpec extends CommandSpec {
  readonly name: string;
}

/** All options of a command by name. */
export function optionsOf({ groups }: Pick<CommandSpec, 'groups'>): Options {
  return { ...Object.assign({}, ...groups.map(({ options }) => options)), ...COMMON_OPTIONS } as Options;
}

/** Turns what was given into what a command works with, or tells every problem. */
export function parseWith<Value>(
  spec: NamedSpec,
  args: readonly string[],
  read: (given: Given) => Value,
): Result<Value, string> {
  const given = readArguments(spec, args);
  const surplus = surplusOf(spec, given);
  if (surplus !== undefined) given.problems.push(surplus);
  const value = read(given);
  return given.problems.length === 0 ? ok(value) : failed(...given.problems);
}

function readArguments(spec: NamedSpec, all: readonly string[]): Given {
  const options = optionsOf(spec);
  const end = spec.program === true ? all.indexOf('--') : -1;
  const [args, program] = end === -1 ? [all, undefined] : [all.slice(0, end), all.slice(end + 1)];
  const config = Object.entries(options).map(([name, { value }]) => {
    const short = SHORT[name];
    return [name, { type: value === undefined ? 'boolean' : 'string', ...(short && { short }) }] as const;
  });
  // Not strict, since its errors are in the parser's own words, and only the first is told.
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(config),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, readonly string[]>();
  const [operands, problems]: [string[], string[]] = [[], []];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const option = Object.hasOwn(options, name) ? options[name] : undefined;
    const problem =
      option === undefined ? unknownOption(spec, rawName) : problemOf(option, { rawName, value, inlineValue });
    if (problem !== undefined) problems.push(problem);
    values.set(name, [...((option?.several === true ? values.get(name) : undefined) ?? []), value ?? '']);
  }
  return { operands, program, problems, ...accessTo(values, problems) };
}

function unknownOption(spec: NamedSpec, given: string): string {
  const names = Object.keys(optionsOf(spec)).map((name) => `--${name}`);
  return `Option ${given.slice(0, 100)}: there is none of this name${didYouMean(given.slice(0, 100), names)} (bengal-cache ${spec.name} --help lists them)`;
}

/** What was parsed; bad input is thrown, with every problem. */
export function valueOf<Value>(parsed: Result<Value, string>): Value {
  if (!parsed.ok) throw new UserError(parsed.problems);
  return parsed.value;
}

interface GivenOption {
  readonly rawName: string;
  readonly value: string | undefined;
  readonly inlineValue: boolean | undefined;
}

function problemOf(
  { value: wanted, choices, isInput }: Options[string],
  { rawName, value, inlineValue }: GivenOption,
): string | undefined {
  if (wanted === undefined) return value === undefined ? undefined : `Option ${rawName}: takes no value`;
  if (value === undefined) return `Option ${rawName}: expected ${choices === undefined ? 'a value' : either(choices)}`;
  if (inlineValue !== true && /^-./s.test(value))
    return `Option ${rawName}: expected a value; write ${rawName}=VALUE where it begins with a dash`;
  return choices === undefined || isInput === true || choices.includes(value)
    ? undefined
    : `Option ${rawName}: expected ${either(choices)}, got ${JSON.stringify(value)}`;
}

/** `text, json or sarif`. */
export function either(words: readonly string[]): string {
  return words.join(', ').replace(/, (?!.*, )/, ' or ');
}

function accessTo(
  values: ReadonlyMap<string, readonly string[]>,
  problems: string[],
): Omit<Given, 'operands' | 'program' | 'problems'> {
  const list = (name: string): readonly string[] => values.get(name) ?? [];
  const text = (name: string): string | undefined => list(name).at(-1);
  return {
    ...{ list, text },
    has: (name) => values.has(name),
    among: (names) =>
      Object.fromEntries(names.filter((name) => values.has(name)).map((name) => [name, list(name).join('\n')])),
    number(name, { least, most, whole }) {
      const given = text(name);
      if (given === undefined) return undefined;
      const number = given.trim() === '' ? Number.NaN : Number(given);
      if (number >= least && number <= most && (!whole || Number.isInteger(number))) return number;
      problems.push(
        `Option --${name}: expected a ${whole ? 'whole ' : ''}number from ${String(least)}, got ${JSON.stringify(given)}`,
      );
      return undefined;
    },
  };
}

/** More arguments than the command has names for, or a part that it does not have. */
function surplusOf({ name, parts, operands = [], program }: NamedSpec, given: Given): string | undefined {
  const [first] = given.operands;
  if (parts !== undefined && first !== undefined && !Object.hasOwn(parts, first))
    return `Expected one of ${Object.keys(parts).join(', ')} after ${name}, got ${JSON.stringify(first)}${didYouMean(first, Object.keys(parts))}`;
  const names = parts === undefined ? operands : ['COMMAND', ...operands];
  const surplus = names.at(-1)?.endsWith('...') === true ? undefined : given.operands[names.length];
  if (surplus === undefined) return undefined;
  const behind = program === true && parts === undefined ? '; what it runs stands after --' : '';
  return `Unexpected ${JSON.stringify(surplus)} after ${[name, ...given.operands.slice(0, names.length)].join(' ')}${behind}`;
}
