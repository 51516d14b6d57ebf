import { cpSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants, zstdCompressSync } from 'node:zlib';
import { pack as createTar, type Header } from 'tar-stream';
import { packArchive } from '../../src/archive/pack.ts';
import { listTravelling } from '../../src/changes/travelling-files.ts';
import type { SitePath } from '../../src/core/paths.ts';
import { walkFiles } from '../../src/changes/walk-files.ts';
import type { CacheStore } from '../../src/store/port.ts';
import { temporaryFolder } from './temporary-folder.ts';

export type Member = Partial<Header> & { readonly name: string; readonly content?: string | Uint8Array };

/** The bytes of a tar with any members, as no honest program would write it. */
export async function tarOf(members: readonly Member[]): Promise<Buffer> {
  const tar = createTar();
  for (const { content, ...header } of members) {
    if (content === undefined && header.type !== undefined) tar.entry(header);
    else tar.entry(header, typeof content === 'object' ? Buffer.from(content) : (content ?? 'x'));
  }
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** One zstd frame with a checksum. */
export function compress(tar: Uint8Array): Buffer {
  return zstdCompressSync(tar, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
}

/** A store that serves one archive under every key, and stores nothing. */
export function storeServing(archive: Uint8Array): CacheStore {
  return {
    name: 'directory',
    async restore({ key, file }) {
      await writeFile(file, archive);
      return { kind: 'exact', key };
    },
    save: () => Promise.resolve({ kind: 'denied', why: 'this store only serves' }),
  };
}

/** What a save of the site would store, after somebody changed a copy of it. */
export async function tamperedArchive(site: string, tamper: (copy: string) => Promise<unknown>): Promise<Buffer> {
  await using folder = await temporaryFolder();
  const copy = join(folder.path, 'copy');
  const travelling = await listTravelling({ site, outputDir: 'public' as SitePath, extraPaths: [] });
  for (const path of travelling) cpSync(join(site, path), join(copy, path), { preserveTimestamps: true });
  await tamper(copy);
  const file = join(folder.path, 'archive');
  const paths = ['.bengal', 'public'].flatMap((root) => walkFiles(copy, root));
  const packed = await packArchive({ root: copy, paths, file });
  if (packed.kind === 'refused') throw new Error(packed.why);
  return await readFile(file);
}
