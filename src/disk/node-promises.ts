/** What `node.ts` is, for code that waits. */
export { copyFile, link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
