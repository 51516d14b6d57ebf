import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BlobBackend } from './blob-backend.ts';
import { CacheEntries } from './cache-entries.ts';
import type { CacheEntry } from './cache-entries.ts';
import { ENDPOINTS, playFault, sendJson } from './cache-faults.ts';
import type { Endpoint, Fault } from './cache-faults.ts';
import { answerCall, readCall } from './cache-twirp.ts';
import { startPlainBlobs } from './plain-blobs.ts';

export type { Endpoint, Fault } from './cache-faults.ts';

export interface CacheServiceOptions {
  /** Where archives go; a fast one of its own when absent. A given one is left running at the end. */
  readonly blobs?: BlobBackend;
  /** Refuse reservations as GitHub does for a read-only token. */
  readonly readOnly?: boolean;
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
  /** Ends all faults. */
  heal(): void;
  setReadOnly(readOnly: boolean): void;
}

/**
 * A strict stand-in for GitHub's cache service, version 2: twirp over HTTP on the loopback interface. It checks method,
 * path, headers, token and body of every request, and matches as documented: exact key, the key as a prefix, each
 * restore key as a prefix, newest first, the version always equal. Scopes are left out.
 */
export async function startCacheService(options: CacheServiceOptions = {}): Promise<CacheService> {
  const blobs = options.blobs ?? (await startPlainBlobs());
  const service = new LocalCacheService(blobs, options.readOnly ?? false);
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

interface ActiveFault {
  readonly fault: Fault;
  left: number;
}

class LocalCacheService {
  readonly token = unsignedToken({
    ac: JSON.stringify([{ Scope: 'refs/heads/main', Permission: 3 }]),
    repository_id: '1',
  });
  readonly requests: Record<Endpoint, number> = Object.fromEntries(
    ENDPOINTS.map((endpoint) => [endpoint, 0]),
  ) as Record<Endpoint, number>;
  readonly problems: string[] = [];
  readonly blobs: BlobBackend;
  readonly #store: CacheEntries;
  readonly #faults = new Map<Endpoint, ActiveFault>();
  readonly #server: Server;
  #readOnly: boolean;

  constructor(blobs: BlobBackend, readOnly: boolean) {
    this.blobs = blobs;
    this.#store = new CacheEntries();
    this.#readOnly = readOnly;
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

  inject(endpoint: Endpoint, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#faults.set(endpoint, { fault, left: times });
  }

  heal(): void {
    this.#faults.clear();
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
    const fault = this.#takeFault(call.endpoint);
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
    if (this.#faults.has(endpoint)) return `${this.url}faulty-blob/${endpoint}/${blob}?sig=secret-signature`;
    return endpoint === 'upload' ? this.blobs.uploadUrl(blob) : this.blobs.downloadUrl(blob);
  }

  async #handleBlob(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, , endpoint, blob = ''] = new URL(request.url ?? '/', this.url).pathname.split('/');
    if (endpoint !== 'upload' && endpoint !== 'download') throw new Error(`no endpoint ${String(endpoint)}`);
    this.requests[endpoint] += 1;
    const fault = this.#takeFault(endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response }))) return;
    if (endpoint === 'upload') {
      response.writeHead(307, { location: this.blobs.uploadUrl(blob) }).end();
      return;
    }
    const content = await this.blobs.read(blob);
    const sent = fault?.kind === 'truncate' || fault?.kind === 'cut' ? content.subarray(0, fault.bytes) : content;
    response.writeHead(200, { 'content-length': String(fault?.kind === 'cut' ? content.byteLength : sent.byteLength) });
    response.write(sent, () => {
      if (fault?.kind === 'cut') request.socket.destroy();
      else response.end();
    });
  }

  #takeFault(endpoint: Endpoint): Fault | undefined {
    const active = this.#faults.get(endpoint);
    if (active === undefined || active.left <= 0) return undefined;
    active.left -= 1;
    return active.fault;
  }
}

/** A token of the right shape; the client reads its claims but cannot check a signature. */
function unsignedToken(claims: Record<string, string>): string {
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${encode({ alg: 'none', typ: 'JWT' })}.${encode(claims)}.unsigned`;
}
