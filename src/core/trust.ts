/**
 * Whose code a job runs, from the most to the least looked at:
 * `default-branch`: what the repository has accepted;
 * `branch`: another branch of it, which only people with write access can make;
 * `outside`: a fork's, or whatever a stranger can bring a job to run. Unknown code counts as this.
 */
export const TRUSTS = ['default-branch', 'branch', 'outside'] as const;
export type Trust = (typeof TRUSTS)[number];

/** Whether a job that runs code of the one trust may build upon what a job of the other has left. */
export function mayBuildUpon(writer: Trust, reader: Trust): boolean {
  return TRUSTS.indexOf(writer) <= TRUSTS.indexOf(reader);
}

export function isTrust(value: string | undefined): value is Trust {
  return TRUSTS.some((trust) => trust === value);
}
