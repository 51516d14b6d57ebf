import { directoryStore } from '../../src/store/directory.ts';
import { githubStore } from '../../src/store/github.ts';
import { startDeadline } from '../../src/store/deadline.ts';

/** The argument: one JSON object. */
export interface CallOnce {
  readonly store:
    | { readonly kind: 'github'; readonly environment: Readonly<Record<string, string>>; readonly temp: string }
    | { readonly kind: 'directory'; readonly root: string };
  readonly operation: 'restore' | 'save';
  readonly deadlineMs: number;
  readonly key: string;
  readonly file: string;
}

/**
 * A process that restores or saves once. The last line it prints is the outcome. It is not ended: it ends when nothing
 * is left to wait for.
 */
const call = JSON.parse(process.argv[2] ?? '') as CallOnce;
const forward = (line: string): void => console.log(line);
const store = call.store.kind === 'github' ? githubStore({ ...call.store, forward }) : directoryStore(call.store);
const { key, file } = call;
const deadline = startDeadline(call.deadlineMs, call.operation === 'save' ? 'saving' : 'restoring');
const { signal } = deadline;
const outcome =
  call.operation === 'save'
    ? await store.save({ key, file, signal })
    : await store.restore({ key, file, signal, restoreKeys: [] });
deadline.clear();
console.log(JSON.stringify(outcome));
