/** The sites and edits of the suite: recorded cases, our own, and public sites where they can be had. */
import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { BENGAL } from '../gate-suite/bengal-site.ts';
import { suiteSites } from '../gate-suite/edits.ts';
import { versionOf } from '../measuring-machine.ts';
import { hardReads } from './hard-reads.ts';

const root = join(import.meta.dirname, '..', '..');
/** Folders that hold recorded cases which are not ours to commit. */
const SHARED_CASES = process.env['EQUALITY_CASES'] ?? join(root, '..', 'shared', 'cases');
/** A folder with clones of public sites, named `owner+name` or `name`, bare or not. */
const PUBLIC_SITES = process.env['EQUALITY_SITES'];

export interface Edit {
  readonly name: string;
  /** Gets the root of the repository. */
  readonly apply: (repository: string) => void;
  /** Where Bengal is called in another way for this edit. */
  readonly args?: readonly string[];
  /** The pages that a full build changes, adds or removes, where that was recorded or worked out by hand. */
  readonly changes?: readonly string[];
}

export interface Site {
  readonly name: string;
  readonly below: string;
  readonly output: string;
  readonly args: readonly string[];
  readonly edits: readonly Edit[];
  /** Two full builds leave different states, which are not compared then. */
  readonly stateVaries?: boolean;
  /** Lays the sources out in a folder; answers why that cannot be done here. */
  readonly fetch: (folder: string) => string | undefined;
}

const PRODUCTION = ['--environment', 'production'];

export function allSites(): readonly Site[] {
  const own = suiteSites().map(({ name, source, edits }): Site => ({
    ...plainSite(name, source),
    args: PRODUCTION,
    edits,
  }));
  return [...own, ...hardReads(), recordedCase('harbour'), recordedCase('harbour-head'), ...publicSites()];
}

function plainSite(name: string, source: string): Omit<Site, 'args' | 'edits'> {
  return {
    name,
    below: '',
    output: 'public',
    fetch(folder) {
      if (!existsSync(source)) return `${name} is not on this machine`;
      cpSync(source, folder, { recursive: true });
      // A shared folder may be without write bits.
      spawnSync('chmod', ['-R', 'u+w', folder]);
      return undefined;
    },
  };
}

function recordedCase(name: string): Site {
  const folder = join(SHARED_CASES, name);
  const scenarios = join(folder, 'scenarios');
  const edits = existsSync(scenarios) ? readdirSync(scenarios).sort() : [];
  const { bengal } = existsSync(folder)
    ? (readJson(join(folder, 'case.json')) as { readonly bengal: string })
    : { bengal: '' };
  // What another version makes of the sites is no truth about ours.
  const isOurs = versionOf(BENGAL) === bengal;
  return {
    ...plainSite(name, join(folder, 'site')),
    args: PRODUCTION,
    edits: edits.map((edit) => {
      const { changes, ...recorded } = recordedEdit(edit, join(scenarios, edit));
      return isOurs ? { ...recorded, changes } : recorded;
    }),
  };
}

interface Recorded {
  readonly deleted: readonly string[];
  readonly build_args: string;
  readonly truth: { readonly pages: readonly string[] };
}

