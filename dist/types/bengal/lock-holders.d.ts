/**
 * Who holds a flock on the file, for people: `process 1234 (bengal)`. Only Linux tells (`/proc/locks`: lines such as
 * `1: FLOCK  ADVISORY  WRITE 1234 fd:01:5678 0 EOF`, see proc_locks(5)); the list is empty wherever nothing is known.
 */
export declare function holdersOf(path: string): string[];
