import { availableParallelism } from 'node:os';
import type { Result } from '../core/result.ts';
import { DEFAULT_ENTRIES } from '../stages/entry-files.ts';
import type { StageFields } from '../stages/stage-definition.ts';
import { STAGES_FILE } from '../stages/stages-file.ts';
import { parseWith, type Given } from './cli-parse.ts';
import { FORMAT, type CommandSpec } from './cli-table.ts';

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

const LISTS = ['inputs', 'outputs', 'code', 'env'] as const;
/** Options that say what a stage is. */
const DEFINING = [...LISTS, 'salt', 'ttl', 'verify-outputs', 'cache-outputs'] as const;

export const STAGE: CommandSpec = {
  summary: 'Skip any step whose inputs are unchanged since it last succeeded',
  usage: ['COMMAND [NAME...] [OPTION...]', 'run --name NAME --inputs PATTERN [OPTION...] -- PROGRAM'],
  about: [
    `The stages stand in ${STAGES_FILE} in the site; a single one may be given by options instead. The status of run -- PROGRAM is that of the program.`,
  ],
  parts: STAGE_COMMANDS,
  operands: ['NAME...'],
  program: true,
  groups: [
    {
      title: 'Options',
      options: {
        site: { about: 'Folder that all patterns start from.', value: 'DIR', default: '.' },
        file: { about: 'File of stages, relative to the site.', value: 'FILE', default: STAGES_FILE },
        'entries-dir': {
          about: 'Folder of the records, relative to the site.',
          ...{ value: 'DIR', default: DEFAULT_ENTRIES },
        },
        store: { about: 'Folder in which records, and outputs that are to be cached, travel.', value: 'DIR' },
        scope: { about: 'Successes of another scope do not count.', value: 'TEXT' },
        jobs: {
          about: 'run: at most so many stages at once. Without it: as many as there are processors.',
          value: 'N',
        },
        force: { about: 'Run also what is up to date.' },
        all: { about: 'invalidate: all stages.' },
        ...FORMAT,
      },
    },
    {
      title: 'One stage by options, instead of a file',
      options: {
        name: { about: 'Its name.', value: 'NAME' },
        inputs: { about: 'Files that it reads; ! excludes.', value: 'PATTERN', several: true },
        outputs: {
          about: 'Files that it makes, or a folder with a slash at the end.',
          ...{ value: 'PATTERN', several: true },
        },
        code: { about: 'Scripts and tools that it runs.', value: 'PATTERN', several: true },
        env: { about: 'Environment variable whose value counts.', value: 'NAME', several: true },
        salt: { about: 'Another text is another stage.', value: 'TEXT' },
        ttl: { about: 'Seconds, or a number with m, h, d or w, for which a success counts.', value: 'TIME' },
        'verify-outputs': { about: 'Outputs must have their recorded content.' },
        'cache-outputs': { about: 'Outputs travel in the store.' },
      },
    },
  ],
  examples: [
    ['status', 'which stages would run, and why'],
    ['run', 'run those, side by side as far as their needs allow'],
    ['run --name links --inputs public -- node links.mjs', 'one step without a file of stages'],
  ],
  ending:
    '0 done; 1 a stage failed or was held back; 2 usage, and nothing was done; run -- PROGRAM: that of the program',
};

/** Parses the arguments after `stage`. Every problem is a sentence that names the option. */
export function parseStageCli(args: readonly string[]): Result<StageCliOptions, string> {
  return parseWith({ name: 'stage', ...STAGE }, args, (given) => {
    const [name, ...names] = given.operands;
    const command = (Object.keys(STAGE_COMMANDS) as StageCommandName[]).find((known) => known === name);
    const known = Object.keys(STAGE_COMMANDS).join(', ');
    if (name === undefined) given.problems.push(`Expected one of ${known} after stage, got nothing`);
    const options = optionsFrom(given, { command: command ?? 'status', names, program: given.program });
    if (command !== undefined) given.problems.push(...findProblems(given, options));
    return options;
  });
}

type Operands = Pick<StageCliOptions, 'command' | 'names' | 'program'>;

function optionsFrom({ text, list, has, number }: Given, operands: Operands): StageCliOptions {
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
            verifyOutputs: has('verify-outputs'),
            cacheOutputs: has('cache-outputs'),
          },
    site: text('site') ?? '.',
    file: text('file') ?? STAGES_FILE,
    entries: text('entries-dir') ?? DEFAULT_ENTRIES,
    store: text('store'),
    scope: text('scope') ?? '',
    jobs: number('jobs', { least: 1, most: 1000, whole: true }) ?? availableParallelism(),
    force: has('force'),
    all: has('all'),
    json: text('format') === 'json',
  };
}

function findProblems({ has }: Given, options: StageCliOptions): string[] {
  const { command, names, program, fields, all } = options;
  const stray = fields === undefined ? DEFINING.filter((option) => has(option)) : [];
  const named = fields === undefined ? names.length : names.length + 1;
  return [
    ...stray.map((option) => `Option --${option}: expected --name as well, since stages of a file say this themselves`),
    ...(fields !== undefined && names.length > 0 ? ['Expected --name or names of stages in the file, not both'] : []),
    ...(fields !== undefined && has('file') ? ['Expected --name or --file, not both'] : []),
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

/** Where to begin, for whoever has no file yet. */
export function withoutFile(file: string): string {
  const first = ['stages:', '  links:', '    inputs: public/', '    command: node check-links.mjs'];
  return [
    `There is no ${file} here, so no stage is known (option --file names another one). To begin, write into it:`,
    ...first.map((line) => `  ${line}`),
    'or guard one step without a file:',
    '  bengal-cache stage run --name links --inputs public/ -- node check-links.mjs',
  ].join('\n');
}
