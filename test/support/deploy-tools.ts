import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Where `npm run deploy:tools` puts what it can get. */
const OWN = join(import.meta.dirname, '..', '..', '.cache', 'deploy-tools', 'bin');

const found = new Map<string, string | undefined>();

/** Absolute path of a program that starts; `undefined`: there is none on this machine. */
export function findTool(name: string): string | undefined {
  if (!found.has(name)) {
    const folders = [OWN, ...(process.env['PATH'] ?? '').split(':')];
    found.set(
      name,
      folders.map((folder) => join(folder, name)).find((path) => existsSync(path) && starts(path)),
    );
  }
  return found.get(name);
}

/** A program of a virtual environment that has moved is there, and cannot be run. */
function starts(program: string): boolean {
  return ['--version', '--help'].some((option) => spawnSync(program, [option], { stdio: 'ignore' }).status === 0);
}

/** What a test says that needs programs where one is missing; `false` where all are there. */
export function missingTools(...names: readonly string[]): string | false {
  const missing = names.filter((name) => findTool(name) === undefined);
  return missing.length > 0 && `no ${missing.join(' and no ')} here (npm run deploy:tools gets what it can)`;
}

interface ToolOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Further exit statuses that are no failure. */
  readonly mayEnd?: readonly number[];
}

/** Runs a program to its end; throws with what it said where it failed. */
export function runTool(name: string, args: readonly string[], { mayEnd = [], ...options }: ToolOptions = {}): string {
  const program = findTool(name);
  if (program === undefined) throw new Error(`no ${name}`);
  const ended = spawnSync(program, args, { ...options, env: { ...process.env, ...options.env }, encoding: 'utf8' });
  if (ended.status !== 0 && !mayEnd.includes(ended.status ?? -1))
    throw new Error(`${name} ${args.join(' ')} ended with ${String(ended.status)}: ${ended.stdout}${ended.stderr}`);
  return ended.stdout;
}

export interface S3Server extends AsyncDisposable {
  /** On loopback. */
  readonly url: string;
  /** What the client needs: an address, and keys that nobody checks. */
  readonly env: NodeJS.ProcessEnv;
}

/** A server that answers as S3 does, on loopback. */
export async function s3Server(): Promise<S3Server> {
  const program = findTool('moto_server');
  if (program === undefined) throw new Error('no moto_server');
  const port = await freePort();
  const url = `http://127.0.0.1:${String(port)}`;
  const child: ChildProcess = spawn(program, ['-H', '127.0.0.1', '-p', String(port)], { stdio: 'ignore' });
  for (let tries = 0; !(await answers(url)); tries++) {
    if (tries === 240 || child.exitCode !== null) throw new Error('the S3 server does not answer');
    await wait(250);
  }
  return {
    url,
    env: {
      AWS_ACCESS_KEY_ID: 'nobody',
      AWS_SECRET_ACCESS_KEY: 'checks',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: url,
      AWS_EC2_METADATA_DISABLED: 'true',
    },
    async [Symbol.asyncDispose]() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill();
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).status < 500;
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
