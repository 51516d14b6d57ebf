import { mkdirSync } from '../../disk/node.ts';
import { dirname, join } from 'node:path';
import { field, type JsonObject, type JsonValue } from '../../core/json.ts';
import { writeAtomically } from '../atomic-write.ts';
import { readPlainFile } from '../cache-file.ts';
import { stringifyExact } from '../exact-json.ts';
import { fileIdentity, type FileIdentity } from '../file-identity.ts';
import type { SizeLimits } from '../size-limits.ts';
import { HOT_FIELDS, storePath, type HotField } from './fields.ts';

export interface StoresOptions {
  readonly folder: string;
  readonly limits: SizeLimits;
  /** Told when a store cannot be used; its map is empty then, as in Bengal. */
  readonly warn: (sentence: string) => void;
}

/**
 * The hot maps, each in a file of its own that is read when first asked for. A file that somebody replaced since the main
 * file was read belongs to another build: its content would be checked against fingerprints that are not its own, so it
 * is not used.
 */
export class Stores {
  readonly #options: StoresOptions;
  readonly #identities = new Map<HotField, FileIdentity>();

  constructor(options: StoresOptions) {
    this.#options = options;
  }

  /** Remembers which files belong to the main file; to be called under the lock under which that is read or written. */
  pin(): void {
    for (const name of HOT_FIELDS) this.#identities.set(name, this.#identify(name));
  }

  exists(name: HotField): boolean {
    return this.#identify(name) !== undefined;
  }

  read(name: HotField): JsonObject | undefined {
    const path = storePath(name);
    if (this.#identities.get(name) === undefined) return this.#reject(path, 'it is missing');
    const file = readPlainFile(this.#options.folder, path, this.#options.limits);
    if (this.#identify(name) !== this.#identities.get(name))
      return this.#reject(path, 'another process has replaced it');
    switch (file.kind) {
      case 'read':
        return file.value;
      case 'absent':
        return this.#reject(path, 'it is missing');
      case 'corrupt':
        return this.#reject(path, file.why);
    }
  }

  write(name: HotField, value: JsonValue): void {
    const path = join(this.#options.folder, storePath(name));
    mkdirSync(dirname(path), { recursive: true });
    writeAtomically(path, Buffer.from(stringifyExact(value, { ascii: false })));
  }

  #reject(path: string, why: string): JsonObject | undefined {
    this.#options.warn(`${path} is not used: ${why}`);
    return undefined;
  }

  #identify(name: HotField): FileIdentity {
    return fileIdentity(join(this.#options.folder, storePath(name)));
  }
}

/** Whether the main file says that this map is in a store. No other place than Bengal's own is believed. */
export function isExternal(main: JsonObject, name: HotField): boolean {
  return field(main['external_stores'], name) === storePath(name);
}
