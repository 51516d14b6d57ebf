import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { CacheStore, Restored, Saved } from '../../src/store/port.ts';
import type { CallOnce } from './call-once.ts';

const CALL_ONCE = fileURLToPath(new URL('call-once.ts', import.meta.url));

export interface SeparateCall {
  readonly outcome: Restored | Saved;
  /** What was printed before it. */
  readonly lines: readonly string[];
}

/** One call in a process of its own, after a piece of shell, with half a minute to end by itself. */
export async function callSeparately(call: CallOnce, shell = ':'): Promise<SeparateCall> {
  const command = ['-c', `${shell}; exec "$0" "$@"`, process.execPath, CALL_ONCE, JSON.stringify(call)];
  const { stdout } = await promisify(execFile)('sh', command, { timeout: 30_000, maxBuffer: 64 * 1024 ** 2 });
  const lines = stdout.trimEnd().split('\n');
  return { outcome: JSON.parse(lines.pop() ?? '') as Restored | Saved, lines };
}

/** A store whose processes may write files of 4 kB at most: the nearest to a full disk that needs no disk. */
export function storeOnFullDisk(store: CallOnce['store'], name: CacheStore['name']): CacheStore {
  const call = async (request: Pick<CallOnce, 'operation' | 'key' | 'file'>): Promise<Restored | Saved> =>
    (await callSeparately({ store, deadlineMs: 20_000, ...request }, 'ulimit -f 8')).outcome;
  return {
    name,
    restore: async ({ key, file }) => (await call({ operation: 'restore', key, file })) as Restored,
    save: async ({ key, file }) => (await call({ operation: 'save', key, file })) as Saved,
  };
}
