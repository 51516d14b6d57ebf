/** A hexadecimal SHA-256, whole or its first 16 digits or more; anything else says nothing. */
export declare function asHash(value: string | undefined): string | undefined;
