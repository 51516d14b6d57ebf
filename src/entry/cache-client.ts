import childProcess from 'node:child_process';
import { syncBuiltinESMExports } from 'node:module';
import { environmentOfTools } from '../core/child-environment.ts';
import { callClient, loadClient, type ClientCall, type ClientMessage } from '../store/github-calls.ts';

/**
 * A process around the cache client, started by `store/github-process.ts`. It takes calls as messages, one at a time,
 * and answers with what the client prints and how the call ended. It ends with the process that started it.
 */
function tell(message: ClientMessage): void {
  process.send?.(message);
}

process.stdout.write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
  const own = typeof chunk === 'string';
  tell({ kind: 'output', text: own ? chunk : Buffer.from(chunk).toString('utf8'), own });
  for (const callback of rest) if (typeof callback === 'function') process.nextTick(callback);
  return true;
};

/**
 * The client needs the token of the cache service, and the programs that it starts (`tar`, `zstd`) do not. It hands its
 * whole environment on to them, so they are given theirs here.
 */
const startProgram = childProcess.spawn;
childProcess.spawn = ((program: string, args: readonly string[], options?: childProcess.SpawnOptions) => {
  const given = options?.env ?? process.env;
  const kept = Object.entries(given).filter(([name]) => /^(?:TAR_OPTIONS|MSYS|ZSTD_\w+)$/.test(name));
  return startProgram(program, args, {
    ...options,
    env: { ...environmentOfTools(given), ...Object.fromEntries(kept) },
  });
}) as typeof childProcess.spawn;
syncBuiltinESMExports();

const home = process.cwd();

async function answer(call: ClientCall): Promise<void> {
  process.chdir(call.folder);
  const end = await callClient(call);
  // Windows does not remove a folder in which a process is.
  process.chdir(home);
  tell({ kind: 'end', end });
}

// The first call follows soon; what is wrong with the client is told then.
loadClient().catch(() => undefined);
process.on('message', (call) => void answer(call as ClientCall));
process.once('disconnect', () => process.exit());
