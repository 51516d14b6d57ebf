import { byCodeUnit } from './order.ts';

/**
 * JSON of any parsed value with the keys of mappings in code-unit order, so that equal values give equal text and
 * different ones never do. What JSON does not have (dates, sets, integers of any size) is wrapped under its name.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value instanceof Date) return `{"date":${JSON.stringify(value.toISOString())}}`;
  if (value instanceof Map || value instanceof Set) return `{"${value.constructor.name}":${canonicalJson([...value])}}`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([left], [right]) => byCodeUnit(left, right));
    return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
  }
  if (typeof value === 'bigint') return `{"integer":"${String(value)}"}`;
  if (typeof value === 'number' && (!Number.isFinite(value) || Object.is(value, -0)))
    return `{"number":"${Object.is(value, -0) ? '-0' : String(value)}"}`;
  return JSON.stringify(value === undefined ? null : value);
}
