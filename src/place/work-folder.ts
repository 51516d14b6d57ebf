import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { JsonObject } from '../core/json.ts';
import { look, lookExactly } from '../disk/look.ts';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from '../disk/node.ts';
import { atBest, codeOf, outcomeOf } from '../disk/outcome.ts';
import { registerOf, type Register } from './register.ts';

/** Our folder in a site, and where in it an output lies that was set aside for a build. */
export interface WorkFolder {
  /** Absolute. */
  readonly path: string;
  /** Absolute; may not be there. */
  readonly previous: string;
}

/** The one name under which the companion looks for it. A repository that holds something of that name keeps it. */
const NAME = '.bengal-cache';
const OWNER_FILE = 'owner';
const NOTE = 'work-folder';

/** Our folder, if this installation has made the one that is there. What a repository brought is not ours. */
export function findWorkFolder(site: string): WorkFolder | undefined {
  const noted = registerOf(site).read(NOTE);
  return noted !== undefined && isOurs(join(site, NAME), noted) ? workFolder(site) : undefined;
}

/** The same, made where there is none. Throws what the disk says, and where something else stands in its place. */
export function openWorkFolder(site: string): WorkFolder {
  const found = findWorkFolder(site);
  if (found !== undefined) return found;
  const register = registerOf(site);
  return make(site, register) ?? fail();
}

function make(site: string, register: Register): WorkFolder | undefined {
  const path = join(site, NAME);
  const noted = { secret: randomBytes(16).toString('hex') };
  // First the note, so that no moment is left in which nobody would know whose the folder is.
  if (look(path).kind !== 'absent') return undefined;
  register.note(NOTE, noted, 'replace');
  try {
    mkdirSync(path);
  } catch (thrown) {
    if (codeOf(thrown) === 'EEXIST') return undefined;
    throw thrown;
  }
  writeFileSync(join(path, OWNER_FILE), noted.secret);
  // Nobody's commit takes it along.
  writeFileSync(join(path, '.gitignore'), '*\n');
  register.note(NOTE, { ...noted, inode: inodeOf(path) }, 'replace');
  return workFolder(site);
}

function fail(): never {
  throw new Error(
    `${NAME} in the site was not made by this tool on this machine. Remove it (from the repository too, if it was committed: git rm -r ${NAME}), and add ${NAME}/ to .gitignore`,
  );
}

function workFolder(site: string): WorkFolder {
  const path = join(site, NAME);
  return { path, previous: join(path, 'previous') };
}

/** The very folder that was made. One that was just being made when its process was killed holds nothing else yet. */
function isOurs(path: string, { inode, secret }: JsonObject): boolean {
  if (atBest(look(path))?.isDirectory() !== true) return false;
  const owner = readSmall(join(path, OWNER_FILE));
  if (inode !== undefined) return inode === inodeOf(path) && owner === secret;
  const names = atBest(outcomeOf(path, () => readdirSync(path))) ?? ['?'];
  return owner === secret && names.every((name) => name === OWNER_FILE || name === '.gitignore');
}

function readSmall(path: string): string | undefined {
  const entry = atBest(look(path));
  if (entry?.isFile() !== true || entry.size > 100) return undefined;
  return atBest(outcomeOf(path, () => readFileSync(path, 'utf8')));
}

function inodeOf(path: string): string {
  const entry = atBest(lookExactly(path));
  return entry === undefined ? '' : `${String(entry.dev)}-${String(entry.ino)}`;
}
