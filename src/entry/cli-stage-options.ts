import { availableParallelism } from 'node:os';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, messageOf, ok, type Result } from '../core/result.ts';
import { DEFAULT_ENTRIES } from '../stages/entry-files.ts';
import type { StageFields } from '../stages/stage.ts';
import { STAGES_FILE } from '../stages/stages-file.ts';

export const STAGE_COMMANDS = {
  status: 'Say which stages would run, and why',
  run: 'Run the stages that are not up to date, and what they need; or, with -- CMD, that command',
  explain: 'Say everything that is known about one stage',
  invalidate: 'Forget the last success of a stage, or of all with --all',
} as const;

export type StageCommandName = keyof typeof STAGE_COMMANDS;

export interface StageCliOptions {
  readonly command: StageCommandName;
  /** Names of stages. */
  readonly names: readonly string[];
  /** What stands after `--`. */
  readonly program: readonly string[] | undefined;
  /** A stage that is given by options; `undefined`: the file of stages says. */
  readonly fields: StageFields | undefined;
  readonly site: string;
  readonly file: string;
  readonly entries: string;
  readonly store: string | undefined;
  readonly scope: string;
  readonly jobs: number;
  readonly force: boolean;
  readonly all: boolean;
  readonly json: boolean;
}

export type StageCliRequest = StageCliOptions | { readonly command: 'help' };

const LISTS = ['inputs', 'outputs', 'code', 'env'] as const;
const TEXTS = ['site', 'file', 'entries-dir', 'store', 'scope', 'jobs', 'format', 'name', 'salt', 'ttl'] as const;
const FLAGS = ['force', 'all', 'verify-outputs', 'cache-outputs'] as const;
/** Options that say what a stage is. */
const DEFINING = [...LISTS, 'salt', 'ttl', 'verify-outputs', 'cache-outputs'] as const;

const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries(LISTS.map((name) => [name, { type: 'string', multiple: true } as const])),
  ...Object.fromEntries(TEXTS.map((name) => [name, { type: 'string' } as const])),
  ...Object.fromEntries(FLAGS.map((name) => [name, { type: 'boolean' } as const])),
  help: { type: 'boolean', short: 'h' },
};

interface Parsed {
  readonly text: (name: (typeof TEXTS)[number]) => string | undefined;
  readonly list: (name: (typeof LISTS)[number]) => readonly string[];
  readonly flag: (name: (typeof FLAGS)[number]) => boolean;
  readonly given: ReadonlySet<string>;
}

/** Parses the arguments after `stage`. Every problem is a sentence that names the option. */
export function parseStageCli(args: readonly string[]): Result<StageCliRequest, string> {
  const end = args.indexOf('--');
  const program = end === -1 ? undefined : args.slice(end + 1);
  try {
    const { values, positionals } = parseArgs({
      args: args.slice(0, end === -1 ? args.length : end),
      allowPositionals: true,
      options: OPTIONS,
    });
    const [name, ...names] = positionals;
    if (values['help'] === true || name === 'help') return ok({ command: 'help' });
    const command = (Object.keys(STAGE_COMMANDS) as StageCommandName[]).find((known) => known === name);
    if (command === undefined) {
      const known = Object.keys(STAGE_COMMANDS).join(', ');
      return failed(
        `Expected one of ${known} after stage, got ${name === undefined ? 'nothing' : JSON.stringify(name)}`,
      );
    }
    const strings = (value: unknown): readonly string[] => (Array.isArray(value) ? (value as readonly string[]) : []);
    const parsed: Parsed = {
      text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
      list: (option) => strings(values[option]),
      flag: (option) => values[option] === true,
      given: new Set(Object.keys(values)),
    };
    const options = optionsFrom(parsed, { command, names, program });
    const problems = findProblems(parsed, options);
    return problems.length === 0 ? ok(options) : failed(...problems);
  } catch (thrown) {
    return failed(`${messageOf(thrown)} (--help lists the options)`);
  }
}

type Operands = Pick<StageCliOptions, 'command' | 'names' | 'program'>;

