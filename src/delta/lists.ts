import type { DeploySetting } from '../inputs/delta-spec.ts';
import { spellingsOf } from './address.ts';
import { realChanges, type ChangedOutput, type Delta } from './delta.ts';

export interface ListOptions {
  readonly deploy: DeploySetting;
  /** Where the site is published, without its last slash; `undefined`: addresses are paths. */
  readonly baseUrl: string | undefined;
  /** Address of a page in the preview of this pull request; `undefined`: there is none. */
  readonly preview: ((address: string) => string) | undefined;
  /** Folder in the bucket that the site lies in, with its last slash; empty: the site is all of it. */
  readonly bucketFolder: string;
  /** Key of IndexNow; `undefined`: no body is made. */
  readonly indexNowKey: string | undefined;
}

/** A file for another tool, by its name. */
export interface ToolFile {
  readonly name: string;
  readonly content: string;
}

export interface ToolFiles {
  readonly files: readonly ToolFile[];
  /** Below the output folder: what has to be uploaded, and what has to go. */
  readonly upload: readonly string[];
  readonly remove: readonly string[];
  /** Names that a list of lines cannot hold, and that are therefore in none. */
  readonly unlistable: readonly string[];
}

/** IndexNow takes ten thousand addresses at once, S3 a thousand names. */
const MOST_INDEXED = 10_000;
const MOST_DELETED = 1000;

/** Files for tools that deploy, purge, announce and check what has changed. */
export function toolFiles(delta: Delta, options: ListOptions): ToolFiles {
  const real = realChanges(delta);
  const deployed = isEverything(delta) || options.deploy === 'exact' ? delta.files : real;
  const isUploaded = ({ change }: ChangedOutput): boolean => change !== 'removed';
  const upload = deployed.filter(isUploaded).map(({ path }) => path);
  const remove = deployed.filter((file) => !isUploaded(file)).map(({ path }) => path);
  // Where a file has taken the place of a folder, rsync empties the folder by itself, and would not find what was in it.
  const came = new Set(upload);
  const rsyncDeletes = remove.filter((path) => !foldersAbove(path).some((folder) => came.has(folder)));
  const pages = real.filter(({ kind, page }) => kind === 'page' && page?.redirect === undefined);
  const present = pages.filter(isUploaded);
  const told = pages.filter((file) => isTold(file));
  const files = [
    ...[listOf('rsync-upload', upload.map(forRsync), '\0'), listOf('rsync-delete', rsyncDeletes.map(forRsync), '\0')],
    ...[listOf('rclone-upload.txt', upload, '\n'), listOf('rclone-delete.txt', remove, '\n')],
    ...pieces(remove, MOST_DELETED).map((names, index) => ({
      name: `s3-delete-${String(index + 1)}.json`,
      content: `${JSON.stringify({ Objects: names.map((name) => ({ Key: `${options.bucketFolder}${name}` })), Quiet: true })}\n`,
    })),
    listOf('purge.txt', addressesToPurge(real, options.baseUrl), '\n'),
    listOf(
      'check-links.txt',
      present.map(({ path }) => forLychee(path)),
      '\n',
    ),
    listOf(
      'pages.txt',
      present.map(({ address }) => options.preview?.(address) ?? absolute(address, options)),
      '\n',
    ),
    ...indexNowBodies(told, options),
  ];
  const unlistable = [...upload, ...remove].filter(hasLineEnd);
  return { files, upload, remove, unlistable };
}

/** Nothing is known of what lies at the target. */
function isEverything({ base }: Delta): boolean {
  return base.kind === 'none';
}

/** Whether a search engine should look again: not for what only stands around a page, or what it must not show. */
function isTold({ page, change }: ChangedOutput): boolean {
  if (page?.noindex === true) return false;
  return change !== 'changed' || page?.changed?.parts.some((part) => part !== 'navigation') !== false;
}

function addressesToPurge(real: readonly ChangedOutput[], baseUrl: string | undefined): readonly string[] {
  return [...new Set(real.flatMap(({ path }) => spellingsOf(path)))].map((address) => `${baseUrl ?? ''}${address}`);
}

function indexNowBodies(pages: readonly ChangedOutput[], { baseUrl, indexNowKey }: ListOptions): ToolFile[] {
  if (indexNowKey === undefined || baseUrl === undefined) return [];
  return pieces(pages, MOST_INDEXED).map((some, index) => ({
    name: `indexnow-${String(index + 1)}.json`,
    content: `${JSON.stringify({
      host: new URL(baseUrl).host,
      key: indexNowKey,
      keyLocation: `${baseUrl}/${indexNowKey}.txt`,
      urlList: some.map(({ address }) => `${baseUrl}${address}`),
    })}\n`,
  }));
}

function absolute(address: string, { baseUrl }: ListOptions): string {
  return `${baseUrl ?? ''}${address}`;
}

/** What a list of lines cannot hold is left out of it; `toolFiles` says so. */
function listOf(name: string, items: readonly string[], end: '\0' | '\n'): ToolFile {
  const fitting = end === '\n' ? items.filter((item) => !hasLineEnd(item)) : items;
  return { name, content: fitting.map((item) => `${item}${end}`).join('') };
}

/** A name that begins with `#` or `;` is a comment to rsync, even in a list that ends with NUL. */
function forRsync(path: string): string {
  return `./${path}`;
}

/** A line that begins with `#` is a comment to lychee, and any other one a pattern, even where a file has that name. */
function forLychee(path: string): string {
  return `./${path.replace(/[[*?]/g, '[$&]')}`;
}

function foldersAbove(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join('/'));
}

function hasLineEnd(item: string): boolean {
  return /[\r\n]/.test(item);
}

function pieces<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}
