import { DELTA_INPUTS } from './delta-spec.ts';
import type { InputSpec } from './input-spec.ts';

/** Inputs that say which site it is and how it is built: every command needs them. */
export const SITE_INPUTS = {
  site: { description: 'Folder of the Bengal site, relative to the workspace.', default: '.' },
  'output-dir': {
    description: 'Output directory, relative to the site. Empty: what the configuration says, or public.',
    default: '',
  },
  environment: {
    description:
      "Environment that Bengal builds for (its --environment). Empty: by Bengal's own rules, which say production on GitHub.",
    default: '',
  },
  profile: { description: 'Profile that Bengal builds with (its --profile).', default: '' },
  config: { description: 'Configuration file given to Bengal by --config, relative to the site.', default: '' },
  'build-flags': {
    description:
      'Further arguments that the job gives to bengal build, separated by blanks. A state that was built with others is not built upon.',
    default: '',
  },
  'config-hash': {
    description:
      "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: asked from the job's own Bengal, or judged by our own fingerprint.",
    default: '',
  },
  'bengal-version': {
    description:
      "Version of the Bengal that this job runs, such as 0.5.1. Empty: asked from the job's own Bengal. Needed to skip a build.",
    default: '',
  },
  'python-version': {
    description:
      "Version of the Python that runs Bengal, such as 3.14. Empty: asked from the job's own Bengal. Needed to skip a build.",
    default: '',
  },
  python: {
    description:
      "Python that has the job's Bengal: a path relative to the workspace, or a name on the PATH. Empty: the one that runs the bengal on the PATH, then virtual environments, any Python on the PATH, and uv.",
    default: '',
  },
  probe: {
    description:
      "Whether to ask the job's own Bengal for its version, its packages and the hash of the configuration: true or false. It has to be installed before this step.",
    default: 'true',
  },
  gate: {
    description:
      'Whether anything of the last build may be taken over: auto (what is proven to be the same) or always-full (nothing).',
    default: 'auto',
  },
  'full-every': {
    description:
      'When to render every page again, whatever is proven: after so many builds in which pages were kept, or after so long, as two words such as 50 7d. never: not at all.',
    default: '50 7d',
  },
  'verify-sample': {
    description: 'How many kept pages each build renders all the same and compares, from 0 to 1000.',
    default: '8',
  },
  verify: {
    description:
      'sample, or full: render every page, and compare each with what would have been kept. For a scheduled job that audits the cache.',
    default: 'sample',
  },
  bytecode: {
    description:
      "Whether Bengal's compiled templates may travel with the state: true or false. They are programs, so say true only where everybody who can write to the cache may run code in this job.",
    default: 'false',
  },
  'expect-mode': {
    description:
      'Build modes that are right here (skip, incremental, full), separated by blanks. With any other one the step fails. Empty: all are.',
    default: '',
  },
} as const satisfies Record<string, InputSpec>;

/** Inputs of the actions alone. */
export const CACHE_INPUTS = {
  prepare: {
    description:
      'Whether to prepare the build: set the restored output aside and let the build take from it what is proven to be the same: true or false. Without it, changes lead to a plain full build.',
    default: 'true',
  },
  'key-prefix': { description: 'First part of the cache key. Change it to start anew.', default: 'bengal-cache' },
  key: {
    description:
      'Key to save under, such as the output cache-primary-key of the restore action. Empty: the key of the tree as it is.',
    default: '',
  },
  'restore-keys': {
    description:
      'Further prefixes of keys to try after our own (same configuration, other place, other configuration, other Bengal), one a line, at most 5.',
    default: '',
  },
  path: {
    description:
      "Further files and folders to keep beside Bengal's state and the output, relative to the site, one a line. Not sources, and no patterns.",
    default: '',
  },
  'lookup-only': {
    description: 'Only tell whether there is something to restore, and restore nothing: true or false.',
    default: 'false',
  },
  'fail-on-cache-miss': {
    description: 'Fail the step when nothing was restored, whatever the reason: true or false.',
    default: 'false',
  },
  'read-only': { description: 'Never save, only restore: true or false.', default: 'false' },
  save: { description: 'Whether to save the cache after a successful job: true or false.', default: 'true' },
  'save-always': {
    description:
      'Whether to save after a failed or cancelled job too: true or false. It is kept under a key of its own, which no later run takes for that of the finished build.',
    default: 'false',
  },
  'max-age': {
    description:
      'Age above which a stored state is not used, such as 12h or 7d. It is part of the key, so give it wherever you save. Empty: any age.',
    default: '',
  },
  'max-size': {
    description: 'Size of the archive above which nothing is saved, such as 500MB or 2GiB. Empty: any size.',
    default: '',
  },
  'restore-timeout': {
    description: 'Time after which restoring is given up, such as 90s or 5m.',
    default: '10m',
  },
  'save-timeout': { description: 'Time after which saving is given up, such as 90s or 5m.', default: '10m' },
  'report-path': {
    description:
      "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.",
    default: '',
  },
  'report-html': {
    description:
      'Where to write the report as one HTML page that can be searched, relative to the workspace; after the build it also shows what readers will see change. Empty: nowhere.',
    default: '',
  },
  graph: {
    description: 'Whether to draw what changed and what it affects, as SVG beside the JSON report: true or false.',
    default: 'true',
  },
  delta: {
    description:
      'Whether to say after the build what readers will see change: in the summary, on the pull request (see comment), and by a note on each address that vanished: true or false.',
    default: 'true',
  },
  'preview-url': DELTA_INPUTS['preview-url'],
  vanished: DELTA_INPUTS.vanished,
  comment: {
    description:
      'Whether to say on the pull request what it affects: auto (while something is affected), always or never. Needs pull-requests: write; where that is missing, nothing is said.',
    default: 'auto',
  },
  token: {
    description: 'Token that comments on the pull request. Nothing else uses it.',
    default: '${{ github.token }}',
  },
  'signing-key': {
    description:
      'Secret of the repository, of 32 characters or more, that signs what is saved. With it, nothing is restored that it has not signed; another one leads to a full build. Pull requests of forks have none.',
    default: '',
  },
  'job-status': {
    description: 'How the job stands, filled in by the runner for the post step. Leave it alone.',
    default: '${{ job.status }}',
  },
} as const satisfies Record<string, InputSpec>;

