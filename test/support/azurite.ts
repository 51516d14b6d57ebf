import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import {
  BlobSASPermissions,
  BlobServiceClient,
  generateBlobSASQueryParameters,
  SASProtocol,
  StorageSharedKeyCredential,
} from '@azure/storage-blob';
import { findTool } from '../tools/tools.js';
import type { BlobBackend } from './blob-backend.ts';

export interface AzuriteOptions {
  /**
   * Give out download addresses below `*.blob.core.windows.net`, for which the cache client takes the path of GitHub's
   * real service (the Azure SDK) instead of one plain GET. The process needs `test/support/loopback-dns.ts` then.
   */
  readonly azureHostNames?: boolean;
}

const CONTAINER = 'caches';
const START_TIMEOUT_MS = 30_000;

/** Starts Microsoft's emulator of Azure's blob store: in memory, on the loopback interface, with a key of its own. */
export async function startAzurite({ azureHostNames = false }: AzuriteOptions = {}): Promise<BlobBackend> {
  const account = { name: 'testaccount', key: randomBytes(32).toString('base64') };
  const { child, port } = await startProcess(account);
  const credential = new StorageSharedKeyCredential(account.name, account.key);
  const pathStyle = `http://127.0.0.1:${String(port)}/${account.name}`;
  const hostStyle = `http://${account.name}.blob.core.windows.net:${String(port)}`;
  const container = new BlobServiceClient(pathStyle, credential).getContainerClient(CONTAINER);
  await container.create();
  const sign = (name: string, permissions: string): string => {
    const startsOn = new Date(Date.now() - 60_000);
    const expiresOn = new Date(Date.now() + 3_600_000);
    const facts = { containerName: CONTAINER, blobName: name, permissions: BlobSASPermissions.parse(permissions) };
    return generateBlobSASQueryParameters(
      { ...facts, startsOn, expiresOn, protocol: SASProtocol.HttpsAndHttp },
      credential,
    ).toString();
  };
  const downloads = azureHostNames ? hostStyle : pathStyle;
  return {
    uploadUrl: (name) => `${pathStyle}/${CONTAINER}/${name}?${sign(name, 'cw')}`,
    downloadUrl: (name) => `${downloads}/${CONTAINER}/${name}?${sign(name, 'r')}`,
    read: (name) => container.getBlockBlobClient(name).downloadToBuffer(),
    write: async (name, content) => {
      await container.getBlockBlobClient(name).uploadData(content);
    },
    [Symbol.asyncDispose]: () => stop(child),
  };
}

async function startProcess(account: { name: string; key: string }): Promise<{ child: ChildProcess; port: number }> {
  const main = findTool('azurite/dist/src/blob/main.js');
  // The client speaks a newer version of the protocol than the emulator admits to knowing; telemetry is on by default.
  const flags = [
    '--blobHost',
    '127.0.0.1',
    '--blobPort',
    '0',
    '--silent',
    '--inMemoryPersistence',
    '--skipApiVersionCheck',
    '--disableTelemetry',
  ];
  const child = spawn(process.execPath, [main, ...flags], {
    cwd: tmpdir(),
    env: { ...process.env, AZURITE_ACCOUNTS: `${account.name}:${account.key}`, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const port = await waitForPort(child);
  child.stdout.resume();
  child.stderr.resume();
  return { child, port };
}

async function waitForPort(child: ChildProcess): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let output = '';
  const listen = (chunk: Buffer): void => {
    output += chunk.toString();
    const port = /successfully listens on http:\/\/127\.0\.0\.1:(\d+)/.exec(output)?.[1];
    if (port !== undefined) resolve(Number(port));
  };
  const fail = (): void => {
    reject(new Error(`Azurite did not start: ${output}`));
  };
  child.stdout?.on('data', listen);
  child.stderr?.on('data', listen);
  child.once('exit', fail);
  const timer = setTimeout(fail, START_TIMEOUT_MS);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    child.removeListener('exit', fail);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
