import type { InputSpec } from './input-spec.ts';

/** Inputs of the action in `delta/`, and, but for a few, options of `bengal-cache delta`. */
export const DELTA_INPUTS = {
  site: {
    description: 'Folder of the Bengal site, relative to the workspace. Without one, give output and base.',
    default: '.',
  },
  output: {
    description:
      'Folder of what was built, relative to the workspace. Empty: the output of the site. Any generator will do.',
    default: '',
  },
  base: {
    description:
      'What to compare with: a folder, the deployed.json of the last deployment, the manifest of a state, or the key of a stored state. Empty: the last build, as it was restored for the site; on a pull request the last build of the branch that it goes to.',
    default: '',
  },
  'base-url': {
    description: 'Where the site is published, such as https://example.org/docs. Empty: what the configuration says.',
    default: '',
  },
  'preview-url': {
    description:
      'Address of a page in the preview of a pull request: {path} stands for the address of the page with its first slash, {pr} for the number of the pull request. Empty: there is no preview.',
    default: '',
  },
  vanished: {
    description:
      'How to tell of an address that answered before and leads nowhere now, with neither alias nor redirect: error, warning or off.',
    default: 'error',
  },
  deploy: {
    description:
      'What the lists for deployments name: exact (every file whose bytes differ) or content (not those that differ only as any two builds do).',
    default: 'exact',
  },
  'bucket-folder': {
    description: 'Folder in the bucket that the site lies in, for the lists for S3. Empty: the site is all of it.',
    default: '',
  },
  'indexnow-key': {
    description: 'Key of the site for IndexNow, which is no secret: it is published. Empty: no body is written.',
    default: '',
  },
  'files-path': {
    description:
      "Folder to write the JSON and the files for tools to, relative to the workspace. Empty: a folder in the runner's temporary folder.",
    default: '',
  },
  comment: {
    description:
      'Whether to say on the pull request what readers will see change: auto (while anything does), always or never. Needs pull-requests: write; where that is missing, nothing is said.',
    default: 'auto',
  },
  token: {
    description: 'Token that comments on the pull request. Nothing else uses it.',
    default: '${{ github.token }}',
  },
  'signing-key': {
    description:
      'Secret of the repository, of 32 characters or more, that signs what is saved; the same as in the other steps. Without it, no signed state is compared with but the one that was restored.',
    default: '',
  },
} as const satisfies Record<string, InputSpec>;

export type DeltaInputName = keyof typeof DELTA_INPUTS;

/** Raw values by input name; a missing or blank one takes its default. */
export type RawDeltaInputs = Readonly<Partial<Record<DeltaInputName, string>>>;

/** Those that are no options of the command line. */
export const ACTION_ONLY: ReadonlySet<string> = new Set<DeltaInputName>(['comment', 'token', 'signing-key']);

/** Outputs of the action with their descriptions. Lists are JSON arrays, cut to fit; the file has them whole. */
export const DELTA_OUTPUTS = {
  'anything-to-deploy':
    'false when readers would see no change, true when they would, or when nothing is known of what is deployed.',
  'base-commit': 'Commit of what the output was compared with; empty when nobody knows.',
  'changed-count': 'How many pages are there still and are others for their readers; empty without a base.',
  'added-count': 'How many pages are new; empty without a base.',
  'removed-count': 'How many pages are gone; empty without a base.',
  'vanished-count':
    'How many addresses that answered before lead nowhere now, but for listings that went with what they listed; empty without a base.',
  'changed-pages': 'Addresses of the changed pages, as a JSON array.',
  'added-pages': 'Addresses of the new pages, as a JSON array.',
  'removed-pages': 'Addresses of the pages that are gone, as a JSON array.',
  'delta-path': 'Absolute path of the JSON file that holds everything.',
  'files-path': 'Absolute path of the folder with the files for tools; the JSON lies in it too.',
  truncated: 'Names of the outputs above that are lists and were cut, as a JSON array; empty when all are whole.',
} as const;

export type DeltaOutputName = keyof typeof DELTA_OUTPUTS;

/** How an address that leads nowhere is told. */
export const VANISHED_SETTINGS = ['error', 'warning', 'off'] as const;
export type VanishedSetting = (typeof VANISHED_SETTINGS)[number];

/**
 * What is deployed: `exact` takes every output whose bytes differ, so that what is deployed is what was built, byte for
 * byte; `content` leaves out what differs by noise alone.
 */
export const DEPLOY_SETTINGS = ['exact', 'content'] as const;
export type DeploySetting = (typeof DEPLOY_SETTINGS)[number];
