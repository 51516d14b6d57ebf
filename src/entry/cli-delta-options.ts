import type { Result } from '../core/result.ts';
import { ACTION_ONLY, DELTA_INPUTS, type RawDeltaInputs } from '../inputs/delta-spec.ts';
import { SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';
import { fileOptions, STORE } from './cli-options.ts';
import { parseWith } from './cli-parse.ts';
import { FORMAT, inputOptions, type CommandSpec } from './cli-table.ts';

export interface DeltaCliOptions {
  readonly raw: RawDeltaInputs;
  /** How the site is built. */
  readonly rawSite: RawInputs;
  readonly json: boolean;
  /** Folder of the directory store. */
  readonly store: string | undefined;
  readonly summary: string | undefined;
  readonly pullRequest: number | undefined;
}

const NAMES = Object.keys(DELTA_INPUTS).filter((name) => !ACTION_ONLY.has(name) && name !== 'output');
/** What decides where the output of a site is, and its address. */
const SITE_NAMES = ['output-dir', 'environment', 'profile', 'config'];

export const DELTA: CommandSpec = {
  summary: 'After a build by any generator: say what readers will see change, and write files for tools that deploy',
  usage: ['[OUTPUT] [--base BASE] [OPTION...]'],
  about: [
    'OUTPUT is the folder of what was built, by any generator; without it, the output of the site. Without --base it is compared with the last build that was recorded for the site: run this after bengal build and before bengal-cache record. Files for tools are written where --files-path says, and nowhere without it.',
  ],
  operands: ['OUTPUT'],
  groups: [
    {
      title: 'Options',
      options: {
        ...inputOptions(DELTA_INPUTS, NAMES),
        ...STORE,
        'pull-request': { about: 'Number of the pull request, for {pr} in --preview-url.', value: 'N' },
        ...fileOptions(['summary']),
        ...FORMAT,
      },
    },
    { title: 'How the site is built', options: inputOptions(SITE_INPUTS, SITE_NAMES) },
  ],
  examples: [
    ['', 'after bengal build, in the folder of the site'],
    ['public --base ../live', 'two folders: what was built, and what is deployed'],
  ],
  ending: '0 done; 1 an address leads nowhere now, and --vanished is error; 2 usage, and nothing was done',
};

/** Parses the arguments after `delta`. Every problem is a sentence that names the option. */
export function parseDeltaCli(args: readonly string[]): Result<DeltaCliOptions, string> {
  return parseWith({ name: 'delta', ...DELTA }, args, ({ operands: [output], among, text, number }) => ({
    raw: { ...among(NAMES), ...(output === undefined ? {} : { output }) },
    rawSite: among(SITE_NAMES),
    json: text('format') === 'json',
    store: text('store'),
    summary: text('summary'),
    pullRequest: number('pull-request', { least: 1, most: 999_999_999, whole: true }),
  }));
}
