import { existsSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { Endpoint, Fault } from '../support/cache-faults.ts';
import type { GithubRig } from './github-rig.ts';
import { storeOnFullDisk } from './separate-process.ts';
import type { CommonSituation, Situation, Situations } from './situations.ts';

type Faults = Partial<Record<Endpoint, Fault>>;
type Result = Pick<Situation<GithubRig>, 'restore' | 'save' | 'stopWhen'>;

/** The service has these faults. */
export function whenFaulty(faults: Faults, result: Result): Situation<GithubRig> {
  return {
    ...result,
    arrange: ({ service }) => {
      for (const [endpoint, fault] of Object.entries(faults)) service.inject(endpoint as Endpoint, fault);
      return undefined;
    },
  };
}

/** The runner has these variables. */
export function whenGiven(variables: Readonly<Record<string, string>>, result: Result): Situation<GithubRig> {
  return { ...result, arrange: (rig) => rig.createStore(variables) };
}

/** The fault of this endpoint has struck. */
function struck(endpoint: Endpoint): (rig: GithubRig) => boolean {
  return ({ service }) => service.struck(endpoint) > 0;
}

/** The client has said this. */
function logged(words: RegExp): (rig: GithubRig) => boolean {
  return ({ lines }) => lines.some((line) => words.test(line.replace('::debug::', '')));
}

const asItIs = { arrange: () => undefined } as const;

const unavailable = (why: RegExp): { kind: 'unavailable'; why: RegExp } => ({ kind: 'unavailable', why });
const denied = (why: RegExp): { kind: 'denied'; why: RegExp } => ({ kind: 'denied', why });
const failed = (status: number, message?: string): Fault => ({
  kind: 'status',
  status,
  ...(message === undefined ? {} : { message }),
});

/** What `tar` has to say differs. */
const BROKEN_ARCHIVE = /^an entry was found, but what came is no sound archive: tar failed with exit code \d+; \S.*$/;

/** The same with both versions of the protocol. */
export const COMMON: Readonly<Record<CommonSituation, Situation<GithubRig>>> = {
  'nothing fits': {
    ...asItIs,
    restoreKey: 'nowhere',
    restore: {
      kind: 'miss',
      why: /^nothing is stored under a key that begins with "nowhere", for this branch, its base or the default branch$/,
    },
  },
  'the key itself is stored': { ...asItIs, restore: { kind: 'exact' } },
  'a key that begins with it is stored': { ...asItIs, restoreKey: 'stor', restore: { kind: 'prefix' } },
  'the key is taken': { ...asItIs, saveKey: 'stored', save: { kind: 'exists' } },
  'the store is to be left as it is': {
    arrange: ({ service }) => {
      service.setReadOnly(true);
      return undefined;
    },
    restore: { kind: 'exact' },
    save: denied(/^cache write denied: token has no writable scopes$/),
  },
  'this run may not read': whenFaulty(
    { lookup: failed(403, 'cache read denied: no scopes') },
    { restore: denied(/^cache read denied: no scopes$/) },
  ),
  'this run may not write': whenFaulty(
    { create: failed(403, 'cache write denied: no scopes') },
    { save: denied(/^cache write denied: no scopes$/) },
  ),
  'there is no answer in time': whenFaulty(
    { lookup: { kind: 'hang' } },
    { stopWhen: struck('lookup'), restore: unavailable(/^gave up waiting$/) },
  ),
  'there is no end of a save in time': whenFaulty(
    { create: { kind: 'hang' } },
    { stopWhen: struck('create'), save: unavailable(/^gave up waiting$/) },
  ),
  'the store is not there': {
    arrange: (rig) => rig.brokenStore,
    restore: unavailable(/^the cache service (cannot be reached \(ECONNREFUSED\)|answered 404)$/),
    save: unavailable(/^the cache service cannot be reached \(ECONNREFUSED\)$|^the cache client gave no reason$/),
  },
  'the entry is truncated': whenFaulty(
    { download: { kind: 'truncate', bytes: 20_000 } },
    { restore: { kind: 'refused', why: BROKEN_ARCHIVE } },
  ),
  'the entry is longer than it was': whenFaulty(
    { download: { kind: 'append' } },
    { restore: { kind: 'refused', why: BROKEN_ARCHIVE } },
  ),
  'one bit of the entry is another': whenFaulty(
    { download: { kind: 'flip' } },
    { restore: { kind: 'refused', why: BROKEN_ARCHIVE } },
  ),
};

export const DISK: Situations<GithubRig> = {
  'the disk is full': {
    arrange: ({ environment, temp }) => storeOnFullDisk({ kind: 'github', environment, temp }, 'github'),
    restore: unavailable(/EFBIG|tar failed/),
    save: unavailable(/EFBIG|tar failed/),
    skip: process.platform === 'win32' && 'needs ulimit',
  },
};

export const LOOKUPS: Situations<GithubRig> = {
  'looking up: 400': whenFaulty(
    { lookup: failed(400, 'bad') },
    { restore: unavailable(/^the cache service answered 400 Bad Request \(bad\)$/) },
  ),
  'looking up: 401': whenFaulty(
    { lookup: failed(401) },
    { restore: unavailable(/^the cache service answered 401 Unauthorized \(injected fault\)$/) },
  ),
  'looking up: 403': whenFaulty(
    { lookup: failed(403) },
    { restore: unavailable(/^the cache service answered 403 Forbidden \(injected fault\)$/) },
  ),
  'looking up: 429': whenFaulty(
    { lookup: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } },
    { restore: unavailable(/^the cache service answered 429 Too Many Requests \(injected fault\); try again in 7 s$/) },
  ),
  'looking up: 429 for nobody knows how long': whenFaulty(
    { lookup: failed(429) },
    { restore: unavailable(/^the cache service answered 429 Too Many Requests \(injected fault\)$/) },
  ),
  'looking up: 500, again and again': whenFaulty(
    { lookup: failed(500) },
    {
      stopWhen: logged(/^Attempt 1 of 5 failed/),
      restore: unavailable(
        /^gave up waiting; before that: the cache service answered 500 Internal Server Error \(injected fault\)$/,
      ),
    },
  ),
  'looking up: a page of HTML': whenFaulty(
    { lookup: { kind: 'html', status: 502 } },
    {
      stopWhen: logged(/^Attempt 1 of 5 failed/),
      restore: unavailable(
        /^gave up waiting; before that: the cache service answered with something that is not JSON$/,
      ),
    },
  ),
  'looking up: the connection is dropped': whenFaulty(
    { lookup: { kind: 'drop' } },
    { restore: unavailable(/^the cache service cannot be reached \(ECONNRESET\)$/) },
  ),
};

