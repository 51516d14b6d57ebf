import { belongsToPackage, nameOfRef } from '../bengal/file-ref.ts';
import type { RecordedFile } from '../bengal/recorded-file.ts';
import { byCodeUnit } from '../core/order.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { roleOf, type SiteLayout } from './layout.ts';
import type { PresentFile, PresentTree } from './read-tree.ts';

/** What differs between the tree that the state was built from and the tree now. All lists in code-unit order. */
export interface ChangeSet {
  readonly added: readonly string[];
  readonly modified: readonly string[];
  readonly deleted: readonly string[];
  /** Sources with another modification time and the same bytes. */
  readonly touched: number;
  /** Inputs of the build of which nobody can tell whether they changed: not on this machine, never recorded, or behind a symbolic link. */
  readonly unverifiable: readonly string[];
}

export interface Recorded {
  readonly files: ReadonlyMap<string, RecordedFile>;
  /** Absent for a state that was saved without us. */
  readonly manifest: Manifest | undefined;
  readonly layout: SiteLayout;
  /** Version of the Bengal that this job will run, when somebody told it. */
  readonly bengalVersion: string | undefined;
  /** Folders in site-packages whose files are the recorded ones, since the version of their package is. */
  readonly vouchedFolders?: ReadonlySet<string>;
  /** Recorded pages whose output is still there: only these can have been deleted since. */
  readonly hasOutput: (path: string) => boolean;
}

type Verdict = 'same' | 'touched' | 'added' | 'modified' | 'deleted' | 'unverifiable' | 'irrelevant';

/** Compares what was recorded with what is present. Pure. */
export function detectChanges(recorded: Recorded, present: PresentTree): ChangeSet {
  const found: Record<Verdict, string[]> = {
    same: [],
    touched: [],
    added: [],
    modified: [],
    deleted: [],
    unverifiable: [],
    irrelevant: [],
  };
  const siteFiles = [...recorded.files.values()].flatMap((file) => (file.ref.where === 'site' ? [file.ref.path] : []));
  for (const path of new Set([...present.sources.keys(), ...siteFiles, ...(recorded.manifest?.sources.keys() ?? [])])) {
    if (!present.unreadable.has(path)) found[judgeSource(path, recorded, present.sources.get(path))].push(path);
  }
  for (const file of recorded.files.values())
    if (file.ref.where !== 'site') found[judgeExternal(file, recorded, present)].push(nameOfRef(file.ref));
  found.added.push(...[...present.external.keys()].filter((path) => !recorded.files.has(path)));
  found.unverifiable.push(...new Set([...present.links, ...present.unreadable, ...present.unlisted]));
  const sorted = (verdict: Verdict): string[] => found[verdict].sort(byCodeUnit);
  return {
    added: sorted('added'),
    modified: sorted('modified'),
    deleted: sorted('deleted'),
    unverifiable: sorted('unverifiable'),
    touched: found.touched.length,
  };
}

function judgeSource(path: string, recorded: Recorded, present: PresentFile | undefined): Verdict {
  const inManifest = recorded.manifest?.sources.get(path);
  if (inManifest !== undefined) {
    if (present === undefined) return 'deleted';
    if (present.sha256 !== inManifest.sha256) return 'modified';
    return present.mtimeNs === inManifest.mtimeNs ? 'same' : 'touched';
  }
  const inState = recorded.files.get(path);
  if (present === undefined)
    return inState !== undefined && wasDeleted(path, inState, recorded) ? 'deleted' : 'irrelevant';
  if (inState !== undefined && inState.hashes.length > 0) {
    if (!inState.hashes.every((hash) => present.sha256.startsWith(hash))) return 'modified';
    return present.mtimeNs === inState.mtimeNs ? 'same' : 'touched';
  }
  return judgeUnrecorded(path, recorded);
}

/**
 * The state remembers files long after they are gone. A page whose output is still there has to go in any case; of
 * other files, a manifest that lacks one tells that it was gone when we recorded.
 */
function wasDeleted(path: string, file: RecordedFile, recorded: Recorded): boolean {
  if (roleOf(path, recorded.layout).kind === 'page') return recorded.hasOutput(path);
  return recorded.manifest === undefined && file.used;
}

/** The manifest knows every source, so what it lacks is new. Bengal's own tables know only some kinds of files. */
function judgeUnrecorded(path: string, recorded: Recorded): Verdict {
  if (recorded.manifest !== undefined) return 'added';
  const role = roleOf(path, recorded.layout);
  switch (role.kind) {
    case 'page':
    case 'data':
      return 'added';
    case 'template':
      return path.endsWith('.html') ? 'added' : 'unverifiable';
    case 'config':
      // Never fingerprinted; the configuration has its own verdict.
      return 'irrelevant';
    case 'asset':
    case 'content-resource':
    case 'static':
    case 'site-wide':
    case 'other':
      return 'unverifiable';
  }
}

function judgeExternal(file: RecordedFile, recorded: Recorded, present: PresentTree): Verdict {
  const now = present.external.get(nameOfRef(file.ref));
  if (now !== undefined && file.hashes.length > 0)
    return file.hashes.every((hash) => now.sha256.startsWith(hash)) ? 'same' : 'modified';
  return isVouchedFor(file, recorded) ? 'same' : 'unverifiable';
}

/** What is not on this machine, or was recorded without a hash, is as it was if its package has the recorded version. */
function isVouchedFor({ ref }: RecordedFile, { bengalVersion, manifest, vouchedFolders }: Recorded): boolean {
  if (bengalVersion !== undefined && bengalVersion === manifest?.bengal && belongsToPackage(ref, 'bengal')) return true;
  const folder = ref.where === 'package' ? ref.path.split('/')[0] : undefined;
  return folder !== undefined && vouchedFolders?.has(folder) === true;
}
