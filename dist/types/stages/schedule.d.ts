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
export declare function runInOrder<Item extends Needing, Outcome>(schedule: Schedule<Item, Outcome>): Promise<ReadonlyMap<string, Outcome>>;
