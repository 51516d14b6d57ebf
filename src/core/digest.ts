import { createHash, hash } from 'node:crypto';

/** SHA-256 as 64 lower-case hexadecimal digits. */
export type Sha256 = string & { readonly __brand: 'Sha256' };

/** SHA-256 of bytes, or of the UTF-8 form of a string. */
export function sha256(content: string | Uint8Array): Sha256 {
  return hash('sha256', content, 'hex') as Sha256;
}

/** SHA-256 of bytes that come piece by piece. */
export function createDigest(): { update(piece: Uint8Array): void; end(): Sha256 } {
  const digest = createHash('sha256');
  return { update: (piece) => void digest.update(piece), end: () => digest.digest('hex') as Sha256 };
}

/**
 * SHA-256 over named parts. Every name and value is prefixed with its length in bytes, so that no two different
 * lists of parts can run together into the same bytes.
 */
export function digestOfParts(parts: Iterable<readonly [name: string, value: string | Uint8Array]>): Sha256 {
  const digest = createHash('sha256');
  for (const [name, value] of parts) {
    for (const piece of [name, value]) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      digest.update(`${String(bytes.byteLength)}:`);
      digest.update(bytes);
    }
  }
  return digest.digest('hex') as Sha256;
}

export function isSha256(value: string): value is Sha256 {
  return /^[0-9a-f]{64}$/.test(value);
}

/** How a git repository names contents. */
export type GitHash = 'sha1' | 'sha256';

/** The id that git gives a file's bytes when it stores them as they are. */
export function gitBlobId(content: Uint8Array, algorithm: GitHash): string {
  return createHash(algorithm)
    .update(`blob ${String(content.byteLength)}\0`)
    .update(content)
    .digest('hex');
}

export function isGitId(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}
