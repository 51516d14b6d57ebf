import { join } from 'node:path';
import type { OutputsThen } from './decide-stage.ts';
import type { StageEntry } from './stage-entry.ts';
import { besidesEntries, statCachePath, type EntryPlace } from './entry-files.ts';
import { compareFiles, type FileRecord } from './file-record.ts';
import { listFileSet, readFileSet, type FileSet } from './file-set.ts';
import type { FileDoubt } from './find-files.ts';
import { lookAtPath } from './look-at.ts';
import type { Stage } from './stage-definition.ts';

export interface OutputsRequest {
  readonly stage: Pick<Stage, 'name' | 'outputs'>;
  readonly place: EntryPlace;
  readonly entry: StageEntry;
  /** The outputs of the last success; `undefined`: their listing is missing or damaged. */
  readonly recorded: readonly FileRecord[] | undefined;
  /** Whether the contents count, or only that the files are there. */
  readonly verify: boolean;
}

export interface OutputsFound {
  readonly then: OutputsThen;
  readonly doubts: readonly FileDoubt[];
}

/** Holds the outputs that are there against those of the last success. */
export async function compareOutputs({ stage, place, entry, recorded, verify }: OutputsRequest): Promise<OutputsFound> {
  if (stage.outputs.patterns.length === 0) return found({ kind: 'compared', missing: [], differing: undefined });
  if (recorded === undefined) return found({ kind: 'unknown', why: 'the listing of its files is missing or damaged' });
  const absent = missingFolders(place.root, stage);
  if (!verify) {
    const { files, unmatched } = await listFileSet({
      root: place.root,
      patterns: besidesEntries(place, stage.outputs.patterns),
    });
    const missing = missingOutputs({ absent, unmatched, recorded, present: files });
    return found({ kind: 'compared', missing, differing: undefined });
  }
  const present = await readOutputs(place, stage);
  const missing = missingOutputs({ absent, unmatched: present.unmatched, recorded, present: present.records() });
  if (present.digest === entry.outputs)
    return { then: { kind: 'compared', missing, differing: undefined }, doubts: present.doubts };
  const changes = { ...compareFiles(recorded, present.records()), deleted: [] };
  const named = changes.added.length + changes.modified.length > 0 || missing.length === 0;
  const differing = named ? changes : undefined;
  return { then: { kind: 'compared', missing, differing }, doubts: present.doubts };
}

export function readOutputs(place: EntryPlace, stage: Pick<Stage, 'name' | 'outputs'>): Promise<FileSet> {
  const cache = statCachePath(place, stage.name, 'output');
  return readFileSet({ root: place.root, patterns: besidesEntries(place, stage.outputs.patterns), cache });
}

/** Declared folders that are not there, with their slash. A symbolic link is no folder. */
export function missingFolders(root: string, { outputs }: Pick<Stage, 'outputs'>): string[] {
  return outputs.folders.flatMap((folder) =>
    lookAtPath(join(root, folder))?.isDirectory() === true ? [] : [`${folder}/`],
  );
}

/** A folder may be empty, so it is no pattern that has to match something. */
export function unmatchedOutputs(unmatched: readonly string[]): string[] {
  return unmatched.filter((pattern) => !pattern.endsWith('/'));
}

interface Comparison {
  readonly absent: readonly string[];
  readonly unmatched: readonly string[];
  readonly recorded: readonly FileRecord[];
  readonly present: readonly { readonly path: string }[];
}

function missingOutputs({ absent, unmatched, recorded, present }: Comparison): string[] {
  const there = new Set(present.map(({ path }) => path));
  const gone = recorded.flatMap(({ path }) => (there.has(path) ? [] : [path]));
  return [...new Set([...absent, ...unmatchedOutputs(unmatched), ...gone])];
}

function found(then: OutputsThen): OutputsFound {
  return { then, doubts: [] };
}
