/**
 * The one door to Node's file system: `npm run lint` lets nothing else in `src` import it. What is named here throws. It
 * is for what writes, streams or holds a file open; who only wants to know asks `look.ts` and `read.ts`, which answer
 * with an outcome.
 */
export {
  closeSync,
  constants,
  cpSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  futimesSync,
  linkSync,
  lstatSync,
  lutimesSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
export type { BigIntStats, Dirent, Stats } from 'node:fs';
