import { SetMap } from './set-map.ts';
/** Pairs that are found from either side at the cost of the answer. */
export declare class Relation {
    #private;
    constructor(forward?: SetMap);
    /** Left -> rights. Only to be read. */
    get forward(): SetMap;
    /** Right -> lefts. Only to be read. */
    get reverse(): SetMap;
    get pairs(): number;
    add(left: string, right: string): void;
    /** Answers whether that was the last pair with this left side. */
    remove(left: string, right: string): boolean;
    replaceLeft(left: string, rights: Iterable<string>): void;
    removeLeft(left: string): void;
    /** Answers the left sides that have no pair any more. */
    removeRight(right: string): string[];
    clear(): void;
}
