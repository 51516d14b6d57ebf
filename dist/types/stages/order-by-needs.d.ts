/** What has a name and needs others by theirs. */
export interface Needing {
    readonly name: string;
    readonly needs: readonly string[];
}
export type Ordered<Item> = {
    readonly kind: 'ordered';
    readonly items: readonly Item[];
}
/** The first name stands at the end once more. */
 | {
    readonly kind: 'cycle';
    readonly names: readonly string[];
};
/** Every item after those that it needs, otherwise in the given order. Needs that are not among the items do not count. */
export declare function orderByNeeds<Item extends Needing>(items: readonly Item[]): Ordered<Item>;
/** The named items and all that they need, directly or not, in the given order. */
export declare function withNeeds<Item extends Needing>(items: readonly Item[], names: readonly string[]): Item[];
