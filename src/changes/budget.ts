/** How much is still looked at of what nobody but a state names: it may name anything, and a machine holds a lot. */
export interface Budget {
  /** Takes one file or name of so many bytes; false when there is no more. */
  spend(bytes?: number): boolean;
  readonly isSpent: boolean;
}

export interface BudgetLimits {
  readonly files: number;
  readonly bytes: number;
  readonly milliseconds: number;
}

/** Bengal's own theme has some 500 files of 5 MB together; the modules of a large project, some thousands. */
export const OUTSIDE_LIMITS: BudgetLimits = { files: 50_000, bytes: 1024 ** 3, milliseconds: 10_000 };

export function budgetOf(limits: BudgetLimits): Budget {
  const until = Date.now() + limits.milliseconds;
  let { files, bytes } = limits;
  let isSpent = false;
  return {
    spend(size = 0) {
      files -= 1;
      bytes -= size;
      isSpent ||= files < 0 || bytes < 0 || Date.now() > until;
      return !isSpent;
    },
    get isSpent() {
      return isSpent;
    },
  };
}
