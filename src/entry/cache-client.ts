import { callClient, loadClient, type ClientCall, type ClientMessage } from '../store/github-client.ts';

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
