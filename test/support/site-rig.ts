import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readState, type BengalState } from '../../src/bengal/state.ts';
import { DEFAULT_LEVEL, loadCodec } from '../../src/compression/zstd.ts';
import { openEnvelope } from '../../src/bengal/envelope.ts';
import type { SitePath } from '../../src/core/paths.ts';
import type { SiteLayout } from '../../src/changes/layout.ts';
import { layBuild, laySources } from './lighthouse.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A disposable site on disk: `await using rig = await siteRig({ 'content/a.md': '...' })`. */
export interface SiteRig extends AsyncDisposable {
  /** Site root, absolute. */
  readonly path: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
  read(path: string): Promise<string>;
  remove(path: string): Promise<void>;
  link(path: string, target: string): Promise<void>;
}

export async function siteRig(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<SiteRig> {
  const folder = await temporaryFolder();
  // One level down, so that a test can put files beside the site.
  const path = join(folder.path, 'site');
  await mkdir(path);
  const at = (name: string): string => join(path, name);
  const rig: SiteRig = {
    path,
    async write(name, content) {
      await mkdir(dirname(at(name)), { recursive: true });
      await writeFile(at(name), content);
    },
    read: (name) => readFile(at(name), 'utf8'),
    remove: (name) => rm(at(name), { recursive: true }),
    async link(name, target) {
      await mkdir(dirname(at(name)), { recursive: true });
      await symlink(target, at(name));
    },
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
  for (const [name, content] of Object.entries(files)) await rig.write(name, content);
  return rig;
}

/** Of the real state, what nobody reads here. Dozens of tests copy the rest, so this matters. */
const UNREAD = /page-artifacts|snapshots|indexes|subvenance|dependency-index/;

/** The sample site with the real state of Bengal 0.5.1 and the output that it built, which nobody has recorded yet. */
export async function lighthouseRig(): Promise<SiteRig> {
  const rig = await lighthouseState();
  laySources(rig.path);
  return rig;
}

/** The real state of Bengal 0.5.1 and its output, without the sources. */
export async function lighthouseState(): Promise<SiteRig> {
  const rig = await siteRig();
  layBuild(rig.path, (path) => !UNREAD.test(path));
  return rig;
}

export const LAYOUT: SiteLayout = {
  contentDir: 'content' as SitePath,
  outputDir: 'public' as SitePath,
  configFiles: ['config/_default/site.yaml'],
};

/** The state that lies in the site; fails the test when it cannot be read. */
export async function stateOf(rig: SiteRig): Promise<BengalState> {
  const outcome = await readState({ site: rig.path, outputDir: LAYOUT.outputDir });
  if (outcome.kind !== 'read') throw new Error(`${outcome.kind}: ${outcome.why}`);
  return outcome.state;
}

/** The JSON inside a state file, as text; times in nanoseconds lose no digit. */
export async function jsonTextOf(rig: SiteRig, name: string): Promise<string> {
  const opened = await openEnvelope(await readFile(join(rig.path, '.bengal', name)), await loadCodec(), 1 << 28);
  if (opened.kind !== 'content') throw new Error(opened.why);
  return Buffer.from(opened.content).toString('utf8');
}

/** One zstd frame without Bengal's header. */
export async function zstd(content: string): Promise<Uint8Array> {
  return await (await loadCodec()).compress(Buffer.from(content), DEFAULT_LEVEL);
}
