/** Takes what is wrong with a value, or with the n-th item of a list, counted from zero. */
export type ReportProblem = (problem: string, index?: number) => void;
