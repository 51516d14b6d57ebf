const LONGEST = 60;

/**
 * A call as people write it, to name its node: `parse("a.md", 2)`. Where arguments are long or no plain values, their
 * digest stands for them, so that different calls never get the same name.
 */
export function callLabel(name: string, args: readonly unknown[], digest: string): string {
  const plain = args.every((value) => value === null || ['string', 'number', 'boolean'].includes(typeof value));
  const shown = plain ? args.map(showPlain).join(', ') : '';
  return plain && shown.length <= LONGEST ? `${name}(${shown})` : `${name}(#${digest.slice(0, 12)})`;
}

function showPlain(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value);
  return Object.is(value, -0) ? '-0' : String(value);
}
