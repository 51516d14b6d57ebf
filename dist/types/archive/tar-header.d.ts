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
/** Nanoseconds since 1970 as the decimal seconds of a pax `mtime` record, without loss. */
export declare function paxTime(nanoseconds: bigint): string;
/** The extended records of a header; none when it has no extended header. */
export declare function paxRecords(header: TarHeader): Readonly<Record<string, string | undefined>>;
/**
 * The modification time of a member in seconds, ready for `utimes`; `undefined` when the archive holds nonsense.
 *
 * Node sets times through a double, which at present dates steps by 0.24 microseconds. Summing as Python does for
 * `st_mtime` makes the restored file show exactly the recorded float there, so Bengal's float comparisons hold.
 */
export declare function memberTime(header: TarHeader): number | undefined;
