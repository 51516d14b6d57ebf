import { type PythonMinor } from './envelope.ts';
/** The Python that wrote a state (its folder `.bengal`), from the header of its files; `undefined` if none tells. */
export declare function recordedPython(folder: string): PythonMinor | undefined;
