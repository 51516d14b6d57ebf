import { chmod, mkdir, rename, rm, truncate, writeFile } from 'node:fs/promises';
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderNameFor } from '../../src/store/directory-entry.ts';
import { directoryStore } from '../../src/store/directory.ts';
import type { CacheStore } from '../../src/store/port.ts';
import type { DirectoryRig } from './directory-rig.ts';
import { storeOnFullDisk } from './separate-process.ts';
import type { CommonSituation, Situation, Situations } from './situations.ts';

const asItIs = { arrange: () => undefined } as const;
const unavailable = (why: RegExp): { kind: 'unavailable'; why: RegExp } => ({ kind: 'unavailable', why });
const denied = (why: RegExp): { kind: 'denied'; why: RegExp } => ({ kind: 'denied', why });
const noPermissions = process.platform === 'win32' && 'Windows has other permissions';

/** The entry under the key `stored` is spoilt for good. */
function whenSpoilt(
  spoil: (entry: { folder: string; file: string; metadata: string }) => unknown,
  result: Pick<Situation<DirectoryRig>, 'restore' | 'restoreKey' | 'save' | 'saveKey'>,
): Situation<DirectoryRig> {
  return {
    ...result,
    lasting: true,
    arrange: async ({ root }) => {
      const folder = join(root, folderNameFor('stored'));
      await spoil({ folder, file: join(folder, 'entry'), metadata: join(folder, 'meta.json') });
      return undefined;
    },
  };
}

/** The folder of the cache has this mode, and we are not the administrator. */
function whenMode(mode: number, result: Pick<Situation<DirectoryRig>, 'restore' | 'save'>): Situation<DirectoryRig> {
  return {
    ...result,
    skip: noPermissions,
    arrange: async (rig) => {
      await chmod(rig.folder, 0o777);
      await chmod(rig.root, mode);
      return asOrdinaryUser(rig.store);
    },
  };
}

function refused(why: RegExp): { kind: 'refused'; why: RegExp } {
  return { kind: 'refused', why };
}

const DAMAGED = /^the entry in .* is damaged: its digest differs$/;
const NO_METADATA = /meta\.json/;

export const COMMON: Readonly<Record<CommonSituation, Situation<DirectoryRig>>> = {
  'nothing fits': {
    ...asItIs,
    restoreKey: 'nowhere',
    restore: { kind: 'miss', why: /^nothing is stored in .*cache under a key that begins with "nowhere"$/ },
  },
  'the key itself is stored': { ...asItIs, restore: { kind: 'exact' } },
  'a key that begins with it is stored': { ...asItIs, restoreKey: 'stor', restore: { kind: 'prefix' } },
  'the key is taken': { ...asItIs, saveKey: 'stored', save: { kind: 'exists' } },
  'the store is to be left as it is': {
    arrange: ({ root }) => directoryStore({ root, readOnly: true }),
    restore: { kind: 'exact' },
    save: denied(/^the cache folder .* is to be left as it is$/),
  },
  'this run may not read': whenMode(0o000, { restore: denied(/^EACCES/) }),
  'this run may not write': whenMode(0o555, { restore: { kind: 'exact' }, save: denied(/^EACCES/) }),
  'there is no answer in time': {
    ...whenSpoilt(
      async ({ file, metadata }) => {
        // 64 GiB of nothing takes no room, and a long time to read.
        await truncate(file, 64 * 1024 ** 3);
        const facts = JSON.parse(readFileSync(metadata, 'utf8')) as Record<string, unknown>;
        writeFileSync(metadata, JSON.stringify({ ...facts, bytes: 64 * 1024 ** 3 }));
      },
      { restore: unavailable(/^gave up waiting$/) },
    ),
    stopWhen: ({ folder }) => readdirSync(folder).some((name) => name.endsWith('.part')),
  },
  'there is no end of a save in time': {
    ...asItIs,
    saveSize: 64 * 1024 ** 3,
    save: unavailable(/^gave up waiting$/),
    stopWhen: ({ root }) => readdirSync(root).some((name) => name.startsWith('.incoming-')),
  },
  'the store is not there': {
    arrange: (rig) => rig.brokenStore,
    restore: unavailable(/^(ENOTDIR|EEXIST)/),
    save: unavailable(/^(ENOTDIR|EEXIST)/),
  },
  'the entry is truncated': whenSpoilt(({ file }) => truncate(file, 20_000), { restore: refused(DAMAGED) }),
  'the entry is longer than it was': whenSpoilt(({ file }) => appendFileSync(file, 'garbage'), {
    restore: refused(DAMAGED),
  }),
  'one bit of the entry is another': whenSpoilt(
    ({ file }) => {
      const content = readFileSync(file);
      content[20_000] = (content[20_000] ?? 0) ^ 1;
      writeFileSync(file, content);
    },
    { restore: refused(DAMAGED) },
  ),
};

export const DISK: Situations<DirectoryRig> = {
  'the disk is full': {
    arrange: ({ root }) => storeOnFullDisk({ kind: 'directory', root }, 'directory'),
    restore: unavailable(/^EFBIG/),
    save: unavailable(/^EFBIG/),
    skip: process.platform === 'win32' && 'needs ulimit',
  },
};

const spoiltMetadata = {
  restore: unavailable(NO_METADATA),
  // Nobody can read what lies there, so the key serves again.
  saveKey: 'stored',
  save: { kind: 'saved' },
} as const;

export const DAMAGE: Situations<DirectoryRig> = {
  'metadata of garbage': whenSpoilt(({ metadata }) => writeFile(metadata, '{"version":1,'), spoiltMetadata),
  'metadata of wrong types': whenSpoilt(({ metadata }) => writeFile(metadata, '{"version":1,"key":1}'), spoiltMetadata),
  'metadata that has no end': whenSpoilt(({ metadata }) => truncate(metadata, 64 * 1024 ** 3), spoiltMetadata),
  'no metadata': whenSpoilt(({ metadata }) => rm(metadata), spoiltMetadata),
  'an unreadable entry that might fit': whenSpoilt(({ metadata }) => rm(metadata), {
    restoreKey: 'other',
    restore: unavailable(NO_METADATA),
  }),
  'metadata of another entry': whenSpoilt(
    ({ metadata }) => writeFile(metadata, readFileSync(metadata, 'utf8').replace('"stored"', '"other"')),
    spoiltMetadata,
  ),
  'no file': whenSpoilt(({ file }) => rm(file), { restore: refused(/is damaged: it has no file$/) }),
  'a folder in place of the file': whenSpoilt(
    async ({ file }) => {
      await rm(file);
      await mkdir(file);
    },
    { restore: refused(/is damaged: it has no file$/) },
  ),
  'a folder in place of the metadata': whenSpoilt(
    async ({ metadata }) => {
      await rm(metadata);
      await mkdir(metadata);
    },
    { restore: unavailable(/meta\.json|EISDIR/) },
  ),
  'an entry under the name of another': whenSpoilt(
    ({ folder }) => rename(folder, join(folder, '..', folderNameFor('site-2'))),
    { restoreKey: 'site-2', restore: unavailable(NO_METADATA) },
  ),
};

/** Permissions do not bind root, as which tests run in many containers. */
function asOrdinaryUser(store: CacheStore): CacheStore {
  const run = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (process.geteuid?.() !== 0) return await work();
    process.seteuid?.(65_534);
    try {
      return await work();
    } finally {
      process.seteuid?.(0);
    }
  };
  return {
    name: store.name,
    restore: (request) => run(() => store.restore(request)),
    save: (request) => run(() => store.save(request)),
  };
}
