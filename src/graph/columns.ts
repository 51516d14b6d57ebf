type Numbers = Uint8Array | Uint32Array | Float64Array;

/** A column of numbers that grows piece by piece, so that nothing is ever copied. What was never set is the empty value. */
export interface Column {
  readonly get: (index: number) => number;
  readonly set: (index: number, value: number) => void;
  /** The values up to `length`, as one array of their own. */
  readonly take: (length: number) => Numbers;
  /** Lets go of all values. */
  readonly clear: () => void;
}

/** A power of two. */
const PIECE = 1 << 15;
const WITHIN = PIECE - 1;

function column(make: (length: number) => Numbers, empty: number): Column {
  const pieces: (Numbers | undefined)[] = [];
  return {
    get: (index) => pieces[Math.floor(index / PIECE)]?.[index & WITHIN] ?? empty,
    set(index, value) {
      const at = Math.floor(index / PIECE);
      const piece = (pieces[at] ??= make(PIECE).fill(empty));
      piece[index & WITHIN] = value;
    },
    take(length) {
      const taken = make(length).fill(empty);
      for (const [at, piece] of pieces.entries()) {
        const start = at * PIECE;
        if (piece !== undefined && start < length) taken.set(piece.subarray(0, length - start), start);
      }
      return taken;
    },
    clear: () => {
      pieces.length = 0;
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
