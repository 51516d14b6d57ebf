import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkStage, type StageCheck, type StageContext } from '../../src/stages/check.ts';
import { markDone, type Recorded } from '../../src/stages/mark-done.ts';
import { defineStage, type Stage, type StageFields } from '../../src/stages/stage-definition.ts';
import type { RunReasonKind } from '../../src/stages/stage-verdict.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A disposable tree with stages in it. */
export interface StageRig extends AsyncDisposable {
  /** Absolute. */
  readonly root: string;
  /** Moves the clock, in milliseconds since 1970. */
  now: number;
  readonly variables: Record<string, string | undefined>;
  write(path: string, content: string | Uint8Array): void;
  read(path: string): string;
  remove(path: string): void;
  move(path: string, to: string): void;
  link(path: string, target: string): void;
  mode(path: string, mode: number): void;
  context(more?: Partial<StageContext>): StageContext;
  check(stage: Stage | StageFields, more?: Partial<StageContext>): Promise<StageCheck>;
  /** Checks, and records a success at once. */
  succeed(stage: Stage | StageFields, more?: Partial<StageContext>): Promise<Recorded>;
}

export const NOON = Date.parse('2026-11-21T12:00:00.000Z');

export async function stageRig(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<StageRig> {
  const folder = await temporaryFolder();
  // One level down, so that a test can put files beside the tree.
  const root = join(folder.path, 'site');
  mkdirSync(root);
  const at = (path: string): string => {
    const absolute = join(root, path);
    mkdirSync(dirname(absolute), { recursive: true });
    return absolute;
  };
  const rig: StageRig = {
    root,
    now: NOON,
    variables: {},
    write: (path, content) => writeFileSync(at(path), content),
    read: (path) => readFileSync(at(path), 'utf8'),
    remove: (path) => rmSync(at(path), { recursive: true }),
    move: (path, to) => renameSync(at(path), at(to)),
    link: (path, target) => symlinkSync(target, at(path)),
    mode: (path, mode) => chmodSync(at(path), mode),
    context: (more = {}) => ({ root, variables: rig.variables, now: () => rig.now, ...more }),
    check: (stage, more) => checkStage(stageOf(stage), rig.context(more)),
    succeed: async (stage, more) => markDone(await rig.check(stage, more)),
    [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose](),
  };
  for (const [path, content] of Object.entries(files)) rig.write(path, content);
  return rig;
}

function stageOf(stage: Stage | StageFields): Stage {
  return Array.isArray(stage.needs) && 'environment' in stage ? stage : defineStage(stage as StageFields);
}

/** `skip`, or the kinds of the reasons to run. */
export function told({ verdict }: Pick<StageCheck, 'verdict'>): 'skip' | readonly RunReasonKind[] {
  return verdict.kind === 'skip' ? 'skip' : verdict.reasons.map(({ kind }) => kind);
}
