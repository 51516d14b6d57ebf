import type { Delta } from '../delta/delta.ts';
import { deployedToText, whileDeploying } from '../delta/deployed.ts';
import type { OutputDigests } from '../delta/digests.ts';
import { toolFiles, type ListOptions, type ToolFile } from '../delta/lists.ts';
import type { FoundDelta } from './find-delta.ts';

export interface DeltaFilesOptions extends ListOptions {
  /** Commit that was built, the event that started the run, and the time, ISO 8601. */
  readonly commit: string | undefined;
  readonly event: string | undefined;
  readonly now: string;
}

export interface DeltaFiles {
  readonly files: readonly ToolFile[];
  readonly upload: readonly string[];
  /** What no list names, in sentences. */
  readonly warnings: readonly string[];
}

/** Everything that other tools take up: lists, and what the target will hold while and after it is deployed. */
export function deltaFiles(found: FoundDelta, options: DeltaFilesOptions): DeltaFiles {
  const { delta, others } = found;
  const { files, upload, unlistable } = toolFiles(delta, options);
  const about = { commit: options.commit ?? null, recordedAt: options.now, event: options.event ?? null };
  const [during, after] = [deployingDigests(found), deployedDigests(found, options)];
  return {
    files: [
      { name: 'delta.json', content: `${JSON.stringify(delta, null, 1)}\n` },
      ...files,
      { name: 'deploying.json', content: deployedToText({ ...about, files: during }) },
      { name: 'deployed.json', content: deployedToText({ ...about, files: after }) },
    ],
    upload,
    warnings: [
      ...sentence(unlistable, 'cannot stand in a list of lines, so only the lists for rsync and S3 name it'),
      ...sentence(others, 'is no regular file, so no list names it'),
    ],
  };
}

function deployingDigests({ before, after, differences, delta }: FoundDelta): OutputDigests {
  return whileDeploying(delta.base.kind === 'none' ? new Map([...after.keys()].map(asUnknown)) : before, differences);
}

function asUnknown(path: string): readonly [string, 'unknown'] {
  return [path, 'unknown'];
}

/** What is left out of a deployment stays there as it was. */
function deployedDigests({ delta, before, after }: FoundDelta, { deploy }: DeltaFilesOptions): OutputDigests {
  if (deploy === 'exact' || delta.base.kind === 'none') return after;
  const left = leftOut(delta).map((path) => [path, before.get(path) ?? 'unknown'] as const);
  return new Map([...after, ...left]);
}

function leftOut({ files }: Delta): readonly string[] {
  return files.filter(({ noise }) => noise).map(({ path }) => path);
}

function sentence(names: readonly string[], what: string): readonly string[] {
  const [first] = names;
  if (first === undefined) return [];
  const more = names.length > 1 ? ` (and ${String(names.length - 1)} more)` : '';
  return [`${JSON.stringify(first)}${more} ${what}`];
}
