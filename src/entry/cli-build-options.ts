import type { Result } from '../core/result.ts';
import type { Words } from '../inputs/build-command.ts';
import { BUILD_INPUTS } from '../inputs/build-spec.ts';
import type { RawInputs } from '../inputs/spec.ts';
import { fileOptions, SITE_NAMES, STORE } from './cli-options.ts';
import { parseWith } from './cli-parse.ts';
import { DECIDING_GROUP, FORMAT, inputOptions, SITE_GROUP, type CommandSpec } from './cli-table.ts';

export interface BuildCliOptions {
  readonly raw: RawInputs;
  /** What builds the site: the words after `--`. */
  readonly command: Words;
  /** Folder of the directory store; `undefined`: what lies in the site is built upon and recorded, and travels nowhere. */
  readonly store: string | undefined;
  /** Number of the pull request, where the CI system does not tell. */
  readonly pullRequest: number | undefined;
  readonly files: Readonly<Record<'report' | 'summary' | 'html', string | undefined>>;
  readonly json: boolean;
}

const DEFAULT: Words = ['bengal', 'build'];

/** What belongs to GitHub, is said in another way here, or is a secret, which no argument may be. */
const OF_THE_ACTION = ['command', 'report-path', 'report-html', 'graph', 'comment', 'token', 'signing-key'];
const AFTER = ['delta', 'preview-url', 'vanished'];
const CACHE = Object.keys(BUILD_INPUTS).filter((name) => ![...SITE_NAMES, ...OF_THE_ACTION, ...AFTER].includes(name));
const NAMES = [...SITE_NAMES, ...CACHE, ...AFTER];

/** One a line in the action, one each time the option is given here. */
const LISTS = ['restore-keys', 'path'];
const CACHE_OPTIONS = Object.fromEntries(
  Object.entries(inputOptions(BUILD_INPUTS, CACHE)).map(([name, option]) => [
    name,
    LISTS.includes(name) ? { ...option, about: option.about.replace(', one a line', ''), several: true } : option,
  ]),
);

export const BUILD: CommandSpec = {
  summary: 'The whole job: restore, build what has to be built, say what changed, record and store',
  usage: ['[--store DIR] [OPTION...] [-- COMMAND]'],
  about: [
    "COMMAND builds the site [bengal build]. It runs in the folder of the site, without a shell; a program with a slash in its name is relative to the current folder. What the mode asks for is added to it, and its own output is passed through. Without --store nothing is restored or stored: the site's own last build is built upon.",
  ],
  program: true,
  groups: [
    {
      title: 'Options',
      options: { ...STORE, ...fileOptions(['report', 'summary', 'html']), ...FORMAT },
    },
    {
      title: 'What readers will see change',
      options: {
        ...inputOptions(BUILD_INPUTS, AFTER),
        'pull-request': {
          about: 'Number of the pull request, for {pr} in --preview-url, where the CI system does not tell.',
          value: 'N',
        },
      },
    },
    { title: 'The store', options: CACHE_OPTIONS },
    SITE_GROUP,
    DECIDING_GROUP,
  ],
  examples: [
    ['', 'at your desk: build upon the last build here'],
    ['--store .store', 'in CI: .store is what the CI system keeps from job to job'],
    ['--store .store -- uv run bengal build --strict', 'with what builds the site there'],
  ],
  ending:
    'that of the build; 0 where it was skipped; 1 where the mode is none of --expect-mode; 2 usage, and nothing was done. Trouble with the store is told, and changes nothing of it.',
};

/** Parses the arguments after `build`. Every problem is a sentence that names the option. */
export function parseBuildCli(args: readonly string[]): Result<BuildCliOptions, string> {
  return parseWith({ name: 'build', ...BUILD }, args, (given) => {
    const { text, has, among, problems } = given;
    const [program = '', ...rest]: readonly string[] = given.program ?? DEFAULT;
    if (program === '') problems.push('Expected a command after --, such as bengal build');
    if (text('store') === '') problems.push('Option --store: expected a folder for the stored states, got ""');
    return {
      raw: { ...among(NAMES), ...(has('no-probe') ? { probe: 'false' } : {}) },
      command: [program, ...rest],
      store: text('store'),
      pullRequest: given.number('pull-request', { least: 1, most: 999_999_999, whole: true }),
      files: { report: text('report'), summary: text('summary'), html: text('html') },
      json: text('format') === 'json',
    };
  });
}
