/** Where a library says what went wrong without harm, unless its user gives another place: a warning of the process. */
export declare function warnProcess(sentence: string): void;
