import { spawnSync } from 'node:child_process';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';

/** One line about what a measurement ran on and with, for the head of its table. */
export function measuredWith(bengal: string): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const model = (processors[0]?.model ?? 'unknown').replace(/\s+/g, ' ').trim();
  return [
    `${String(processors.length)} cores (${model}), ${String(memory)} GiB`,
    `Node ${process.versions.node}`,
    `Bengal ${versionOf(bengal)}`,
    `Python ${versionOf(join(dirname(bengal), 'python'))}`,
    new Date().toISOString().slice(0, 10),
  ].join('; ');
}

export function versionOf(program: string): string {
  const { stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' });
  return /\d+\.\d+\.\d+/.exec(stdout)?.[0] ?? 'unknown';
}
