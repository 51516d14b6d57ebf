/** One input of the action, which is also an option of the command line (`--name`). `action.yml` is tested against it. */
export interface InputSpec {
  readonly description: string;
  readonly default: string;
}

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
  'config-hash': {
    description:
      "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: judged by our own fingerprint.",
    default: '',
  },
  'bengal-version': {
    description: 'Version of the Bengal that this job runs, such as 0.5.1. Needed to skip a build.',
    default: '',
  },
  'python-version': {
    description: 'Version of the Python that runs Bengal, such as 3.14. Needed to skip a build.',
    default: '',
  },
  gate: {
    description:
      'How careful to be: auto (strict where the result is published, preview on pull requests), strict, preview or always-full.',
    default: 'auto',
  },
} as const satisfies Record<string, InputSpec>;

/** Inputs of the action alone. */
export const CACHE_INPUTS = {
  repair: {
    description:
      'Whether to prepare the restored state so that an incremental build rebuilds every affected page, and to remove outputs of deleted pages: true or false. Without it, changes lead to a full build.',
    default: 'true',
  },
  'key-prefix': { description: 'First part of the cache key. Change it to start anew.', default: 'bengal-cache' },
  save: { description: 'Whether to save the cache after a successful job: true or false.', default: 'true' },
  'report-path': {
    description:
      "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.",
    default: '',
  },
} as const satisfies Record<string, InputSpec>;

export const INPUTS = { ...SITE_INPUTS, ...CACHE_INPUTS } as const;

export type InputName = keyof typeof INPUTS;

/** Outputs of the action with their descriptions. Lists are JSON arrays, cut to fit; the whole list is in the report file. */
export const OUTPUTS = {
  'cache-hit': 'true when the cache had this very tree, false for an older one, empty when nothing was restored.',
  'cache-primary-key': 'Key under which this run looks first and saves.',
  'cache-matched-key': 'Key of the cache that was restored.',
  state: 'What the restored state is worth: usable, absent, stale, corrupt or incompatible.',
  'config-valid':
    'true when the configuration is the one that the state was built with, false when not, empty when unknown.',
  'config-hash': "Bengal's hash of the configuration that the state was built with.",
  'build-mode': 'skip, incremental or full.',
  'build-reason': 'Why, in a sentence.',
  'build-args': 'Arguments for bengal build that fit the mode.',
  'changed-count': 'How many sources were added, modified or deleted since the state was built.',
  'affected-count': 'How many pages a full build would change.',
  'total-pages': 'How many pages the state knows.',
  'changed-files': 'The changed sources, as a JSON array.',
  'affected-pages': 'The affected HTML files below the output directory, as a JSON array.',
  'affected-tags': 'Slugs of the tags whose listings change, as a JSON array.',
  'report-path': 'Absolute path of the JSON report, which holds every list in full.',
} as const;

export type OutputName = keyof typeof OUTPUTS;
