import { readFileSync, statSync } from '../disk/node.ts';

/**
 * Who holds a flock on the file, for people: `process 1234 (bengal)`. Only Linux tells (`/proc/locks`: lines such as
 * `1: FLOCK  ADVISORY  WRITE 1234 fd:01:5678 0 EOF`, see proc_locks(5)); the list is empty wherever nothing is known.
 */
export function holdersOf(path: string): string[] {
  try {
    const inode = String(statSync(path, { bigint: true }).ino);
    return readFileSync('/proc/locks', 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, blocked, kind, , , pid = '', file = ''] =
          /^\d+: (->)? ?(\w+) +(\w+) +(\w+) +(\d+) +(\S+)/.exec(line) ?? [];
        const holds = blocked === undefined && kind === 'FLOCK' && file.endsWith(`:${inode}`) && pid !== '0';
        return holds ? [describeProcess(pid)] : [];
      });
  } catch {
    return [];
  }
}

function describeProcess(pid: string): string {
  try {
    return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, 'utf8').trim()})`;
  } catch {
    return `process ${pid}`;
  }
}
