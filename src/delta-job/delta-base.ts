import { join } from 'node:path';
import { unpackArchive } from '../archive/unpack.ts';
import { openStaging } from '../archive/staging.ts';
import { isCacheable, isCompiledTemplate } from '../bengal/cacheable.ts';
import { ownsExchange } from '../companion/exchange.ts';
import { exchangePaths } from '../companion/exchange-folder.ts';
import { sha256 } from '../core/digest.ts';
import type { DeltaBase } from '../delta/delta.ts';
import { deployedFromJson, type DeployedManifest } from '../delta/deployed.ts';
import type { OutputDigests } from '../delta/digests.ts';
import { findRefusal, type Acceptance } from '../manifest/acceptance.ts';
import { branchOf, isOfPullRequest } from '../manifest/origin.ts';
import { MANIFEST_PATH, readManifestAt } from '../manifest/manifest-file.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { readJsonFile, readOutput, readOutputFolder } from '../output/read-output.ts';
import { startDeadline } from '../store/deadline.ts';
import type { CacheStore } from '../store/port.ts';
import { DEFAULT_DEADLINE_MS } from '../transfer/transfer.ts';

/** Where the earlier output is to be found. `name` is what the user gave. */
export type BaseSource =
  | RecordedBase
  | { readonly kind: 'folder'; readonly folder: string; readonly name: string }
  /** A manifest of a deployment, or of a state. */
  | { readonly kind: 'manifest'; readonly file: string; readonly name: string }
  | {
      readonly kind: 'store';
      readonly store: CacheStore;
      readonly key: string;
      /** Site, or any other folder on the disk in which there is room to unpack. */
      readonly site: string;
      readonly acceptance: Acceptance | undefined;
    }
  | BranchBase
  | { readonly kind: 'none'; readonly why: string };

/** What was restored for the site, or built there before, by the manifest beside its state. */
export interface RecordedBase {
  readonly kind: 'recorded';
  readonly site: string;
  /** Whether to say whose build it was: a pull request restores its own, or that of the branch it goes to. */
  readonly namesBranch?: boolean;
}

/** The last build of the branch that a pull request goes to, where it is another one than was restored. */
export interface BranchBase {
  readonly kind: 'branch';
  readonly store: CacheStore;
  readonly key: string;
  readonly site: string;
  readonly acceptance: Acceptance;
  readonly deadlineMs: number;
  /** What is compared with where that one cannot be had. */
  readonly otherwise: RecordedBase;
}

/** The earlier output, as far as it is at hand. */
export interface BaseOutput {
  readonly base: DeltaBase;
  readonly digests: OutputDigests;
  /** The bytes of before, where they are at hand and are those of `digests`. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** Where it lies as it is; a file that is the very same there is not read again. */
  readonly folder: string | undefined;
  readonly manifest: Manifest | undefined;
}

/** Finds the earlier output for as long as `use` takes. What cannot be used is a base of kind `none` with the reason. */
export async function withBase<Result>(
  source: BaseSource,
  previous: string | undefined,
  use: (base: BaseOutput) => Promise<Result>,
): Promise<Result> {
  switch (source.kind) {
    case 'none':
      return await use(noBase(source.why));
    case 'folder': {
      const { folder, name } = source;
      const { digests } = readOutputFolder(folder);
      const base = { kind: 'folder', name, commit: null, recordedAt: null, event: null } as const;
      return await use({ base, digests, read: (path) => readOutput(folder, path), folder, manifest: undefined });
    }
    case 'recorded':
      return await use(await recordedBase(source, previous));
    case 'manifest':
      return await use(await manifestBase({ ...source, previous }));
    case 'store':
      return await withStored({ ...source, nameOf: (_, key) => key }, async (found) =>
        use(found.kind === 'found' ? found.base : noBase(found.why)),
      );
    case 'branch':
      return await withStored({ ...source, nameOf: nameOfBuild }, async (found) =>
        use(found.kind === 'found' ? found.base : await recordedBase(source.otherwise, previous)),
      );
  }
}

async function recordedBase({ site, namesBranch }: RecordedBase, previous: string | undefined): Promise<BaseOutput> {
  const nameOf = namesBranch === true ? nameOfBuild : undefined;
  return await manifestBase({ file: join(site, MANIFEST_PATH), name: LAST_BUILD, nameOf, previous });
}

const LAST_BUILD = 'the last build';

/** Whose last build it is, for a pull request. */
function nameOfBuild({ origin }: Manifest): string {
  if (isOfPullRequest(origin)) return `${LAST_BUILD} of this pull request`;
  const branch = branchOf(origin);
  return branch === undefined ? LAST_BUILD : `${LAST_BUILD} of ${branch}`;
}

