import type { JsonValue } from '../../core/json.ts';
import type { FieldName } from './fields.ts';
export type ReadField = (name: FieldName | 'file_hashes') => JsonValue | undefined;
/** How one or more top-level fields that belong together become a value, and the value becomes fields again. */
export interface GroupCodec<Value> {
    readonly names: readonly FieldName[];
    /** Never throws: what does not fit is left out, or kept aside for `encode`. */
    decode(read: ReadField): Value;
    encode(value: Value): Readonly<Partial<Record<FieldName, JsonValue>>>;
}
/** What saving needs to know of a group. */
export interface SavedGroup {
    readonly names: readonly FieldName[];
    /** Whether there is something to write. */
    changed: boolean;
    /** Whether the fields are no longer as they were read, written since or not. */
    readonly edited: boolean;
    encode(): Readonly<Partial<Record<FieldName, JsonValue>>>;
}
/**
 * Top-level fields that stay JSON until somebody asks for them, so that loading costs little more than parsing, and that
 * are only encoded anew when something was changed, so that all else is written as it was read.
 */
export declare class LazyGroup<Value> implements SavedGroup {
    #private;
    readonly names: readonly FieldName[];
    constructor(codec: GroupCodec<Value>, read: ReadField);
    get changed(): boolean;
    set changed(changed: boolean);
    get edited(): boolean;
    /** The value, not to be changed. */
    get value(): Value;
    /** The value, which will be written by the next save. */
    edit(): Value;
    encode(): Readonly<Partial<Record<FieldName, JsonValue>>>;
}
