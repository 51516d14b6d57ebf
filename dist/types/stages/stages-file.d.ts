import { type Result } from '../core/result.ts';
import { type Stage } from './stage-definition.ts';
/** Name of the file beside the site's other files. */
export declare const STAGES_FILE = "bengal-cache.stages.yaml";
/** The keys of a stage, what each holds, and its field. `schema/stages.schema.json` is tested against it. */
export declare const STAGE_KEYS: {
    readonly inputs: readonly ["list", "inputs"];
    readonly outputs: readonly ["list", "outputs"];
    readonly code: readonly ["list", "code"];
    readonly command: readonly ["command", "command"];
    readonly env: readonly ["list", "env"];
    readonly salt: readonly ["text", "salt"];
    readonly ttl: readonly ["ttl", "ttl"];
    readonly needs: readonly ["list", "needs"];
    readonly 'verify-outputs': readonly ["flag", "verifyOutputs"];
    readonly 'cache-outputs': readonly ["flag", "cacheOutputs"];
};
export interface StagesFile {
    /** Each after those that it needs. */
    readonly stages: readonly Stage[];
    /** The line of a text in a list of a stage, or else of the stage. */
    readonly lineOf: (stage: string, text: string) => number;
}
/**
 * The stages of a file, each after those that it needs. Reports every problem, each with the name of the file and the
 * line. `scope` is that of all of them.
 */
export declare function parseStagesFile(text: string, file: string, scope?: string): Result<StagesFile, string>;
