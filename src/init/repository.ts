/** What of a repository decides how its workflow has to look. */
export interface RepositoryFacts {
  /** The site, relative to the root of the repository; empty: it is the root. */
  readonly site: string;
  /** Where Bengal writes, relative to the site. */
  readonly outputDir: string;
  /** The branch that is published. */
  readonly branch: string;
  readonly packages: PackageSetup;
  /** `major.minor`, or what a file of the repository says. */
  readonly python: PythonChoice;
  /** Whether the site says where it is published; without that each branch is configured differently. */
  readonly hasBaseUrl: boolean;
}

/** How the job gets its Bengal. */
export type PackageSetup =
  /** A project that uv keeps, with its lock file. */
  | { readonly kind: 'uv'; readonly folder: string }
  /** Requirement files that name Bengal, relative to the root. */
  | { readonly kind: 'requirements'; readonly file: string }
  /** A project whose metadata names Bengal, in an extra or not; relative to the root. */
  | { readonly kind: 'project'; readonly folder: string; readonly extra: string | undefined }
  /** Nothing names it. */
  | { readonly kind: 'none' };

export type PythonChoice =
  { readonly kind: 'file'; readonly file: string } | { readonly kind: 'version'; readonly version: string };

/** A text file of the repository; `undefined`: it is not there, or cannot be read. */
export type ReadText = (path: string) => string | undefined;

/** The oldest Python that Bengal of today runs on. */
const USUAL_PYTHON = '3.14';
/** Where people write down what their documentation needs. */
const REQUIREMENTS = ['requirements-docs.txt', 'docs-requirements.txt', 'requirements.txt', 'requirements-dev.txt'];

/** Looks from the site upwards: what lies nearest to the site is meant for it. */
export function findPackages(site: string, read: ReadText): PackageSetup {
  for (const folder of foldersUpwards(site)) {
    const at = (name: string): string => (folder === '' ? name : `${folder}/${name}`);
    const project = read(at('pyproject.toml')) ?? '';
    if (namesBengal(project) && read(at('uv.lock')) !== undefined) return { kind: 'uv', folder };
    const names = [...REQUIREMENTS.map(at), at('requirements/docs.txt')];
    const file = names.find((name) => namesBengal(read(name) ?? ''));
    if (file !== undefined) return { kind: 'requirements', file };
    if (namesBengal(project)) return { kind: 'project', folder, extra: extraWithBengal(project) };
  }
  return { kind: 'none' };
}

export function findPython(site: string, read: ReadText): PythonChoice {
  for (const folder of foldersUpwards(site)) {
    const file = folder === '' ? '.python-version' : `${folder}/.python-version`;
    if (/^\s*\d+\.\d+/.test(read(file) ?? '')) return { kind: 'file', file };
  }
  return { kind: 'version', version: USUAL_PYTHON };
}

/** The folder and those above it, up to the root, which is empty. */
function foldersUpwards(folder: string): readonly string[] {
  const names = folder === '' ? [] : folder.split('/');
  return [...names.map((_, index) => names.slice(0, names.length - index).join('/')), ''];
}

/** A line or an entry of a list that requires Bengal itself, and not a package whose name begins with it. */
function namesBengal(text: string): boolean {
  return /(?:^|["'])\s*bengal\s*(?:\[[^\]]*\])?\s*(?:[<>=!~;@"'#]|$)/im.test(text);
}

/** The extra of `[project.optional-dependencies]` that names Bengal; `undefined`: it is among the dependencies. */
function extraWithBengal(project: string): string | undefined {
  const [, extras = ''] = /^\[project\.optional-dependencies\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(project) ?? [];
  const entries = extras.matchAll(/^([A-Za-z0-9._-]+)\s*=\s*\[([\s\S]*?)\]\s*$/gm);
  return [...entries].find(([, , list = '']) => namesBengal(list))?.[1];
}
