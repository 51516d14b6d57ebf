import { failed, ok, type Result } from '../core/result.ts';
import type { RawInputs } from './spec.ts';

/** A program and the arguments before those of the build. */
export type Words = readonly [program: string, ...args: readonly string[]];

/** What was asked to build the site, taken apart: what the gate has to know of it stands in the inputs. */
export interface BuildCommand {
  /** Up to the word `build`; whatever the gate and the inputs add comes behind it. */
  readonly words: Words;
  /** Further arguments, such as `--drafts`: they change the output, so a state that was built with others is another one. */
  readonly flags: readonly string[];
  /** What Bengal is told by options that are inputs too. */
  readonly settings: Readonly<Partial<Record<Setting, string>>>;
}

const SETTINGS = ['environment', 'profile', 'config'] as const;
type Setting = (typeof SETTINGS)[number];

/** Signs that only a shell understands, where they stand outside of quotes. */
const OF_A_SHELL = /[;&|<>$`(){}*?\\\n\r]|^[#~!]|^[A-Za-z_]\w*=/;

/** Splits a command into words as quotes have it. There is no shell, so whatever needs one is a problem, and named. */
export function parseWords(text: string): Result<Words, string> {
  const words: string[] = [];
  const pattern = /\s*((?:[^\s'"]+|'[^']*'|"[^"]*")+)/gy;
  let end = 0;
  const trimmed = text.trim();
  for (const match of trimmed.matchAll(pattern)) {
    const [, given = ''] = match;
    const [sign] = OF_A_SHELL.exec(given.replace(/'[^']*'|"[^"]*"/g, 'x')) ?? [];
    if (sign !== undefined)
      return failed(
        `expected a program with its arguments, got ${JSON.stringify(text)}: ${JSON.stringify(sign)} needs a shell, and there is none; put it into a script and name that, or set variables with env`,
      );
    words.push(given.replace(/'([^']*)'|"([^"]*)"/g, (_, single?: string, double?: string) => single ?? double ?? ''));
    end = match.index + match[0].length;
  }
  const [program, ...args] = words;
  if (end < trimmed.length)
    return failed(`expected a program with its arguments, got ${JSON.stringify(text)}: a quote is not closed`);
  return program === undefined || program === ''
    ? failed(`expected a program with its arguments, such as bengal build, got ${JSON.stringify(text)}`)
    : ok([program, ...args]);
}

/** What the step itself decides, by the mode. */
const OF_THE_GATE: Readonly<Record<string, string>> = {
  '--incremental': 'which pages are kept is decided here, page by page',
  '--clean-output': 'the output is cleared here, where that is needed',
  '--dry-run': 'nothing is built with it',
  '--source': 'name the folder of the site as site instead',
};

/** Takes a command apart. Every problem is a sentence without the name of the input. */
export function takeApart(words: Words): Result<BuildCommand, string> {
  const at = endOfProgram(words);
  if (at === undefined)
    return failed(`expected bengal build, got ${words.join(' ')}: only a build can be kept and restored`);
  const [program, ...args] = words;
  const flags: string[] = [];
  const settings: Partial<Record<Setting, string>> = {};
  const problems: string[] = [];
  const rest = words.slice(at);
  for (let index = 0; index < rest.length; index++) {
    const [, name = rest[index] ?? '', , value] = /^(--[a-z-]+)(=(.*))?$/s.exec(rest[index] ?? '') ?? [];
    const setting = SETTINGS.find((known) => name === `--${known}`);
    const why = OF_THE_GATE[name];
    if (why !== undefined) problems.push(`expected a build without ${name}: ${why}`);
    else if (setting !== undefined) settings[setting] = value ?? rest[++index] ?? '';
    // The mode always says so itself.
    else if (name !== '--no-incremental') flags.push(rest[index] ?? '');
  }
  for (const flag of flags)
    if (!/^[^'"\\`$\s]+$/.test(flag))
      problems.push(`expected arguments without blanks and quotes after build, got ${JSON.stringify(flag)}`);
  for (const name of SETTINGS) if (settings[name] === '') problems.push(`expected a value after --${name}`);
  return problems.length === 0
    ? ok({ words: [program, ...args.slice(0, at - 1)], flags, settings })
    : failed(...problems);
}

/**
 * Index of the first word behind `build`; of a script of the user's, behind its last word, since nobody knows which of
 * its words mean what. `undefined`: it is Bengal, and told to do something else.
 */
function endOfProgram(words: Words): number | undefined {
  const isBuild = (word: string | undefined): boolean => word === 'build' || word === 'b';
  const isBengal = (word: string): boolean => /(?:^|[\\/])bengal(?:\.exe)?$/.test(word);
  const behindBengal = words.findIndex((word, index) => index > 0 && isBuild(word) && isBengal(words[index - 1] ?? ''));
  if (behindBengal !== -1) return behindBengal + 1;
  if (words.some(isBengal)) return undefined;
  const build = words.indexOf('build', 1);
  return build === -1 ? words.length : build + 1;
}

/** The inputs with what the command says. What both say and say differently is a problem. */
export function withCommand(raw: RawInputs, { flags, settings }: BuildCommand): Result<RawInputs, string> {
  const problems: string[] = [];
  const merged: Record<string, string> = {};
  for (const name of SETTINGS) {
    const [said, given] = [settings[name], (raw[name] ?? '').trim()];
    if (said === undefined) continue;
    if (given !== '' && given !== said)
      problems.push(
        `expected --${name} once, got ${JSON.stringify(said)} here and ${JSON.stringify(given)} as ${name}`,
      );
    merged[name] = said;
  }
  const given = (raw['build-flags'] ?? '').split(/\s+/).filter((flag) => flag !== '');
  const all = [...given, ...flags.filter((flag) => !given.includes(flag))];
  return problems.length === 0 ? ok({ ...raw, ...merged, 'build-flags': all.join(' ') }) : failed(...problems);
}
