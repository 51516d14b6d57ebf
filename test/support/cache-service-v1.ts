import type { IncomingMessage, ServerResponse } from 'node:http';
import { breakOff, playFault, spoilBlob, type Endpoint, type Fault } from './cache-faults.ts';
import { CacheServer, type FaultyService } from './cache-server.ts';
import { answerBlob, readBody } from './plain-blobs.ts';

export interface CacheServiceV1 extends FaultyService {
  /** `ACTIONS_CACHE_URL`. Below `nowhere/` there is no cache. */
  readonly url: string;
}

/** The older protocol, as GitHub Enterprise Server, act, Gitea and Forgejo speak it. */
export async function startCacheServiceV1(): Promise<CacheServiceV1> {
  const service = new LocalCacheServiceV1();
  await service.listen();
  return Object.assign(service, { [Symbol.asyncDispose]: () => service.close() });
}

/** What such a runner sets for an action; to be laid over `PATH` and `HOME`. */
export function runnerEnvironmentV1(
  service: Pick<CacheServiceV1, 'url'>,
  folders: { workspace: string; temp: string },
): Record<string, string> {
  return {
    ACTIONS_CACHE_URL: service.url,
    ACTIONS_RUNTIME_TOKEN: 'token-of-v1',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: 'https://github.example.org',
    GITHUB_WORKSPACE: folders.workspace,
    RUNNER_TEMP: folders.temp,
  };
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly body: Buffer;
}

const PREFIX = '/_apis/artifactcache/';

class LocalCacheServiceV1 extends CacheServer {
  readonly #blobs = new Map<string, Buffer>();

  protected async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const endpoint = endpointOf(request.method ?? '', url.pathname);
    if (url.pathname.startsWith('/nowhere/')) {
      response.writeHead(404).end();
      return;
    }
    if (endpoint === undefined) {
      this.problems.push(`unexpected ${String(request.method)} ${url.pathname}`);
      response.writeHead(404).end();
      return;
    }
    if (endpoint !== 'download' && request.headers.authorization !== 'Bearer token-of-v1')
      this.problems.push('wrong token');
    this.requests[endpoint] += 1;
    const body = await readBody(request);
    const fault = this.faults.take(endpoint);
    if (fault !== undefined && (await playFault(fault, { request, response, dialect: 'v1' }))) return;
    const exchange = { request, response, body };
    if (endpoint === 'lookup') this.#lookUp(url, exchange);
    else if (endpoint === 'create') this.#create(exchange);
    else if (endpoint === 'download') this.#download(url, fault, exchange);
    else this.#receive(endpoint, url, exchange);
  }

  #lookUp(url: URL, { response }: Exchange): void {
    const [key = '', ...restoreKeys] = (url.searchParams.get('keys') ?? '').split(',');
    const found = this.store.find({ key, restoreKeys, version: url.searchParams.get('version') ?? '' });
    if (found === undefined) {
      response.writeHead(204).end();
      return;
    }
    answer(response, 200, { cacheKey: found.key, archiveLocation: `${this.url}blobs/${found.blob}` });
  }

  #create({ response, body }: Exchange): void {
    const { key, version } = JSON.parse(body.toString()) as { key: string; version: string };
    if (this.isReadOnly) {
      answer(response, 403, { message: 'cache write denied: token has no writable scopes' });
      return;
    }
    const entry = this.store.reserve(key, version);
    if (entry === undefined) answer(response, 409, { message: `Cache already exists. Key: ${key}` });
    else answer(response, 201, { cacheId: entry.id });
  }

  /** A piece of an upload (in order, since all here are small), or its end. */
  #receive(endpoint: 'upload' | 'finalize', url: URL, { response, body }: Exchange): void {
    const entry = this.store.all.find(({ id }) => String(id) === url.pathname.split('/').at(-1));
    if (entry === undefined) {
      response.writeHead(404).end();
      return;
    }
    const stored = this.#blobs.get(entry.blob) ?? Buffer.alloc(0);
    if (endpoint === 'upload') this.#blobs.set(entry.blob, Buffer.concat([stored, body]));
    else this.store.finish(entry, stored.byteLength);
    response.writeHead(204).end();
  }

  #download(url: URL, fault: Fault | undefined, { request, response }: Exchange): void {
    const blob = this.#blobs.get(url.pathname.split('/').at(-1) ?? '') ?? Buffer.alloc(0);
    answerBlob(request, {
      response,
      blob: spoilBlob(blob, fault),
      breakOff: (length) => breakOff(length, fault),
    });
  }
}

function endpointOf(method: string, path: string): Endpoint | undefined {
  if (method === 'GET' && path.startsWith('/blobs/')) return 'download';
  if (method === 'GET' && path === `${PREFIX}cache`) return 'lookup';
  if (method === 'POST' && path === `${PREFIX}caches`) return 'create';
  if (!path.startsWith(`${PREFIX}caches/`)) return undefined;
  return method === 'PATCH' ? 'upload' : method === 'POST' ? 'finalize' : undefined;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
