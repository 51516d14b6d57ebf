import type { GroupCodec, LazyGroup } from './lazy-group.ts';
import type { PathKeys } from './path-keys.ts';
import { Relation } from './relation.ts';
import { SetMap } from './set-map.ts';

/**
 * `dependencies` (page -> files) and `reverse_dependencies` (file -> pages, since 0.1.7). A pair that stands in only one of
 * them counts: too many pages are rebuilt then, never too few.
 */
export function dependenciesCodec(keys: PathKeys): GroupCodec<Relation> {
  const names = { key: keyOf, item: keyOf };
  function keyOf(recorded: string): string {
    return keys.ofRecorded(recorded);
  }
  return {
    names: ['dependencies', 'reverse_dependencies'],
    decode(read) {
      const relation = new Relation(SetMap.fromJson(read('dependencies'), names));
      const reverse = SetMap.fromJson(read('reverse_dependencies'), names);
      for (const [file, pages] of reverse.entries()) for (const page of pages) relation.add(page, file);
      return relation;
    },
    encode: (relation) => ({
      dependencies: relation.forward.toJson(),
      reverse_dependencies: relation.reverse.toJson(),
    }),
  };
}

/** Which files each page was made with. Keys on both sides. */
export class DependencyTable {
  readonly #group: LazyGroup<Relation>;

  constructor(group: LazyGroup<Relation>) {
    this.#group = group;
  }

  /** Page -> files. Only to be read. */
  get relation(): Relation {
    return this.#group.value;
  }

  get pairs(): number {
    return this.#group.value.pairs;
  }

  add(page: string, file: string): void {
    this.#group.edit().add(page, file);
  }

  of(page: string): ReadonlySet<string> {
    return this.#group.value.forward.get(page);
  }

  dependents(file: string): ReadonlySet<string> {
    return this.#group.value.reverse.get(file);
  }

  /** Pages that depend on the file, and the file itself if it is such a page. */
  affectedBy(file: string): Set<string> {
    const affected = new Set(this.dependents(file));
    if (this.#group.value.forward.has(file)) affected.add(file);
    return affected;
  }

  delete(key: string): void {
    const relation = this.#group.value;
    if (!relation.forward.has(key) && !relation.reverse.has(key)) return;
    this.#group.edit().removeLeft(key);
    this.#group.edit().removeRight(key);
  }

  clear(): void {
    this.#group.edit().clear();
  }
}
