/** A time as Python's `datetime.now(UTC).isoformat()` gives it, which Bengal stores: `2026-11-21T06:34:10.430000+00:00`. */
export declare function pythonTimestamp(time: Date): string;
