/** A hexadecimal SHA-256, whole or its first 16 digits or more; anything else says nothing. */
export function asHash(value: string | undefined): string | undefined {
  return value !== undefined && /^[0-9a-f]{16,64}$/.test(value) ? value : undefined;
}
