import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { temporaryFolder, type TemporaryFolder } from './temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

interface Example {
  readonly heading: string;
  readonly program: string;
  /** What the lines that begin with `// => ` promise. */
  readonly prints: string;
}

/** A section that begins so shows programs in Python, each followed by ours; ours go on from one to the next. */
const SIDE_BY_SIDE = 'From ';

/** A page of docs/, as it is written. */
export function readDocsPage(name: string): string {
  return readFileSync(join(root, 'docs', name), 'utf8');
}

function examplesIn(page: string): Example[] {
  let heading = '';
  const found: Example[] = [];
  for (const [, title, program] of page.matchAll(/^## (.*)$|^```ts\n([\s\S]*?)^```$/gm)) {
    heading = title ?? heading;
    if (program === undefined) continue;
    const promised = [...program.matchAll(/^ *\/\/ => (.*)$/gm)].map(([, line = '']) => `${line}\n`);
    const last = found.at(-1);
    const goesOn = heading.startsWith(SIDE_BY_SIDE) && last?.heading === heading;
    if (goesOn) found.pop();
    found.push({
      heading,
      program: (goesOn ? last.program : '') + program,
      prints: (goesOn ? last.prints : '') + promised.join(''),
    });
  }
  return found;
}

/** How many lines of Python and of TypeScript each pair has that say something. */
export function pairsIn(page: string): { readonly python: string; readonly lines: number; readonly ours: number }[] {
  const linesIn = (program: string): number =>
    program.split('\n').filter((line) => !/^\s*(?:$|#|\/\/)/.test(line)).length;
  return [...page.matchAll(/^```python\n([\s\S]*?)^```\n+```ts\n([\s\S]*?)^```$/gm)].map(
    ([, python = '', ours = '']) => {
      return { python, lines: linesIn(python), ours: linesIn(ours) };
    },
  );
}

/** A project that has the library installed, and the sample site beside it, for programs to do with as they like. */
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

/** Tests that the programs on a page run, print what they promise and are well typed, and that its contents are right. */
export function testExamplesOf(page: string): void {
  const examples = examplesIn(page);

  test('there are examples, and each promises something', () => {
    assert.ok(examples.length >= 8);
    for (const { heading, prints } of examples) assert.notEqual(prints, '', heading);
  });

  for (const [index, { heading, program, prints }] of examples.entries()) {
    test(`example ${index + 1}, "${heading}", prints what it promises`, async () => {
      await using folder = await project();
      const args = ['--input-type=module-typescript', '--no-warnings', '--eval', program];
      // The folders that examples make for themselves go away with the project.
      const env = { ...process.env, TMPDIR: folder.path, TEMP: folder.path, TMP: folder.path };
      const result = spawnSync(process.execPath, args, { cwd: folder.path, env, encoding: 'utf8' });
      assert.equal(result.status, 0, result.stderr);
      assert.equal(result.stdout, prints);
    });
  }

  test('the examples pass the strictest type check', async () => {
    await using folder = await project();
    for (const [index, { program }] of examples.entries())
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
}
