import type { IncomingMessage, ServerResponse } from 'node:http';
import type { BlobBackend } from './blob-backend.ts';
import { breakOff, playFault, sendJson, spoilBlob } from './cache-faults.ts';
import { CacheServer, type FaultyService } from './cache-server.ts';
import { answerCall, readCall } from './cache-twirp.ts';
import { answerBlob, startPlainBlobs } from './plain-blobs.ts';

export type { Endpoint, Fault } from './cache-faults.ts';

export interface CacheServiceOptions {
  /** Where archives go; a fast one of its own when absent. A given one is left running at the end. */
  readonly blobs?: BlobBackend;
  /** Refuse reservations as GitHub does for a read-only token. */
  readonly readOnly?: boolean;
  /** Give out addresses of faulty blobs under Azure's host names too: see `azurite.ts`. */
  readonly azureHostNames?: boolean;
}

/** Uploads and downloads are counted only while a fault is set for them. */
export interface CacheService extends FaultyService {
  /** `ACTIONS_RESULTS_URL`. */
  readonly url: string;
  /** `ACTIONS_RUNTIME_TOKEN`. */
  readonly token: string;
  readonly blobs: BlobBackend;
  /** Stores what another service holds. */
  adopt(other: Pick<CacheService, 'entries' | 'blobs'>): Promise<void>;
}

/**
 * A strict stand-in for GitHub's cache service, version 2: twirp over HTTP on the loopback interface. It checks method,
 * path, headers, token and body of every request, and matches as documented: exact key, the key as a prefix, each
 * restore key as a prefix, newest first, the version always equal. Scopes are left out.
 */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheService> {
  const blobs = options.blobs ?? (await startPlainBlobs());
  const service = new LocalCacheService(blobs, options);
  await service.listen();
  return Object.assign(service, {
    [Symbol.asyncDispose]: async () => {
      await service.close();
      if (options.blobs === undefined) await blobs[Symbol.asyncDispose]();
    },
  });
}

/** What the runner sets for an action; to be laid over `PATH` and `HOME`. */
export function runnerEnvironment(
  service: Pick<CacheService, 'url' | 'token'>,
  folders: { workspace: string; temp: string },
): Record<string, string> {
  return {
    ACTIONS_CACHE_SERVICE_V2: 'True',
    ACTIONS_RESULTS_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: service.token,
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_TEMP: folders.temp,
  };
}

class LocalCacheService extends CacheServer {
  readonly token = unsignedToken({
    ac: JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }]),
    repository_id: '1',
  });
  readonly blobs: BlobBackend;
  readonly #azureHostNames: boolean;

  constructor(blobs: BlobBackend, { readOnly = false, azureHostNames = false }: CacheServiceOptions) {
    super();
    this.blobs = blobs;
    this.isReadOnly = readOnly;
    this.#azureHostNames = azureHostNames;
  }

  async adopt(other: Pick<CacheService, 'entries' | 'blobs'>): Promise<void> {
    for (const { key, version, blob, sizeBytes } of other.entries) {
      const entry = this.store.reserve(key, version);
      if (entry === undefined || sizeBytes === undefined) continue;
      await this.blobs.write(entry.blob, await other.blobs.read(blob));
      this.store.finish(entry, sizeBytes);
    }
  }

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url?.startsWith('/faulty-blob/') === true) {
      await this.#handleBlob(request, response);
      return;
    }
    const call = await readCall(request, this.token);
    if ('problem' in call) {
      this.problems.push(call.problem);
      sendJson(response, { status: call.status, body: { code: 'invalid_argument', msg: call.problem } });
      return;
    }
    this.requests[call.endpoint] += 1;
    const fault = this.faults.take(call.endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response }))) return;
    const answer = await answerCall(call, {
      entries: this.store,
      blobs: this.blobs,
      readOnly: this.isReadOnly,
      addressOf: (endpoint, blob) => this.#addressOf(endpoint, blob),
    });
    sendJson(response, answer);
  }

  /** While a fault is set for blobs, signed addresses lead here, whatever the backend. */
  #addressOf(endpoint: 'upload' | 'download', blob: string): string {
    const origin =
      this.#azureHostNames && endpoint === 'download'
        ? this.url.replace('127.0.0.1', 'account.blob.core.windows.net')
        : this.url;
    if (this.faults.isSet(endpoint)) return `${origin}faulty-blob/${endpoint}/${blob}?sig=secret-signature`;
    return endpoint === 'upload' ? this.blobs.uploadUrl(blob) : this.blobs.downloadUrl(blob);
  }

  async #handleBlob(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , endpoint, blob = ''] = new URL(request.url ?? '/', this.url).pathname.split('/');
    if (endpoint !== 'upload' && endpoint !== 'download') throw new Error(`no endpoint ${String(endpoint)}`);
    this.requests[endpoint] += 1;
    const fault = this.faults.take(endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response, dialect: 'azure' }))) return;
    if (endpoint === 'upload') {
      response.writeHead(307, { location: this.blobs.uploadUrl(blob) }).end();
      return;
    }
    const content = spoilBlob(await this.blobs.read(blob), fault);
    answerBlob(request, { response, blob: content, breakOff: (length) => breakOff(length, fault) });
  }
}

/** A token of the right shape; the client reads its claims but cannot check a signature. */
export function unsignedToken(claims: Record<string, string>): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.unsigned`;
}
