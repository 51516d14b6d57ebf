import { SetMap } from './set-map.ts';

/** Pairs that are found from either side at the cost of the answer. */
export class Relation {
  readonly #forward: SetMap;
  readonly #reverse = new SetMap();

  constructor(forward: SetMap = new SetMap()) {
    this.#forward = forward;
    for (const [left, rights] of forward.entries()) for (const right of rights) this.#reverse.add(right, left);
  }

  /** Left -> rights. Only to be read. */
  get forward(): SetMap {
    return this.#forward;
  }

  /** Right -> lefts. Only to be read. */
  get reverse(): SetMap {
    return this.#reverse;
  }

  get pairs(): number {
    let count = 0;
    for (const [, rights] of this.#forward.entries()) count += rights.size;
    return count;
  }

  add(left: string, right: string): void {
    this.#forward.add(left, right);
    this.#reverse.add(right, left);
  }

  /** Answers whether that was the last pair with this left side. */
  remove(left: string, right: string): boolean {
    this.#reverse.remove(right, left);
    return this.#forward.remove(left, right);
  }

  replaceLeft(left: string, rights: Iterable<string>): void {
    const wanted = new Set(rights);
    for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
    this.#forward.replace(left, wanted);
    for (const right of wanted) this.#reverse.add(right, left);
  }

  removeLeft(left: string): void {
    for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
    this.#forward.delete(left);
  }

  /** Answers the left sides that have no pair any more. */
  removeRight(right: string): string[] {
    const emptied = [...this.#reverse.get(right)].filter((left) => this.#forward.remove(left, right));
    this.#reverse.delete(right);
    return emptied;
  }

  clear(): void {
    this.#forward.clear();
    this.#reverse.clear();
  }
}
