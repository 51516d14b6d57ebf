import { type JsonValue } from '../core/json.ts';
import { type Trace } from './trace.ts';
/** A trace, or why the value is none. Nothing in it is trusted. Pure. */
export declare function traceFromJson(value: JsonValue): {
    readonly trace: Trace;
} | {
    readonly why: string;
};