/** The output that was set aside for the build, which lies there until the build is recorded. */
export function previousOutput(site: string): string | undefined {
  return ownsExchange(site) ? exchangePaths(site).previous : undefined;
}

interface ManifestSource {
  readonly file: string;
  readonly name: string;
  readonly nameOf?: ((manifest: Manifest) => string) | undefined;
  readonly previous: string | undefined;
}

async function manifestBase({ file, name, nameOf, previous }: ManifestSource): Promise<BaseOutput> {
  const deployed = readDeployed(file);
  if (deployed !== undefined) return fromDigests(deployed.files, { ...deployed, name }, previous);
  const found = await readManifestAt(file);
  if (found.kind === 'absent') return noBase(`${name} is not there`);
  if (found.kind === 'unusable') return noBase(`${name} is no manifest that this version reads: ${found.why}`);
  return fromManifest(found.manifest, nameOf?.(found.manifest) ?? name, previous);
}

function fromManifest(manifest: Manifest, name: string, previous: string | undefined): BaseOutput {
  const { outputs, commit = null, recordedAt, origin } = manifest;
  const told = { commit, recordedAt, event: origin.event ?? null, name };
  return { ...fromDigests(outputs, told, previous), manifest };
}

type Told = Pick<DeployedManifest, 'commit' | 'recordedAt' | 'event'> & { readonly name: string };

/** Bytes count only where they are those that the digests tell of: what lies aside may be another build's. */
function fromDigests(digests: OutputDigests, told: Told, previous: string | undefined): BaseOutput {
  const { name, commit, recordedAt, event } = told;
  return {
    base: { kind: 'manifest', name, commit, recordedAt, event },
    digests,
    read(path) {
      const digest = digests.get(path);
      const bytes = previous === undefined ? undefined : readOutput(previous, path);
      return bytes !== undefined && digest !== undefined && digest !== 'unknown' && sha256(bytes) === digest.sha256
        ? bytes
        : undefined;
    },
    folder: undefined,
    manifest: undefined,
  };
}

function readDeployed(file: string): DeployedManifest | undefined {
  const value = readJsonFile(file);
  return value === undefined ? undefined : deployedFromJson(value);
}

function noBase(why: string): BaseOutput {
  return {
    base: { kind: 'none', why },
    digests: new Map(),
    read: () => undefined,
    folder: undefined,
    manifest: undefined,
  };
}

interface StoredBase extends Pick<BranchBase, 'store' | 'key' | 'site'> {
  readonly acceptance: Acceptance | undefined;
  readonly deadlineMs?: number;
  readonly nameOf: (manifest: Manifest, key: string) => string;
}

type FoundBase =
  { readonly kind: 'found'; readonly base: BaseOutput } | { readonly kind: 'unusable'; readonly why: string };

/** Unpacks what a store holds beside the site, for as long as it is needed. */
async function withStored<Result>(
  { store, key, site, acceptance, nameOf, deadlineMs = DEFAULT_DEADLINE_MS }: StoredBase,
  use: (found: FoundBase) => Promise<Result>,
): Promise<Result> {
  const { signal, clear } = startDeadline(deadlineMs, 'restoring');
  const staging = openStaging(site);
  const unusable = async (why: string): Promise<Result> => await use({ kind: 'unusable', why });
  try {
    const restored = await store.restore({ key, restoreKeys: [key], file: staging.archive, signal });
    if (restored.kind !== 'exact' && restored.kind !== 'prefix') return await unusable(`${key}: ${restored.why}`);
    const { archive: file, folder: into } = staging;
    // Nothing of it is installed: the manifest says which of it is output, and only that is looked at.
    const allow = (path: string): boolean => isCacheable(path) || isCompiledTemplate(path);
    const unpacked = await unpackArchive({ file, into, allow, signal });
    if (unpacked.kind !== 'unpacked') return await unusable(`${restored.key}: ${unpacked.why}`);
    const found = await readManifestAt(join(into, MANIFEST_PATH));
    if (found.kind !== 'read') return await unusable(`${restored.key} holds no manifest`);
    const refusal = acceptance === undefined ? undefined : findRefusal(found.manifest, acceptance);
    if (refusal !== undefined) return await unusable(`${restored.key}: ${refusal}`);
    const name = nameOf(found.manifest, restored.key);
    const previous = join(into, found.manifest.outputDir);
    return await use({ kind: 'found', base: fromManifest(found.manifest, name, previous) });
  } finally {
    clear();
    staging.remove();
  }
}
