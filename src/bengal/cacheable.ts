/** One line of the table of what travels in a cache. The first rule that matches a path decides. */
export interface CachedPathRule {
  /** Pattern for people. `OUTPUT` and `PATH` stand for the output directory and the paths that a user adds. */
  readonly path: string;
  /** The same for the program; asked of site paths. */
  readonly matches: RegExp;
  readonly cached: boolean;
  /** A sentence for people. */
  readonly why: string;
}

// Case is ignored, and so are dots and blanks at the end: some file systems do the same.
const never = (path: string, matches: RegExp, why: string): CachedPathRule => ({ path, matches, cached: false, why });
const always = (path: string, matches: RegExp, why: string): CachedPathRule => ({ path, matches, cached: true, why });

const ANYWHERE: readonly CachedPathRule[] = [
  never(
    '`*.pyc`, `*.pyo`, `__pycache__/`',
    /\.py[co](?:\.\d+)?[. ]*$|(?:^|\/)__pycache__(?:\/|$)/iu,
    'Python bytecode: whoever can write it runs code in the next job.',
  ),
  never(
    '`*.pickle`, `*.pkl`, `*.joblib`, `*.dill`, `*.marshal`',
    /\.(?:pickle|pkl|joblib|dill|marshal)[. ]*$/iu,
    'Pickles and their like run code when they are read.',
  ),
  never(
    '`*.so`, `*.so.*`, `*.dylib`, `*.dll`, `*.pyd`, `*.node`, `*.exe`',
    /\.(?:so(?:\.\d+)*|dylib|dll|pyd|node|exe)[. ]*$/iu,
    'Native code.',
  ),
  never(
    '`.git/`, `.github/`, `.hg/`, `.svn/`, `node_modules/.bin/`',
    /(?:^|\/)(?:\.git|\.github|\.hg|\.svn|node_modules\/\.bin)[. ]*(?:\/|$)/iu,
    'Hooks, workflows and programs, which belong to the checkout and to the package manager.',
  ),
  never(
    '`.env*`, `.netrc`, `.npmrc`, `.pypirc`, `.git-credentials`, `.ssh/`, `.aws/`',
    /(?:^|\/)(?:\.env(?:\.[^/]*)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.ssh(?:\/.*)?|\.aws(?:\/.*)?)[. ]*$/iu,
    'Secrets: whoever can read the repository can read its caches.',
  ),
  never(
    '`*.tmp`, `.incoming-*`, `.bengal-cache-*`',
    /\.tmp[. ]*$|(?:^|\/)\.incoming-|(?:^|\/)\.bengal-cache-/iu,
    'Temporary files of Bengal and of this tool.',
  ),
  never(
    '`.bengal-cache/`, `.bengal-cache.json`',
    /(?:^|\/)\.bengal-cache(?:\.json)?[. ]*(?:\/|$)/iu,
    'The state of Bengal before 0.1.5, which newer versions would still adopt from inside the output.',
  ),
];

