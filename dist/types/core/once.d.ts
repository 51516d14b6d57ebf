/** Looks when asked for the first time, and never again. */
export declare function once<Value>(find: () => Value): () => Value;
/** The same for each key. */
export declare function remember<Key, Value extends object | string | number | boolean>(find: (key: Key) => Value): (key: Key) => Value;
