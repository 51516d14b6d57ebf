import { type JsonObject, type JsonValue } from '../../core/json.ts';
import type { SizeLimits } from '../size-limits.ts';
import { type HotField } from './fields.ts';
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
export declare class Stores {
    #private;
    constructor(options: StoresOptions);
    /** Remembers which files belong to the main file; to be called under the lock under which that is read or written. */
    pin(): void;
    exists(name: HotField): boolean;
    read(name: HotField): JsonObject | undefined;
    write(name: HotField, value: JsonValue): void;
}
/** Whether the main file says that this map is in a store. No other place than Bengal's own is believed. */
export declare function isExternal(main: JsonObject, name: HotField): boolean;