function optionsFrom({ text, list, flag }: Parsed, operands: Operands): StageCliOptions {
  const name = text('name');
  const lists = Object.fromEntries(LISTS.map((option) => [option, list(option)]));
  return {
    ...operands,
    fields:
      name === undefined
        ? undefined
        : {
            ...lists,
            name,
            salt: text('salt'),
            ttl: text('ttl'),
            command: operands.program,
            scope: text('scope'),
            verifyOutputs: flag('verify-outputs'),
            cacheOutputs: flag('cache-outputs'),
          },
    site: text('site') ?? '.',
    file: text('file') ?? STAGES_FILE,
    entries: text('entries-dir') ?? DEFAULT_ENTRIES,
    store: text('store'),
    scope: text('scope') ?? '',
    jobs: Number(text('jobs') ?? availableParallelism()),
    force: flag('force'),
    all: flag('all'),
    json: text('format') === 'json',
  };
}

function findProblems({ text, given }: Parsed, options: StageCliOptions): string[] {
  const { command, names, program, fields, all, jobs } = options;
  const format = text('format') ?? 'text';
  const stray = fields === undefined ? DEFINING.filter((option) => given.has(option)) : [];
  const named = fields === undefined ? names.length : names.length + 1;
  return [
    ...(format === 'text' || format === 'json'
      ? []
      : [`Option --format: expected text or json, got ${JSON.stringify(format)}`]),
    ...(Number.isInteger(jobs) && jobs >= 1 && jobs <= 1000
      ? []
      : [`Option --jobs: expected a number from 1, got ${JSON.stringify(text('jobs'))}`]),
    ...stray.map((option) => `Option --${option}: expected --name as well, since stages of a file say this themselves`),
    ...(fields !== undefined && names.length > 0 ? ['Expected --name or names of stages in the file, not both'] : []),
    ...(fields !== undefined && given.has('file') ? ['Expected --name or --file, not both'] : []),
    ...(program !== undefined && command !== 'run' ? [`Expected no -- after stage ${command}`] : []),
    ...(program?.length === 0 ? ['Expected a command after --'] : []),
    ...(program !== undefined && named !== 1 ? ['Expected --name NAME, or one stage of the file, before -- CMD'] : []),
    ...(command === 'run' && fields !== undefined && program === undefined
      ? ['Expected -- CMD after --name NAME']
      : []),
    ...(command === 'explain' && named !== 1 ? ['Expected the name of one stage after explain'] : []),
    ...(command === 'invalidate' && all === named > 0
      ? ['Expected the name of a stage after invalidate, or --all']
      : []),
    ...(all && command !== 'invalidate' ? ['Option --all: only invalidate has it'] : []),
  ];
}

export function stageHelpText(): string {
  const commands = Object.entries(STAGE_COMMANDS).map(([name, what]) => `  ${name.padEnd(11)} ${what}`);
  return `bengal-cache stage: skip any idempotent step whose inputs are unchanged since it last succeeded

Usage: bengal-cache stage COMMAND [NAME...] [OPTION...]
       bengal-cache stage run --name NAME --inputs PATTERN [OPTION...] -- CMD

Commands
${commands.join('\n')}

Options
  --site DIR         Folder that all patterns start from [.]
  --file FILE        File of stages, relative to the site [${STAGES_FILE}]
  --entries-dir DIR  Folder of the records, relative to the site [${DEFAULT_ENTRIES}]
  --store DIR        Folder in which records, and outputs that are to be cached, travel
  --scope TEXT       Successes of another scope do not count
  --jobs N           run: at most so many stages at once [as many as there are processors]
  --force            Run also what is up to date
  --format FORMAT    text (for people) or json; the result goes to stdout, everything else to stderr
  --help

One stage by options, instead of a file
  --name NAME        Its name
  --inputs PATTERN   Files that it reads; may be given several times, ! excludes
  --outputs PATTERN  Files that it makes, or a folder with a slash at the end
  --code PATTERN     Scripts and tools that it runs
  --env NAME         Environment variable whose value counts
  --salt TEXT        Another text is another stage
  --ttl TIME         Seconds, or a number with m, h, d or w, for which a success counts
  --verify-outputs   Outputs must have their recorded content
  --cache-outputs    Outputs travel in the store

Exit status: 0 done, 1 something is wrong, 2 usage; run -- CMD: that of CMD
`;
}
