import type { JsonValue } from './json.ts';
/** What can be kept as JSON: JSON itself, and sets of strings, which become sorted lists. */
export type Storable = null | boolean | number | string | readonly Storable[] | ReadonlySet<string> | {
    readonly [key: string]: Storable;
};
/**
 * A copy of a value as JSON, down to its last list, so that nobody changes what is kept by changing what was given. Sets of
 * strings become lists, sorted as Python sorts.
 *
 * @param place What the message calls the value.
 * @throws TypeError for what JSON does not have (an object of a class, a function, `undefined`, `NaN`, a circle ...): with
 * the path to it, and what to give instead.
 */
export declare function jsonCopy(value: unknown, place: string): JsonValue;
