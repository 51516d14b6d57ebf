/** One input of the action in `stage/`. `stage/action.yml` is tested against it. */
export interface StageInputSpec {
  readonly description: string;
  readonly required: boolean;
  readonly default: string;
}

const input = (description: string, initial = ''): StageInputSpec => ({
  description,
  required: false,
  default: initial,
});

/** What a stage is. */
const DEFINITION = {
  name: {
    description: 'Name of the stage: letters, digits, dots, underscores and hyphens.',
    required: true,
    default: '',
  },
  inputs: input(
    'Patterns of the files that the guarded step reads, one per line, relative to the site; a line that starts with ! excludes. A folder stands for all files in it. Without any, the step is never skipped.',
  ),
  outcome: {
    description:
      'How the guarded step ended: write steps.ID.outcome in an expression, with the id of that step. The runner fills it in anew after the job; only then does a success get recorded.',
    required: true,
    default: '',
  },
  outputs: input(
    'Patterns of the files that the step makes, one per line; a folder with a slash at the end must exist. Where one is missing, the step runs.',
  ),
  code: input('Patterns of scripts and tools that the step runs, one per line. They count like inputs.'),
  command: input('What the step runs, as text. It is not run by this action; another text is another stage.'),
  env: input('Names of environment variables whose values count, one per line. Name no secrets.'),
  salt: input('Any text, such as the version of a tool. Another text is another stage.'),
  ttl: input('How long a success counts: seconds, or a number with m, h, d or w. Empty: for ever.'),
} as const satisfies Record<string, StageInputSpec>;

/** How it is kept. */
const KEEPING = {
  'verify-outputs': input('Whether outputs must have their recorded content, not only exist: true or false.', 'false'),
  'cache-outputs': input(
    'Whether outputs travel in the cache, so that a skipped step has them on a fresh runner: true or false.',
    'false',
  ),
  cache: input("Whether records travel in GitHub's cache from job to job: true or false.", 'true'),
  site: input('Folder that all patterns start from, relative to the workspace.', '.'),
  'entries-dir': input('Folder of the records, relative to the site.', '.bengal/stages'),
  'key-prefix': input('First part of the cache keys. Change it to start anew.', 'bengal-cache'),
  'count-workflow': input(
    'Whether the workflow file counts as code, since it says what the step runs: true or false.',
    'true',
  ),
  scope: input(
    'What jobs must have in common to share successes. Empty: workflow, job, matrix, operating system and processor.',
  ),
  'signing-key': input(
    'Secret of the repository, of 32 characters or more, that signs records and outputs in the cache. With it, nothing is taken from there that it has not signed.',
  ),
  matrix: input('Tells the jobs of a matrix apart. The runner fills it in; leave it alone.', '${{ toJSON(matrix) }}'),
} as const satisfies Record<string, StageInputSpec>;

/** Inputs of the action by name, in the order of `stage/action.yml`. */
export const STAGE_INPUTS = { ...DEFINITION, ...KEEPING } as const;

export type StageInputName = keyof typeof STAGE_INPUTS;

/** Raw values by input name; a missing or blank one takes its default. */
export type RawStageInputs = Readonly<Partial<Record<StageInputName, string>>>;

/** Outputs of the action with their descriptions. */
export const STAGE_OUTPUTS = {
  skip: 'true when nothing that counts has changed since the last success, else false.',
  reason: 'Why, in a sentence. May hold file names: use it through an environment variable, never inside a script.',
  key: 'SHA-256 of everything that counts.',
  age: 'Seconds since the last success; empty when none is known.',
} as const;

export type StageOutputName = keyof typeof STAGE_OUTPUTS;
