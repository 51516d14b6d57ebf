/**
 * Whose code a job runs, from the most to the least looked at:
 * `default-branch`: what the repository has accepted;
 * `branch`: another branch of it, which only people with write access can make;
 * `outside`: a fork's, or whatever a stranger can bring a job to run. Unknown code counts as this.
 */
export declare const TRUSTS: readonly ["default-branch", "branch", "outside"];
export type Trust = (typeof TRUSTS)[number];
/** Whether a job that runs code of the one trust may build upon what a job of the other has left. */
export declare function mayBuildUpon(writer: Trust, reader: Trust): boolean;
export declare function isTrust(value: string | undefined): value is Trust;