export const ALL_INPUTS = { ...SITE_INPUTS, ...CACHE_INPUTS } as const;

export type InputName = keyof typeof ALL_INPUTS;

const SECRET_INPUTS: ReadonlySet<string> = new Set<InputName>(['token', 'signing-key']);

/** Such an input is written to no file and told to nobody. */
export function isSecretInput(name: string): boolean {
  return SECRET_INPUTS.has(name);
}

/** Raw values by input name; a missing or blank one takes its default. */
export type RawInputs = Readonly<Partial<Record<InputName, string>>>;

/** Inputs of the main action, in their order. */
export const INPUTS: Readonly<Partial<Record<InputName, InputSpec>>> = without(ALL_INPUTS, ['key']);

/** Inputs of `restore/`. */
export const RESTORE_INPUTS: Readonly<Partial<Record<InputName, InputSpec>>> = without(INPUTS, [
  ...['read-only', 'save', 'save-always', 'max-size', 'save-timeout', 'job-status'],
  ...['delta', 'preview-url', 'vanished'],
]);

/** Inputs of `save/`. */
export const SAVE_INPUTS: Readonly<Partial<Record<InputName, InputSpec>>> = without(ALL_INPUTS, [
  ...[
    'config-hash',
    'gate',
    'expect-mode',
    ...['full-every', 'verify-sample', 'verify'],
    'prepare',
    'restore-keys',
    'lookup-only',
    'fail-on-cache-miss',
    'read-only',
    'save',
  ],
  ...['save-always', 'restore-timeout', 'report-path', 'report-html', 'graph', 'comment', 'token'],
  ...['delta', 'preview-url', 'vanished'],
]);

function without(
  inputs: Readonly<Partial<Record<InputName, InputSpec>>>,
  names: readonly string[],
): Readonly<Partial<Record<InputName, InputSpec>>> {
  return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
}

/** Outputs of the main action and of `restore/`. Lists are JSON arrays, cut to fit; the whole list is in the report file. */
export const OUTPUTS = {
  'cache-hit':
    'true when the cache had a build of exactly these sources, false for an older one, empty when there was nothing to restore.',
  'cache-primary-key': 'Key under which this run looks first and saves.',
  'cache-matched-key': 'Key of the cache that was restored, or found.',
  'cache-policy': 'What this run may do with the cache: read-write, restore-only, save-only or off.',
  state: 'What the restored state is worth: usable, absent, stale, corrupt or incompatible.',
  'config-valid':
    'true when the configuration is the one that the state was built with, false when not, empty when unknown.',
  'config-hash': "Bengal's hash of the configuration that the state was built with.",
  'build-mode': 'skip, incremental or full.',
  'build-reason': 'Why, in a sentence.',
  'build-args': 'Arguments for bengal build that fit the mode.',
  'changed-count': 'How many sources were added, modified or deleted since the state was built; empty without a state.',
  'affected-count': 'How many pages a full build would change; empty without a state.',
  'total-pages': 'How many pages the state knows; empty without a state.',
  'changed-files': 'The changed sources, as a JSON array.',
  'affected-pages': 'The affected HTML files below the output directory, as a JSON array.',
  'affected-tags': 'Slugs of the tags whose listings change, as a JSON array.',
  'report-path': 'Absolute path of the JSON report, which holds every list in full.',
  'graph-path':
    'Absolute path of an SVG picture of what changed and what it affects; empty when graph is false or writing failed.',
  truncated: 'Names of the outputs above that are lists and were cut, as a JSON array; empty when all are whole.',
} as const;

export type OutputName = keyof typeof OUTPUTS;

/** Outputs of `save/`. */
export const SAVE_OUTPUTS = {
  'cache-saved': 'true when the cache was stored by this step, false when not.',
  'cache-primary-key': 'Key under which it is stored, or would have been.',
  'save-reason': 'What happened, in a sentence.',
  'cache-policy': 'What this run may do with the cache: read-write, restore-only, save-only or off.',
} as const;

export type SaveOutputName = keyof typeof SAVE_OUTPUTS;
