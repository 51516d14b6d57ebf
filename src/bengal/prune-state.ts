import { join } from 'node:path';
import { asFiniteNumber, asString, entriesOf, field, isObject } from '../core/json.ts';
import { sha256, type Sha256 } from '../core/digest.ts';
import { isWithin, type SitePath } from '../core/paths.ts';
import { neededBytes } from '../disk/read.ts';
import { readPlainFile } from './cache-file.ts';
import { listCacheable, listCompiledTemplates } from './list-files.ts';

/** Our manifest and the records of stages stand beside Bengal's files and are none of them. */
const OURS = /^\.bengal\/(?:ci-manifest\.json\.zst$|stages\/)/;

export function isBengals(path: string): boolean {
  return isWithin('.bengal', path) && !OURS.test(path);
}

/**
 * Files of Bengal's that belong into a cache: those that may travel, without records and artifacts that nothing in the
 * state refers to any more. Bengal finds both by name only, in lists that name every one it uses.
 */
export function listStateFiles(site: string): SitePath[] {
  const files = listCacheable(site, '.bengal').filter(isBengals);
  if (files.length === 0) return [];
  const used = [usedRecords(site), usedArtifacts(site)];
  return files.filter((path) => used.every((isUsed) => isUsed(path)));
}

/** Path -> SHA-256 of each, and of each compiled template, whether it travels or not. */
export function digestStateFiles(site: string): Map<string, Sha256> {
  return new Map(
    [...listStateFiles(site), ...listCompiledTemplates(site)].map((path) => [
      path,
      sha256(neededBytes(join(site, path))),
    ]),
  );
}

type Use = (path: string) => boolean;

/** A record is named after its hash, and the index holds the hash of each page's record. */
function usedRecords(site: string): Use {
  const index = readPlainFile(join(site, '.bengal'), 'provenance/index.json');
  const pages = index.kind === 'read' ? index.value['pages'] : undefined;
  if (!isObject(pages)) return () => true;
  const names = new Set(entriesOf(pages).map(([, hash]) => asString(hash)));
  return (path) => {
    const name = /^\.bengal\/provenance\/records\/([0-9a-f]{16,64})\.json$/.exec(path)?.[1];
    return name === undefined || names.has(name);
  };
}

/** With a list of version 1, Bengal opens no shard that it does not name. */
function usedArtifacts(site: string): Use {
  const list = readPlainFile(join(site, '.bengal/page-artifacts'), 'manifest.json');
  const shards = list.kind === 'read' ? field(list.value, 'records') : undefined;
  if (list.kind !== 'read' || asFiniteNumber(list.value['version']) !== 1 || !isObject(shards)) return () => true;
  const names = new Set(entriesOf(shards).map(([, shard]) => asString(shard)));
  return (path) => {
    const name = /^\.bengal\/page-artifacts\/([0-9a-f]{2})\.json$/.exec(path)?.[1];
    return name === undefined || names.has(name);
  };
}
