import { join } from 'node:path';
import { sha256 } from '../core/digest.ts';
import { sitePath } from '../core/paths.ts';
import { UserError } from '../core/user-error.ts';
import { lookThrough } from '../disk/look.ts';
import { mkdirSync, writeFileSync } from '../disk/node.ts';
import { ifPresent } from '../disk/outcome.ts';
import { neededBytes, neededText } from '../disk/read.ts';
import { readInput } from '../host/actions.ts';
import { parseStageInputs, type StageInputs } from '../inputs/stage-parse.ts';
import { STAGE_INPUTS, type RawStageInputs, type StageInputName } from '../inputs/stage-spec.ts';
import type { FileRecord } from '../stages/file-record.ts';
import { parseListing, type Listing } from '../stages/listing.ts';

/** Every input as the workflow gave it, but for the secret that signs. */
export function readRawStageInputs(): RawStageInputs {
  const names = (Object.keys(STAGE_INPUTS) as StageInputName[]).filter((name) => name !== 'signing-key');
  return Object.fromEntries(names.map((name) => [name, readInput(name)]));
}

/** The inputs, parsed; fails with every problem at once. */
export function parsedStageInputs(raw: RawStageInputs, workspace: string): StageInputs {
  const isFolder = (path: string): boolean => ifPresent(lookThrough(path))?.isDirectory() === true;
  const inputs = parseStageInputs(raw, { workspace, isFolder });
  if (!inputs.ok) throw new UserError(inputs.problems);
  return inputs.value;
}

/**
 * The workflow file, as `GITHUB_WORKFLOW_REF` (`owner/name/path@ref`) names it. `undefined` where the job has not checked
 * it out: then a change of it is not seen.
 */
export function readWorkflowFile(workspace: string): FileRecord | undefined {
  const [repository = '', reference = ''] = [process.env['GITHUB_REPOSITORY'], process.env['GITHUB_WORKFLOW_REF']];
  if (repository === '' || !reference.startsWith(`${repository}/`)) return undefined;
  const path = sitePath(reference.slice(repository.length + 1).replace(/@.*$/s, ''));
  if (path === undefined) return undefined;
  try {
    return { path, kind: 'file', digest: sha256(neededBytes(join(workspace, path))) };
  } catch {
    return undefined;
  }
}

/** Keeps the listing of the files before the guarded step for the post step; answers where. */
export function keepListing(temp: string, key: string, listing: string): string {
  const folder = join(temp, 'bengal-cache');
  const path = join(folder, `stage-${key.slice(0, 16)}.files`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(path, listing);
  return path;
}

/** The listing that was kept; `undefined` where it is gone, which only makes a message say less. */
export function loadListing(path: string): Listing | undefined {
  try {
    return parseListing(neededText(path));
  } catch {
    return undefined;
  }
}
