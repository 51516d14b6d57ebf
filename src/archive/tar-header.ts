/** What we use of a header of `tar-stream`, whose own declarations call extended ("pax") records `unknown`. */
export interface TarHeader {
  readonly name: string;
  /** `null` for a kind the library does not know, whatever its declarations say. */
  readonly type: string | null;
  readonly size: number;
  readonly mode: number;
  readonly mtime: Date;
  readonly pax?: unknown;
}

const NANOSECONDS_PER_SECOND = 1_000_000_000n;

/** Latest moment taken from an archive: the end of year 9999, in seconds. */
const LATEST_SECONDS = 253_402_300_799;

/** Nanoseconds since 1970 as the decimal seconds of a pax `mtime` record, without loss. */
export function paxTime(nanoseconds: bigint): string {
  const seconds = nanoseconds / NANOSECONDS_PER_SECOND;
  const rest = nanoseconds % NANOSECONDS_PER_SECOND;
  return rest === 0n ? String(seconds) : `${String(seconds)}.${String(rest).padStart(9, '0')}`;
}

/** The extended records of a header; none when it has no extended header. */
export function paxRecords(header: TarHeader): Readonly<Record<string, string | undefined>> {
  return (header.pax ?? {}) as Record<string, string | undefined>;
}

/**
 * The modification time of a member in seconds, ready for `utimes`; `undefined` when the archive holds nonsense.
 *
 * Node sets times through a double, which at present dates steps by 0.24 microseconds. Summing as Python does for
 * `st_mtime` makes the restored file show exactly the recorded float there, so Bengal's float comparisons hold.
 */
export function memberTime(header: TarHeader): number | undefined {
  const text = paxRecords(header)['mtime'];
  if (text === undefined) return withinRange(header.mtime.getTime() / 1000);
  const parts = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
  if (parts === null) return undefined;
  const nanoseconds = Number((parts[2] ?? '').padEnd(9, '0').slice(0, 9));
  return withinRange(Number(parts[1]) + nanoseconds * 1e-9);
}

function withinRange(seconds: number): number | undefined {
  return seconds >= 0 && seconds <= LATEST_SECONDS ? seconds : undefined;
}
