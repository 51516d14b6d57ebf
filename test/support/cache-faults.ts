import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where a fault can strike. The last two are requests to the blob store. */
export const ENDPOINTS = ['lookup', 'create', 'finalize', 'upload', 'download'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

/** The faults that are set, for a service to ask at each request. */
export class FaultBoard {
  readonly #faults = new Map<Endpoint, { readonly fault: Fault; left: number; struck: number }>();

  /** Lets the next `times` requests to an endpoint fail. Replaces an earlier fault there. */
  inject(endpoint: Endpoint, fault: Fault, times = Number.POSITIVE_INFINITY): void {
    this.#faults.set(endpoint, { fault, left: times, struck: 0 });
  }

  heal(): void {
    this.#faults.clear();
  }

  isSet(endpoint: Endpoint): boolean {
    return this.#faults.has(endpoint);
  }

  /** How many requests the present fault has struck. */
  struck(endpoint: Endpoint): number {
    return this.#faults.get(endpoint)?.struck ?? 0;
  }

  take(endpoint: Endpoint): Fault | undefined {
    const active = this.#faults.get(endpoint);
    if (active === undefined || active.left <= 0) return undefined;
    active.left -= 1;
    active.struck += 1;
    return active.fault;
  }
}

export type Fault =
  /** An error with any status, as the service or the blob store words it. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly message?: string;
      readonly headers?: Record<string, string>;
    }
  /** A body that is not JSON, as a proxy sends it. */
  | { readonly kind: 'html'; readonly status: number }
  /** `200 {"ok":false,"message":…}`. */
  | { readonly kind: 'not-ok'; readonly message: string }
  /** The connection is accepted and nothing ever comes. */
  | { readonly kind: 'hang' }
  /** The connection is closed without an answer. */
  | { readonly kind: 'drop' }
  /** The normal answer, later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Download only: a whole response with only the first bytes of the blob. */
  | { readonly kind: 'truncate'; readonly bytes: number }
  /** Download only: the full length is announced, but the connection is closed after these bytes. */
  | { readonly kind: 'cut'; readonly bytes: number }
  /** Download only: all but the last bytes come, and then nothing more. */
  | { readonly kind: 'stall'; readonly missing: number }
  /** Download only: one bit in the middle is another. */
  | { readonly kind: 'flip' }
  /** Download only: there is more after the end. */
  | { readonly kind: 'append' };

export interface FaultyExchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** How errors are worded; as by version 2 of the service when absent. */
  readonly dialect?: 'v1' | 'azure';
}

/** Plays a fault; `true` when the request is thereby answered (or never will be). */
export async function playFault(fault: Fault, { request, response, dialect }: FaultyExchange): Promise<boolean> {
  switch (fault.kind) {
    case 'status':
      sendError(response, fault, dialect);
      return true;
    case 'html':
      response.writeHead(fault.status, { 'content-type': 'text/html' }).end('<html><body>Bad Gateway</body></html>');
      return true;
    case 'not-ok':
      sendJson(response, { status: 200, body: { ok: false, message: fault.message } });
      return true;
    case 'hang':
      return true;
    case 'drop':
      request.socket.destroy();
      return true;
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return false;
    case 'truncate':
    case 'cut':
    case 'stall':
    case 'flip':
    case 'append':
      return false;
  }
}

/** What a faulty blob store has in place of a blob. */
export function spoilBlob(content: Buffer, fault: Fault | undefined): Buffer {
  if (fault?.kind === 'truncate') return content.subarray(0, fault.bytes);
  if (fault?.kind === 'append') return Buffer.concat([content, Buffer.from('garbage')]);
  if (fault?.kind !== 'flip') return content;
  const copy = Buffer.from(content);
  const middle = Math.floor(copy.byteLength / 2);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

/** How much of an answer a faulty blob store sends before it falls silent or hangs up; all of it when absent. */
export function breakOff(length: number, fault: Fault | undefined): BrokenAnswer | undefined {
  if (fault?.kind === 'cut') return { bytes: Math.min(fault.bytes, length), hangUp: true };
  if (fault?.kind === 'stall') return { bytes: Math.max(0, length - fault.missing), hangUp: false };
  return undefined;
}

export interface BrokenAnswer {
  readonly bytes: number;
  readonly hangUp: boolean;
}

function sendError(
  response: ServerResponse,
  { status, message = 'injected fault', headers = {} }: Extract<Fault, { kind: 'status' }>,
  dialect: FaultyExchange['dialect'],
): void {
  if (dialect === 'azure') {
    response
      .writeHead(status, { ...headers, 'content-type': 'application/xml', 'x-ms-error-code': 'InjectedFault' })
      .end(`<?xml version="1.0"?><Error><Code>InjectedFault</Code><Message>${message}\nRequestId:1</Message></Error>`);
  } else {
    const body = dialect === 'v1' ? { message } : { code: 'injected', msg: message };
    sendJson(response, { status, headers, body });
  }
}

export function sendJson(
  response: ServerResponse,
  answer: { status: number; body: unknown; headers?: Record<string, string> },
): void {
  response
    .writeHead(answer.status, { ...answer.headers, 'content-type': 'application/json' })
    .end(JSON.stringify(answer.body));
}
