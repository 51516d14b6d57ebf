import { byCodeUnit } from './order.ts';

/**
 * JSON of any parsed value with the keys of mappings in code-unit order, so that equal values give equal text. Values
 * that JSON does not have (dates of YAML and TOML) are written as their string form.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return `{"date":${JSON.stringify(value.toISOString())}}`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([left], [right]) => byCodeUnit(left, right));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  return typeof value === 'bigint' ? String(value) : JSON.stringify(value === undefined ? null : value);
}
