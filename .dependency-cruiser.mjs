/**
 * Who may import whom. `npm run layers` checks it; each rule's comment says what to do when it fires.
 * Imports point one way: entry -> flow -> domain -> core. Type-only imports count like any other.
 */

/** Folder -> the other folders below src/ that it may import. */
const mayImport = {
  core: [],
  disk: ['core'],
  place: ['core', 'disk'],
  output: ['core', 'disk', 'place'],
  delta: ['core', 'inputs'],
  compression: ['core'],
  archive: ['core', 'disk', 'place', 'compression'],
  bengal: ['core', 'disk', 'place', 'compression'],
  config: ['core', 'disk', 'compression', 'bengal'],
  trace: ['core', 'disk', 'compression'],
  manifest: ['core', 'disk', 'place', 'compression', 'bengal'],
  companion: ['core', 'disk', 'place', 'output', 'config', 'manifest'],
  changes: ['core', 'disk', 'place', 'bengal', 'config', 'manifest', 'trace'],
  graph: ['core', 'disk', 'bengal', 'manifest', 'changes'],
  affected: ['core', 'bengal', 'manifest', 'changes', 'graph', 'trace'],
  gate: ['inputs', 'core', 'bengal', 'config', 'manifest', 'changes', 'affected'],
  stages: ['core', 'disk', 'graph'],
  memo: ['core', 'disk', 'graph', 'render'],
  report: [
    ...['companion', 'delta', 'inputs'],
    ...['core', 'compression', 'bengal', 'config', 'trace', 'manifest'],
    ...['changes', 'graph', 'affected', 'gate', 'stages'],
  ],
  render: ['core', 'disk', 'bengal', 'graph', 'affected', 'delta', 'report'],
  store: ['core', 'disk'],
  host: ['core', 'disk'],
  inputs: ['core'],
  init: ['core', 'disk', 'config', 'changes'],
  doctor: ['core', 'disk', 'config', 'changes'],
};

/**
 * The rooms of the story: what a job or a command does in order. They may use everything below them, and each other
 * without a circle; `flow` is the table of contents above them.
 */
const rooms = ['transfer', 'record', 'preparation', 'telling', 'delta-job', 'stage-job', 'graph-command', 'flow'];

/** What asks the disk (through `disk/`) or starts programs. Everything else gets bytes and listings as values. */
const readsDisk = [
  'place',
  'output',
  'companion',
  'archive',
  'bengal',
  'config',
  'trace',
  'manifest',
  'changes',
  'stages',
  'memo',
  'store',
  'host',
  'init',
  'doctor',
  'entry',
];

const oneOf = (names) => `(${names.join('|')})`;
const inFolder = (...names) => `^src/${oneOf(names)}/`;
const builtin = (...names) => `^(node:)?${oneOf(names)}(/|$)`;
const packageNamed = (name) => `(^|node_modules/)${name}(/|$)`;

/** Packages that end up in dist/. */
const bundled = [
  ...['@actions/cache', '@actions/core', '@actions/glob', '@octokit/core', '@octokit/plugin-retry'],
  ...['@hpcc-js/wasm-graphviz', '@resvg/resvg-wasm', 'htmlparser2', 'smol-toml', 'yaml'],
  ...['diff', 'fzstd', 'tar-stream', 'xxhash-wasm'],
];

const layerRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `layer-${folder}`,
  comment:
    `src/${folder} may import ${allowed.length === 0 ? 'no other folder' : allowed.join(', ')}. ` +
    'Pass the value in as a parameter, or move the shared piece to the lowest folder that needs it.',
  severity: 'error',
  from: { path: inFolder(folder) },
  to: { path: '^src/', pathNot: inFolder(folder, ...allowed) },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layerRules,
    {
      name: 'no-cycles',
      comment: 'Modules that need each other are one concept: merge them, or move what both need below them.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-dead-modules',
      comment:
        'Nothing reaches this module from src/entry, src/library or src/index.ts. Use it, or delete it (git remembers).',
      severity: 'error',
      from: { path: '^src/(entry/|library/|index\\.ts$)' },
      to: {
        path: '^src/',
        pathNot: '(^src/(entry/|library/|index\\.ts$|render/assets/)|\\.d\\.ts$)',
        reachable: false,
      },
    },
    {
      name: 'known-folders-only',
      comment: 'Every module of src lives in a folder with a layer rule. Choose one, or add one to mayImport above.',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: `^src/(index\\.ts$|${oneOf([...Object.keys(mayImport), ...rooms, 'entry', 'library'])}/)`,
      },
      to: {},
    },
    {
      name: 'entry-is-the-top',
      comment: 'src/entry holds process shells; what another module needs of one belongs into flow or below.',
      severity: 'error',
      from: { pathNot: '^src/entry/' },
      to: { path: '^src/entry/' },
    },
    {
      name: 'index-is-the-door',
      comment:
        'src/index.ts and src/library are for users of the library. Inside, import the module that defines the name.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/(index\\.ts$|library/)' },
    },
    {
      name: 'flow-sees-ports-only',
      comment: 'The rooms get store and host as values. Import store/port.ts or host/port.ts; entry picks adapters.',
      severity: 'error',
      from: { path: inFolder(...rooms) },
      to: { path: '^src/(store/(github|directory)|host/(actions|terminal))' },
    },
    {
      name: 'flow-without-node',
      comment: 'The rooms tell the story in order. Let the domain folder or the adapter it calls do the Node part.',
      severity: 'error',
      from: { path: inFolder(...rooms) },
      to: { dependencyTypes: ['core'], pathNot: builtin('path') },
    },
    {
      name: 'core-without-effects',
      comment: 'core is pure: of Node it may use crypto, path and buffer.',
      severity: 'error',
      from: { path: inFolder('core') },
      to: { dependencyTypes: ['core'], pathNot: builtin('crypto', 'path', 'buffer') },
    },
    {
      name: 'core-without-packages',
      comment: 'core imports nothing but a few pure parts of Node. Move what needs a package to the folder using it.',
      severity: 'error',
      from: { path: inFolder('core') },
      to: { path: 'node_modules' },
    },
    {
      name: 'compression-without-effects',
      comment: 'compression turns bytes into bytes: of Node it may use zlib, stream, buffer, module and util.',
      severity: 'error',
      from: { path: inFolder('compression') },
      to: { dependencyTypes: ['core'], pathNot: builtin('zlib', 'stream', 'buffer', 'module', 'util') },
    },
    {
      name: 'disk-and-programs-in-few-folders',
      comment:
        `Only ${readsDisk.join(', ')}, graph/stored-graph* and render/assets* use src/disk or child_process. ` +
        'Read in one of those, and hand the contents to the deciding code as a value.',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(disk/|${oneOf(readsDisk)}/|graph/stored-graph|render/assets)` },
      to: { path: `${builtin('child_process')}|^src/disk/(?!outcome)` },
    },
    {
      name: 'one-door-to-the-disk',
      comment: 'Ask src/disk, which answers present, absent or unreadable. Only src/disk/node*.ts imports fs.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/disk/node' },
      to: { path: builtin('fs') },
    },
    {
      name: 'network-and-machine-in-shells-only',
      comment: 'Network and machine state reach the domain through a port. Add what you need to an adapter.',
      severity: 'error',
      from: { path: '^src/', pathNot: inFolder('store', 'host', 'entry') },
      to: { path: builtin('net', 'tls', 'https?', 'http2', 'dgram', 'dns', 'readline', 'cluster', 'vm', 'inspector') },
    },
    {
      name: 'actions-cache-in-one-adapter',
      comment: 'Only store/github*.ts knows @actions/cache: it turns its undefined and -1 into named outcomes.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/github' },
      to: { path: packageNamed('@actions/cache') },
    },
    {
      name: 'actions-core-in-one-adapter',
      comment: 'Only host/actions*.ts knows @actions/core, which escapes nothing by itself. Use the Host port.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/host/actions' },
      to: { path: packageNamed('@actions/core') },
    },
    {
      name: 'actions-glob-where-patterns-resolve',
      comment: 'Patterns are resolved in stages, inputs and archive. Elsewhere take the resolved list of files.',
      severity: 'error',
      from: { path: '^src/', pathNot: inFolder('stages', 'inputs', 'archive') },
      to: { path: packageNamed('@actions/glob') },
    },
    {
      name: 'no-other-actions-package',
      comment: 'The toolkit is used through @actions/cache, core and glob. Discuss before adding another part of it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: packageNamed('@actions'), pathNot: packageNamed('@actions/(cache|core|glob)') },
    },
    {
      name: 'declared-packages-only',
      comment:
        'Add the package to devDependencies, and to `bundled` in this file: it goes into dist/, and nobody installs it.',
      severity: 'error',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
        pathNot: bundled.map(packageNamed).join('|'),
      },
    },
    {
      name: 'resolvable-imports-only',
      comment: 'This import leads nowhere. Correct the path (with its .ts extension) or install the package.',
      severity: 'error',
      from: {},
      // The native codec is optional: npm removes it where it cannot be built.
      to: { couldNotResolve: true, pathNot: '^@mongodb-js/zstd$' },
    },
    {
      name: 'src-stands-alone',
      comment: 'src never imports tests, scripts or benchmarks. Move the helper into src, or the caller out of it.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(test|scripts|bench|dist)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
