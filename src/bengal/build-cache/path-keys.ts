import { realpathSync } from '../../disk/node.ts';
import { dirname, posix, resolve } from 'node:path';
import { below, isAbsolutePosix, toPosix } from '../../core/paths.ts';

export interface PathKeysOptions {
  /** The site as it is now. */
  readonly siteRoot: string;
  /** Asked at most once: the root of the checkout that wrote the state, absolute POSIX. */
  readonly findRecordedRoot: () => string | undefined;
}

/**
 * Names of files in the cache: Bengal's `content_key` (`bengal/build/contracts/keys.py`), which is the POSIX path relative
 * to the site root, or the absolute one for files elsewhere, symbolic links resolved.
 */
export class PathKeys {
  /** Absolute, POSIX, symbolic links resolved. */
  readonly siteRoot: string;
  readonly #givenRoot: string;
  readonly #findRecordedRoot: () => string | undefined;
  #recordedRoot: { readonly path: string | undefined } | undefined;

  constructor({ siteRoot, findRecordedRoot }: PathKeysOptions) {
    this.#givenRoot = toPosix(resolve(siteRoot));
    this.siteRoot = resolveLinks(this.#givenRoot);
    this.#findRecordedRoot = findRecordedRoot;
  }

  /** The key of a path that a caller names, absolute or relative to the site root. Looks for symbolic links on disk. */
  of(path: string): string {
    const slashed = toPosix(path);
    const absolute = isAbsolutePosix(slashed) ? posix.normalize(slashed) : posix.join(this.siteRoot, slashed);
    const known = this.#belowSite(absolute);
    const real = resolveLinks(known === undefined ? absolute : posix.join(this.siteRoot, known));
    return below(this.siteRoot, real) ?? real;
  }

  /** The key of a path that the state names. Never looks at the disk: the state may be from another machine. */
  ofRecorded(recorded: string): string {
    const path = toPosix(recorded);
    return isAbsolutePosix(path) ? (this.#belowSite(path) ?? path) : path;
  }

  /** Where the file of a key lies on this machine. */
  toAbsolute(key: string): string {
    return isAbsolutePosix(key) ? key : posix.join(this.siteRoot, key);
  }

  /**
   * The key of a source of generated documentation: relative to the *parent* of the site root where it lies below that,
   * because such sources are the siblings of a site (`autodoc_tracking.py`). A relative path is taken as such a key.
   */
  ofAutodocSource(path: string): string {
    const slashed = toPosix(path);
    if (!isAbsolutePosix(slashed)) return slashed;
    for (const root of this.#roots()) {
      const key = below(posix.dirname(root), slashed);
      if (key !== undefined) return key;
    }
    return slashed;
  }

  autodocSourceToAbsolute(key: string): string {
    return isAbsolutePosix(key) ? key : posix.join(posix.dirname(this.siteRoot), key);
  }

  #belowSite(absolute: string): string | undefined {
    const here = below(this.siteRoot, absolute) ?? below(this.#givenRoot, absolute);
    if (here !== undefined) return here;
    const recordedRoot = this.#recorded();
    return recordedRoot === undefined ? undefined : below(recordedRoot, absolute);
  }

  *#roots(): Generator<string> {
    yield this.siteRoot;
    yield this.#givenRoot;
    const recorded = this.#recorded();
    if (recorded !== undefined) yield recorded;
  }

  #recorded(): string | undefined {
    this.#recordedRoot ??= { path: this.#findRecordedRoot() };
    return this.#recordedRoot.path;
  }
}

/** As Python's `Path.resolve`: links are followed as far as the path exists. */
function resolveLinks(path: string): string {
  const missing: string[] = [];
  for (let existing = path; ; existing = dirname(existing)) {
    try {
      return posix.join(toPosix(realpathSync.native(existing)), ...missing);
    } catch {
      // Not there, a loop of links, or no name of a file at all: then its folder may tell.
      if (dirname(existing) === existing) return path;
      missing.unshift(posix.basename(existing));
    }
  }
}
