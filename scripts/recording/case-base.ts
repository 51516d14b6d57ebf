import { cpSync } from 'node:fs';
import { packArchive } from '../../src/archive/pack.ts';
import { isCacheable } from '../../src/bengal/cacheable.ts';
import { buildAndRecord, listFiles, type ProductBuild } from './build.ts';
import { takePlace } from './place.ts';

export interface CaseBase extends Pick<ProductBuild, 'bengal' | 'beforeRecord'> {
  /** Builds in the folder in which a job of the repository NAME would. */
  readonly name: string;
  /** Sources, which stay as they are. */
  readonly site: string;
  /** Where the archive goes. */
  readonly file: string;
}

/** Builds the base of a case as a user does, and packs what would travel of its state and output. Returns its outputs. */
export async function recordBase({ name, site, file, ...build }: CaseBase): Promise<readonly string[]> {
  using place = takePlace(name);
  cpSync(site, place.at, { recursive: true });
  await buildAndRecord({ at: place.at, ...build });
  const files = listFiles(place.at);
  const paths = files.filter((path) => /^(?:\.bengal|public)\//.test(path) && isCacheable(path));
  const packed = await packArchive({ root: place.at, paths, file });
  if (packed.kind === 'refused') throw new Error(packed.why);
  return files.flatMap((path) => (path.startsWith('public/') ? [path.slice('public/'.length)] : []));
}
