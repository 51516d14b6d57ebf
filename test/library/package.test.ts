import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly types: string; readonly default: string }>>;
  readonly dependencies?: unknown;
  readonly sideEffects: readonly string[];
}
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
const doors = Object.entries(manifest.exports).flatMap(([path, files]) =>
  typeof files === 'string' ? [] : [{ path, name: `bengal-cache${path.slice(1)}`, ...files }],
);

/** A project with the package as npm would install it, and nothing besides: no types of Node, no other package. */
async function emptyProject(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const installed = join(folder.path, 'node_modules/bengal-cache');
  mkdirSync(installed, { recursive: true });
  cpSync(join(root, 'dist'), join(installed, 'dist'), { recursive: true });
  cpSync(join(root, 'package.json'), join(installed, 'package.json'));
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');
  return folder;
}

/** The files that an import of this one loads at once. */
function loadedBy(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export)[^;'"]*["'](\.\/[^"']+)["']/gm);
  for (const [, next = ''] of imports) loadedBy(join(dirname(file), next), found);
  return found;
}

describe('the package', () => {
  test('has a door for the report, and one for each part of the library', () => {
    const names = ['.', './build-cache', './delta', './graph', './memo', './stages'];
    assert.deepEqual(
      doors.map(({ path }) => path),
      names,
    );
  });

  test('needs no other package', async () => {
    assert.equal(manifest.dependencies, undefined);
    await using project = await emptyProject();
    const program = doors.map(
      ({ name }, index) =>
        `import * as d${index} from '${name}'; console.log('${name}', Object.keys(d${index}).length > 0);`,
    );
    const run = spawnSync(process.execPath, ['--input-type=module', '--eval', program.join('\n')], {
      cwd: project.path,
      encoding: 'utf8',
    });
    assert.equal(run.stderr, '');
    assert.equal(run.stdout, doors.map(({ name }) => `${name} true\n`).join(''));
  });

  test('has at most fifteen names at its front door, the report among them', () => {
    const index = readFileSync(join(root, 'src/index.ts'), 'utf8');
    const names = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list = '']) =>
      list.split(',').filter((name) => name.trim() !== ''),
    );
    assert.ok(names.length <= 15, String(names.length));
    assert.ok(names.some((name) => name.trim() === 'analyseSite as analyse'));
  });

  for (const [path, most] of [
    ['./graph', 200],
    ['./memo', 200],
    ['./build-cache', 350],
  ] as const) {
    test(`loads at most ${most} KiB for ${path}`, () => {
      const door = doors.find((each) => each.path === path);
      const bytes = [...loadedBy(join(root, door!.default))].reduce((sum, file) => sum + statSync(file).size, 0);
      assert.ok(bytes <= most * 1024, `${Math.ceil(bytes / 1024)} KiB`);
    });
  }

  test('names every file that does something when it is loaded', () => {
    const files = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.js'));
    const library = doors.flatMap((door) => [...loadedBy(join(root, door.default))]);
    for (const file of library)
      assert.ok(!manifest.sideEffects.includes(`./dist/${file.slice(join(root, 'dist').length + 1)}`), file);
    for (const effect of manifest.sideEffects) assert.ok(files.includes(effect.slice('./dist/'.length)), effect);
  });

  for (const [module, moduleResolution] of [
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ] as const) {
    test(`has types that an empty strict project can use, with modules resolved as ${moduleResolution}`, async () => {
      await using project = await emptyProject();
      const program = doors.map(
        ({ name }, index) => `import * as d${index} from '${name}';\nexport const all${index} = d${index};\n`,
      );
      writeFileSync(join(project.path, 'index.ts'), program.join(''));
      const compilerOptions = {
        ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
        ...{ module, moduleResolution, target: 'es2024', types: [], declaration: true, outDir: 'out' },
      };
      writeFileSync(join(project.path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['index.ts'] }));
      const compiler = join(root, 'node_modules/typescript/bin/tsc');
      const run = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: project.path, encoding: 'utf8' });
      assert.equal(run.stdout, '');
      assert.equal(run.status, 0);
    });
  }
});
