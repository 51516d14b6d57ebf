import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CacheEntries, type CacheEntry } from './cache-entries.ts';
import { ENDPOINTS, FaultBoard, type Endpoint, type Fault } from './cache-faults.ts';

/** What every stand-in for a cache service has, whatever the protocol. */
export interface FaultyService extends AsyncDisposable {
  /** Requests seen so far. */
  readonly requests: Readonly<Record<Endpoint, number>>;
  /** Whatever was wrong with a request; a test of a healthy client expects none. */
  readonly problems: readonly string[];
  readonly entries: readonly CacheEntry[];
  /** Lets the next `times` requests to an endpoint fail; all of them when absent. Replaces an earlier fault there. */
  inject(endpoint: Endpoint, fault: Fault, times?: number): void;
  /** How many requests the present fault of an endpoint has struck. */
  struck(endpoint: Endpoint): number;
  /** Ends all faults. */
  heal(): void;
  /** Forgets all entries and requests. */
  clear(): void;
  setReadOnly(readOnly: boolean): void;
}

/** A server on the loopback interface, with entries and faults. */
export abstract class CacheServer {
  readonly requests: Record<Endpoint, number> = noRequests();
  readonly problems: string[] = [];
  protected readonly store = new CacheEntries();
  protected readonly faults = new FaultBoard();
  protected isReadOnly = false;
  readonly #server: Server;

  constructor() {
    this.#server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        this.problems.push(String(error));
        response.writeHead(500).end();
      });
    });
  }

  protected abstract handle(request: IncomingMessage, response: ServerResponse): Promise<void>;

  get url(): string {
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  get entries(): readonly CacheEntry[] {
    return this.store.all;
  }

  inject(endpoint: Endpoint, fault: Fault, times?: number): void {
    this.faults.inject(endpoint, fault, times);
  }

  struck(endpoint: Endpoint): number {
    return this.faults.struck(endpoint);
  }

  heal(): void {
    this.faults.heal();
  }

  clear(): void {
    this.store.clear();
    Object.assign(this.requests, noRequests());
    this.problems.length = 0;
  }

  setReadOnly(readOnly: boolean): void {
    this.isReadOnly = readOnly;
  }

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

function noRequests(): Record<Endpoint, number> {
  return Object.fromEntries(ENDPOINTS.map((endpoint) => [endpoint, 0])) as Record<Endpoint, number>;
}
