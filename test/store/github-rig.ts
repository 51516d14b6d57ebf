import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheStore } from '../../src/store/port.ts';
import { githubStore } from '../../src/store/github.ts';
import { runnerEnvironment, startCacheService } from '../support/cache-service.ts';
import type { CacheService, CacheServiceOptions } from '../support/cache-service.ts';
import { runnerEnvironmentV1, startCacheServiceV1 } from '../support/cache-service-v1.ts';
import type { CacheServiceV1 } from '../support/cache-service-v1.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { StoreRig } from './contract.ts';

/** A port on which nothing ever listens. */
export const DEAD_SERVICE = 'http://127.0.0.1:1/';

/** To be loaded into the client's process. */
const LOOPBACK_DNS = new URL('../support/loopback-dns.ts', import.meta.url).href;

type AnyService = Pick<
  CacheServiceV1,
  'requests' | 'problems' | 'inject' | 'struck' | 'heal' | 'clear' | 'setReadOnly' | 'entries'
>;

export interface GithubRig<Service extends AnyService = AnyService> extends StoreRig {
  readonly service: Service;
  readonly temp: string;
  readonly environment: Readonly<Record<string, string>>;
  /** What went to the runner's log. */
  readonly lines: readonly string[];
  /** A store of its own, with other variables. */
  createStore(variables?: Readonly<Record<string, string>>): CacheStore;
}

export type GithubRigV2 = GithubRig<CacheService>;

/** Many rigs around one service, one after the other: each begins with an empty cache, and one store serves them all. */
export interface GithubRigs<Service extends AnyService = AnyService> extends AsyncDisposable {
  readonly open: () => Promise<GithubRig<Service>>;
}

/** A runner's environment around a local cache service. */
export async function githubRigs(options: CacheServiceOptions = {}): Promise<GithubRigs<CacheService>> {
  const service = await startCacheService(options);
  return await rigsAround(service, {
    variables: (folders) => runnerEnvironment(service, folders),
    broken: { ACTIONS_RESULTS_URL: DEAD_SERVICE },
  });
}

/** The same around a service of the older protocol. */
export async function githubRigsV1(): Promise<GithubRigs> {
  const service = await startCacheServiceV1();
  return await rigsAround(service, {
    variables: (folders) => runnerEnvironmentV1(service, folders),
    // Not a dead one: the client would wait ten seconds each time.
    broken: { ACTIONS_CACHE_URL: `${service.url}nowhere/` },
  });
}

/** One rig with a service of its own. */
export async function openGithubRig(options: CacheServiceOptions = {}): Promise<GithubRig<CacheService>> {
  const rigs = await githubRigs(options);
  const rig = await rigs.open();
  return {
    ...rig,
    [Symbol.asyncDispose]: async () => {
      await rig[Symbol.asyncDispose]();
      await rigs[Symbol.asyncDispose]();
    },
  };
}

interface Runner<Service> {
  readonly service: Service;
  readonly workspace: string;
  readonly temp: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Variables under which the service cannot be had. */
  readonly broken: Readonly<Record<string, string>>;
  readonly lines: string[];
  readonly store: CacheStore;
  readonly createStore: GithubRig['createStore'];
}

interface Surroundings {
  readonly variables: (folders: { workspace: string; temp: string }) => Record<string, string>;
  readonly broken: Readonly<Record<string, string>>;
}

async function rigsAround<Service extends AnyService & AsyncDisposable>(
  service: Service,
  { variables, broken }: Surroundings,
): Promise<GithubRigs<Service>> {
  const folder = await temporaryFolder();
  const workspace = join(folder.path, 'workspace');
  // The client hands paths to tar unquoted, and takes others for patterns.
  const temp = join(folder.path, 'a temp [1]');
  await Promise.all([mkdir(workspace), mkdir(temp)]);
  const environment = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder.path,
    NODE_OPTIONS: `--import=${LOOPBACK_DNS}`,
    ...variables({ workspace, temp }),
  };
  const lines: string[] = [];
  const createStore = (more: Readonly<Record<string, string>> = {}): CacheStore =>
    githubStore({ environment: { ...environment, ...more }, temp, forward: (line) => lines.push(line) });
  const runner = { service, workspace, temp, environment, broken, lines, createStore, store: createStore() };
  return {
    open: () => openRig(runner),
    [Symbol.asyncDispose]: async () => {
      await service[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

async function openRig<Service extends AnyService>(runner: Runner<Service>): Promise<GithubRig<Service>> {
  const { service, store, createStore, lines } = runner;
  const folder = await temporaryFolder();
  const recover = (): void => {
    service.heal();
    service.setReadOnly(false);
  };
  service.clear();
  lines.length = 0;
  return {
    ...runner,
    folder: folder.path,
    readOnlyStore: aroundSaves(
      store,
      () => service.setReadOnly(true),
      () => service.setReadOnly(false),
    ),
    brokenStore: createStore(runner.broken),
    recover,
    assertTidy: async () => {
      assert.deepEqual(await readdir(runner.workspace), [], 'the workspace is as before');
      assert.deepEqual(await readdir(runner.temp), [], 'the temporary folder is as before');
      assert.deepEqual(
        lines.filter((line) => !/^::(debug|add-mask)::[^\r\n]*$/.test(line)),
        [],
        'the client annotates nothing',
      );
      assert.deepEqual(service.problems, []);
    },
    [Symbol.asyncDispose]: async () => {
      recover();
      await folder[Symbol.asyncDispose]();
    },
  };
}

function aroundSaves(store: CacheStore, enter: () => void, leave: () => void): CacheStore {
  return {
    ...store,
    async save(request) {
      enter();
      try {
        return await store.save(request);
      } finally {
        leave();
      }
    },
  };
}