function recordedEdit(name: string, folder: string): Edit & { readonly changes: readonly string[] } {
  const { deleted, build_args, truth } = readJson(join(folder, 'scenario.json')) as Recorded;
  const args = build_args.split(' ').filter((word) => !/^--(?:no-)?incremental$/.test(word));
  return {
    name,
    changes: truth.pages,
    ...(args.length === 0 ? {} : { args }),
    apply(repository) {
      for (const path of deleted) rmSync(join(repository, path), { recursive: true, force: true });
      const overlay = join(folder, 'overlay');
      if (!existsSync(overlay)) return;
      cpSync(overlay, repository, { recursive: true });
      spawnSync('chmod', ['-R', 'u+w', repository]);
    },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

interface PublicSite {
  readonly name: string;
  readonly clone: string;
  readonly revision: string;
  readonly below: string;
  /** Pages and modules that exist in it: which, was looked up by hand. */
  readonly page: string;
  readonly module: string;
}

const PUBLIC: readonly PublicSite[] = [
  { name: 'rosettes', clone: 'lbliii/rosettes', revision: 'HEAD', below: 'site', page: '', module: 'src' },
  { name: 'patitas', clone: 'lbliii/patitas', revision: 'HEAD', below: 'site', page: '', module: 'src' },
  { name: 'milo-cli', clone: 'lbliii/milo-cli', revision: 'HEAD', below: 'site', page: '', module: 'src' },
  { name: 'kida', clone: 'lbliii/kida', revision: 'HEAD', below: 'site', page: '', module: 'src' },
  { name: 'bengal-docs', clone: 'lbliii/bengal', revision: 'v0.5.1', below: 'site', page: '', module: 'bengal' },
];

function publicSites(): Site[] {
  return PUBLIC.map((site) => ({
    name: site.name,
    below: site.below,
    output: 'public',
    args: PRODUCTION,
    edits: publicEdits(site),
    fetch: (folder) => checkOut(site, folder),
  }));
}

function checkOut({ name, clone, revision }: PublicSite, folder: string): string | undefined {
  if (PUBLIC_SITES === undefined) return 'EQUALITY_SITES names no folder with clones of public sites';
  const at = findClone(PUBLIC_SITES, clone);
  if (at === undefined) return `${name} is not in ${PUBLIC_SITES}`;
  mkdirSync(folder, { recursive: true });
  const script = 'git -C "$0" archive "$1" | tar -x -C "$2"';
  const ended = spawnSync('bash', ['-c', `set -o pipefail; ${script}`, at, revision, folder], { encoding: 'utf8' });
  return ended.status === 0 ? undefined : `${name} cannot be checked out: ${ended.stderr.trim()}`;
}

/** `owner+name`, `owner+name/<anything>.git` or `name` in the folder. */
function findClone(folder: string, clone: string): string | undefined {
  const name = clone.split('/').at(-1) ?? clone;
  const candidates = [clone.replace('/', '+'), name, `${name}.git`].map((each) => join(folder, each));
  const found = candidates.filter((each) => existsSync(each)).flatMap((each) => [each, ...foldersIn(each)]);
  return found.find(
    (each) => spawnSync('git', ['-C', each, 'rev-parse', '--git-dir']).status === 0 && isRepository(each),
  );
}

function isRepository(folder: string): boolean {
  return existsSync(join(folder, '.git')) || existsSync(join(folder, 'HEAD'));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name));
}

/** What authors do on any site. Each finds its file anew, so that the suite follows the sites as they change. */
function publicEdits(site: PublicSite): Edit[] {
  const content = join(site.below, 'content');
  return [
    { name: 'nothing', apply: () => undefined },
    { name: 'body', apply: (at) => appendFileSync(aPage(join(at, content)), '\nOne more sentence for the suite.\n') },
    { name: 'title', apply: (at) => editFrontMatter(aPage(join(at, content)), /^title:.*$/m, 'title: Another title') },
    {
      name: 'tag',
      apply: (at) => addTag(aPage(join(at, content))),
    },
    {
      name: 'page-added',
      apply: (at) =>
        write(join(dirname(aPage(join(at, content))), 'equality-suite.md'), '---\ntitle: Suite\n---\n\nNew here.\n'),
    },
    { name: 'docstring', apply: (at) => editDocstring(join(at, site.module)) },
  ];
}

/** A page in the middle of those that have a title, by path. */
function aPage(content: string): string {
  const pages = readdirSync(content, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.endsWith('_index.md'))
    .sort()
    .map((file) => join(content, file))
    .filter((file) => /^---\n(?:(?!---)[^\n]*\n)*?title:/.test(readFileSync(file, 'utf8')));
  const page = pages[Math.floor(pages.length / 2)];
  if (page === undefined) throw new Error(`${content} has no page with a title`);
  return page;
}

function editFrontMatter(file: string, from: RegExp, to: string): void {
  const text = readFileSync(file, 'utf8');
  if (!from.test(text)) throw new Error(`${file} does not have ${String(from)}`);
  writeFileSync(file, text.replace(from, to));
}

function addTag(file: string): void {
  const text = readFileSync(file, 'utf8');
  const [, front = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
  const edited = /^tags:/m.test(front)
    ? front
        .replace(/^tags: *\[/m, 'tags: [equality-suite, ')
        .replace(/^tags: *\n( *- )/m, 'tags:\n$1equality-suite\n$1')
    : `${front}\ntags: [equality-suite]`;
  write(
    file,
    text.replace(front, () => edited),
  );
}

function editDocstring(folder: string): void {
  const modules = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.py') && !file.endsWith('__init__.py'))
    .sort()
    .map((file) => join(folder, file))
    .filter((file) => /^"""[^"\n]+/.test(readFileSync(file, 'utf8')));
  const file = modules[Math.floor(modules.length / 2)];
  if (file === undefined) throw new Error(`${folder} has no module with a docstring`);
  write(file, readFileSync(file, 'utf8').replace(/^"""/, '"""Edited by the suite. '));
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
