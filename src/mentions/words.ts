/** Letters and digits of any script. */
export const WORD = /[\p{L}\p{N}]+/gu;

/** Word tokens of text, lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

/** 32-bit FNV-1a of a word. */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** One number for a run of words. Two runs can share one; that makes a mention too many, never one too few. */
export function hashRun(hashes: ArrayLike<number>, start: number, length: number): number {
  let hash = length;
  for (let index = start; index < start + length; index++)
    hash = Math.imul(hash ^ (hashes[index] ?? 0), 0x9e3779b1) ^ (hash >>> 15);
  return hash >>> 0;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** Character references of HTML; unknown names become a space, which parts words just as well. */
export function decodeEntities(html: string): string {
  return html.replace(/&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/g, (_all, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? ' ';
    const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ';
  });
}
