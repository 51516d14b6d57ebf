/**
 * `npm run action-types`: writes `action-types.yml` beside each `action.yml`, for tools that check workflows against the
 * types of inputs (github-actions-typing). With `--check` it writes nothing, and exits with 1 where one is not fresh.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { parse, stringify } from 'yaml';
import { DEPLOY_SETTINGS, VANISHED_SETTINGS } from '../src/inputs/delta-spec.ts';
import { COMMENT_SETTINGS, GATE_SETTINGS, VERIFY_SETTINGS } from '../src/inputs/inputs.ts';

interface Action {
  readonly inputs?: Readonly<Record<string, { readonly default?: string }>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

type Type = Readonly<Record<string, unknown>>;

const root = join(import.meta.dirname, '..');
const FOLDERS = ['.', 'build', 'restore', 'save', 'delta', 'stage'];

const choice = (values: readonly string[]): Type => ({ type: 'enum', 'allowed-values': values });
const list = (separator: string): Type => ({ type: 'list', separator, 'list-item': { type: 'string' } });
const modes: Type = { type: 'list', separator: ' ', 'list-item': choice(['skip', 'incremental', 'full']) };

/** Inputs that are neither text nor true or false. */
const INPUTS: Readonly<Record<string, Type>> = {
  gate: choice(GATE_SETTINGS),
  verify: choice(VERIFY_SETTINGS),
  vanished: choice(VANISHED_SETTINGS),
  comment: choice(COMMENT_SETTINGS),
  deploy: choice(DEPLOY_SETTINGS),
  'verify-sample': { type: 'integer' },
  'expect-mode': modes,
  'restore-keys': list('\n'),
  path: list('\n'),
};

/** Outputs that are not text. What cannot be known is empty, which no number or truth value is. */
const OUTPUTS: Readonly<Record<string, Type>> = {
  'build-mode': choice(['skip', 'incremental', 'full']),
};

async function typesOf(file: string): Promise<string> {
  const { inputs = {}, outputs = {} } = parse(readFileSync(file, 'utf8')) as Action;
  const types = {
    inputs: mapped(
      inputs,
      (name, { default: given }) =>
        INPUTS[name] ?? { type: given === 'true' || given === 'false' ? 'boolean' : 'string' },
    ),
    outputs: mapped(outputs, (name) => OUTPUTS[name] ?? { type: 'string' }),
  };
  const text = `# Made from action.yml by \`npm run action-types\`.\n${stringify(types, { lineWidth: 0, version: '1.1' })}`;
  return await format(text, { ...(await resolveConfig(file)), parser: 'yaml' });
}

function mapped<Value>(
  table: Readonly<Record<string, Value>>,
  type: (name: string, value: Value) => Type,
): Readonly<Record<string, Type>> {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, type(name, value)]));
}

const stale: string[] = [];
for (const folder of FOLDERS) {
  const target = join(root, folder, 'action-types.yml');
  const text = await typesOf(join(root, folder, 'action.yml'));
  if (existsSync(target) && readFileSync(target, 'utf8') === text) continue;
  stale.push(folder);
  if (!process.argv.includes('--check')) writeFileSync(target, text);
}
if (process.argv.includes('--check') && stale.length > 0) {
  process.stderr.write(`action-types.yml is not fresh in ${stale.join(', ')}: npm run action-types\n`);
  process.exitCode = 1;
}
