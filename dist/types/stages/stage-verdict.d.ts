import type { Sha256 } from '../core/digest.ts';
import type { FileChanges } from './file-record.ts';
import type { FileDoubt } from './find-files.ts';
/** How a stage that is needed stands. */
export type NeededStage = 
/** Its last success counts; `success` names it. */
{
    readonly kind: 'up-to-date';
    readonly success: string;
}
/** It runs, or has just run: `success` names the new success, once there is one. */
 | {
    readonly kind: 'runs';
    readonly success: string | undefined;
};
/** Why a stage has to run. */
export type RunReason = 
/** Whoever asked wants it to run, whatever is recorded. */
{
    readonly kind: 'forced';
}
/** No record counts here; `why` is the rest of a sentence. */
 | {
    readonly kind: 'no-record-counts';
    readonly why: string;
} | {
    readonly kind: 'no-inputs';
}
/** Including patterns that name no file, as they were written. */
 | {
    readonly kind: 'input-missing' | 'code-missing';
    readonly patterns: readonly string[];
} | {
    readonly kind: 'unverifiable';
    readonly files: readonly FileDoubt[];
} | {
    readonly kind: 'never-recorded';
} | {
    readonly kind: 'record-damaged';
    readonly why: string;
} | {
    readonly kind: 'inputs-changed' | 'code-changed';
    readonly changes: FileChanges;
} | {
    readonly kind: 'command-changed' | 'salt-changed' | 'scope-changed';
}
/** Names of the variables, never their values. */
 | {
    readonly kind: 'environment-changed';
    readonly names: readonly string[];
}
/** A needed stage runs now. */
 | {
    readonly kind: 'dependency-runs';
    readonly stages: readonly string[];
}
/** A needed stage has succeeded once more since. */
 | {
    readonly kind: 'dependency-ran';
    readonly stages: readonly string[];
}
/** Declared patterns or folders, or recorded files. */
 | {
    readonly kind: 'output-missing';
    readonly outputs: readonly string[];
} | {
    readonly kind: 'output-differs';
    readonly changes: FileChanges;
}
/** Both in seconds. */
 | {
    readonly kind: 'expired';
    readonly age: number;
    readonly ttl: number;
}
/** Seconds by which the entry is ahead of this machine's clock. */
 | {
    readonly kind: 'from-the-future';
    readonly ahead: number;
};
export type RunReasonKind = RunReason['kind'];
/** What to do with a stage. `key` is that of the tree as it is now. */
export type Verdict = {
    readonly kind: 'skip';
    readonly key: Sha256;
    /** Seconds since the last success. */
    readonly age: number;
} | {
    readonly kind: 'run';
    readonly key: Sha256;
    /** Seconds since the last success; `undefined`: none is known. */
    readonly age: number | undefined;
    readonly reasons: readonly [RunReason, ...RunReason[]];
};
