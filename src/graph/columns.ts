type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A column of numbers that grows by doubling. What was never set is the empty value. */
export interface Column {
  readonly get: (index: number) => number;
  readonly set: (index: number, value: number) => void;
  /** The values up to `length`, as one array of their own. */
  readonly take: (length: number) => Numbers;
}

const FIRST_SIZE = 1024;

function column(make: (length: number) => Numbers, empty: number): Column {
  let values = make(FIRST_SIZE).fill(empty);
  return {
    get: (index) => values[index] ?? empty,
    set(index, value) {
      if (index >= values.length) {
        const larger = make(Math.max(index + 1, values.length * 2));
        larger.set(values);
        values = larger.fill(empty, values.length);
      }
      values[index] = value;
    },
    take(length) {
      const taken = make(length).fill(empty);
      taken.set(values.subarray(0, Math.min(length, values.length)));
      return taken;
    },
  };
}

export const byteColumn = (): Column => column((length) => new Uint8Array(length), 0);
export const indexColumn = (): Column => column((length) => new Uint32Array(length), 0);
export const numberColumn = (): Column => column((length) => new Float64Array(length), Number.NaN);

/** Each distinct string once, by number. Number 0 stands for no string. */
export interface StringTable {
  readonly add: (text: string | undefined) => number;
  readonly strings: readonly (string | undefined)[];
}

export function stringTable(): StringTable {
  const strings: (string | undefined)[] = [undefined];
  const numbers = new Map<string, number>();
  return {
    strings,
    add(text) {
      if (text === undefined) return 0;
      const known = numbers.get(text);
      if (known !== undefined) return known;
      const number = strings.push(text) - 1;
      numbers.set(text, number);
      return number;
    },
  };
}
