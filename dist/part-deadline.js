import { __commonJSMin, __name, __require } from "./part-rolldown-runtime.js";
import { asArray, asFiniteNumber, asString, closeSync, createDigest, createReadStream, fchmodSync, field, futimesSync, isObject, linkSync, lstatSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, rmdirSync, writeFileSync } from "./part-digest.js";
import { DiskTrouble, atBest, codeOf, ifPresent, look, lookExactly, outcomeOf, reasonOf } from "./part-read.js";
import { Decompress, FRAME_MAGIC, Malformed, OPEN_FRAME_HEADER, checkoutOf, e, isInside, lowBits, readFrameHeader, readUint, realPathOf, resolvePlace, storedBlocks } from "./part-portable-codec.js";
import { dirname, isAbsolute, join } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { homedir, hostname, tmpdir } from "node:os";
import * as zlib from "node:zlib";
import { copyFile, link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { Transform } from "node:stream";

// src/core/trust.ts
/**
* Whose code a job runs, from the most to the least looked at:
* `default-branch`: what the repository has accepted;
* `branch`: another branch of it, which only people with write access can make;
* `outside`: a fork's, or whatever a stranger can bring a job to run. Unknown code counts as this.
*/
const TRUSTS = [
	"default-branch",
	"branch",
	"outside"
];
/** Whether a job that runs code of the one trust may build upon what a job of the other has left. */
function mayBuildUpon(writer, reader) {
	return TRUSTS.indexOf(writer) <= TRUSTS.indexOf(reader);
}
function isTrust(value) {
	return TRUSTS.some((trust) => trust === value);
}

// node_modules/events-universal/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = __require("events");
}));

// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));

// node_modules/fast-fifo/index.js
var require_fast_fifo = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));

// node_modules/b4a/index.js
var require_b4a = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));

// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));

// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	/**
	* https://encoding.spec.whatwg.org/#utf-8-decoder
	*/
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));

// node_modules/text-decoder/index.js
var require_text_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));

// node_modules/streamx/lib/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));

// node_modules/streamx/index.js
var require_streamx = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));

// node_modules/tar-stream/headers.js
var require_headers = /* @__PURE__ */ __commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: /* @__PURE__ */ new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));

// node_modules/tar-stream/extract.js
var require_extract = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(/* @__PURE__ */ new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(/* @__PURE__ */ new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : /* @__PURE__ */ new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));

// node_modules/tar-stream/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = __require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));

// node_modules/tar-stream/pack.js
var require_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(/* @__PURE__ */ new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(/* @__PURE__ */ new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(/* @__PURE__ */ new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(/* @__PURE__ */ new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || /* @__PURE__ */ new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));

// node_modules/tar-stream/index.js
var require_tar_stream = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
}));

