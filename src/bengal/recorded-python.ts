import { join } from 'node:path';
import { look } from '../disk/look.ts';
import { closeSync, openSync, readSync } from '../disk/node.ts';
import { needed } from '../disk/outcome.ts';
import { checkedPython, readEnvelope, USUAL_PYTHON, type PythonMinor } from './envelope.ts';

/** The files with a header, the one that every build writes first. */
const HEADED_FILES = ['cache', 'page_metadata', 'taxonomy_index', 'asset_deps', 'generated_page_cache'];
/** Enough for a header with integers of any of the sizes that pickle knows. */
const HEADER_BYTES = 32;

/** The Python that wrote a state (its folder `.bengal`), from the header of its files; `undefined` if none tells. */
export function recordedPython(folder: string): PythonMinor | undefined {
  for (const name of HEADED_FILES) {
    const envelope = readEnvelope(firstBytes(join(folder, `${name}.json.zst`)));
    if (envelope.kind === 'headed') return envelope.python;
  }
  return undefined;
}

/**
 * The Python that a file is written for: the one that was asked for, else the one that wrote it, else its neighbours, else
 * the usual one. Bengal takes a file with another one's header for none, and begins anew.
 *
 * @throws UserError for a version that is none.
 */
export function readingPython(
  folder: string,
  { asked, wrote }: { readonly asked: string | undefined; readonly wrote: PythonMinor | undefined },
): PythonMinor {
  return asked === undefined ? (wrote ?? recordedPython(folder) ?? USUAL_PYTHON) : checkedPython(asked);
}

function firstBytes(path: string): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES);
  try {
    if (!needed(path, look(path)).isFile()) return bytes.subarray(0, 0);
    const file = openSync(path, 'r');
    try {
      return bytes.subarray(0, readSync(file, bytes));
    } finally {
      closeSync(file);
    }
  } catch {
    // Absent or unreadable: it tells nothing, and the next file may.
    return bytes.subarray(0, 0);
  }
}
