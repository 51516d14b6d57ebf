/** A blob store behind the cache service. */
export interface BlobBackend extends AsyncDisposable {
  /** An address that accepts writes of this one blob, as Azure's signed addresses do. */
  uploadUrl(name: string): string;
  downloadUrl(name: string): string;
  /** Reads a blob behind the client's back. */
  read(name: string): Promise<Buffer>;
  /** Replaces a blob behind the client's back: truncated, corrupted, hostile. */
  write(name: string, content: Uint8Array): Promise<void>;
}
