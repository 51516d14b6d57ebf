/** The first line of a message of the client as a sentence, without secrets. */
export declare function describeReason(message: string): string;
/** Whether a sentence says what to do, not what happened. */
export declare function isAdvice(sentence: string): boolean;
/** What `tar` or the program that it unpacks with complained of: one line, or none. */
export declare function complaintIn(output: string): readonly string[];
