import { type PythonMinor } from './envelope.ts';
/** The Python that wrote a state (its folder `.bengal`), from the header of its files; `undefined` if none tells. */
export declare function recordedPython(folder: string): PythonMinor | undefined;
/**
 * The Python that a file is written for: the one that was asked for, else the one that wrote it, else its neighbours, else
 * the usual one. Bengal takes a file with another one's header for none, and begins anew.
 *
 * @throws UserError for a version that is none.
 */
export declare function readingPython(folder: string, { asked, wrote }: {
    readonly asked: string | undefined;
    readonly wrote: PythonMinor | undefined;
}): PythonMinor;
