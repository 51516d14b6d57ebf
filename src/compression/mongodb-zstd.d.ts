// The addon is an optional dependency, so its own types may be absent when we compile.
declare module '@mongodb-js/zstd' {
  export function compress(content: Buffer, level?: number): Promise<Buffer>;
  export function decompress(frame: Buffer): Promise<Buffer>;
}