export const DOWNLOADS: Situations<GithubRig> = {
  'downloading: 404': whenFaulty({ download: failed(404) }, { restore: { kind: 'refused', why: BROKEN_ARCHIVE } }),
  'downloading: 403': whenFaulty({ download: failed(403) }, { restore: { kind: 'refused', why: BROKEN_ARCHIVE } }),
  'downloading: 429': whenFaulty({ download: failed(429) }, { restore: { kind: 'refused', why: BROKEN_ARCHIVE } }),
  'downloading: a page of HTML': whenFaulty(
    { download: { kind: 'html', status: 200 } },
    { restore: { kind: 'refused', why: BROKEN_ARCHIVE } },
  ),
  'downloading: the connection is dropped, again and again': whenFaulty(
    { download: { kind: 'drop' } },
    {
      stopWhen: logged(/Attempt 1 of 2 failed/),
      restore: unavailable(/^gave up waiting; before that: the connection was cut$/),
    },
  ),
  'downloading: the connection is cut in the middle': whenFaulty(
    { download: { kind: 'cut', bytes: 20_000 } },
    { restore: unavailable(/^an entry was found, but it could not be fetched: the connection was cut$/) },
  ),
  'downloading: it stalls just before the end': whenFaulty(
    { download: { kind: 'stall', missing: 100 } },
    { stopWhen: struck('download'), restore: unavailable(/^gave up waiting$/) },
  ),
  'downloading: nothing comes': whenFaulty(
    { download: { kind: 'hang' } },
    { stopWhen: struck('download'), restore: unavailable(/^gave up waiting$/) },
  ),
};

