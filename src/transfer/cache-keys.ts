import { relative } from 'node:path';
import type { SourceTree } from '../changes/source-tree.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { digestOfParts, sha256 } from '../core/digest.ts';
import { by } from '../core/order.ts';
import { toPosix } from '../core/paths.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { isOfRequest, type Run } from '../store/access.ts';
import { MOST_KEYS } from '../store/keys.ts';

/** Under which key a tree is stored, and under which prefixes an older tree will do. */
export interface CacheKeys {
  readonly key: string;
  /** From near to far. */
  readonly restoreKeys: readonly string[];
  /** In a run of a pull request: where what branches have stored lies. */
  readonly branch?: BranchKeys;
}

/** What a pull request finds of the branch that it goes to. */
export interface BranchKeys {
  /** Of this very tree. */
  readonly key: string;
  /** Of every state of this site, whatever its version and configuration: the newest of them is the branch's last. */
  readonly prefix: string;
}

export interface KeyOptions {
  readonly prefix: string;
  readonly inputs: SiteInputs;
  readonly site: SiteConfig;
  /** Absolute; the site's place in it tells the sites of one repository apart. */
  readonly workspace: string;
  /** As Node names it, such as `linux`. */
  readonly platform: string;
  readonly tree: Pick<SourceTree, 'digest'>;
  /** What started the run: pull requests have keys of their own. */
  readonly run?: Pick<Run, 'event' | 'pipeline'> | undefined;
  /** What the job's own Bengal told. */
  readonly probe?: ProbeOutcome | undefined;
  /** Further paths that travel along. */
  readonly extraPaths?: readonly string[];
  /** The user's own prefixes, tried after ours. */
  readonly restoreKeys?: readonly string[];
  /** Milliseconds; an older state is not used. */
  readonly maxAge?: number | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Layout of what we store. Another number finds no older entries. */
const FORMAT = 'v3';
/** Of what pull requests store. No prefix of a branch begins like it. */
const REQUEST_FORMAT = `${FORMAT}-request`;

const PLATFORMS: Readonly<Record<string, string>> = { win32: 'windows', darwin: 'macos' };

/**
 * Keys read from left to right like a path, from what a state must share to what it may differ in. Each part is lower
 * case (some cache servers know no other), free of slashes, and ends with one, so that `site-1` is no prefix of
 * `site-10`, and a branch or folder `a-b` none of `a/b`.
 *
 * - System: Bengal records absolute paths, and Windows has other line ends. The kind of processor changes nothing.
 * - Python `major.minor`: Bengal discards a state of another one. Site, environment and profile: another site.
 * - Bengal's version and the digest of the packages it is made of, the digest of the configuration and build flags, the place of the site on the disk, the time in
 *   which it is young enough where that is limited, and the digest of the sources.
 *
 * The prefixes leave out one of the latter after the other, from the right. However far a state is from this tree,
 * using it is safe: what differs is found by comparing contents, and another configuration or version leads to a full
 * build. A near one spares work; a far one still tells what a change affects, and what has to be removed.
 *
 * What a pull request stores has another format: GitHub prefers a run's own entries to those of the branch that the
 * request goes to, so only by a key of another kind is that branch's last build still found once the request has an
 * entry. Nobody loses by it, since nobody but the request can read what it stores.
 */
export function cacheKeys(options: KeyOptions): CacheKeys {
  const { inputs, site, tree } = options;
  const where = toPosix(relative(options.workspace, inputs.site)) || '.';
  const shared = [
    keyPart(PLATFORMS[options.platform] ?? options.platform),
    `python-${keyPart(inputs.pythonVersion ?? 'any')}`,
    `site-${keyPart(where)}`,
    keyPart(site.environment) + (inputs.profile === undefined ? '' : `+${keyPart(inputs.profile)}`),
  ];
  const settings = digestOfParts([
    ['configuration', site.fingerprint],
    ...inputs.buildFlags.map((flag): [string, string] => ['flag', flag]),
    ...(options.extraPaths ?? []).map((path): [string, string] => ['path', path]),
  ]);
  const own = [
    `bengal-${keyPart(inputs.bengalVersion ?? 'any')}${packagesPart(options.probe)}`,
    `config-${settings.slice(0, 16)}`,
    `at-${sha256(toPosix(inputs.site)).slice(0, 8)}`,
  ];
  const last = [...periodOf(options.maxAge, options.now), `tree-${tree.digest.slice(0, 32)}`];
  const keyIn = (format: string): string => [keyPart(options.prefix), format, ...shared, ...own, ...last].join('/');
  const prefixIn = (format: string, kept: number): string =>
    `${[keyPart(options.prefix), format, ...shared, ...own.slice(0, kept)].join('/')}/`;
  const given = options.restoreKeys ?? [];
  if (!isOfRequest(options.run)) {
    const restoreKeys = [3, 2, 1, 0].map((kept) => prefixIn(FORMAT, kept));
    return { key: keyIn(FORMAT), restoreKeys: [...new Set([...restoreKeys, ...given])] };
  }
  const branch = { key: keyIn(FORMAT), prefix: prefixIn(FORMAT, 0) };
  const restoreKeys = [
    prefixIn(REQUEST_FORMAT, 3),
    prefixIn(REQUEST_FORMAT, 0),
    branch.key,
    prefixIn(FORMAT, 3),
    prefixIn(FORMAT, 1),
    branch.prefix,
  ];
  // A store takes so many keys and no more; what gives way is the nearer of two that find much the same.
  const room = MOST_KEYS - 1 - given.length;
  const spare = restoreKeys.length > room ? [prefixIn(FORMAT, 1), prefixIn(REQUEST_FORMAT, 3)] : [];
  const fitting = restoreKeys.filter((key) => !spare.slice(0, restoreKeys.length - room).includes(key));
  return { key: keyIn(REQUEST_FORMAT), restoreKeys: [...new Set([...fitting, ...given])], branch };
}

/** A tree that other packages have built is another one: its build would be neither skipped nor stored, time and again. */
function packagesPart(probe: KeyOptions['probe']): string {
  if (probe?.kind !== 'answered' || probe.facts.packages === undefined) return '';
  const versions = [...probe.facts.packages].map(([name, { version }]): [string, string] => [name, version]);
  return `+${digestOfParts(versions.sort(by(([name]) => name))).slice(0, 8)}`;
}

/**
 * An entry cannot be replaced. Where a state may become too old, its key holds for a time as long as that: within it no
 * entry of that key gets too old, and after it the tree is stored anew.
 */
function periodOf(maxAge: number | undefined, now: number): readonly string[] {
  if (maxAge === undefined) return [];
  const began = new Date(Math.floor(now / maxAge) * maxAge).toISOString();
  return [`from-${began.replace(/\D/g, '').slice(0, 14)}`];
}

/** Longest name within a part. */
const LONGEST_NAME = 60;

/** A name as a part of a key. Where it had to be changed, a digest keeps it apart from names that look alike then. */
export function keyPart(name: string): string {
  if (/^[a-z0-9._-]+$/.test(name) && name.length <= LONGEST_NAME) return name;
  const plain = name.toLowerCase().replace(/[^a-z0-9._-]+/g, '~');
  return `${plain.slice(0, LONGEST_NAME)}~${sha256(name).slice(0, 8)}`;
}

/**
 * An entry cannot be replaced, so the key of a tree is for what nothing can be better than: a full build in a job that
 * ended well. Anything else of this tree is kept below it, where a later run finds it as a prefix.
 */
export function keyBelow(key: string, what: string): string {
  return `${key}/${keyPart(what)}`;
}

/**
 * Below this a tree is kept when the entry that has its key turned out to be of no use. Each attempt has a key of its
 * own, and the newest is found first, so that one which is of no use either stands in nobody's way.
 */
export function replacementPrefix(key: string): string {
  return `${keyBelow(key, 'replacement')}/`;
}

export function replacementKey(key: string, attempt: string): string {
  return `${replacementPrefix(key)}${keyPart(attempt)}`;
}

/** What stands in for the entry of a key counts as that. */
export function ownerOf(matchedKey: string, key: string): string {
  return matchedKey.startsWith(replacementPrefix(key)) ? key : matchedKey;
}
