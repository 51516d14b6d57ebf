import type { InputSpec } from '../inputs/input-spec.ts';
import { SITE_INPUTS } from '../inputs/spec.ts';

/** An option as people meet it: in the help, in completions and in docs/cli.md, and what the parser checks. */
export interface OptionSpec {
  /** What it does, in whole sentences or a part of one. */
  readonly about: string;
  /** Name of its value, such as `DIR`; without one it is a switch. */
  readonly value?: string;
  /** All values that it takes, where they are few. */
  readonly choices?: readonly string[];
  readonly default?: string;
  /** It is an input of the actions too, whose parser judges its value together with all others. */
  readonly isInput?: boolean;
  /** It may be given several times. */
  readonly several?: boolean;
}

export type Options = Readonly<Record<string, OptionSpec>>;

export interface OptionGroup {
  readonly title: string;
  readonly options: Options;
}

/** One command: the only place that says what it takes. */
export interface CommandSpec {
  /** What it is for, in one line that begins with a verb. */
  readonly summary: string;
  /** What stands behind its name; one line for each way to use it. */
  readonly usage: readonly string[];
  /** Paragraphs for whoever wants to know more. */
  readonly about: readonly string[];
  /** Commands of its own, as the first argument; what each is for. */
  readonly parts?: Readonly<Record<string, string>>;
  /** Names of the arguments that are no options, in their order. The last one with `...` may be repeated. */
  readonly operands?: readonly string[];
  /** Whether a command of the user's may stand behind `--`. */
  readonly program?: boolean;
  readonly groups: readonly OptionGroup[];
  readonly examples: readonly (readonly [args: string, what: string])[];
  /** What the exit status tells. */
  readonly ending: string;
}

/** Every command has them, and they may stand anywhere before `--`. */
export const COMMON_OPTIONS: Options = {
  quiet: { about: 'Only warnings and errors on standard error: no progress, no notes.' },
  debug: { about: 'Show the stack of what went wrong.' },
  help: { about: 'Show this help.' },
};

export const SHORT: Readonly<Record<string, string>> = { help: 'h', quiet: 'q' };

export const FORMAT: Options = {
  format: {
    about: 'For people or for programs. The result goes to standard output, everything else to standard error.',
    ...{ value: 'FORMAT', choices: ['text', 'json'], default: 'text' },
  },
};

/** Names of values, and words where those of the action do not fit a desk. */
const INPUT_OPTIONS: Readonly<Record<string, Partial<OptionSpec> & { readonly value: string }>> = {
  site: { value: 'DIR', about: 'Folder of the Bengal site.' },
  'output-dir': { value: 'DIR' },
  environment: { value: 'NAME' },
  profile: { value: 'NAME' },
  config: { value: 'FILE' },
  'build-flags': { value: 'FLAGS', about: 'Further arguments that bengal build gets, separated by blanks.' },
  'config-hash': { value: 'HASH' },
  'bengal-version': { value: 'VERSION' },
  'python-version': { value: 'VERSION' },
  python: {
    value: 'PYTHON',
    about:
      'Python that has Bengal: a path or a name. Empty: the one that runs the bengal on the PATH, then virtual environments, any Python on the PATH, and uv.',
  },
  probe: {
    ...{ value: 'YES', choices: ['true', 'false'] },
    about: 'Whether to ask Bengal for its version, its packages and the hash of the configuration.',
  },
  gate: { value: 'SETTING', choices: ['auto', 'always-full'] },
  'full-every': { value: 'WHEN' },
  'verify-sample': { value: 'N' },
  verify: { value: 'SETTING', choices: ['sample', 'full'] },
  bytecode: { value: 'YES', choices: ['true', 'false'] },
  'expect-mode': {
    value: 'MODES',
    about:
      'Build modes that are right here (skip, incremental, full), separated by blanks. Any other one ends with 1. Empty: all are.',
  },
};

/** Inputs of the actions as options. */
export function inputOptions(inputs: Readonly<Record<string, InputSpec>>, names: readonly string[]): Options {
  return Object.fromEntries(
    names.map((name) => {
      const { description = '', default: usual = '' } = inputs[name] ?? {};
      const own = INPUT_OPTIONS[name];
      const about = (own?.about ?? description).replace(/\bEmpty: /g, 'Without it: ');
      const flag = own === undefined && ['true', 'false'].includes(usual);
      const value = own?.value ?? (flag ? 'YES' : 'VALUE');
      const choices = own?.choices ?? (flag ? ['true', 'false'] : undefined);
      return [
        name,
        {
          ...{ about: choices === undefined ? about : about.replace(/: true or false\b/, ''), value },
          ...(choices === undefined ? {} : { choices }),
          isInput: true,
          ...(usual === '' ? {} : { default: usual }),
        },
      ];
    }),
  );
}

const DECIDING = ['gate', 'full-every', 'verify-sample', 'verify', 'bytecode', 'expect-mode'];
const HOW_BUILT = Object.keys(SITE_INPUTS).filter((name) => !DECIDING.includes(name));

/** Which site it is and how it is built. */
export const SITE_GROUP: OptionGroup = {
  title: 'The site, and how it is built',
  options: {
    ...inputOptions(SITE_INPUTS, HOW_BUILT),
    'no-probe': { about: 'The same as --probe false.' },
  },
};

/** What may be kept of the last build. */
export const DECIDING_GROUP: OptionGroup = {
  title: 'What may be kept of the last build',
  options: inputOptions(SITE_INPUTS, DECIDING),
};

/** Inputs whose name is another one here. */
const RENAMED: Readonly<Record<string, string>> = {
  output: 'OUTPUT',
  'report-path': 'Option --report',
  'report-html': 'Option --html',
};

/** Problems of inputs, in the words of the command line. */
export function asOptions(problems: readonly string[]): readonly string[] {
  return problems.map((problem) =>
    problem.replace(/^Input `([a-z-]+)`/, (_, name: string) => RENAMED[name] ?? `Option --${name}`),
  );
}
