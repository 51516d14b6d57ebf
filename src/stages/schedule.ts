import type { Needing } from './order-by-needs.ts';

export interface Schedule<Item extends Needing, Outcome> {
  /** Every item after those that it needs. */
  readonly items: readonly Item[];
  /** How many run at once, at most; at least 1. */
  readonly jobs: number;
  /** Called when all needs have ended; `needs` holds their outcomes. Must not reject. */
  readonly run: (item: Item, needs: ReadonlyMap<string, Outcome>) => Promise<Outcome>;
}

/** Runs items side by side as far as their needs allow. Every item is handed to `run` once; the outcomes say the rest. */
export async function runInOrder<Item extends Needing, Outcome>(
  schedule: Schedule<Item, Outcome>,
): Promise<ReadonlyMap<string, Outcome>> {
  const { items, jobs, run } = schedule;
  const names = new Set(items.map(({ name }) => name));
  const ended = new Map<string, Outcome>();
  const waiting = new Set(items);
  const running = new Set<Promise<void>>();
  while (waiting.size > 0 || running.size > 0) {
    for (const item of waiting) {
      if (running.size >= jobs) break;
      const needs = item.needs.filter((need) => names.has(need));
      if (!needs.every((need) => ended.has(need))) continue;
      waiting.delete(item);
      const outcomes = new Map(needs.map((need) => [need, ended.get(need) as Outcome]));
      const job = run(item, outcomes).then((outcome) => {
        ended.set(item.name, outcome);
        running.delete(job);
      });
      running.add(job);
    }
    if (running.size === 0) throw new Error('The items are not in an order in which their needs come first');
    await Promise.race(running);
  }
  return ended;
}
