/** Whether a setting, as a path with dots, can change pages that do not read it. */
export declare function isUpstream(setting: string): boolean;
