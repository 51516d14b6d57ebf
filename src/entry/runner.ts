import { readInput } from '../host/actions.ts';
import type { RawInputs } from '../inputs/parse.ts';
import { INPUTS, type InputName } from '../inputs/spec.ts';
import { githubStore } from '../store/github.ts';
import type { CacheStore } from '../store/port.ts';
import { tmpdir } from 'node:os';

/** What the runner tells a step, besides its inputs. */
export interface Runner {
  /** Absolute. */
  readonly workspace: string;
  /** Absolute. */
  readonly temp: string;
  readonly platform: string;
  readonly store: CacheStore;
}

export function readRunner(): Runner {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const temp = process.env['RUNNER_TEMP'] ?? tmpdir();
  return {
    workspace,
    temp,
    platform: `${process.platform}-${process.arch}`,
    store: githubStore({ workspace, temp, cacheMode: process.env['ACTIONS_CACHE_MODE'] }),
  };
}

/** Every input as the workflow gave it. */
export function readRawInputs(): RawInputs {
  return Object.fromEntries((Object.keys(INPUTS) as InputName[]).map((name) => [name, readInput(name)]));
}
