import { resolve, sep } from 'node:path';
import { sitePath, type SitePath } from '../core/paths.ts';
import { failed, ok, type Result } from '../core/result.ts';
import { STAGE_INPUTS, type RawStageInputs, type StageInputName } from './stage-spec.ts';
import { linesOf } from './values.ts';

/** Inputs of the action in `stage/`. What they say about the stage is checked where stages are known. */
export interface StageInputs {
  /** Absolute path of the folder that patterns start from. */
  readonly site: string;
  readonly entries: SitePath;
  readonly name: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly code: readonly string[];
  readonly command: string | undefined;
  readonly env: readonly string[];
  readonly salt: string | undefined;
  readonly ttl: string | undefined;
  readonly verifyOutputs: boolean;
  readonly cacheOutputs: boolean;
  readonly cache: boolean;
  readonly keyPrefix: string;
  readonly countWorkflow: boolean;
  /** `undefined`: the host knows what tells jobs apart. */
  readonly scope: string | undefined;
  readonly matrix: string;
}

export interface StageInputContext {
  /** Folder that relative paths start from, absolute. Nothing outside is read or written. */
  readonly workspace: string;
  /** Looks at the disk: `inputs/` itself does not. */
  readonly isFolder: (path: string) => boolean;
}

/** Parses all inputs but `outcome`, which is known only after the job. Reports every problem. */
export function parseStageInputs(raw: RawStageInputs, context: StageInputContext): Result<StageInputs, string> {
  const problems: string[] = [];
  const text = (name: StageInputName): string | undefined =>
    (raw[name]?.trim() ?? '') || STAGE_INPUTS[name].default || undefined;
  const wrong = (name: StageInputName, what: string): void => {
    problems.push(`Input \`${name}\`: expected ${what}, got ${JSON.stringify(text(name) ?? '')}`);
  };
  const flag = (name: StageInputName): boolean => {
    if (text(name) !== 'true' && text(name) !== 'false') wrong(name, 'true or false');
    return text(name) === 'true';
  };
  const lines = (name: StageInputName): readonly string[] => linesOf(text(name) ?? '');
  const site = resolve(context.workspace, text('site') ?? '.');
  if (!isInside(context.workspace, site)) wrong('site', 'a folder inside the workspace');
  else if (!context.isFolder(site)) wrong('site', 'a folder that exists');
  const entries = sitePath(text('entries-dir') ?? '');
  if (entries === undefined) wrong('entries-dir', 'a relative path inside the site');
  const keyPrefix = text('key-prefix') ?? '';
  if (!/^[^,\s]{1,100}$/.test(keyPrefix)) wrong('key-prefix', 'up to 100 characters without comma and blank');
  const value: StageInputs = {
    site,
    entries: entries ?? ('' as SitePath),
    name: text('name') ?? '',
    inputs: lines('inputs'),
    outputs: lines('outputs'),
    code: lines('code'),
    command: text('command'),
    env: lines('env'),
    salt: text('salt'),
    ttl: text('ttl'),
    verifyOutputs: flag('verify-outputs'),
    cacheOutputs: flag('cache-outputs'),
    cache: flag('cache'),
    keyPrefix,
    countWorkflow: flag('count-workflow'),
    scope: text('scope'),
    matrix: raw.matrix?.trim() ?? '',
  };
  return problems.length === 0 ? ok(value) : failed(...problems);
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** How the guarded step ended, in the runner's words. */
export const STEP_OUTCOMES = ['success', 'failure', 'cancelled', 'skipped'] as const;
export type StepOutcome = (typeof STEP_OUTCOMES)[number];

/** `undefined`: the workflow does not say, or says something else. */
export function parseOutcome(raw: string): StepOutcome | undefined {
  return STEP_OUTCOMES.find((outcome) => outcome === raw.trim());
}
