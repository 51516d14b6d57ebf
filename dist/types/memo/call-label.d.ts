/**
 * A call as people write it, to name its node: `parse("a.md", 2)`. Where arguments are long or no plain values, their
 * digest stands for them, so that different calls never get the same name.
 */
export declare function callLabel(name: string, args: readonly unknown[], digest: string): string;
