import { UserError } from '../core/user-error.ts';
import { codeOf, DiskTrouble, reasonOf } from '../disk/outcome.ts';

/** What was thrown where nothing should be, for the two kinds of people who read of it. */
export interface Trouble {
  /** One sentence for whoever reads the log, without its full stop. */
  readonly sentence: string;
  /** For whoever has to mend it: the stack, where there is one. */
  readonly stack: string;
}

/** What the disk refuses is told as it is; anything else is a mistake of ours, and is called one. */
export function describeTrouble(thrown: unknown, whereStack = 'its stack is in the debug log'): Trouble {
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { sentence: sentenceOf(thrown, whereStack), stack };
}

function sentenceOf(thrown: unknown, whereStack: string): string {
  if (thrown instanceof UserError) return thrown.problems.join('; ');
  if (thrown instanceof DiskTrouble) return thrown.message;
  if (isOfTheSystem(thrown)) {
    const place = [pathIn(thrown, 'path'), pathIn(thrown, 'dest')].flatMap((path) => path ?? []);
    const what =
      place.length === 0 ? pathIn(thrown, 'syscall') : place.map((path) => JSON.stringify(path)).join(' and ');
    return `${what ?? 'the system'}: ${reasonOf(thrown)}`;
  }
  const said = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return `Bengal Cache made a mistake (${said.split('\n', 1)[0] ?? ''}); please report it, ${whereStack}`;
}

/** An error that the system gave back, and Node's own of the same kind (`ERR_FS_FILE_TOO_LARGE`). */
function isOfTheSystem(thrown: unknown): thrown is Error {
  const code = codeOf(thrown);
  return code !== undefined && (/^E[A-Z\d]+$/.test(code) || /^ERR_(?:FS|STRING)_/.test(code));
}

function pathIn(thrown: object, name: 'path' | 'dest' | 'syscall'): string | undefined {
  const value: unknown = name in thrown ? (thrown as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}