// src/compression/frame-scanner.ts
var import_tar_stream = require_tar_stream();
/**
* Follows the bytes of exactly one frame as they pass, whatever pieces they come in, for a decoder that takes anything.
* The same refusals as `walkFrames`, and none of its need for the whole.
*/
var FrameScanner = class {
	/** Read and not understood yet. */
	#pending = /* @__PURE__ */ new Uint8Array();
	/** Bytes of a block that pass without being looked at. */
	#passing = 0;
	#next = "header";
	#header;
	#checksum;
	/** Throws on the first byte that cannot belong to the one frame. */
	push(chunk) {
		let rest = chunk;
		while (rest.byteLength > 0) {
			const passed = Math.min(this.#passing, rest.byteLength);
			this.#passing -= passed;
			rest = rest.subarray(passed);
			if (rest.byteLength > 0) rest = this.#understand(rest);
		}
	}
	/** Call after the last byte. The checksum is that of the frame, to be compared by whoever saw the content. */
	end() {
		if (this.#next === "header" && this.#pending.byteLength > 0) this.#readHeader();
		if (this.#next !== "nothing" || this.#passing > 0) throw new Malformed("truncated zstd frame");
		return {
			contentSize: this.#header?.contentSize,
			checksum: this.#checksum
		};
	}
	/** Reads the next part when its bytes are there; yields what follows it. */
	#understand(rest) {
		if (this.#next === "nothing") throw new Malformed("junk after a zstd frame");
		const wanted = {
			header: 18,
			block: 3,
			checksum: 4
		}[this.#next];
		const taken = rest.subarray(0, wanted - this.#pending.byteLength);
		this.#pending = Buffer.concat([this.#pending, taken]);
		if (this.#pending.byteLength === wanted) {
			if (this.#next === "header") this.#readHeader();
			else if (this.#next === "block") this.#readBlock();
			else this.#readChecksum();
		}
		return rest.subarray(taken.byteLength);
	}
	#readHeader() {
		const bytes = this.#pending;
		if (readUint(viewOf(bytes), 0, 4) !== 4247762216) throw new Malformed("no zstd frame");
		this.#header = readFrameHeader(viewOf(bytes), 0);
		this.#pending = /* @__PURE__ */ new Uint8Array();
		this.#next = "block";
		this.push(bytes.subarray(this.#header.bytes));
	}
	#readBlock() {
		const header = readUint(viewOf(this.#pending), 0, 3);
		const type = header >> 1 & 3;
		if (type === 3) throw new Malformed("reserved block type in a zstd frame");
		this.#pending = /* @__PURE__ */ new Uint8Array();
		this.#passing = type === 1 ? 1 : header >> 3;
		if ((header & 1) !== 0) this.#next = this.#header?.checksum === true ? "checksum" : "nothing";
	}
	#readChecksum() {
		this.#checksum = readUint(viewOf(this.#pending), 0, 4);
		this.#next = "nothing";
	}
};
function viewOf(bytes) {
	return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

// src/compression/streams.ts
/**
* Level of archives, whose files repeat each other over long distances: every page is written four times, and its text
* lies in the state again. Measured on 500 pages (61 MB): 4.9 MB in 0.7 s of processor time, where level 3 takes 7.0 MB
* in 0.15 s and level 19 takes 4.5 MB in 28 s.
*/
const ARCHIVE_LEVEL = 12;
/** 128 MiB, the largest window that decoders take unasked. */
const LARGEST_WINDOW_LOG = 27;
const SMALLEST_WINDOW_LOG = 20;
/** Bytes that are decoded at a time. Node's own choice of 16 KiB costs a task of a thread for each page. */
const PIECE = 262144;
/**
* A stream that makes one zstd frame of what it is fed; with a checksum where Node has zstd, stored where it has not.
*
* @param bytes How much it will be fed at least, about: the whole of it is searched for repetitions.
*/
function createCompressor(bytes) {
	if (typeof zlib.createZstdCompress !== "function") return storingCompressor();
	const { constants } = zlib;
	const windowLog = Math.min(LARGEST_WINDOW_LOG, Math.max(SMALLEST_WINDOW_LOG, Math.ceil(Math.log2(bytes + 1)) + 1));
	return zlib.createZstdCompress({ params: {
		[constants.ZSTD_c_compressionLevel]: ARCHIVE_LEVEL,
		[constants.ZSTD_c_enableLongDistanceMatching]: 1,
		[constants.ZSTD_c_windowLog]: windowLog,
		[constants.ZSTD_c_checksumFlag]: 1
	} });
}
/** Streams that decode exactly one frame, to be piped into each other, and fail on whatever else there is. */
function createDecompressor() {
	if (typeof zlib.createZstdDecompress !== "function") return [portableDecompressor()];
	return [onlyOneFrame(), zlib.createZstdDecompress({
		rejectGarbageAfterEnd: true,
		chunkSize: PIECE
	})];
}
/** Passes the bytes of one frame on. */
function onlyOneFrame() {
	const scanner = new FrameScanner();
	return new Transform({
		transform(chunk, _encoding, done) {
			attempt(done, () => {
				scanner.push(chunk);
				this.push(chunk);
			});
		},
		flush(done) {
			attempt(done, () => void scanner.end());
		}
	});
}
function storingCompressor() {
	let begun = false;
	return new Transform({
		transform(chunk, _encoding, done) {
			if (!begun) this.push(OPEN_FRAME_HEADER);
			begun = true;
			for (const piece of storedBlocks(chunk, false)) this.push(piece);
			done();
		},
		flush(done) {
			if (!begun) this.push(OPEN_FRAME_HEADER);
			for (const piece of storedBlocks(/* @__PURE__ */ new Uint8Array(), true)) this.push(piece);
			done();
		}
	});
}
/** Decodes with the JavaScript library, which takes more than one frame, any size and any checksum: those are ours to check. */
function portableDecompressor() {
	const scanner = new FrameScanner();
	let hash;
	let length = 0;
	const decoder = new Decompress((piece) => {
		hash?.update(piece);
		length += piece.byteLength;
		output.push(Buffer.from(piece));
	});
	const check = () => {
		const { contentSize, checksum } = scanner.end();
		if (contentSize !== void 0 && contentSize !== length) throw new Malformed("the frame holds another amount of content than it declares");
		if (checksum !== void 0 && hash !== void 0 && lowBits(hash.digest()) !== checksum) throw new Malformed("the checksum does not fit the content");
	};
	const output = new Transform({
		construct(done) {
			e().then((library) => {
				hash = library.create64();
				done();
			}, done);
		},
		transform(chunk, _encoding, done) {
			attempt(done, () => {
				scanner.push(chunk);
				decoder.push(chunk, false);
			});
		},
		flush(done) {
			attempt(done, () => {
				decoder.push(/* @__PURE__ */ new Uint8Array(), true);
				check();
			});
		}
	});
	return output;
}
function attempt(done, action) {
	try {
		action();
	} catch (thrown) {
		done(thrown instanceof Error ? thrown : new Error(String(thrown)));
		return;
	}
	done();
}

// src/archive/member-name.ts
/** Longest path of a member in UTF-16 units: Linux refuses paths of 4096 bytes, and nothing honest comes near. */
const LONGEST_NAME = 2048;
/** Names that Windows opens as devices, with any extension. */
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?:\.|$)/i;
const WINDOWS_FORBIDDEN = /[<>:"|?*\u0000-\u001f]/;
/**
* What makes `name` unfit as the path of an archive member, or `undefined` when it is a plain relative POSIX path.
* Packing and unpacking ask the same question, so nothing is stored that could never be restored.
*/
function findNameProblem(name, platform) {
	if (name === "") return "an empty name";
	if (name.length > LONGEST_NAME) return `a name longer than ${String(LONGEST_NAME)} characters`;
	if (name.includes("\0")) return "a NUL character in a name";
	if (!name.isWellFormed() || name.includes("�")) return "a name that is not valid Unicode";
	if (name.includes("\\")) return "a backslash in a name";
	if (name.startsWith("/")) return "an absolute path";
	if (/^[a-z]:/i.test(name)) return "a drive letter";
	for (const segment of name.split("/")) {
		const problem = findSegmentProblem(segment, platform);
		if (problem !== void 0) return problem;
	}
}
function findSegmentProblem(segment, platform) {
	if (segment === "") return "an empty path segment";
	if (segment === "." || segment === "..") return `a "${segment}" path segment`;
	if (platform !== "win32") return void 0;
	if (WINDOWS_DEVICE.test(segment)) return "a name reserved by Windows";
	if (WINDOWS_FORBIDDEN.test(segment)) return "a character that Windows forbids in names";
	if (/[. ]$/.test(segment)) return "a name ending in a dot or space, which Windows drops";
}

// src/archive/name-registry.ts
/**
* The form under which file systems that ignore case or Unicode normalisation (macOS, Windows) may take two names for
* one. Upper case first: it unites letters with several lower-case forms.
*/
function foldName(name) {
	return name.normalize("NFC").toUpperCase().toLowerCase().normalize("NFC");
}
/** The names an archive has used so far, its implied parent directories included. */
var NameRegistry = class {
	#claims = /* @__PURE__ */ new Map();
	/** Takes a name; yields why it clashes with an earlier one, or `undefined` when it is free. */
	claim(name, kind) {
		const clash = this.#claimParents(name);
		if (clash !== void 0) return clash;
		const folded = foldName(name);
		const earlier = this.#claims.get(folded);
		if (earlier !== void 0) return describeClash(name, earlier);
		this.#claims.set(folded, {
			name,
			kind
		});
	}
	#claimParents(name) {
		for (let slash = name.indexOf("/"); slash !== -1; slash = name.indexOf("/", slash + 1)) {
			const parent = name.slice(0, slash);
			const folded = foldName(parent);
			const earlier = this.#claims.get(folded);
			if (earlier === void 0) this.#claims.set(folded, {
				name: parent,
				kind: "directory"
			});
			else if (earlier.name !== parent || earlier.kind === "file") return describeClash(parent, earlier);
		}
	}
};
function describeClash(name, earlier) {
	return earlier.name === name ? `the name ${JSON.stringify(name)} twice` : `the names ${JSON.stringify(earlier.name)} and ${JSON.stringify(name)}, which some file systems take for one`;
}

// src/archive/rejection.ts
/** A reason to refuse an archive. Thrown inside `archive/` only: both entry points turn it into their outcome. */
var Rejection = class extends Error {};
/** The sentence for whatever stopped the work: our own reasons as they are, errors of Node with their code. */
function sentenceFor(error) {
	if (!(error instanceof Error)) return String(error);
	const code = error.code;
	if (error instanceof Rejection || code === void 0 || error.message.includes(code)) return error.message;
	return `${error.message} (${code})`;
}
/** What this machine lacks, whatever an archive holds. */
const MACHINE_TROUBLE = {
	ENOSPC: "the disk is full",
	EDQUOT: "the quota of the disk is used up",
	EFBIG: "the system allows no file of that size",
	EROFS: "the disk cannot be written",
	EACCES: "the permission is missing",
	EPERM: "the permission is missing",
	EMFILE: "too many files are open",
	ENFILE: "too many files are open",
	ENOMEM: "the memory is used up",
	EIO: "the disk reports an error"
};
/** What the machine could not do; `undefined` when the error is about the archive. */
function machineTrouble(error) {
	const { code, syscall } = error instanceof Error ? error : {};
	const trouble = code === void 0 || syscall === void 0 ? void 0 : MACHINE_TROUBLE[code];
	return trouble === void 0 ? void 0 : `${trouble} (${sentenceFor(error)})`;
}

// src/archive/tar-header.ts
const NANOSECONDS_PER_SECOND = 1000000000n;
/** Latest moment taken from an archive: the end of year 9999, in seconds. */
const LATEST_SECONDS = 253402300799;
/** Nanoseconds since 1970 as the decimal seconds of a pax `mtime` record, without loss. */
function paxTime(nanoseconds) {
	const seconds = nanoseconds / NANOSECONDS_PER_SECOND;
	const rest = nanoseconds % NANOSECONDS_PER_SECOND;
	return rest === 0n ? String(seconds) : `${String(seconds)}.${String(rest).padStart(9, "0")}`;
}
/** The extended records of a header; none when it has no extended header. */
function paxRecords(header) {
	return header.pax ?? {};
}
/**
* The modification time of a member in seconds, ready for `utimes`; `undefined` when the archive holds nonsense.
*
* Node sets times through a double, which at present dates steps by 0.24 microseconds. Summing as Python does for
* `st_mtime` makes the restored file show exactly the recorded float there, so Bengal's float comparisons hold.
*/
function memberTime(header) {
	const text = paxRecords(header)["mtime"];
	if (text === void 0) return withinRange(header.mtime.getTime() / 1e3);
	const parts = /^(\d{1,12})(?:\.(\d{1,18}))?$/.exec(text);
	if (parts === null) return void 0;
	const nanoseconds = Number((parts[2] ?? "").padEnd(9, "0").slice(0, 9));
	return withinRange(Number(parts[1]) + nanoseconds * 1e-9);
}
function withinRange(seconds) {
	return seconds >= 0 && seconds <= LATEST_SECONDS ? seconds : void 0;
}

// src/disk/remove.ts
/**
* Removes a file, or a folder with all that is in it; what is not there is gone. Never throws, so that a `finally` that
* clears up does not take the place of what went before. A link is removed, never what it leads to.
*/
function remove(path) {
	try {
		rmSync(path, {
			recursive: true,
			force: true
		});
		return { kind: "gone" };
	} catch (thrown) {
		return {
			kind: "left",
			why: `${JSON.stringify(path)} cannot be removed: ${reasonOf(thrown)}`
		};
	}
}

// src/place/register.ts
/** Larger than any note of ours. */
const MOST_BYTES = 1e6;
/** Noting takes no longer. */
const LONGEST_NOTE_MS = 6e4;
const NAME = /^[a-z0-9.-]+\.json$/i;
/** Throws where this user has no folder of their own at all. */
function registerOf(site) {
	const root = realPathOf(site) ?? site;
	const key = createHash("sha256").update(`${hostname()}\0${root}`).digest("hex").slice(0, 32);
	const folder = join(ownFolder(root), "sites", key);
	const at = (name) => join(folder, `${name}.json`);
	return {
		note(name, value, mode) {
			mkdirSync(folder, {
				recursive: true,
				mode: 448
			});
			const prepared = join(folder, `${randomBytes(6).toString("hex")}.tmp`);
			writeFileSync(prepared, JSON.stringify(value), {
				mode: 384,
				flush: true
			});
			if (mode === "replace") {
				renameSync(prepared, at(name));
				return "noted";
			}
			try {
				appear(prepared, at(name));
				return "noted";
			} catch (thrown) {
				if (codeOf(thrown) === "EEXIST") return "taken";
				throw thrown;
			} finally {
				rmSync(prepared, { force: true });
			}
		},
		read: (name) => readNote(at(name)),
		names: () => listNames(folder).map((name) => name.slice(0, -5)),
		drop(name) {
			rmSync(at(name), { force: true });
			forget(folder);
		}
	};
}
/** A file appears with all of its content, or `EEXIST` is thrown. Where the disk has no hard links, the content follows. */
function appear(prepared, place) {
	try {
		linkSync(prepared, place);
	} catch (thrown) {
		if (codeOf(thrown) === "EEXIST") throw thrown;
		writeFileSync(place, readFileSync(prepared), {
			flag: "wx",
			mode: 384,
			flush: true
		});
	}
}
function readNote(path) {
	const entry = atBest(look(path));
	if (entry?.isFile() !== true || entry.size > MOST_BYTES) return void 0;
	try {
		const value = JSON.parse(readFileSync(path, "utf8"));
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}
function listNames(folder) {
	try {
		return readdirSync(folder).filter((name) => NAME.test(name));
	} catch {
		return [];
	}
}
/** A site of which nothing is noted leaves no folder behind. */
function forget(folder) {
	try {
		if (listNames(folder).length > 0) return;
		for (const name of readdirSync(folder)) {
			const entry = atBest(look(join(folder, name)));
			if (name.endsWith(".tmp") && entry !== void 0 && entry.mtimeMs < Date.now() - LONGEST_NOTE_MS) rmSync(join(folder, name), { force: true });
		}
		rmdirSync(folder);
	} catch {}
}
/** The user's folder for caches, or one of their own among the temporary files; never one that lies in the checkout. */
function ownFolder(site) {
	const own = candidates().find((folder) => isAbsolute(folder) && isOwn(folder, site));
	if (own !== void 0) return own;
	throw new Error("there is no folder in which this user could note what is under way (neither home nor temporary files)");
}
function candidates() {
	return [join(homeFolder(), {
		darwin: "Library/Caches",
		win32: "AppData/Local"
	}[process.platform] ?? ".cache", "bengal-cache"), join(tmpdir(), `bengal-cache-${String(process.getuid?.() ?? "own")}`)];
}
function homeFolder() {
	try {
		return homedir();
	} catch {
		return "";
	}
}
/** A real folder that only this user writes to. It is made where there is none. */
function isOwn(folder, site) {
	const real = realPathOf(folder);
	if (real === void 0 || isInside(checkoutOf(site), real)) return false;
	try {
		mkdirSync(folder, {
			recursive: true,
			mode: 448
		});
	} catch {
		return false;
	}
	const entry = atBest(look(folder));
	if (entry?.isDirectory() !== true) return false;
	const user = process.getuid?.();
	return user === void 0 || entry.uid === user && (entry.mode & 18) === 0 && isWritable(folder);
}
function isWritable(folder) {
	const probe = join(folder, `${randomBytes(6).toString("hex")}.tmp`);
	try {
		writeFileSync(probe, "");
		rmSync(probe);
		return true;
	} catch {
		return false;
	}
}

// src/archive/owner.ts
/** This process, as it signs what it leaves on disk. */
function ownerSignature() {
	return `${hostname()} ${String(process.pid)}`;
}
/** Whether the process that signed is still at it. One on another machine, or in another container, counts as alive. */
function isAlive({ signature, atMs, longestMs }) {
	if (Date.now() - atMs > longestMs) return false;
	const [host, pid] = signature.split(" ");
	if (host !== hostname()) return true;
	try {
		process.kill(Number(pid), 0);
		return true;
	} catch (thrown) {
		return thrown.code === "EPERM";
	}
}

// src/archive/swap.ts
/**
* Noted while trees are swapped, and says which: it keeps others out, and whoever finds it after its owner was killed
* puts the old trees back. Not in the site, where a repository could hold one.
*/
const JOURNAL = "swap";
/** Swapping is a handful of renames. */
const LONGEST_MS$1 = 6e5;
const BUSY = "another restore is under way in this site";
/**
* Replaces the trees in the site by those in the staging folder, each by one rename. The site has all of the old ones or
* all of the new ones: what fails is taken back, and what is killed is taken back by `recoverSwap`. A link that stands for
* one of them stays, and what it leads to is replaced.
*/
function swapTrees({ site, folder, aside, roots, elsewhere }) {
	const moves = roots.map((path, index) => {
		const place = resolvePlace(site, path);
		if (place.kind === "refused") throw new Rejection(`${place.why}, and nothing is put there`);
		const { old, fresh } = elsewhere?.get(path) ?? {
			old: join(aside, String(index)),
			fresh: join(folder, path)
		};
		return {
			place: place.at,
			old,
			fresh,
			existed: isThere(place.at),
			staged: isThere(fresh)
		};
	});
	for (const { place, staged } of moves) if (staged) mkdirSync(dirname(place), { recursive: true });
	const register = registerOf(site);
	const journal = {
		owner: ownerSignature(),
		at: Date.now(),
		moves
	};
	if (register.note(JOURNAL, {
		...journal,
		moves: moves.map((move) => ({ ...move }))
	}, "first") === "taken") throw new Rejection(BUSY);
	try {
		for (const { place, old, fresh, existed, staged } of moves) {
			if (existed) renameSync(place, old);
			if (staged) renameSync(fresh, place);
		}
	} catch (thrown) {
		takeBack(journal);
		throw isHeld(thrown) ? new DiskTrouble(heldWords(roots, thrown), thrown) : thrown;
	} finally {
		register.drop(JOURNAL);
	}
}
/** A mount point is what the system renames least: nothing takes its place, and what lies in it stays. */
function isHeld(thrown) {
	return ["EBUSY", "EXDEV"].includes(codeOf(thrown) ?? "");
}
function heldWords(roots, thrown) {
	return `${roots.map((root) => JSON.stringify(root)).join(" or ")} cannot be replaced, as a mount point cannot, or a folder that a program holds (${codeOf(thrown) ?? ""}): mount the site or a folder above it instead`;
}
/** Takes back a swap whose process was killed in the middle of it. Throws while one is under way. */
function recoverSwap(register) {
	if (!register.names().includes(JOURNAL)) return;
	const journal = readJournal(register.read(JOURNAL));
	if (journal !== void 0) {
		if (isAlive({
			signature: journal.owner,
			atMs: journal.at,
			longestMs: LONGEST_MS$1
		})) throw new Rejection(BUSY);
		if (!isBuiltUpon(journal)) takeBack(journal);
	}
	register.drop(JOURNAL);
}
/** Whether anything was written where the swap had put, or was to put, a tree: only its own renames touch a place. */
function isBuiltUpon({ at, moves }) {
	return moves.some(({ place, old, fresh, existed, staged }) => {
		const entry = atBest(look(place));
		if (entry === void 0) return false;
		if (!(existed ? isThere(old) : true)) return false;
		return !staged || isThere(fresh) || entry.isDirectory() && entry.mtimeMs > at;
	});
}
/** Backwards through what was done, as far as it was done. Nothing is removed: new trees go back to where they came from. */
function takeBack({ moves }) {
	for (const { place, old, fresh, existed, staged } of moves.toReversed()) {
		if (!(existed ? isThere(old) : staged && !isThere(fresh))) continue;
		if (staged && !isThere(fresh) && isThere(place)) renameSync(place, fresh);
		if (existed && !isThere(place)) renameSync(old, place);
	}
}
function readJournal(value) {
	const [owner, at] = [asString(field(value, "owner")), asFiniteNumber(field(value, "at"))];
	if (owner === void 0 || at === void 0) return void 0;
	return {
		owner,
		at,
		moves: asArray(field(value, "moves")).flatMap(readMove)
	};
}
function readMove(value) {
	const [place, old, fresh] = [
		"place",
		"old",
		"fresh"
	].map((name) => asString(field(value, name)));
	if (place === void 0 || old === void 0 || fresh === void 0) return [];
	return [{
		place,
		old,
		fresh,
		existed: field(value, "existed") === true,
		staged: field(value, "staged") === true
	}];
}
function isThere(path) {
	return ifPresent(look(path)) !== void 0;
}

// src/archive/staging.ts
const STAGING_PREFIX = ".bengal-cache-staging-";
const OWNER_FILE = "owner";
/** No download takes a day. */
const LONGEST_MS = 864e5;
/**
* Opens a staging folder in the site, after clearing up what processes that were killed left there: half of a swap is
* taken back, and their folders go. A folder that is merely called so came with the repository, and stays.
*/
function openStaging(site) {
	const register = registerOf(site);
	recoverSwap(register);
	sweep(site, register);
	const name = randomBytes(6).toString("hex");
	const root = join(site, STAGING_PREFIX + name);
	const noted = {
		secret: randomBytes(16).toString("hex"),
		owner: ownerSignature(),
		at: Date.now()
	};
	const remove = () => {
		if (removed(root)) register.drop(noteOf(name));
	};
	const [folder, aside] = ["tree", "aside"].map((part) => join(root, part));
	register.note(noteOf(name), noted, "replace");
	try {
		mkdirSync(root, { mode: 448 });
		register.note(noteOf(name), {
			...noted,
			inode: inodeOf(root)
		}, "replace");
		writeFileSync(join(root, OWNER_FILE), noted.secret);
		mkdirSync(folder);
		mkdirSync(aside);
	} catch (thrown) {
		remove();
		throw thrown;
	}
	return {
		folder,
		archive: join(root, "archive.tar.zst"),
		aside,
		remove
	};
}
const noteOf = (name) => `staging-${name}`;
/** What cannot be removed now is removed by whoever comes next. */
function removed(root) {
	remove(root);
	return look(root).kind === "absent";
}
function sweep(site, register) {
	for (const note of register.names().filter((name) => name.startsWith(noteOf("")))) {
		const noted = register.read(note);
		if (noted !== void 0 && isInUse(noted)) continue;
		const root = join(site, STAGING_PREFIX + note.slice(noteOf("").length));
		if (noted === void 0 || !isOurs(root, noted) || removed(root)) register.drop(note);
	}
}
function isInUse(noted) {
	const signature = asString(noted["owner"]) ?? "";
	return isAlive({
		signature,
		atMs: asFiniteNumber(noted["at"]) ?? 0,
		longestMs: LONGEST_MS
	});
}
/** The very folder that was made: another one may have its name by now, and a repository can hold a copy of it. */
function isOurs(root, { inode, secret }) {
	if (atBest(look(root))?.isDirectory() !== true) return false;
	if (inode === void 0) return atBest(outcomeOf(root, () => readdirSync(root)))?.length === 0;
	if (inodeOf(root) !== inode) return false;
	const owner = join(root, OWNER_FILE);
	const size = atBest(look(owner))?.size;
	if (size === void 0) return true;
	return size < 100 && [secret, ""].includes(readFileSync(owner, "utf8"));
}
function inodeOf(path) {
	const entry = atBest(lookExactly(path));
	return entry === void 0 ? "" : `${String(entry.dev)}-${String(entry.ino)}`;
}

// src/archive/limits.ts
const DEFAULT_ARCHIVE_LIMITS = {
	files: 5e5,
	bytes: 10 * 1024 ** 3,
	ratio: 4e3
};
/** An archive this small once unpacked cannot hurt, whatever its ratio; without it tiny test sites could trip. */
const RATIO_GRACE_BYTES = 16 * 1024 ** 2;

// src/archive/member-inspector.ts
const SET_ID_AND_STICKY_BITS = 3584;
/** Judges the headers of one archive, one after the other. Throws a `Rejection` on the first that is unfit. */
var MemberInspector = class {
	#options;
	#names = new NameRegistry();
	#members = 0;
	#bytes = 0;
	constructor(options) {
		this.#options = options;
	}
	/** Bytes of the contents accepted so far. */
	get bytes() {
		return this.#bytes;
	}
	inspect(header) {
		const kind = judgeKind(header);
		const path = kind === "directory" ? header.name.replace(/\/$/, "") : header.name;
		const seconds = memberTime(header);
		const shown = JSON.stringify(path.slice(0, 200));
		const problem = this.#findPathProblem(path, kind) ?? findFieldProblem(header, seconds);
		if (problem !== void 0) throw new Rejection(`member ${shown}: ${problem}`);
		this.#count(kind, header.size);
		return {
			kind,
			path,
			executable: (header.mode & 64) !== 0,
			seconds: seconds ?? 0
		};
	}
	#findPathProblem(path, kind) {
		const problem = findNameProblem(path, this.#options.platform);
		if (problem !== void 0) return problem;
		if (!this.#options.allow(path)) return "not among the paths that this cache may hold";
		return this.#names.claim(path, kind);
	}
	#count(kind, size) {
		const { limits } = this.#options;
		this.#members += 1;
		if (this.#members > limits.files) throw new Rejection(`more than ${String(limits.files)} members`);
		if (kind === "directory") return;
		this.#bytes += size;
		if (this.#bytes > limits.bytes) throw new Rejection(`more than ${String(limits.bytes)} bytes of files`);
	}
};
function judgeKind(header) {
	if (header.type === "file" || header.type === "directory") return header.type;
	const name = JSON.stringify(header.name.slice(0, 200));
	throw new Rejection(`member ${name}: neither a regular file nor a directory but ${header.type ?? "of unknown type"}`);
}
function findFieldProblem(header, seconds) {
	const { mode } = header;
	if ((mode & SET_ID_AND_STICKY_BITS) !== 0) return `mode ${mode.toString(8)} with set-id or sticky bits`;
	if (seconds === void 0) return "a nonsensical modification time";
	if (Object.keys(paxRecords(header)).some((key) => key.startsWith("GNU.sparse"))) return "a sparse file";
}

// src/archive/stream-guard.ts
/** Every tar ends with two empty blocks of 512 bytes. */
const END_MARKER_BYTES = 1024;
/** Tar bytes that one member may cost beside its content: header, extended header, padding. */
const OVERHEAD_BYTES_PER_MEMBER = 4096;
/**
* Passes decompressed tar on, and fails as soon as there is more of it than an honest archive of that size can hold.
* At the end it demands the end marker, which tar readers do not: without it a cut between two members looks whole.
*/
function createStreamGuard({ archiveBytes, limits }) {
	const most = limits.bytes + limits.files * OVERHEAD_BYTES_PER_MEMBER + END_MARKER_BYTES;
	const mostByRatio = Math.max(RATIO_GRACE_BYTES, archiveBytes * limits.ratio);
	let seen = 0;
	let trailingZeros = 0;
	return new Transform({
		transform(chunk, _encoding, done) {
			seen += chunk.byteLength;
			trailingZeros = countTrailingZeros(chunk, trailingZeros);
			if (seen > mostByRatio) done(new Rejection(`it unpacks to more than ${String(limits.ratio)} times its size`));
			else if (seen > most) done(new Rejection(`it unpacks to more than ${String(most)} bytes`));
			else done(null, chunk);
		},
		flush(done) {
			done(trailingZeros >= END_MARKER_BYTES ? null : new Rejection("the end of the archive is missing"));
		}
	});
}
function countTrailingZeros(chunk, before) {
	let zeros = 0;
	while (zeros < chunk.byteLength && zeros < END_MARKER_BYTES && chunk[chunk.byteLength - 1 - zeros] === 0) zeros += 1;
	return zeros === chunk.byteLength ? before + zeros : zeros;
}

// src/archive/unpack.ts
const PLAIN_MODE = 420;
const EXECUTABLE_MODE = 493;
/**
* Unpacks an archive of `packArchive` into an empty directory, streaming, or not at all as far as anybody may look:
* after any other outcome than `unpacked` the directory is to be thrown away. Regular files and directories only, all
* below `into`.
*/
async function unpackArchive(request) {
	try {
		assertEmptyDirectory(request.into);
		return await unpack(request);
	} catch (error) {
		if (request.signal?.aborted === true) return {
			kind: "failed",
			why: sentenceFor(request.signal.reason)
		};
		const trouble = machineTrouble(error);
		return trouble === void 0 ? {
			kind: "rejected",
			why: sentenceFor(error)
		} : {
			kind: "failed",
			why: trouble
		};
	}
}
function assertEmptyDirectory(path) {
	if (!lstatSync(path).isDirectory()) throw new Rejection("the place to unpack to is not a directory");
	if (readdirSync(path).length > 0) throw new Rejection("the directory to unpack to is not empty");
}
async function unpack(request) {
	const limits = request.limits ?? DEFAULT_ARCHIVE_LIMITS;
	const inspector = new MemberInspector({
		limits,
		allow: request.allow,
		platform: request.platform ?? process.platform
	});
	const { size } = await stat(request.file);
	const extract = (0, import_tar_stream.extract)();
	const guard = createStreamGuard({
		archiveBytes: size,
		limits
	});
	const streams = [
		createReadStream(request.file),
		...createDecompressor(),
		guard,
		extract
	];
	const feeding = pipeline(streams, request.signal === void 0 ? {} : { signal: request.signal });
	const outcomes = await Promise.allSettled([storeAll(extract, {
		...request,
		inspector
	}), feeding]);
	const [storing] = outcomes;
	const errors = outcomes.flatMap((outcome) => outcome.status === "rejected" ? [outcome.reason] : []);
	if (errors.length > 0) throw errors.find((error) => isReason(error)) ?? errors[0];
	const digests = storing.status === "fulfilled" ? storing.value : /* @__PURE__ */ new Map();
	return {
		kind: "unpacked",
		files: digests.size,
		bytes: inspector.bytes,
		archiveBytes: size,
		digests
	};
}
function isReason(error) {
	return error instanceof Rejection || machineTrouble(error) !== void 0;
}
async function storeAll(entries, { into, inspector, keepExecutable }) {
	const stored = /* @__PURE__ */ new Map();
	const folders = /* @__PURE__ */ new Set([into]);
	const makeFolder = (folder) => {
		if (folders.has(folder)) return;
		mkdirSync(folder, { recursive: true });
		folders.add(folder);
	};
	const now = Date.now() / 1e3;
	for await (const entry of entries) {
		const member = inspector.inspect(entry.header);
		const location = join(into, member.path);
		if (member.kind === "directory") {
			makeFolder(location);
			entry.resume();
		} else {
			makeFolder(dirname(location));
			const digest = await storeFile(entry, location, {
				mode: member.executable && keepExecutable === true ? EXECUTABLE_MODE : PLAIN_MODE,
				seconds: Math.min(member.seconds, now)
			});
			stored.set(member.path, digest);
		}
	}
	return stored;
}
/** Answers the digest of what it wrote, so that nobody has to read it for that. */
async function storeFile(entry, location, { mode, seconds }) {
	const descriptor = openSync(location, "wx", 384);
	const digest = createDigest();
	try {
		for await (const chunk of entry) {
			writeFileSync(descriptor, chunk);
			digest.update(chunk);
		}
		fchmodSync(descriptor, mode);
		futimesSync(descriptor, seconds, seconds);
	} finally {
		closeSync(descriptor);
	}
	return digest.end();
}

// src/bengal/cacheable.ts
const never = (path, matches, why) => ({
	path,
	matches,
	cached: false,
	why
});
const always = (path, matches, why) => ({
	path,
	matches,
	cached: true,
	why
});
const ANYWHERE = [
	never("`*.pyc`, `*.pyo`, `__pycache__/`", /\.py[co](?:\.\d+)?[. ]*$|(?:^|\/)__pycache__(?:\/|$)/iu, "Python bytecode: whoever can write it runs code in the next job."),
	never("`*.pickle`, `*.pkl`, `*.joblib`, `*.dill`, `*.marshal`", /\.(?:pickle|pkl|joblib|dill|marshal)[. ]*$/iu, "Pickles and their like run code when they are read."),
	never("`*.so`, `*.so.*`, `*.dylib`, `*.dll`, `*.pyd`, `*.node`, `*.exe`", /\.(?:so(?:\.\d+)*|dylib|dll|pyd|node|exe)[. ]*$/iu, "Native code."),
	never("`.git/`, `.github/`, `.hg/`, `.svn/`, `node_modules/.bin/`", /(?:^|\/)(?:\.git|\.github|\.hg|\.svn|node_modules\/\.bin)[. ]*(?:\/|$)/iu, "Hooks, workflows and programs, which belong to the checkout and to the package manager."),
	never("`.env*`, `.netrc`, `.npmrc`, `.pypirc`, `.git-credentials`, `.ssh/`, `.aws/`", /(?:^|\/)(?:\.env(?:\.[^/]*)?|\.netrc|\.npmrc|\.pypirc|\.git-credentials|\.ssh(?:\/.*)?|\.aws(?:\/.*)?)[. ]*$/iu, "Secrets: whoever can read the repository can read its caches."),
	never("`*.tmp`, `.incoming-*`, `.bengal-cache-*`", /\.tmp[. ]*$|(?:^|\/)\.incoming-|(?:^|\/)\.bengal-cache-/iu, "Temporary files of Bengal and of this tool."),
	never("`.bengal-cache/`, `.bengal-cache.json`", /(?:^|\/)\.bengal-cache(?:\.json)?[. ]*(?:\/|$)/iu, "The state of Bengal before 0.1.5, which newer versions would still adopt from inside the output.")
];
const STATE = [
	never("`.bengal/cache/kida/`, `.bengal/templates/`", /^\.bengal\/(?:cache\/kida|templates)[. ]*(?:\/|$)/iu, "Compiled templates: Bengal unmarshals and runs them. They travel only with the input `bytecode` or in signed entries."),
	never("`.bengal/logs/`, `.bengal/metrics/`, `.bengal/profiles/`, `*.log`", /^\.bengal\/(?:(?:logs|metrics|profiles)[. ]*(?:\/|$)|.*\.log[. ]*$)/iu, "Written anew by every run and read by none; may quote the environment."),
	never("`.bengal/**/*.lock`, `.bengal/**/*.pid`", /^\.bengal\/.*\.(?:lock|pid)[. ]*$/iu, "True of the machine that wrote them only."),
	never("`.bengal/content_cache/`, `.bengal/cache/external_refs/`", /^\.bengal\/(?:content_cache|cache\/external_refs)[. ]*(?:\/|$)/iu, "Fetched from the network, with their own ages: a cache of ours would keep them for ever."),
	never("`.bengal/worktrees/`, `.bengal/version-builds/`", /^\.bengal\/(?:worktrees|version-builds)[. ]*(?:\/|$)/iu, "Checkouts of other commits, which git makes faster than a cache brings them."),
	never("`.bengal/image-cache/`, `.bengal/js_bundle/`, `.bengal/pipeline_out/`", /^\.bengal\/(?:image-cache|js_bundle|pipeline_out)[. ]*(?:\/|$)/iu, "Intermediate results of the asset pipeline, which every build makes anew."),
	never("`.bengal/cache.json`", /^\.bengal\/cache\.json[. ]*$/iu, "Its mere existence makes every later build incremental, behind its user’s back."),
	always("`.bengal/ci-manifest.json.zst`", /^\.bengal\/ci-manifest\.json\.zst$/, "What this tool recorded of the build: every restored file is checked against it."),
	always("`.bengal/trace.zst`", /^\.bengal\/trace\.zst$/, "What each page read when it was rendered: a build keeps a page only where all of that is as it was."),
	always("`.bengal/*.json.zst`", /^\.bengal\/[^/]+\.json\.zst$/, "Fingerprints, tags, page metadata, asset links: Bengal’s main cache and its relatives."),
	always("`.bengal/effects.json`, `.bengal/provenance/`", /^\.bengal\/(?:effects|provenance\/.+)\.json$/, "What each page was made from and wrote: Bengal selects pages by it, and so do we. Records of pages that are gone are pruned."),
	always("`.bengal/stores/`, `.bengal/page-artifacts/`", /^\.bengal\/(?:stores|page-artifacts)\/.+\.json$/, "Parsed and rendered content that an incremental build takes over. Artifacts of pages that are gone are pruned."),
	always("`.bengal/cache/snapshots/`, `.bengal/cache/assets/`, `.bengal/indexes/`", /^\.bengal\/(?:(?:cache\/snapshots|indexes)\/.+\.json|cache\/assets\/.+\.css)$/, "Parsed pages, the merged style sheet and the query indexes of the last build."),
	always("`.bengal/**/*.json`, `.bengal/**/*.json.zst`", /^\.bengal\/.+\.json(?:\.zst)?$/, "Other data: a state without a file that a newer Bengal expects would be no state."),
	always("`.bengal/stages/*.stage`, `*.files`", /^\.bengal\/stages\/[^/]+\.(?:stage|files)$/, "Records of stages: what each last succeeded with. They are checked before they count."),
	never("`.bengal/**`", /^\.bengal(?:\/|$)/iu, "Anything else, since no known version of Bengal writes it and nobody knows what it does.")
];
const REST = [always("`OUTPUT/**`", /^/, "Without its output Bengal starts cold, whatever the state says. Outputs of pages whose source is gone are pruned."), always("`PATH/**`", /^/, "What the input `path` adds. On restore a file that is there already is left as it is.")];
const CACHED_PATHS = [
	...ANYWHERE,
	...STATE,
	...REST
];
/** Bengal's compiled templates, which it runs without asking whose they are. */
const COMPILED_TEMPLATE = /^\.bengal\/cache\/kida\/[\w.-]+\.pyc$/;
/** Whether a file is a compiled template, which travels only where the workflow or a signature vouches for it. */
function isCompiledTemplate(path) {
	return COMPILED_TEMPLATE.test(path);
}
/**
* Whether a file may go into a cache, and may come out of one. Asked of site paths below `.bengal`, the output directory
* or a path that the user added; where else a path lies is not judged here.
*/
function isCacheable(path) {
	return CACHED_PATHS.find((rule) => rule.matches.test(path))?.cached ?? false;
}

// src/store/deadline.ts
/** `doing` completes "gave up ...". */
function startDeadline(milliseconds, doing) {
	const controller = new AbortController();
	const timer = setTimeout(() => {
		controller.abort(/* @__PURE__ */ new Error(`gave up ${doing} after ${milliseconds / 1e3} s`));
	}, milliseconds);
	return {
		signal: controller.signal,
		clear: () => clearTimeout(timer)
	};
}

export { NameRegistry, Rejection, TRUSTS, copyFile, createCompressor, findNameProblem, isCacheable, isCompiledTemplate, isTrust, link, lstat, mayBuildUpon, mkdir, mkdtemp, open, openStaging, paxTime, readdir, registerOf, rename, require_tar_stream, rm, sentenceFor, startDeadline, stat, swapTrees, unpackArchive, writeFile };