/**
 * Ends the process with the exit code that is set. The cache client leaves timers and sockets behind after a failed
 * download, which would keep the step alive for up to ten minutes.
 */
export function endProcess(): void {
  // A pipe on Windows may still hold output that `exit` would cut off.
  setTimeout(() => process.exit(), process.platform === 'win32' ? 100 : 0);
}
