import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { environmentOfCacheClient } from '../core/child-environment.ts';
import { isThere } from '../disk/look.ts';
import type { ClientCall, ClientEnd, ClientMessage, ClientOutput } from './github-calls.ts';
import { ENTRY_NAME } from './github-calls.ts';

export type Variables = Readonly<Record<string, string | undefined>>;

/** How a call ended that somebody may have stopped. */
export type CallEnd = ClientEnd | { readonly kind: 'stopped' };

export interface CallOptions {
  readonly onOutput: (output: ClientOutput) => void;
  readonly signal: AbortSignal | undefined;
}

/** Longest part of standard error that is kept, in UTF-16 units. */
const LONGEST_COMPLAINT = 4000;

/**
 * The cache client in a process of its own. Nothing in the client can be stopped: it waits for minutes, tries again,
 * leaves timers and sockets behind, throws from event handlers, and unpacks with a `tar` that goes on by itself. A
 * process can be ended, with the programs that it started.
 */
export class ClientProcess {
  readonly #child: ChildProcess;
  readonly #ended: Promise<void>;
  #complaint = '';
  #alive = true;

  constructor(environment: Variables) {
    const child = spawn(process.execPath, [clientProgram()], {
      env: clientEnvironment(environment),
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      // A process group of its own, which can be ended as a whole.
      detached: process.platform !== 'win32',
      windowsHide: true,
    });
    this.#child = child;
    this.#ended = new Promise<void>((resolve) => {
      child.once('close', () => resolve());
      child.once('error', (error) => {
        this.#complaint ||= error.message;
        resolve();
      });
    }).then(() => {
      this.#alive = false;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-LONGEST_COMPLAINT);
    });
    this.#letUsEnd(true);
  }

  /** Whether it can take another call. */
  get alive(): boolean {
    return this.#alive && this.#child.connected;
  }

  /** One call at a time. When the signal comes, the process and all that it started is ended before this settles. */
  async call(call: ClientCall, { onOutput, signal }: CallOptions): Promise<CallEnd> {
    const stop = (): void => this.#end();
    if (signal?.aborted === true) stop();
    signal?.addEventListener('abort', stop, { once: true });
    this.#letUsEnd(false);
    try {
      const end = await this.#exchange(call, onOutput);
      if (end !== undefined) return end;
      return signal?.aborted === true ? { kind: 'stopped' } : { kind: 'threw', message: this.#obituary() };
    } finally {
      signal?.removeEventListener('abort', stop);
      this.#letUsEnd(true);
    }
  }

  /** `undefined` when the process ended before the call. */
  async #exchange(call: ClientCall, onOutput: CallOptions['onOutput']): Promise<ClientEnd | undefined> {
    let listen: ((message: unknown) => void) | undefined;
    const answered = new Promise<ClientEnd>((resolve) => {
      listen = (message): void => {
        const told = message as ClientMessage;
        if (told.kind === 'output') onOutput(told);
        else resolve(told.end);
      };
      this.#child.on('message', listen);
    });
    // A process that has just ended cannot be told anything: then it is its end that counts.
    if (this.alive) this.#child.send(call, () => undefined);
    try {
      return await Promise.race([answered, this.#ended.then(() => undefined)]);
    } finally {
      if (listen !== undefined) this.#child.off('message', listen);
    }
  }

  #end(): void {
    const { pid } = this.#child;
    try {
      if (pid !== undefined && process.platform !== 'win32') process.kill(-pid, 'SIGKILL');
      else this.#child.kill('SIGKILL');
    } catch {
      // It has ended by itself.
    }
  }

  /** Idle, it must not keep our process alive; it ends when ours does. */
  #letUsEnd(idle: boolean): void {
    for (const handle of [this.#child, this.#child.channel, this.#child.stderr as Socket | null]) {
      if (idle) handle?.unref();
      else handle?.ref();
    }
  }

  #obituary(): string {
    const reason = /^(?:\w*Error|Error): .*$/m.exec(this.#complaint)?.[0] ?? this.#complaint.trim().split('\n').at(-1);
    const { exitCode, signalCode } = this.#child;
    return `the cache client ended (${signalCode ?? `exit code ${String(exitCode)}`})${reason ? `: ${reason}` : ''}`;
  }
}

/** Beside the bundle in `dist/`, or its source. */
function clientProgram(): string {
  const bundled = fileURLToPath(new URL('cache-client.js', import.meta.url));
  return isThere(bundled) ? bundled : fileURLToPath(new URL('../entry/cache-client.ts', import.meta.url));
}

/**
 * The variables of the runner, with the token of its cache service and no other, but for its folders. Relative ones, because the client hands them to `tar` unquoted: the
 * working directory is `<folder>/work`, and its temporary files go to `<folder>/<uuid>`, from where the workspace has
 * the same relative name.
 */
function clientEnvironment(environment: Variables): NodeJS.ProcessEnv {
  return {
    ...environmentOfCacheClient(environment),
    GITHUB_WORKSPACE: `../${WORK_FOLDER}`,
    RUNNER_TEMP: '..',
    // The client unpacks with `-P`, which honours absolute names. GNU tar reads options from here too: whatever an
    // archive holds is unpacked under the one name that we expect. In other locales `.` does not match every byte.
    TAR_OPTIONS: `--transform=s,.*,${ENTRY_NAME},`,
    LC_ALL: 'C',
  };
}

export const WORK_FOLDER = 'work';
