/**
 * `npm run build:zstd`: makes sure that the optional native codec `@mongodb-js/zstd` works here, so that tests cover both
 * codecs. npm removes the package where neither a prebuilt addon nor node-gyp is to be had; this builds it from the
 * package's own source with g++ and the system's libzstd. Nothing outside node_modules changes, except that root on a
 * Debian-like system gets the two Debian packages it needs.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const name = '@mongodb-js/zstd';
const target = join(root, 'node_modules', name);

interface LockFile {
  readonly packages: Readonly<Record<string, { readonly version: string; readonly integrity: string }>>;
}

/** Packs and unpacks some bytes in a process of its own: an addon that crashes should not take us along. */
function roundTrips(): boolean {
  const program = `
    const { compress, decompress } = await import('${name}');
    const content = Buffer.from('bengal '.repeat(1000));
    process.exit((await decompress(await compress(content, 3))).equals(content) ? 0 : 1);`;
  return runs(process.execPath, ['--input-type=module', '--eval', program]);
}

function runs(command: string, args: readonly string[], input = ''): boolean {
  return spawnSync(command, args, { cwd: root, input, stdio: ['pipe', 'ignore', 'ignore'] }).status === 0;
}

function hasCompilerAndLibrary(): boolean {
  return runs('g++', ['-fsyntax-only', '-x', 'c++', '-'], '#include <zstd.h>\n');
}

function installCompilerAndLibrary(): void {
  if (process.getuid?.() !== 0 || !runs('apt-get', ['--version'])) return;
  console.log('Installing g++ and libzstd-dev');
  const install = ['install', '--yes', '--no-install-recommends', 'g++', 'libc6-dev', 'libzstd-dev'];
  // A fresh image may have no package lists yet.
  if (!runs('apt-get', install) && runs('apt-get', ['update'])) runs('apt-get', install);
}

/** Downloads exactly what the lock file names, and puts it where npm would have. */
function unpackSource(): void {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
  const locked = lock.packages[`node_modules/${name}`];
  if (locked === undefined) throw new Error(`package-lock.json does not name ${name}.`);

  const folder = mkdtempSync(join(tmpdir(), 'zstd-source-'));
  try {
    const npm = ['pack', `${name}@${locked.version}`, '--ignore-scripts', '--json', '--pack-destination', folder];
    const answer = execFileSync('npm', npm, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    if (!answer.includes(locked.integrity)) throw new Error(`The package's integrity is not ${locked.integrity}.`);
    const archive = readdirSync(folder).find((file) => file.endsWith('.tgz'));
    if (archive === undefined) throw new Error('npm pack left no archive.');
    execFileSync('tar', ['-xzf', archive], { cwd: folder });
    rmSync(target, { recursive: true, force: true });
    cpSync(join(folder, 'package'), target, { recursive: true });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function compile(): void {
  const release = join(target, 'build', 'Release');
  mkdirSync(release, { recursive: true });
  const addon = join(target, 'addon');
  const sources = readdirSync(addon).filter((file) => file.endsWith('.cpp'));
  const defines = ['NDEBUG', 'NAPI_VERSION=9', 'NODE_GYP_MODULE_NAME=zstd', 'NAPI_CPP_EXCEPTIONS'];
  const includes = ['node-api-headers/include', 'node-addon-api'].map((path) => join(root, 'node_modules', path));
  const args = [
    ...['-O2', '-shared', '-fPIC', '-std=c++17', '-fvisibility=hidden', '-DZSTD_STATIC_LINKING_ONLY'],
    ...defines.map((define) => `-D${define}`),
    ...includes.map((include) => `-I${include}`),
    ...sources.map((file) => join(addon, file)),
    // Dynamic on purpose: Debian's static libzstd is not position independent.
    ...['-lzstd', '-o', join(release, 'zstd.node')],
  ];
  execFileSync('g++', args, { stdio: 'inherit' });
}

function build(): string {
  if (roundTrips()) return `${name} works already.`;
  if (process.platform !== 'linux') {
    throw new Error(`${name} is not installed, and it is built from source on Linux only. Run npm ci with network.`);
  }
  if (!hasCompilerAndLibrary()) installCompilerAndLibrary();
  if (!hasCompilerAndLibrary()) {
    throw new Error('g++ and zstd.h are needed: install them (Debian, Ubuntu: apt-get install g++ libzstd-dev).');
  }
  unpackSource();
  compile();
  if (!roundTrips()) throw new Error(`${name} was built, but it does not give back what it packed.`);
  return `Built ${name}.`;
}

try {
  console.log(build());
} catch (error) {
  // A half-made package would be worse than none: tests take what is importable.
  if (!roundTrips()) rmSync(target, { recursive: true, force: true });
  console.error(`Could not build ${name}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
