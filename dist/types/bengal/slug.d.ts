/** Bengal's tag slug: trimmed, lower case, each space a hyphen, nothing else; `undefined` for a blank tag, which vanishes. */
export declare function tagSlug(tag: string): string | undefined;
