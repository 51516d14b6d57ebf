import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BlobBackend } from './blob-backend.ts';
import type { BrokenAnswer } from './cache-faults.ts';

/** The part of Azure's blob protocol that the cache client speaks, in this process: ready at once, fast, not thorough. */
export async function startPlainBlobs(): Promise<BlobBackend> {
  const store = new PlainBlobs();
  const server = createServer((request, response) => {
    store.handle(request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const addressOf = (name: string, permission: 'r' | 'w'): string =>
    `${origin}/account/caches/${encodeURIComponent(name)}?sp=${permission}&sig=${store.sign(name, permission)}`;
  return {
    uploadUrl: (name) => addressOf(name, 'w'),
    downloadUrl: (name) => addressOf(name, 'r'),
    read: (name) => Promise.resolve(store.get(name)),
    write: async (name, content) => {
      store.put(name, Buffer.from(content));
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

class PlainBlobs {
  readonly #blobs = new Map<string, Buffer>();
  readonly #blocks = new Map<string, Buffer>();
  readonly #secret = randomBytes(16).toString('hex');

  get(name: string): Buffer {
    const blob = this.#blobs.get(name);
    if (blob === undefined) throw new Error(`no blob ${name}`);
    return blob;
  }

  put(name: string, content: Buffer): void {
    this.#blobs.set(name, content);
  }

  sign(name: string, permission: string): string {
    return createHash('sha256').update([this.#secret, permission, name].join('\0')).digest('hex');
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://blobs');
    const name = decodeURIComponent(url.pathname.split('/')[3] ?? '');
    const permission = request.method === 'PUT' ? 'w' : 'r';
    if (url.searchParams.get('sp') !== permission || url.searchParams.get('sig') !== this.sign(name, permission)) {
      response.writeHead(403, { 'x-ms-error-code': 'AuthenticationFailed' }).end();
    } else if (permission === 'w') {
      this.#write(url, { name, body: await readBody(request) });
      response.writeHead(201, { etag: '"1"', 'last-modified': new Date().toUTCString() }).end();
    } else {
      const blob = this.#blobs.get(name);
      if (blob === undefined) response.writeHead(404, { 'x-ms-error-code': 'BlobNotFound' }).end();
      else answerBlob(request, { response, blob });
    }
  }

  #write(url: URL, { name, body }: { name: string; body: Buffer }): void {
    const blockName = (id: string): string => `${name}\0${id}`;
    switch (url.searchParams.get('comp')) {
      case 'block':
        this.#blocks.set(blockName(url.searchParams.get('blockid') ?? ''), body);
        return;
      case 'blocklist': {
        const ids = [...body.toString().matchAll(/<Latest>([^<]*)<\/Latest>/g)].map(([, id = '']) => id);
        this.put(name, Buffer.concat(ids.map((id) => this.#blocks.get(blockName(id)) ?? Buffer.alloc(0))));
        return;
      }
      case null:
      default:
        this.put(name, body);
    }
  }
}

interface BlobAnswer {
  readonly response: ServerResponse;
  readonly blob: Buffer;
  /** To break off the answer to a GET; receives its length. */
  readonly breakOff?: (length: number) => BrokenAnswer | undefined;
}

/** Answers a HEAD or a GET, of a range too, with the headers that the Azure SDK looks at. */
export function answerBlob(request: IncomingMessage, { response, blob, breakOff }: BlobAnswer): void {
  const range = /^bytes=(\d+)-(\d*)$/.exec(String(request.headers['x-ms-range'] ?? request.headers.range ?? ''));
  const start = Number(range?.[1] ?? 0);
  const end = range?.[2] ? Math.min(Number(range[2]), blob.byteLength - 1) : blob.byteLength - 1;
  const part = blob.subarray(start, end + 1);
  const headers: Record<string, string> = {
    'content-length': String(part.byteLength),
    etag: '"1"',
    'last-modified': new Date().toUTCString(),
    'x-ms-blob-type': 'BlockBlob',
  };
  if (range) headers['content-range'] = `bytes ${String(start)}-${String(end)}/${String(blob.byteLength)}`;
  response.writeHead(range ? 206 : 200, headers);
  const broken = request.method === 'HEAD' ? undefined : breakOff?.(part.byteLength);
  if (broken === undefined) {
    response.end(request.method === 'HEAD' ? undefined : part);
    return;
  }
  response.write(part.subarray(0, broken.bytes), () => {
    if (broken.hangUp) request.socket.destroy();
  });
}

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
