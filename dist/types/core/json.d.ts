/** A JSON value as `JSON.parse` yields it. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;
export interface JsonObject {
    readonly [key: string]: JsonValue;
}
export declare function isObject(value: JsonValue | undefined): value is JsonObject;
export declare function field(value: JsonValue | undefined, key: string): JsonValue | undefined;
export declare function asString(value: JsonValue | undefined): string | undefined;
export declare function asFiniteNumber(value: JsonValue | undefined): number | undefined;
export declare function asArray(value: JsonValue | undefined): readonly JsonValue[];
export declare function asStrings(value: JsonValue | undefined): string[];
/** The entries of an object in stored order; nothing for any other value. */
export declare function entriesOf(value: JsonValue | undefined): readonly (readonly [string, JsonValue])[];
