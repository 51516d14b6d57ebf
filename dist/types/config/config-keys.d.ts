/** Setting, such as `params.motto` -> its value as text that is equal for equal values. Lists are one value. */
export type ConfigSettings = ReadonlyMap<string, string>;
/** Setting -> 12 hexadecimal digits of its value; `null` for what looks like a secret, of which nothing is kept. */
export type ConfigDigests = ReadonlyMap<string, string | null>;
/** One setting that differs from the recorded configuration. */
export interface ConfigKeyChange {
    readonly key: string;
    readonly change: 'added' | 'changed' | 'removed';
    /** The present value as JSON, masked where it looks like a secret; `null` when the setting is gone. */
    readonly value: string | null;
}
/** Every setting of a configuration, mappings taken apart. `textOf` writes a value so that equal ones are equal. */
export declare function settingsOf(config: unknown, textOf?: (value: unknown) => string): Map<string, string>;
/** What may be kept of a configuration: enough to name what changed, and not what it was. */
export declare function digestSettings(settings: ConfigSettings): Map<string, string | null>;
/** The settings that differ, in order of their names. A secret is named only when it came or went. */
export declare function findChangedKeys(recorded: ConfigDigests, current: ConfigSettings): ConfigKeyChange[];
/** The same, with the settings that `BENGAL_*` variables made masked whatever they are called. */
export declare function maskVariables(changes: readonly ConfigKeyChange[], fromVariables: ReadonlySet<string>): ConfigKeyChange[];
