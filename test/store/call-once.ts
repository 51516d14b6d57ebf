import { githubStore } from '../../src/store/github.ts';

/** The argument: one JSON object. */
export interface CallOnce {
  readonly operation: 'restore' | 'save';
  readonly workspace: string;
  readonly temp: string;
  readonly timeoutMs: number;
  readonly key: string;
  readonly file: string;
}

/** A process that restores or saves once and ends, as an action does. The last line it prints is the outcome. */
const { operation, key, file, ...options } = JSON.parse(process.argv[2] ?? '') as CallOnce;
const store = githubStore(options);
const outcome =
  operation === 'save' ? await store.save({ key, file }) : await store.restore({ key, file, restoreKeys: [] });
process.stdout.write(`${JSON.stringify(outcome)}\n`, () => process.exit(0));
