import type { IncomingMessage } from 'node:http';
import type { BlobBackend } from './blob-backend.ts';
import type { CacheEntries } from './cache-entries.ts';
import { readBody } from './plain-blobs.ts';

/** One request of the protocol, checked. */
export type CacheCall =
  | {
      readonly endpoint: 'lookup';
      readonly key: string;
      readonly restoreKeys: readonly string[];
      readonly version: string;
    }
  | { readonly endpoint: 'create'; readonly key: string; readonly version: string }
  | { readonly endpoint: 'finalize'; readonly key: string; readonly version: string; readonly sizeBytes: number };

export interface BadCall {
  readonly problem: string;
  readonly status: number;
}

export interface CacheAnswer {
  readonly status: number;
  readonly body: unknown;
}

const METHODS: Readonly<Record<string, CacheCall['endpoint']>> = {
  GetCacheEntryDownloadURL: 'lookup',
  CreateCacheEntry: 'create',
  FinalizeCacheEntryUpload: 'finalize',
};

const PREFIX = '/twirp/github.actions.results.api.v1.CacheService/';

export async function readCall(request: IncomingMessage, token: string): Promise<CacheCall | BadCall> {
  const body = await readBody(request);
  const { url = '', headers } = request;
  if (!url.startsWith(PREFIX)) return { problem: `unexpected path ${url}`, status: 404 };
  const endpoint = METHODS[url.slice(PREFIX.length)];
  if (endpoint === undefined) return { problem: `unexpected method ${url}`, status: 404 };
  if (request.method !== 'POST') return { problem: `expected POST, got ${String(request.method)}`, status: 405 };
  if (headers['content-type'] !== 'application/json')
    return { problem: `unexpected content-type ${String(headers['content-type'])}`, status: 415 };
  if (headers.authorization !== `Bearer ${token}`) return { problem: 'wrong token', status: 401 };
  if (!/^@actions\/cache-\d/.test(headers['user-agent'] ?? ''))
    return { problem: `unexpected user-agent ${String(headers['user-agent'])}`, status: 400 };
  return parseCall(endpoint, body.toString());
}

function parseCall(endpoint: CacheCall['endpoint'], text: string): CacheCall | BadCall {
  const malformed = { problem: `malformed ${endpoint} request: ${text.slice(0, 500)}`, status: 400 };
  let body: Record<string, unknown>;
  try {
    body = JSON.parse(text) as Record<string, unknown>;
  } catch {
    return malformed;
  }
  // A default value is left out of this kind of JSON: an empty list here, an empty key nowhere.
  const { key, version, restore_keys: restoreKeys = [], size_bytes: size = '0' } = body;
  if (!isKey(key) || typeof version !== 'string' || !/^[0-9a-f]{64}$/.test(version)) return malformed;
  if (endpoint === 'create') return { endpoint, key, version };
  if (endpoint === 'finalize')
    return typeof size === 'string' && /^\d+$/.test(size)
      ? { endpoint, key, version, sizeBytes: Number(size) }
      : malformed;
  if (!Array.isArray(restoreKeys) || restoreKeys.length > 9 || !restoreKeys.every(isKey)) return malformed;
  return { endpoint, key, version, restoreKeys };
}

function isKey(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= 512 && !value.includes(',');
}

export interface CacheState {
  readonly entries: CacheEntries;
  readonly blobs: BlobBackend;
  readonly readOnly: boolean;
  readonly addressOf: (endpoint: 'upload' | 'download', blob: string) => string;
}

export async function answerCall(call: CacheCall, state: CacheState): Promise<CacheAnswer> {
  switch (call.endpoint) {
    case 'lookup': {
      const entry = state.entries.find(call);
      if (entry === undefined) return { status: 200, body: { ok: false } };
      return {
        status: 200,
        body: { ok: true, signed_download_url: state.addressOf('download', entry.blob), matched_key: entry.key },
      };
    }
    case 'create': {
      if (state.readOnly)
        return { status: 200, body: { ok: false, message: 'cache write denied: token has no writable scopes' } };
      const entry = state.entries.reserve(call.key, call.version);
      if (entry !== undefined)
        return { status: 200, body: { ok: true, signed_upload_url: state.addressOf('upload', entry.blob) } };
      return {
        status: 409,
        body: { code: 'already_exists', msg: 'cache entry with the same key, version, and scope already exists' },
      };
    }
    case 'finalize': {
      const entry = state.entries.reserved(call.key, call.version);
      if (entry === undefined) return { status: 404, body: { code: 'not_found', msg: 'no such reservation' } };
      const stored = (await state.blobs.read(entry.blob)).byteLength;
      if (stored !== call.sizeBytes)
        return { status: 400, body: { code: 'invalid_argument', msg: `the blob has ${String(stored)} bytes` } };
      state.entries.finish(entry, stored);
      return { status: 200, body: { ok: true, entry_id: String(entry.id) } };
    }
  }
}
