import { type Swap } from './swap.ts';
/**
 * Swaps staged trees in, as `swapTrees` does, also where a link leads to another disk than that of the site: nothing can
 * be renamed from one disk to another, so what goes there is copied beside its place first.
 */
export declare function installTrees(swap: Omit<Swap, 'elsewhere'>): void;
