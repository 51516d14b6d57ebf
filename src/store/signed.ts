import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { createReadStream } from '../disk/node.ts';
import { appendFile, open, stat, truncate } from '../disk/node-promises.ts';
import { messageOf } from '../core/result.ts';
import type { CacheStore } from './port.ts';

/** What stands behind a signed entry: this mark, and the code that only somebody with the key can have made. */
const MARK = Buffer.from('bengal-cache signed v1\n', 'latin1');
const CODE_BYTES = 32;
const SEAL_BYTES = MARK.byteLength + CODE_BYTES;

/** Another purpose, another key: a code that was made for something else with the same secret is worth nothing here. */
const PURPOSE = 'bengal-cache entry v1';

/**
 * A store whose entries are signed with a secret of the repository. HMAC-SHA256 over the key under which the entry is
 * stored and over every byte of the archive, the manifest in it included. With a secret only what it has signed is
 * believed; without one, only what nobody has signed. The secret stays in this process.
 */
export function signedStore(store: CacheStore, secret: string | undefined): CacheStore {
  const signingKey =
    secret === undefined ? undefined : Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), PURPOSE, CODE_BYTES));
  return {
    name: store.name,
    async restore(request) {
      const restored = await store.restore(request);
      if (request.lookupOnly === true || (restored.kind !== 'exact' && restored.kind !== 'prefix')) return restored;
      const { key } = restored;
      try {
        const why = await openSeal({ file: request.file, key, signingKey, signal: request.signal });
        return why === undefined ? restored : { kind: 'refused', key, why };
      } catch (thrown) {
        return { kind: 'unavailable', why: messageOf(thrown) };
      }
    },
    async save(request) {
      if (signingKey === undefined) return await store.save(request);
      const { file, key, signal } = request;
      try {
        const { size } = await stat(file);
        const code = await codeOf({ file, size, key, signingKey, signal });
        // The file is ours to change: it was packed to be stored.
        await appendFile(file, Buffer.concat([MARK, code]));
      } catch (thrown) {
        return { kind: 'unavailable', why: `it could not be signed: ${messageOf(thrown)}` };
      }
      return await store.save(request);
    },
  };
}

interface Sealed {
  readonly file: string;
  /** Under which the store has it. */
  readonly key: string;
  readonly signingKey: Buffer | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Takes the seal off a file; yields why the entry must not be believed. */
async function openSeal(sealed: Sealed): Promise<string | undefined> {
  const { file, signingKey } = sealed;
  const { size: whole } = await stat(file);
  const size = whole - SEAL_BYTES;
  const seal = size < 0 ? undefined : await readSeal(file, size);
  if (signingKey === undefined)
    return seal === undefined ? undefined : 'it is signed, and this run has no signing-key to check that with';
  if (seal === undefined) return 'it is not signed, and this run has a signing-key';
  const code = await codeOf({ ...sealed, size, signingKey });
  if (!timingSafeEqual(code, seal))
    return 'its signature does not fit: it was changed, moved, or signed with another key';
  await truncate(file, size);
  return undefined;
}

async function readSeal(file: string, position: number): Promise<Buffer | undefined> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(SEAL_BYTES), 0, SEAL_BYTES, position);
    if (bytesRead !== SEAL_BYTES || !buffer.subarray(0, MARK.byteLength).equals(MARK)) return undefined;
    return buffer.subarray(MARK.byteLength);
  } finally {
    await handle.close();
  }
}

/** Each part is preceded by its length, so that no two entries have the same bytes to sign. */
async function codeOf({
  file,
  size,
  key,
  signingKey,
  signal,
}: Sealed & { readonly size: number; readonly signingKey: Buffer }): Promise<Buffer> {
  const name = Buffer.from(key, 'utf16le');
  const code = createHmac('sha256', signingKey);
  code.update(lengthOf(name.byteLength)).update(name).update(lengthOf(size));
  if (size > 0)
    for await (const chunk of createReadStream(file, { end: size - 1, ...(signal && { signal }) }))
      code.update(chunk as Buffer);
  return code.digest();
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(bytes));
  return length;
}
