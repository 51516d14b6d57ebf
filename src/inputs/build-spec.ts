import { DELTA_OUTPUTS } from './delta-spec.ts';
import type { InputSpec } from './input-spec.ts';
import { INPUTS, OUTPUTS, SAVE_OUTPUTS, type InputName } from './spec.ts';

/** What the build is started with where nobody says otherwise. */
export const DEFAULT_COMMAND = 'bengal build';

/** The one input that only `build/` has: at the command line it is what stands after `--`. */
export const COMMAND_INPUT: InputSpec = {
  description:
    'What builds the site, run in its folder without a shell, such as uv run bengal build or python -m bengal build. A program with a slash in its name is relative to the workspace. The arguments of the mode are added.',
  default: DEFAULT_COMMAND,
};

/** Inputs of the whole action that make no sense where one step does everything. */
const NOT_HERE: ReadonlySet<string> = new Set<InputName>(['site', 'prepare', 'lookup-only', 'job-status']);

/** Inputs of `build/`, in their order. */
export const BUILD_INPUTS: Readonly<Record<string, InputSpec>> = {
  ...pick((name) => name === 'site'),
  command: COMMAND_INPUT,
  ...pick((name) => !NOT_HERE.has(name)),
  save: { description: 'Whether to save the cache after a successful build: true or false.', default: 'true' },
  'save-always': {
    description:
      'Whether to save after a failed or cancelled build too: true or false. It is kept under a key of its own, which no later run takes for that of a finished build.',
    default: 'false',
  },
};

function pick(wanted: (name: string) => boolean): Readonly<Record<string, InputSpec>> {
  return Object.fromEntries(Object.entries(INPUTS).filter(([name]) => wanted(name)));
}

/** Whether the step reads an input of the whole action; what it does not offer keeps its default. */
export function isBuildInput(name: InputName): boolean {
  return Object.hasOwn(BUILD_INPUTS, name);
}

/** What `build/` tells on top of the whole action: what readers will see change, and what became of the cache. */
export const AFTER_BUILD_OUTPUTS = {
  'anything-to-deploy': DELTA_OUTPUTS['anything-to-deploy'],
  'vanished-count': DELTA_OUTPUTS['vanished-count'],
  'changed-pages': DELTA_OUTPUTS['changed-pages'],
  'added-pages': DELTA_OUTPUTS['added-pages'],
  'removed-pages': DELTA_OUTPUTS['removed-pages'],
  'cache-saved': SAVE_OUTPUTS['cache-saved'],
  'save-reason': SAVE_OUTPUTS['save-reason'],
} as const;

export type AfterBuildOutputName = keyof typeof AFTER_BUILD_OUTPUTS;

const { truncated, ...BEFORE } = OUTPUTS;

/** Outputs of `build/`, in their order. After a failed build those that speak of its result are empty. */
export const BUILD_OUTPUTS: Readonly<Record<string, string>> = { ...BEFORE, ...AFTER_BUILD_OUTPUTS, truncated };
