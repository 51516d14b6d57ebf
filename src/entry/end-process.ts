/**
 * Ends the process with the exit code that is set. What is still open (a kept connection, a child that does not end)
 * must not keep the step alive.
 */
export function endProcess(): void {
  // A pipe on Windows may still hold output that `exit` would cut off.
  setTimeout(() => process.exit(), process.platform === 'win32' ? 100 : 0);
}
