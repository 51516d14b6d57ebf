/** Where a library says what went wrong without harm, unless its user gives another place: a warning of the process. */
export function warnProcess(sentence: string): void {
  process.emitWarning(sentence, 'BengalCacheWarning');
}
