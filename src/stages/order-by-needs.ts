/** What has a name and needs others by theirs. */
export interface Needing {
  readonly name: string;
  readonly needs: readonly string[];
}

export type Ordered<Item> =
  | { readonly kind: 'ordered'; readonly items: readonly Item[] }
  /** The first name stands at the end once more. */
  | { readonly kind: 'cycle'; readonly names: readonly string[] };

/** Every item after those that it needs, otherwise in the given order. Needs that are not among the items do not count. */
export function orderByNeeds<Item extends Needing>(items: readonly Item[]): Ordered<Item> {
  const waiting = new Map(items.map((item) => [item.name, item]));
  const ordered: Item[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter((item) => item.needs.every((name) => !waiting.has(name)));
    if (ready.length === 0) return { kind: 'cycle', names: findCycle(waiting) };
    for (const item of ready) waiting.delete(item.name);
    ordered.push(...ready);
  }
  return { kind: 'ordered', items: ordered };
}

/** Each item that is left needs another one that is left, so whoever goes on from need to need comes around. */
function findCycle(left: ReadonlyMap<string, Needing>): string[] {
  const way: string[] = [];
  let [name = ''] = left.keys();
  while (!way.includes(name)) {
    way.push(name);
    name = left.get(name)?.needs.find((need) => left.has(need)) ?? '';
  }
  return [...way.slice(way.indexOf(name)), name];
}

/** The named items and all that they need, directly or not, in the given order. */
export function withNeeds<Item extends Needing>(items: readonly Item[], names: readonly string[]): Item[] {
  const byName = new Map(items.map((item) => [item.name, item]));
  const wanted = new Set<string>();
  const queue = [...names];
  // The loop sees what is appended while it runs.
  for (const name of queue) {
    if (wanted.has(name)) continue;
    wanted.add(name);
    queue.push(...(byName.get(name)?.needs ?? []));
  }
  return items.filter((item) => wanted.has(item.name));
}
