import type { IncomingMessage, ServerResponse } from 'node:http';

/** Where a fault can strike. The last two are requests to the blob store. */
export const ENDPOINTS = ['lookup', 'create', 'finalize', 'upload', 'download'] as const;
export type Endpoint = (typeof ENDPOINTS)[number];

export type Fault =
  /** A twirp error, `{code, msg}` as JSON, with any status. */
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
  | { readonly kind: 'cut'; readonly bytes: number };

/** Plays a fault; `true` when the request is thereby answered (or never will be). */
export async function playFault(
  fault: Fault,
  exchange: { request: IncomingMessage; response: ServerResponse },
): Promise<boolean> {
  const { request, response } = exchange;
  switch (fault.kind) {
    case 'status':
      sendJson(response, {
        status: fault.status,
        headers: fault.headers ?? {},
        body: { code: 'injected', msg: fault.message ?? 'injected fault' },
      });
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
      return false;
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