const STATE: readonly CachedPathRule[] = [
  never(
    '`.bengal/cache/kida/`, `.bengal/templates/`',
    /^\.bengal\/(?:cache\/kida|templates)[. ]*(?:\/|$)/iu,
    'Compiled templates: Bengal unmarshals and runs them. They travel only with the input `bytecode` or in signed entries.',
  ),
  never(
    '`.bengal/logs/`, `.bengal/metrics/`, `.bengal/profiles/`, `*.log`',
    /^\.bengal\/(?:(?:logs|metrics|profiles)[. ]*(?:\/|$)|.*\.log[. ]*$)/iu,
    'Written anew by every run and read by none; may quote the environment.',
  ),
  never(
    '`.bengal/**/*.lock`, `.bengal/**/*.pid`',
    /^\.bengal\/.*\.(?:lock|pid)[. ]*$/iu,
    'True of the machine that wrote them only.',
  ),
  never(
    '`.bengal/content_cache/`, `.bengal/cache/external_refs/`',
    /^\.bengal\/(?:content_cache|cache\/external_refs)[. ]*(?:\/|$)/iu,
    'Fetched from the network, with their own ages: a cache of ours would keep them for ever.',
  ),
  never(
    '`.bengal/worktrees/`, `.bengal/version-builds/`',
    /^\.bengal\/(?:worktrees|version-builds)[. ]*(?:\/|$)/iu,
    'Checkouts of other commits, which git makes faster than a cache brings them.',
  ),
  never(
    '`.bengal/image-cache/`, `.bengal/js_bundle/`, `.bengal/pipeline_out/`',
    /^\.bengal\/(?:image-cache|js_bundle|pipeline_out)[. ]*(?:\/|$)/iu,
    'Intermediate results of the asset pipeline, which every build makes anew.',
  ),
  never(
    '`.bengal/cache.json`',
    /^\.bengal\/cache\.json[. ]*$/iu,
    'Its mere existence makes every later build incremental, behind its user’s back.',
  ),
  always(
    '`.bengal/ci-manifest.json.zst`',
    /^\.bengal\/ci-manifest\.json\.zst$/,
    'What this tool recorded of the build: every restored file is checked against it.',
  ),
  always(
    '`.bengal/trace.zst`',
    /^\.bengal\/trace\.zst$/,
    'What each page read when it was rendered: a build keeps a page only where all of that is as it was.',
  ),
  always(
    '`.bengal/*.json.zst`',
    /^\.bengal\/[^/]+\.json\.zst$/,
    'Fingerprints, tags, page metadata, asset links: Bengal’s main cache and its relatives.',
  ),
  always(
    '`.bengal/effects.json`, `.bengal/provenance/`',
    /^\.bengal\/(?:effects|provenance\/.+)\.json$/,
    'What each page was made from and wrote: Bengal selects pages by it, and so do we. Records of pages that are gone are pruned.',
  ),
  always(
    '`.bengal/stores/`, `.bengal/page-artifacts/`',
    /^\.bengal\/(?:stores|page-artifacts)\/.+\.json$/,
    'Parsed and rendered content that an incremental build takes over. Artifacts of pages that are gone are pruned.',
  ),
  always(
    '`.bengal/cache/snapshots/`, `.bengal/cache/assets/`, `.bengal/indexes/`',
    /^\.bengal\/(?:(?:cache\/snapshots|indexes)\/.+\.json|cache\/assets\/.+\.css)$/,
    'Parsed pages, the merged style sheet and the query indexes of the last build.',
  ),
  always(
    '`.bengal/**/*.json`, `.bengal/**/*.json.zst`',
    /^\.bengal\/.+\.json(?:\.zst)?$/,
    'Other data: a state without a file that a newer Bengal expects would be no state.',
  ),
  always(
    '`.bengal/stages/*.stage`, `*.files`',
    /^\.bengal\/stages\/[^/]+\.(?:stage|files)$/,
    'Records of stages: what each last succeeded with. They are checked before they count.',
  ),
  never(
    '`.bengal/**`',
    /^\.bengal(?:\/|$)/iu,
    'Anything else, since no known version of Bengal writes it and nobody knows what it does.',
  ),
];

const REST: readonly CachedPathRule[] = [
  always(
    '`OUTPUT/**`',
    /^/,
    'Without its output Bengal starts cold, whatever the state says. Outputs of pages whose source is gone are pruned.',
  ),
  always('`PATH/**`', /^/, 'What the input `path` adds. On restore a file that is there already is left as it is.'),
];

export const CACHED_PATHS: readonly CachedPathRule[] = [...ANYWHERE, ...STATE, ...REST];

/** Bengal's compiled templates, which it runs without asking whose they are. */
const COMPILED_TEMPLATE = /^\.bengal\/cache\/kida\/[\w.-]+\.pyc$/;

/** Whether a file is a compiled template, which travels only where the workflow or a signature vouches for it. */
export function isCompiledTemplate(path: string): boolean {
  return COMPILED_TEMPLATE.test(path);
}

/**
 * Whether a file may go into a cache, and may come out of one. Asked of site paths below `.bengal`, the output directory
 * or a path that the user added; where else a path lies is not judged here.
 */
export function isCacheable(path: string): boolean {
  return CACHED_PATHS.find((rule) => rule.matches.test(path))?.cached ?? false;
}

/**
 * Why a path that a user wants cached besides the state and the output cannot be; `undefined` when it can. It is known
 * to lie inside the site, and outside of the state and the output.
 */
export function findExtraPathProblem(path: string): string | undefined {
  // Some file systems take `.Bengal` for the same.
  if (/^\.bengal(?:\/|$)/iu.test(path)) return 'what of .bengal is cached is fixed';
  const rule = ANYWHERE.find((candidate) => !candidate.cached && candidate.matches.test(path));
  return rule === undefined ? undefined : `${rule.path} is not. ${rule.why}`;
}
