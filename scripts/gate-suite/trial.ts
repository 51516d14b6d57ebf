import { join } from 'node:path';
import { differingFiles, type Outputs } from './outputs.ts';
import { checkoutAt, type Checkout } from './bengal-site.ts';
import { compareBuilds, type Comparison } from './compare.ts';
import type { Edit, Site } from './edits.ts';

export const POLICIES = ['strict', 'preview'] as const;
export type Policy = (typeof POLICIES)[number];

/** What the gate said for one edit, and what came of doing it. */
export interface Trial {
  readonly site: string;
  readonly edit: Edit;
  /** Seconds of a full build with nothing restored. */
  readonly fullSeconds: number;
  readonly outcomes: Readonly<Record<Policy, Outcome>>;
}

export interface Outcome {
  readonly mode: string;
  /** First reason of the gate. */
  readonly reason: string;
  /** The report and the build together. */
  readonly seconds: number;
  readonly comparison: Comparison;
}

export interface Bench {
  readonly site: Site;
  readonly checkout: Checkout;
  /** Folder of the state and output of the site before any edit. */
  readonly saved: string;
  readonly before: Outputs;
}

/** Builds the site in full, twice, and records it. Throws when two builds of one tree differ beyond what is known. */
export function prepareBench(site: Site, { folder, cli }: { folder: string; cli?: string }): Bench {
  const checkout = checkoutAt(join(folder, 'work', site.name), cli);
  checkout.fresh(site.source);
  checkout.build(['--no-incremental']);
  const twin = checkout.outputs();
  checkout.fresh(site.source);
  checkout.build(['--no-incremental']);
  const before = checkout.outputs();
  const shaky = differingFiles(twin, before);
  if (shaky.length > 0) throw new Error(`two full builds of ${site.name} differ in ${shaky.join(', ')}`);
  checkout.record();
  const saved = join(folder, 'saved', site.name);
  checkout.save(saved);
  return { site, checkout, saved, before };
}

export function tryEdit(edit: Edit, bench: Bench): Trial {
  const { site, checkout, saved, before } = bench;
  checkout.fresh(site.source);
  edit.apply(checkout.path);
  const { seconds: fullSeconds } = checkout.build(['--no-incremental']);
  const full = checkout.outputs();
  const known = new Map<string, { building: number; comparison: Comparison }>();
  const outcomes = POLICIES.map((policy): readonly [Policy, Outcome] => {
    checkout.fresh(site.source);
    checkout.restore(saved);
    edit.apply(checkout.path);
    const report = checkout.report(policy, ['--repair']);
    const { mode, reasons, buildArgs } = report.value.gate;
    // The same order upon the same state has the same outcome.
    const order = [mode, ...buildArgs].join(' ');
    const done = known.get(order) ?? carryOut(buildArgs, mode);
    known.set(order, done);
    const seconds = report.seconds + done.building;
    return [policy, { mode, reason: reasons[0]?.detail ?? '', seconds, comparison: done.comparison }];
  });
  return { site: site.name, edit, fullSeconds, outcomes: Object.fromEntries(outcomes) as Record<Policy, Outcome> };

  function carryOut(args: readonly string[], mode: string): { building: number; comparison: Comparison } {
    const building = mode === 'skip' ? 0 : checkout.build(args).seconds;
    return { building, comparison: compareBuilds({ before, full, built: checkout.outputs() }) };
  }
}

/** What breaks the gate's promise. Empty for an edit that went well. */
export function brokenLaws({ outcomes: { strict, preview } }: Trial): string[] {
  const { stale, otherForm, otherFiles } = strict.comparison;
  const strictly = [...stale, ...otherForm].map(({ page }) => page).concat(otherFiles);
  return [
    ...strictly.map((file) => `strict: ${file} is not what a full build writes`),
    ...preview.comparison.stale.map(({ page, why, example }) => `preview: ${page} is ${why}: ${example}`),
  ];
}
