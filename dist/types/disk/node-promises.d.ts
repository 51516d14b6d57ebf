/** What `node.ts` is, for code that waits. */
export { appendFile, copyFile, link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat, truncate, writeFile, } from 'node:fs/promises';
