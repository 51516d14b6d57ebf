import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';

const projectRoot = join(import.meta.dirname, '..', '..');

/** The names of the rules that the given code breaks when it stands in `file` (which must exist for its types). */
async function rulesBrokenBy(file: string, code: string): Promise<string[]> {
  const eslint = new ESLint({ cwd: projectRoot });
  const [result] = await eslint.lintText(code, { filePath: join(projectRoot, file) });
  return [...new Set(result?.messages.map((message) => message.ruleId ?? message.message))].sort();
}

describe('lint rules', () => {
  const domainFile = 'src/core/never.ts';

  it('flag a floating promise', async () => {
    const code = `export function start(work: () => Promise<void>): void {\n  work();\n}\n`;
    assert.deepEqual(await rulesBrokenBy(domainFile, code), ['@typescript-eslint/no-floating-promises']);
  });

  it('flag a switch that forgets a variant', async () => {
    const code = `
      export function wordOf(mode: 'skip' | 'full'): string {
        switch (mode) {
          case 'skip':
            return 'nothing to do';
          default:
            return 'everything';
        }
      }`;
    assert.deepEqual(await rulesBrokenBy(domainFile, code), ['@typescript-eslint/switch-exhaustiveness-check']);
  });

  it('flag process state and console outside the process shells', async () => {
    const code = `
      export function loud(): void {
        console.log(process.env['HOME'], process.argv, process.stdout.isTTY);
        process.exit(1);
      }`;
    assert.deepEqual(await rulesBrokenBy(domainFile, code), ['no-restricted-globals', 'no-restricted-properties']);
  });

  it('flag a default export and an untyped one', async () => {
    const code = `export default function twice(value: number) {\n  return value * 2;\n}\n`;
    assert.deepEqual(await rulesBrokenBy(domainFile, code), [
      '@typescript-eslint/explicit-module-boundary-types',
      'no-restricted-syntax',
    ]);
  });

  it('let a test call node:test without awaiting it', async () => {
    const code = `import { it } from 'node:test';\nit('runs', async () => {\n  await Promise.resolve();\n});\n`;
    assert.deepEqual(await rulesBrokenBy('test/tooling/lint.long.test.ts', code), []);
  });
});
