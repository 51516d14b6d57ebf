import { type SitePath } from '../core/paths.ts';
import { type InputName, type RawInputs } from './spec.ts';
/** Takes inputs one by one, and gathers what is wrong with them. */
export interface InputParser {
    readonly problems: string[];
    text(name: InputName): string | undefined;
    matching(name: InputName, pattern: RegExp, what: string): string | undefined;
    oneOf<Value extends string>(name: InputName, values: readonly [Value, ...Value[]]): Value;
    flag(name: InputName): boolean;
    /** A relative path that stays inside the site. */
    path(name: InputName): SitePath | undefined;
    /** A value of another kind; `parse` yields `undefined` for what is none. */
    value<Value>(name: InputName, parse: (text: string) => Value | undefined, what: string): Value | undefined;
    /** One value a line; each bad line is a problem. */
    lines<Value>(name: InputName, parse: (line: string) => Value | undefined, what: string): Value[];
}
export declare function expected(input: string, what: string, got: string): string;
export declare function inputParser(raw: RawInputs): InputParser;
