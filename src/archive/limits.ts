/** What an archive may hold at most. All three are checked while unpacking, before the bytes reach the disk. */
export interface ArchiveLimits {
  /** Members, directories included. */
  readonly files: number;
  /** Bytes of all file contents together. */
  readonly bytes: number;
  /** Bytes of tar per byte of archive, counted beyond the first `RATIO_GRACE_BYTES`. */
  readonly ratio: number;
}

export const DEFAULT_ARCHIVE_LIMITS: ArchiveLimits = {
  // A site of 100,000 pages writes about four files a page (html, json, txt, plus assets): room for the largest sites,
  // while the set of names that unpacking keeps in memory stays below some 200 MB.
  files: 500_000,
  // The quota of all caches of a repository on GitHub is 10 GB, and a hosted runner has about 14 GB of free disk.
  bytes: 10 * 1024 ** 3,
  // Generated pages share most of their text: 10,000 near-identical pages of 1 kB measured 450:1, headers included;
  // zeros reach 32,000:1. Ten times the honest extreme keeps every real site and stops a bomb early.
  ratio: 4000,
};

/** An archive this small once unpacked cannot hurt, whatever its ratio; without it tiny test sites could trip. */
export const RATIO_GRACE_BYTES = 16 * 1024 ** 2;
