import type { SourceTree } from '../changes/source-tree.ts';
import type { ProbeOutcome } from '../config/probe.ts';
import type { SiteConfig } from '../config/site-config.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { type Run } from '../store/access.ts';
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
export declare function cacheKeys(options: KeyOptions): CacheKeys;
/** A name as a part of a key. Where it had to be changed, a digest keeps it apart from names that look alike then. */
export declare function keyPart(name: string): string;
/**
 * An entry cannot be replaced, so the key of a tree is for what nothing can be better than: a full build in a job that
 * ended well. Anything else of this tree is kept below it, where a later run finds it as a prefix.
 */
export declare function keyBelow(key: string, what: string): string;
/**
 * Below this a tree is kept when the entry that has its key turned out to be of no use. Each attempt has a key of its
 * own, and the newest is found first, so that one which is of no use either stands in nobody's way.
 */
export declare function replacementPrefix(key: string): string;
export declare function replacementKey(key: string, attempt: string): string;
/** What stands in for the entry of a key counts as that. */
export declare function ownerOf(matchedKey: string, key: string): string;
