/** Ends an exhaustive `switch`: does not compile while a variant is left, throws if data lied about its type. */
export declare function unreachable(value: never, what?: string): never;
