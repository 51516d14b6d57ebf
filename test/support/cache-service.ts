import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BlobBackend } from './blob-backend.ts';
import { CacheEntries } from './cache-entries.ts';
import type { CacheEntry } from './cache-entries.ts';
import { breakOff, ENDPOINTS, FaultBoard, playFault, sendJson, spoilBlob } from './cache-faults.ts';
import type { Endpoint, Fault } from './cache-faults.ts';
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

export interface CacheService extends AsyncDisposable {
  /** `ACTIONS_RESULTS_URL`. */
  readonly url: string;
  /** `ACTIONS_RUNTIME_TOKEN`. */
  readonly token: string;
  /** Requests seen so far. Uploads and downloads count only while a fault is set for them. */
  readonly requests: Readonly<Record<Endpoint, number>>;
  /** Whatever was wrong with a request; a test of a healthy client expects none. */
  readonly problems: readonly string[];
  readonly entries: readonly CacheEntry[];
  readonly blobs: BlobBackend;
  /** Lets the next `times` requests to an endpoint fail; all of them when absent. Replaces an earlier fault there. */
  inject(endpoint: Endpoint, fault: Fault, times?: number): void;
  /** How many requests the present fault of an endpoint has struck. */
  struck(endpoint: Endpoint): number;
  /** Ends all faults. */
  heal(): void;
  /** Forgets all entries and requests. */
  clear(): void;
  setReadOnly(readOnly: boolean): void;
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

class LocalCacheService {
  readonly token = unsignedToken({
    ac: JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }]),
    repository_id: '1',
  });
  readonly requests = noRequests();
  readonly problems: string[] = [];
  readonly blobs: BlobBackend;
  readonly #store: CacheEntries;
  readonly #faults = new FaultBoard();
  readonly #server: Server;
  readonly #azureHostNames: boolean;
  #readOnly: boolean;

  constructor(blobs: BlobBackend, { readOnly = false, azureHostNames = false }: CacheServiceOptions) {
    this.blobs = blobs;
    this.#store = new CacheEntries();
    this.#readOnly = readOnly;
    this.#azureHostNames = azureHostNames;
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch((error: unknown) => {
        this.problems.push(String(error));
        response.writeHead(500).end();
      });
    });
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  get entries(): readonly CacheEntry[] {
    return this.#store.all;
  }

  inject(endpoint: Endpoint, fault: Fault, times?: number): void {
    this.#faults.inject(endpoint, fault, times);
  }

  struck(endpoint: Endpoint): number {
    return this.#faults.struck(endpoint);
  }

  heal(): void {
    this.#faults.heal();
  }

  clear(): void {
    this.#store.clear();
    Object.assign(this.requests, noRequests());
    this.problems.length = 0;
  }

  async adopt(other: Pick<CacheService, 'entries' | 'blobs'>): Promise<void> {
    for (const { key, version, blob, sizeBytes } of other.entries) {
      const entry = this.#store.reserve(key, version);
      if (entry === undefined || sizeBytes === undefined) continue;
      await this.blobs.write(entry.blob, await other.blobs.read(blob));
      this.#store.finish(entry, sizeBytes);
    }
  }

  setReadOnly(readOnly: boolean): void {
    this.#readOnly = readOnly;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
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
    const fault = this.#faults.take(call.endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response }))) return;
    const answer = await answerCall(call, {
      entries: this.#store,
      blobs: this.blobs,
      readOnly: this.#readOnly,
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
    if (this.#faults.isSet(endpoint)) return `${origin}faulty-blob/${endpoint}/${blob}?sig=secret-signature`;
    return endpoint === 'upload' ? this.blobs.uploadUrl(blob) : this.blobs.downloadUrl(blob);
  }

  async #handleBlob(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , endpoint, blob = ''] = new URL(request.url ?? '/', this.url).pathname.split('/');
    if (endpoint !== 'upload' && endpoint !== 'download') throw new Error(`no endpoint ${String(endpoint)}`);
    this.requests[endpoint] += 1;
    const fault = this.#faults.take(endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response, dialect: 'azure' }))) return;
    if (endpoint === 'upload') {
      response.writeHead(307, { location: this.blobs.uploadUrl(blob) }).end();
      return;
    }
    const content = spoilBlob(await this.blobs.read(blob), fault);
    answerBlob(request, { response, blob: content, breakOff: (length) => breakOff(length, fault) });
  }
}

export function noRequests(): Record<Endpoint, number> {
  return Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint, 0])) as Record<Endpoint, number>;
}

/** A token of the right shape; the client reads its claims but cannot check a signature. */
export function unsignedToken(claims: Record<string, string>): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.unsigned`;
}
