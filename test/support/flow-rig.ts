import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { persist, type JobStatus } from '../../src/flow/persist.ts';
import { prepare, type Prepared } from '../../src/flow/prepare.ts';
import type { Inputs } from '../../src/inputs/inputs.ts';
import type { SaveReport } from '../../src/report/save-words.ts';
import type { Run } from '../../src/store/access.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { actionInputs } from './inputs.ts';
import { laySources, runBuild } from './lighthouse.ts';
import { siteRig, type SiteRig } from './site-rig.ts';

/** A push to the default branch. */
export const PUSH: Run = {
  event: 'push',
  ref: 'refs/heads/main',
  repository: 'someone/site',
  defaultBranch: 'main',
  headRepository: undefined,
  author: 'someone',
  selfHosted: false,
  cacheMode: undefined,
};

/** 2026-12-01T12:00:00Z: soon after the sample state was recorded. */
export const NOW = Date.UTC(2026, 11, 1, 12);

export interface JobOptions {
  readonly inputs?: Partial<Inputs>;
  readonly run?: Partial<Run>;
  readonly store?: CacheStore;
  /** Milliseconds since 1970. */
  readonly now?: number;
  /** Milliseconds since the step began; without it nobody takes the time. */
  readonly elapsed?: () => number;
}

export interface FlowRig extends SiteRig {
  readonly store: CacheStore;
  /** A fresh checkout: the sources of the sample site, and nothing else. */
  checkOut(): Promise<void>;
  /** Stands for the build, as it was prepared: lays down what the recorded one left. Upon another state it is another one. */
  build(): void;
  prepare(options?: JobOptions): Promise<Prepared>;
  /** What follows a build, after `prepared` in the same job. */
  persist(
    prepared: Pick<Prepared, 'report' | 'keys' | 'handoff'>,
    options?: JobOptions & { readonly jobStatus?: JobStatus; readonly attempt?: string },
  ): Promise<SaveReport>;
}

/** Jobs on one machine, around a store in a folder. */
export async function flowRig(): Promise<FlowRig> {
  const rig = await siteRig();
  const store = directoryStore({ root: join(rig.path, '..', 'store') });
  const common = (options: JobOptions): Parameters<typeof prepare>[0] => ({
    inputs: actionInputs({ site: rig.path, probe: false, ...options.inputs }),
    raw: {},
    variables: { PATH: process.env['PATH'] },
    probe: { kind: 'off' },
    run: { ...PUSH, ...options.run },
    store: options.store ?? store,
    workspace: rig.path,
    platform: 'linux',
    now: options.now ?? NOW,
    elapsed: options.elapsed,
  });
  const flow: FlowRig = {
    ...rig,
    store,
    async checkOut() {
      await rm(rig.path, { recursive: true });
      laySources(rig.path);
    },
    build() {
      runBuild(rig.path);
    },
    prepare: (options = {}) => prepare(common(options)),
    persist(prepared, options = {}) {
      let elapsed = 0;
      return persist({
        ...common(options),
        access: prepared.handoff.access,
        accessWhy: prepared.handoff.accessWhy,
        before: prepared.handoff,
        jobStatus: options.jobStatus ?? 'success',
        attempt: options.attempt ?? '1-1',
        commit: 'c0ffee'.repeat(7).slice(0, 40),
        clock: () => (options.now ?? NOW) + 1000 * elapsed++,
      });
    },
  };
  await flow.checkOut();
  return flow;
}

/** A job from checkout to save. */
export async function runJob(
  rig: FlowRig,
  options: JobOptions & { readonly jobStatus?: JobStatus } = {},
): Promise<SaveReport> {
  await rig.checkOut();
  const prepared = await rig.prepare(options);
  rig.build();
  return await rig.persist(prepared, options);
}
