import { existsSync } from 'node:fs';
import { symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { zstdCompressSync } from 'node:zlib';
import { pack as createTar } from 'tar-stream';
import { ENTRY_NAME } from '../../src/store/github-calls.ts';
import type { Endpoint, Fault } from '../support/cache-faults.ts';
import type { CacheService } from '../support/cache-service.ts';

type Values = Readonly<Record<string, string>>;

/** Something wrong with the cache during one job: what the user reads at its two steps, `undefined` for nothing. */
export interface Trouble {
  /** Makes it, and yields what else the job is given. The folder is for whatever this needs. */
  readonly arrange: (service: CacheService, folder: string) => Given | Promise<Given>;
  readonly main: RegExp | undefined;
  readonly post: RegExp | undefined;
  /** Whether the main step restores all the same. */
  readonly restores?: boolean;
  /** Whether the post step stores all the same. */
  readonly saves?: boolean;
  readonly skip?: string | false;
}

interface Given {
  readonly inputs?: Values;
  readonly variables?: Values;
}

/** The first look-up, all downloads, and what belongs to a save can have a fault each. */
function whenFaulty(faults: Partial<Record<Endpoint, Fault>>, inputs: Values = {}): Trouble['arrange'] {
  return (service) => {
    for (const [endpoint, fault] of Object.entries(faults))
      // The post step looks up as well, before it packs anything.
      service.inject(endpoint as Endpoint, fault, endpoint === 'lookup' ? 1 : undefined);
    return { inputs };
  };
}

function status(code: number, message?: string, headers?: Record<string, string>): Fault {
  return { kind: 'status', status: code, ...(message && { message }), ...(headers && { headers }) };
}

const RESTORE_SOON = { 'restore-timeout': '2s' };
const BOTH_SOON = { ...RESTORE_SOON, 'save-timeout': '2s' };
const LOOPBACK_DNS = new URL('../support/loopback-dns.ts', import.meta.url).href;

const unasked = (why: string): RegExp => new RegExp(`^The cache could not be used: ${why}$`);
const refused = (why: string): RegExp => new RegExp(`^The stored state was not used: \\S+: ${why}$`);
const unsaved = (why: string): RegExp => new RegExp(`^Not saved: ${why}$`);
/** On a slow machine already the look-up before it. */
const TOO_LATE = 'gave up (?:saving|looking up the cache) after 2 s.*';
const UNSOUND = 'an entry was found, but what came is no sound archive: tar failed with exit code \\d+; \\S.*';

export const TROUBLES: Readonly<Record<string, Trouble>> = {
  '403 for a look-up, and for a reservation': {
    arrange: whenFaulty({ lookup: status(403), create: status(403) }),
    main: unasked('the cache service answered 403 Forbidden \\(injected fault\\)'),
    post: unsaved('the cache service answered 403 Forbidden \\(injected fault\\)'),
  },
  'reads denied, and writes': {
    arrange: whenFaulty({
      lookup: status(403, 'cache read denied: no scopes'),
      create: { kind: 'not-ok', message: 'cache write denied: token has no writable scopes' },
    }),
    main: unasked('cache read denied: no scopes'),
    post: unsaved('cache write denied: token has no writable scopes'),
  },
  '429 for a look-up, and for a reservation': {
    arrange: whenFaulty({
      lookup: status(429, undefined, { 'retry-after': '7' }),
      create: status(429, undefined, { 'retry-after': '60' }),
    }),
    main: unasked('the cache service answered 429 Too Many Requests \\(injected fault\\); try again in 7 s'),
    post: unsaved('the cache service answered 429 Too Many Requests \\(injected fault\\); try again in 60 s'),
  },
  '500 for a look-up, and 503 for a reservation, longer than we wait': {
    arrange: whenFaulty({ lookup: status(500), create: status(503) }, BOTH_SOON),
    main: unasked('gave up restoring after 2 s.*'),
    post: unsaved(TOO_LATE),
  },
  'a page of HTML for a look-up, and a refused upload': {
    arrange: whenFaulty({ lookup: { kind: 'html', status: 502 }, upload: status(403, 'no way') }, RESTORE_SOON),
    main: unasked('gave up restoring after 2 s.*'),
    post: unsaved('no way'),
  },
  'a service that drops connections': {
    arrange: whenFaulty({ lookup: { kind: 'drop' }, create: { kind: 'drop' } }),
    main: unasked('the cache service cannot be reached \\(ECONNRESET\\)'),
    post: unsaved('the cache service cannot be reached \\(ECONNRESET\\)'),
  },
  'a service that never answers': {
    arrange: whenFaulty({ lookup: { kind: 'hang' }, upload: { kind: 'hang' } }, BOTH_SOON),
    main: unasked('gave up restoring after 2 s'),
    post: unsaved(TOO_LATE),
  },
  'a truncated download, and an entry that cannot be finished': {
    arrange: whenFaulty({ download: { kind: 'truncate', bytes: 10_000 }, finalize: status(409) }),
    main: refused(UNSOUND),
    post: unsaved('the cache service answered 409 Conflict \\(injected fault\\)'),
  },
  'one wrong bit in the download, and an entry that is gone': {
    arrange: whenFaulty({ download: { kind: 'flip' }, finalize: { kind: 'not-ok', message: 'entry vanished' } }),
    main: refused(UNSOUND),
    post: unsaved('entry vanished'),
  },
  'a download that is cut off, and a quota that is used up': {
    arrange: whenFaulty({
      download: { kind: 'cut', bytes: 10_000 },
      create: { kind: 'not-ok', message: 'quota exceeded' },
    }),
    main: unasked('an entry was found, but it could not be fetched: the connection was cut'),
    post: unsaved('quota exceeded'),
  },
  'a download that stalls just before its end, and another run that saves the same': {
    arrange: whenFaulty({ download: { kind: 'stall', missing: 100 }, create: status(409) }, RESTORE_SOON),
    main: unasked('gave up restoring after 2 s'),
    post: undefined,
  },
  'a page of HTML in place of the archive': {
    arrange: whenFaulty({ download: { kind: 'html', status: 200 } }),
    main: refused(UNSOUND),
    post: undefined,
    saves: true,
  },
  'an entry that holds something else': {
    arrange: async (service) => {
      await service.blobs.write(service.entries[0]?.blob ?? '', await archiveWith('something else'));
      return {};
    },
    main: /^The stored state was not used: \S+: .+$/,
    post: undefined,
    saves: true,
  },
  'a service of unknown name': {
    arrange: () => ({
      variables: { ACTIONS_RESULTS_URL: 'http://nowhere.invalid/', NODE_OPTIONS: `--import=${LOOPBACK_DNS}` },
    }),
    main: unasked('the cache service cannot be reached \\(ENOTFOUND\\)'),
    post: unsaved('the cache service cannot be reached \\(ENOTFOUND\\)'),
  },
  'no service at all': {
    arrange: () => ({ variables: { ACTIONS_RESULTS_URL: '', ACTIONS_CACHE_URL: '' } }),
    main: unasked('there is no cache service here: the runner gave no address of one'),
    post: unsaved('there is no cache service here: the runner gave no address of one'),
  },
  'no tar': {
    arrange: async (_, folder) => ({ variables: { PATH: await onlyPrograms(folder, ['zstd', 'zstdmt', 'unzstd']) } }),
    main: unasked('an entry was found, but it could not be fetched: the program tar is missing'),
    post: unsaved('the program tar is missing'),
    skip: process.platform === 'win32' && 'Windows has a tar of its own',
  },
  'a job that may not use the cache': {
    arrange: () => ({ variables: { ACTIONS_CACHE_MODE: 'none' } }),
    main: undefined,
    post: undefined,
  },
  'a job that may only read': {
    arrange: () => ({ variables: { ACTIONS_CACHE_MODE: 'read' } }),
    main: undefined,
    post: undefined,
    restores: true,
  },
};

/** What the client would have stored, with another content. */
async function archiveWith(content: string): Promise<Buffer> {
  const tar = createTar();
  tar.entry({ name: ENTRY_NAME }, content);
  tar.finalize();
  const chunks: Uint8Array[] = [];
  for await (const chunk of tar) chunks.push(chunk as Uint8Array);
  return zstdCompressSync(Buffer.concat(chunks));
}

/** Makes a folder one for `PATH`, in which there are no other programs. */
async function onlyPrograms(folder: string, names: readonly string[]): Promise<string> {
  const places = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const found = places.map((place) => join(place, name)).find((path) => existsSync(path));
    if (found !== undefined) await symlink(found, join(folder, name));
  }
  return folder;
}
