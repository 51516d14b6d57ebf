import { fileURLToPath } from 'node:url';

// Looked up from here, so that what is installed in this folder is found.

/** @type {(name: string) => Promise<any>} */
export const importTool = (name) => import(name);

/** @type {(name: string) => string} Path of the file that a name stands for. */
export const findTool = (name) => fileURLToPath(import.meta.resolve(name));
