import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { BUILD_INPUTS } from '../../src/inputs/build-spec.ts';
import { OWN_ACTION } from '../../src/init/own-action.ts';
import { workflowText } from '../../src/init/made-workflow.ts';
import { missingTool } from '../support/heavy-tools.ts';
import { importTool } from '../tools/tools.js';

// GitHub's own parser reads our workflows, those to copy, and those that `bengal-cache init` writes.

const root = resolve(import.meta.dirname, '../..');
const skip = missingTool('@actions/workflow-parser');

/** As much of the package as is asked here. */
interface Parser {
  readonly NoOperationTraceWriter: new () => object;
  readonly parseWorkflow: (file: { readonly name: string; readonly content: string }, trace: object) => Parsed;
  readonly convertWorkflowTemplate: (context: unknown, root: unknown) => Promise<Template>;
}

interface Parsed {
  readonly context: { readonly errors: { getErrors(): Iterable<{ readonly message: string }> } };
  readonly value?: unknown;
}

interface Template {
  readonly errors?: readonly { readonly Message: string }[];
  readonly jobs: readonly unknown[];
}

let parser: Promise<Parser> | undefined;

function load(): Promise<Parser> {
  parser ??= (async () => {
    // It imports JSON as bundlers allow it, without saying so.
    const hooks = registerHooks({
      load: (url, context, next) =>
        next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
    });
    const loaded = (await importTool('@actions/workflow-parser')) as Parser;
    hooks.deregister();
    return loaded;
  })();
  return parser;
}

/** What is wrong with a workflow, in the parser's words. */
async function errorsIn(name: string, content: string): Promise<string[]> {
  const { NoOperationTraceWriter, parseWorkflow, convertWorkflowTemplate } = await load();
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  const errors = [...context.errors.getErrors()].map(({ message }) => message);
  if (value === undefined || errors.length > 0) return errors;
  const { errors: more = [], jobs } = await convertWorkflowTemplate(context, value);
  return [...more.map(({ Message }) => Message), ...(jobs.length > 0 ? [] : ['no job'])];
}

const FILES = globSync(['.github/workflows/*.yml', 'examples/workflows/*.yml'], { cwd: root }).sort();

describe("GitHub's own parser", { skip }, () => {
  for (const file of FILES)
    test(`reads ${file}`, async () => {
      assert.deepEqual(await errorsIn(file, readFileSync(join(root, file), 'utf8')), []);
    });

  for (const deploy of ['pages', 'none'] as const)
    test(`reads what init writes for ${deploy}`, async () => {
      const text = workflowText({
        facts: {
          ...{ site: "it's: docs", outputDir: 'public', branch: 'main', hasBaseUrl: true },
          ...{ packages: { kind: 'none' }, python: { kind: 'version', version: '3.14' } },
        },
        deploy,
        action: OWN_ACTION,
      });
      assert.deepEqual(await errorsIn(`init-${deploy}.yml`, text), []);
    });

  test('would see a key that does not exist, and an expression that does not end', async () => {
    const job = (more: string): string => `on: push\njobs:\n  docs:\n    runs-on: x\n${more}`;
    assert.match((await errorsIn('a.yml', job('    stepz: []\n'))).join('\n'), /Unexpected value 'stepz'/);
    assert.match((await errorsIn('b.yml', job("    steps: [{run: '${{ no( }}'}]\n"))).join('\n'), /Unexpected end/);
  });
});

test('there are workflows to copy for each situation', () => {
  const names = FILES.filter((file) => file.startsWith('examples')).map((file) => file.split(/[\\/]/).at(-1));
  const expected = ['gitea', 'matrix', 'monorepo', 'pages', 'preview', 'self-hosted', 'uv'];
  assert.deepEqual(
    names,
    expected.map((name) => `${name}.yml`),
  );
});

for (const file of FILES.filter((name) => name.startsWith('examples')))
  test(`${file} uses the one step, with inputs that exist`, () => {
    const { jobs } = parse(readFileSync(join(root, file), 'utf8')) as {
      jobs: Record<string, { steps: { uses?: string; with?: Record<string, string> }[] }>;
    };
    const steps = Object.values(jobs).flatMap((job) => job.steps);
    const step = steps.find(({ uses }) => uses?.includes('/bengal-cache/build@'));
    assert.ok(step, 'the workflow uses the action');
    for (const input of Object.keys(step.with ?? {})) assert.ok(Object.hasOwn(BUILD_INPUTS, input), input);
  });
