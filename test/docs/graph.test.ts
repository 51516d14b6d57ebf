import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parseGraphCli } from '../../src/entry/cli-graph-options.ts';
import { temporaryFolder, type TemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/graph.md'), 'utf8');

interface Example {
  readonly heading: string;
  readonly program: string;
  /** What the lines that begin with `// => ` promise. */
  readonly prints: string;
}

function examples(): Example[] {
  let heading = '';
  const found: Example[] = [];
  for (const [, title, program] of page.matchAll(/^## (.*)$|^```ts\n([\s\S]*?)^```$/gm)) {
    heading = title ?? heading;
    if (program === undefined) continue;
    const promised = [...program.matchAll(/^ *\/\/ => (.*)$/gm)].map(([, line = '']) => `${line}\n`);
    found.push({ heading, program, prints: promised.join('') });
  }
  return found;
}

/** A project that has the library installed, and the sample site beside it. */
async function project(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  writeFileSync(join(folder.path, 'package.json'), '{"type":"module"}');
  const modules = join(folder.path, 'node_modules');
  mkdirSync(modules);
  symlinkSync(root, join(modules, 'bengal-cache'), 'junction');
  symlinkSync(join(root, 'node_modules/@types'), join(modules, '@types'), 'junction');
  symlinkSync(join(root, 'node_modules/undici-types'), join(modules, 'undici-types'), 'junction');
  cpSync(join(root, 'examples'), join(folder.path, 'examples'), { recursive: true });
  return folder;
}

describe('what docs/graph.md shows is true', () => {
  test('there are examples, and each promises something', () => {
    assert.ok(examples().length >= 8);
    for (const { heading, prints } of examples()) assert.notEqual(prints, '', heading);
  });

  for (const [index, { heading, program, prints }] of examples().entries()) {
    test(`example ${index + 1}, "${heading}", prints what it promises`, async () => {
      await using folder = await project();
      const args = ['--input-type=module-typescript', '--no-warnings', '--eval', program];
      const result = spawnSync(process.execPath, args, { cwd: folder.path, encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
      assert.equal(result.stdout, prints);
    });
  }

  test('the examples pass the strictest type check', async () => {
    await using folder = await project();
    for (const [index, { program }] of examples().entries())
      writeFileSync(join(folder.path, `example-${index + 1}.ts`), program);
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, skipLibCheck: false },
      ...{ module: 'nodenext', target: 'es2024', types: ['node'], noEmit: true },
    };
    writeFileSync(join(folder.path, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }));
    const compiler = join(root, 'node_modules/typescript/bin/tsc');
    const result = spawnSync(process.execPath, [compiler, '-p', '.'], { cwd: folder.path, encoding: 'utf8' });
    assert.equal(result.stdout, '');
    assert.equal(result.status, 0);
  });

  test('the commands that it shows are commands', () => {
    const [, shown = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(page)!;
    const lines = shown.trim().split('\n');
    assert.ok(lines.length >= 10);
    for (const line of lines) {
      const [program, command, ...args] = line.replace(/ *#.*/, '').split(/ +/);
      assert.deepEqual([program, command], ['bengal-cache', 'graph']);
      assert.equal(parseGraphCli(args).ok, true, line);
    }
  });

  test('the table of contents lists the sections', () => {
    const sections = [...page.matchAll(/^## (.*)$/gm)].map(([, title = '']) => title);
    const listed = [...page.matchAll(/^- \[(.*)\]\(#(.*)\)$/gm)];
    assert.deepEqual(
      listed.map(([, title]) => title),
      sections,
    );
    for (const [, title = '', anchor] of listed)
      assert.equal(anchor, title.toLowerCase().replaceAll(',', '').replaceAll(' ', '-'));
  });
});
