/** Whether the setting may hold something that must not be kept or shown, not even as a digest that could be guessed. */
export declare function looksSecret(path: string): boolean;
/** Whether a value gives itself away as a secret, wherever it stands. */
export declare function looksSecretValue(text: string): boolean;
/** A value as it may be shown: masked where its setting or the value itself looks like a secret, and short. */
export declare function shownValue(path: string, text: string): string;
