import { digestOfParts, type Sha256 } from '../core/digest.ts';
import type { Stage, StageCommand, StageName } from './stage-definition.ts';

/** What the key is made of, besides the name. */
export const PARTS = ['scope', 'code', 'command', 'environment', 'salt', 'inputs'] as const;
export type Part = (typeof PARTS)[number];

/** What decides whether two runs of a stage are the same, by digests. */
export interface Fingerprint {
  readonly key: Sha256;
  readonly parts: Readonly<Record<Part, Sha256>>;
  /** Digest of each variable's value, by name: enough to say which one changed. */
  readonly environment: ReadonlyMap<string, Sha256>;
}

/** Environment variables, as a value. */
export type Variables = Readonly<Record<string, string | undefined>>;

export interface FingerprintSources {
  readonly stage: Pick<Stage, 'name' | 'scope' | 'command' | 'environment' | 'salt'>;
  readonly variables: Variables;
  /** Digests of the lists of files. */
  readonly inputs: Sha256;
  readonly code: Sha256;
}

export function fingerprintOf({ stage, variables, inputs, code }: FingerprintSources): Fingerprint {
  const environment = new Map(stage.environment.map((name) => [name, digestOfVariable(name, variables)]));
  const parts = {
    scope: digestOfParts([['scope', stage.scope]]),
    code,
    command: digestOfCommand(stage.command),
    environment: digestOfParts(environment),
    salt: digestOfParts([['salt', stage.salt]]),
    inputs,
  };
  return { key: keyOf(stage.name, parts), parts, environment };
}

export function keyOf(name: StageName, parts: Fingerprint['parts']): Sha256 {
  return digestOfParts([['stage', name], ...PARTS.map((part) => [part, parts[part]] as const)]);
}

/** A variable that is not set differs from an empty one. */
function digestOfVariable(name: string, variables: Variables): Sha256 {
  const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
  return digestOfParts([['name', name], ...(value === undefined ? [] : [['value', value] as const])]);
}

function digestOfCommand(command: StageCommand | undefined): Sha256 {
  if (command === undefined) return digestOfParts([]);
  return digestOfParts(
    command.kind === 'shell' ? [['shell', command.line]] : command.argv.map((word) => ['argument', word]),
  );
}
