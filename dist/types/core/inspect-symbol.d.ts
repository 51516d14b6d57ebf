/** The method of an object under this name gives what `console.log` shows: `inspect.custom`, without the types of Node. */
export declare const INSPECT: unique symbol;
