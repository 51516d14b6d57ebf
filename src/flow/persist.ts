import type { Variables } from '../config/environment.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { digestOfState } from '../manifest/manifest-file.ts';
import type { CacheStore } from '../store/port.ts';
import type { Handoff } from './handoff.ts';
import { record } from './record.ts';
import { saveState } from './transfer.ts';

export interface PersistOptions {
  readonly handoff: Handoff;
  readonly inputs: SiteInputs;
  readonly variables: Variables;
  readonly store: CacheStore;
  readonly commit: string | undefined;
  /** ISO 8601. */
  readonly now: string;
}

export type Persisted =
  | { readonly kind: 'saved'; readonly sentence: string }
  | { readonly kind: 'nothing-to-save'; readonly sentence: string }
  | { readonly kind: 'trouble'; readonly sentence: string };

/** The post step: note what the build made, and store it where that is worth it. Trouble is told, never thrown. */
export async function persist(options: PersistOptions): Promise<Persisted> {
  const { handoff } = options;
  const reason = reasonNotToSave(handoff);
  if (reason !== undefined) return { kind: 'nothing-to-save', sentence: `Nothing saved: ${reason}` };
  const recorded = await record({ ...options, repaired: handoff.repaired });
  if (recorded.kind === 'nothing') return { kind: 'trouble', sentence: `Nothing saved: ${recorded.why}` };
  const saved = await saveState({
    store: options.store,
    site: handoff.site,
    outputDir: handoff.outputDir,
    keys: handoff.keys,
  });
  if (saved.kind === 'not-saved') return { kind: 'trouble', sentence: `Not saved under ${saved.key}: ${saved.why}` };
  const mebibytes = (bytes: number): string => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
  return {
    kind: 'saved',
    sentence: `Saved ${String(saved.files)} files of a ${recorded.build} build (${mebibytes(saved.bytes)}, ${mebibytes(saved.archiveBytes)} stored) under ${saved.key}`,
  };
}

function reasonNotToSave({ save, restored, site, stateDigest }: Handoff): string | undefined {
  if (!save) return 'the input save is false';
  if (restored === 'exact') return 'this very tree is stored already';
  return digestOfState(site) === stateDigest ? 'no build has written a state since the restore' : undefined;
}
