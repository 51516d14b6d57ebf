import { spawn, type StdioOptions } from 'node:child_process';
import { StringDecoder } from 'node:string_decoder';
import type { Readable } from 'node:stream';
import { environmentOfCommands } from '../core/child-environment.ts';
import { messageOf } from '../core/result.ts';
import type { Variables } from './stage-fingerprint.ts';
import type { StageCommand } from './stage-definition.ts';

export type CommandEnd =
  | { readonly kind: 'succeeded' }
  | { readonly kind: 'failed'; readonly status: number }
  | { readonly kind: 'killed'; readonly signal: string }
  | { readonly kind: 'not-started'; readonly why: string };

/** Where the output of a command goes. */
export type CommandOutput =
  /** To where ours goes, untouched; standard input as well. */
  | { readonly kind: 'inherited' }
  /** The same, but all of it to standard error: standard output belongs to a result of ours. */
  | { readonly kind: 'to-standard-error' }
  /** Line by line, without their ends. */
  | { readonly kind: 'lines'; readonly line: (text: string, from: 'stdout' | 'stderr') => void };

export interface CommandRun {
  readonly command: StageCommand;
  /** Absolute. */
  readonly folder: string;
  readonly variables: Variables;
  readonly output: CommandOutput;
}

/** Runs a command to its end. Never rejects: how it ended is the outcome. */
export function runCommand({ command, folder, variables, output }: CommandRun): Promise<CommandEnd> {
  const [program, args] = command.kind === 'shell' ? [command.line, []] : [command.argv[0], command.argv.slice(1)];
  return new Promise((resolve) => {
    const notStarted = (why: string): void => resolve({ kind: 'not-started', why });
    try {
      const child = spawn(program, args, {
        cwd: folder,
        env: environmentOfCommands(variables),
        shell: command.kind === 'shell',
        stdio: STDIO[output.kind],
      });
      if (output.kind === 'lines') {
        eachLine(child.stdout, (text) => output.line(text, 'stdout'));
        eachLine(child.stderr, (text) => output.line(text, 'stderr'));
      }
      child.once('error', (error) => notStarted(messageOf(error)));
      child.once('close', (status, signal) => {
        if (signal !== null) resolve({ kind: 'killed', signal });
        else resolve(status === 0 ? { kind: 'succeeded' } : { kind: 'failed', status: status ?? 1 });
      });
    } catch (thrown) {
      // Arguments that are too long for the system.
      notStarted(messageOf(thrown));
    }
  });
}

const STDIO: Readonly<Record<CommandOutput['kind'], StdioOptions>> = {
  inherited: 'inherit',
  'to-standard-error': ['inherit', 2, 2],
  lines: ['ignore', 'pipe', 'pipe'],
};

function eachLine(stream: Readable | null, take: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  stream?.on('data', (bytes: Buffer) => {
    const lines = (rest + decoder.write(bytes)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) take(line.replace(/\r$/, ''));
  });
  stream?.once('end', () => {
    rest += decoder.end();
    if (rest !== '') take(rest);
  });
}
