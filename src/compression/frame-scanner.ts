import { FRAME_MAGIC, LONGEST_FRAME_HEADER, Malformed, readFrameHeader, readUint, type FrameHeader } from './frame.ts';

/**
 * Follows the bytes of exactly one frame as they pass, whatever pieces they come in, for a decoder that takes anything.
 * The same refusals as `walkFrames`, and none of its need for the whole.
 */
export class FrameScanner {
  /** Read and not understood yet. */
  #pending: Uint8Array = new Uint8Array();
  /** Bytes of a block that pass without being looked at. */
  #passing = 0;
  #next: 'header' | 'block' | 'checksum' | 'nothing' = 'header';
  #header: FrameHeader | undefined;
  #checksum: number | undefined;

  /** Throws on the first byte that cannot belong to the one frame. */
  push(chunk: Uint8Array): void {
    let rest = chunk;
    while (rest.byteLength > 0) {
      const passed = Math.min(this.#passing, rest.byteLength);
      this.#passing -= passed;
      rest = rest.subarray(passed);
      if (rest.byteLength > 0) rest = this.#understand(rest);
    }
  }

  /** Call after the last byte. The checksum is that of the frame, to be compared by whoever saw the content. */
  end(): { readonly contentSize: number | undefined; readonly checksum: number | undefined } {
    // A header may be shorter than what is waited for.
    if (this.#next === 'header' && this.#pending.byteLength > 0) this.#readHeader();
    if (this.#next !== 'nothing' || this.#passing > 0) throw new Malformed('truncated zstd frame');
    return { contentSize: this.#header?.contentSize, checksum: this.#checksum };
  }

  /** Reads the next part when its bytes are there; yields what follows it. */
  #understand(rest: Uint8Array): Uint8Array {
    if (this.#next === 'nothing') throw new Malformed('junk after a zstd frame');
    const wanted = { header: LONGEST_FRAME_HEADER, block: 3, checksum: 4 }[this.#next];
    const taken = rest.subarray(0, wanted - this.#pending.byteLength);
    this.#pending = Buffer.concat([this.#pending, taken]);
    if (this.#pending.byteLength === wanted) {
      if (this.#next === 'header') this.#readHeader();
      else if (this.#next === 'block') this.#readBlock();
      else this.#readChecksum();
    }
    return rest.subarray(taken.byteLength);
  }

  #readHeader(): void {
    const bytes = this.#pending;
    if (readUint(viewOf(bytes), 0, 4) !== FRAME_MAGIC) throw new Malformed('no zstd frame');
    this.#header = readFrameHeader(viewOf(bytes), 0);
    this.#pending = new Uint8Array();
    this.#next = 'block';
    // What was read beyond the header belongs to the first blocks.
    this.push(bytes.subarray(this.#header.bytes));
  }

  #readBlock(): void {
    const header = readUint(viewOf(this.#pending), 0, 3);
    const type = (header >> 1) & 3;
    if (type === 3) throw new Malformed('reserved block type in a zstd frame');
    this.#pending = new Uint8Array();
    this.#passing = type === 1 ? 1 : header >> 3;
    if ((header & 1) !== 0) this.#next = this.#header?.checksum === true ? 'checksum' : 'nothing';
  }

  #readChecksum(): void {
    this.#checksum = readUint(viewOf(this.#pending), 0, 4);
    this.#next = 'nothing';
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
