import type { ClientLog } from './github-client-log.ts';
/**
 * The one path that is ever cached, relative to the workspace. Its spelling enters the version of the cache entry, so
 * it must be the same on every machine; and it is a plain name, since the client takes paths for glob patterns and
 * would store anything outside the workspace as `../..`. Only the single file that we carry lies inside, briefly.
 */
export declare const TRANSFER_FOLDER = ".bengal-cache-transfer";
/** Makes the transfer folder anew and empty. Throws when something that is no folder is in its place. */
export declare function prepareTransfer(workspace: string): Promise<void>;
export declare function removeTransfer(workspace: string): Promise<void>;
/** Puts a file into the transfer folder; yields its size in bytes. */
export declare function loadTransfer(workspace: string, file: string): Promise<number>;
/** Moves the restored file to `file`; yields what is wrong with it. The archive of the client may hold anything. */
export declare function unloadTransfer(workspace: string, file: string): Promise<string | undefined>;
/**
 * Removes the folders `<temp>/<uuid>` that a call of the client made and left, with their `manifest.txt` or a broken
 * download. Only folders that its own log names are touched: others there may belong to other steps.
 */
export declare function removeLeftovers(temp: string, log: ClientLog): Promise<void>;