export const SAVES: Situations<GithubRig> = {
  'reserving: 403': whenFaulty(
    { create: failed(403) },
    { save: unavailable(/^the cache service answered 403 Forbidden \(injected fault\)$/) },
  ),
  'reserving: 409': whenFaulty({ create: failed(409) }, { save: { kind: 'exists' } }),
  'reserving: 429': whenFaulty(
    { create: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } },
    { save: unavailable(/^the cache service answered 429 Too Many Requests \(injected fault\); try again in 7 s$/) },
  ),
  'reserving: the quota is used up': whenFaulty(
    { create: { kind: 'not-ok', message: 'quota exceeded' } },
    { save: unavailable(/^quota exceeded$/) },
  ),
  'reserving: the account has nothing left': whenFaulty(
    { create: failed(403, 'insufficient usage') },
    { save: unavailable(/^Cache storage quota has been hit\. Unable to upload any new cache entries\.$/) },
  ),
  'reserving: 503, again and again': whenFaulty(
    { create: failed(503) },
    {
      stopWhen: logged(/^Attempt 1 of 5 failed/),
      save: unavailable(
        /^gave up waiting; before that: the cache service answered 503 Service Unavailable \(injected fault\)$/,
      ),
    },
  ),
  'reserving: the connection is dropped': whenFaulty(
    { create: { kind: 'drop' } },
    { save: unavailable(/^the cache service cannot be reached \(ECONNRESET\)$/) },
  ),
  'uploading: 403': whenFaulty({ upload: failed(403) }, { save: unavailable(/^injected fault$/) }),
  'uploading: nothing is accepted': whenFaulty(
    { upload: { kind: 'hang' } },
    { stopWhen: struck('upload'), save: unavailable(/^gave up waiting$/) },
  ),
  'uploading: the connection is dropped, again and again': whenFaulty(
    { upload: { kind: 'drop' } },
    { stopWhen: struck('upload'), save: unavailable(/^gave up waiting$/) },
  ),
  'finishing: the entry is gone': whenFaulty(
    { finalize: { kind: 'not-ok', message: 'entry vanished' } },
    { save: unavailable(/^entry vanished$/) },
  ),
  'finishing: 409': whenFaulty(
    { finalize: failed(409) },
    { save: unavailable(/^the cache service answered 409 Conflict \(injected fault\)$/) },
  ),
  'finishing: 500, again and again': whenFaulty(
    { finalize: failed(500) },
    {
      stopWhen: logged(/^Attempt 1 of 5 failed/),
      save: unavailable(
        /^gave up waiting; before that: the cache service answered 500 Internal Server Error \(injected fault\)$/,
      ),
    },
  ),
};

const dead = 'http://nowhere.invalid/';

