import type { ArchiveLimits } from './limits.ts';
import type { TarHeader } from './tar-header.ts';
export interface InspectorOptions {
    readonly limits: ArchiveLimits;
    readonly allow: (path: string) => boolean;
    readonly platform: NodeJS.Platform;
}
export interface AcceptedMember {
    readonly kind: 'file' | 'directory';
    /** Relative POSIX path without a trailing slash. */
    readonly path: string;
    /** Whether its owner could execute it. */
    readonly executable: boolean;
    /** Modification time in seconds since 1970. */
    readonly seconds: number;
}
/** Judges the headers of one archive, one after the other. Throws a `Rejection` on the first that is unfit. */
export declare class MemberInspector {
    #private;
    constructor(options: InspectorOptions);
    /** Bytes of the contents accepted so far. */
    get bytes(): number;
    inspect(header: TarHeader): AcceptedMember;
}
