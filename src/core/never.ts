/** Ends an exhaustive `switch`: does not compile while a variant is left, throws if data lied about its type. */
export function unreachable(value: never, what = 'variant'): never {
  throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}
