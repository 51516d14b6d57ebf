/** The table of versions that the companion knows: package, version, function that is stood in for, digest. */
export type Table = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string | null>>>>>>;

/** The text of the table with these rows in place of what it had for their versions; all keys sorted. */
export function mergeRows(table: string, rows: Table): string {
  const known = JSON.parse(table) as Table;
  const merged = Object.entries(rows).map(([name, versions]) => [name, { ...known[name], ...versions }] as const);
  return `${JSON.stringify(sorted({ ...known, ...Object.fromEntries(merged) }), undefined, 2)}\n`;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sorted(each)]));
}
