/** Port of the place that runs us: a GitHub runner or a terminal. Adapters escape; callers hand over plain text. */
export interface Host {
  info(line: string): void;
  warning(message: string): void;
  /** A titled, foldable part of the log. */
  group(title: string, lines: readonly string[]): void;
  setOutput(name: string, value: string): void;
  writeSummary(markdown: string): Promise<void>;
  /** Hands one value from the main step to the post step of the same job. */
  saveHandoff(value: string): void;
  loadHandoff(): string | undefined;
}
