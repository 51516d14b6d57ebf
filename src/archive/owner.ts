import { hostname } from 'node:os';

/** This process, as it signs what it leaves on disk. */
export function ownerSignature(): string {
  return `${hostname()} ${String(process.pid)}`;
}

export interface Signed {
  readonly signature: string;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** How long the work can take at most. Process numbers come again, and other machines cannot be asked. */
  readonly longestMs: number;
}

/** Whether the process that signed is still at it. One on another machine, or in another container, counts as alive. */
export function isAlive({ signature, atMs, longestMs }: Signed): boolean {
  if (Date.now() - atMs > longestMs) return false;
  const [host, pid] = signature.split(' ');
  if (host !== hostname()) return true;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}
