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
export class LazyGroup<Value> implements SavedGroup {
  readonly names: readonly FieldName[];
  #changed = false;
  #edited = false;
  readonly #codec: GroupCodec<Value>;
  readonly #read: ReadField;
  #decoded: { readonly value: Value } | undefined;

  constructor(codec: GroupCodec<Value>, read: ReadField) {
    this.names = codec.names;
    this.#codec = codec;
    this.#read = read;
  }

  get changed(): boolean {
    return this.#changed;
  }

  set changed(changed: boolean) {
    this.#changed = changed;
    this.#edited ||= changed;
  }

  get edited(): boolean {
    return this.#edited;
  }

  /** The value, not to be changed. */
  get value(): Value {
    this.#decoded ??= { value: this.#codec.decode(this.#read) };
    return this.#decoded.value;
  }

  /** The value, which will be written by the next save. */
  edit(): Value {
    this.changed = true;
    return this.value;
  }

  encode(): Readonly<Partial<Record<FieldName, JsonValue>>> {
    return this.#codec.encode(this.value);
  }
}
