import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type YAMLMap } from 'yaml';

/** A workflow as far as a cache minds. Lines count from 1. */
export interface Workflow {
  /** Below the root of the repository. */
  readonly file: string;
  readonly events: ReadonlyMap<string, number>;
  readonly jobs: readonly Job[];
}

export interface Job {
  readonly name: string;
  readonly line: number;
  /** `undefined`: nothing is said, so that the settings of the repository count. */
  readonly permissions: Permissions | undefined;
  readonly steps: readonly Step[];
}

export interface Permissions {
  readonly line: number;
  /** Of one scope: `read`, `write` or `none`. */
  readonly of: (scope: string) => string;
}

export interface Step {
  readonly line: number;
  /** Repository and folder of an action, without its version. */
  readonly action: string | undefined;
  readonly version: string | undefined;
  readonly run: string | undefined;
  readonly with: ReadonlyMap<string, { readonly value: string; readonly line: number }>;
  /** Values of `env`. */
  readonly env: readonly string[];
  readonly id: string | undefined;
}

/** `undefined`: no workflow, or no YAML. */
export function parseWorkflow(file: string, text: string): Workflow | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const lineOf = (node: unknown): number => lines.linePos((node as Node | undefined)?.range?.[0] ?? 0).line;
  const root = document.contents;
  const jobs = mapAt(root, 'jobs');
  if (jobs === undefined) return undefined;
  const shared = permissionsOf(root, lineOf);
  return {
    file,
    events: eventsOf(root, lineOf),
    jobs: pairsOf(jobs).flatMap(([name, job, line]) => {
      if (!isMap(job)) return [];
      const steps = job.get('steps', true);
      return [
        {
          name,
          line: line === undefined ? 1 : lineOf(line),
          permissions: permissionsOf(job, lineOf) ?? shared,
          steps: isSeq(steps) ? steps.items.flatMap((step) => (isMap(step) ? [stepOf(step, lineOf)] : [])) : [],
        },
      ];
    }),
  };
}

type LineOf = (node: unknown) => number;

function eventsOf(root: YAMLMap, lineOf: LineOf): ReadonlyMap<string, number> {
  const on = root.get('on', true);
  if (isMap(on)) return new Map(pairsOf(on).map(([name, , key]) => [name, lineOf(key)]));
  const named = isSeq(on) ? on.items : [on];
  return new Map(named.flatMap((node) => (isScalar(node) ? [[String(node.value), lineOf(node)] as const] : [])));
}

function permissionsOf(map: YAMLMap, lineOf: LineOf): Permissions | undefined {
  const node = map.get('permissions', true);
  if (node === undefined) return undefined;
  const line = lineOf(node);
  if (isScalar(node)) {
    const all = { 'read-all': 'read', 'write-all': 'write' }[String(node.value)] ?? 'none';
    return { line, of: () => all };
  }
  const scopes = isMap(node)
    ? new Map(pairsOf(node).map(([name, value]) => [name, textOf(value)]))
    : new Map<string, string>();
  return { line, of: (scope) => scopes.get(scope) ?? 'none' };
}

function stepOf(step: YAMLMap, lineOf: LineOf): Step {
  const text = (name: string): string | undefined => (step.has(name) ? textOf(step.get(name, true)) : undefined);
  const [action, version] = text('uses')?.split('@') ?? [];
  const values = (name: string): (readonly [string, { readonly value: string; readonly line: number }])[] =>
    pairsOf(mapAt(step, name)).map(
      ([key, value, node]) => [key, { value: textOf(value), line: lineOf(node) }] as const,
    );
  return {
    line: lineOf(step),
    ...{ action, version, run: text('run'), id: text('id') },
    with: new Map(values('with')),
    env: values('env').map(([, { value }]) => value),
  };
}

function mapAt(map: YAMLMap, name: string): YAMLMap | undefined {
  const node = map.get(name, true);
  return isMap(node) ? node : undefined;
}

function pairsOf(map: YAMLMap | undefined): (readonly [name: string, value: unknown, key: unknown])[] {
  return (map?.items ?? []).map(({ key, value }) => [textOf(key), value, key] as const);
}

function textOf(node: unknown): string {
  const value: unknown = isScalar(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** A path below a folder of the repository; the empty folder is its root. */
export function below(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