export const SURROUNDINGS: Situations<GithubRig> = {
  'the name of the service is unknown': whenGiven(
    { ACTIONS_RESULTS_URL: dead, ACTIONS_CACHE_URL: dead },
    {
      restore: unavailable(/^the cache service cannot be reached \(ENOTFOUND\)$/),
      save: unavailable(/^the cache service cannot be reached \(ENOTFOUND\)$/),
    },
  ),
  'there is no token': whenGiven(
    { ACTIONS_RUNTIME_TOKEN: '' },
    {
      restore: unavailable(/^Unable to get the ACTIONS_RUNTIME_TOKEN env variable$/),
      save: unavailable(/^Unable to get the ACTIONS_RUNTIME_TOKEN env variable$/),
    },
  ),
  'there is no tar': {
    arrange: async (rig) => rig.createStore({ PATH: await onlyPrograms(rig.folder, ['zstd', 'zstdmt', 'unzstd']) }),
    restore: unavailable(/^an entry was found, but it could not be fetched: the program tar is missing$/),
    save: unavailable(/^the program tar is missing$/),
    skip: process.platform === 'win32' && 'Windows has a tar of its own',
  },
  'there is no zstd': {
    arrange: async (rig) => rig.createStore({ PATH: await onlyPrograms(rig.folder, ['tar', 'gzip']) }),
    restore: {
      kind: 'miss',
      why: /^nothing is stored .*; what machines with zstd have stored is not found here, where that program is missing$/,
    },
    save: { kind: 'saved' },
    skip: process.platform === 'win32' && 'links need rights there',
  },
};

/** A folder for `PATH` in which there are no other programs. */
async function onlyPrograms(folder: string, names: readonly string[]): Promise<string> {
  const programs = join(folder, 'programs');
  await mkdir(programs);
  const places = (process.env['PATH'] ?? '').split(delimiter);
  for (const name of names) {
    const found = places.map((place) => join(place, name)).find((path) => existsSync(path));
    if (found !== undefined) await symlink(found, join(programs, name));
  }
  return programs;
}

const NO_REASON = /^an entry was found, but it could not be fetched: the cache client gave no reason$/;

/** Where the Azure SDK downloads, which tells less. */
export const DOWNLOADS_BY_SDK: Situations<GithubRig> = {
  ...DOWNLOADS,
  'downloading: 404': whenFaulty({ download: failed(404) }, { restore: unavailable(NO_REASON) }),
  'downloading: 403': whenFaulty({ download: failed(403) }, { restore: unavailable(NO_REASON) }),
  'downloading: 429': whenFaulty({ download: failed(429) }, { restore: unavailable(NO_REASON) }),
  'downloading: the connection is dropped, again and again': whenFaulty(
    { download: { kind: 'drop' } },
    { stopWhen: struck('download'), restore: unavailable(/^gave up waiting$/) },
  ),
};

const answered = (status: number): RegExp => new RegExp(`^the cache service answered ${status}$`);

/** The older protocol, where the client tells less too. */
export const BY_V1: Situations<GithubRig> = {
  'looking up: 400': whenFaulty({ lookup: failed(400) }, { restore: unavailable(answered(400)) }),
  'looking up: 403': whenFaulty({ lookup: failed(403) }, { restore: unavailable(answered(403)) }),
  'looking up: 429': whenFaulty({ lookup: failed(429) }, { restore: unavailable(answered(429)) }),
  'looking up: 500': whenFaulty({ lookup: failed(500) }, { restore: unavailable(answered(500)) }),
  'looking up: the connection is dropped, again and again': whenFaulty(
    { lookup: { kind: 'drop' } },
    {
      stopWhen: logged(/Attempt 1 of 2 failed/),
      restore: unavailable(/^gave up waiting; before that: the connection was cut$/),
    },
  ),
  'reserving: 403': whenFaulty({ create: failed(403, 'no way') }, { save: unavailable(/^no way$/) }),
  'reserving: 409': whenFaulty({ create: failed(409, 'Cache already exists. Key: k') }, { save: { kind: 'exists' } }),
  'reserving: 429': whenFaulty({ create: failed(429, 'too many') }, { save: unavailable(/^too many$/) }),
  'uploading: 403': whenFaulty({ upload: failed(403) }, { save: unavailable(answered(403)) }),
  'uploading: nothing is accepted': whenFaulty(
    { upload: { kind: 'hang' } },
    { stopWhen: struck('upload'), save: unavailable(/^gave up waiting$/) },
  ),
  'finishing: 409': whenFaulty({ finalize: failed(409) }, { save: unavailable(answered(409)) }),
  'finishing: 500': whenFaulty({ finalize: failed(500) }, { save: unavailable(answered(500)) }),
};
