import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';

/**
 * Importing this module (or `node --import`) makes every `*.blob.core.windows.net` of this process the local machine,
 * where Azurite listens, and `*.invalid` unknown at once, as name servers have it. Nothing else changes, and
 * `/etc/hosts` is left alone.
 */
const lookup = dns.lookup;

type Callback = (error: Error | null, address: unknown, family?: number) => void;

dns.lookup = ((hostname: string, options: unknown, callback?: Callback): void => {
  const done = (typeof options === 'function' ? options : callback) as Callback;
  if (hostname.endsWith('.invalid')) {
    const error = Object.assign(new Error(`getaddrinfo ENOTFOUND ${hostname}`), { code: 'ENOTFOUND', hostname });
    process.nextTick(() => done(error, ''));
    return;
  }
  if (!hostname.endsWith('.blob.core.windows.net')) {
    (lookup as (...all: unknown[]) => void)(hostname, options, callback);
    return;
  }
  const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
  process.nextTick(() => {
    if (all) done(null, [{ address: '127.0.0.1', family: 4 }]);
    else done(null, '127.0.0.1', 4);
  });
}) as typeof dns.lookup;

syncBuiltinESMExports();
