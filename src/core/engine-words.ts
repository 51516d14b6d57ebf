/**
 * What Node and V8 say of bad input, in our words: their texts name tokens and settings of theirs, quote the input, and
 * change from version to version. `undefined` for what nobody but a programmer can make sense of.
 */
export function engineWords(error: Error): string | undefined {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if ('syscall' in error && String(error.syscall).startsWith('spawn')) return PROGRAMS[code ?? ''];
  if (error instanceof SyntaxError && /\bJSON\b/.test(error.message)) return jsonWords(error.message);
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8';
  if (code === 'ERR_STRING_TOO_LONG' || (error instanceof RangeError && /string length/i.test(error.message)))
    return 'it is too long to be read as text';
  if (error instanceof RangeError && /call stack/i.test(error.message)) return 'it is nested too deeply';
  return undefined;
}

/** Why a program has given no answer, by the codes of `spawn`. */
const PROGRAMS: Readonly<Partial<Record<string, string>>> = {
  ENOENT: 'there is no such program (ENOENT)',
  EACCES: 'it may not be run (EACCES)',
  ENOBUFS: 'it answered with too much (ENOBUFS)',
  ETIMEDOUT: 'it did not answer in time (ETIMEDOUT)',
  EMFILE: 'too many files are open (EMFILE)',
  EAGAIN: 'too many programs are running (EAGAIN)',
};

function jsonWords(message: string): string {
  if (/end of JSON input|^Unterminated/.test(message)) return 'it is not valid JSON: it ends too early';
  const [, line, column] = /\(line (\d+) column (\d+)\)/.exec(message) ?? [];
  return line === undefined || column === undefined
    ? 'it is not valid JSON'
    : `it is not valid JSON: line ${line}, column ${column}`;
}
