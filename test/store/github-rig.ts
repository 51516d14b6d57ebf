import assert from 'node:assert/strict';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CacheStore } from '../../src/store/port.ts';
import { githubStore } from '../../src/store/github.ts';
import type { GithubStoreOptions } from '../../src/store/github.ts';
import { runnerEnvironment, startCacheService } from '../support/cache-service.ts';
import type { CacheService, CacheServiceOptions } from '../support/cache-service.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import type { StoreRig } from './contract.ts';

/** A port on which nothing ever listens. */
export const DEAD_SERVICE = 'http://127.0.0.1:1/';

export interface GithubRig extends StoreRig {
  readonly service: CacheService;
  readonly workspace: string;
  readonly temp: string;
  /** What went to the runner's log. */
  readonly lines: readonly string[];
  createStore(options?: Partial<GithubStoreOptions>): CacheStore;
  assertTidy(): Promise<void>;
}

/**
 * A runner's environment around a local cache service. The client reads `process.env` and the working directory, which
 * belong to the process: rigs of one test file must not overlap (test files are processes of their own).
 */
export async function openGithubRig(options: CacheServiceOptions = {}): Promise<GithubRig> {
  const folder = await temporaryFolder();
  const service = await startCacheService(options);
  // Brackets, since the client takes paths for patterns. No space: it passes the workspace to tar unquoted.
  const workspace = join(folder.path, 'work-[1]');
  const temp = join(folder.path, 'temp');
  await Promise.all([mkdir(workspace), mkdir(temp)]);
  const leave = enterRunner(runnerEnvironment(service, { workspace, temp }), workspace);
  const lines: string[] = [];
  const createStore = (more: Partial<GithubStoreOptions> = {}): CacheStore =>
    githubStore({ workspace, temp, forward: (line) => lines.push(line), ...more });
  return {
    service,
    workspace,
    temp,
    lines,
    createStore,
    folder: folder.path,
    store: createStore(),
    readOnlyStore: around(
      createStore(),
      () => service.setReadOnly(true),
      () => service.setReadOnly(false),
    ),
    brokenStore: around(
      createStore(),
      () => {
        process.env['ACTIONS_RESULTS_URL'] = DEAD_SERVICE;
      },
      () => {
        process.env['ACTIONS_RESULTS_URL'] = service.url;
      },
    ),
    assertTidy: async () => {
      assert.deepEqual(await readdir(workspace), [], 'the workspace is as before');
      assert.deepEqual(await readdir(temp), [], 'the temporary folder is as before');
      assert.deepEqual(
        lines.filter((line) => !/^::(debug|add-mask)::[^\r\n]*$/.test(line)),
        [],
        'the client annotates nothing',
      );
      assert.deepEqual(service.problems, []);
    },
    [Symbol.asyncDispose]: async () => {
      leave();
      await service[Symbol.asyncDispose]();
      await folder[Symbol.asyncDispose]();
    },
  };
}

/** Sets what the runner sets, and nothing else of that kind; yields how to undo it. */
function enterRunner(environment: Record<string, string>, workspace: string): () => void {
  const before = { ...process.env };
  const directory = process.cwd();
  for (const name of Object.keys(process.env))
    if (/^(ACTIONS|GITHUB|RUNNER)_/.test(name)) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, environment);
  process.chdir(workspace);
  return () => {
    process.chdir(directory);
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name);
    Object.assign(process.env, before);
  };
}

function around(store: CacheStore, enter: () => void, leave: () => void): CacheStore {
  const wrap = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return {
    name: store.name,
    restore: (request) => wrap(() => store.restore(request)),
    save: (request) => wrap(() => store.save(request)),
  };
}
