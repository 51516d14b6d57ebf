import { __commonJSMin, __exportAll, __name, __require, __toESM } from "./rolldown-runtime.js";
import { closeSync, constants, cpSync, createReadStream, createWriteStream, existsSync, fchmodSync, fstatSync, fsyncSync, futimesSync, lstatSync, mkdirSync, mkdtempSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, rmdirSync, statSync, unlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join, parse, posix, relative, resolve, sep } from "node:path";
import { createHash, hash, randomBytes, randomUUID } from "node:crypto";
import { isDeepStrictEqual, parseArgs, promisify } from "node:util";
import * as zlib$1 from "node:zlib";
import { isUtf8 } from "node:buffer";
import { copyFile, link, lstat, mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import * as events from "events";
import * as fs$1 from "fs";
import { constants as constants$1, promises } from "fs";
import { Transform } from "node:stream";
import * as os$2 from "os";
import os, { EOL } from "os";
import * as crypto from "crypto";
import * as path from "path";
import * as http from "http";
import * as https from "https";
import { ok } from "assert";
import * as child from "child_process";
import { setTimeout as setTimeout$1 } from "timers";
import { AsyncLocalStorage } from "node:async_hooks";
import { hostname, tmpdir } from "node:os";
import { spawn, spawnSync } from "node:child_process";
import { setTimeout as setTimeout$2 } from "node:timers/promises";

// src/core/user-error.ts
/** Bad input: the user has to change something. Carries every problem at once; shown without a stack. */
var UserError = class extends Error {
	problems;
	constructor(problems) {
		super(problems.join("\n"));
		this.name = "UserError";
		this.problems = problems;
	}
};

// src/core/json.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function field(value, key) {
	return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
function asString(value) {
	return typeof value === "string" ? value : void 0;
}
function asFiniteNumber(value) {
	return typeof value === "number" && Number.isFinite(value) ? value : void 0;
}
function asArray(value) {
	return Array.isArray(value) ? value : [];
}
function asStrings(value) {
	return asArray(value).filter((item) => typeof item === "string");
}
/** The entries of an object in stored order; nothing for any other value. */
function entriesOf(value) {
	return isObject(value) ? Object.entries(value) : [];
}

// src/core/paths.ts
/** Backslashes become slashes, as Bengal stores paths. */
function toPosix(path) {
	return path.replaceAll("\\", "/");
}
/** True for `/a`, `C:/a` and `//server/share` in POSIX spelling. */
function isAbsolutePosix(path) {
	return path.startsWith("/") || /^[A-Za-z]:\//.test(path);
}
/**
* A relative path that stays below its root, in normal form; `undefined` for anything else (absolute, climbing out,
* empty, or with a NUL). Never throws: the path may come from a hostile file.
*/
function sitePath(path) {
	const slashed = toPosix(path);
	if (slashed === "" || slashed.includes("\0") || isAbsolutePosix(slashed)) return void 0;
	const normal = posix.normalize(slashed).replace(/\/$/, "");
	return normal === "." || normal === ".." || normal.startsWith("../") ? void 0 : normal;
}
/** The path of `path` below `root` (both absolute, POSIX), or `undefined` when it lies elsewhere. */
function below(root, path) {
	const prefix = root.endsWith("/") ? root : `${root}/`;
	return path.startsWith(prefix) ? sitePath(path.slice(prefix.length)) : void 0;
}
/** `folder` itself or anything below it. */
function isWithin(folder, path) {
	return path === folder || path.startsWith(`${folder}/`);
}

// src/flow/handoff.ts
const VERSION = 1;
function handoffToText(handoff) {
	return JSON.stringify({
		version: VERSION,
		...handoff
	});
}
/** `undefined` for anything but a value of this version: then the main step did not get far enough to save anything. */
function handoffFromText(text) {
	if (text === void 0) return void 0;
	const value = parse$5(text);
	const keys = field(value, "keys");
	const [site, outputDir, key, stateDigest, restored] = [
		field(value, "site"),
		field(value, "outputDir"),
		field(keys, "key"),
		field(value, "stateDigest"),
		field(value, "restored")
	].map(asString);
	const output = sitePath(outputDir ?? "");
	if (field(value, "version") !== VERSION || site === void 0 || output === void 0 || key === void 0 || stateDigest === void 0) return void 0;
	const raw = field(value, "rawInputs");
	return {
		site,
		outputDir: output,
		keys: {
			key,
			restoreKeys: []
		},
		rawInputs: Object.fromEntries(Object.entries(raw ?? {}).flatMap(([name, given]) => typeof given === "string" ? [[name, given]] : [])),
		save: field(value, "save") === true,
		restored: restored === "exact" || restored === "prefix" ? restored : "nothing",
		stateDigest,
		repaired: field(value, "repaired") === true
	};
}
function parse$5(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
__name(parse$5, "parse");

// src/bengal/size-limits.ts
/**
* A 629-page site has 48 MB in its largest state file. 256 MiB of JSON still parse within Node's default heap; V8 ends
* the process, uncatchably, somewhere above, so larger files are refused before they are read.
*/
const DEFAULT_LIMITS = {
	fileBytes: 268435456,
	contentBytes: 268435456
};

// src/core/result.ts
function ok$1(value) {
	return {
		ok: true,
		value
	};
}
__name(ok$1, "ok");
function failed(...problems) {
	return {
		ok: false,
		problems
	};
}
/** The message of anything that was thrown. */
function messageOf(thrown) {
	return thrown instanceof Error ? thrown.message : String(thrown);
}

// src/bengal/long-integers.ts
/** No integer with fewer digits exceeds 2^53. */
const FEWEST_DIGITS = 16;
const [QUOTE$1, BACKSLASH, MINUS, ZERO, NINE, COLON] = [
	34,
	92,
	45,
	48,
	57,
	58
];
/**
* The integers in JSON that a JavaScript number cannot hold exactly, in order. Digits inside strings are passed over.
* What is no JSON may give any spans; the parser will reject it all the same.
*
* Sixteen digits in a row cover a position that is a multiple of sixteen, so only every sixteenth byte is looked at.
* (A `JSON.parse` reviver with access to the source text costs six times the parse.)
*/
function findLongIntegers(bytes) {
	const found = [];
	const strings = stringWatch(bytes);
	for (let probe = 15; probe < bytes.length; probe += FEWEST_DIGITS) {
		if (!isDigit$1(bytes[probe])) continue;
		const digits = digitsAround(bytes, probe);
		const start = startOfLongInteger(bytes, digits);
		if (start !== void 0 && (isAfterPlainKey(bytes, start) || !strings.covers(start))) found.push({
			start,
			end: digits.end
		});
		while (probe + FEWEST_DIGITS < digits.end) probe += FEWEST_DIGITS;
	}
	return found;
}
function digitsAround(bytes, probe) {
	let start = probe;
	while (isDigit$1(bytes[start - 1])) start--;
	let end = probe + 1;
	while (isDigit$1(bytes[end])) end++;
	return {
		start,
		end
	};
}
/** The start of the integer that the digits make, sign included, if they make one and a number cannot hold it. */
function startOfLongInteger(bytes, { start: first, end }) {
	const length = end - first;
	if (length < FEWEST_DIGITS || bytes[first] === ZERO) return void 0;
	const start = bytes[first - 1] === MINUS ? first - 1 : first;
	if (!mayPrecedeValue(bytes[start - 1]) || !mayFollowValue(bytes[end])) return void 0;
	return length === FEWEST_DIGITS && Number.isSafeInteger(Number(Buffer.from(bytes.subarray(first, end)).toString())) ? void 0 : start;
}
/**
* Whether `"word":` stands before the number. Then it is outside of strings for sure: inside one, the quotes would have
* backslashes, and a word between the end of a string and the beginning of the next is no JSON. Nearly all long integers
* are values of such keys (`mtime_ns`), so the strings before them need not be looked at.
*/
function isAfterPlainKey(bytes, start) {
	let at = skipSpaceBackwards(bytes, start - 1);
	if (bytes[at] !== COLON) return false;
	at = skipSpaceBackwards(bytes, at - 1);
	if (bytes[at] !== QUOTE$1) return false;
	const closing = at;
	do
		at--;
	while (isWord(bytes[at]));
	return closing - at > 1 && bytes[at] === QUOTE$1 && bytes[at - 1] !== BACKSLASH;
}
/** Tells whether positions, asked in rising order, lie inside a string. Reads the bytes once, and only when asked. */
function stringWatch(bytes) {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	let inside = false;
	let quote = buffer.indexOf(QUOTE$1);
	return { covers(position) {
		while (quote !== -1 && quote < position) {
			if (!inside || !isEscaped(bytes, quote)) inside = !inside;
			quote = buffer.indexOf(QUOTE$1, quote + 1);
		}
		return inside;
	} };
}
function isEscaped(bytes, quote) {
	let at = quote;
	while (bytes[at - 1] === BACKSLASH) at--;
	return (quote - at) % 2 === 1;
}
function skipSpaceBackwards(bytes, from) {
	let at = from;
	while (isSpace(bytes[at])) at--;
	return at;
}
function isDigit$1(byte) {
	return byte !== void 0 && byte >= ZERO && byte <= NINE;
}
__name(isDigit$1, "isDigit");
function isSpace(byte) {
	return byte === 32 || byte === 10 || byte === 13 || byte === 9;
}
/** `[a-z_]`, either case. */
function isWord(byte) {
	return byte !== void 0 && (byte >= 97 && byte <= 122 || byte >= 65 && byte <= 90 || byte === 95);
}
/** The beginning of the text, `[`, `:`, `,` or space. */
function mayPrecedeValue(byte) {
	return byte === void 0 || byte === 91 || byte === COLON || byte === 44 || isSpace(byte);
}
/** The end of the text, `]`, `}`, `,` or space. */
function mayFollowValue(byte) {
	return byte === void 0 || byte === 93 || byte === 125 || byte === 44 || isSpace(byte);
}

// src/bengal/exact-json.ts
/**
* JSON integers that a JavaScript number cannot hold are kept as strings with this mark before them: Bengal stores times
* in nanoseconds. The mark holds a random part of this process, so that no stored text can pass for an integer.
*/
const MARK = `#${randomBytes(12).toString("base64url")}#`;
const MARKED = new RegExp(`"${MARK}(-?\\d+)"`, "g");
const OPENING = Buffer.from(`"${MARK}`);
const QUOTE = 34;
const NOT_PRINTABLE_ASCII = /[\u007f-\uffff]/g;
/**
* Parses UTF-8 JSON without losing a digit of an integer; `asInteger` gives it back. Everything else is as `JSON.parse`
* makes it. Invalid UTF-8 is malformed, never replaced, and so are Python's bare `NaN` and `Infinity`.
*/
function parseExact(bytes) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(markLongIntegers(bytes));
		return {
			kind: "json",
			value: JSON.parse(text)
		};
	} catch (thrown) {
		return {
			kind: "malformed",
			why: messageOf(thrown)
		};
	}
}
function markLongIntegers(bytes) {
	const found = findLongIntegers(bytes);
	if (found.length === 0) return bytes;
	const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const marked = Buffer.allocUnsafe(source.length + found.length * (OPENING.length + 1));
	let copied = 0;
	let length = 0;
	for (const { start, end } of found) {
		length += source.copy(marked, length, copied, start);
		length += OPENING.copy(marked, length);
		length += source.copy(marked, length, start, end);
		marked[length++] = QUOTE;
		copied = end;
	}
	source.copy(marked, length, copied);
	return marked;
}
/**
* Compact JSON with the integers that `parseExact` or `fromInteger` kept. With `ascii`, everything but printable ASCII
* is escaped as Python's `json.dumps` does by default, which is the form of Bengal's `.json.zst` files.
*/
function stringifyExact(value, { ascii }) {
	const json = JSON.stringify(value).replaceAll(MARKED, "$1");
	return ascii ? escapeNonAscii(json) : json;
}
function escapeNonAscii(json) {
	return json.replaceAll(NOT_PRINTABLE_ASCII, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
/** Nothing that Bengal counts has more digits; making a number of millions of them would take minutes. */
const LONGEST_INTEGER = 1e3;
/** An integer of any size out of `parseExact`; `undefined` for fractions, other types and absurd sizes. */
function asInteger(value) {
	if (typeof value === "number") return Number.isSafeInteger(value) ? BigInt(value) : void 0;
	if (typeof value !== "string" || !value.startsWith(MARK)) return void 0;
	const digits = value.slice(MARK.length);
	return digits.length <= LONGEST_INTEGER ? BigInt(digits) : void 0;
}
/** The form in which `parseExact` keeps an integer, for `stringifyExact`. */
function fromInteger(value) {
	const number = Number(value);
	return Number.isSafeInteger(number) ? number : `${MARK}${String(value)}`;
}

// src/compression/addon-codec.ts
/**
* The native addon `@mongodb-js/zstd`, an optional dependency; `undefined` where it is not installed
* (`ERR_MODULE_NOT_FOUND`) or was installed without being built (`MODULE_NOT_FOUND`, or a loader error of the platform).
*/
async function addonCodec() {
	try {
		const addon = await import("@mongodb-js/zstd");
		return {
			name: "@mongodb-js/zstd",
			boundsOutput: false,
			compress: (content, level) => addon.compress(Buffer.from(content), level),
			decompressFrame: (frame) => addon.decompress(Buffer.from(frame))
		};
	} catch {
		return;
	}
}

// src/compression/frame.ts
const MAGIC$1 = 4247762216;
const SKIPPABLE_MAGIC = 407710288;
const MAX_BLOCK = 131072;
var Malformed = class extends Error {};
/** Every data frame in order. Skippable frames are passed over; anything else between or after frames is malformed. */
function walkFrames(bytes) {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const frames = [];
	try {
		for (let offset = 0; offset < bytes.byteLength;) {
			const magic = readUint(view, offset, 4);
			if ((magic & 4294967280) >>> 0 === SKIPPABLE_MAGIC) {
				offset = skippableEnd(view, offset);
				continue;
			}
			if (magic !== MAGIC$1) throw new Malformed(offset === 0 ? "no zstd frame" : "junk after a zstd frame");
			const frame = walkFrame(view, offset);
			frames.push(frame);
			offset = frame.end;
		}
	} catch (thrown) {
		if (thrown instanceof Malformed) return {
			kind: "malformed",
			why: thrown.message
		};
		throw thrown;
	}
	return frames.length === 0 ? {
		kind: "malformed",
		why: "no zstd frame"
	} : {
		kind: "frames",
		frames
	};
}
function walkFrame(view, start) {
	const descriptor = readUint(view, start + 4, 1);
	const singleSegment = (descriptor & 32) !== 0;
	if ((descriptor & 8) !== 0) throw new Malformed("reserved bit set in a zstd frame header");
	const dictionaryBytes = [
		0,
		1,
		2,
		4
	][descriptor & 3] ?? 0;
	const sizeCode = descriptor >> 6;
	const sizeBytes = sizeCode === 0 ? singleSegment ? 1 : 0 : 1 << sizeCode;
	const sizeAt = start + 5 + (singleSegment ? 0 : 1) + dictionaryBytes;
	const contentSize = sizeBytes === 0 ? void 0 : readUint(view, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0);
	const blocks = walkBlocks(view, sizeAt + sizeBytes);
	const end = blocks.end + ((descriptor & 4) !== 0 ? 4 : 0);
	if (end > view.byteLength) throw new Malformed("truncated zstd frame");
	return {
		start,
		end,
		contentSize,
		maxContentSize: blocks.maxContentSize
	};
}
function walkBlocks(view, start) {
	let maxContentSize = 0;
	let offset = start;
	for (;;) {
		const header = readUint(view, offset, 3);
		const size = header >> 3;
		const type = header >> 1 & 3;
		if (type === 3) throw new Malformed("reserved block type in a zstd frame");
		maxContentSize += type === 2 ? MAX_BLOCK : size;
		offset += 3 + (type === 1 ? 1 : size);
		if (offset > view.byteLength) throw new Malformed("truncated zstd frame");
		if ((header & 1) !== 0) return {
			end: offset,
			maxContentSize
		};
	}
}
function skippableEnd(view, start) {
	const end = start + 8 + readUint(view, start + 4, 4);
	if (end > view.byteLength) throw new Malformed("truncated zstd frame");
	return end;
}
/** Little-endian unsigned integer of 1 to 8 bytes. */
function readUint(view, offset, bytes) {
	if (offset + bytes > view.byteLength) throw new Malformed("truncated zstd frame");
	let value = 0;
	for (let index = bytes - 1; index >= 0; index--) value = value * 256 + view.getUint8(offset + index);
	return value;
}

// src/compression/node-codec.ts
/** Node's own zstd: since 22.15, so also in the runner's Node 24; `undefined` on an older Node. */
function nodeCodec() {
	if (typeof zlib$1.zstdCompress !== "function") return void 0;
	const compress = promisify(zlib$1.zstdCompress);
	const decompress = promisify(zlib$1.zstdDecompress);
	const { ZSTD_c_compressionLevel } = zlib$1.constants;
	return {
		name: "node:zlib",
		boundsOutput: true,
		compress: (content, level) => compress(content, {
			params: { [ZSTD_c_compressionLevel]: level },
			pledgedSrcSize: content.byteLength
		}),
		decompressFrame: (frame, maxBytes) => decompress(frame, {
			maxOutputLength: Math.max(1, maxBytes),
			chunkSize: 1 << 20
		})
	};
}

// node_modules/fzstd/esm/index.mjs
var ab = ArrayBuffer;
var u8 = Uint8Array;
var u16 = Uint16Array;
var i16 = Int16Array;
var i32 = Int32Array;
var slc = function(v, s, e) {
	if (u8.prototype.slice) return u8.prototype.slice.call(v, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	var n = new u8(e - s);
	n.set(v.subarray(s, e));
	return n;
};
var fill$1 = /* @__PURE__ */ __name(function(v, n, s, e) {
	if (u8.prototype.fill) return u8.prototype.fill.call(v, n, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	for (; s < e; ++s) v[s] = n;
	return v;
}, "fill");
var cpw = function(v, t, s, e) {
	if (u8.prototype.copyWithin) return u8.prototype.copyWithin.call(v, t, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	while (s < e) v[t++] = v[s++];
};
var ec = [
	"invalid zstd data",
	"window size too large (>2046MB)",
	"invalid block type",
	"FSE accuracy too high",
	"match distance too far back",
	"unexpected EOF"
];
var err = function(ind, msg, nt) {
	var e = new Error(msg || ec[ind]);
	e.code = ind;
	if (Error.captureStackTrace) Error.captureStackTrace(e, err);
	if (!nt) throw e;
	return e;
};
var rb = function(d, b, n) {
	var i = 0;
	var o = 0;
	for (; i < n; ++i) o |= d[b++] << (i << 3);
	return o;
};
var b4 = function(d, b) {
	return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var rzfh = function(dat, w) {
	var n3 = dat[0] | dat[1] << 8 | dat[2] << 16;
	if (n3 == 3126568 && dat[3] == 253) {
		var flg = dat[4];
		var ss = flg >> 5 & 1;
		var cc = flg >> 2 & 1;
		var df = flg & 3;
		var fcf = flg >> 6;
		if (flg & 8) err(0);
		var bt = 6 - ss;
		var db = df == 3 ? 4 : df;
		var di = rb(dat, bt, db);
		bt += db;
		var fsb = fcf ? 1 << fcf : ss;
		var fss = rb(dat, bt, fsb) + (fcf == 1 && 256);
		var ws = fss;
		if (!ss) {
			var wb = 1 << 10 + (dat[5] >> 3);
			ws = wb + (wb >> 3) * (dat[5] & 7);
		}
		if (ws > 2145386496) err(1);
		var buf = new u8((w == 1 ? fss || ws : w ? 0 : ws) + 12);
		buf[0] = 1, buf[4] = 4, buf[8] = 8;
		return {
			b: bt + fsb,
			y: 0,
			l: 0,
			d: di,
			w: w && w != 1 ? w : buf.subarray(12),
			e: ws,
			o: new i32(buf.buffer, 0, 3),
			u: fss,
			c: cc,
			m: Math.min(131072, ws)
		};
	} else if ((n3 >> 4 | dat[3] << 20) == 25481893) return b4(dat, 4) + 8;
	err(0);
};
var msb = function(val) {
	var bits = 0;
	for (; 1 << bits <= val; ++bits);
	return bits - 1;
};
var rfse = function(dat, bt, mal) {
	var tpos = (bt << 3) + 4;
	var al = (dat[bt] & 15) + 5;
	if (al > mal) err(3);
	var sz = 1 << al;
	var probs = sz;
	var sym = -1;
	var re = -1;
	var i = -1;
	var ht = sz;
	var buf = new ab(512 + (sz << 2));
	var freq = new i16(buf, 0, 256);
	var dstate = new u16(buf, 0, 256);
	var nstate = new u16(buf, 512, sz);
	var bb1 = 512 + (sz << 1);
	var syms = new u8(buf, bb1, sz);
	var nbits = new u8(buf, bb1 + sz);
	while (sym < 255 && probs > 0) {
		var bits = msb(probs + 1);
		var cbt = tpos >> 3;
		var msk = (1 << bits + 1) - 1;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (tpos & 7) & msk;
		var msk1fb = (1 << bits) - 1;
		var msv = msk - probs - 1;
		var sval = val & msk1fb;
		if (sval < msv) tpos += bits, val = sval;
		else {
			tpos += bits + 1;
			if (val > msk1fb) val -= msv;
		}
		freq[++sym] = --val;
		if (val == -1) {
			probs += val;
			syms[--ht] = sym;
		} else probs -= val;
		if (!val) do {
			var rbt = tpos >> 3;
			re = (dat[rbt] | dat[rbt + 1] << 8) >> (tpos & 7) & 3;
			tpos += 2;
			sym += re;
		} while (re == 3);
	}
	if (sym > 255 || probs) err(0);
	var sympos = 0;
	var sstep = (sz >> 1) + (sz >> 3) + 3;
	var smask = sz - 1;
	for (var s = 0; s <= sym; ++s) {
		var sf = freq[s];
		if (sf < 1) {
			dstate[s] = -sf;
			continue;
		}
		for (i = 0; i < sf; ++i) {
			syms[sympos] = s;
			do
				sympos = sympos + sstep & smask;
			while (sympos >= ht);
		}
	}
	if (sympos) err(0);
	for (i = 0; i < sz; ++i) {
		var ns = dstate[syms[i]]++;
		var nb = nbits[i] = al - msb(ns);
		nstate[i] = (ns << nb) - sz;
	}
	return [tpos + 7 >> 3, {
		b: al,
		s: syms,
		n: nbits,
		t: nstate
	}];
};
var rhu = function(dat, bt) {
	var i = 0;
	var wc = -1;
	var buf = new u8(292);
	var hb = dat[bt];
	var hw = buf.subarray(0, 256);
	var rc = buf.subarray(256, 268);
	var ri = new u16(buf.buffer, 268);
	if (hb < 128) {
		var _a = rfse(dat, bt + 1, 6);
		var ebt = _a[0];
		var fdt = _a[1];
		bt += hb;
		var epos = ebt << 3;
		var lb = dat[bt];
		if (!lb) err(0);
		var st1 = 0;
		var st2 = 0;
		var btr1 = fdt.b;
		var btr2 = btr1;
		var fpos = (++bt << 3) - 8 + msb(lb);
		for (;;) {
			fpos -= btr1;
			if (fpos < epos) break;
			var cbt = fpos >> 3;
			st1 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr1) - 1;
			hw[++wc] = fdt.s[st1];
			fpos -= btr2;
			if (fpos < epos) break;
			cbt = fpos >> 3;
			st2 += (dat[cbt] | dat[cbt + 1] << 8) >> (fpos & 7) & (1 << btr2) - 1;
			hw[++wc] = fdt.s[st2];
			btr1 = fdt.n[st1];
			st1 = fdt.t[st1];
			btr2 = fdt.n[st2];
			st2 = fdt.t[st2];
		}
		if (++wc > 255) err(0);
	} else {
		wc = hb - 127;
		for (; i < wc; i += 2) {
			var byte = dat[++bt];
			hw[i] = byte >> 4;
			hw[i + 1] = byte & 15;
		}
		++bt;
	}
	var wes = 0;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		if (wt > 11) err(0);
		wes += wt && 1 << wt - 1;
	}
	var mb = msb(wes) + 1;
	var ts = 1 << mb;
	var rem = ts - wes;
	if (rem & rem - 1) err(0);
	hw[wc++] = msb(rem) + 1;
	for (i = 0; i < wc; ++i) {
		var wt = hw[i];
		++rc[hw[i] = wt && mb + 1 - wt];
	}
	var hbuf = new u8(ts << 1);
	var syms = hbuf.subarray(0, ts);
	var nb = hbuf.subarray(ts);
	ri[mb] = 0;
	for (i = mb; i > 0; --i) {
		var pv = ri[i];
		fill$1(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
	}
	if (ri[0] != ts) err(0);
	for (i = 0; i < wc; ++i) {
		var bits = hw[i];
		if (bits) {
			var code = ri[bits];
			fill$1(syms, i, code, ri[bits] = code + (1 << mb - bits));
		}
	}
	return [bt, {
		n: nb,
		b: mb,
		s: syms
	}];
};
var dllt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	81,
	16,
	99,
	140,
	49,
	198,
	24,
	99,
	12,
	33,
	196,
	24,
	99,
	102,
	102,
	134,
	70,
	146,
	4
]), 0, 6))[1];
var dmlt = (/*#__PURE__*/ rfse(/*#__PURE__*/ new u8([
	33,
	20,
	196,
	24,
	99,
	140,
	33,
	132,
	16,
	66,
	8,
	33,
	132,
	16,
	66,
	8,
	33,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	68,
	36,
	9
]), 0, 6))[1];
var doct = (/*#__PURE__ */ rfse(/*#__PURE__*/ new u8([
	32,
	132,
	16,
	66,
	102,
	70,
	68,
	68,
	68,
	68,
	36,
	73,
	2
]), 0, 5))[1];
var b2bl = function(b, s) {
	var len = b.length;
	var bl = new i32(len);
	for (var i = 0; i < len; ++i) {
		bl[i] = s;
		s += 1 << b[i];
	}
	return bl;
};
var llb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	134678020,
	202050057,
	269422093
])).buffer, 0, 36);
var llbl = /*#__PURE__ */ b2bl(llb, 0);
var mlb = /*#__PURE__ */ new u8((/*#__PURE__ */ new i32([
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	0,
	16843009,
	50528770,
	117769220,
	185207048,
	252579084,
	16
])).buffer, 0, 53);
var mlbl = /*#__PURE__ */ b2bl(mlb, 3);
var dhu = function(dat, out, hu) {
	var len = dat.length;
	var ss = out.length;
	var lb = dat[len - 1];
	var msk = (1 << hu.b) - 1;
	var eb = -hu.b;
	if (!lb) err(0);
	var st = 0;
	var btr = hu.b;
	var pos = (len << 3) - 8 + msb(lb) - btr;
	var i = -1;
	for (; pos > eb && i < ss;) {
		var cbt = pos >> 3;
		var val = (dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (pos & 7);
		st = (st << btr | val) & msk;
		out[++i] = hu.s[st];
		pos -= btr = hu.n[st];
	}
	if (pos != eb || i + 1 != ss) err(0);
};
var dhu4 = function(dat, out, hu) {
	var bt = 6;
	var sz1 = out.length + 3 >> 2;
	var sz2 = sz1 << 1;
	var sz3 = sz1 + sz2;
	dhu(dat.subarray(bt, bt += dat[0] | dat[1] << 8), out.subarray(0, sz1), hu);
	dhu(dat.subarray(bt, bt += dat[2] | dat[3] << 8), out.subarray(sz1, sz2), hu);
	dhu(dat.subarray(bt, bt += dat[4] | dat[5] << 8), out.subarray(sz2, sz3), hu);
	dhu(dat.subarray(bt), out.subarray(sz3), hu);
};
var rzb = function(dat, st, out) {
	var _a;
	var bt = st.b;
	var b0 = dat[bt];
	var btype = b0 >> 1 & 3;
	st.l = b0 & 1;
	var sz = b0 >> 3 | dat[bt + 1] << 5 | dat[bt + 2] << 13;
	var ebt = (bt += 3) + sz;
	if (btype == 1) {
		if (bt >= dat.length) return;
		st.b = bt + 1;
		if (out) {
			fill$1(out, dat[bt], st.y, st.y += sz);
			return out;
		}
		return fill$1(new u8(sz), dat[bt]);
	}
	if (ebt > dat.length) return;
	if (btype == 0) {
		st.b = ebt;
		if (out) {
			out.set(dat.subarray(bt, ebt), st.y);
			st.y += sz;
			return out;
		}
		return slc(dat, bt, ebt);
	}
	if (btype == 2) {
		var b3 = dat[bt];
		var lbt = b3 & 3;
		var sf = b3 >> 2 & 3;
		var lss = b3 >> 4;
		var lcs = 0;
		var s4 = 0;
		if (lbt < 2) {
			if (sf & 1) lss |= dat[++bt] << 4 | (sf & 2 && dat[++bt] << 12);
			else lss = b3 >> 3;
		} else {
			s4 = sf;
			if (sf < 2) lss |= (dat[++bt] & 63) << 4, lcs = dat[bt] >> 6 | dat[++bt] << 2;
			else if (sf == 2) lss |= dat[++bt] << 4 | (dat[++bt] & 3) << 12, lcs = dat[bt] >> 2 | dat[++bt] << 6;
			else lss |= dat[++bt] << 4 | (dat[++bt] & 63) << 12, lcs = dat[bt] >> 6 | dat[++bt] << 2 | dat[++bt] << 10;
		}
		++bt;
		var buf = out ? out.subarray(st.y, st.y + st.m) : new u8(st.m);
		var spl = buf.length - lss;
		if (lbt == 0) buf.set(dat.subarray(bt, bt += lss), spl);
		else if (lbt == 1) fill$1(buf, dat[bt++], spl);
		else {
			var hu = st.h;
			if (lbt == 2) {
				var hud = rhu(dat, bt);
				lcs += bt - (bt = hud[0]);
				st.h = hu = hud[1];
			} else if (!hu) err(0);
			(s4 ? dhu4 : dhu)(dat.subarray(bt, bt += lcs), buf.subarray(spl), hu);
		}
		var ns = dat[bt++];
		if (ns) {
			if (ns == 255) ns = (dat[bt++] | dat[bt++] << 8) + 32512;
			else if (ns > 127) ns = ns - 128 << 8 | dat[bt++];
			var scm = dat[bt++];
			if (scm & 3) err(0);
			var dts = [
				dmlt,
				doct,
				dllt
			];
			for (var i = 2; i > -1; --i) {
				var md = scm >> (i << 1) + 2 & 3;
				if (md == 1) {
					var rbuf = new u8([
						0,
						0,
						dat[bt++]
					]);
					dts[i] = {
						s: rbuf.subarray(2, 3),
						n: rbuf.subarray(0, 1),
						t: new u16(rbuf.buffer, 0, 1),
						b: 0
					};
				} else if (md == 2) _a = rfse(dat, bt, 9 - (i & 1)), bt = _a[0], dts[i] = _a[1];
				else if (md == 3) {
					if (!st.t) err(0);
					dts[i] = st.t[i];
				}
			}
			var _b = st.t = dts;
			var mlt = _b[0];
			var oct = _b[1];
			var llt = _b[2];
			var lb = dat[ebt - 1];
			if (!lb) err(0);
			var spos = (ebt << 3) - 8 + msb(lb) - llt.b;
			var cbt = spos >> 3;
			var oubt = 0;
			var lst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << llt.b) - 1;
			cbt = (spos -= oct.b) >> 3;
			var ost = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << oct.b) - 1;
			cbt = (spos -= mlt.b) >> 3;
			var mst = (dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mlt.b) - 1;
			for (++ns; --ns;) {
				var llc = llt.s[lst];
				var lbtr = llt.n[lst];
				var mlc = mlt.s[mst];
				var mbtr = mlt.n[mst];
				var ofc = oct.s[ost];
				var obtr = oct.n[ost];
				cbt = (spos -= ofc) >> 3;
				var ofp = 1 << ofc;
				var off = ofp + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16 | dat[cbt + 3] << 24) >>> (spos & 7) & ofp - 1);
				cbt = (spos -= mlb[mlc]) >> 3;
				var ml = mlbl[mlc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << mlb[mlc]) - 1);
				cbt = (spos -= llb[llc]) >> 3;
				var ll = llbl[llc] + ((dat[cbt] | dat[cbt + 1] << 8 | dat[cbt + 2] << 16) >> (spos & 7) & (1 << llb[llc]) - 1);
				cbt = (spos -= lbtr) >> 3;
				lst = llt.t[lst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << lbtr) - 1);
				cbt = (spos -= mbtr) >> 3;
				mst = mlt.t[mst] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << mbtr) - 1);
				cbt = (spos -= obtr) >> 3;
				ost = oct.t[ost] + ((dat[cbt] | dat[cbt + 1] << 8) >> (spos & 7) & (1 << obtr) - 1);
				if (off > 3) {
					st.o[2] = st.o[1];
					st.o[1] = st.o[0];
					st.o[0] = off -= 3;
				} else {
					var idx = off - (ll != 0);
					if (idx) {
						off = idx == 3 ? st.o[0] - 1 : st.o[idx];
						if (idx > 1) st.o[2] = st.o[1];
						st.o[1] = st.o[0];
						st.o[0] = off;
					} else off = st.o[0];
				}
				for (var i = 0; i < ll; ++i) buf[oubt + i] = buf[spl + i];
				oubt += ll, spl += ll;
				var stin = oubt - off;
				if (stin < 0) {
					var len = -stin;
					var bs = st.e + stin;
					if (len > ml) len = ml;
					for (var i = 0; i < len; ++i) buf[oubt + i] = st.w[bs + i];
					oubt += len, ml -= len, stin = 0;
				}
				for (var i = 0; i < ml; ++i) buf[oubt + i] = buf[stin + i];
				oubt += ml;
			}
			if (oubt != spl) while (spl < buf.length) buf[oubt++] = buf[spl++];
			else oubt = buf.length;
			if (out) st.y += oubt;
			else buf = slc(buf, 0, oubt);
		} else if (out) {
			st.y += lss;
			if (spl) for (var i = 0; i < lss; ++i) buf[i] = buf[spl + i];
		} else if (spl) buf = slc(buf, spl);
		st.b = ebt;
		return buf;
	}
	err(2);
};
var cct = function(bufs, ol) {
	if (bufs.length == 1) return bufs[0];
	var buf = new u8(ol);
	for (var i = 0, b = 0; i < bufs.length; ++i) {
		var chk = bufs[i];
		buf.set(chk, b);
		b += chk.length;
	}
	return buf;
};
/**
* Decompresses Zstandard data
* @param dat The input data
* @param buf The output buffer. If unspecified, the function will allocate
*            exactly enough memory to fit the decompressed data. If your
*            data has multiple frames and you know the output size, specifying
*            it will yield better performance.
* @returns The decompressed data
*/
function decompress$1(dat, buf) {
	var bufs = [];
	var nb = +!buf;
	var bt = 0;
	var ol = 0;
	for (; dat.length;) {
		var st = rzfh(dat, nb || buf);
		if (typeof st == "object") {
			if (nb) {
				buf = null;
				if (st.w.length == st.u) {
					bufs.push(buf = st.w);
					ol += st.u;
				}
			} else {
				bufs.push(buf);
				st.e = 0;
			}
			for (; !st.l;) {
				var blk = rzb(dat, st, buf);
				if (!blk) err(5);
				if (buf) st.e = st.y;
				else {
					bufs.push(blk);
					ol += blk.length;
					cpw(st.w, 0, blk.length);
					st.w.set(blk, st.w.length - blk.length);
				}
			}
			bt = st.b + st.c * 4;
		} else bt = st;
		dat = dat.subarray(bt);
	}
	return cct(bufs, ol);
}
__name(decompress$1, "decompress");
/**
* Decompressor for Zstandard streamed data
*/
var Decompress = /* @__PURE__ */ function() {
	/**
	* Creates a Zstandard decompressor
	* @param ondata The handler for stream data
	*/
	function Decompress(ondata) {
		this.ondata = ondata;
		this.c = [];
		this.l = 0;
		this.z = 0;
	}
	/**
	* Pushes data to be decompressed
	* @param chunk The chunk of data to push
	* @param final Whether or not this is the last chunk in the stream
	*/
	Decompress.prototype.push = function(chunk, final) {
		if (typeof this.s == "number") {
			var sub = Math.min(chunk.length, this.s);
			chunk = chunk.subarray(sub);
			this.s -= sub;
		}
		var ncs = chunk.length + this.l;
		if (!this.s) {
			if (final) {
				if (!ncs) {
					this.ondata(new u8(0), true);
					return;
				}
				if (ncs < 5) err(5);
			} else if (ncs < 18) {
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (typeof (this.s = rzfh(chunk)) == "number") return this.push(chunk, final);
		}
		if (typeof this.s != "number") {
			if (ncs < (this.z || 3)) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			}
			if (this.l) {
				this.c.push(chunk);
				chunk = cct(this.c, ncs);
				this.c = [];
				this.l = 0;
			}
			if (!this.z && ncs < (this.z = chunk[this.s.b] & 2 ? 4 : 3 + (chunk[this.s.b] >> 3 | chunk[this.s.b + 1] << 5 | chunk[this.s.b + 2] << 13))) {
				if (final) err(5);
				this.c.push(chunk);
				this.l = ncs;
				return;
			} else this.z = 0;
			for (;;) {
				var blk = rzb(chunk, this.s);
				if (!blk) {
					if (final) err(5);
					var adc = chunk.subarray(this.s.b);
					this.s.b = 0;
					this.c.push(adc), this.l += adc.length;
					return;
				} else {
					this.ondata(blk, false);
					cpw(this.s.w, 0, blk.length);
					this.s.w.set(blk, this.s.w.length - blk.length);
				}
				if (this.s.l) {
					var rest = chunk.subarray(this.s.b);
					this.s = this.s.c * 4;
					this.push(rest, final);
					return;
				}
			}
		} else if (final) err(5);
	};
	return Decompress;
}();

// src/compression/portable-codec.ts
const MAGIC = [
	40,
	181,
	47,
	253
];
const LARGEST_BLOCK = 131072;
/** Frame descriptor: one segment, content size in four bytes. */
const SIZED_SEGMENT = 160;
/**
* For Node before 22.15 where the addon is not to be had either: reads zstd in JavaScript, and writes frames that every
* reader takes but that compress nothing. Always there; the last resort.
*/
function portableCodec() {
	return {
		name: "fzstd",
		boundsOutput: false,
		compress: (content) => Promise.resolve(storedFrame(content)),
		decompressFrame: async (frame) => decompress$1(frame)
	};
}
/** One frame of raw blocks. */
function storedFrame(content) {
	const header = Buffer.from([
		...MAGIC,
		SIZED_SEGMENT,
		0,
		0,
		0,
		0
	]);
	header.writeUInt32LE(content.byteLength, 5);
	return Buffer.concat([header, ...storedBlocks(content, true)]);
}
/** Raw blocks of `content`; with `last`, the final one is marked as the frame's last. */
function storedBlocks(content, last) {
	const pieces = [];
	let offset = 0;
	do {
		const block = content.subarray(offset, offset + LARGEST_BLOCK);
		offset += block.byteLength;
		const header = Buffer.alloc(3);
		header.writeUIntLE(block.byteLength << 3 | (last && offset >= content.byteLength ? 1 : 0), 0, 3);
		pieces.push(header, block);
	} while (offset < content.byteLength);
	return pieces;
}
/** What starts a frame whose size is not known yet: a window of 128 KiB, no content size, no checksum. */
const OPEN_FRAME_HEADER = Buffer.from([
	...MAGIC,
	0,
	56
]);

// src/compression/zstd.ts
/** The codec of this process: the addon where it loads, Node's own zstd elsewhere, and on an old Node one in JavaScript. */
async function loadCodec() {
	return await addonCodec() ?? nodeCodec() ?? portableCodec();
}
/**
* Decodes all frames of `bytes`, strictly: truncated input, junk between or after frames and a content size other than
* the declared one are malformed, and content that could exceed `maxBytes` is refused before anything is allocated.
*/
async function decompress(codec, bytes, maxBytes) {
	const walked = walkFrames(bytes);
	if (walked.kind === "malformed") return walked;
	const size = walked.frames.reduce((sum, frame) => sum + sizeToExpect(frame, codec), 0);
	if (size > maxBytes) return {
		kind: "too-large",
		why: `could decompress to ${String(size)} bytes, more than ${String(maxBytes)}`
	};
	const pieces = [];
	try {
		for (const frame of walked.frames) {
			if (frame.contentSize !== void 0 && frame.contentSize > frame.maxContentSize) return {
				kind: "malformed",
				why: "zstd frame declares more content than its blocks can hold"
			};
			const limit = frame.contentSize ?? frame.maxContentSize;
			const content = await codec.decompressFrame(bytes.subarray(frame.start, frame.end), limit);
			if (frame.contentSize !== void 0 && content.byteLength !== frame.contentSize) return {
				kind: "malformed",
				why: "zstd frame holds another amount of content than it declares"
			};
			pieces.push(content);
		}
	} catch (thrown) {
		return {
			kind: "malformed",
			why: `zstd: ${messageOf(thrown)}`
		};
	}
	return {
		kind: "content",
		content: pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces)
	};
}
/** A codec that stops at a limit may be given the declared size; for one that does not, only the block headers count. */
function sizeToExpect(frame, codec) {
	return codec.boundsOutput && frame.contentSize !== void 0 ? frame.contentSize : frame.maxContentSize;
}

// src/core/digest.ts
/** SHA-256 of bytes, or of the UTF-8 form of a string. */
function sha256(content) {
	return hash("sha256", content, "hex");
}
/**
* SHA-256 over named parts. Every name and value is prefixed with its length in bytes, so that no two different
* lists of parts can run together into the same bytes.
*/
function digestOfParts(parts) {
	const digest = createHash("sha256");
	for (const [name, value] of parts) for (const piece of [name, value]) {
		const bytes = typeof piece === "string" ? Buffer.from(piece, "utf8") : piece;
		digest.update(`${String(bytes.byteLength)}:`);
		digest.update(bytes);
	}
	return digest.digest("hex");
}
function isSha256(value) {
	return /^[0-9a-f]{64}$/.test(value);
}

// src/core/order.ts
/** Orders strings by UTF-16 code unit. Never `localeCompare`: its order depends on the machine, and ours feeds digests. */
function byCodeUnit(left, right) {
	return left < right ? -1 : left > right ? 1 : 0;
}
/** A comparator on a string that each value yields. */
function by(key) {
	return (left, right) => byCodeUnit(key(left), key(right));
}
/** The distinct strings, sorted by code unit. */
function sortedUnique(values) {
	return [...new Set(values)].sort(byCodeUnit);
}

// src/mentions/link-index.ts
function linkIndex(mentions) {
	const none = /* @__PURE__ */ new Map();
	let reverse;
	return {
		size: mentions.size,
		mentionsOf: (output) => mentions.get(output) ?? none,
		mentionedBy(page) {
			reverse ??= reverseOf(mentions);
			return reverse.get(page) ?? [];
		}
	};
}
function reverseOf(mentions) {
	const reverse = /* @__PURE__ */ new Map();
	for (const [target, pages] of mentions) for (const page of pages.keys()) {
		const known = reverse.get(page);
		if (known === void 0) reverse.set(page, [target]);
		else known.push(target);
	}
	return reverse;
}
/** `targets[i]` belongs to `names[i]`; names that nobody mentions come last and have none. */
function storeLinkIndex(mentions) {
	const targets = [...mentions.keys()].sort(byCodeUnit);
	const pages = new Set([...mentions.values()].flatMap((found) => [...found.keys()]));
	for (const target of targets) pages.delete(target);
	const names = [...targets, ...[...pages].sort(byCodeUnit)];
	const numbers = new Map(names.map((name, number) => [name, number]));
	return {
		names,
		targets: targets.map((target) => differences(mentions.get(target) ?? /* @__PURE__ */ new Map(), numbers))
	};
}
function differences(pages, numbers) {
	const sorted = [...pages].map(([page, flags]) => [numbers.get(page) ?? 0, flags]).sort((left, right) => left[0] - right[0]);
	let last = 0;
	return sorted.flatMap(([number, flags]) => {
		const difference = number - last;
		last = number;
		return [difference, flags];
	});
}
/** `undefined` when the numbers do not add up: a damaged index is none. */
function loadLinkIndex(stored) {
	const mentions = /* @__PURE__ */ new Map();
	for (const [index, encoded] of stored.targets.entries()) {
		const target = stored.names[index];
		const pages = /* @__PURE__ */ new Map();
		let number = 0;
		for (let at = 0; at + 1 < encoded.length; at += 2) {
			number += encoded[at] ?? 0;
			const page = stored.names[number];
			if (page === void 0) return void 0;
			pages.set(page, encoded[at + 1] ?? 0);
		}
		if (target === void 0 || encoded.length % 2 !== 0) return void 0;
		mentions.set(target, pages);
	}
	return mentions;
}

// src/manifest/knowledge.ts
function knowledgeToJson({ pages, mentions, assets }) {
	const { names, targets } = storeLinkIndex(mentions);
	return {
		pages: Object.fromEntries([...pages].map(([path, page]) => [path, [
			page.text,
			page.lead,
			page.longLead,
			page.words,
			Object.fromEntries(page.keys)
		]])),
		links: {
			names,
			targets
		},
		assets: Object.fromEntries(assets)
	};
}
/** `undefined` for anything that we did not write. */
function knowledgeFromJson(value) {
	const pages = pagesFromJson(field(value, "pages"));
	const mentions = mentionsFromJson(field(value, "links"));
	const assets = assetsFromJson(field(value, "assets"));
	return pages === void 0 || mentions === void 0 || assets === void 0 ? void 0 : {
		pages,
		mentions,
		assets
	};
}
function pagesFromJson(value) {
	if (!isObject(value)) return void 0;
	const pages = /* @__PURE__ */ new Map();
	for (const [path, entry] of entriesOf(value)) {
		const [text, lead, longLead, words, keys] = asArray(entry);
		const digests = entriesOf(keys).flatMap(([key, digest]) => isShort(digest) ? [[key, digest]] : []);
		const count = asFiniteNumber(words);
		if (!isShort(text) || !isShort(lead) || !isShort(longLead) || count === void 0 || !isObject(keys) || digests.length !== Object.keys(keys).length) return void 0;
		pages.set(path, {
			text,
			lead,
			longLead,
			words: count,
			keys: new Map(digests)
		});
	}
	return pages;
}
function mentionsFromJson(value) {
	const names = asArray(field(value, "names"));
	const targets = asArray(field(value, "targets"));
	const isPath = (name) => typeof name === "string" && sitePath(name) === name;
	const isNumbers = (list) => Array.isArray(list) && list.every((item) => Number.isSafeInteger(item));
	if (!isObject(value) || !names.every(isPath) || !targets.every(isNumbers)) return void 0;
	return loadLinkIndex({
		names,
		targets
	});
}
function assetsFromJson(value) {
	if (!isObject(value)) return void 0;
	return new Map(entriesOf(value).map(([path, outputs]) => [path, asStrings(outputs)]));
}
function isShort(value) {
	return /^[0-9a-f]{16}$/.test(asString(value) ?? "");
}

// src/manifest/manifest.ts
function isBuildKind(value) {
	return value === "full" || value === "incremental" || value === "partial";
}
const MANIFEST_SCHEMA = 1;
/** Short keys: a site of 100,000 pages has half a million outputs. */
function manifestToJson(manifest) {
	return {
		schemaVersion: 1,
		tool: manifest.tool,
		recordedAt: manifest.recordedAt,
		commit: manifest.commit ?? null,
		bengal: manifest.bengal ?? null,
		python: manifest.python ?? null,
		environment: manifest.environment,
		profile: manifest.profile ?? null,
		outputDir: manifest.outputDir,
		configFingerprint: manifest.configFingerprint,
		build: manifest.build,
		stateDigest: manifest.stateDigest,
		sources: contentsToJson(manifest.sources),
		outputs: contentsToJson(manifest.outputs),
		knowledge: knowledgeToJson(manifest.knowledge)
	};
}
/** A manifest, or why the value is none. Nothing in it is trusted: it may come from anybody's cache. */
function manifestFromJson(value) {
	const schema = asFiniteNumber(field(value, "schemaVersion"));
	if (schema !== 1) return { why: `schema version ${String(schema ?? "missing")}, this tool reads ${String(1)}` };
	const text = (name) => asString(field(value, name));
	const build = text("build");
	const outputDir = sitePath(text("outputDir") ?? "");
	const fingerprint = asSha256(field(value, "configFingerprint"));
	const stateDigest = asSha256(field(value, "stateDigest"));
	const sources = contentsFromJson(field(value, "sources"));
	const outputs = contentsFromJson(field(value, "outputs"));
	const knowledge = knowledgeFromJson(field(value, "knowledge"));
	if (outputDir === void 0 || fingerprint === void 0 || stateDigest === void 0 || sources === void 0 || outputs === void 0 || knowledge === void 0 || !isBuildKind(build)) return { why: "a field is missing or malformed" };
	return { manifest: {
		tool: text("tool") ?? "unknown",
		recordedAt: text("recordedAt") ?? "",
		commit: text("commit"),
		bengal: text("bengal"),
		python: text("python"),
		environment: text("environment") ?? "",
		profile: text("profile"),
		outputDir,
		configFingerprint: fingerprint,
		build,
		stateDigest,
		sources,
		outputs,
		knowledge
	} };
}
function contentsToJson(contents) {
	return Object.fromEntries([...contents].map(([path, content]) => [path, [
		content.sha256,
		content.size,
		String(content.mtimeNs)
	]]));
}
function contentsFromJson(value) {
	if (!isObject(value)) return void 0;
	const contents = /* @__PURE__ */ new Map();
	for (const [path, entry] of entriesOf(value)) {
		const [hash, size, mtime] = asArray(entry);
		const sha256 = asSha256(hash);
		const bytes = asFiniteNumber(size);
		const mtimeNs = asString(mtime);
		if (sitePath(path) !== path || sha256 === void 0 || bytes === void 0 || mtimeNs === void 0 || !/^\d{1,20}$/.test(mtimeNs)) return void 0;
		contents.set(path, {
			sha256,
			size: bytes,
			mtimeNs: BigInt(mtimeNs)
		});
	}
	return contents;
}
function asSha256(value) {
	const text = asString(value);
	return text !== void 0 && isSha256(text) ? text : void 0;
}

// src/manifest/manifest-file.ts
const MANIFEST_PATH = ".bengal/ci-manifest.json.zst";
/** Reads the manifest of a site's state, and checks that it belongs to the state beside it. */
async function readManifest(site) {
	const path = join(site, MANIFEST_PATH);
	try {
		const stat = lstatSync(path, { throwIfNoEntry: false });
		if (stat === void 0) return { kind: "absent" };
		if (!stat.isFile() || stat.size > DEFAULT_LIMITS.fileBytes) return {
			kind: "unusable",
			why: "not a regular file of a sane size"
		};
		const opened = await decompress(await loadCodec(), readFileSync(path), DEFAULT_LIMITS.contentBytes);
		if (opened.kind !== "content") return {
			kind: "unusable",
			why: opened.why
		};
		const parsed = parseExact(opened.content);
		if (parsed.kind === "malformed") return {
			kind: "unusable",
			why: parsed.why
		};
		const read = manifestFromJson(parsed.value);
		if ("why" in read) return {
			kind: "unusable",
			why: read.why
		};
		if (read.manifest.stateDigest !== digestOfState(site)) return {
			kind: "unusable",
			why: "a later build changed the state without recording it"
		};
		return {
			kind: "read",
			manifest: read.manifest
		};
	} catch (thrown) {
		return {
			kind: "unusable",
			why: messageOf(thrown)
		};
	}
}
/** Writes the manifest: temporary file in the same folder, flushed, then renamed, so that no reader sees a part of it. */
async function writeManifest(site, manifest) {
	const path = join(site, MANIFEST_PATH);
	const content = await (await loadCodec()).compress(Buffer.from(JSON.stringify(manifestToJson(manifest)), "utf8"), 3);
	const temporary = `${path}.${String(process.pid)}.tmp`;
	try {
		writeFileSync(temporary, content, {
			mode: 420,
			flush: true
		});
		renameSync(temporary, path);
	} catch (thrown) {
		rmSync(temporary, { force: true });
		throw thrown;
	}
	return { bytes: content.byteLength };
}
/** Files that every build of Bengal's writes anew and a skipped one leaves alone. Dry runs rewrite others. */
const STATE_MARKERS = [
	"cache.json.zst",
	"cache.json",
	"provenance/index.json"
];
/** Tells one build's state from another's. */
function digestOfState(site) {
	return digestOfParts(STATE_MARKERS.flatMap((name) => {
		const path = join(site, ".bengal", name);
		return lstatSync(path, { throwIfNoEntry: false })?.isFile() === true ? [[name, readFileSync(path)]] : [];
	}));
}

// src/affected/repair-plan.ts
/**
* Bengal builds a page that has no record. Listings of tags are no pages yet when it selects; it builds those of every
* tag that a selected page carries, and the index of tags with them. So one member of each affected tag is selected.
*/
function planRepair(affected, context) {
	const { pages, changes } = context;
	const byOutput = new Map([...pages.values()].flatMap((page) => page.outputs.map((output) => [output, page])));
	const gone = new Set(changes.deleted);
	const invalidate = /* @__PURE__ */ new Set();
	const unreachable = [];
	const slugs = /* @__PURE__ */ new Set();
	for (const { output, source, reasons } of affected.pages) {
		const page = byOutput.get(output);
		if (page === void 0 && source !== null) continue;
		if (page !== void 0 && gone.has(page.key)) continue;
		if (page?.kind === "tag") for (const slug of page.tags) slugs.add(slug);
		else if (page?.kind === "tag-index") slugs.add(ANY_TAG);
		else if (page === void 0) for (const slug of reasons.flatMap((reason) => reason.through ?? [])) slugs.add(slug);
		else invalidate.add(page.key);
	}
	for (const slug of [...slugs].sort(byCodeUnit)) if (selectMember(slug, invalidate, context) === "none") unreachable.push(...affected.pages.filter(({ output }) => listsTag(byOutput.get(output), slug)).map(({ output }) => output));
	return {
		invalidate: sortedUnique(invalidate),
		remove: affected.toRemove,
		unreachable: sortedUnique([...unreachable, ...lostTags(affected, byOutput, context)])
	};
}
const ANY_TAG = "";
function selectMember(slug, invalidate, { pages, tags, changes }) {
	const selected = /* @__PURE__ */ new Set([
		...invalidate,
		...changes.added,
		...changes.modified
	]);
	const there = (slug === ANY_TAG ? [...tags.values()].flatMap((keys) => [...keys]) : [...tags.get(slug) ?? []]).filter((key) => pages.get(key)?.kind === "content" && !changes.deleted.includes(key)).sort(byCodeUnit);
	if (there.some((key) => selected.has(key) && !changes.modified.includes(key))) return "selected";
	const [member] = there.filter((key) => !changes.modified.includes(key));
	if (member !== void 0) invalidate.add(member);
	return member === void 0 && there.length === 0 && changes.added.length === 0 && changes.modified.length === 0 ? "none" : "selected";
}
function listsTag(page, slug) {
	return page !== void 0 && (slug === ANY_TAG ? page.kind === "tag-index" : page.kind === "tag" && page.tags.includes(slug));
}
/** Bengal keeps listing a page under a tag that it lost, or that it had when it was deleted. */
function lostTags(affected, byOutput, { pages, changes }) {
	const lost = new Set(changes.deleted.flatMap((key) => pages.get(key)?.tags ?? []));
	for (const slug of affected.tags) if (changes.modified.some((key) => pages.get(key)?.tags.includes(slug) === true)) lost.add(slug);
	return affected.pages.flatMap(({ output }) => {
		const page = byOutput.get(output);
		return page?.kind === "tag" && page.tags.some((slug) => lost.has(slug)) ? [output] : [];
	});
}

// src/bengal/file-ref.ts
/** Directories of installed packages end with one of these on every platform. */
const PACKAGES = /\/(?:site|dist)-packages\/(.+)$/;
/** Reads paths of a state that was written for a site at `siteRoot` (absolute, POSIX), when that root is known. */
function fileRefReader(siteRoot) {
	return (recorded) => {
		const path = toPosix(recorded);
		const relative = isAbsolutePosix(path) ? siteRoot === void 0 ? void 0 : below(siteRoot, path) : sitePath(path);
		if (relative !== void 0) return {
			where: "site",
			path: relative
		};
		const inPackage = PACKAGES.exec(path)?.[1];
		return inPackage === void 0 ? {
			where: "elsewhere",
			recorded: path
		} : {
			where: "package",
			path: inPackage,
			recorded: path
		};
	};
}
/** A distinct name for each file: site paths are relative, all others are not. */
function nameOfRef(ref) {
	return ref.where === "site" ? ref.path : ref.recorded;
}
/**
* The root of the checkout that wrote the state. Bengal records it nowhere, but it stands before the same page key in
* absolute form: `/home/runner/work/site` in `/home/runner/work/site/content/a.md`. The most frequent answer wins.
*/
function findRecordedRoot(absolutePaths, pageKeys) {
	const votes = /* @__PURE__ */ new Map();
	for (const recorded of absolutePaths) {
		const root = rootBefore(toPosix(recorded), pageKeys);
		if (root !== void 0) votes.set(root, (votes.get(root) ?? 0) + 1);
	}
	return [...votes].sort((left, right) => right[1] - left[1])[0]?.[0];
}
function rootBefore(path, pageKeys) {
	if (!isAbsolutePosix(path)) return void 0;
	const generated = path.indexOf("/.bengal/generated/");
	if (generated > 0) return path.slice(0, generated);
	for (let slash = path.indexOf("/", 1); slash > 0; slash = path.indexOf("/", slash + 1)) if (pageKeys.has(path.slice(slash + 1))) return path.slice(0, slash);
}
/** True for a file of an installed package of this name. */
function belongsToPackage(ref, name) {
	return ref.where === "package" && isWithin(name, ref.path);
}

// src/bengal/slug.ts
/** What Python's `str.strip` takes away. It differs from `trim`, which takes U+FEFF and leaves U+001C-1F and U+0085. */
const PYTHON_SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
const OUTER_SPACE = new RegExp(`^${PYTHON_SPACE}|${PYTHON_SPACE}$`, "g");
/** Bengal's tag slug: trimmed, lower case, each space a hyphen, nothing else; `undefined` for a blank tag, which vanishes. */
function tagSlug(tag) {
	const trimmed = tag.replace(OUTER_SPACE, "");
	return trimmed === "" ? void 0 : trimmed.toLowerCase().replaceAll(" ", "-");
}

// src/bengal/recorded-page.ts
const GENERATED_TAG = /^\.bengal\/generated\/tags\/(.+)\/page_\d+\/index\.md$/;
const TAG_INDEX = ".bengal/generated/tags/index.md";
/** Joins what the files of the state say about each page. */
function joinPages(sources) {
	const effects = new Map(sources.effects.map((effect) => [nameOfRef(sources.refOf(effect.source)), effect]));
	const urlOf = new Map([...sources.urls].map(([url, key]) => [key, url]));
	const keys = /* @__PURE__ */ new Set([
		...sources.inputs.keys(),
		...effects.keys(),
		...sources.metadata.keys(),
		...sources.urls.values()
	]);
	return new Map([...keys].map((key) => [key, joinPage(key, {
		...sources,
		effect: effects.get(key),
		url: urlOf.get(key)
	})]));
}
function joinPage(key, known) {
	const metadata = known.metadata.get(key);
	const inputs = known.inputs.get(key) ?? [];
	const listed = GENERATED_TAG.exec(key)?.[1];
	const written = (known.effect?.outputs ?? []).flatMap((output) => outputPath(known.refOf(output), known.outputDir) ?? []);
	return {
		key,
		kind: listed !== void 0 ? "tag" : key === TAG_INDEX ? "tag-index" : isVirtual(key, inputs) ? "virtual" : "content",
		outputs: written.length > 0 ? written : outputOfUrl(known.url),
		inputs,
		files: (known.effect?.files ?? []).map(known.refOf),
		templates: known.effect?.templates ?? [],
		tags: listed !== void 0 ? [listed] : slugsOf$1(asStrings(field(metadata, "tags"))),
		metadata
	};
}
/** An autodoc page is made of other files than its own key names. */
function isVirtual(key, inputs) {
	return key.startsWith("__virtual__/") || inputs.length > 0 && !inputs.some((input) => input.type === "content");
}
function slugsOf$1(tags) {
	return [...new Set(tags.flatMap((tag) => tagSlug(tag) ?? []))];
}
__name(slugsOf$1, "slugsOf");
/** The path of a recorded output below the output directory. */
function outputPath(ref, outputDir) {
	if (ref.where !== "site" || ref.path === outputDir || !isWithin(outputDir, ref.path)) return void 0;
	return ref.path.slice(outputDir.length + 1);
}
/** `/a/b/` is written to `a/b/index.html`, and `/a/b.html` to itself. */
function outputOfUrl(url) {
	if (url?.startsWith("/") !== true || url.includes("\0") || url.split("/").includes("..")) return [];
	return [(url.endsWith("/") ? `${url}index.html` : /\.html?$/.test(url) ? url : `${url}/index.html`).slice(1)];
}
/** The address of an HTML file: `a/b/index.html` is `/a/b/`. Raw characters, as Bengal records URLs. */
function urlOfOutput(output) {
	return `/${output.replace(/(^|\/)index\.html$/, "$1")}`;
}
/** The owner of a URL claim is a page of its own kind: `special_pages` (404, search, graph) are rewritten by every build. */
function claimedUrls(claims, refOf) {
	return new Map(claims.flatMap(([url, claim]) => {
		const source = asString(claim["source"]);
		const owner = asString(claim["owner"]);
		return source === void 0 || owner === "special_pages" ? [] : [[url, nameOfRef(refOf(source))]];
	}));
}

// src/bengal/atomic-write.ts
/**
* Replaces a file in one step: readers, and whoever looks after a crash, see all of the old content or all of the new.
* The temporary file beside it is called `tmp????????.tmp`, like those of Python's `mkstemp` that Bengal uses, so that
* Bengal and we pass over one that a crash leaves. An existing regular file keeps its permission bits.
*
* @throws what the file system reports; then the old file is untouched and no temporary file is left.
*/
function writeAtomically(path, content, options = {}) {
	const folder = dirname(path);
	const temporary = join(folder, `tmp${randomBytes(4).toString("hex")}.tmp`);
	const mode = modeOf(path) ?? options.mode;
	const file = openSync(temporary, "wx", mode ?? 438);
	try {
		try {
			if (mode !== void 0) fchmodSync(file, mode);
			writeFileSync(file, content);
			fsyncSync(file);
		} finally {
			closeSync(file);
		}
		renameSync(temporary, path);
	} catch (thrown) {
		unlinkSync(temporary);
		throw thrown;
	}
	syncFolder(folder);
}
function modeOf(path) {
	const stat = lstatSync(path, { throwIfNoEntry: false });
	return stat?.isFile() === true ? stat.mode & 4095 : void 0;
}
/** Makes the rename itself durable. Windows cannot open folders, and some network file systems cannot sync them. */
function syncFolder(folder) {
	let handle;
	try {
		handle = openSync(folder, "r");
	} catch {
		return;
	}
	try {
		fsyncSync(handle);
	} catch {} finally {
		closeSync(handle);
	}
}

// src/bengal/envelope.ts
const PICKLE_PROTOCOL_2 = [128, 2];
const PICKLE_STOP = 46;
/** Pickle opcodes for integers and the bytes that follow each. */
const INTEGER_BYTES = {
	75: 1,
	77: 2,
	74: 4
};
/** Reads the header that Bengal puts before zstd: `bg`, then two pickled integers, format version and Python version. */
function readEnvelope(bytes) {
	if (bytes[0] === 40 && bytes[1] === 181) return { kind: "zstd" };
	if (bytes[0] !== 98 || bytes[1] !== 103) return startsLikeJson(bytes) ? { kind: "plain" } : {
		kind: "foreign",
		why: "neither Bengal's header, zstd nor JSON"
	};
	const format = readPickledInteger(bytes, 2);
	const python = format && readPickledInteger(bytes, format.end);
	if (!format || !python) return {
		kind: "foreign",
		why: "Bengal's header is damaged"
	};
	return {
		kind: "headed",
		format: format.value,
		python: pythonMinor(python.value),
		bodyStart: python.end
	};
}
/** The payload's bytes, or why there are none. Content above `maxBytes` is refused before it is allocated. */
async function openEnvelope(bytes, codec, maxBytes) {
	const envelope = readEnvelope(bytes);
	switch (envelope.kind) {
		case "foreign": return {
			kind: "malformed",
			why: envelope.why,
			envelope
		};
		case "plain": return {
			kind: "content",
			content: bytes,
			envelope
		};
		case "zstd": return {
			...await decompress(codec, bytes, maxBytes),
			envelope
		};
		case "headed": return {
			...await decompress(codec, bytes.subarray(envelope.bodyStart), maxBytes),
			envelope
		};
	}
}
/** The 15 bytes that Bengal, run by this Python, expects before the zstd frame. */
function headerFor(python) {
	const [major = 0, minor = 0] = python.split(".").map(Number);
	const header = Buffer.from([
		98,
		103,
		128,
		2,
		75,
		1,
		46,
		128,
		2,
		74,
		0,
		0,
		0,
		0,
		46
	]);
	header.writeInt32LE(major << 24 | minor, 10);
	return header;
}
function readPickledInteger(bytes, at) {
	if (bytes[at] !== PICKLE_PROTOCOL_2[0] || bytes[at + 1] !== PICKLE_PROTOCOL_2[1]) return void 0;
	const size = INTEGER_BYTES[bytes[at + 2] ?? -1];
	const end = at + 3 + (size ?? 0);
	if (size === void 0 || bytes[end] !== PICKLE_STOP) return void 0;
	const view = new DataView(bytes.buffer, bytes.byteOffset + at + 3, size);
	return {
		value: size === 1 ? view.getUint8(0) : size === 2 ? view.getUint16(0, true) : view.getInt32(0, true),
		end: end + 1
	};
}
function pythonMinor(packed) {
	return `${String(packed >> 24)}.${String(packed & 16777215)}`;
}
function startsLikeJson(bytes) {
	const first = bytes.find((byte) => byte !== 32 && byte !== 9 && byte !== 10 && byte !== 13);
	return first === 123 || first === 91;
}

// src/bengal/cache-file.ts
/** The format version in the header; Bengal reads no other. */
const HEADER_FORMAT = 1;
/** What Python's `mkstemp`, through which Bengal writes these files, gives a new one. */
const NEW_FILE_MODE = 384;
/**
* Reads `<name>.json.zst` in a folder, or `<name>.json` when there is no such file. Takes no lock. Never throws for what
* is on disk; a file above the limits is refused before memory is allocated for it. A damaged `.json.zst` is corrupt even
* when an old twin lies beside it: the twin is older, and nobody knows by how much.
*/
async function readCacheFile(folder, name, limits = DEFAULT_LIMITS) {
	const codec = await loadCodec();
	const compressed = await readEnveloped(join(folder, `${name}.json.zst`), {
		codec,
		limits
	});
	if (compressed.kind !== "absent") return named(compressed, `${name}.json.zst`, false);
	return named(await readEnveloped(join(folder, `${name}.json`), {
		codec,
		limits
	}), `${name}.json`, true);
}
function named(file, path, twin) {
	switch (file.kind) {
		case "read": return {
			...file,
			path,
			twin
		};
		case "corrupt": return {
			...file,
			path
		};
		case "absent": return file;
	}
}
/** Reads a plain JSON object: `stores/*.json` and their like. Otherwise as `readCacheFile`. */
function readPlainFile(folder, path, limits = DEFAULT_LIMITS) {
	const bytes = readCapped(join(folder, path), limits.fileBytes);
	if (bytes.kind !== "bytes") return bytes.kind === "absent" ? bytes : {
		...bytes,
		path
	};
	const parsed = parseObject(bytes.bytes);
	return parsed.kind === "read" ? parsed : {
		...parsed,
		path
	};
}
/**
* Writes `<name>.json.zst` as Bengal does: compact ASCII JSON, zstd level 3, 15 bytes of header. Atomic; an existing file
* keeps its mode, a new one gets 0600. Then an old `<name>.json` is removed: Bengal prefers the new one, and takes the
* mere existence of `cache.json` for a wish to build incrementally. Takes no lock.
*
* @throws what the file system reports; the old file is then untouched.
*/
async function writeCacheFile({ folder, name, value, python }) {
	const path = join(folder, `${name}.json.zst`);
	writeAtomically(path, await encodeCacheFile(value, python), { mode: NEW_FILE_MODE });
	rmSync(join(folder, `${name}.json`), { force: true });
}
/** The bytes of a `.json.zst` file. */
async function encodeCacheFile(value, python) {
	const json = Buffer.from(stringifyExact(value, { ascii: true }), "latin1");
	const codec = await loadCodec();
	return Buffer.concat([headerFor(python), await codec.compress(json, 3)]);
}
async function readEnveloped(path, how) {
	const file = readCapped(path, how.limits.fileBytes);
	if (file.kind !== "bytes") return file;
	const opened = await openEnvelope(file.bytes, how.codec, how.limits.contentBytes);
	if (opened.kind !== "content") return {
		kind: "corrupt",
		why: opened.why
	};
	const { envelope } = opened;
	if (envelope.kind === "headed" && envelope.format !== HEADER_FORMAT) return {
		kind: "corrupt",
		why: `its header has format ${String(envelope.format)}, and only 1 is understood`
	};
	const parsed = parseObject(opened.content);
	return parsed.kind === "read" ? {
		...parsed,
		envelope
	} : parsed;
}
function parseObject(bytes) {
	const parsed = parseExact(bytes);
	if (parsed.kind === "malformed") return {
		kind: "corrupt",
		why: parsed.why
	};
	return isObject(parsed.value) ? {
		kind: "read",
		value: parsed.value
	} : {
		kind: "corrupt",
		why: "it holds no JSON object"
	};
}
function readCapped(path, maxBytes) {
	try {
		const entry = lstatSync(path, { throwIfNoEntry: false });
		if (entry === void 0) return { kind: "absent" };
		if (!entry.isFile()) return {
			kind: "corrupt",
			why: "not a regular file"
		};
		const file = openSync(path, constants.O_RDONLY);
		try {
			const { size } = fstatSync(file);
			if (size > maxBytes) return {
				kind: "corrupt",
				why: `${String(size)} bytes, more than the ${String(maxBytes)} that are read`
			};
			return {
				kind: "bytes",
				bytes: readFileSync(file)
			};
		} finally {
			closeSync(file);
		}
	} catch (thrown) {
		return {
			kind: "corrupt",
			why: messageOf(thrown)
		};
	}
}

// src/bengal/state-file.ts
function stateReader(folder, limits = DEFAULT_LIMITS) {
	return {
		compressed: (name) => readCacheFile(folder, name, limits),
		plain: (name) => readPlainFile(folder, name, limits)
	};
}
/** A field of a file that may be absent or corrupt. */
function fieldOf(file, key) {
	return file.kind === "read" ? field(file.value, key) : void 0;
}

// src/bengal/effects.ts
/** Reads the `render_page` effects of `effects.json`; entries that are not understood are left out. */
function readEffects(file) {
	return asArray(fieldOf(file, "effects")).flatMap((effect) => readEffect(effect) ?? []);
}
function readEffect(effect) {
	const metadata = field(effect, "metadata");
	const source = asString(field(metadata, "source_path"));
	if (source === void 0) return void 0;
	const dependencies = asArray(field(effect, "depends_on")).flatMap((entry) => readDependency(entry) ?? []);
	const template = asString(field(metadata, "template"));
	return {
		source,
		href: asString(field(metadata, "href")),
		outputs: asStrings(field(effect, "outputs")),
		files: [...dependencies.filter(isPath), ...asStrings(field(metadata, "include_dependencies"))],
		templates: [...template === void 0 ? [] : [template], ...dependencies.filter((name) => !isPath(name))]
	};
}
/** `{"t":"p","v":path}` or `{"t":"s","v":template name}`; a plain string before Bengal 0.3.1. */
function readDependency(value) {
	return asString(value) ?? asString(field(value, "v"));
}
function isPath(dependency) {
	return dependency.startsWith("/") || /^[A-Za-z]:[\\/]/.test(dependency);
}

// src/bengal/fingerprint.ts
/** A hexadecimal SHA-256, whole or its first 16 digits or more; anything else says nothing. */
function asHash$1(value) {
	return value !== void 0 && /^[0-9a-f]{16,64}$/.test(value) ? value : void 0;
}
__name(asHash$1, "asHash");

// src/bengal/recorded-file.ts
/** Input types whose path is a file. Template names are not paths. */
const AUTODOC_INPUTS = /* @__PURE__ */ new Set(["autodoc_source", "cli_source"]);
const FILE_INPUTS = /* @__PURE__ */ new Set([
	"content",
	"data",
	...AUTODOC_INPUTS
]);
/** Joins the fingerprint tables with the hashes that page records hold, so that no table alone is believed. */
function collectFiles(tables) {
	const files = /* @__PURE__ */ new Map();
	const entry = (recorded) => {
		const ref = tables.refOf(recorded);
		const name = nameOfRef(ref);
		const known = files.get(name) ?? {
			ref,
			hashes: /* @__PURE__ */ new Set(),
			size: void 0,
			mtimeNs: void 0,
			used: false,
			autodoc: false
		};
		files.set(name, known);
		return known;
	};
	for (const [path, value] of [...tables.fingerprints, ...tables.assets]) {
		const file = entry(path);
		const hash = asHash$1(asString(value) ?? asString(field(value, "hash")));
		if (hash !== void 0) file.hashes.add(hash);
		file.size ??= asFiniteNumber(field(value, "size"));
		file.mtimeNs ??= asInteger(field(value, "mtime_ns"));
	}
	for (const [path, value] of tables.modules) {
		const file = entry(path);
		file.used = file.autodoc = true;
		const hash = asHash$1(asString(field(value, "source_hash")));
		if (hash !== void 0) file.hashes.add(hash);
	}
	const templates = new Set([...files.keys()].filter((name) => name.startsWith("templates/")));
	for (const page of tables.pages) {
		collectInputs(page, entry);
		for (const input of page.inputs) {
			const path = `templates/${input.path}`;
			if (input.type === "template" && input.hash !== void 0 && templates.has(path)) entry(path).hashes.add(input.hash);
		}
	}
	return new Map([...files].map(([name, file]) => [name, {
		...file,
		hashes: [...file.hashes]
	}]));
}
function collectInputs(page, entry) {
	for (const input of page.inputs) {
		const path = fileOfInput(input.type, input.path);
		if (path === void 0 || input.type === "content" && page.kind !== "content") continue;
		const file = entry(path);
		file.used = true;
		file.autodoc ||= AUTODOC_INPUTS.has(input.type);
		if (input.hash !== void 0) file.hashes.add(input.hash);
	}
	const ownHash = asHash$1(asString(page.metadata?.["file_hash"]));
	if (page.kind === "content" && ownHash !== void 0) entry(page.key).hashes.add(ownHash);
	for (const ref of page.files) if (!nameOfRef(ref).includes(".bengal/generated/")) entry(nameOfRef(ref)).used = true;
}
/** The file behind a page input, as recorded; `undefined` where the input is no file, or only a template's name. */
function fileOfInput(type, path) {
	if (type.startsWith("cascade_")) return path.replace(/^cascade:/, "");
	return FILE_INPUTS.has(type) ? path : void 0;
}

// src/bengal/page-metadata.ts
/** Page key -> what Bengal noted of its front matter (`title`, `date`, `tags`, `section`, `file_hash`, ...). */
function readPageMetadata(file) {
	return new Map(entriesOf(fieldOf(file, "pages")).flatMap(([key, entry]) => {
		const metadata = field(entry, "metadata");
		return isObject(metadata) ? [[key, metadata]] : [];
	}));
}

// src/bengal/provenance.ts
/** Reads `provenance/index.json` and the records it names. Bengal checks no version there, and neither do we. */
function readProvenance(index, reader) {
	const records = /* @__PURE__ */ new Map();
	const pages = /* @__PURE__ */ new Map();
	const unreadable = [];
	for (const [page, combined] of entriesOf(fieldOf(index, "pages"))) {
		const name = asHash$1(asString(combined));
		if (name !== void 0 && !records.has(name)) records.set(name, readRecord(name, reader));
		const inputs = name === void 0 ? void 0 : records.get(name);
		if (inputs === void 0) unreadable.push(page);
		pages.set(page, inputs ?? []);
	}
	return {
		pages,
		unreadable,
		lastBuildNs: asInteger(fieldOf(index, "last_build_time_ns"))
	};
}
function readRecord(name, reader) {
	const file = reader.plain(`provenance/records/${name}.json`);
	if (file.kind !== "read") return void 0;
	const inputs = asArray(file.value["inputs"]).map(readInput$1);
	return inputs.length > 0 && inputs.every((input) => input !== void 0) ? inputs : void 0;
}
function readInput$1(value) {
	const type = asString(field(value, "type"));
	const path = asString(field(value, "path"));
	if (type === void 0 || path === void 0) return void 0;
	return {
		type,
		path,
		hash: asHash$1(asString(field(value, "hash")))
	};
}
__name(readInput$1, "readInput");

// src/bengal/state.ts
/**
* Reads `.bengal` below the site. Never throws for what the files hold; only `cache.json.zst` itself is indispensable.
* Throws `UserError` when `outputDir` leads out of the site.
*/
async function readState(options) {
	const outputDir = sitePath(options.outputDir ?? "public");
	if (outputDir === void 0) throw new UserError([`outputDir: expected a folder inside the site, got ${JSON.stringify(options.outputDir)}`]);
	const folder = join(options.site, ".bengal");
	const stat = lstatSync(folder, { throwIfNoEntry: false });
	if (stat === void 0) return {
		kind: "absent",
		why: "there is no .bengal folder"
	};
	if (!stat.isDirectory()) return {
		kind: "corrupt",
		why: ".bengal is not a folder"
	};
	const reader = stateReader(folder, options.limits);
	const main = await reader.compressed("cache");
	if (main.kind === "absent") return {
		kind: "absent",
		why: ".bengal holds no cache.json.zst"
	};
	if (main.kind === "corrupt") return {
		kind: "corrupt",
		why: `${main.path}: ${main.why}`
	};
	const secondary = {
		index: reader.plain("provenance/index.json"),
		effects: reader.plain("effects.json"),
		metadata: await reader.compressed("page_metadata"),
		taxonomy: await reader.compressed("taxonomy_index"),
		assets: reader.plain("provenance/asset_hashes.json")
	};
	const provenance = readProvenance(secondary.index, reader);
	const rendered = lstatSync(join(folder, "stores", "rendered_output.json"), { throwIfNoEntry: false });
	const replaysRenderedOutput = rendered !== void 0 && rendered.size > 3;
	const known = assemble$1({
		main: main.value,
		envelope: main.envelope,
		secondary,
		provenance,
		outputDir
	});
	const here = [options.site, realpathSync(options.site)].map(toPosix);
	const moved = known.recordedRoot !== void 0 && !here.includes(known.recordedRoot);
	return {
		kind: "read",
		state: {
			...known,
			replaysRenderedOutput,
			moved
		}
	};
}
function assemble$1({ main, envelope, secondary, provenance, outputDir }) {
	const effects = readEffects(secondary.effects);
	const metadata = readPageMetadata(secondary.metadata);
	const claims = entriesOf(main["url_claims"]).flatMap(([url, claim]) => isObject(claim) ? [[url, claim]] : []);
	const absolutePaths = [...effects.map((effect) => effect.source), ...claims.map(([, claim]) => asString(claim["source"]) ?? "")];
	const recordedRoot = findRecordedRoot(absolutePaths, /* @__PURE__ */ new Set([...provenance.pages.keys(), ...metadata.keys()]));
	const refOf = fileRefReader(recordedRoot);
	const pages = joinPages({
		refOf,
		outputDir,
		inputs: provenance.pages,
		effects,
		metadata,
		urls: claimedUrls(claims, refOf)
	});
	return {
		schema: asFiniteNumber(main["version"]) ?? 0,
		python: envelope.kind === "headed" ? envelope.python : void 0,
		configHash: asString(main["config_hash"]),
		lastBuild: asString(main["last_build"]),
		lastBuildNs: provenance.lastBuildNs,
		recordedRoot,
		baseUrls: findBaseUrls(effects, (recorded) => outputPath(refOf(recorded), outputDir)),
		pages,
		files: collectFiles({
			refOf,
			pages: pages.values(),
			fingerprints: entriesOf(main["file_fingerprints"]),
			assets: secondary.assets.kind === "read" ? entriesOf(secondary.assets.value) : [],
			modules: entriesOf(main["autodoc_content_cache"])
		}),
		tags: collectTags(main, secondary.taxonomy, {
			pages: pages.values(),
			refOf
		}),
		doubts: findDoubts(secondary, provenance.unreadable)
	};
}
__name(assemble$1, "assemble");
/** A page's address minus its path is what the site puts before every path. */
function findBaseUrls(effects, pathOf) {
	const bases = effects.flatMap(({ href, outputs }) => {
		const path = outputs.map(pathOf).find((known) => known !== void 0);
		if (href === void 0 || path === void 0) return [];
		const url = urlOfOutput(path);
		return [url, encodeURI(url)].filter((end) => href.endsWith(end)).map((end) => href.slice(0, -end.length));
	});
	return sortedUnique(bases);
}
/** Every table that ties tags to pages, joined: they disagree in key form, and old entries outlive their pages. */
function collectTags(main, taxonomy, known) {
	const tags = /* @__PURE__ */ new Map();
	const add = (slug, page) => void (tags.get(slug) ?? tags.set(slug, /* @__PURE__ */ new Set()).get(slug))?.add(nameOfRef(known.refOf(page)));
	for (const [page, names] of entriesOf(main["page_tags"])) for (const slug of slugsOf$1(asStrings(names))) add(slug, page);
	for (const [slug, pages] of entriesOf(main["tag_to_pages"])) for (const page of asStrings(asArray(pages))) add(slug, page);
	for (const [slug, entry] of entriesOf(fieldOf(taxonomy, "tags"))) for (const page of asStrings(field(entry, "page_paths"))) add(slug, page);
	for (const page of known.pages) if (page.kind === "content") for (const slug of page.tags) add(slug, page.key);
	return tags;
}
/** A state without effects or provenance is no state to select by; tags and metadata can be missing on a tagless site. */
function findDoubts(secondary, unreadableRecords) {
	const needed = {
		index: "provenance/index.json",
		effects: "effects.json",
		metadata: "page_metadata.json.zst"
	};
	const missing = Object.keys(needed).filter((name) => secondary[name].kind === "absent").map((name) => ({
		file: needed[name],
		why: "is missing"
	}));
	const foreign = [
		{
			name: "index",
			key: "pages",
			fits: isObject
		},
		{
			name: "effects",
			key: "effects",
			fits: Array.isArray
		},
		{
			name: "metadata",
			key: "pages",
			fits: isObject
		}
	].flatMap(({ name, key, fits }) => {
		const file = secondary[name];
		return file.kind === "read" && !fits(field(file.value, key)) ? [{
			file: needed[name],
			why: `holds no ${key}`
		}] : [];
	});
	const corrupt = Object.values(secondary).flatMap((file) => file.kind === "corrupt" ? [{
		file: file.path,
		why: file.why
	}] : []);
	const records = unreadableRecords.length === 0 ? [] : [{
		file: "provenance/records",
		why: `no readable record of ${String(unreadableRecords.length)} pages`
	}];
	return [
		...missing,
		...foreign,
		...corrupt,
		...records
	];
}

// src/bengal/validity.ts
/** Schema of the caches that we understand: Bengal 0.2.4 to 0.5.1. */
const SCHEMA = 8;
/** Judges a state by itself. Whether its configuration still holds is judged in `config/`. Pure. */
function judgeState(outcome, expected) {
	if (outcome.kind !== "read") return {
		status: outcome.kind,
		why: outcome.why
	};
	const { schema, python } = outcome.state;
	if (schema !== SCHEMA) return {
		status: "incompatible",
		why: `its schema is ${String(schema)}, and only ${String(SCHEMA)} (Bengal 0.2.4 to 0.5.1) is understood`
	};
	if (expected.python !== void 0 && python !== void 0 && expected.python !== python) return {
		status: "incompatible",
		why: `it was written by Python ${python}, and Bengal on Python ${expected.python} does not read it`
	};
	if (!expected.outputExists) return {
		status: "stale",
		why: "the output directory is missing, and Bengal starts cold without it"
	};
	return {
		status: "usable",
		why: "Bengal can build upon it"
	};
}

// src/changes/layout.ts
/** Bengal's own list, and `.mdx` to be on the safe side. */
const PAGE = /\.(?:md|markdown|mdx|rst|txt|ipynb)$/i;
const SINGLE_CONFIG = /* @__PURE__ */ new Set([
	"bengal.toml",
	"bengal.yaml",
	"bengal.yml"
]);
/** Folders that hold sources, besides those that the state names. */
function sourceFolders(layout) {
	return [
		layout.contentDir,
		"templates",
		"themes",
		"data",
		"assets",
		"static",
		"i18n",
		"config"
	];
}
function roleOf(path, layout) {
	if (isWithin(layout.contentDir, path)) return PAGE.test(path) ? { kind: "page" } : { kind: "content-resource" };
	if (layout.configFiles.includes(path)) return {
		kind: "config",
		active: true
	};
	if (isWithin("config", path) || SINGLE_CONFIG.has(path)) return {
		kind: "config",
		active: false
	};
	const [, theme, rest] = /^(themes\/[^/]+\/)?(.+)$/s.exec(path) ?? [];
	if (rest !== void 0) {
		if (rest.startsWith("templates/")) return {
			kind: "template",
			name: rest.slice(10)
		};
		if (rest.startsWith("assets/")) return {
			kind: "asset",
			name: rest.slice(7)
		};
		if (rest.startsWith("static/")) return { kind: "static" };
		if (theme !== void 0) return { kind: "site-wide" };
	}
	if (isWithin("data", path)) return { kind: "data" };
	return isWithin("i18n", path) ? { kind: "site-wide" } : { kind: "other" };
}
/** The name under which pages record a theme's template: what follows its last `templates/` folder. */
function templateNameOfExternal(path) {
	const at = path.lastIndexOf("/templates/");
	return at < 0 ? void 0 : path.slice(at + 11);
}

// src/changes/detect.ts
/** Compares what was recorded with what is present. Pure. */
function detectChanges(recorded, present) {
	const found = {
		same: [],
		touched: [],
		added: [],
		modified: [],
		deleted: [],
		unverifiable: [],
		irrelevant: []
	};
	const siteFiles = [...recorded.files.values()].flatMap((file) => file.ref.where === "site" ? [file.ref.path] : []);
	for (const path of /* @__PURE__ */ new Set([
		...present.sources.keys(),
		...siteFiles,
		...recorded.manifest?.sources.keys() ?? []
	])) found[judgeSource(path, recorded, present.sources.get(path))].push(path);
	for (const file of recorded.files.values()) if (file.ref.where !== "site") found[judgeExternal$1(file, recorded, present)].push(nameOfRef(file.ref));
	found.unverifiable.push(...present.links);
	const sorted = (verdict) => found[verdict].sort(byCodeUnit);
	return {
		added: sorted("added"),
		modified: sorted("modified"),
		deleted: sorted("deleted"),
		unverifiable: sorted("unverifiable"),
		touched: found.touched.length
	};
}
function judgeSource(path, recorded, present) {
	const inManifest = recorded.manifest?.sources.get(path);
	if (inManifest !== void 0) {
		if (present === void 0) return "deleted";
		if (present.sha256 !== inManifest.sha256) return "modified";
		return present.mtimeNs === inManifest.mtimeNs ? "same" : "touched";
	}
	const inState = recorded.files.get(path);
	if (present === void 0) return inState !== void 0 && wasDeleted(path, inState, recorded) ? "deleted" : "irrelevant";
	if (inState !== void 0 && inState.hashes.length > 0) {
		if (!inState.hashes.every((hash) => present.sha256.startsWith(hash))) return "modified";
		return present.mtimeNs === inState.mtimeNs ? "same" : "touched";
	}
	return judgeUnrecorded(path, recorded);
}
/**
* The state remembers files long after they are gone. A page whose output is still there has to go in any case; of
* other files, a manifest that lacks one tells that it was gone when we recorded.
*/
function wasDeleted(path, file, recorded) {
	if (roleOf(path, recorded.layout).kind === "page") return recorded.hasOutput(path);
	return recorded.manifest === void 0 && file.used;
}
/** The manifest knows every source, so what it lacks is new. Bengal's own tables know only some kinds of files. */
function judgeUnrecorded(path, recorded) {
	if (recorded.manifest !== void 0) return "added";
	switch (roleOf(path, recorded.layout).kind) {
		case "page":
		case "data": return "added";
		case "template": return path.endsWith(".html") ? "added" : "unverifiable";
		case "config": return "irrelevant";
		case "asset":
		case "content-resource":
		case "static":
		case "site-wide":
		case "other": return "unverifiable";
	}
}
function judgeExternal$1(file, recorded, present) {
	const now = present.external.get(nameOfRef(file.ref));
	if (now !== void 0 && file.hashes.length > 0) return file.hashes.every((hash) => now.sha256.startsWith(hash)) ? "same" : "modified";
	const version = recorded.bengalVersion;
	return version !== void 0 && version === recorded.manifest?.bengal && belongsToPackage(file.ref, "bengal") ? "same" : "unverifiable";
}
__name(judgeExternal$1, "judgeExternal");

// src/changes/walk-files.ts
/** Folders that neither feed a build nor come out of one, at any depth. */
const NEVER = /* @__PURE__ */ new Set([
	".git",
	".bengal",
	".bengal-cache-transfer"
]);
/**
* Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
* they could lead out of the site or around in a circle.
*/
function walkFiles(root, start, { skip, onLink } = {}) {
	const found = [];
	const folders = [start];
	if (lstatSync(join(root, start), { throwIfNoEntry: false })?.isSymbolicLink() === true) onLink?.(start);
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) for (const entry of listFolder(join(root, folder))) {
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!NEVER.has(entry.name) && skip?.(path) !== true) folders.push(path);
		} else if (entry.isFile()) found.push(path);
		else if (entry.isSymbolicLink()) onLink?.(path);
	}
	return found.sort(byCodeUnit);
}
function listFolder(path) {
	return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(path, { withFileTypes: true }) : [];
}

// src/changes/present.ts
/** What a theme is developed with: Bengal looks at its assets, templates and static files alone. */
const THEME_TOOLS = /^themes\/[^/]+\/(?:node_modules|__pycache__)$/;
/**
* Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
* can keep size and time), and hashing a small file costs less than asking anybody else about it.
*/
function readPresentTree(options) {
	const { site, layout } = options;
	const paths = /* @__PURE__ */ new Set();
	const links = [];
	const skip = (path) => isWithin(layout.outputDir, path) || THEME_TOOLS.test(path);
	for (const folder of sourceFolders(layout)) for (const path of walkFiles(site, folder, {
		skip,
		onLink: (link) => links.push(link)
	})) paths.add(path);
	const external = /* @__PURE__ */ new Map();
	const besideSite = /* @__PURE__ */ new Set();
	for (const { ref, autodoc } of options.recorded) {
		if (ref.where === "site") paths.add(ref.path);
		if (ref.where === "site" && autodoc) besideSite.add(ref.path);
		if (ref.where !== "site") external.set(nameOfRef(ref), readPresentFile(ref.recorded));
	}
	for (const path of documentedSources(site, [...besideSite])) {
		paths.add(path);
		besideSite.add(path);
	}
	for (const path of options.alsoLookAt) paths.add(path);
	const sources = /* @__PURE__ */ new Map();
	for (const path of paths) {
		const file = readPresentFile(join(site, path)) ?? (besideSite.has(path) ? readPresentFile(join(dirname(site), path)) : void 0);
		if (file !== void 0) sources.set(path, file);
	}
	return {
		sources,
		external,
		links
	};
}
/** Files of the same kinds in the folders that API documentation was made from: a new module is a new page. */
function documentedSources(site, recorded) {
	const endings = new Set(recorded.map((path) => posix.extname(path)));
	const folders = [...new Set(recorded.map((path) => posix.dirname(path)))].filter((folder) => folder !== ".");
	return folders.filter((folder) => !folders.some((other) => other !== folder && isWithin(other, folder))).flatMap((folder) => {
		const base = [site, dirname(site)].find((candidate) => lstatSync(join(candidate, folder), { throwIfNoEntry: false }) !== void 0);
		return base === void 0 ? [] : walkFiles(base, folder).filter((path) => endings.has(posix.extname(path)));
	});
}
/** `undefined` for what is no regular file. Symbolic links are not followed. */
function readPresentFile(path) {
	if (!posix.isAbsolute(path.replaceAll("\\", "/")) && !/^[A-Za-z]:/.test(path)) return void 0;
	const stat = lstatSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	if (stat?.isFile() !== true) return void 0;
	return {
		sha256: sha256(readFileSync(path)),
		size: Number(stat.size),
		mtimeNs: stat.mtimeNs
	};
}

// src/changes/outputs.ts
/** Compares the output directory with what was recorded of it; with a manifest, every byte. */
function checkOutputs(options) {
	const folder = join(options.site, options.outputDir);
	const exists = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === true;
	const present = new Set(exists ? walkFiles(folder, "") : []);
	const { manifest } = options;
	const assets = manifest === void 0 ? readAssetOutputs$1(folder) : [];
	const recorded = new Set(manifest === void 0 ? [...options.pages, ...assets ?? [ASSET_MANIFEST]] : manifest.outputs.keys());
	const isThere = (path) => present.has(path) && (path !== ASSET_MANIFEST || assets !== void 0);
	const missing = [...recorded].filter((path) => !isThere(path)).sort();
	const obstructed = missing.filter((path) => lstatSync(join(folder, path), { throwIfNoEntry: false }) !== void 0 && !present.has(path));
	if (manifest === void 0) return {
		exists,
		present,
		missing,
		obstructed,
		damaged: [],
		unexpected: []
	};
	const damaged = [...manifest.outputs].flatMap(([path, content]) => {
		const size = lstatSync(join(folder, path), { throwIfNoEntry: false })?.size;
		if (!present.has(path)) return [];
		return size !== content.size || readPresentFile(join(folder, path))?.sha256 !== content.sha256 ? [path] : [];
	});
	const unexpected = [...present].filter((path) => !recorded.has(path)).sort();
	return {
		exists,
		present,
		missing,
		obstructed,
		damaged: damaged.sort(),
		unexpected
	};
}
const ASSET_MANIFEST = "asset-manifest.json";
/** Bengal starts cold when one asset that its own manifest lists is missing; `undefined`: so it does without a readable list. */
function readAssetOutputs$1(folder) {
	const path = join(folder, ASSET_MANIFEST);
	if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return void 0;
	try {
		const assets = field(JSON.parse(readFileSync(path, "utf8")), "assets");
		if (!isObject(assets)) return void 0;
		return entriesOf(assets).flatMap(([, asset]) => sitePath(asString(field(asset, "output_path")) ?? "") ?? []);
	} catch {
		return;
	}
}
__name(readAssetOutputs$1, "readAssetOutputs");
/** Modification time of an output in nanoseconds since 1970; `undefined` when it is not there. */
function outputMtime(site, outputDir, path) {
	return lstatSync(join(site, outputDir, path), {
		bigint: true,
		throwIfNoEntry: false
	})?.mtimeNs;
}

// src/mentions/words.ts
/** Word tokens of text, lower case: letters and digits of any script. */
function wordsOf(text) {
	return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
/** 32-bit FNV-1a of a word. */
function hashWord(word) {
	let hash = 2166136261;
	for (let index = 0; index < word.length; index++) hash = Math.imul(hash ^ word.charCodeAt(index), 16777619);
	return hash >>> 0;
}
/** One number for a run of words. Two runs can share one; that makes a mention too many, never one too few. */
function hashRun(hashes, start, length) {
	let hash = length;
	for (let index = start; index < start + length; index++) hash = Math.imul(hash ^ (hashes[index] ?? 0), 2654435761) ^ hash >>> 15;
	return hash >>> 0;
}
const NAMED = {
	amp: "&",
	lt: "<",
	gt: ">",
	quot: "\"",
	apos: "'",
	nbsp: " "
};
/** Character references of HTML; unknown names become a space, which parts words just as well. */
function decodeEntities(html) {
	return html.replace(/&(#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]{1,31});?/g, (_all, name) => {
		if (!name.startsWith("#")) return NAMED[name] ?? " ";
		const code = /^#[xX]/.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= 1114111 && (code < 55296 || code > 57343) ? String.fromCodePoint(code) : " ";
	});
}
/** Attributes that hold text for people. */
const SPOKEN = /\s(?:datetime|title|alt|aria-label|data-title|data-description)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** What a reader of a page can see or hear, roughly: text without markup, plus what attributes say. */
function visibleText(html) {
	const bare = html.replace(/<(script|style|template)\b[\s\S]*?<\/\1\s*>/gi, " ").replace(/<!--[\s\S]*?-->/g, " ");
	return decodeEntities([bare.replace(/<[^>]*>/g, " "), ...Array.from(bare.matchAll(SPOKEN), ([, double = "", single = ""]) => double || single)].join(" ").replace(/(?<=-\d\d)T(?=\d\d)/g, " "));
}

// src/mentions/address.ts
/**
* `bases` are what stands before a page's path in absolute links: `https://example.org/docs`, or nothing. A link to
* anywhere else resolves to nothing. A folder means its `index.html`; `files` decides between the two readings of `/a`.
*/
function linkResolver(bases, files) {
	const prefixes = [...new Set(bases.flatMap((base) => [base, pathOf$1(base)]))].filter((base) => base !== "").sort((left, right) => right.length - left.length);
	return (link, page) => {
		const target = decodeLink(link);
		if (target === "") return void 0;
		const prefix = prefixes.find((base) => target === base || target.startsWith(`${base}/`));
		const local = prefix === void 0 ? target : target.slice(prefix.length) || "/";
		if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(local)) return void 0;
		const absolute = local.startsWith("/") ? local : posix.join("/", posix.dirname(page), local);
		return toFile(posix.normalize(absolute).slice(1), files);
	};
}
function toFile(path, files) {
	if (path.startsWith("../")) return void 0;
	if (files.has(path)) return path;
	const folder = path.replace(/\/$/, "");
	return (folder === "" ? ["index.html"] : [`${folder}/index.html`, `${folder}.html`]).find((candidate) => files.has(candidate));
}
/** Without query and fragment, and as the file name is spelled on disk. */
function decodeLink(link) {
	const bare = decodeEntities(link).trim().replace(/[?#][\s\S]*$/, "");
	try {
		return decodeURIComponent(bare);
	} catch {
		return bare;
	}
}
function pathOf$1(base) {
	return base.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "");
}
__name(pathOf$1, "pathOf");

// src/mentions/needles.ts
/** In what way a page shows another one. Flags, so that a pair of pages costs one number. */
const SHOWS = {
	/** Links to it. */
	link: 1,
	title: 2,
	description: 4,
	/** The beginning of its text, as an excerpt does. */
	lead: 8,
	/** Later parts of its text. */
	text: 16,
	date: 32,
	/** More of the beginning than most excerpts do. */
	longLead: 64
};
/** The first words of a text, which the shortest excerpts show. Never stored, like `ENDS`. */
const STARTS = 128;
/** The last words of a text that is short enough for an excerpt to show all of it. */
const ENDS = 256;
const RUN = 5;
/** Shorter runs stand on many pages by chance. */
const SHORTEST = 3;
/** So many runs count as the beginning: each of them can be broken by markup. */
const STARTING_RUNS = 3;
/** Most excerpts are shorter than this many words of the source. */
const LEAD_WORDS = 60;
/** Longer ones are shorter than this. */
const LONG_LEAD_WORDS = 160;
/** Later text is sampled: whoever shows all of it shows some of these. */
const SAMPLE_EVERY = 50;
const MOST_SAMPLES = 40;
/** The runs to look for. Words of markup stand between those of the text, so several runs stand for one excerpt. */
function needlesOf(page) {
	const body = hashes(page.body.replace(/^\s*#\s.*/, ""));
	const offsets = [...steps(0, Math.min(60, body.length), RUN)];
	const further = [...steps(60, Math.min(160, body.length - RUN), RUN)];
	const samples = [...steps(160, body.length - RUN, SAMPLE_EVERY)].slice(0, MOST_SAMPLES);
	return [
		...run(hashes(page.title), 2, SHOWS.title),
		...text$2(hashes(page.description).slice(0, RUN), SHOWS.description),
		...dateRuns(page.date),
		...offsets.flatMap((offset, index) => text$2(body.slice(offset, offset + RUN), SHOWS.lead | (index < STARTING_RUNS ? 128 : 0))),
		...further.flatMap((offset) => text$2(body.slice(offset, offset + RUN), SHOWS.longLead)),
		...samples.flatMap((offset) => text$2(body.slice(offset, offset + RUN), SHOWS.text)),
		...text$2(body.slice(-5), endOf(body.length)),
		...text$2(body.slice(-10, -5), endOf(body.length))
	];
}
function endOf(words) {
	if (words <= 60 * 1.5) return SHOWS.lead | SHOWS.longLead | SHOWS.text | 256;
	return words <= 160 ? SHOWS.longLead | SHOWS.text | 256 : SHOWS.text;
}
function text$2(words, shows) {
	return words.length < SHORTEST ? [] : run(words, RUN, shows);
}
__name(text$2, "text");
function hashes(text) {
	return wordsOf(text).map(hashWord);
}
function run(words, most, shows) {
	const length = Math.min(words.length, most);
	return length === 0 ? [] : [{
		hash: hashRun(words, 0, length),
		length,
		shows
	}];
}
function* steps(from, to, by) {
	for (let at = from; at < to; at += by) yield at;
}
const MONTHS = [
	"january",
	"february",
	"march",
	"april",
	"may",
	"june",
	"july",
	"august",
	"september",
	"october",
	"november",
	"december"
];
/** The common ways to write a date. */
function dateRuns(date) {
	const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{2})-(\d{2})/.exec(date) ?? [];
	const name = MONTHS[Number(month) - 1];
	if (name === void 0) return [];
	const days = [day, String(Number(day))];
	const months = [
		name,
		name.slice(0, 3),
		month,
		String(Number(month))
	];
	return days.flatMap((d) => months.flatMap((m) => [
		[
			year,
			m,
			d
		],
		[
			d,
			m,
			year
		],
		[
			m,
			d,
			year
		]
	])).flatMap((words) => run(words.map(hashWord), 3, SHOWS.date));
}

// src/mentions/build.ts
/** A run of words that more pages share than this tells nothing about who is shown. */
const MOST_OWNERS = 3;
/** Finds out who mentions whom, one output file at a time: linear in the words of the output, whatever the number of pages. */
function mentionBuilder(pages, resolve) {
	const { runs, lengths, targets } = collectNeedles(pages);
	const mentions = /* @__PURE__ */ new Map();
	/** Which of its own needles a page shows: `STARTS`, `ENDS`. */
	const legible = /* @__PURE__ */ new Map();
	/** Indexes of folders that hold further pages. */
	const parents = /* @__PURE__ */ new Set();
	let read = 0;
	const note = (target, page, flags) => {
		if (target === page) return;
		const known = mentions.get(target) ?? /* @__PURE__ */ new Map();
		mentions.set(target, known);
		known.set(page, (known.get(page) ?? 0) | flags);
	};
	return {
		add({ path, text }) {
			read++;
			for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) if (`${path.slice(0, at)}/index.html` !== path) parents.add(`${path.slice(0, at)}/index.html`);
			if (path !== "index.html") parents.add("index.html");
			const linked = linksIn(path, text, resolve);
			for (const target of linked) note(target, path, SHOWS.link | (targets.get(target)?.vague ?? 0) & SHOWS.title);
			if (!path.endsWith(".html")) return;
			for (const [target, flags] of runsIn(text, runs, lengths)) {
				if (target === path) legible.set(path, flags);
				const shown = (linked.has(target) ? flags : flags & ~(SHOWS.title | SHOWS.date)) & ~(128 | 256);
				if (shown !== 0) note(target, path, shown);
			}
		},
		build() {
			for (const target of targets.values()) {
				const pages = mentions.get(target.output);
				const own = legible.get(target.output) ?? 0;
				const isMenu = parents.has(target.output) && (pages?.size ?? 0) > read / 2;
				for (const [page, flags] of pages ?? []) if (!isMenu || isAbove(page, target.output)) pages?.set(page, flags | assumed(target, own, flags));
			}
			return mentions;
		}
	};
}
/** Whether a page is the index of a folder around another one. */
function isAbove(page, other) {
	return page !== other && page.endsWith("index.html") && other.startsWith(page.slice(0, -10));
}
/**
* What a page may show of another without our finding it: where markup breaks even a page's own beginning or end, or
* there is none, it would not be found elsewhere either.
*/
function assumed({ vague, endsFor }, own, flags) {
	const unclear = (flags & SHOWS.link) !== 0 ? vague : 0;
	const start = (own & 128) === 0 && (flags & SHOWS.link) !== 0 ? SHOWS.lead : 0;
	const end = (own & 256) === 0 && ((flags | start) & endsFor) !== 0 ? SHOWS.longLead | SHOWS.text : 0;
	return unclear | start | end;
}
function collectNeedles(pages) {
	const runs = /* @__PURE__ */ new Map();
	const all = Array.from(pages, (page) => ({
		output: page.output,
		needles: needlesOf(page),
		told: toldBy(page)
	}));
	for (const { output, needles } of all) for (const needle of needles) {
		const known = runs.get(needle.hash) ?? [];
		runs.set(needle.hash, known);
		if (!known.some((other) => other.output === output && other.shows === needle.shows)) known.push({
			output,
			length: needle.length,
			shows: needle.shows
		});
	}
	const loose = SHOWS.title | SHOWS.date;
	const isVague = (hash) => new Set((runs.get(hash) ?? []).filter((owner) => (owner.shows & loose) === 0).map((owner) => owner.output)).size > MOST_OWNERS;
	const targets = /* @__PURE__ */ new Map();
	for (const { output, needles, told } of all) {
		let clear = 0;
		for (const needle of needles) if ((needle.shows & loose) !== 0 || !isVague(needle.hash)) clear |= needle.shows;
		targets.set(output, {
			output,
			vague: (told | toldByRuns(needles)) & ~clear,
			endsFor: endsFor(needles)
		});
	}
	for (const [hash, owners] of runs) if (isVague(hash)) runs.set(hash, owners.filter((owner) => (owner.shows & loose) !== 0));
	return {
		runs,
		lengths: [...new Set([...runs.values()].flatMap((owners) => owners.map((owner) => owner.length)))],
		targets
	};
}
/** What a page has to show, whether or not there are words in it to look for. */
function toldBy({ title, description }) {
	return (title === "" ? 0 : SHOWS.title) | (description === "" ? 0 : SHOWS.description);
}
function toldByRuns(needles) {
	return needles.filter(({ shows }) => (shows & 256) === 0).reduce((flags, { shows }) => flags | shows, 0) & ~128;
}
function endsFor(needles) {
	const end = needles.find(({ shows }) => (shows & 256) !== 0);
	return end === void 0 ? 0 : end.shows & SHOWS.lead | SHOWS.longLead;
}
function runsIn(html, runs, lengths) {
	const words = Uint32Array.from(wordsOf(visibleText(html)), hashWord);
	const found = /* @__PURE__ */ new Map();
	for (let start = 0; start < words.length; start++) for (const length of lengths) {
		if (start + length > words.length) continue;
		for (const owner of runs.get(hashRun(words, start, length)) ?? []) if (owner.length === length) found.set(owner.output, (found.get(owner.output) ?? 0) | owner.shows);
	}
	return found;
}
const HTML_LINK = /\s(?:href|src|poster|content|data-[a-z-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
const SOURCE_SET = /\ssrcset\s*=\s*"([^"]*)"/gi;
const CSS_LINK = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"]*))\s*\)|@import\s+(?:"([^"]*)"|'([^']*)')/gi;
/** Files of the output that a text refers to. */
function linksIn(path, text, resolve) {
	const pattern = path.endsWith(".css") ? CSS_LINK : HTML_LINK;
	const links = Array.from(text.matchAll(pattern), (match) => match.slice(1).find(Boolean) ?? "");
	if (!path.endsWith(".css")) for (const [, set = ""] of text.matchAll(SOURCE_SET)) links.push(...set.split(",").map((part) => part.trim().split(/\s+/)[0] ?? ""));
	return new Set(links.flatMap((link) => resolve(link, path) ?? []));
}

// src/mentions/read-links.ts
/** Larger than any page that a person reads. It counts as showing nothing; it has to be a page of its own to matter. */
const MAX_BYTES = 33554432;
/** Reads every page and style sheet of the output once. */
function readMentions({ folder, files, pages, bases }) {
	const builder = mentionBuilder(pages, linkResolver(bases, files));
	for (const path of files) {
		if (!/\.(?:html|css)$/.test(path)) continue;
		const stat = lstatSync(join(folder, path), { throwIfNoEntry: false });
		if (stat?.isFile() === true && stat.size <= MAX_BYTES) builder.add({
			path,
			text: readFileSync(join(folder, path), "utf8")
		});
	}
	return builder.build();
}

// src/changes/asset-outputs.ts
/** Words of CSS that every style sheet holds; only the others tell where a sheet went. */
const COMMON_WORD = /^(?:root|html|body|main|nav|header|footer|article|section|aside|div|span|ul|ol|li|img|button|input|table|hover|focus|active|before|after|color|background|font|display|flex|grid|block|none|auto|var|calc|media|import|url|important|px|rem|em)$/;
/**
* Site asset -> outputs that it went into: its own, as Bengal's asset list says, or the style sheets that hold its
* selectors. An asset that went nowhere that we can tell has no entry.
*/
function readAssetOutputs(options) {
	const folder = join(options.site, options.layout.outputDir);
	const listed = new Map(readAssetList(folder).filter(([, output]) => options.outputs.has(output)));
	const sheets = [...options.outputs].filter((path) => path.endsWith(".css"));
	let sheetWords;
	const found = /* @__PURE__ */ new Map();
	for (const path of options.sources) {
		const role = roleOf(path, options.layout);
		if (role.kind !== "asset") continue;
		const own = listed.get(role.name);
		if (own !== void 0) {
			found.set(path, [own]);
			continue;
		}
		if (!path.endsWith(".css")) continue;
		sheetWords ??= sheets.map((sheet) => [sheet, selectorWords(readFileSync(join(folder, sheet), "utf8"))]);
		const words = [...selectorWords(readFileSync(join(options.site, path), "utf8"))].filter((word) => !COMMON_WORD.test(word));
		if (words.length > 0) found.set(path, sheetWords.filter(([, held]) => words.some((word) => held.has(word))).map(([sheet]) => sheet));
	}
	return found;
}
/** Only those that Bengal's asset list names: of others, the old content would have to be known. */
function readListedAssets({ site, layout, sources, outputs }) {
	const listed = new Map(readAssetList(join(site, layout.outputDir)).filter(([, output]) => outputs.has(output)));
	return new Map([...sources].flatMap((path) => {
		const role = roleOf(path, layout);
		const output = role.kind === "asset" ? listed.get(role.name) : void 0;
		return output === void 0 ? [] : [[path, [output]]];
	}));
}
/** Names of classes, ids and custom properties. Minifiers keep them. */
function selectorWords(css) {
	return new Set(Array.from(css.matchAll(/(?:[.#]|--)([A-Za-z_][\w-]*)/g), ([, name = ""]) => name));
}
function readAssetList(folder) {
	try {
		const value = JSON.parse(readFileSync(join(folder, "asset-manifest.json"), "utf8"));
		return entriesOf(field(value, "assets")).flatMap(([name, asset]) => {
			const output = sitePath(asString(field(asset, "output_path")) ?? "");
			return output === void 0 ? [] : [[name, output]];
		});
	} catch {
		return [];
	}
}

// node_modules/yaml/dist/nodes/identity.js
var require_identity = /* @__PURE__ */ __commonJSMin(((exports) => {
	const ALIAS = Symbol.for("yaml.alias");
	const DOC = Symbol.for("yaml.document");
	const MAP = Symbol.for("yaml.map");
	const PAIR = Symbol.for("yaml.pair");
	const SCALAR = Symbol.for("yaml.scalar");
	const SEQ = Symbol.for("yaml.seq");
	const NODE_TYPE = Symbol.for("yaml.node.type");
	const isAlias = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === ALIAS;
	const isDocument = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === DOC;
	const isMap = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === MAP;
	const isPair = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === PAIR;
	const isScalar = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SCALAR;
	const isSeq = (node) => !!node && typeof node === "object" && node[NODE_TYPE] === SEQ;
	function isCollection(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case MAP:
			case SEQ: return true;
		}
		return false;
	}
	function isNode(node) {
		if (node && typeof node === "object") switch (node[NODE_TYPE]) {
			case ALIAS:
			case MAP:
			case SCALAR:
			case SEQ: return true;
		}
		return false;
	}
	const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;
	exports.ALIAS = ALIAS;
	exports.DOC = DOC;
	exports.MAP = MAP;
	exports.NODE_TYPE = NODE_TYPE;
	exports.PAIR = PAIR;
	exports.SCALAR = SCALAR;
	exports.SEQ = SEQ;
	exports.hasAnchor = hasAnchor;
	exports.isAlias = isAlias;
	exports.isCollection = isCollection;
	exports.isDocument = isDocument;
	exports.isMap = isMap;
	exports.isNode = isNode;
	exports.isPair = isPair;
	exports.isScalar = isScalar;
	exports.isSeq = isSeq;
}));

// node_modules/yaml/dist/visit.js
var require_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove node");
	/**
	* Apply a visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	function visit(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else visit_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visit.SKIP = SKIP;
	/** Remove the current node */
	visit.REMOVE = REMOVE;
	function visit_(key, node, visitor, path) {
		const ctrl = callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visit_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = visit_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = visit_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = visit_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	/**
	* Apply an async visitor to an AST node or document.
	*
	* Walks through the tree (depth-first) starting from `node`, calling a
	* `visitor` function with three arguments:
	*   - `key`: For sequence values and map `Pair`, the node's index in the
	*     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
	*     `null` for the root node.
	*   - `node`: The current node.
	*   - `path`: The ancestry of the current node.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `Promise`: Must resolve to one of the following values
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this node, continue with next
	*     sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current node, then continue with the next one
	*   - `Node`: Replace the current node, then continue by visiting it
	*   - `number`: While iterating the items of a sequence or map, set the index
	*     of the next step. This is useful especially if the index of the current
	*     node has changed.
	*
	* If `visitor` is a single function, it will be called with all values
	* encountered in the tree, including e.g. `null` values. Alternatively,
	* separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
	* `Alias` and `Scalar` node. To define the same visitor function for more than
	* one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
	* and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
	* specific defined one will be used for each node.
	*/
	async function visitAsync(node, visitor) {
		const visitor_ = initVisitor(visitor);
		if (identity.isDocument(node)) {
			if (await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE) node.contents = null;
		} else await visitAsync_(null, node, visitor_, Object.freeze([]));
	}
	/** Terminate visit traversal completely */
	visitAsync.BREAK = BREAK;
	/** Do not visit the children of the current node */
	visitAsync.SKIP = SKIP;
	/** Remove the current node */
	visitAsync.REMOVE = REMOVE;
	async function visitAsync_(key, node, visitor, path) {
		const ctrl = await callVisitor(key, node, visitor, path);
		if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
			replaceNode(key, path, ctrl);
			return visitAsync_(key, ctrl, visitor, path);
		}
		if (typeof ctrl !== "symbol") {
			if (identity.isCollection(node)) {
				path = Object.freeze(path.concat(node));
				for (let i = 0; i < node.items.length; ++i) {
					const ci = await visitAsync_(i, node.items[i], visitor, path);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						node.items.splice(i, 1);
						i -= 1;
					}
				}
			} else if (identity.isPair(node)) {
				path = Object.freeze(path.concat(node));
				const ck = await visitAsync_("key", node.key, visitor, path);
				if (ck === BREAK) return BREAK;
				else if (ck === REMOVE) node.key = null;
				const cv = await visitAsync_("value", node.value, visitor, path);
				if (cv === BREAK) return BREAK;
				else if (cv === REMOVE) node.value = null;
			}
		}
		return ctrl;
	}
	function initVisitor(visitor) {
		if (typeof visitor === "object" && (visitor.Collection || visitor.Node || visitor.Value)) return Object.assign({
			Alias: visitor.Node,
			Map: visitor.Node,
			Scalar: visitor.Node,
			Seq: visitor.Node
		}, visitor.Value && {
			Map: visitor.Value,
			Scalar: visitor.Value,
			Seq: visitor.Value
		}, visitor.Collection && {
			Map: visitor.Collection,
			Seq: visitor.Collection
		}, visitor);
		return visitor;
	}
	function callVisitor(key, node, visitor, path) {
		if (typeof visitor === "function") return visitor(key, node, path);
		if (identity.isMap(node)) return visitor.Map?.(key, node, path);
		if (identity.isSeq(node)) return visitor.Seq?.(key, node, path);
		if (identity.isPair(node)) return visitor.Pair?.(key, node, path);
		if (identity.isScalar(node)) return visitor.Scalar?.(key, node, path);
		if (identity.isAlias(node)) return visitor.Alias?.(key, node, path);
	}
	function replaceNode(key, path, node) {
		const parent = path[path.length - 1];
		if (identity.isCollection(parent)) parent.items[key] = node;
		else if (identity.isPair(parent)) {
			if (key === "key") parent.key = node;
			else parent.value = node;
		} else if (identity.isDocument(parent)) parent.contents = node;
		else {
			const pt = identity.isAlias(parent) ? "alias" : "scalar";
			throw new Error(`Cannot replace node with ${pt} parent`);
		}
	}
	exports.visit = visit;
	exports.visitAsync = visitAsync;
}));

// node_modules/yaml/dist/doc/directives.js
var require_directives = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	const escapeChars = {
		"!": "%21",
		",": "%2C",
		"[": "%5B",
		"]": "%5D",
		"{": "%7B",
		"}": "%7D"
	};
	const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]);
	var Directives = class Directives {
		constructor(yaml, tags) {
			/**
			* The directives-end/doc-start marker `---`. If `null`, a marker may still be
			* included in the document's stringified representation.
			*/
			this.docStart = null;
			/** The doc-end marker `...`.  */
			this.docEnd = false;
			this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
			this.tags = Object.assign({}, Directives.defaultTags, tags);
		}
		clone() {
			const copy = new Directives(this.yaml, this.tags);
			copy.docStart = this.docStart;
			return copy;
		}
		/**
		* During parsing, get a Directives instance for the current document and
		* update the stream state according to the current version's spec.
		*/
		atDocument() {
			const res = new Directives(this.yaml, this.tags);
			switch (this.yaml.version) {
				case "1.1":
					this.atNextDocument = true;
					break;
				case "1.2":
					this.atNextDocument = false;
					this.yaml = {
						explicit: Directives.defaultYaml.explicit,
						version: "1.2"
					};
					this.tags = Object.assign({}, Directives.defaultTags);
			}
			return res;
		}
		/**
		* @param onError - May be called even if the action was successful
		* @returns `true` on success
		*/
		add(line, onError) {
			if (this.atNextDocument) {
				this.yaml = {
					explicit: Directives.defaultYaml.explicit,
					version: "1.1"
				};
				this.tags = Object.assign({}, Directives.defaultTags);
				this.atNextDocument = false;
			}
			const parts = line.trim().split(/[ \t]+/);
			const name = parts.shift();
			switch (name) {
				case "%TAG": {
					if (parts.length !== 2) {
						onError(0, "%TAG directive should contain exactly two parts");
						if (parts.length < 2) return false;
					}
					const [handle, prefix] = parts;
					this.tags[handle] = prefix;
					return true;
				}
				case "%YAML": {
					this.yaml.explicit = true;
					if (parts.length !== 1) {
						onError(0, "%YAML directive should contain exactly one part");
						return false;
					}
					const [version] = parts;
					if (version === "1.1" || version === "1.2") {
						this.yaml.version = version;
						return true;
					} else {
						const isValid = /^\d+\.\d+$/.test(version);
						onError(6, `Unsupported YAML version ${version}`, isValid);
						return false;
					}
				}
				default:
					onError(0, `Unknown directive ${name}`, true);
					return false;
			}
		}
		/**
		* Resolves a tag, matching handles to those defined in %TAG directives.
		*
		* @returns Resolved tag, which may also be the non-specific tag `'!'` or a
		*   `'!local'` tag, or `null` if unresolvable.
		*/
		tagName(source, onError) {
			if (source === "!") return "!";
			if (source[0] !== "!") {
				onError(`Not a valid tag: ${source}`);
				return null;
			}
			if (source[1] === "<") {
				const verbatim = source.slice(2, -1);
				if (verbatim === "!" || verbatim === "!!") {
					onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
					return null;
				}
				if (source[source.length - 1] !== ">") onError("Verbatim tags must end with a >");
				return verbatim;
			}
			const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
			if (!suffix) onError(`The ${source} tag has no suffix`);
			const prefix = this.tags[handle];
			if (prefix) try {
				return prefix + decodeURIComponent(suffix);
			} catch (error) {
				onError(String(error));
				return null;
			}
			if (handle === "!") return source;
			onError(`Could not resolve tag: ${source}`);
			return null;
		}
		/**
		* Given a fully resolved tag, returns its printable string form,
		* taking into account current tag prefixes and defaults.
		*/
		tagString(tag) {
			for (const [handle, prefix] of Object.entries(this.tags)) if (tag.startsWith(prefix)) return handle + escapeTagName(tag.substring(prefix.length));
			return tag[0] === "!" ? tag : `!<${tag}>`;
		}
		toString(doc) {
			const lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [];
			const tagEntries = Object.entries(this.tags);
			let tagNames;
			if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
				const tags = {};
				visit.visit(doc.contents, (_key, node) => {
					if (identity.isNode(node) && node.tag) tags[node.tag] = true;
				});
				tagNames = Object.keys(tags);
			} else tagNames = [];
			for (const [handle, prefix] of tagEntries) {
				if (handle === "!!" && prefix === "tag:yaml.org,2002:") continue;
				if (!doc || tagNames.some((tn) => tn.startsWith(prefix))) lines.push(`%TAG ${handle} ${prefix}`);
			}
			return lines.join("\n");
		}
	};
	Directives.defaultYaml = {
		explicit: false,
		version: "1.2"
	};
	Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };
	exports.Directives = Directives;
}));

// node_modules/yaml/dist/doc/anchors.js
var require_anchors = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var visit = require_visit();
	/**
	* Verify that the input string is a valid anchor.
	*
	* Will throw on errors.
	*/
	function anchorIsValid(anchor) {
		if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
			const msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
			throw new Error(msg);
		}
		return true;
	}
	function anchorNames(root) {
		const anchors = /* @__PURE__ */ new Set();
		visit.visit(root, { Value(_key, node) {
			if (node.anchor) anchors.add(node.anchor);
		} });
		return anchors;
	}
	/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
	function findNewAnchor(prefix, exclude) {
		for (let i = 1;; ++i) {
			const name = `${prefix}${i}`;
			if (!exclude.has(name)) return name;
		}
	}
	function createNodeAnchors(doc, prefix) {
		const aliasObjects = [];
		const sourceObjects = /* @__PURE__ */ new Map();
		let prevAnchors = null;
		return {
			onAnchor: (source) => {
				aliasObjects.push(source);
				prevAnchors ?? (prevAnchors = anchorNames(doc));
				const anchor = findNewAnchor(prefix, prevAnchors);
				prevAnchors.add(anchor);
				return anchor;
			},
			/**
			* With circular references, the source node is only resolved after all
			* of its child nodes are. This is why anchors are set only after all of
			* the nodes have been created.
			*/
			setAnchors: () => {
				for (const source of aliasObjects) {
					const ref = sourceObjects.get(source);
					if (typeof ref === "object" && ref.anchor && (identity.isScalar(ref.node) || identity.isCollection(ref.node))) ref.node.anchor = ref.anchor;
					else {
						const error = /* @__PURE__ */ new Error("Failed to resolve repeated object (this should not happen)");
						error.source = source;
						throw error;
					}
				}
			},
			sourceObjects
		};
	}
	exports.anchorIsValid = anchorIsValid;
	exports.anchorNames = anchorNames;
	exports.createNodeAnchors = createNodeAnchors;
	exports.findNewAnchor = findNewAnchor;
}));

// node_modules/yaml/dist/doc/applyReviver.js
var require_applyReviver = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
	* in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
	* 2021 edition: https://tc39.es/ecma262/#sec-json.parse
	*
	* Includes extensions for handling Map and Set objects.
	*/
	function applyReviver(reviver, obj, key, val) {
		if (val && typeof val === "object") {
			if (Array.isArray(val)) for (let i = 0, len = val.length; i < len; ++i) {
				const v0 = val[i];
				const v1 = applyReviver(reviver, val, String(i), v0);
				if (v1 === void 0) delete val[i];
				else if (v1 !== v0) val[i] = v1;
			}
			else if (val instanceof Map) for (const k of Array.from(val.keys())) {
				const v0 = val.get(k);
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) val.delete(k);
				else if (v1 !== v0) val.set(k, v1);
			}
			else if (val instanceof Set) for (const v0 of Array.from(val)) {
				const v1 = applyReviver(reviver, val, v0, v0);
				if (v1 === void 0) val.delete(v0);
				else if (v1 !== v0) {
					val.delete(v0);
					val.add(v1);
				}
			}
			else for (const [k, v0] of Object.entries(val)) {
				const v1 = applyReviver(reviver, val, k, v0);
				if (v1 === void 0) delete val[k];
				else if (v1 !== v0) val[k] = v1;
			}
		}
		return reviver.call(obj, key, val);
	}
	exports.applyReviver = applyReviver;
}));

// node_modules/yaml/dist/nodes/toJS.js
var require_toJS = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	/**
	* Recursively convert any node or its contents to native JavaScript
	*
	* @param value - The input value
	* @param arg - If `value` defines a `toJSON()` method, use this
	*   as its first argument
	* @param ctx - Conversion context, originally set in Document#toJS(). If
	*   `{ keep: true }` is not set, output should be suitable for JSON
	*   stringification.
	*/
	function toJS(value, arg, ctx) {
		if (Array.isArray(value)) return value.map((v, i) => toJS(v, String(i), ctx));
		if (value && typeof value.toJSON === "function") {
			if (!ctx || !identity.hasAnchor(value)) return value.toJSON(arg, ctx);
			const data = {
				aliasCount: 0,
				count: 1,
				res: void 0
			};
			ctx.anchors.set(value, data);
			ctx.onCreate = (res) => {
				data.res = res;
				delete ctx.onCreate;
			};
			const res = value.toJSON(arg, ctx);
			if (ctx.onCreate) ctx.onCreate(res);
			return res;
		}
		if (typeof value === "bigint" && !ctx?.keep) return Number(value);
		return value;
	}
	exports.toJS = toJS;
}));

// node_modules/yaml/dist/nodes/Node.js
var require_Node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var applyReviver = require_applyReviver();
	var identity = require_identity();
	var toJS = require_toJS();
	var NodeBase = class {
		constructor(type) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: type });
		}
		/** Create a copy of this node.  */
		clone() {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** A plain JavaScript representation of this node. */
		toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			if (!identity.isDocument(doc)) throw new TypeError("A document argument is required");
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc,
				keep: true,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this, "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
	};
	exports.NodeBase = NodeBase;
}));

// node_modules/yaml/dist/nodes/Alias.js
var require_Alias = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var visit = require_visit();
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	var Alias = class extends Node.NodeBase {
		constructor(source) {
			super(identity.ALIAS);
			this.source = source;
			Object.defineProperty(this, "tag", { set() {
				throw new Error("Alias nodes cannot have tags");
			} });
		}
		/**
		* Resolve the value of this alias within `doc`, finding the last
		* instance of the `source` anchor before this node.
		*/
		resolve(doc, ctx) {
			if (ctx?.maxAliasCount === 0) throw new ReferenceError("Alias resolution is disabled");
			let nodes;
			if (ctx?.aliasResolveCache) nodes = ctx.aliasResolveCache;
			else {
				nodes = [];
				visit.visit(doc, { Node: (_key, node) => {
					if (identity.isAlias(node) || identity.hasAnchor(node)) nodes.push(node);
				} });
				if (ctx) ctx.aliasResolveCache = nodes;
			}
			let found = void 0;
			for (const node of nodes) {
				if (node === this) break;
				if (node.anchor === this.source) found = node;
			}
			if (found && ctx) {
				const { anchors, doc, maxAliasCount } = ctx;
				let data = anchors.get(found);
				if (!data) {
					toJS.toJS(found, null, ctx);
					data = anchors.get(found);
				}
				/* istanbul ignore if */
				if (data?.res === void 0) throw new ReferenceError("This should not happen: Alias anchor was not resolved?");
				if (maxAliasCount >= 0) {
					data.count += 1;
					if (data.aliasCount === 0) data.aliasCount = getAliasCount(doc, found, anchors);
					if (data.count * data.aliasCount > maxAliasCount) throw new ReferenceError("Excessive alias count indicates a resource exhaustion attack");
				}
			}
			return found;
		}
		toJSON(_arg, ctx) {
			if (!ctx) return { source: this.source };
			const source = this.resolve(ctx.doc, ctx);
			if (!source) {
				const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
				throw new ReferenceError(msg);
			}
			return ctx.anchors.get(source).res;
		}
		toString(ctx, _onComment, _onChompKeep) {
			const src = `*${this.source}`;
			if (ctx) {
				anchors.anchorIsValid(this.source);
				if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
					const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
					throw new Error(msg);
				}
				if (ctx.implicitKey) return `${src} `;
			}
			return src;
		}
	};
	function getAliasCount(doc, node, anchors) {
		if (identity.isAlias(node)) {
			const source = node.resolve(doc);
			const anchor = anchors && source && anchors.get(source);
			return anchor ? anchor.count * anchor.aliasCount : 0;
		} else if (identity.isCollection(node)) {
			let count = 0;
			for (const item of node.items) {
				const c = getAliasCount(doc, item, anchors);
				if (c > count) count = c;
			}
			return count;
		} else if (identity.isPair(node)) {
			const kc = getAliasCount(doc, node.key, anchors);
			const vc = getAliasCount(doc, node.value, anchors);
			return Math.max(kc, vc);
		}
		return 1;
	}
	exports.Alias = Alias;
}));

// node_modules/yaml/dist/nodes/Scalar.js
var require_Scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Node = require_Node();
	var toJS = require_toJS();
	const isScalarValue = (value) => !value || typeof value !== "function" && typeof value !== "object";
	var Scalar = class extends Node.NodeBase {
		constructor(value) {
			super(identity.SCALAR);
			this.value = value;
		}
		toJSON(arg, ctx) {
			return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
		}
		toString() {
			return String(this.value);
		}
	};
	Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
	Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
	Scalar.PLAIN = "PLAIN";
	Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
	Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";
	exports.Scalar = Scalar;
	exports.isScalarValue = isScalarValue;
}));

// node_modules/yaml/dist/doc/createNode.js
var require_createNode = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var Scalar = require_Scalar();
	const defaultTagPrefix = "tag:yaml.org,2002:";
	function findTagObject(value, tagName, tags) {
		if (tagName) {
			const match = tags.filter((t) => t.tag === tagName);
			const tagObj = match.find((t) => !t.format) ?? match[0];
			if (!tagObj) throw new Error(`Tag ${tagName} not found`);
			return tagObj;
		}
		return tags.find((t) => t.identify?.(value) && !t.format);
	}
	function createNode(value, tagName, ctx) {
		if (identity.isDocument(value)) value = value.contents;
		if (identity.isNode(value)) return value;
		if (identity.isPair(value)) {
			const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
			map.items.push(value);
			return map;
		}
		if (value instanceof String || value instanceof Number || value instanceof Boolean || typeof BigInt !== "undefined" && value instanceof BigInt) value = value.valueOf();
		const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
		let ref = void 0;
		if (aliasDuplicateObjects && value && typeof value === "object") {
			ref = sourceObjects.get(value);
			if (ref) {
				ref.anchor ?? (ref.anchor = onAnchor(value));
				return new Alias.Alias(ref.anchor);
			} else {
				ref = {
					anchor: null,
					node: null
				};
				sourceObjects.set(value, ref);
			}
		}
		if (tagName?.startsWith("!!")) tagName = defaultTagPrefix + tagName.slice(2);
		let tagObj = findTagObject(value, tagName, schema.tags);
		if (!tagObj) {
			if (value && typeof value.toJSON === "function") value = value.toJSON();
			if (!value || typeof value !== "object") {
				const node = new Scalar.Scalar(value);
				if (ref) ref.node = node;
				return node;
			}
			tagObj = value instanceof Map ? schema[identity.MAP] : Symbol.iterator in Object(value) ? schema[identity.SEQ] : schema[identity.MAP];
		}
		if (onTagObj) {
			onTagObj(tagObj);
			delete ctx.onTagObj;
		}
		const node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value, ctx) : typeof tagObj?.nodeClass?.from === "function" ? tagObj.nodeClass.from(ctx.schema, value, ctx) : new Scalar.Scalar(value);
		if (tagName) node.tag = tagName;
		else if (!tagObj.default) node.tag = tagObj.tag;
		if (ref) ref.node = node;
		return node;
	}
	exports.createNode = createNode;
}));

// node_modules/yaml/dist/nodes/Collection.js
var require_Collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var identity = require_identity();
	var Node = require_Node();
	function collectionFromPath(schema, path, value) {
		let v = value;
		for (let i = path.length - 1; i >= 0; --i) {
			const k = path[i];
			if (typeof k === "number" && Number.isInteger(k) && k >= 0) {
				const a = [];
				a[k] = v;
				v = a;
			} else v = /* @__PURE__ */ new Map([[k, v]]);
		}
		return createNode.createNode(v, void 0, {
			aliasDuplicateObjects: false,
			keepUndefined: false,
			onAnchor: () => {
				throw new Error("This should not happen, please report a bug.");
			},
			schema,
			sourceObjects: /* @__PURE__ */ new Map()
		});
	}
	const isEmptyPath = (path) => path == null || typeof path === "object" && !!path[Symbol.iterator]().next().done;
	var Collection = class extends Node.NodeBase {
		constructor(type, schema) {
			super(type);
			Object.defineProperty(this, "schema", {
				value: schema,
				configurable: true,
				enumerable: false,
				writable: true
			});
		}
		/**
		* Create a copy of this collection.
		*
		* @param schema - If defined, overwrites the original's schema
		*/
		clone(schema) {
			const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
			if (schema) copy.schema = schema;
			copy.items = copy.items.map((it) => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/**
		* Adds a value to the collection. For `!!map` and `!!omap` the value must
		* be a Pair instance or a `{ key, value }` object, which may not have a key
		* that already exists in the map.
		*/
		addIn(path, value) {
			if (isEmptyPath(path)) this.add(value);
			else {
				const [key, ...rest] = path;
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.addIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
		/**
		* Removes a value from the collection.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.delete(key);
			const node = this.get(key, true);
			if (identity.isCollection(node)) return node.deleteIn(rest);
			else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			const [key, ...rest] = path;
			const node = this.get(key, true);
			if (rest.length === 0) return !keepScalar && identity.isScalar(node) ? node.value : node;
			else return identity.isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
		}
		hasAllNullValues(allowScalar) {
			return this.items.every((node) => {
				if (!identity.isPair(node)) return false;
				const n = node.value;
				return n == null || allowScalar && identity.isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
			});
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*/
		hasIn(path) {
			const [key, ...rest] = path;
			if (rest.length === 0) return this.has(key);
			const node = this.get(key, true);
			return identity.isCollection(node) ? node.hasIn(rest) : false;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			const [key, ...rest] = path;
			if (rest.length === 0) this.set(key, value);
			else {
				const node = this.get(key, true);
				if (identity.isCollection(node)) node.setIn(rest, value);
				else if (node === void 0 && this.schema) this.set(key, collectionFromPath(this.schema, rest, value));
				else throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
			}
		}
	};
	exports.Collection = Collection;
	exports.collectionFromPath = collectionFromPath;
	exports.isEmptyPath = isEmptyPath;
}));

// node_modules/yaml/dist/stringify/stringifyComment.js
var require_stringifyComment = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringifies a comment.
	*
	* Empty comment lines are left empty,
	* lines consisting of a single space are replaced by `#`,
	* and all other lines are prefixed with a `#`.
	*/
	const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
	function indentComment(comment, indent) {
		if (/^\n+$/.test(comment)) return comment.substring(1);
		return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
	}
	const lineComment = (str, indent, comment) => str.endsWith("\n") ? indentComment(comment, indent) : comment.includes("\n") ? "\n" + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;
	exports.indentComment = indentComment;
	exports.lineComment = lineComment;
	exports.stringifyComment = stringifyComment;
}));

// node_modules/yaml/dist/stringify/foldFlowLines.js
var require_foldFlowLines = /* @__PURE__ */ __commonJSMin(((exports) => {
	const FOLD_FLOW = "flow";
	const FOLD_BLOCK = "block";
	const FOLD_QUOTED = "quoted";
	/**
	* Tries to keep input at up to `lineWidth` characters, splitting only on spaces
	* not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
	* terminated with `\n` and started with `indent`.
	*/
	function foldFlowLines(text, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
		if (!lineWidth || lineWidth < 0) return text;
		if (lineWidth < minContentWidth) minContentWidth = 0;
		const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
		if (text.length <= endStep) return text;
		const folds = [];
		const escapedFolds = {};
		let end = lineWidth - indent.length;
		if (typeof indentAtStart === "number") {
			if (indentAtStart > lineWidth - Math.max(2, minContentWidth)) folds.push(0);
			else end = lineWidth - indentAtStart;
		}
		let split = void 0;
		let prev = void 0;
		let overflow = false;
		let i = -1;
		let escStart = -1;
		let escEnd = -1;
		if (mode === FOLD_BLOCK) {
			i = consumeMoreIndentedLines(text, i, indent.length);
			if (i !== -1) end = i + endStep;
		}
		for (let ch; ch = text[i += 1];) {
			if (mode === FOLD_QUOTED && ch === "\\") {
				escStart = i;
				switch (text[i + 1]) {
					case "x":
						i += 3;
						break;
					case "u":
						i += 5;
						break;
					case "U":
						i += 9;
						break;
					default: i += 1;
				}
				escEnd = i;
			}
			if (ch === "\n") {
				if (mode === FOLD_BLOCK) i = consumeMoreIndentedLines(text, i, indent.length);
				end = i + indent.length + endStep;
				split = void 0;
			} else {
				if (ch === " " && prev && prev !== " " && prev !== "\n" && prev !== "	") {
					const next = text[i + 1];
					if (next && next !== " " && next !== "\n" && next !== "	") split = i;
				}
				if (i >= end) {
					if (split) {
						folds.push(split);
						end = split + endStep;
						split = void 0;
					} else if (mode === FOLD_QUOTED) {
						while (prev === " " || prev === "	") {
							prev = ch;
							ch = text[i += 1];
							overflow = true;
						}
						const j = i > escEnd + 1 ? i - 2 : escStart - 1;
						if (escapedFolds[j]) return text;
						folds.push(j);
						escapedFolds[j] = true;
						end = j + endStep;
						split = void 0;
					} else overflow = true;
				}
			}
			prev = ch;
		}
		if (overflow && onOverflow) onOverflow();
		if (folds.length === 0) return text;
		if (onFold) onFold();
		let res = text.slice(0, folds[0]);
		for (let i = 0; i < folds.length; ++i) {
			const fold = folds[i];
			const end = folds[i + 1] || text.length;
			if (fold === 0) res = `\n${indent}${text.slice(0, end)}`;
			else {
				if (mode === FOLD_QUOTED && escapedFolds[fold]) res += `${text[fold]}\\`;
				res += `\n${indent}${text.slice(fold + 1, end)}`;
			}
		}
		return res;
	}
	/**
	* Presumes `i + 1` is at the start of a line
	* @returns index of last newline in more-indented block
	*/
	function consumeMoreIndentedLines(text, i, indent) {
		let end = i;
		let start = i + 1;
		let ch = text[start];
		while (ch === " " || ch === "	") if (i < start + indent) ch = text[++i];
		else {
			do
				ch = text[++i];
			while (ch && ch !== "\n");
			end = i;
			start = i + 1;
			ch = text[start];
		}
		return end;
	}
	exports.FOLD_BLOCK = FOLD_BLOCK;
	exports.FOLD_FLOW = FOLD_FLOW;
	exports.FOLD_QUOTED = FOLD_QUOTED;
	exports.foldFlowLines = foldFlowLines;
}));

// node_modules/yaml/dist/stringify/stringifyString.js
var require_stringifyString = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var foldFlowLines = require_foldFlowLines();
	const getFoldOptions = (ctx, isBlock) => ({
		indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
		lineWidth: ctx.options.lineWidth,
		minContentWidth: ctx.options.minContentWidth
	});
	const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
	function lineLengthOverLimit(str, lineWidth, indentLength) {
		if (!lineWidth || lineWidth < 0) return false;
		const limit = lineWidth - indentLength;
		const strLen = str.length;
		if (strLen <= limit) return false;
		for (let i = 0, start = 0; i < strLen; ++i) if (str[i] === "\n") {
			if (i - start > limit) return true;
			start = i + 1;
			if (strLen - start <= limit) return false;
		}
		return true;
	}
	function doubleQuotedString(value, ctx) {
		const json = JSON.stringify(value);
		if (ctx.options.doubleQuotedAsJSON) return json;
		const { implicitKey } = ctx;
		const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		let str = "";
		let start = 0;
		for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
			if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n") {
				str += json.slice(start, i) + "\\ ";
				i += 1;
				start = i;
				ch = "\\";
			}
			if (ch === "\\") switch (json[i + 1]) {
				case "u":
					{
						str += json.slice(start, i);
						const code = json.substr(i + 2, 4);
						switch (code) {
							case "0000":
								str += "\\0";
								break;
							case "0007":
								str += "\\a";
								break;
							case "000b":
								str += "\\v";
								break;
							case "001b":
								str += "\\e";
								break;
							case "0085":
								str += "\\N";
								break;
							case "00a0":
								str += "\\_";
								break;
							case "2028":
								str += "\\L";
								break;
							case "2029":
								str += "\\P";
								break;
							default: if (code.substr(0, 2) === "00") str += "\\x" + code.substr(2);
							else str += json.substr(i, 6);
						}
						i += 5;
						start = i + 1;
					}
					break;
				case "n":
					if (implicitKey || json[i + 2] === "\"" || json.length < minMultiLineLength) i += 1;
					else {
						str += json.slice(start, i) + "\n\n";
						while (json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== "\"") {
							str += "\n";
							i += 2;
						}
						str += indent;
						if (json[i + 2] === " ") str += "\\";
						i += 1;
						start = i + 1;
					}
					break;
				default: i += 1;
			}
		}
		str = start ? str + json.slice(start) : json;
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
	}
	function singleQuotedString(value, ctx) {
		if (ctx.options.singleQuote === false || ctx.implicitKey && value.includes("\n") || /[ \t]\n|\n[ \t]/.test(value)) return doubleQuotedString(value, ctx);
		const indent = ctx.indent || (containsDocumentMarker(value) ? "  " : "");
		const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
		return ctx.implicitKey ? res : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function quotedString(value, ctx) {
		const { singleQuote } = ctx.options;
		let qs;
		if (singleQuote === false) qs = doubleQuotedString;
		else {
			const hasDouble = value.includes("\"");
			const hasSingle = value.includes("'");
			if (hasDouble && !hasSingle) qs = singleQuotedString;
			else if (hasSingle && !hasDouble) qs = doubleQuotedString;
			else qs = singleQuote ? singleQuotedString : doubleQuotedString;
		}
		return qs(value, ctx);
	}
	let blockEndNewlines;
	try {
		blockEndNewlines = new RegExp("(^|(?<!\n))\n+(?!\n|$)", "g");
	} catch {
		blockEndNewlines = /\n+(?!\n|$)/g;
	}
	function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
		const { blockQuote, commentString, lineWidth } = ctx.options;
		if (!blockQuote || /\n[\t ]+$/.test(value)) return quotedString(value, ctx);
		const indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value) ? "  " : "");
		const literal = blockQuote === "literal" ? true : blockQuote === "folded" || type === Scalar.Scalar.BLOCK_FOLDED ? false : type === Scalar.Scalar.BLOCK_LITERAL ? true : !lineLengthOverLimit(value, lineWidth, indent.length);
		if (!value) return literal ? "|\n" : ">\n";
		let chomp;
		let endStart;
		for (endStart = value.length; endStart > 0; --endStart) {
			const ch = value[endStart - 1];
			if (ch !== "\n" && ch !== "	" && ch !== " ") break;
		}
		let end = value.substring(endStart);
		const endNlPos = end.indexOf("\n");
		if (endNlPos === -1) chomp = "-";
		else if (value === end || endNlPos !== end.length - 1) {
			chomp = "+";
			if (onChompKeep) onChompKeep();
		} else chomp = "";
		if (end) {
			value = value.slice(0, -end.length);
			if (end[end.length - 1] === "\n") end = end.slice(0, -1);
			end = end.replace(blockEndNewlines, `$&${indent}`);
		}
		let startWithSpace = false;
		let startEnd;
		let startNlPos = -1;
		for (startEnd = 0; startEnd < value.length; ++startEnd) {
			const ch = value[startEnd];
			if (ch === " ") startWithSpace = true;
			else if (ch === "\n") startNlPos = startEnd;
			else break;
		}
		let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
		if (start) {
			value = value.substring(start.length);
			start = start.replace(/\n+/g, `$&${indent}`);
		}
		let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
		if (comment) {
			header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " "));
			if (onComment) onComment();
		}
		if (!literal) {
			const foldedValue = value.replace(/\n+/g, "\n$&").replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`);
			let literalFallback = false;
			const foldOptions = getFoldOptions(ctx, true);
			if (blockQuote !== "folded" && type !== Scalar.Scalar.BLOCK_FOLDED) foldOptions.onOverflow = () => {
				literalFallback = true;
			};
			const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
			if (!literalFallback) return `>${header}\n${indent}${body}`;
		}
		value = value.replace(/\n+/g, `$&${indent}`);
		return `|${header}\n${indent}${start}${value}${end}`;
	}
	function plainString(item, ctx, onComment, onChompKeep) {
		const { type, value } = item;
		const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
		if (implicitKey && value.includes("\n") || inFlow && /[[\]{},]/.test(value)) return quotedString(value, ctx);
		if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) return implicitKey || inFlow || !value.includes("\n") ? quotedString(value, ctx) : blockString(item, ctx, onComment, onChompKeep);
		if (!implicitKey && !inFlow && type !== Scalar.Scalar.PLAIN && value.includes("\n")) return blockString(item, ctx, onComment, onChompKeep);
		if (containsDocumentMarker(value)) {
			if (indent === "") {
				ctx.forceBlockIndent = true;
				return blockString(item, ctx, onComment, onChompKeep);
			} else if (implicitKey && indent === indentStep) return quotedString(value, ctx);
		}
		const str = value.replace(/\n+/g, `$&\n${indent}`);
		if (actualString) {
			const test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str);
			const { compat, tags } = ctx.doc.schema;
			if (tags.some(test) || compat?.some(test)) return quotedString(value, ctx);
		}
		return implicitKey ? str : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
	}
	function stringifyString(item, ctx, onComment, onChompKeep) {
		const { implicitKey, inFlow } = ctx;
		const ss = typeof item.value === "string" ? item : Object.assign({}, item, { value: String(item.value) });
		let { type } = item;
		if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
			if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value)) type = Scalar.Scalar.QUOTE_DOUBLE;
		}
		const _stringify = (_type) => {
			switch (_type) {
				case Scalar.Scalar.BLOCK_FOLDED:
				case Scalar.Scalar.BLOCK_LITERAL: return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
				case Scalar.Scalar.QUOTE_DOUBLE: return doubleQuotedString(ss.value, ctx);
				case Scalar.Scalar.QUOTE_SINGLE: return singleQuotedString(ss.value, ctx);
				case Scalar.Scalar.PLAIN: return plainString(ss, ctx, onComment, onChompKeep);
				default: return null;
			}
		};
		let res = _stringify(type);
		if (res === null) {
			const { defaultKeyType, defaultStringType } = ctx.options;
			const t = implicitKey && defaultKeyType || defaultStringType;
			res = _stringify(t);
			if (res === null) throw new Error(`Unsupported default string type ${t}`);
		}
		return res;
	}
	exports.stringifyString = stringifyString;
}));

// node_modules/yaml/dist/stringify/stringify.js
var require_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	var anchors = require_anchors();
	var identity = require_identity();
	var stringifyComment = require_stringifyComment();
	var stringifyString = require_stringifyString();
	function createStringifyContext(doc, options) {
		const opt = Object.assign({
			blockQuote: true,
			commentString: stringifyComment.stringifyComment,
			defaultKeyType: null,
			defaultStringType: "PLAIN",
			directives: null,
			doubleQuotedAsJSON: false,
			doubleQuotedMinMultiLineLength: 40,
			falseStr: "false",
			flowCollectionPadding: true,
			indentSeq: true,
			lineWidth: 80,
			minContentWidth: 20,
			nullStr: "null",
			simpleKeys: false,
			singleQuote: null,
			trailingComma: false,
			trueStr: "true",
			verifyAliasOrder: true
		}, doc.schema.toStringOptions, options);
		let inFlow;
		switch (opt.collectionStyle) {
			case "block":
				inFlow = false;
				break;
			case "flow":
				inFlow = true;
				break;
			default: inFlow = null;
		}
		return {
			anchors: /* @__PURE__ */ new Set(),
			doc,
			flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
			indent: "",
			indentStep: typeof opt.indent === "number" ? " ".repeat(opt.indent) : "  ",
			inFlow,
			options: opt
		};
	}
	function getTagObject(tags, item) {
		if (item.tag) {
			const match = tags.filter((t) => t.tag === item.tag);
			if (match.length > 0) return match.find((t) => t.format === item.format) ?? match[0];
		}
		let tagObj = void 0;
		let obj;
		if (identity.isScalar(item)) {
			obj = item.value;
			let match = tags.filter((t) => t.identify?.(obj));
			if (match.length > 1) {
				const testMatch = match.filter((t) => t.test);
				if (testMatch.length > 0) match = testMatch;
			}
			tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
		} else {
			obj = item;
			tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
		}
		if (!tagObj) {
			const name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
			throw new Error(`Tag not resolved for ${name} value`);
		}
		return tagObj;
	}
	function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
		if (!doc.directives) return "";
		const props = [];
		const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
		if (anchor && anchors.anchorIsValid(anchor)) {
			anchors$1.add(anchor);
			props.push(`&${anchor}`);
		}
		const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
		if (tag) props.push(doc.directives.tagString(tag));
		return props.join(" ");
	}
	function stringify(item, ctx, onComment, onChompKeep) {
		if (identity.isPair(item)) return item.toString(ctx, onComment, onChompKeep);
		if (identity.isAlias(item)) {
			if (ctx.doc.directives) return item.toString(ctx);
			if (ctx.resolvedAliases?.has(item)) throw new TypeError(`Cannot stringify circular structure without alias nodes`);
			else {
				if (ctx.resolvedAliases) ctx.resolvedAliases.add(item);
				else ctx.resolvedAliases = /* @__PURE__ */ new Set([item]);
				item = item.resolve(ctx.doc);
			}
		}
		let tagObj = void 0;
		const node = identity.isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
		tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
		const props = stringifyProps(node, tagObj, ctx);
		if (props.length > 0) ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
		const str = typeof tagObj.stringify === "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : identity.isScalar(node) ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
		if (!props) return str;
		return identity.isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}\n${ctx.indent}${str}`;
	}
	exports.createStringifyContext = createStringifyContext;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/stringify/stringifyPair.js
var require_stringifyPair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
		const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
		let keyComment = identity.isNode(key) && key.comment || null;
		if (simpleKeys) {
			if (keyComment) throw new Error("With simple keys, key nodes cannot have comments");
			if (identity.isCollection(key) || !identity.isNode(key) && typeof key === "object") throw new Error("With simple keys, collection cannot be used as a key value");
		}
		let explicitKey = !simpleKeys && (!key || keyComment && value == null && !ctx.inFlow || identity.isCollection(key) || (identity.isScalar(key) ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL : typeof key === "object"));
		ctx = Object.assign({}, ctx, {
			allNullValues: false,
			implicitKey: !explicitKey && (simpleKeys || !allNullValues),
			indent: indent + indentStep
		});
		let keyCommentDone = false;
		let chompKeep = false;
		let str = stringify.stringify(key, ctx, () => keyCommentDone = true, () => chompKeep = true);
		if (!explicitKey && !ctx.inFlow && str.length > 1024) {
			if (simpleKeys) throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
			explicitKey = true;
		}
		if (ctx.inFlow) {
			if (allNullValues || value == null) {
				if (keyCommentDone && onComment) onComment();
				return str === "" ? "?" : explicitKey ? `? ${str}` : str;
			}
		} else if (allNullValues && !simpleKeys || value == null && explicitKey) {
			str = `? ${str}`;
			if (keyComment && !keyCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			else if (chompKeep && onChompKeep) onChompKeep();
			return str;
		}
		if (keyCommentDone) keyComment = null;
		if (explicitKey) {
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
			str = `? ${str}\n${indent}:`;
		} else {
			str = `${str}:`;
			if (keyComment) str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
		}
		let vsb;
		let vcb;
		let valueComment;
		if (identity.isNode(value)) {
			vsb = !!value.spaceBefore;
			vcb = value.commentBefore;
			valueComment = value.comment;
		} else {
			vsb = false;
			vcb = null;
			valueComment = null;
			if (value && typeof value === "object") value = doc.createNode(value);
		}
		ctx.implicitKey = false;
		if (!explicitKey && !keyComment && identity.isScalar(value)) ctx.indentAtStart = str.length + 1;
		chompKeep = false;
		if (!indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && identity.isSeq(value) && !value.flow && !value.tag && !value.anchor) ctx.indent = ctx.indent.substring(2);
		let valueCommentDone = false;
		const valueStr = stringify.stringify(value, ctx, () => valueCommentDone = true, () => chompKeep = true);
		let ws = " ";
		if (keyComment || vsb || vcb) {
			ws = vsb ? "\n" : "";
			if (vcb) {
				const cs = commentString(vcb);
				ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
			}
			if (valueStr === "" && !ctx.inFlow) {
				if (ws === "\n" && valueComment) ws = "\n\n";
			} else ws += `\n${ctx.indent}`;
		} else if (!explicitKey && identity.isCollection(value)) {
			const vs0 = valueStr[0];
			const nl0 = valueStr.indexOf("\n");
			const hasNewline = nl0 !== -1;
			const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
			if (hasNewline || !flow) {
				let hasPropsLine = false;
				if (hasNewline && (vs0 === "&" || vs0 === "!")) {
					let sp0 = valueStr.indexOf(" ");
					if (vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!") sp0 = valueStr.indexOf(" ", sp0 + 1);
					if (sp0 === -1 || nl0 < sp0) hasPropsLine = true;
				}
				if (!hasPropsLine) ws = `\n${ctx.indent}`;
			}
		} else if (valueStr === "" || valueStr[0] === "\n") ws = "";
		str += ws + valueStr;
		if (ctx.inFlow) {
			if (valueCommentDone && onComment) onComment();
		} else if (valueComment && !valueCommentDone) str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
		else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	exports.stringifyPair = stringifyPair;
}));

// node_modules/yaml/dist/log.js
var require_log = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	function debug(logLevel, ...messages) {
		if (logLevel === "debug") console.log(...messages);
	}
	function warn(logLevel, warning) {
		if (logLevel === "debug" || logLevel === "warn") {
			if (typeof node_process.emitWarning === "function") node_process.emitWarning(warning);
			else console.warn(warning);
		}
	}
	exports.debug = debug;
	exports.warn = warn;
}));

// node_modules/yaml/dist/schema/yaml-1.1/merge.js
var require_merge = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	const MERGE_KEY = "<<";
	const merge = {
		identify: (value) => value === MERGE_KEY || typeof value === "symbol" && value.description === MERGE_KEY,
		default: "key",
		tag: "tag:yaml.org,2002:merge",
		test: /^<<$/,
		resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), { addToJSMap: addMergeToJSMap }),
		stringify: () => MERGE_KEY
	};
	const isMergeKey = (ctx, key) => (merge.identify(key) || identity.isScalar(key) && (!key.type || key.type === Scalar.Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
	function addMergeToJSMap(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (identity.isSeq(source)) for (const it of source.items) mergeValue(ctx, map, it);
		else if (Array.isArray(source)) for (const it of source) mergeValue(ctx, map, it);
		else mergeValue(ctx, map, source);
	}
	function mergeValue(ctx, map, value) {
		const source = resolveAliasValue(ctx, value);
		if (!identity.isMap(source)) throw new Error("Merge sources must be maps or map aliases");
		const srcMap = source.toJSON(null, ctx, Map);
		for (const [key, value] of srcMap) if (map instanceof Map) {
			if (!map.has(key)) map.set(key, value);
		} else if (map instanceof Set) map.add(key);
		else if (!Object.prototype.hasOwnProperty.call(map, key)) Object.defineProperty(map, key, {
			value,
			writable: true,
			enumerable: true,
			configurable: true
		});
		return map;
	}
	function resolveAliasValue(ctx, value) {
		return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
	}
	exports.addMergeToJSMap = addMergeToJSMap;
	exports.isMergeKey = isMergeKey;
	exports.merge = merge;
}));

// node_modules/yaml/dist/nodes/addPairToJSMap.js
var require_addPairToJSMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var log = require_log();
	var merge = require_merge();
	var stringify = require_stringify();
	var identity = require_identity();
	var toJS = require_toJS();
	function addPairToJSMap(ctx, map, { key, value }) {
		if (identity.isNode(key) && key.addToJSMap) key.addToJSMap(ctx, map, value);
		else if (merge.isMergeKey(ctx, key)) merge.addMergeToJSMap(ctx, map, value);
		else {
			const jsKey = toJS.toJS(key, "", ctx);
			if (map instanceof Map) map.set(jsKey, toJS.toJS(value, jsKey, ctx));
			else if (map instanceof Set) map.add(jsKey);
			else {
				const stringKey = stringifyKey(key, jsKey, ctx);
				const jsValue = toJS.toJS(value, stringKey, ctx);
				if (stringKey in map) Object.defineProperty(map, stringKey, {
					value: jsValue,
					writable: true,
					enumerable: true,
					configurable: true
				});
				else map[stringKey] = jsValue;
			}
		}
		return map;
	}
	function stringifyKey(key, jsKey, ctx) {
		if (jsKey === null) return "";
		if (typeof jsKey !== "object") return String(jsKey);
		if (identity.isNode(key) && ctx?.doc) {
			const strCtx = stringify.createStringifyContext(ctx.doc, {});
			strCtx.anchors = /* @__PURE__ */ new Set();
			for (const node of ctx.anchors.keys()) strCtx.anchors.add(node.anchor);
			strCtx.inFlow = true;
			strCtx.inStringifyKey = true;
			const strKey = key.toString(strCtx);
			if (!ctx.mapKeyWarned) {
				let jsonStr = JSON.stringify(strKey);
				if (jsonStr.length > 40) jsonStr = jsonStr.substring(0, 36) + "...\"";
				log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
				ctx.mapKeyWarned = true;
			}
			return strKey;
		}
		return JSON.stringify(jsKey);
	}
	exports.addPairToJSMap = addPairToJSMap;
}));

// node_modules/yaml/dist/nodes/Pair.js
var require_Pair = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyPair = require_stringifyPair();
	var addPairToJSMap = require_addPairToJSMap();
	var identity = require_identity();
	function createPair(key, value, ctx) {
		const k = createNode.createNode(key, void 0, ctx);
		const v = createNode.createNode(value, void 0, ctx);
		return new Pair(k, v);
	}
	var Pair = class Pair {
		constructor(key, value = null) {
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
			this.key = key;
			this.value = value;
		}
		clone(schema) {
			let { key, value } = this;
			if (identity.isNode(key)) key = key.clone(schema);
			if (identity.isNode(value)) value = value.clone(schema);
			return new Pair(key, value);
		}
		toJSON(_, ctx) {
			const pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			return addPairToJSMap.addPairToJSMap(ctx, pair, this);
		}
		toString(ctx, onComment, onChompKeep) {
			return ctx?.doc ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
		}
	};
	exports.Pair = Pair;
	exports.createPair = createPair;
}));

// node_modules/yaml/dist/stringify/stringifyCollection.js
var require_stringifyCollection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyCollection(collection, ctx, options) {
		return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
	}
	function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
		const { indent, options: { commentString } } = ctx;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			type: null
		});
		let chompKeep = false;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (!chompKeep && item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (!chompKeep && ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
				}
			}
			chompKeep = false;
			let str = stringify.stringify(item, itemCtx, () => comment = null, () => chompKeep = true);
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			if (chompKeep && comment) chompKeep = false;
			lines.push(blockItemPrefix + str);
		}
		let str;
		if (lines.length === 0) str = flowChars.start + flowChars.end;
		else {
			str = lines[0];
			for (let i = 1; i < lines.length; ++i) {
				const line = lines[i];
				str += line ? `\n${indent}${line}` : "\n";
			}
		}
		if (comment) {
			str += "\n" + stringifyComment.indentComment(commentString(comment), indent);
			if (onComment) onComment();
		} else if (chompKeep && onChompKeep) onChompKeep();
		return str;
	}
	function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
		const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
		itemIndent += indentStep;
		const itemCtx = Object.assign({}, ctx, {
			indent: itemIndent,
			inFlow: true,
			type: null
		});
		let reqNewline = false;
		let linesAtValue = 0;
		const lines = [];
		for (let i = 0; i < items.length; ++i) {
			const item = items[i];
			let comment = null;
			if (identity.isNode(item)) {
				if (item.spaceBefore) lines.push("");
				addCommentBefore(ctx, lines, item.commentBefore, false);
				if (item.comment) comment = item.comment;
			} else if (identity.isPair(item)) {
				const ik = identity.isNode(item.key) ? item.key : null;
				if (ik) {
					if (ik.spaceBefore) lines.push("");
					addCommentBefore(ctx, lines, ik.commentBefore, false);
					if (ik.comment) reqNewline = true;
				}
				const iv = identity.isNode(item.value) ? item.value : null;
				if (iv) {
					if (iv.comment) comment = iv.comment;
					if (iv.commentBefore) reqNewline = true;
				} else if (item.value == null && ik?.comment) comment = ik.comment;
			}
			if (comment) reqNewline = true;
			let str = stringify.stringify(item, itemCtx, () => comment = null);
			reqNewline || (reqNewline = lines.length > linesAtValue || str.includes("\n"));
			if (i < items.length - 1) str += ",";
			else if (ctx.options.trailingComma) {
				if (ctx.options.lineWidth > 0) reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth);
				if (reqNewline) str += ",";
			}
			if (comment) str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
			lines.push(str);
			linesAtValue = lines.length;
		}
		const { start, end } = flowChars;
		if (lines.length === 0) return start + end;
		else {
			if (!reqNewline) {
				const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
				reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
			}
			if (reqNewline) {
				let str = start;
				for (const line of lines) str += line ? `\n${indentStep}${indent}${line}` : "\n";
				return `${str}\n${indent}${end}`;
			} else return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
		}
	}
	function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
		if (comment && chompKeep) comment = comment.replace(/^\n+/, "");
		if (comment) {
			const ic = stringifyComment.indentComment(commentString(comment), indent);
			lines.push(ic.trimStart());
		}
	}
	exports.stringifyCollection = stringifyCollection;
}));

// node_modules/yaml/dist/nodes/YAMLMap.js
var require_YAMLMap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyCollection = require_stringifyCollection();
	var addPairToJSMap = require_addPairToJSMap();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	function findPair(items, key) {
		const k = identity.isScalar(key) ? key.value : key;
		for (const it of items) if (identity.isPair(it)) {
			if (it.key === key || it.key === k) return it;
			if (identity.isScalar(it.key) && it.key.value === k) return it;
		}
	}
	var YAMLMap = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:map";
		}
		constructor(schema) {
			super(identity.MAP, schema);
			this.items = [];
		}
		/**
		* A generic collection parsing method that can be extended
		* to other node classes that inherit from YAMLMap
		*/
		static from(schema, obj, ctx) {
			const { keepUndefined, replacer } = ctx;
			const map = new this(schema);
			const add = (key, value) => {
				if (typeof replacer === "function") value = replacer.call(obj, key, value);
				else if (Array.isArray(replacer) && !replacer.includes(key)) return;
				if (value !== void 0 || keepUndefined) map.items.push(Pair.createPair(key, value, ctx));
			};
			if (obj instanceof Map) for (const [key, value] of obj) add(key, value);
			else if (obj && typeof obj === "object") for (const key of Object.keys(obj)) add(key, obj[key]);
			if (typeof schema.sortMapEntries === "function") map.items.sort(schema.sortMapEntries);
			return map;
		}
		/**
		* Adds a value to the collection.
		*
		* @param overwrite - If not set `true`, using a key that is already in the
		*   collection will throw. Otherwise, overwrites the previous value.
		*/
		add(pair, overwrite) {
			let _pair;
			if (identity.isPair(pair)) _pair = pair;
			else if (!pair || typeof pair !== "object" || !("key" in pair)) _pair = new Pair.Pair(pair, pair?.value);
			else _pair = new Pair.Pair(pair.key, pair.value);
			const prev = findPair(this.items, _pair.key);
			const sortEntries = this.schema?.sortMapEntries;
			if (prev) {
				if (!overwrite) throw new Error(`Key ${_pair.key} already set`);
				if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value)) prev.value.value = _pair.value;
				else prev.value = _pair.value;
			} else if (sortEntries) {
				const i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
				if (i === -1) this.items.push(_pair);
				else this.items.splice(i, 0, _pair);
			} else this.items.push(_pair);
		}
		delete(key) {
			const it = findPair(this.items, key);
			if (!it) return false;
			return this.items.splice(this.items.indexOf(it), 1).length > 0;
		}
		get(key, keepScalar) {
			const node = findPair(this.items, key)?.value;
			return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? void 0;
		}
		has(key) {
			return !!findPair(this.items, key);
		}
		set(key, value) {
			this.add(new Pair.Pair(key, value), true);
		}
		/**
		* @param ctx - Conversion context, originally set in Document#toJS()
		* @param {Class} Type - If set, forces the returned collection type
		* @returns Instance of Type, Map, or Object
		*/
		toJSON(_, ctx, Type) {
			const map = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const item of this.items) addPairToJSMap.addPairToJSMap(ctx, map, item);
			return map;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			for (const item of this.items) if (!identity.isPair(item)) throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
			if (!ctx.allNullValues && this.hasAllNullValues(false)) ctx = Object.assign({}, ctx, { allNullValues: true });
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "",
				flowChars: {
					start: "{",
					end: "}"
				},
				itemIndent: ctx.indent || "",
				onChompKeep,
				onComment
			});
		}
	};
	exports.YAMLMap = YAMLMap;
	exports.findPair = findPair;
}));

// node_modules/yaml/dist/schema/common/map.js
var require_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLMap = require_YAMLMap();
	const map = {
		collection: "map",
		default: true,
		nodeClass: YAMLMap.YAMLMap,
		tag: "tag:yaml.org,2002:map",
		resolve(map, onError) {
			if (!identity.isMap(map)) onError("Expected a mapping for this tag");
			return map;
		},
		createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
	};
	exports.map = map;
}));

// node_modules/yaml/dist/nodes/YAMLSeq.js
var require_YAMLSeq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var createNode = require_createNode();
	var stringifyCollection = require_stringifyCollection();
	var Collection = require_Collection();
	var identity = require_identity();
	var Scalar = require_Scalar();
	var toJS = require_toJS();
	var YAMLSeq = class extends Collection.Collection {
		static get tagName() {
			return "tag:yaml.org,2002:seq";
		}
		constructor(schema) {
			super(identity.SEQ, schema);
			this.items = [];
		}
		add(value) {
			this.items.push(value);
		}
		/**
		* Removes a value from the collection.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return false;
			return this.items.splice(idx, 1).length > 0;
		}
		get(key, keepScalar) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") return void 0;
			const it = this.items[idx];
			return !keepScalar && identity.isScalar(it) ? it.value : it;
		}
		/**
		* Checks if the collection includes a value with the key `key`.
		*
		* `key` must contain a representation of an integer for this to succeed.
		* It may be wrapped in a `Scalar`.
		*/
		has(key) {
			const idx = asItemIndex(key);
			return typeof idx === "number" && idx < this.items.length;
		}
		/**
		* Sets a value in this collection. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*
		* If `key` does not contain a representation of an integer, this will throw.
		* It may be wrapped in a `Scalar`.
		*/
		set(key, value) {
			const idx = asItemIndex(key);
			if (typeof idx !== "number") throw new Error(`Expected a valid index, not ${key}.`);
			const prev = this.items[idx];
			if (identity.isScalar(prev) && Scalar.isScalarValue(value)) prev.value = value;
			else this.items[idx] = value;
		}
		toJSON(_, ctx) {
			const seq = [];
			if (ctx?.onCreate) ctx.onCreate(seq);
			let i = 0;
			for (const item of this.items) seq.push(toJS.toJS(item, String(i++), ctx));
			return seq;
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			return stringifyCollection.stringifyCollection(this, ctx, {
				blockItemPrefix: "- ",
				flowChars: {
					start: "[",
					end: "]"
				},
				itemIndent: (ctx.indent || "") + "  ",
				onChompKeep,
				onComment
			});
		}
		static from(schema, obj, ctx) {
			const { replacer } = ctx;
			const seq = new this(schema);
			if (obj && Symbol.iterator in Object(obj)) {
				let i = 0;
				for (let it of obj) {
					if (typeof replacer === "function") {
						const key = obj instanceof Set ? it : String(i++);
						it = replacer.call(obj, key, it);
					}
					seq.items.push(createNode.createNode(it, void 0, ctx));
				}
			}
			return seq;
		}
	};
	function asItemIndex(key) {
		let idx = identity.isScalar(key) ? key.value : key;
		if (idx && typeof idx === "string") idx = Number(idx);
		return typeof idx === "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
	}
	exports.YAMLSeq = YAMLSeq;
}));

// node_modules/yaml/dist/schema/common/seq.js
var require_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var YAMLSeq = require_YAMLSeq();
	const seq = {
		collection: "seq",
		default: true,
		nodeClass: YAMLSeq.YAMLSeq,
		tag: "tag:yaml.org,2002:seq",
		resolve(seq, onError) {
			if (!identity.isSeq(seq)) onError("Expected a sequence for this tag");
			return seq;
		},
		createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
	};
	exports.seq = seq;
}));

// node_modules/yaml/dist/schema/common/string.js
var require_string = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyString = require_stringifyString();
	const string = {
		identify: (value) => typeof value === "string",
		default: true,
		tag: "tag:yaml.org,2002:str",
		resolve: (str) => str,
		stringify(item, ctx, onComment, onChompKeep) {
			ctx = Object.assign({ actualString: true }, ctx);
			return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
		}
	};
	exports.string = string;
}));

// node_modules/yaml/dist/schema/common/null.js
var require_null = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const nullTag = {
		identify: (value) => value == null,
		createNode: () => new Scalar.Scalar(null),
		default: true,
		tag: "tag:yaml.org,2002:null",
		test: /^(?:~|[Nn]ull|NULL)?$/,
		resolve: () => new Scalar.Scalar(null),
		stringify: ({ source }, ctx) => typeof source === "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
	};
	exports.nullTag = nullTag;
}));

// node_modules/yaml/dist/schema/core/bool.js
var require_bool$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	const boolTag = {
		identify: (value) => typeof value === "boolean",
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
		resolve: (str) => new Scalar.Scalar(str[0] === "t" || str[0] === "T"),
		stringify({ source, value }, ctx) {
			if (source && boolTag.test.test(source)) {
				if (value === (source[0] === "t" || source[0] === "T")) return source;
			}
			return value ? ctx.options.trueStr : ctx.options.falseStr;
		}
	};
	exports.boolTag = boolTag;
}));

// node_modules/yaml/dist/stringify/stringifyNumber.js
var require_stringifyNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	function stringifyNumber({ format, minFractionDigits, tag, value }) {
		if (typeof value === "bigint") return String(value);
		const num = typeof value === "number" ? value : Number(value);
		if (!isFinite(num)) return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
		let n = Object.is(value, -0) ? "-0" : JSON.stringify(value);
		if (!format && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
			let i = n.indexOf(".");
			if (i < 0) {
				i = n.length;
				n += ".";
			}
			let d = minFractionDigits - (n.length - i - 1);
			while (d-- > 0) n += "0";
		}
		return n;
	}
	exports.stringifyNumber = stringifyNumber;
}));

// node_modules/yaml/dist/schema/core/float.js
var require_float$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str));
			const dot = str.indexOf(".");
			if (dot !== -1 && str[str.length - 1] === "0") node.minFractionDigits = str.length - dot - 1;
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/core/int.js
var require_int$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	const intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value) && value >= 0) return prefix + value.toString(radix);
		return stringifyNumber.stringifyNumber(node);
	}
	const intOct = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^0o[0-7]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
		stringify: (node) => intStringify(node, 8, "0o")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: (value) => intIdentify(value) && value >= 0,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^0x[0-9a-fA-F]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/core/schema.js
var require_schema$2 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.boolTag,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/json/schema.js
var require_schema$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var map = require_map();
	var seq = require_seq();
	function intIdentify(value) {
		return typeof value === "bigint" || Number.isInteger(value);
	}
	const stringifyJSON = ({ value }) => JSON.stringify(value);
	const jsonScalars = [
		{
			identify: (value) => typeof value === "string",
			default: true,
			tag: "tag:yaml.org,2002:str",
			resolve: (str) => str,
			stringify: stringifyJSON
		},
		{
			identify: (value) => value == null,
			createNode: () => new Scalar.Scalar(null),
			default: true,
			tag: "tag:yaml.org,2002:null",
			test: /^null$/,
			resolve: () => null,
			stringify: stringifyJSON
		},
		{
			identify: (value) => typeof value === "boolean",
			default: true,
			tag: "tag:yaml.org,2002:bool",
			test: /^true$|^false$/,
			resolve: (str) => str === "true",
			stringify: stringifyJSON
		},
		{
			identify: intIdentify,
			default: true,
			tag: "tag:yaml.org,2002:int",
			test: /^-?(?:0|[1-9][0-9]*)$/,
			resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
			stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
		},
		{
			identify: (value) => typeof value === "number",
			default: true,
			tag: "tag:yaml.org,2002:float",
			test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
			resolve: (str) => parseFloat(str),
			stringify: stringifyJSON
		}
	];
	const schema = [map.map, seq.seq].concat(jsonScalars, {
		default: true,
		tag: "",
		test: /^/,
		resolve(str, onError) {
			onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
			return str;
		}
	});
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/yaml-1.1/binary.js
var require_binary = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_buffer = __require("buffer");
	var Scalar = require_Scalar();
	var stringifyString = require_stringifyString();
	const binary = {
		identify: (value) => value instanceof Uint8Array,
		default: false,
		tag: "tag:yaml.org,2002:binary",
		/**
		* Returns a Buffer in node and an Uint8Array in browsers
		*
		* To use the resulting buffer as an image, you'll want to do something like:
		*
		*   const blob = new Blob([buffer], { type: 'image/jpeg' })
		*   document.querySelector('#photo').src = URL.createObjectURL(blob)
		*/
		resolve(src, onError) {
			if (typeof node_buffer.Buffer === "function") return node_buffer.Buffer.from(src, "base64");
			else if (typeof atob === "function") {
				const str = atob(src.replace(/[\n\r]/g, ""));
				const buffer = new Uint8Array(str.length);
				for (let i = 0; i < str.length; ++i) buffer[i] = str.charCodeAt(i);
				return buffer;
			} else {
				onError("This environment does not support reading binary tags; either Buffer or atob is required");
				return src;
			}
		},
		stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
			if (!value) return "";
			const buf = value;
			let str;
			if (typeof node_buffer.Buffer === "function") str = buf instanceof node_buffer.Buffer ? buf.toString("base64") : node_buffer.Buffer.from(buf.buffer).toString("base64");
			else if (typeof btoa === "function") {
				let s = "";
				for (let i = 0; i < buf.length; ++i) s += String.fromCharCode(buf[i]);
				str = btoa(s);
			} else throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
			type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
			if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
				const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
				const n = Math.ceil(str.length / lineWidth);
				const lines = new Array(n);
				for (let i = 0, o = 0; i < n; ++i, o += lineWidth) lines[i] = str.substr(o, lineWidth);
				str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? "\n" : " ");
			}
			return stringifyString.stringifyString({
				comment,
				type,
				value: str
			}, ctx, onComment, onChompKeep);
		}
	};
	exports.binary = binary;
}));

// node_modules/yaml/dist/schema/yaml-1.1/pairs.js
var require_pairs = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLSeq = require_YAMLSeq();
	function resolvePairs(seq, onError) {
		if (identity.isSeq(seq)) for (let i = 0; i < seq.items.length; ++i) {
			let item = seq.items[i];
			if (identity.isPair(item)) continue;
			else if (identity.isMap(item)) {
				if (item.items.length > 1) onError("Each pair must have its own sequence indicator");
				const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
				if (item.commentBefore) pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}\n${pair.key.commentBefore}` : item.commentBefore;
				if (item.comment) {
					const cn = pair.value ?? pair.key;
					cn.comment = cn.comment ? `${item.comment}\n${cn.comment}` : item.comment;
				}
				item = pair;
			}
			seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
		}
		else onError("Expected a sequence for this tag");
		return seq;
	}
	function createPairs(schema, iterable, ctx) {
		const { replacer } = ctx;
		const pairs = new YAMLSeq.YAMLSeq(schema);
		pairs.tag = "tag:yaml.org,2002:pairs";
		let i = 0;
		if (iterable && Symbol.iterator in Object(iterable)) for (let it of iterable) {
			if (typeof replacer === "function") it = replacer.call(iterable, String(i++), it);
			let key;
			let value;
			if (Array.isArray(it)) {
				if (it.length === 2) {
					key = it[0];
					value = it[1];
				} else throw new TypeError(`Expected [key, value] tuple: ${it}`);
			} else if (it && it instanceof Object) {
				const keys = Object.keys(it);
				if (keys.length === 1) {
					key = keys[0];
					value = it[key];
				} else throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
			} else key = it;
			pairs.items.push(Pair.createPair(key, value, ctx));
		}
		return pairs;
	}
	const pairs = {
		collection: "seq",
		default: false,
		tag: "tag:yaml.org,2002:pairs",
		resolve: resolvePairs,
		createNode: createPairs
	};
	exports.createPairs = createPairs;
	exports.pairs = pairs;
	exports.resolvePairs = resolvePairs;
}));

// node_modules/yaml/dist/schema/yaml-1.1/omap.js
var require_omap = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var toJS = require_toJS();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var pairs = require_pairs();
	var YAMLOMap = class YAMLOMap extends YAMLSeq.YAMLSeq {
		constructor() {
			super();
			this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
			this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
			this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
			this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
			this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
			this.tag = YAMLOMap.tag;
		}
		/**
		* If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
		* but TypeScript won't allow widening the signature of a child method.
		*/
		toJSON(_, ctx) {
			if (!ctx) return super.toJSON(_);
			const map = /* @__PURE__ */ new Map();
			if (ctx?.onCreate) ctx.onCreate(map);
			for (const pair of this.items) {
				let key;
				let value;
				if (identity.isPair(pair)) {
					key = toJS.toJS(pair.key, "", ctx);
					value = toJS.toJS(pair.value, key, ctx);
				} else key = toJS.toJS(pair, "", ctx);
				if (map.has(key)) throw new Error("Ordered maps must not include duplicate keys");
				map.set(key, value);
			}
			return map;
		}
		static from(schema, iterable, ctx) {
			const pairs$1 = pairs.createPairs(schema, iterable, ctx);
			const omap = new this();
			omap.items = pairs$1.items;
			return omap;
		}
	};
	YAMLOMap.tag = "tag:yaml.org,2002:omap";
	const omap = {
		collection: "seq",
		identify: (value) => value instanceof Map,
		nodeClass: YAMLOMap,
		default: false,
		tag: "tag:yaml.org,2002:omap",
		resolve(seq, onError) {
			const pairs$1 = pairs.resolvePairs(seq, onError);
			const seenKeys = [];
			for (const { key } of pairs$1.items) if (identity.isScalar(key)) {
				if (seenKeys.includes(key.value)) onError(`Ordered maps must not include duplicate keys: ${key.value}`);
				else seenKeys.push(key.value);
			}
			return Object.assign(new YAMLOMap(), pairs$1);
		},
		createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
	};
	exports.YAMLOMap = YAMLOMap;
	exports.omap = omap;
}));

// node_modules/yaml/dist/schema/yaml-1.1/bool.js
var require_bool = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function boolStringify({ value, source }, ctx) {
		if (source && (value ? trueTag : falseTag).test.test(source)) return source;
		return value ? ctx.options.trueStr : ctx.options.falseStr;
	}
	const trueTag = {
		identify: (value) => value === true,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
		resolve: () => new Scalar.Scalar(true),
		stringify: boolStringify
	};
	const falseTag = {
		identify: (value) => value === false,
		default: true,
		tag: "tag:yaml.org,2002:bool",
		test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
		resolve: () => new Scalar.Scalar(false),
		stringify: boolStringify
	};
	exports.falseTag = falseTag;
	exports.trueTag = trueTag;
}));

// node_modules/yaml/dist/schema/yaml-1.1/float.js
var require_float = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var stringifyNumber = require_stringifyNumber();
	const floatNaN = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
		resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
		stringify: stringifyNumber.stringifyNumber
	};
	const floatExp = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "EXP",
		test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
		resolve: (str) => parseFloat(str.replace(/_/g, "")),
		stringify(node) {
			const num = Number(node.value);
			return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
		}
	};
	const float = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
		resolve(str) {
			const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, "")));
			const dot = str.indexOf(".");
			if (dot !== -1) {
				const f = str.substring(dot + 1).replace(/_/g, "");
				if (f[f.length - 1] === "0") node.minFractionDigits = f.length;
			}
			return node;
		},
		stringify: stringifyNumber.stringifyNumber
	};
	exports.float = float;
	exports.floatExp = floatExp;
	exports.floatNaN = floatNaN;
}));

// node_modules/yaml/dist/schema/yaml-1.1/int.js
var require_int = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	const intIdentify = (value) => typeof value === "bigint" || Number.isInteger(value);
	function intResolve(str, offset, radix, { intAsBigInt }) {
		const sign = str[0];
		if (sign === "-" || sign === "+") offset += 1;
		str = str.substring(offset).replace(/_/g, "");
		if (intAsBigInt) {
			switch (radix) {
				case 2:
					str = `0b${str}`;
					break;
				case 8:
					str = `0o${str}`;
					break;
				case 16: str = `0x${str}`;
			}
			const n = BigInt(str);
			return sign === "-" ? BigInt(-1) * n : n;
		}
		const n = parseInt(str, radix);
		return sign === "-" ? -1 * n : n;
	}
	function intStringify(node, radix, prefix) {
		const { value } = node;
		if (intIdentify(value)) {
			const str = value.toString(radix);
			return value < 0 ? "-" + prefix + str.substr(1) : prefix + str;
		}
		return stringifyNumber.stringifyNumber(node);
	}
	const intBin = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "BIN",
		test: /^[-+]?0b[0-1_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
		stringify: (node) => intStringify(node, 2, "0b")
	};
	const intOct = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "OCT",
		test: /^[-+]?0[0-7_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
		stringify: (node) => intStringify(node, 8, "0")
	};
	const int = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		test: /^[-+]?[0-9][0-9_]*$/,
		resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
		stringify: stringifyNumber.stringifyNumber
	};
	const intHex = {
		identify: intIdentify,
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "HEX",
		test: /^[-+]?0x[0-9a-fA-F_]+$/,
		resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
		stringify: (node) => intStringify(node, 16, "0x")
	};
	exports.int = int;
	exports.intBin = intBin;
	exports.intHex = intHex;
	exports.intOct = intOct;
}));

// node_modules/yaml/dist/schema/yaml-1.1/set.js
var require_set = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSet = class YAMLSet extends YAMLMap.YAMLMap {
		constructor(schema) {
			super(schema);
			this.tag = YAMLSet.tag;
		}
		add(key) {
			let pair;
			if (identity.isPair(key)) pair = key;
			else if (key && typeof key === "object" && "key" in key && "value" in key && key.value === null) pair = new Pair.Pair(key.key, null);
			else pair = new Pair.Pair(key, null);
			if (!YAMLMap.findPair(this.items, pair.key)) this.items.push(pair);
		}
		/**
		* If `keepPair` is `true`, returns the Pair matching `key`.
		* Otherwise, returns the value of that Pair's key.
		*/
		get(key, keepPair) {
			const pair = YAMLMap.findPair(this.items, key);
			return !keepPair && identity.isPair(pair) ? identity.isScalar(pair.key) ? pair.key.value : pair.key : pair;
		}
		set(key, value) {
			if (typeof value !== "boolean") throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
			const prev = YAMLMap.findPair(this.items, key);
			if (prev && !value) this.items.splice(this.items.indexOf(prev), 1);
			else if (!prev && value) this.items.push(new Pair.Pair(key));
		}
		toJSON(_, ctx) {
			return super.toJSON(_, ctx, Set);
		}
		toString(ctx, onComment, onChompKeep) {
			if (!ctx) return JSON.stringify(this);
			if (this.hasAllNullValues(true)) return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
			else throw new Error("Set items must all have null values");
		}
		static from(schema, iterable, ctx) {
			const { replacer } = ctx;
			const set = new this(schema);
			if (iterable && Symbol.iterator in Object(iterable)) for (let value of iterable) {
				if (typeof replacer === "function") value = replacer.call(iterable, value, value);
				set.items.push(Pair.createPair(value, null, ctx));
			}
			return set;
		}
	};
	YAMLSet.tag = "tag:yaml.org,2002:set";
	const set = {
		collection: "map",
		identify: (value) => value instanceof Set,
		nodeClass: YAMLSet,
		default: false,
		tag: "tag:yaml.org,2002:set",
		createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
		resolve(map, onError) {
			if (identity.isMap(map)) {
				if (map.hasAllNullValues(true)) return Object.assign(new YAMLSet(), map);
				else onError("Set items must all have null values");
			} else onError("Expected a mapping for this tag");
			return map;
		}
	};
	exports.YAMLSet = YAMLSet;
	exports.set = set;
}));

// node_modules/yaml/dist/schema/yaml-1.1/timestamp.js
var require_timestamp = /* @__PURE__ */ __commonJSMin(((exports) => {
	var stringifyNumber = require_stringifyNumber();
	/** Internal types handle bigint as number, because TS can't figure it out. */
	function parseSexagesimal(str, asBigInt) {
		const sign = str[0];
		const parts = sign === "-" || sign === "+" ? str.substring(1) : str;
		const num = (n) => asBigInt ? BigInt(n) : Number(n);
		const res = parts.replace(/_/g, "").split(":").reduce((res, p) => res * num(60) + num(p), num(0));
		return sign === "-" ? num(-1) * res : res;
	}
	/**
	* hhhh:mm:ss.sss
	*
	* Internal types handle bigint as number, because TS can't figure it out.
	*/
	function stringifySexagesimal(node) {
		let { value } = node;
		let num = (n) => n;
		if (typeof value === "bigint") num = (n) => BigInt(n);
		else if (isNaN(value) || !isFinite(value)) return stringifyNumber.stringifyNumber(node);
		let sign = "";
		if (value < 0) {
			sign = "-";
			value *= num(-1);
		}
		const _60 = num(60);
		const parts = [value % _60];
		if (value < 60) parts.unshift(0);
		else {
			value = (value - parts[0]) / _60;
			parts.unshift(value % _60);
			if (value >= 60) {
				value = (value - parts[0]) / _60;
				parts.unshift(value);
			}
		}
		return sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
	}
	const intTime = {
		identify: (value) => typeof value === "bigint" || Number.isInteger(value),
		default: true,
		tag: "tag:yaml.org,2002:int",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
		resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
		stringify: stringifySexagesimal
	};
	const floatTime = {
		identify: (value) => typeof value === "number",
		default: true,
		tag: "tag:yaml.org,2002:float",
		format: "TIME",
		test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
		resolve: (str) => parseSexagesimal(str, false),
		stringify: stringifySexagesimal
	};
	const timestamp = {
		identify: (value) => value instanceof Date,
		default: true,
		tag: "tag:yaml.org,2002:timestamp",
		test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
		resolve(str) {
			const match = str.match(timestamp.test);
			if (!match) throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
			const [, year, month, day, hour, minute, second] = match.map(Number);
			const millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0;
			let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
			const tz = match[8];
			if (tz && tz !== "Z") {
				let d = parseSexagesimal(tz, false);
				if (Math.abs(d) < 30) d *= 60;
				date -= 6e4 * d;
			}
			return new Date(date);
		},
		stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
	};
	exports.floatTime = floatTime;
	exports.intTime = intTime;
	exports.timestamp = timestamp;
}));

// node_modules/yaml/dist/schema/yaml-1.1/schema.js
var require_schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var binary = require_binary();
	var bool = require_bool();
	var float = require_float();
	var int = require_int();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var set = require_set();
	var timestamp = require_timestamp();
	const schema = [
		map.map,
		seq.seq,
		string.string,
		_null.nullTag,
		bool.trueTag,
		bool.falseTag,
		int.intBin,
		int.intOct,
		int.int,
		int.intHex,
		float.floatNaN,
		float.floatExp,
		float.float,
		binary.binary,
		merge.merge,
		omap.omap,
		pairs.pairs,
		set.set,
		timestamp.intTime,
		timestamp.floatTime,
		timestamp.timestamp
	];
	exports.schema = schema;
}));

// node_modules/yaml/dist/schema/tags.js
var require_tags = /* @__PURE__ */ __commonJSMin(((exports) => {
	var map = require_map();
	var _null = require_null();
	var seq = require_seq();
	var string = require_string();
	var bool = require_bool$1();
	var float = require_float$1();
	var int = require_int$1();
	var schema = require_schema$2();
	var schema$1 = require_schema$1();
	var binary = require_binary();
	var merge = require_merge();
	var omap = require_omap();
	var pairs = require_pairs();
	var schema$2 = require_schema();
	var set = require_set();
	var timestamp = require_timestamp();
	const schemas = /* @__PURE__ */ new Map([
		["core", schema.schema],
		["failsafe", [
			map.map,
			seq.seq,
			string.string
		]],
		["json", schema$1.schema],
		["yaml11", schema$2.schema],
		["yaml-1.1", schema$2.schema]
	]);
	const tagsByName = {
		binary: binary.binary,
		bool: bool.boolTag,
		float: float.float,
		floatExp: float.floatExp,
		floatNaN: float.floatNaN,
		floatTime: timestamp.floatTime,
		int: int.int,
		intHex: int.intHex,
		intOct: int.intOct,
		intTime: timestamp.intTime,
		map: map.map,
		merge: merge.merge,
		null: _null.nullTag,
		omap: omap.omap,
		pairs: pairs.pairs,
		seq: seq.seq,
		set: set.set,
		timestamp: timestamp.timestamp
	};
	const coreKnownTags = {
		"tag:yaml.org,2002:binary": binary.binary,
		"tag:yaml.org,2002:merge": merge.merge,
		"tag:yaml.org,2002:omap": omap.omap,
		"tag:yaml.org,2002:pairs": pairs.pairs,
		"tag:yaml.org,2002:set": set.set,
		"tag:yaml.org,2002:timestamp": timestamp.timestamp
	};
	function getTags(customTags, schemaName, addMergeTag) {
		const schemaTags = schemas.get(schemaName);
		if (schemaTags && !customTags) return addMergeTag && !schemaTags.includes(merge.merge) ? schemaTags.concat(merge.merge) : schemaTags.slice();
		let tags = schemaTags;
		if (!tags) {
			if (Array.isArray(customTags)) tags = [];
			else {
				const keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
			}
		}
		if (Array.isArray(customTags)) for (const tag of customTags) tags = tags.concat(tag);
		else if (typeof customTags === "function") tags = customTags(tags.slice());
		if (addMergeTag) tags = tags.concat(merge.merge);
		return tags.reduce((tags, tag) => {
			const tagObj = typeof tag === "string" ? tagsByName[tag] : tag;
			if (!tagObj) {
				const tagName = JSON.stringify(tag);
				const keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
				throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
			}
			if (!tags.includes(tagObj)) tags.push(tagObj);
			return tags;
		}, []);
	}
	exports.coreKnownTags = coreKnownTags;
	exports.getTags = getTags;
}));

// node_modules/yaml/dist/schema/Schema.js
var require_Schema = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var map = require_map();
	var seq = require_seq();
	var string = require_string();
	var tags = require_tags();
	const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
	var Schema = class Schema {
		constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
			this.compat = Array.isArray(compat) ? tags.getTags(compat, "compat") : compat ? tags.getTags(null, compat) : null;
			this.name = typeof schema === "string" && schema || "core";
			this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
			this.tags = tags.getTags(customTags, this.name, merge);
			this.toStringOptions = toStringDefaults ?? null;
			Object.defineProperty(this, identity.MAP, { value: map.map });
			Object.defineProperty(this, identity.SCALAR, { value: string.string });
			Object.defineProperty(this, identity.SEQ, { value: seq.seq });
			this.sortMapEntries = typeof sortMapEntries === "function" ? sortMapEntries : sortMapEntries === true ? sortMapEntriesByKey : null;
		}
		clone() {
			const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
			copy.tags = this.tags.slice();
			return copy;
		}
	};
	exports.Schema = Schema;
}));

// node_modules/yaml/dist/stringify/stringifyDocument.js
var require_stringifyDocument = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var stringify = require_stringify();
	var stringifyComment = require_stringifyComment();
	function stringifyDocument(doc, options) {
		const lines = [];
		let hasDirectives = options.directives === true;
		if (options.directives !== false && doc.directives) {
			const dir = doc.directives.toString(doc);
			if (dir) {
				lines.push(dir);
				hasDirectives = true;
			} else if (doc.directives.docStart) hasDirectives = true;
		}
		if (hasDirectives) lines.push("---");
		const ctx = stringify.createStringifyContext(doc, options);
		const { commentString } = ctx.options;
		if (doc.commentBefore) {
			if (lines.length !== 1) lines.unshift("");
			const cs = commentString(doc.commentBefore);
			lines.unshift(stringifyComment.indentComment(cs, ""));
		}
		let chompKeep = false;
		let contentComment = null;
		if (doc.contents) {
			if (identity.isNode(doc.contents)) {
				if (doc.contents.spaceBefore && hasDirectives) lines.push("");
				if (doc.contents.commentBefore) {
					const cs = commentString(doc.contents.commentBefore);
					lines.push(stringifyComment.indentComment(cs, ""));
				}
				ctx.forceBlockIndent = !!doc.comment;
				contentComment = doc.contents.comment;
			}
			const onChompKeep = contentComment ? void 0 : () => chompKeep = true;
			let body = stringify.stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
			if (contentComment) body += stringifyComment.lineComment(body, "", commentString(contentComment));
			if ((body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---") lines[lines.length - 1] = `--- ${body}`;
			else lines.push(body);
		} else lines.push(stringify.stringify(doc.contents, ctx));
		if (doc.directives?.docEnd) {
			if (doc.comment) {
				const cs = commentString(doc.comment);
				if (cs.includes("\n")) {
					lines.push("...");
					lines.push(stringifyComment.indentComment(cs, ""));
				} else lines.push(`... ${cs}`);
			} else lines.push("...");
		} else {
			let dc = doc.comment;
			if (dc && chompKeep) dc = dc.replace(/^\n+/, "");
			if (dc) {
				if ((!chompKeep || contentComment) && lines[lines.length - 1] !== "") lines.push("");
				lines.push(stringifyComment.indentComment(commentString(dc), ""));
			}
		}
		return lines.join("\n") + "\n";
	}
	exports.stringifyDocument = stringifyDocument;
}));

// node_modules/yaml/dist/doc/Document.js
var require_Document = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var Collection = require_Collection();
	var identity = require_identity();
	var Pair = require_Pair();
	var toJS = require_toJS();
	var Schema = require_Schema();
	var stringifyDocument = require_stringifyDocument();
	var anchors = require_anchors();
	var applyReviver = require_applyReviver();
	var createNode = require_createNode();
	var directives = require_directives();
	var Document = class Document {
		constructor(value, replacer, options) {
			/** A comment before this Document */
			this.commentBefore = null;
			/** A comment immediately after this Document */
			this.comment = null;
			/** Errors encountered during parsing. */
			this.errors = [];
			/** Warnings encountered during parsing. */
			this.warnings = [];
			Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
			let _replacer = null;
			if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
			else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const opt = Object.assign({
				intAsBigInt: false,
				keepSourceTokens: false,
				logLevel: "warn",
				prettyErrors: true,
				strict: true,
				stringKeys: false,
				uniqueKeys: true,
				version: "1.2"
			}, options);
			this.options = opt;
			let { version } = opt;
			if (options?._directives) {
				this.directives = options._directives.atDocument();
				if (this.directives.yaml.explicit) version = this.directives.yaml.version;
			} else this.directives = new directives.Directives({ version });
			this.setSchema(version, options);
			this.contents = value === void 0 ? null : this.createNode(value, _replacer, options);
		}
		/**
		* Create a deep copy of this Document and its contents.
		*
		* Custom Node values that inherit from `Object` still refer to their original instances.
		*/
		clone() {
			const copy = Object.create(Document.prototype, { [identity.NODE_TYPE]: { value: identity.DOC } });
			copy.commentBefore = this.commentBefore;
			copy.comment = this.comment;
			copy.errors = this.errors.slice();
			copy.warnings = this.warnings.slice();
			copy.options = Object.assign({}, this.options);
			if (this.directives) copy.directives = this.directives.clone();
			copy.schema = this.schema.clone();
			copy.contents = identity.isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents;
			if (this.range) copy.range = this.range.slice();
			return copy;
		}
		/** Adds a value to the document. */
		add(value) {
			if (assertCollection(this.contents)) this.contents.add(value);
		}
		/** Adds a value to the document. */
		addIn(path, value) {
			if (assertCollection(this.contents)) this.contents.addIn(path, value);
		}
		/**
		* Create a new `Alias` node, ensuring that the target `node` has the required anchor.
		*
		* If `node` already has an anchor, `name` is ignored.
		* Otherwise, the `node.anchor` value will be set to `name`,
		* or if an anchor with that name is already present in the document,
		* `name` will be used as a prefix for a new unique anchor.
		* If `name` is undefined, the generated anchor will use 'a' as a prefix.
		*/
		createAlias(node, name) {
			if (!node.anchor) {
				const prev = anchors.anchorNames(this);
				node.anchor = !name || prev.has(name) ? anchors.findNewAnchor(name || "a", prev) : name;
			}
			return new Alias.Alias(node.anchor);
		}
		createNode(value, replacer, options) {
			let _replacer = void 0;
			if (typeof replacer === "function") {
				value = replacer.call({ "": value }, "", value);
				_replacer = replacer;
			} else if (Array.isArray(replacer)) {
				const keyToStr = (v) => typeof v === "number" || v instanceof String || v instanceof Number;
				const asStr = replacer.filter(keyToStr).map(String);
				if (asStr.length > 0) replacer = replacer.concat(asStr);
				_replacer = replacer;
			} else if (options === void 0 && replacer) {
				options = replacer;
				replacer = void 0;
			}
			const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
			const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, anchorPrefix || "a");
			const ctx = {
				aliasDuplicateObjects: aliasDuplicateObjects ?? true,
				keepUndefined: keepUndefined ?? false,
				onAnchor,
				onTagObj,
				replacer: _replacer,
				schema: this.schema,
				sourceObjects
			};
			const node = createNode.createNode(value, tag, ctx);
			if (flow && identity.isCollection(node)) node.flow = true;
			setAnchors();
			return node;
		}
		/**
		* Convert a key and a value into a `Pair` using the current schema,
		* recursively wrapping all values as `Scalar` or `Collection` nodes.
		*/
		createPair(key, value, options = {}) {
			const k = this.createNode(key, null, options);
			const v = this.createNode(value, null, options);
			return new Pair.Pair(k, v);
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		delete(key) {
			return assertCollection(this.contents) ? this.contents.delete(key) : false;
		}
		/**
		* Removes a value from the document.
		* @returns `true` if the item was found and removed.
		*/
		deleteIn(path) {
			if (Collection.isEmptyPath(path)) {
				if (this.contents == null) return false;
				this.contents = null;
				return true;
			}
			return assertCollection(this.contents) ? this.contents.deleteIn(path) : false;
		}
		/**
		* Returns item at `key`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		get(key, keepScalar) {
			return identity.isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
		}
		/**
		* Returns item at `path`, or `undefined` if not found. By default unwraps
		* scalar values from their surrounding node; to disable set `keepScalar` to
		* `true` (collections are always returned intact).
		*/
		getIn(path, keepScalar) {
			if (Collection.isEmptyPath(path)) return !keepScalar && identity.isScalar(this.contents) ? this.contents.value : this.contents;
			return identity.isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
		}
		/**
		* Checks if the document includes a value with the key `key`.
		*/
		has(key) {
			return identity.isCollection(this.contents) ? this.contents.has(key) : false;
		}
		/**
		* Checks if the document includes a value at `path`.
		*/
		hasIn(path) {
			if (Collection.isEmptyPath(path)) return this.contents !== void 0;
			return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		set(key, value) {
			if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, [key], value);
			else if (assertCollection(this.contents)) this.contents.set(key, value);
		}
		/**
		* Sets a value in this document. For `!!set`, `value` needs to be a
		* boolean to add/remove the item from the set.
		*/
		setIn(path, value) {
			if (Collection.isEmptyPath(path)) this.contents = value;
			else if (this.contents == null) this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
			else if (assertCollection(this.contents)) this.contents.setIn(path, value);
		}
		/**
		* Change the YAML version and schema used by the document.
		* A `null` version disables support for directives, explicit tags, anchors, and aliases.
		* It also requires the `schema` option to be given as a `Schema` instance value.
		*
		* Overrides all previously set schema options.
		*/
		setSchema(version, options = {}) {
			if (typeof version === "number") version = String(version);
			let opt;
			switch (version) {
				case "1.1":
					if (this.directives) this.directives.yaml.version = "1.1";
					else this.directives = new directives.Directives({ version: "1.1" });
					opt = {
						resolveKnownTags: false,
						schema: "yaml-1.1"
					};
					break;
				case "1.2":
				case "next":
					if (this.directives) this.directives.yaml.version = version;
					else this.directives = new directives.Directives({ version });
					opt = {
						resolveKnownTags: true,
						schema: "core"
					};
					break;
				case null:
					if (this.directives) delete this.directives;
					opt = null;
					break;
				default: {
					const sv = JSON.stringify(version);
					throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
				}
			}
			if (options.schema instanceof Object) this.schema = options.schema;
			else if (opt) this.schema = new Schema.Schema(Object.assign(opt, options));
			else throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
		}
		toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
			const ctx = {
				anchors: /* @__PURE__ */ new Map(),
				doc: this,
				keep: !json,
				mapAsMap: mapAsMap === true,
				mapKeyWarned: false,
				maxAliasCount: typeof maxAliasCount === "number" ? maxAliasCount : 100
			};
			const res = toJS.toJS(this.contents, jsonArg ?? "", ctx);
			if (typeof onAnchor === "function") for (const { count, res } of ctx.anchors.values()) onAnchor(res, count);
			return typeof reviver === "function" ? applyReviver.applyReviver(reviver, { "": res }, "", res) : res;
		}
		/**
		* A JSON representation of the document `contents`.
		*
		* @param jsonArg Used by `JSON.stringify` to indicate the array index or
		*   property name.
		*/
		toJSON(jsonArg, onAnchor) {
			return this.toJS({
				json: true,
				jsonArg,
				mapAsMap: false,
				onAnchor
			});
		}
		/** A YAML representation of the document. */
		toString(options = {}) {
			if (this.errors.length > 0) throw new Error("Document with errors cannot be stringified");
			if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
				const s = JSON.stringify(options.indent);
				throw new Error(`"indent" option must be a positive integer, not ${s}`);
			}
			return stringifyDocument.stringifyDocument(this, options);
		}
	};
	function assertCollection(contents) {
		if (identity.isCollection(contents)) return true;
		throw new Error("Expected a YAML collection as document contents");
	}
	exports.Document = Document;
}));

// node_modules/yaml/dist/errors.js
var require_errors$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLError = class extends Error {
		constructor(name, pos, code, message) {
			super();
			this.name = name;
			this.code = code;
			this.message = message;
			this.pos = pos;
		}
	};
	var YAMLParseError = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLParseError", pos, code, message);
		}
	};
	var YAMLWarning = class extends YAMLError {
		constructor(pos, code, message) {
			super("YAMLWarning", pos, code, message);
		}
	};
	const prettifyError = (src, lc) => (error) => {
		if (error.pos[0] === -1) return;
		error.linePos = error.pos.map((pos) => lc.linePos(pos));
		const { line, col } = error.linePos[0];
		error.message += ` at line ${line}, column ${col}`;
		let ci = col - 1;
		let lineStr = src.substring(lc.lineStarts[line - 1], lc.lineStarts[line]).replace(/[\n\r]+$/, "");
		if (ci >= 60 && lineStr.length > 80) {
			const trimStart = Math.min(ci - 39, lineStr.length - 79);
			lineStr = "…" + lineStr.substring(trimStart);
			ci -= trimStart - 1;
		}
		if (lineStr.length > 80) lineStr = lineStr.substring(0, 79) + "…";
		if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
			let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
			if (prev.length > 80) prev = prev.substring(0, 79) + "…\n";
			lineStr = prev + lineStr;
		}
		if (/[^ ]/.test(lineStr)) {
			let count = 1;
			const end = error.linePos[1];
			if (end?.line === line && end.col > col) count = Math.max(1, Math.min(end.col - col, 80 - ci));
			const pointer = " ".repeat(ci) + "^".repeat(count);
			error.message += `:\n\n${lineStr}\n${pointer}\n`;
		}
	};
	exports.YAMLError = YAMLError;
	exports.YAMLParseError = YAMLParseError;
	exports.YAMLWarning = YAMLWarning;
	exports.prettifyError = prettifyError;
}));

// node_modules/yaml/dist/compose/resolve-props.js
var require_resolve_props = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
		let spaceBefore = false;
		let atNewline = startOnNewline;
		let hasSpace = startOnNewline;
		let comment = "";
		let commentSep = "";
		let hasNewline = false;
		let reqSpace = false;
		let tab = null;
		let anchor = null;
		let tag = null;
		let newlineAfterProp = null;
		let comma = null;
		let found = null;
		let start = null;
		for (const token of tokens) {
			if (reqSpace) {
				if (token.type !== "space" && token.type !== "newline" && token.type !== "comma") onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
				reqSpace = false;
			}
			if (tab) {
				if (atNewline && token.type !== "comment" && token.type !== "newline") onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
				tab = null;
			}
			switch (token.type) {
				case "space":
					if (!flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	")) tab = token;
					hasSpace = true;
					break;
				case "comment": {
					if (!hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					const cb = token.source.substring(1) || " ";
					if (!comment) comment = cb;
					else comment += commentSep + cb;
					commentSep = "";
					atNewline = false;
					break;
				}
				case "newline":
					if (atNewline) {
						if (comment) comment += token.source;
						else if (!found || indicator !== "seq-item-ind") spaceBefore = true;
					} else commentSep += token.source;
					atNewline = true;
					hasNewline = true;
					if (anchor || tag) newlineAfterProp = token;
					hasSpace = true;
					break;
				case "anchor":
					if (anchor) onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor");
					if (token.source.endsWith(":")) onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", true);
					anchor = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case "tag":
					if (tag) onError(token, "MULTIPLE_TAGS", "A node can have at most one tag");
					tag = token;
					start ?? (start = token.offset);
					atNewline = false;
					hasSpace = false;
					reqSpace = true;
					break;
				case indicator:
					if (anchor || tag) onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`);
					if (found) onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`);
					found = token;
					atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind";
					hasSpace = false;
					break;
				case "comma": if (flow) {
					if (comma) onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`);
					comma = token;
					atNewline = false;
					hasSpace = false;
					break;
				}
				default:
					onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`);
					atNewline = false;
					hasSpace = false;
			}
		}
		const last = tokens[tokens.length - 1];
		const end = last ? last.offset + last.source.length : offset;
		if (reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "")) onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space");
		if (tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq")) onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation");
		return {
			comma,
			found,
			spaceBefore,
			comment,
			hasNewline,
			anchor,
			tag,
			newlineAfterProp,
			end,
			start: start ?? end
		};
	}
	exports.resolveProps = resolveProps;
}));

// node_modules/yaml/dist/compose/util-contains-newline.js
var require_util_contains_newline = /* @__PURE__ */ __commonJSMin(((exports) => {
	function containsNewline(key) {
		if (!key) return null;
		switch (key.type) {
			case "alias":
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				if (key.source.includes("\n")) return true;
				if (key.end) {
					for (const st of key.end) if (st.type === "newline") return true;
				}
				return false;
			case "flow-collection":
				for (const it of key.items) {
					for (const st of it.start) if (st.type === "newline") return true;
					if (it.sep) {
						for (const st of it.sep) if (st.type === "newline") return true;
					}
					if (containsNewline(it.key) || containsNewline(it.value)) return true;
				}
				return false;
			default: return true;
		}
	}
	exports.containsNewline = containsNewline;
}));

// node_modules/yaml/dist/compose/util-flow-indent-check.js
var require_util_flow_indent_check = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utilContainsNewline = require_util_contains_newline();
	function flowIndentCheck(indent, fc, onError) {
		if (fc?.type === "flow-collection") {
			const end = fc.end[0];
			if (end.indent === indent && (end.source === "]" || end.source === "}") && utilContainsNewline.containsNewline(fc)) onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", true);
		}
	}
	exports.flowIndentCheck = flowIndentCheck;
}));

// node_modules/yaml/dist/compose/util-map-includes.js
var require_util_map_includes = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	function mapIncludes(ctx, items, search) {
		const { uniqueKeys } = ctx.options;
		if (uniqueKeys === false) return false;
		const isEqual = typeof uniqueKeys === "function" ? uniqueKeys : (a, b) => a === b || identity.isScalar(a) && identity.isScalar(b) && a.value === b.value;
		return items.some((pair) => isEqual(pair.key, search));
	}
	exports.mapIncludes = mapIncludes;
}));

// node_modules/yaml/dist/compose/resolve-block-map.js
var require_resolve_block_map = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	var utilMapIncludes = require_util_map_includes();
	const startColMsg = "All mapping items must start at the same column";
	function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
		const map = new ((tag?.nodeClass) ?? YAMLMap.YAMLMap)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		let offset = bm.offset;
		let commentEnd = null;
		for (const collItem of bm.items) {
			const { start, key, sep, value } = collItem;
			const keyProps = resolveProps.resolveProps(start, {
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: bm.indent,
				startOnNewline: true
			});
			const implicitKey = !keyProps.found;
			if (implicitKey) {
				if (key) {
					if (key.type === "block-seq") onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key");
					else if ("indent" in key && key.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
				}
				if (!keyProps.anchor && !keyProps.tag && !sep) {
					commentEnd = keyProps.end;
					if (keyProps.comment) {
						if (map.comment) map.comment += "\n" + keyProps.comment;
						else map.comment = keyProps.comment;
					}
					continue;
				}
				if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
			} else if (keyProps.found?.indent !== bm.indent) onError(offset, "BAD_INDENT", startColMsg);
			ctx.atKey = true;
			const keyStart = keyProps.end;
			const keyNode = key ? composeNode(ctx, key, keyProps, onError) : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
			ctx.atKey = false;
			if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
			const valueProps = resolveProps.resolveProps(sep ?? [], {
				indicator: "map-value-ind",
				next: value,
				offset: keyNode.range[2],
				onError,
				parentIndent: bm.indent,
				startOnNewline: !key || key.type === "block-scalar"
			});
			offset = valueProps.end;
			if (valueProps.found) {
				if (implicitKey) {
					if (value?.type === "block-map" && !valueProps.hasNewline) onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings");
					if (ctx.options.strict && keyProps.start < valueProps.found.offset - 1024) onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key");
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
				if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
				offset = valueNode.range[2];
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			} else {
				if (implicitKey) onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values");
				if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				map.items.push(pair);
			}
		}
		if (commentEnd && commentEnd < offset) onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content");
		map.range = [
			bm.offset,
			offset,
			commentEnd ?? offset
		];
		return map;
	}
	exports.resolveBlockMap = resolveBlockMap;
}));

// node_modules/yaml/dist/compose/resolve-block-seq.js
var require_resolve_block_seq = /* @__PURE__ */ __commonJSMin(((exports) => {
	var YAMLSeq = require_YAMLSeq();
	var resolveProps = require_resolve_props();
	var utilFlowIndentCheck = require_util_flow_indent_check();
	function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
		const seq = new ((tag?.nodeClass) ?? YAMLSeq.YAMLSeq)(ctx.schema);
		if (ctx.atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = bs.offset;
		let commentEnd = null;
		for (const { start, value } of bs.items) {
			const props = resolveProps.resolveProps(start, {
				indicator: "seq-item-ind",
				next: value,
				offset,
				onError,
				parentIndent: bs.indent,
				startOnNewline: true
			});
			if (!props.found) {
				if (props.anchor || props.tag || value) {
					if (value?.type === "block-seq") onError(props.end, "BAD_INDENT", "All sequence items must start at the same column");
					else onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
				} else {
					commentEnd = props.end;
					if (props.comment) seq.comment = props.comment;
					continue;
				}
			}
			const node = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
			if (ctx.schema.compat) utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
			offset = node.range[2];
			seq.items.push(node);
		}
		seq.range = [
			bs.offset,
			offset,
			commentEnd ?? offset
		];
		return seq;
	}
	exports.resolveBlockSeq = resolveBlockSeq;
}));

// node_modules/yaml/dist/compose/resolve-end.js
var require_resolve_end = /* @__PURE__ */ __commonJSMin(((exports) => {
	function resolveEnd(end, offset, reqSpace, onError) {
		let comment = "";
		if (end) {
			let hasSpace = false;
			let sep = "";
			for (const token of end) {
				const { source, type } = token;
				switch (type) {
					case "space":
						hasSpace = true;
						break;
					case "comment": {
						if (reqSpace && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
						const cb = source.substring(1) || " ";
						if (!comment) comment = cb;
						else comment += sep + cb;
						sep = "";
						break;
					}
					case "newline":
						if (comment) sep += source;
						hasSpace = true;
						break;
					default: onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
				}
				offset += source.length;
			}
		}
		return {
			comment,
			offset
		};
	}
	exports.resolveEnd = resolveEnd;
}));

// node_modules/yaml/dist/compose/resolve-flow-collection.js
var require_resolve_flow_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Pair = require_Pair();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	var utilContainsNewline = require_util_contains_newline();
	var utilMapIncludes = require_util_map_includes();
	const blockMsg = "Block collections are not allowed within flow collections";
	const isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
	function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
		const isMap = fc.start.source === "{";
		const fcName = isMap ? "flow map" : "flow sequence";
		const coll = new ((tag?.nodeClass) ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq))(ctx.schema);
		coll.flow = true;
		const atRoot = ctx.atRoot;
		if (atRoot) ctx.atRoot = false;
		if (ctx.atKey) ctx.atKey = false;
		let offset = fc.offset + fc.start.source.length;
		for (let i = 0; i < fc.items.length; ++i) {
			const collItem = fc.items[i];
			const { start, key, sep, value } = collItem;
			const props = resolveProps.resolveProps(start, {
				flow: fcName,
				indicator: "explicit-key-ind",
				next: key ?? sep?.[0],
				offset,
				onError,
				parentIndent: fc.indent,
				startOnNewline: false
			});
			if (!props.found) {
				if (!props.anchor && !props.tag && !sep && !value) {
					if (i === 0 && props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
					else if (i < fc.items.length - 1) onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`);
					if (props.comment) {
						if (coll.comment) coll.comment += "\n" + props.comment;
						else coll.comment = props.comment;
					}
					offset = props.end;
					continue;
				}
				if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key)) onError(key, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
			}
			if (i === 0) {
				if (props.comma) onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
			} else {
				if (!props.comma) onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`);
				if (props.comment) {
					let prevItemComment = "";
					loop: for (const st of start) switch (st.type) {
						case "comma":
						case "space": break;
						case "comment":
							prevItemComment = st.source.substring(1);
							break loop;
						default: break loop;
					}
					if (prevItemComment) {
						let prev = coll.items[coll.items.length - 1];
						if (identity.isPair(prev)) prev = prev.value ?? prev.key;
						if (prev.comment) prev.comment += "\n" + prevItemComment;
						else prev.comment = prevItemComment;
						props.comment = props.comment.substring(prevItemComment.length + 1);
					}
				}
			}
			if (!isMap && !sep && !props.found) {
				const valueNode = value ? composeNode(ctx, value, props, onError) : composeEmptyNode(ctx, props.end, sep, null, props, onError);
				coll.items.push(valueNode);
				offset = valueNode.range[2];
				if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
			} else {
				ctx.atKey = true;
				const keyStart = props.end;
				const keyNode = key ? composeNode(ctx, key, props, onError) : composeEmptyNode(ctx, keyStart, start, null, props, onError);
				if (isBlock(key)) onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg);
				ctx.atKey = false;
				const valueProps = resolveProps.resolveProps(sep ?? [], {
					flow: fcName,
					indicator: "map-value-ind",
					next: value,
					offset: keyNode.range[2],
					onError,
					parentIndent: fc.indent,
					startOnNewline: false
				});
				if (valueProps.found) {
					if (!isMap && !props.found && ctx.options.strict) {
						if (sep) for (const st of sep) {
							if (st === valueProps.found) break;
							if (st.type === "newline") {
								onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
								break;
							}
						}
						if (props.start < valueProps.found.offset - 1024) onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
					}
				} else if (value) {
					if ("source" in value && value.source?.[0] === ":") onError(value, "MISSING_CHAR", `Missing space after : in ${fcName}`);
					else onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`);
				}
				const valueNode = value ? composeNode(ctx, value, valueProps, onError) : valueProps.found ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError) : null;
				if (valueNode) {
					if (isBlock(value)) onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
				} else if (valueProps.comment) {
					if (keyNode.comment) keyNode.comment += "\n" + valueProps.comment;
					else keyNode.comment = valueProps.comment;
				}
				const pair = new Pair.Pair(keyNode, valueNode);
				if (ctx.options.keepSourceTokens) pair.srcToken = collItem;
				if (isMap) {
					const map = coll;
					if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode)) onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
					map.items.push(pair);
				} else {
					const map = new YAMLMap.YAMLMap(ctx.schema);
					map.flow = true;
					map.items.push(pair);
					const endRange = (valueNode ?? keyNode).range;
					map.range = [
						keyNode.range[0],
						endRange[1],
						endRange[2]
					];
					coll.items.push(map);
				}
				offset = valueNode ? valueNode.range[2] : valueProps.end;
			}
		}
		const expectedEnd = isMap ? "}" : "]";
		const [ce, ...ee] = fc.end;
		let cePos = offset;
		if (ce?.source === expectedEnd) cePos = ce.offset + ce.source.length;
		else {
			const name = fcName[0].toUpperCase() + fcName.substring(1);
			const msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
			onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg);
			if (ce && ce.source.length !== 1) ee.unshift(ce);
		}
		if (ee.length > 0) {
			const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
			if (end.comment) {
				if (coll.comment) coll.comment += "\n" + end.comment;
				else coll.comment = end.comment;
			}
			coll.range = [
				fc.offset,
				cePos,
				end.offset
			];
		} else coll.range = [
			fc.offset,
			cePos,
			cePos
		];
		return coll;
	}
	exports.resolveFlowCollection = resolveFlowCollection;
}));

// node_modules/yaml/dist/compose/compose-collection.js
var require_compose_collection = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var resolveBlockMap = require_resolve_block_map();
	var resolveBlockSeq = require_resolve_block_seq();
	var resolveFlowCollection = require_resolve_flow_collection();
	function resolveCollection(CN, ctx, token, onError, tagName, tag) {
		const coll = token.type === "block-map" ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag) : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
		const Coll = coll.constructor;
		if (tagName === "!" || tagName === Coll.tagName) {
			coll.tag = Coll.tagName;
			return coll;
		}
		if (tagName) coll.tag = tagName;
		return coll;
	}
	function composeCollection(CN, ctx, token, props, onError) {
		const tagToken = props.tag;
		const tagName = !tagToken ? null : ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg));
		if (token.type === "block-seq") {
			const { anchor, newlineAfterProp: nl } = props;
			const lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
			if (lastProp && (!nl || nl.offset < lastProp.offset)) onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
		}
		const expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
		if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.YAMLSeq.tagName && expType === "seq") return resolveCollection(CN, ctx, token, onError, tagName);
		let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
		if (!tag) {
			const kt = ctx.schema.knownTags[tagName];
			if (kt?.collection === expType) {
				ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
				tag = kt;
			} else {
				if (kt) onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, true);
				else onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, true);
				return resolveCollection(CN, ctx, token, onError, tagName);
			}
		}
		const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
		const res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll;
		const node = identity.isNode(res) ? res : new Scalar.Scalar(res);
		node.range = coll.range;
		node.tag = tagName;
		if (tag?.format) node.format = tag.format;
		return node;
	}
	exports.composeCollection = composeCollection;
}));

// node_modules/yaml/dist/compose/resolve-block-scalar.js
var require_resolve_block_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	function resolveBlockScalar(ctx, scalar, onError) {
		const start = scalar.offset;
		const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
		if (!header) return {
			value: "",
			type: null,
			comment: "",
			range: [
				start,
				start,
				start
			]
		};
		const type = header.mode === ">" ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
		const lines = scalar.source ? splitLines(scalar.source) : [];
		let chompStart = lines.length;
		for (let i = lines.length - 1; i >= 0; --i) {
			const content = lines[i][1];
			if (content === "" || content === "\r") chompStart = i;
			else break;
		}
		if (chompStart === 0) {
			const value = header.chomp === "+" && lines.length > 0 ? "\n".repeat(Math.max(1, lines.length - 1)) : "";
			let end = start + header.length;
			if (scalar.source) end += scalar.source.length;
			return {
				value,
				type,
				comment: header.comment,
				range: [
					start,
					end,
					end
				]
			};
		}
		let trimIndent = scalar.indent + header.indent;
		let offset = scalar.offset + header.length;
		let contentStart = 0;
		for (let i = 0; i < chompStart; ++i) {
			const [indent, content] = lines[i];
			if (content === "" || content === "\r") {
				if (header.indent === 0 && indent.length > trimIndent) trimIndent = indent.length;
			} else {
				if (indent.length < trimIndent) onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator");
				if (header.indent === 0) trimIndent = indent.length;
				contentStart = i;
				if (trimIndent === 0 && !ctx.atRoot) onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
				break;
			}
			offset += indent.length + content.length + 1;
		}
		for (let i = lines.length - 1; i >= chompStart; --i) if (lines[i][0].length > trimIndent) chompStart = i + 1;
		let value = "";
		let sep = "";
		let prevMoreIndented = false;
		for (let i = 0; i < contentStart; ++i) value += lines[i][0].slice(trimIndent) + "\n";
		for (let i = contentStart; i < chompStart; ++i) {
			let [indent, content] = lines[i];
			offset += indent.length + content.length + 1;
			const crlf = content[content.length - 1] === "\r";
			if (crlf) content = content.slice(0, -1);
			/* istanbul ignore if already caught in lexer */
			if (content && indent.length < trimIndent) {
				const message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
				onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message);
				indent = "";
			}
			if (type === Scalar.Scalar.BLOCK_LITERAL) {
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
			} else if (indent.length > trimIndent || content[0] === "	") {
				if (sep === " ") sep = "\n";
				else if (!prevMoreIndented && sep === "\n") sep = "\n\n";
				value += sep + indent.slice(trimIndent) + content;
				sep = "\n";
				prevMoreIndented = true;
			} else if (content === "") {
				if (sep === "\n") value += "\n";
				else sep = "\n";
			} else {
				value += sep + content;
				sep = " ";
				prevMoreIndented = false;
			}
		}
		switch (header.chomp) {
			case "-": break;
			case "+":
				for (let i = chompStart; i < lines.length; ++i) value += "\n" + lines[i][0].slice(trimIndent);
				if (value[value.length - 1] !== "\n") value += "\n";
				break;
			default: value += "\n";
		}
		const end = start + header.length + scalar.source.length;
		return {
			value,
			type,
			comment: header.comment,
			range: [
				start,
				end,
				end
			]
		};
	}
	function parseBlockScalarHeader({ offset, props }, strict, onError) {
		/* istanbul ignore if should not happen */
		if (props[0].type !== "block-scalar-header") {
			onError(props[0], "IMPOSSIBLE", "Block scalar header not found");
			return null;
		}
		const { source } = props[0];
		const mode = source[0];
		let indent = 0;
		let chomp = "";
		let error = -1;
		for (let i = 1; i < source.length; ++i) {
			const ch = source[i];
			if (!chomp && (ch === "-" || ch === "+")) chomp = ch;
			else {
				const n = Number(ch);
				if (!indent && n) indent = n;
				else if (error === -1) error = offset + i;
			}
		}
		if (error !== -1) onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
		let hasSpace = false;
		let comment = "";
		let length = source.length;
		for (let i = 1; i < props.length; ++i) {
			const token = props[i];
			switch (token.type) {
				case "space": hasSpace = true;
				case "newline":
					length += token.source.length;
					break;
				case "comment":
					if (strict && !hasSpace) onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
					length += token.source.length;
					comment = token.source.substring(1);
					break;
				case "error":
					onError(token, "UNEXPECTED_TOKEN", token.message);
					length += token.source.length;
					break;
				/* istanbul ignore next should not happen */
				default: {
					onError(token, "UNEXPECTED_TOKEN", `Unexpected token in block scalar header: ${token.type}`);
					const ts = token.source;
					if (ts && typeof ts === "string") length += ts.length;
				}
			}
		}
		return {
			mode,
			indent,
			chomp,
			comment,
			length
		};
	}
	/** @returns Array of lines split up as `[indent, content]` */
	function splitLines(source) {
		const split = source.split(/\n( *)/);
		const first = split[0];
		const m = first.match(/^( *)/);
		const lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
		for (let i = 1; i < split.length; i += 2) lines.push([split[i], split[i + 1]]);
		return lines;
	}
	exports.resolveBlockScalar = resolveBlockScalar;
}));

// node_modules/yaml/dist/compose/resolve-flow-scalar.js
var require_resolve_flow_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Scalar = require_Scalar();
	var resolveEnd = require_resolve_end();
	function resolveFlowScalar(scalar, strict, onError) {
		const { offset, type, source, end } = scalar;
		let _type;
		let value;
		const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
		switch (type) {
			case "scalar":
				_type = Scalar.Scalar.PLAIN;
				value = plainValue(source, _onError);
				break;
			case "single-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_SINGLE;
				value = singleQuotedValue(source, _onError);
				break;
			case "double-quoted-scalar":
				_type = Scalar.Scalar.QUOTE_DOUBLE;
				value = doubleQuotedValue(source, _onError);
				break;
			/* istanbul ignore next should not happen */
			default:
				onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`);
				return {
					value: "",
					type: null,
					comment: "",
					range: [
						offset,
						offset + source.length,
						offset + source.length
					]
				};
		}
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
		return {
			value,
			type: _type,
			comment: re.comment,
			range: [
				offset,
				valueEnd,
				re.offset
			]
		};
	}
	function plainValue(source, onError) {
		let badChar = "";
		switch (source[0]) {
			/* istanbul ignore next should not happen */
			case "	":
				badChar = "a tab character";
				break;
			case ",":
				badChar = "flow indicator character ,";
				break;
			case "%":
				badChar = "directive indicator character %";
				break;
			case "|":
			case ">":
				badChar = `block scalar indicator ${source[0]}`;
				break;
			case "@":
			case "`": badChar = `reserved character ${source[0]}`;
		}
		if (badChar) onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`);
		return unfoldLines(source);
	}
	function singleQuotedValue(source, onError) {
		if (source[source.length - 1] !== "'" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing 'quote");
		return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
	}
	function unfoldLines(source) {
		const line = /(.*?)\r?\n/sy;
		let match = line.exec(source);
		if (!match) return source;
		/**
		* The negative lookbehinds in these RegExps are to
		* prevent causing a polynomial search time in certain cases.
		*
		* The try-catch is for Safari < 16.4 and other old browsers:
		* https://caniuse.com/js-regexp-lookbehind
		*/
		let trimEnd;
		let trimBoth;
		try {
			trimEnd = new RegExp("(?<![ 	])[ 	]+$");
			trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
		} catch {
			trimEnd = /[ \t]+$/;
			trimBoth = /^[ \t]+|[ \t]+$/g;
		}
		let res = match[1].replace(trimEnd, "");
		let sep = " ";
		let pos = line.lastIndex;
		while (match = line.exec(source)) {
			const lm = match[1].replace(trimBoth, "");
			if (lm === "") {
				if (sep === "\n") res += sep;
				else sep = "\n";
			} else {
				res += sep + lm;
				sep = " ";
			}
			pos = line.lastIndex;
		}
		const last = /[ \t]*(.*)/sy;
		last.lastIndex = pos;
		match = last.exec(source);
		return res + sep + (match?.[1] ?? "");
	}
	function doubleQuotedValue(source, onError) {
		let res = "";
		for (let i = 1; i < source.length - 1; ++i) {
			const ch = source[i];
			if (ch === "\r" && source[i + 1] === "\n") continue;
			if (ch === "\n") {
				const { fold, offset } = foldNewline(source, i);
				res += fold;
				i = offset;
			} else if (ch === "\\") {
				let next = source[++i];
				const cc = escapeCodes[next];
				if (cc) res += cc;
				else if (next === "\n") {
					next = source[i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "\r" && source[i + 1] === "\n") {
					next = source[++i + 1];
					while (next === " " || next === "	") next = source[++i + 1];
				} else if (next === "x" || next === "u" || next === "U") {
					const length = next === "x" ? 2 : next === "u" ? 4 : 8;
					res += parseCharCode(source, i + 1, length, onError);
					i += length;
				} else {
					const raw = source.substr(i - 1, 2);
					onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
					res += raw;
				}
			} else if (ch === " " || ch === "	") {
				const wsStart = i;
				let next = source[i + 1];
				while (next === " " || next === "	") next = source[++i + 1];
				if (next !== "\n" && !(next === "\r" && source[i + 2] === "\n")) res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
			} else res += ch;
		}
		if (source[source.length - 1] !== "\"" || source.length === 1) onError(source.length, "MISSING_CHAR", "Missing closing \"quote");
		return res;
	}
	/**
	* Fold a single newline into a space, multiple newlines to N - 1 newlines.
	* Presumes `source[offset] === '\n'`
	*/
	function foldNewline(source, offset) {
		let fold = "";
		let ch = source[offset + 1];
		while (ch === " " || ch === "	" || ch === "\n" || ch === "\r") {
			if (ch === "\r" && source[offset + 2] !== "\n") break;
			if (ch === "\n") fold += "\n";
			offset += 1;
			ch = source[offset + 1];
		}
		if (!fold) fold = " ";
		return {
			fold,
			offset
		};
	}
	const escapeCodes = {
		"0": "\0",
		a: "\x07",
		b: "\b",
		e: "\x1B",
		f: "\f",
		n: "\n",
		r: "\r",
		t: "	",
		v: "\v",
		N: "",
		_: "\xA0",
		L: "\u2028",
		P: "\u2029",
		" ": " ",
		"\"": "\"",
		"/": "/",
		"\\": "\\",
		"	": "	"
	};
	function parseCharCode(source, offset, length, onError) {
		const cc = source.substr(offset, length);
		const code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
		try {
			return String.fromCodePoint(code);
		} catch {
			const raw = source.substr(offset - 2, length + 2);
			onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`);
			return raw;
		}
	}
	exports.resolveFlowScalar = resolveFlowScalar;
}));

// node_modules/yaml/dist/compose/compose-scalar.js
var require_compose_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var identity = require_identity();
	var Scalar = require_Scalar();
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	function composeScalar(ctx, token, tagToken, onError) {
		const { value, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError) : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
		const tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
		let tag;
		if (ctx.options.stringKeys && ctx.atKey) tag = ctx.schema[identity.SCALAR];
		else if (tagName) tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
		else if (token.type === "scalar") tag = findScalarTagByTest(ctx, value, token, onError);
		else tag = ctx.schema[identity.SCALAR];
		let scalar;
		try {
			const res = tag.resolve(value, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
			scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
		} catch (error) {
			const msg = error instanceof Error ? error.message : String(error);
			onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg);
			scalar = new Scalar.Scalar(value);
		}
		scalar.range = range;
		scalar.source = value;
		if (type) scalar.type = type;
		if (tagName) scalar.tag = tagName;
		if (tag.format) scalar.format = tag.format;
		if (comment) scalar.comment = comment;
		return scalar;
	}
	function findScalarTagByName(schema, value, tagName, tagToken, onError) {
		if (tagName === "!") return schema[identity.SCALAR];
		const matchWithTest = [];
		for (const tag of schema.tags) if (!tag.collection && tag.tag === tagName) {
			if (tag.default && tag.test) matchWithTest.push(tag);
			else return tag;
		}
		for (const tag of matchWithTest) if (tag.test?.test(value)) return tag;
		const kt = schema.knownTags[tagName];
		if (kt && !kt.collection) {
			schema.tags.push(Object.assign({}, kt, {
				default: false,
				test: void 0
			}));
			return kt;
		}
		onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str");
		return schema[identity.SCALAR];
	}
	function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
		const tag = schema.tags.find((tag) => (tag.default === true || atKey && tag.default === "key") && tag.test?.test(value)) || schema[identity.SCALAR];
		if (schema.compat) {
			const compat = schema.compat.find((tag) => tag.default && tag.test?.test(value)) ?? schema[identity.SCALAR];
			if (tag.tag !== compat.tag) onError(token, "TAG_RESOLVE_FAILED", `Value may be parsed as either ${directives.tagString(tag.tag)} or ${directives.tagString(compat.tag)}`, true);
		}
		return tag;
	}
	exports.composeScalar = composeScalar;
}));

// node_modules/yaml/dist/compose/util-empty-scalar-position.js
var require_util_empty_scalar_position = /* @__PURE__ */ __commonJSMin(((exports) => {
	function emptyScalarPosition(offset, before, pos) {
		if (before) {
			pos ?? (pos = before.length);
			for (let i = pos - 1; i >= 0; --i) {
				let st = before[i];
				switch (st.type) {
					case "space":
					case "comment":
					case "newline":
						offset -= st.source.length;
						continue;
				}
				st = before[++i];
				while (st?.type === "space") {
					offset += st.source.length;
					st = before[++i];
				}
				break;
			}
		}
		return offset;
	}
	exports.emptyScalarPosition = emptyScalarPosition;
}));

// node_modules/yaml/dist/compose/compose-node.js
var require_compose_node = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Alias = require_Alias();
	var identity = require_identity();
	var composeCollection = require_compose_collection();
	var composeScalar = require_compose_scalar();
	var resolveEnd = require_resolve_end();
	var utilEmptyScalarPosition = require_util_empty_scalar_position();
	const CN = {
		composeNode,
		composeEmptyNode
	};
	function composeNode(ctx, token, props, onError) {
		const atKey = ctx.atKey;
		const { spaceBefore, comment, anchor, tag } = props;
		let node;
		let isSrcToken = true;
		switch (token.type) {
			case "alias":
				node = composeAlias(ctx, token, onError);
				if (anchor || tag) onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
				break;
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "block-scalar":
				node = composeScalar.composeScalar(ctx, token, tag, onError);
				if (anchor) node.anchor = anchor.source.substring(1);
				break;
			case "block-map":
			case "block-seq":
			case "flow-collection":
				try {
					node = composeCollection.composeCollection(CN, ctx, token, props, onError);
					if (anchor) node.anchor = anchor.source.substring(1);
				} catch (error) {
					onError(token, "RESOURCE_EXHAUSTION", error instanceof Error ? error.message : String(error));
				}
				break;
			default:
				onError(token, "UNEXPECTED_TOKEN", token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`);
				isSrcToken = false;
		}
		node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError));
		if (anchor && node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		if (atKey && ctx.options.stringKeys && (!identity.isScalar(node) || typeof node.value !== "string" || node.tag && node.tag !== "tag:yaml.org,2002:str")) onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings");
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			if (token.type === "scalar" && token.source === "") node.comment = comment;
			else node.commentBefore = comment;
		}
		if (ctx.options.keepSourceTokens && isSrcToken) node.srcToken = token;
		return node;
	}
	function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
		const token = {
			type: "scalar",
			offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
			indent: -1,
			source: ""
		};
		const node = composeScalar.composeScalar(ctx, token, tag, onError);
		if (anchor) {
			node.anchor = anchor.source.substring(1);
			if (node.anchor === "") onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string");
		}
		if (spaceBefore) node.spaceBefore = true;
		if (comment) {
			node.comment = comment;
			node.range[2] = end;
		}
		return node;
	}
	function composeAlias({ options }, { offset, source, end }, onError) {
		const alias = new Alias.Alias(source.substring(1));
		if (alias.source === "") onError(offset, "BAD_ALIAS", "Alias cannot be an empty string");
		if (alias.source.endsWith(":")) onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", true);
		const valueEnd = offset + source.length;
		const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
		alias.range = [
			offset,
			valueEnd,
			re.offset
		];
		if (re.comment) alias.comment = re.comment;
		return alias;
	}
	exports.composeEmptyNode = composeEmptyNode;
	exports.composeNode = composeNode;
}));

// node_modules/yaml/dist/compose/compose-doc.js
var require_compose_doc = /* @__PURE__ */ __commonJSMin(((exports) => {
	var Document = require_Document();
	var composeNode = require_compose_node();
	var resolveEnd = require_resolve_end();
	var resolveProps = require_resolve_props();
	function composeDoc(options, directives, { offset, start, value, end }, onError) {
		const opts = Object.assign({ _directives: directives }, options);
		const doc = new Document.Document(void 0, opts);
		const ctx = {
			atKey: false,
			atRoot: true,
			directives: doc.directives,
			options: doc.options,
			schema: doc.schema
		};
		const props = resolveProps.resolveProps(start, {
			indicator: "doc-start",
			next: value ?? end?.[0],
			offset,
			onError,
			parentIndent: 0,
			startOnNewline: true
		});
		if (props.found) {
			doc.directives.docStart = true;
			if (value && (value.type === "block-map" || value.type === "block-seq") && !props.hasNewline) onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker");
		}
		doc.contents = value ? composeNode.composeNode(ctx, value, props, onError) : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
		const contentEnd = doc.contents.range[2];
		const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
		if (re.comment) doc.comment = re.comment;
		doc.range = [
			offset,
			contentEnd,
			re.offset
		];
		return doc;
	}
	exports.composeDoc = composeDoc;
}));

// node_modules/yaml/dist/compose/composer.js
var require_composer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var directives = require_directives();
	var Document = require_Document();
	var errors = require_errors$1();
	var identity = require_identity();
	var composeDoc = require_compose_doc();
	var resolveEnd = require_resolve_end();
	function getErrorPos(src) {
		if (typeof src === "number") return [src, src + 1];
		if (Array.isArray(src)) return src.length === 2 ? src : [src[0], src[1]];
		const { offset, source } = src;
		return [offset, offset + (typeof source === "string" ? source.length : 1)];
	}
	function parsePrelude(prelude) {
		let comment = "";
		let atComment = false;
		let afterEmptyLine = false;
		for (let i = 0; i < prelude.length; ++i) {
			const source = prelude[i];
			switch (source[0]) {
				case "#":
					comment += (comment === "" ? "" : afterEmptyLine ? "\n\n" : "\n") + (source.substring(1) || " ");
					atComment = true;
					afterEmptyLine = false;
					break;
				case "%":
					if (prelude[i + 1]?.[0] !== "#") i += 1;
					atComment = false;
					break;
				default:
					if (!atComment) afterEmptyLine = true;
					atComment = false;
			}
		}
		return {
			comment,
			afterEmptyLine
		};
	}
	/**
	* Compose a stream of CST nodes into a stream of YAML Documents.
	*
	* ```ts
	* import { Composer, Parser } from 'yaml'
	*
	* const src: string = ...
	* const tokens = new Parser().parse(src)
	* const docs = new Composer().compose(tokens)
	* ```
	*/
	var Composer = class {
		constructor(options = {}) {
			this.doc = null;
			this.atDirectives = false;
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
			this.onError = (source, code, message, warning) => {
				const pos = getErrorPos(source);
				if (warning) this.warnings.push(new errors.YAMLWarning(pos, code, message));
				else this.errors.push(new errors.YAMLParseError(pos, code, message));
			};
			this.directives = new directives.Directives({ version: options.version || "1.2" });
			this.options = options;
		}
		decorate(doc, afterDoc) {
			const { comment, afterEmptyLine } = parsePrelude(this.prelude);
			if (comment) {
				const dc = doc.contents;
				if (afterDoc) doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
				else if (afterEmptyLine || doc.directives.docStart || !dc) doc.commentBefore = comment;
				else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
					let it = dc.items[0];
					if (identity.isPair(it)) it = it.key;
					const cb = it.commentBefore;
					it.commentBefore = cb ? `${comment}\n${cb}` : comment;
				} else {
					const cb = dc.commentBefore;
					dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
				}
			}
			if (afterDoc) {
				for (let i = 0; i < this.errors.length; ++i) doc.errors.push(this.errors[i]);
				for (let i = 0; i < this.warnings.length; ++i) doc.warnings.push(this.warnings[i]);
			} else {
				doc.errors = this.errors;
				doc.warnings = this.warnings;
			}
			this.prelude = [];
			this.errors = [];
			this.warnings = [];
		}
		/**
		* Current stream status information.
		*
		* Mostly useful at the end of input for an empty stream.
		*/
		streamInfo() {
			return {
				comment: parsePrelude(this.prelude).comment,
				directives: this.directives,
				errors: this.errors,
				warnings: this.warnings
			};
		}
		/**
		* Compose tokens into documents.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*compose(tokens, forceDoc = false, endOffset = -1) {
			for (const token of tokens) yield* this.next(token);
			yield* this.end(forceDoc, endOffset);
		}
		/** Advance the composer by one CST token. */
		*next(token) {
			if (node_process.env.LOG_STREAM) console.dir(token, { depth: null });
			switch (token.type) {
				case "directive":
					this.directives.add(token.source, (offset, message, warning) => {
						const pos = getErrorPos(token);
						pos[0] += offset;
						this.onError(pos, "BAD_DIRECTIVE", message, warning);
					});
					this.prelude.push(token.source);
					this.atDirectives = true;
					break;
				case "document": {
					const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
					if (this.atDirectives && !doc.directives.docStart) this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line");
					this.decorate(doc, false);
					if (this.doc) yield this.doc;
					this.doc = doc;
					this.atDirectives = false;
					break;
				}
				case "byte-order-mark":
				case "space": break;
				case "comment":
				case "newline":
					this.prelude.push(token.source);
					break;
				case "error": {
					const msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message;
					const error = new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
					if (this.atDirectives || !this.doc) this.errors.push(error);
					else this.doc.errors.push(error);
					break;
				}
				case "doc-end": {
					if (!this.doc) {
						this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", "Unexpected doc-end without preceding document"));
						break;
					}
					this.doc.directives.docEnd = true;
					const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
					this.decorate(this.doc, true);
					if (end.comment) {
						const dc = this.doc.comment;
						this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
					}
					this.doc.range[2] = end.offset;
					break;
				}
				default: this.errors.push(new errors.YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
			}
		}
		/**
		* Call at end of input to yield any remaining document.
		*
		* @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
		* @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
		*/
		*end(forceDoc = false, endOffset = -1) {
			if (this.doc) {
				this.decorate(this.doc, true);
				yield this.doc;
				this.doc = null;
			} else if (forceDoc) {
				const opts = Object.assign({ _directives: this.directives }, this.options);
				const doc = new Document.Document(void 0, opts);
				if (this.atDirectives) this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line");
				doc.range = [
					0,
					endOffset,
					endOffset
				];
				this.decorate(doc, false);
				yield doc;
			}
		}
	};
	exports.Composer = Composer;
}));

// node_modules/yaml/dist/parse/cst-scalar.js
var require_cst_scalar = /* @__PURE__ */ __commonJSMin(((exports) => {
	var resolveBlockScalar = require_resolve_block_scalar();
	var resolveFlowScalar = require_resolve_flow_scalar();
	var errors = require_errors$1();
	var stringifyString = require_stringifyString();
	function resolveAsScalar(token, strict = true, onError) {
		if (token) {
			const _onError = (pos, code, message) => {
				const offset = typeof pos === "number" ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
				if (onError) onError(offset, code, message);
				else throw new errors.YAMLParseError([offset, offset + 1], code, message);
			};
			switch (token.type) {
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
				case "block-scalar": return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
			}
		}
		return null;
	}
	/**
	* Create a new scalar token with `value`
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.indent The indent level of the token.
	* @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
	* @param context.offset The offset position of the token.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function createScalarToken(value, context) {
		const { implicitKey = false, indent, inFlow = false, offset = -1, type = "PLAIN" } = context;
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey,
			indent: indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		const end = context.end ?? [{
			type: "newline",
			offset: -1,
			indent,
			source: "\n"
		}];
		switch (source[0]) {
			case "|":
			case ">": {
				const he = source.indexOf("\n");
				const head = source.substring(0, he);
				const body = source.substring(he + 1) + "\n";
				const props = [{
					type: "block-scalar-header",
					offset,
					indent,
					source: head
				}];
				if (!addEndtoBlockProps(props, end)) props.push({
					type: "newline",
					offset: -1,
					indent,
					source: "\n"
				});
				return {
					type: "block-scalar",
					offset,
					indent,
					props,
					source: body
				};
			}
			case "\"": return {
				type: "double-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			case "'": return {
				type: "single-quoted-scalar",
				offset,
				indent,
				source,
				end
			};
			default: return {
				type: "scalar",
				offset,
				indent,
				source,
				end
			};
		}
	}
	/**
	* Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
	*
	* Best efforts are made to retain any comments previously associated with the `token`,
	* though all contents within a collection's `items` will be overwritten.
	*
	* Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
	* as this function does not support any schema operations and won't check for such conflicts.
	*
	* @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
	* @param value The string representation of the value, which will have its content properly indented.
	* @param context.afterKey In most cases, values after a key should have an additional level of indentation.
	* @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
	* @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
	* @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
	*/
	function setScalarValue(token, value, context = {}) {
		let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
		let indent = "indent" in token ? token.indent : null;
		if (afterKey && typeof indent === "number") indent += 2;
		if (!type) switch (token.type) {
			case "single-quoted-scalar":
				type = "QUOTE_SINGLE";
				break;
			case "double-quoted-scalar":
				type = "QUOTE_DOUBLE";
				break;
			case "block-scalar": {
				const header = token.props[0];
				if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
				type = header.source[0] === ">" ? "BLOCK_FOLDED" : "BLOCK_LITERAL";
				break;
			}
			default: type = "PLAIN";
		}
		const source = stringifyString.stringifyString({
			type,
			value
		}, {
			implicitKey: implicitKey || indent === null,
			indent: indent !== null && indent > 0 ? " ".repeat(indent) : "",
			inFlow,
			options: {
				blockQuote: true,
				lineWidth: -1
			}
		});
		switch (source[0]) {
			case "|":
			case ">":
				setBlockScalarValue(token, source);
				break;
			case "\"":
				setFlowScalarValue(token, source, "double-quoted-scalar");
				break;
			case "'":
				setFlowScalarValue(token, source, "single-quoted-scalar");
				break;
			default: setFlowScalarValue(token, source, "scalar");
		}
	}
	function setBlockScalarValue(token, source) {
		const he = source.indexOf("\n");
		const head = source.substring(0, he);
		const body = source.substring(he + 1) + "\n";
		if (token.type === "block-scalar") {
			const header = token.props[0];
			if (header.type !== "block-scalar-header") throw new Error("Invalid block scalar header");
			header.source = head;
			token.source = body;
		} else {
			const { offset } = token;
			const indent = "indent" in token ? token.indent : -1;
			const props = [{
				type: "block-scalar-header",
				offset,
				indent,
				source: head
			}];
			if (!addEndtoBlockProps(props, "end" in token ? token.end : void 0)) props.push({
				type: "newline",
				offset: -1,
				indent,
				source: "\n"
			});
			for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
			Object.assign(token, {
				type: "block-scalar",
				indent,
				props,
				source: body
			});
		}
	}
	/** @returns `true` if last token is a newline */
	function addEndtoBlockProps(props, end) {
		if (end) for (const st of end) switch (st.type) {
			case "space":
			case "comment":
				props.push(st);
				break;
			case "newline":
				props.push(st);
				return true;
		}
		return false;
	}
	function setFlowScalarValue(token, source, type) {
		switch (token.type) {
			case "scalar":
			case "double-quoted-scalar":
			case "single-quoted-scalar":
				token.type = type;
				token.source = source;
				break;
			case "block-scalar": {
				const end = token.props.slice(1);
				let oa = source.length;
				if (token.props[0].type === "block-scalar-header") oa -= token.props[0].source.length;
				for (const tok of end) tok.offset += oa;
				delete token.props;
				Object.assign(token, {
					type,
					source,
					end
				});
				break;
			}
			case "block-map":
			case "block-seq": {
				const nl = {
					type: "newline",
					offset: token.offset + source.length,
					indent: token.indent,
					source: "\n"
				};
				delete token.items;
				Object.assign(token, {
					type,
					source,
					end: [nl]
				});
				break;
			}
			default: {
				const indent = "indent" in token ? token.indent : -1;
				const end = "end" in token && Array.isArray(token.end) ? token.end.filter((st) => st.type === "space" || st.type === "comment" || st.type === "newline") : [];
				for (const key of Object.keys(token)) if (key !== "type" && key !== "offset") delete token[key];
				Object.assign(token, {
					type,
					indent,
					source,
					end
				});
			}
		}
	}
	exports.createScalarToken = createScalarToken;
	exports.resolveAsScalar = resolveAsScalar;
	exports.setScalarValue = setScalarValue;
}));

// node_modules/yaml/dist/parse/cst-stringify.js
var require_cst_stringify = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Stringify a CST document, token, or collection item
	*
	* Fair warning: This applies no validation whatsoever, and
	* simply concatenates the sources in their logical order.
	*/
	const stringify = (cst) => "type" in cst ? stringifyToken(cst) : stringifyItem(cst);
	function stringifyToken(token) {
		switch (token.type) {
			case "block-scalar": {
				let res = "";
				for (const tok of token.props) res += stringifyToken(tok);
				return res + token.source;
			}
			case "block-map":
			case "block-seq": {
				let res = "";
				for (const item of token.items) res += stringifyItem(item);
				return res;
			}
			case "flow-collection": {
				let res = token.start.source;
				for (const item of token.items) res += stringifyItem(item);
				for (const st of token.end) res += st.source;
				return res;
			}
			case "document": {
				let res = stringifyItem(token);
				if (token.end) for (const st of token.end) res += st.source;
				return res;
			}
			default: {
				let res = token.source;
				if ("end" in token && token.end) for (const st of token.end) res += st.source;
				return res;
			}
		}
	}
	function stringifyItem({ start, key, sep, value }) {
		let res = "";
		for (const st of start) res += st.source;
		if (key) res += stringifyToken(key);
		if (sep) for (const st of sep) res += st.source;
		if (value) res += stringifyToken(value);
		return res;
	}
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/parse/cst-visit.js
var require_cst_visit = /* @__PURE__ */ __commonJSMin(((exports) => {
	const BREAK = Symbol("break visit");
	const SKIP = Symbol("skip children");
	const REMOVE = Symbol("remove item");
	/**
	* Apply a visitor to a CST document or item.
	*
	* Walks through the tree (depth-first) starting from the root, calling a
	* `visitor` function with two arguments when entering each item:
	*   - `item`: The current item, which included the following members:
	*     - `start: SourceToken[]` – Source tokens before the key or value,
	*       possibly including its anchor or tag.
	*     - `key?: Token | null` – Set for pair values. May then be `null`, if
	*       the key before the `:` separator is empty.
	*     - `sep?: SourceToken[]` – Source tokens between the key and the value,
	*       which should include the `:` map value indicator if `value` is set.
	*     - `value?: Token` – The value of a sequence item, or of a map pair.
	*   - `path`: The steps from the root to the current node, as an array of
	*     `['key' | 'value', number]` tuples.
	*
	* The return value of the visitor may be used to control the traversal:
	*   - `undefined` (default): Do nothing and continue
	*   - `visit.SKIP`: Do not visit the children of this token, continue with
	*      next sibling
	*   - `visit.BREAK`: Terminate traversal completely
	*   - `visit.REMOVE`: Remove the current item, then continue with the next one
	*   - `number`: Set the index of the next step. This is useful especially if
	*     the index of the current token has changed.
	*   - `function`: Define the next visitor for this item. After the original
	*     visitor is called on item entry, next visitors are called after handling
	*     a non-empty `key` and when exiting the item.
	*/
	function visit(cst, visitor) {
		if ("type" in cst && cst.type === "document") cst = {
			start: cst.start,
			value: cst.value
		};
		_visit(Object.freeze([]), cst, visitor);
	}
	/** Terminate visit traversal completely */
	visit.BREAK = BREAK;
	/** Do not visit the children of the current item */
	visit.SKIP = SKIP;
	/** Remove the current item */
	visit.REMOVE = REMOVE;
	/** Find the item at `path` from `cst` as the root */
	visit.itemAtPath = (cst, path) => {
		let item = cst;
		for (const [field, index] of path) {
			const tok = item?.[field];
			if (tok && "items" in tok) item = tok.items[index];
			else return void 0;
		}
		return item;
	};
	/**
	* Get the immediate parent collection of the item at `path` from `cst` as the root.
	*
	* Throws an error if the collection is not found, which should never happen if the item itself exists.
	*/
	visit.parentCollection = (cst, path) => {
		const parent = visit.itemAtPath(cst, path.slice(0, -1));
		const field = path[path.length - 1][0];
		const coll = parent?.[field];
		if (coll && "items" in coll) return coll;
		throw new Error("Parent collection not found");
	};
	function _visit(path, item, visitor) {
		let ctrl = visitor(item, path);
		if (typeof ctrl === "symbol") return ctrl;
		for (const field of ["key", "value"]) {
			const token = item[field];
			if (token && "items" in token) {
				for (let i = 0; i < token.items.length; ++i) {
					const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
					if (typeof ci === "number") i = ci - 1;
					else if (ci === BREAK) return BREAK;
					else if (ci === REMOVE) {
						token.items.splice(i, 1);
						i -= 1;
					}
				}
				if (typeof ctrl === "function" && field === "key") ctrl = ctrl(item, path);
			}
		}
		return typeof ctrl === "function" ? ctrl(item, path) : ctrl;
	}
	exports.visit = visit;
}));

// node_modules/yaml/dist/parse/cst.js
var require_cst = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cstScalar = require_cst_scalar();
	var cstStringify = require_cst_stringify();
	var cstVisit = require_cst_visit();
	/** The byte order mark */
	const BOM = "﻿";
	/** Start of doc-mode */
	const DOCUMENT = "";
	/** Unexpected end of flow-mode */
	const FLOW_END = "";
	/** Next token is a scalar value */
	const SCALAR = "";
	/** @returns `true` if `token` is a flow or block collection */
	const isCollection = (token) => !!token && "items" in token;
	/** @returns `true` if `token` is a flow or block scalar; not an alias */
	const isScalar = (token) => !!token && (token.type === "scalar" || token.type === "single-quoted-scalar" || token.type === "double-quoted-scalar" || token.type === "block-scalar");
	/* istanbul ignore next */
	/** Get a printable representation of a lexer token */
	function prettyToken(token) {
		switch (token) {
			case BOM: return "<BOM>";
			case DOCUMENT: return "<DOC>";
			case FLOW_END: return "<FLOW_END>";
			case SCALAR: return "<SCALAR>";
			default: return JSON.stringify(token);
		}
	}
	/** Identify the type of a lexer token. May return `null` for unknown tokens. */
	function tokenType(source) {
		switch (source) {
			case BOM: return "byte-order-mark";
			case DOCUMENT: return "doc-mode";
			case FLOW_END: return "flow-error-end";
			case SCALAR: return "scalar";
			case "---": return "doc-start";
			case "...": return "doc-end";
			case "":
			case "\n":
			case "\r\n": return "newline";
			case "-": return "seq-item-ind";
			case "?": return "explicit-key-ind";
			case ":": return "map-value-ind";
			case "{": return "flow-map-start";
			case "}": return "flow-map-end";
			case "[": return "flow-seq-start";
			case "]": return "flow-seq-end";
			case ",": return "comma";
		}
		switch (source[0]) {
			case " ":
			case "	": return "space";
			case "#": return "comment";
			case "%": return "directive-line";
			case "*": return "alias";
			case "&": return "anchor";
			case "!": return "tag";
			case "'": return "single-quoted-scalar";
			case "\"": return "double-quoted-scalar";
			case "|":
			case ">": return "block-scalar-header";
		}
		return null;
	}
	exports.createScalarToken = cstScalar.createScalarToken;
	exports.resolveAsScalar = cstScalar.resolveAsScalar;
	exports.setScalarValue = cstScalar.setScalarValue;
	exports.stringify = cstStringify.stringify;
	exports.visit = cstVisit.visit;
	exports.BOM = BOM;
	exports.DOCUMENT = DOCUMENT;
	exports.FLOW_END = FLOW_END;
	exports.SCALAR = SCALAR;
	exports.isCollection = isCollection;
	exports.isScalar = isScalar;
	exports.prettyToken = prettyToken;
	exports.tokenType = tokenType;
}));

// node_modules/yaml/dist/parse/lexer.js
var require_lexer = /* @__PURE__ */ __commonJSMin(((exports) => {
	var cst = require_cst();
	function isEmpty(ch) {
		switch (ch) {
			case void 0:
			case " ":
			case "\n":
			case "\r":
			case "	": return true;
			default: return false;
		}
	}
	const hexDigits = /* @__PURE__ */ new Set("0123456789ABCDEFabcdef");
	const tagChars = /* @__PURE__ */ new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
	const flowIndicatorChars = /* @__PURE__ */ new Set(",[]{}");
	const invalidAnchorChars = /* @__PURE__ */ new Set(" ,[]{}\n\r	");
	const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
	/**
	* Splits an input string into lexical tokens, i.e. smaller strings that are
	* easily identifiable by `tokens.tokenType()`.
	*
	* Lexing starts always in a "stream" context. Incomplete input may be buffered
	* until a complete token can be emitted.
	*
	* In addition to slices of the original input, the following control characters
	* may also be emitted:
	*
	* - `\x02` (Start of Text): A document starts with the next token
	* - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
	* - `\x1f` (Unit Separator): Next token is a scalar value
	* - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
	*/
	var Lexer = class {
		constructor() {
			/**
			* Flag indicating whether the end of the current buffer marks the end of
			* all input
			*/
			this.atEnd = false;
			/**
			* Explicit indent set in block scalar header, as an offset from the current
			* minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
			* explicitly set.
			*/
			this.blockScalarIndent = -1;
			/**
			* Block scalars that include a + (keep) chomping indicator in their header
			* include trailing empty lines, which are otherwise excluded from the
			* scalar's contents.
			*/
			this.blockScalarKeep = false;
			/** Current input */
			this.buffer = "";
			/**
			* Flag noting whether the map value indicator : can immediately follow this
			* node within a flow context.
			*/
			this.flowKey = false;
			/** Count of surrounding flow collection levels. */
			this.flowLevel = 0;
			/**
			* Minimum level of indentation required for next lines to be parsed as a
			* part of the current scalar value.
			*/
			this.indentNext = 0;
			/** Indentation level of the current line. */
			this.indentValue = 0;
			/** Position of the next \n character. */
			this.lineEndPos = null;
			/** Stores the state of the lexer if reaching the end of incpomplete input */
			this.next = null;
			/** A pointer to `buffer`; the current position of the lexer. */
			this.pos = 0;
		}
		/**
		* Generate YAML tokens from the `source` string. If `incomplete`,
		* a part of the last line may be left as a buffer for the next call.
		*
		* @returns A generator of lexical tokens
		*/
		*lex(source, incomplete = false) {
			if (source) {
				if (typeof source !== "string") throw TypeError("source is not a string");
				this.buffer = this.buffer ? this.buffer + source : source;
				this.lineEndPos = null;
			}
			this.atEnd = !incomplete;
			let next = this.next ?? "stream";
			while (next && (incomplete || this.hasChars(1))) next = yield* this.parseNext(next);
		}
		atLineEnd() {
			let i = this.pos;
			let ch = this.buffer[i];
			while (ch === " " || ch === "	") ch = this.buffer[++i];
			if (!ch || ch === "#" || ch === "\n") return true;
			if (ch === "\r") return this.buffer[i + 1] === "\n";
			return false;
		}
		charAt(n) {
			return this.buffer[this.pos + n];
		}
		continueScalar(offset) {
			let ch = this.buffer[offset];
			if (this.indentNext > 0) {
				let indent = 0;
				while (ch === " ") ch = this.buffer[++indent + offset];
				if (ch === "\r") {
					const next = this.buffer[indent + offset + 1];
					if (next === "\n" || !next && !this.atEnd) return offset + indent + 1;
				}
				return ch === "\n" || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
			}
			if (ch === "-" || ch === ".") {
				const dt = this.buffer.substr(offset, 3);
				if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3])) return -1;
			}
			return offset;
		}
		getLine() {
			let end = this.lineEndPos;
			if (typeof end !== "number" || end !== -1 && end < this.pos) {
				end = this.buffer.indexOf("\n", this.pos);
				this.lineEndPos = end;
			}
			if (end === -1) return this.atEnd ? this.buffer.substring(this.pos) : null;
			if (this.buffer[end - 1] === "\r") end -= 1;
			return this.buffer.substring(this.pos, end);
		}
		hasChars(n) {
			return this.pos + n <= this.buffer.length;
		}
		setNext(state) {
			this.buffer = this.buffer.substring(this.pos);
			this.pos = 0;
			this.lineEndPos = null;
			this.next = state;
			return null;
		}
		peek(n) {
			return this.buffer.substr(this.pos, n);
		}
		*parseNext(next) {
			switch (next) {
				case "stream": return yield* this.parseStream();
				case "line-start": return yield* this.parseLineStart();
				case "block-start": return yield* this.parseBlockStart();
				case "doc": return yield* this.parseDocument();
				case "flow": return yield* this.parseFlowCollection();
				case "quoted-scalar": return yield* this.parseQuotedScalar();
				case "block-scalar": return yield* this.parseBlockScalar();
				case "plain-scalar": return yield* this.parsePlainScalar();
			}
		}
		*parseStream() {
			let line = this.getLine();
			if (line === null) return this.setNext("stream");
			if (line[0] === cst.BOM) {
				yield* this.pushCount(1);
				line = line.substring(1);
			}
			if (line[0] === "%") {
				let dirEnd = line.length;
				let cs = line.indexOf("#");
				while (cs !== -1) {
					const ch = line[cs - 1];
					if (ch === " " || ch === "	") {
						dirEnd = cs - 1;
						break;
					} else cs = line.indexOf("#", cs + 1);
				}
				while (true) {
					const ch = line[dirEnd - 1];
					if (ch === " " || ch === "	") dirEnd -= 1;
					else break;
				}
				const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
				yield* this.pushCount(line.length - n);
				this.pushNewline();
				return "stream";
			}
			if (this.atLineEnd()) {
				const sp = yield* this.pushSpaces(true);
				yield* this.pushCount(line.length - sp);
				yield* this.pushNewline();
				return "stream";
			}
			yield cst.DOCUMENT;
			return yield* this.parseLineStart();
		}
		*parseLineStart() {
			const ch = this.charAt(0);
			if (!ch && !this.atEnd) return this.setNext("line-start");
			if (ch === "-" || ch === ".") {
				if (!this.atEnd && !this.hasChars(4)) return this.setNext("line-start");
				const s = this.peek(3);
				if ((s === "---" || s === "...") && isEmpty(this.charAt(3))) {
					yield* this.pushCount(3);
					this.indentValue = 0;
					this.indentNext = 0;
					return s === "---" ? "doc" : "stream";
				}
			}
			this.indentValue = yield* this.pushSpaces(false);
			if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1))) this.indentNext = this.indentValue;
			return yield* this.parseBlockStart();
		}
		*parseBlockStart() {
			const [ch0, ch1] = this.peek(2);
			if (!ch1 && !this.atEnd) return this.setNext("block-start");
			if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
				const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
				this.indentNext = this.indentValue + 1;
				this.indentValue += n;
				return "block-start";
			}
			return "doc";
		}
		*parseDocument() {
			yield* this.pushSpaces(true);
			const line = this.getLine();
			if (line === null) return this.setNext("doc");
			let n = yield* this.pushIndicators();
			switch (line[n]) {
				case "#": yield* this.pushCount(line.length - n);
				case void 0:
					yield* this.pushNewline();
					return yield* this.parseLineStart();
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel = 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					return "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "doc";
				case "\"":
				case "'": return yield* this.parseQuotedScalar();
				case "|":
				case ">":
					n += yield* this.parseBlockScalarHeader();
					n += yield* this.pushSpaces(true);
					yield* this.pushCount(line.length - n);
					yield* this.pushNewline();
					return yield* this.parseBlockScalar();
				default: return yield* this.parsePlainScalar();
			}
		}
		*parseFlowCollection() {
			let nl;
			let sp;
			let indent = -1;
			do {
				nl = yield* this.pushNewline();
				if (nl > 0) {
					sp = yield* this.pushSpaces(false);
					this.indentValue = indent = sp;
				} else sp = 0;
				sp += yield* this.pushSpaces(true);
			} while (nl + sp > 0);
			const line = this.getLine();
			if (line === null) return this.setNext("flow");
			if (indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) {
				if (!(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}"))) {
					this.flowLevel = 0;
					yield cst.FLOW_END;
					return yield* this.parseLineStart();
				}
			}
			let n = 0;
			while (line[n] === ",") {
				n += yield* this.pushCount(1);
				n += yield* this.pushSpaces(true);
				this.flowKey = false;
			}
			n += yield* this.pushIndicators();
			switch (line[n]) {
				case void 0: return "flow";
				case "#":
					yield* this.pushCount(line.length - n);
					return "flow";
				case "{":
				case "[":
					yield* this.pushCount(1);
					this.flowKey = false;
					this.flowLevel += 1;
					return "flow";
				case "}":
				case "]":
					yield* this.pushCount(1);
					this.flowKey = true;
					this.flowLevel -= 1;
					return this.flowLevel ? "flow" : "doc";
				case "*":
					yield* this.pushUntil(isNotAnchorChar);
					return "flow";
				case "\"":
				case "'":
					this.flowKey = true;
					return yield* this.parseQuotedScalar();
				case ":": {
					const next = this.charAt(1);
					if (this.flowKey || isEmpty(next) || next === ",") {
						this.flowKey = false;
						yield* this.pushCount(1);
						yield* this.pushSpaces(true);
						return "flow";
					}
				}
				default:
					this.flowKey = false;
					return yield* this.parsePlainScalar();
			}
		}
		*parseQuotedScalar() {
			const quote = this.charAt(0);
			let end = this.buffer.indexOf(quote, this.pos + 1);
			if (quote === "'") while (end !== -1 && this.buffer[end + 1] === "'") end = this.buffer.indexOf("'", end + 2);
			else while (end !== -1) {
				let n = 0;
				while (this.buffer[end - 1 - n] === "\\") n += 1;
				if (n % 2 === 0) break;
				end = this.buffer.indexOf("\"", end + 1);
			}
			const qb = this.buffer.substring(0, end);
			let nl = qb.indexOf("\n", this.pos);
			if (nl !== -1) {
				while (nl !== -1) {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = qb.indexOf("\n", cs);
				}
				if (nl !== -1) end = nl - (qb[nl - 1] === "\r" ? 2 : 1);
			}
			if (end === -1) {
				if (!this.atEnd) return this.setNext("quoted-scalar");
				end = this.buffer.length;
			}
			yield* this.pushToIndex(end + 1, false);
			return this.flowLevel ? "flow" : "doc";
		}
		*parseBlockScalarHeader() {
			this.blockScalarIndent = -1;
			this.blockScalarKeep = false;
			let i = this.pos;
			while (true) {
				const ch = this.buffer[++i];
				if (ch === "+") this.blockScalarKeep = true;
				else if (ch > "0" && ch <= "9") this.blockScalarIndent = Number(ch) - 1;
				else if (ch !== "-") break;
			}
			return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
		}
		*parseBlockScalar() {
			let nl = this.pos - 1;
			let indent = 0;
			let ch;
			loop: for (let i = this.pos; ch = this.buffer[i]; ++i) switch (ch) {
				case " ":
					indent += 1;
					break;
				case "\n":
					nl = i;
					indent = 0;
					break;
				case "\r": {
					const next = this.buffer[i + 1];
					if (!next && !this.atEnd) return this.setNext("block-scalar");
					if (next === "\n") break;
				}
				default: break loop;
			}
			if (!ch && !this.atEnd) return this.setNext("block-scalar");
			if (indent >= this.indentNext) {
				if (this.blockScalarIndent === -1) this.indentNext = indent;
				else this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
				do {
					const cs = this.continueScalar(nl + 1);
					if (cs === -1) break;
					nl = this.buffer.indexOf("\n", cs);
				} while (nl !== -1);
				if (nl === -1) {
					if (!this.atEnd) return this.setNext("block-scalar");
					nl = this.buffer.length;
				}
			}
			let i = nl + 1;
			ch = this.buffer[i];
			while (ch === " ") ch = this.buffer[++i];
			if (ch === "	") {
				while (ch === "	" || ch === " " || ch === "\r" || ch === "\n") ch = this.buffer[++i];
				nl = i - 1;
			} else if (!this.blockScalarKeep) do {
				let i = nl - 1;
				let ch = this.buffer[i];
				if (ch === "\r") ch = this.buffer[--i];
				const lastChar = i;
				while (ch === " ") ch = this.buffer[--i];
				if (ch === "\n" && i >= this.pos && i + 1 + indent > lastChar) nl = i;
				else break;
			} while (true);
			yield cst.SCALAR;
			yield* this.pushToIndex(nl + 1, true);
			return yield* this.parseLineStart();
		}
		*parsePlainScalar() {
			const inFlow = this.flowLevel > 0;
			let end = this.pos - 1;
			let i = this.pos - 1;
			let ch;
			while (ch = this.buffer[++i]) if (ch === ":") {
				const next = this.buffer[i + 1];
				if (isEmpty(next) || inFlow && flowIndicatorChars.has(next)) break;
				end = i;
			} else if (isEmpty(ch)) {
				let next = this.buffer[i + 1];
				if (ch === "\r") {
					if (next === "\n") {
						i += 1;
						ch = "\n";
						next = this.buffer[i + 1];
					} else end = i;
				}
				if (next === "#" || inFlow && flowIndicatorChars.has(next)) break;
				if (ch === "\n") {
					const cs = this.continueScalar(i + 1);
					if (cs === -1) break;
					i = Math.max(i, cs - 2);
				}
			} else {
				if (inFlow && flowIndicatorChars.has(ch)) break;
				end = i;
			}
			if (!ch && !this.atEnd) return this.setNext("plain-scalar");
			yield cst.SCALAR;
			yield* this.pushToIndex(end + 1, true);
			return inFlow ? "flow" : "doc";
		}
		*pushCount(n) {
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos += n;
				return n;
			}
			return 0;
		}
		*pushToIndex(i, allowEmpty) {
			const s = this.buffer.slice(this.pos, i);
			if (s) {
				yield s;
				this.pos += s.length;
				return s.length;
			} else if (allowEmpty) yield "";
			return 0;
		}
		*pushIndicators() {
			let n = 0;
			loop: while (true) {
				switch (this.charAt(0)) {
					case "!":
						n += yield* this.pushTag();
						n += yield* this.pushSpaces(true);
						continue loop;
					case "&":
						n += yield* this.pushUntil(isNotAnchorChar);
						n += yield* this.pushSpaces(true);
						continue loop;
					case "-":
					case "?":
					case ":": {
						const inFlow = this.flowLevel > 0;
						const ch1 = this.charAt(1);
						if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
							if (!inFlow) this.indentNext = this.indentValue + 1;
							else if (this.flowKey) this.flowKey = false;
							n += yield* this.pushCount(1);
							n += yield* this.pushSpaces(true);
							continue loop;
						}
					}
				}
				break loop;
			}
			return n;
		}
		*pushTag() {
			if (this.charAt(1) === "<") {
				let i = this.pos + 2;
				let ch = this.buffer[i];
				while (!isEmpty(ch) && ch !== ">") ch = this.buffer[++i];
				return yield* this.pushToIndex(ch === ">" ? i + 1 : i, false);
			} else {
				let i = this.pos + 1;
				let ch = this.buffer[i];
				while (ch) if (tagChars.has(ch)) ch = this.buffer[++i];
				else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2])) ch = this.buffer[i += 3];
				else break;
				return yield* this.pushToIndex(i, false);
			}
		}
		*pushNewline() {
			const ch = this.buffer[this.pos];
			if (ch === "\n") return yield* this.pushCount(1);
			else if (ch === "\r" && this.charAt(1) === "\n") return yield* this.pushCount(2);
			else return 0;
		}
		*pushSpaces(allowTabs) {
			let i = this.pos - 1;
			let ch;
			do
				ch = this.buffer[++i];
			while (ch === " " || allowTabs && ch === "	");
			const n = i - this.pos;
			if (n > 0) {
				yield this.buffer.substr(this.pos, n);
				this.pos = i;
			}
			return n;
		}
		*pushUntil(test) {
			let i = this.pos;
			let ch = this.buffer[i];
			while (!test(ch)) ch = this.buffer[++i];
			return yield* this.pushToIndex(i, false);
		}
	};
	exports.Lexer = Lexer;
}));

// node_modules/yaml/dist/parse/line-counter.js
var require_line_counter = /* @__PURE__ */ __commonJSMin(((exports) => {
	/**
	* Tracks newlines during parsing in order to provide an efficient API for
	* determining the one-indexed `{ line, col }` position for any offset
	* within the input.
	*/
	var LineCounter = class {
		constructor() {
			this.lineStarts = [];
			/**
			* Should be called in ascending order. Otherwise, call
			* `lineCounter.lineStarts.sort()` before calling `linePos()`.
			*/
			this.addNewLine = (offset) => this.lineStarts.push(offset);
			/**
			* Performs a binary search and returns the 1-indexed { line, col }
			* position of `offset`. If `line === 0`, `addNewLine` has never been
			* called or `offset` is before the first known newline.
			*/
			this.linePos = (offset) => {
				let low = 0;
				let high = this.lineStarts.length;
				while (low < high) {
					const mid = low + high >> 1;
					if (this.lineStarts[mid] < offset) low = mid + 1;
					else high = mid;
				}
				if (this.lineStarts[low] === offset) return {
					line: low + 1,
					col: 1
				};
				if (low === 0) return {
					line: 0,
					col: offset
				};
				const start = this.lineStarts[low - 1];
				return {
					line: low,
					col: offset - start + 1
				};
			};
		}
	};
	exports.LineCounter = LineCounter;
}));

// node_modules/yaml/dist/parse/parser.js
var require_parser = /* @__PURE__ */ __commonJSMin(((exports) => {
	var node_process = __require("process");
	var cst = require_cst();
	var lexer = require_lexer();
	function includesToken(list, type) {
		for (let i = 0; i < list.length; ++i) if (list[i].type === type) return true;
		return false;
	}
	function findNonEmptyIndex(list) {
		for (let i = 0; i < list.length; ++i) switch (list[i].type) {
			case "space":
			case "comment":
			case "newline": break;
			default: return i;
		}
		return -1;
	}
	function isFlowToken(token) {
		switch (token?.type) {
			case "alias":
			case "scalar":
			case "single-quoted-scalar":
			case "double-quoted-scalar":
			case "flow-collection": return true;
			default: return false;
		}
	}
	function getPrevProps(parent) {
		switch (parent.type) {
			case "document": return parent.start;
			case "block-map": {
				const it = parent.items[parent.items.length - 1];
				return it.sep ?? it.start;
			}
			case "block-seq": return parent.items[parent.items.length - 1].start;
			/* istanbul ignore next should not happen */
			default: return [];
		}
	}
	/** Note: May modify input array */
	function getFirstKeyStartProps(prev) {
		if (prev.length === 0) return [];
		let i = prev.length;
		loop: while (--i >= 0) switch (prev[i].type) {
			case "doc-start":
			case "explicit-key-ind":
			case "map-value-ind":
			case "seq-item-ind":
			case "newline": break loop;
		}
		while (prev[++i]?.type === "space");
		return prev.splice(i, prev.length);
	}
	function arrayPushArray(target, source) {
		if (source.length < 1e5) Array.prototype.push.apply(target, source);
		else for (let i = 0; i < source.length; ++i) target.push(source[i]);
	}
	function fixFlowSeqItems(fc) {
		if (fc.start.type === "flow-seq-start") {
			for (const it of fc.items) if (it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind")) {
				if (it.key) it.value = it.key;
				delete it.key;
				if (isFlowToken(it.value)) {
					if (it.value.end) arrayPushArray(it.value.end, it.sep);
					else it.value.end = it.sep;
				} else arrayPushArray(it.start, it.sep);
				delete it.sep;
			}
		}
	}
	/**
	* A YAML concrete syntax tree (CST) parser
	*
	* ```ts
	* const src: string = ...
	* for (const token of new Parser().parse(src)) {
	*   // token: Token
	* }
	* ```
	*
	* To use the parser with a user-provided lexer:
	*
	* ```ts
	* function* parse(source: string, lexer: Lexer) {
	*   const parser = new Parser()
	*   for (const lexeme of lexer.lex(source))
	*     yield* parser.next(lexeme)
	*   yield* parser.end()
	* }
	*
	* const src: string = ...
	* const lexer = new Lexer()
	* for (const token of parse(src, lexer)) {
	*   // token: Token
	* }
	* ```
	*/
	var Parser = class {
		/**
		* @param onNewLine - If defined, called separately with the start position of
		*   each new line (in `parse()`, including the start of input).
		*/
		constructor(onNewLine) {
			/** If true, space and sequence indicators count as indentation */
			this.atNewLine = true;
			/** If true, next token is a scalar value */
			this.atScalar = false;
			/** Current indentation level */
			this.indent = 0;
			/** Current offset since the start of parsing */
			this.offset = 0;
			/** On the same line with a block map key */
			this.onKeyLine = false;
			/** Top indicates the node that's currently being built */
			this.stack = [];
			/** The source of the current token, set in parse() */
			this.source = "";
			/** The type of the current token, set in parse() */
			this.type = "";
			this.lexer = new lexer.Lexer();
			this.onNewLine = onNewLine;
		}
		/**
		* Parse `source` as a YAML stream.
		* If `incomplete`, a part of the last line may be left as a buffer for the next call.
		*
		* Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
		*
		* @returns A generator of tokens representing each directive, document, and other structure.
		*/
		*parse(source, incomplete = false) {
			if (this.onNewLine && this.offset === 0) this.onNewLine(0);
			for (const lexeme of this.lexer.lex(source, incomplete)) yield* this.next(lexeme);
			if (!incomplete) yield* this.end();
		}
		/**
		* Advance the parser by the `source` of one lexical token.
		*/
		*next(source) {
			this.source = source;
			if (node_process.env.LOG_TOKENS) console.log("|", cst.prettyToken(source));
			if (this.atScalar) {
				this.atScalar = false;
				yield* this.step();
				this.offset += source.length;
				return;
			}
			const type = cst.tokenType(source);
			if (!type) {
				const message = `Not a YAML token: ${source}`;
				yield* this.pop({
					type: "error",
					offset: this.offset,
					message,
					source
				});
				this.offset += source.length;
			} else if (type === "scalar") {
				this.atNewLine = false;
				this.atScalar = true;
				this.type = "scalar";
			} else {
				this.type = type;
				yield* this.step();
				switch (type) {
					case "newline":
						this.atNewLine = true;
						this.indent = 0;
						if (this.onNewLine) this.onNewLine(this.offset + source.length);
						break;
					case "space":
						if (this.atNewLine && source[0] === " ") this.indent += source.length;
						break;
					case "explicit-key-ind":
					case "map-value-ind":
					case "seq-item-ind":
						if (this.atNewLine) this.indent += source.length;
						break;
					case "doc-mode":
					case "flow-error-end": return;
					default: this.atNewLine = false;
				}
				this.offset += source.length;
			}
		}
		/** Call at end of input to push out any remaining constructions */
		*end() {
			while (this.stack.length > 0) yield* this.pop();
		}
		get sourceToken() {
			return {
				type: this.type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		*step() {
			const top = this.peek(1);
			if (this.type === "doc-end" && top?.type !== "doc-end") {
				while (this.stack.length > 0) yield* this.pop();
				this.stack.push({
					type: "doc-end",
					offset: this.offset,
					source: this.source
				});
				return;
			}
			if (!top) return yield* this.stream();
			switch (top.type) {
				case "document": return yield* this.document(top);
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return yield* this.scalar(top);
				case "block-scalar": return yield* this.blockScalar(top);
				case "block-map": return yield* this.blockMap(top);
				case "block-seq": return yield* this.blockSequence(top);
				case "flow-collection": return yield* this.flowCollection(top);
				case "doc-end": return yield* this.documentEnd(top);
			}
			/* istanbul ignore next should not happen */
			yield* this.pop();
		}
		peek(n) {
			return this.stack[this.stack.length - n];
		}
		*pop(error) {
			const token = error ?? this.stack.pop();
			/* istanbul ignore if should not happen */
			if (!token) yield {
				type: "error",
				offset: this.offset,
				source: "",
				message: "Tried to pop an empty stack"
			};
			else if (this.stack.length === 0) yield token;
			else {
				const top = this.peek(1);
				if (token.type === "block-scalar") token.indent = "indent" in top ? top.indent : 0;
				else if (token.type === "flow-collection" && top.type === "document") token.indent = 0;
				if (token.type === "flow-collection") fixFlowSeqItems(token);
				switch (top.type) {
					case "document":
						top.value = token;
						break;
					case "block-scalar":
						top.props.push(token);
						break;
					case "block-map": {
						const it = top.items[top.items.length - 1];
						if (it.value) {
							top.items.push({
								start: [],
								key: token,
								sep: []
							});
							this.onKeyLine = true;
							return;
						} else if (it.sep) it.value = token;
						else {
							Object.assign(it, {
								key: token,
								sep: []
							});
							this.onKeyLine = !it.explicitKey;
							return;
						}
						break;
					}
					case "block-seq": {
						const it = top.items[top.items.length - 1];
						if (it.value) top.items.push({
							start: [],
							value: token
						});
						else it.value = token;
						break;
					}
					case "flow-collection": {
						const it = top.items[top.items.length - 1];
						if (!it || it.value) top.items.push({
							start: [],
							key: token,
							sep: []
						});
						else if (it.sep) it.value = token;
						else Object.assign(it, {
							key: token,
							sep: []
						});
						return;
					}
					/* istanbul ignore next should not happen */
					default:
						yield* this.pop();
						yield* this.pop(token);
				}
				if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
					const last = token.items[token.items.length - 1];
					if (last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent))) {
						if (top.type === "document") top.end = last.start;
						else top.items.push({ start: last.start });
						token.items.splice(-1, 1);
					}
				}
			}
		}
		*stream() {
			switch (this.type) {
				case "directive-line":
					yield {
						type: "directive",
						offset: this.offset,
						source: this.source
					};
					return;
				case "byte-order-mark":
				case "space":
				case "comment":
				case "newline":
					yield this.sourceToken;
					return;
				case "doc-mode":
				case "doc-start": {
					const doc = {
						type: "document",
						offset: this.offset,
						start: []
					};
					if (this.type === "doc-start") doc.start.push(this.sourceToken);
					this.stack.push(doc);
					return;
				}
			}
			yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML stream`,
				source: this.source
			};
		}
		*document(doc) {
			if (doc.value) return yield* this.lineEnd(doc);
			switch (this.type) {
				case "doc-start":
					if (findNonEmptyIndex(doc.start) !== -1) {
						yield* this.pop();
						yield* this.step();
					} else doc.start.push(this.sourceToken);
					return;
				case "anchor":
				case "tag":
				case "space":
				case "comment":
				case "newline":
					doc.start.push(this.sourceToken);
					return;
			}
			const bv = this.startBlockValue(doc);
			if (bv) this.stack.push(bv);
			else yield {
				type: "error",
				offset: this.offset,
				message: `Unexpected ${this.type} token in YAML document`,
				source: this.source
			};
		}
		*scalar(scalar) {
			if (this.type === "map-value-ind") {
				const start = getFirstKeyStartProps(getPrevProps(this.peek(2)));
				let sep;
				if (scalar.end) {
					sep = scalar.end;
					sep.push(this.sourceToken);
					delete scalar.end;
				} else sep = [this.sourceToken];
				const map = {
					type: "block-map",
					offset: scalar.offset,
					indent: scalar.indent,
					items: [{
						start,
						key: scalar,
						sep
					}]
				};
				this.onKeyLine = true;
				this.stack[this.stack.length - 1] = map;
			} else yield* this.lineEnd(scalar);
		}
		*blockScalar(scalar) {
			switch (this.type) {
				case "space":
				case "comment":
				case "newline":
					scalar.props.push(this.sourceToken);
					return;
				case "scalar":
					scalar.source = this.source;
					this.atNewLine = true;
					this.indent = 0;
					if (this.onNewLine) {
						let nl = this.source.indexOf("\n") + 1;
						while (nl !== 0) {
							this.onNewLine(this.offset + nl);
							nl = this.source.indexOf("\n", nl) + 1;
						}
					}
					yield* this.pop();
					break;
				/* istanbul ignore next should not happen */
				default:
					yield* this.pop();
					yield* this.step();
			}
		}
		*blockMap(map) {
			const it = map.items[map.items.length - 1];
			switch (this.type) {
				case "newline":
					this.onKeyLine = false;
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else map.items.push({ start: [this.sourceToken] });
					} else if (it.sep) it.sep.push(this.sourceToken);
					else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) map.items.push({ start: [this.sourceToken] });
					else if (it.sep) it.sep.push(this.sourceToken);
					else {
						if (this.atIndentedComment(it.start, map.indent)) {
							const end = map.items[map.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								map.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
			}
			if (this.indent >= map.indent) {
				const atMapIndent = !this.onKeyLine && this.indent === map.indent;
				const atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind";
				let start = [];
				if (atNextItem && it.sep && !it.value) {
					const nl = [];
					for (let i = 0; i < it.sep.length; ++i) {
						const st = it.sep[i];
						switch (st.type) {
							case "newline":
								nl.push(i);
								break;
							case "space": break;
							case "comment":
								if (st.indent > map.indent) nl.length = 0;
								break;
							default: nl.length = 0;
						}
					}
					if (nl.length >= 2) start = it.sep.splice(nl[1]);
				}
				switch (this.type) {
					case "anchor":
					case "tag":
						if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({ start });
							this.onKeyLine = true;
						} else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "explicit-key-ind":
						if (!it.sep && !it.explicitKey) {
							it.start.push(this.sourceToken);
							it.explicitKey = true;
						} else if (atNextItem || it.value) {
							start.push(this.sourceToken);
							map.items.push({
								start,
								explicitKey: true
							});
						} else this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [this.sourceToken],
								explicitKey: true
							}]
						});
						this.onKeyLine = true;
						return;
					case "map-value-ind":
						if (it.explicitKey) {
							if (!it.sep) {
								if (includesToken(it.start, "newline")) Object.assign(it, {
									key: null,
									sep: [this.sourceToken]
								});
								else {
									const start = getFirstKeyStartProps(it.start);
									this.stack.push({
										type: "block-map",
										offset: this.offset,
										indent: this.indent,
										items: [{
											start,
											key: null,
											sep: [this.sourceToken]
										}]
									});
								}
							} else if (it.value) map.items.push({
								start: [],
								key: null,
								sep: [this.sourceToken]
							});
							else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
								type: "block-map",
								offset: this.offset,
								indent: this.indent,
								items: [{
									start,
									key: null,
									sep: [this.sourceToken]
								}]
							});
							else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
								const start = getFirstKeyStartProps(it.start);
								const key = it.key;
								const sep = it.sep;
								sep.push(this.sourceToken);
								delete it.key;
								delete it.sep;
								this.stack.push({
									type: "block-map",
									offset: this.offset,
									indent: this.indent,
									items: [{
										start,
										key,
										sep
									}]
								});
							} else if (start.length > 0) it.sep = it.sep.concat(start, this.sourceToken);
							else it.sep.push(this.sourceToken);
						} else if (!it.sep) Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.value || atNextItem) map.items.push({
							start,
							key: null,
							sep: [this.sourceToken]
						});
						else if (includesToken(it.sep, "map-value-ind")) this.stack.push({
							type: "block-map",
							offset: this.offset,
							indent: this.indent,
							items: [{
								start: [],
								key: null,
								sep: [this.sourceToken]
							}]
						});
						else it.sep.push(this.sourceToken);
						this.onKeyLine = true;
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (atNextItem || it.value) {
							map.items.push({
								start,
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						} else if (it.sep) this.stack.push(fs);
						else {
							Object.assign(it, {
								key: fs,
								sep: []
							});
							this.onKeyLine = true;
						}
						return;
					}
					default: {
						const bv = this.startBlockValue(map);
						if (bv) {
							if (bv.type === "block-seq") {
								if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
									yield* this.pop({
										type: "error",
										offset: this.offset,
										message: "Unexpected block-seq-ind on same line with key",
										source: this.source
									});
									return;
								}
							} else if (atMapIndent) map.items.push({ start });
							this.stack.push(bv);
							return;
						}
					}
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*blockSequence(seq) {
			const it = seq.items[seq.items.length - 1];
			switch (this.type) {
				case "newline":
					if (it.value) {
						const end = "end" in it.value ? it.value.end : void 0;
						if ((Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment") end?.push(this.sourceToken);
						else seq.items.push({ start: [this.sourceToken] });
					} else it.start.push(this.sourceToken);
					return;
				case "space":
				case "comment":
					if (it.value) seq.items.push({ start: [this.sourceToken] });
					else {
						if (this.atIndentedComment(it.start, seq.indent)) {
							const end = seq.items[seq.items.length - 2]?.value?.end;
							if (Array.isArray(end)) {
								arrayPushArray(end, it.start);
								end.push(this.sourceToken);
								seq.items.pop();
								return;
							}
						}
						it.start.push(this.sourceToken);
					}
					return;
				case "anchor":
				case "tag":
					if (it.value || this.indent <= seq.indent) break;
					it.start.push(this.sourceToken);
					return;
				case "seq-item-ind":
					if (this.indent !== seq.indent) break;
					if (it.value || includesToken(it.start, "seq-item-ind")) seq.items.push({ start: [this.sourceToken] });
					else it.start.push(this.sourceToken);
					return;
			}
			if (this.indent > seq.indent) {
				const bv = this.startBlockValue(seq);
				if (bv) {
					this.stack.push(bv);
					return;
				}
			}
			yield* this.pop();
			yield* this.step();
		}
		*flowCollection(fc) {
			const it = fc.items[fc.items.length - 1];
			if (this.type === "flow-error-end") {
				let top;
				do {
					yield* this.pop();
					top = this.peek(1);
				} while (top?.type === "flow-collection");
			} else if (fc.end.length === 0) {
				switch (this.type) {
					case "comma":
					case "explicit-key-ind":
						if (!it || it.sep) fc.items.push({ start: [this.sourceToken] });
						else it.start.push(this.sourceToken);
						return;
					case "map-value-ind":
						if (!it || it.value) fc.items.push({
							start: [],
							key: null,
							sep: [this.sourceToken]
						});
						else if (it.sep) it.sep.push(this.sourceToken);
						else Object.assign(it, {
							key: null,
							sep: [this.sourceToken]
						});
						return;
					case "space":
					case "comment":
					case "newline":
					case "anchor":
					case "tag":
						if (!it || it.value) fc.items.push({ start: [this.sourceToken] });
						else if (it.sep) it.sep.push(this.sourceToken);
						else it.start.push(this.sourceToken);
						return;
					case "alias":
					case "scalar":
					case "single-quoted-scalar":
					case "double-quoted-scalar": {
						const fs = this.flowScalar(this.type);
						if (!it || it.value) fc.items.push({
							start: [],
							key: fs,
							sep: []
						});
						else if (it.sep) this.stack.push(fs);
						else Object.assign(it, {
							key: fs,
							sep: []
						});
						return;
					}
					case "flow-map-end":
					case "flow-seq-end":
						fc.end.push(this.sourceToken);
						return;
				}
				const bv = this.startBlockValue(fc);
				/* istanbul ignore else should not happen */
				if (bv) this.stack.push(bv);
				else {
					yield* this.pop();
					yield* this.step();
				}
			} else {
				const parent = this.peek(2);
				if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep)) {
					yield* this.pop();
					yield* this.step();
				} else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
					const start = getFirstKeyStartProps(getPrevProps(parent));
					fixFlowSeqItems(fc);
					const sep = fc.end.splice(1, fc.end.length);
					sep.push(this.sourceToken);
					const map = {
						type: "block-map",
						offset: fc.offset,
						indent: fc.indent,
						items: [{
							start,
							key: fc,
							sep
						}]
					};
					this.onKeyLine = true;
					this.stack[this.stack.length - 1] = map;
				} else yield* this.lineEnd(fc);
			}
		}
		flowScalar(type) {
			if (this.onNewLine) {
				let nl = this.source.indexOf("\n") + 1;
				while (nl !== 0) {
					this.onNewLine(this.offset + nl);
					nl = this.source.indexOf("\n", nl) + 1;
				}
			}
			return {
				type,
				offset: this.offset,
				indent: this.indent,
				source: this.source
			};
		}
		startBlockValue(parent) {
			switch (this.type) {
				case "alias":
				case "scalar":
				case "single-quoted-scalar":
				case "double-quoted-scalar": return this.flowScalar(this.type);
				case "block-scalar-header": return {
					type: "block-scalar",
					offset: this.offset,
					indent: this.indent,
					props: [this.sourceToken],
					source: ""
				};
				case "flow-map-start":
				case "flow-seq-start": return {
					type: "flow-collection",
					offset: this.offset,
					indent: this.indent,
					start: this.sourceToken,
					items: [],
					end: []
				};
				case "seq-item-ind": return {
					type: "block-seq",
					offset: this.offset,
					indent: this.indent,
					items: [{ start: [this.sourceToken] }]
				};
				case "explicit-key-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					start.push(this.sourceToken);
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							explicitKey: true
						}]
					};
				}
				case "map-value-ind": {
					this.onKeyLine = true;
					const start = getFirstKeyStartProps(getPrevProps(parent));
					return {
						type: "block-map",
						offset: this.offset,
						indent: this.indent,
						items: [{
							start,
							key: null,
							sep: [this.sourceToken]
						}]
					};
				}
			}
			return null;
		}
		atIndentedComment(start, indent) {
			if (this.type !== "comment") return false;
			if (this.indent <= indent) return false;
			return start.every((st) => st.type === "newline" || st.type === "space");
		}
		*documentEnd(docEnd) {
			if (this.type !== "doc-mode") {
				if (docEnd.end) docEnd.end.push(this.sourceToken);
				else docEnd.end = [this.sourceToken];
				if (this.type === "newline") yield* this.pop();
			}
		}
		*lineEnd(token) {
			switch (this.type) {
				case "comma":
				case "doc-start":
				case "doc-end":
				case "flow-seq-end":
				case "flow-map-end":
				case "map-value-ind":
					yield* this.pop();
					yield* this.step();
					break;
				case "newline": this.onKeyLine = false;
				default:
					if (token.end) token.end.push(this.sourceToken);
					else token.end = [this.sourceToken];
					if (this.type === "newline") yield* this.pop();
			}
		}
	};
	exports.Parser = Parser;
}));

// node_modules/yaml/dist/public-api.js
var require_public_api = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var errors = require_errors$1();
	var log = require_log();
	var identity = require_identity();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	function parseOptions(options) {
		const prettyErrors = options.prettyErrors !== false;
		return {
			lineCounter: options.lineCounter || prettyErrors && new lineCounter.LineCounter() || null,
			prettyErrors
		};
	}
	/**
	* Parse the input as a stream of YAML documents.
	*
	* Documents should be separated from each other by `...` or `---` marker lines.
	*
	* @returns If an empty `docs` array is returned, it will be of type
	*   EmptyStream and contain additional stream information. In
	*   TypeScript, you should use `'empty' in docs` as a type guard for it.
	*/
	function parseAllDocuments(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		const docs = Array.from(composer$1.compose(parser$1.parse(source)));
		if (prettyErrors && lineCounter) for (const doc of docs) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		if (docs.length > 0) return docs;
		return Object.assign([], { empty: true }, composer$1.streamInfo());
	}
	/** Parse an input string into a single YAML.Document */
	function parseDocument(source, options = {}) {
		const { lineCounter, prettyErrors } = parseOptions(options);
		const parser$1 = new parser.Parser(lineCounter?.addNewLine);
		const composer$1 = new composer.Composer(options);
		let doc = null;
		for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) if (!doc) doc = _doc;
		else if (doc.options.logLevel !== "silent") {
			doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), "MULTIPLE_DOCS", "Source contains multiple documents; please use YAML.parseAllDocuments()"));
			break;
		}
		if (prettyErrors && lineCounter) {
			doc.errors.forEach(errors.prettifyError(source, lineCounter));
			doc.warnings.forEach(errors.prettifyError(source, lineCounter));
		}
		return doc;
	}
	function parse(src, reviver, options) {
		let _reviver = void 0;
		if (typeof reviver === "function") _reviver = reviver;
		else if (options === void 0 && reviver && typeof reviver === "object") options = reviver;
		const doc = parseDocument(src, options);
		if (!doc) return null;
		doc.warnings.forEach((warning) => log.warn(doc.options.logLevel, warning));
		if (doc.errors.length > 0) {
			if (doc.options.logLevel !== "silent") throw doc.errors[0];
			else doc.errors = [];
		}
		return doc.toJS(Object.assign({ reviver: _reviver }, options));
	}
	function stringify(value, replacer, options) {
		let _replacer = null;
		if (typeof replacer === "function" || Array.isArray(replacer)) _replacer = replacer;
		else if (options === void 0 && replacer) options = replacer;
		if (typeof options === "string") options = options.length;
		if (typeof options === "number") {
			const indent = Math.round(options);
			options = indent < 1 ? void 0 : indent > 8 ? { indent: 8 } : { indent };
		}
		if (value === void 0) {
			const { keepUndefined } = options ?? replacer ?? {};
			if (!keepUndefined) return void 0;
		}
		if (identity.isDocument(value) && !_replacer) return value.toString(options);
		return new Document.Document(value, _replacer, options).toString(options);
	}
	exports.parse = parse;
	exports.parseAllDocuments = parseAllDocuments;
	exports.parseDocument = parseDocument;
	exports.stringify = stringify;
}));

// node_modules/yaml/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	var composer = require_composer();
	var Document = require_Document();
	var Schema = require_Schema();
	var errors = require_errors$1();
	var Alias = require_Alias();
	var identity = require_identity();
	var Pair = require_Pair();
	var Scalar = require_Scalar();
	var YAMLMap = require_YAMLMap();
	var YAMLSeq = require_YAMLSeq();
	var cst = require_cst();
	var lexer = require_lexer();
	var lineCounter = require_line_counter();
	var parser = require_parser();
	var publicApi = require_public_api();
	var visit = require_visit();
	exports.Composer = composer.Composer;
	exports.Document = Document.Document;
	exports.Schema = Schema.Schema;
	exports.YAMLError = errors.YAMLError;
	exports.YAMLParseError = errors.YAMLParseError;
	exports.YAMLWarning = errors.YAMLWarning;
	exports.Alias = Alias.Alias;
	exports.isAlias = identity.isAlias;
	exports.isCollection = identity.isCollection;
	exports.isDocument = identity.isDocument;
	exports.isMap = identity.isMap;
	exports.isNode = identity.isNode;
	exports.isPair = identity.isPair;
	exports.isScalar = identity.isScalar;
	exports.isSeq = identity.isSeq;
	exports.Pair = Pair.Pair;
	exports.Scalar = Scalar.Scalar;
	exports.YAMLMap = YAMLMap.YAMLMap;
	exports.YAMLSeq = YAMLSeq.YAMLSeq;
	exports.Lexer = lexer.Lexer;
	exports.LineCounter = lineCounter.LineCounter;
	exports.Parser = parser.Parser;
	exports.parse = publicApi.parse;
	exports.parseAllDocuments = publicApi.parseAllDocuments;
	exports.parseDocument = publicApi.parseDocument;
	exports.stringify = publicApi.stringify;
	exports.visit = visit.visit;
	exports.visitAsync = visit.visitAsync;
}));

// src/core/canonical-json.ts
var import_dist = require_dist();
/**
* JSON of any parsed value with the keys of mappings in code-unit order, so that equal values give equal text and
* different ones never do. What JSON does not have (dates, sets, integers of any size) is wrapped under its name.
*/
function canonicalJson(value) {
	if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
	if (value instanceof Date) return `{"date":${JSON.stringify(value.toISOString())}}`;
	if (value instanceof Map || value instanceof Set) return `{"${value.constructor.name}":${canonicalJson([...value])}}`;
	if (typeof value === "object" && value !== null) return `{${Object.entries(value).sort(([left], [right]) => byCodeUnit(left, right)).map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(",")}}`;
	if (typeof value === "bigint") return `{"integer":"${String(value)}"}`;
	if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) return `{"number":"${Object.is(value, -0) ? "-0" : String(value)}"}`;
	return JSON.stringify(value === void 0 ? null : value);
}

// src/config/yaml.ts
/** What YAML says to PyYAML (1.1: `yes` is true, `010` is eight). Throws for what is no YAML. */
function parseYaml(text) {
	return (0, import_dist.parse)(text, {
		version: "1.1",
		logLevel: "error"
	});
}
/**
* Text that is equal for equal YAML: comments, key order, quoting and layout do not count. JavaScript takes 1 and 1.0,
* `y` and `yes`, a date and a time for the same, and Python does not; so the words of the scalars count besides what
* they mean. Throws for what is no YAML.
*/
function canonicalYaml(text) {
	return canonicalJson([parseYaml(text), (0, import_dist.parse)(text, {
		schema: "failsafe",
		logLevel: "error"
	})]);
}

// src/changes/front-matter.ts
/**
* Bengal takes any first line that starts with three dashes for a fence. No `m` flag: to it, U+2028 would end a line, and
* Bengal disagrees.
*/
const FENCED = /^\ufeff?---[^\n]*\n(?:([\s\S]*?)\n)??---[ \t]*(?:\n|$)/;
/** Splits a page's source. Line ends are made one kind first, as Python does when it reads text. */
function splitPage(source) {
	const text = source.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
	const match = FENCED.exec(text);
	return match === null ? {
		frontMatter: void 0,
		body: text
	} : {
		frontMatter: match[1] ?? "",
		body: text.slice(match[0].length)
	};
}

// src/changes/page-text.ts
/** The beginning of a text, a little more than is looked for on other pages. */
function beginning(body, words) {
	return wordsOf(body).slice(0, words + 10).join(" ");
}
/** Front matter that cannot be taken apart counts as one key. */
const WHOLE_FRONT_MATTER = "(front matter)";
const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
/** Takes a page apart. Like Bengal, what is no UTF-8 is read as Latin-1. */
function readPageText(bytes, path) {
	const source = Buffer.from(bytes).toString(isUtf8(bytes) ? "utf8" : "latin1");
	const { frontMatter, body } = splitPage(source);
	const { values, digests } = MARKDOWN.test(path) ? readKeys(frontMatter) : {
		values: {},
		digests: [[WHOLE_FRONT_MATTER, short(source)]]
	};
	const keys = new Map(digests);
	const heading = /^#\s+(.+?)\s*#*$/m.exec(body)?.[1];
	if (!keys.has("title")) keys.set("title", short(`${heading ?? ""}\0${beginning(body, 60)}`));
	const given = values["title"];
	return {
		frontMatter: values,
		body,
		title: typeof given === "string" || typeof given === "number" ? String(given) : heading,
		digest: {
			keys,
			text: short(`${frontMatter ?? ""}\0${body}`),
			lead: short(beginning(body, 60)),
			longLead: short(beginning(body, 160)),
			words: body.match(/\S+/g)?.length ?? 0
		}
	};
}
function readKeys(frontMatter) {
	if (frontMatter === void 0) return {
		values: {},
		digests: []
	};
	try {
		const values = parseYaml(frontMatter) ?? {};
		const spellings = (0, import_dist.parse)(frontMatter, {
			schema: "failsafe",
			logLevel: "error"
		}) ?? {};
		if (typeof values !== "object" || Array.isArray(values)) return {
			values: {},
			digests: [[WHOLE_FRONT_MATTER, short(frontMatter)]]
		};
		return {
			values,
			digests: sortedUnique([...Object.keys(values), ...Object.keys(spellings)]).map((key) => [key, short(canonicalJson([values[key], spellings[key]]))])
		};
	} catch {
		return {
			values: {},
			digests: [[WHOLE_FRONT_MATTER, short(frontMatter)]]
		};
	}
}
function short(text) {
	return sha256(text).slice(0, 16);
}
/** Keys that were added, removed or changed. */
function changedKeys(before, after) {
	return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}

// src/changes/knowledge.ts
/** Reads each page's source and each output once, right after a build. */
function readKnowledge(options) {
	const { site, layout, state, sources, outputs } = options;
	const pages = /* @__PURE__ */ new Map();
	const words = [];
	for (const path of sources) {
		if (roleOf(path, layout).kind !== "page") continue;
		const text = readPageText(readFileSync(join(site, path)), path);
		pages.set(path, text.digest);
		const page = state.pages.get(path);
		for (const output of page?.outputs ?? []) words.push({
			output,
			title: asString(page?.metadata?.["title"]) ?? text.title ?? "",
			description: asString(page?.metadata?.["description"]) ?? "",
			date: asString(page?.metadata?.["date"]) ?? "",
			body: text.body
		});
	}
	return {
		pages,
		mentions: readMentions({
			folder: join(site, layout.outputDir),
			files: outputs,
			pages: words,
			bases: state.baseUrls
		}),
		assets: readAssetOutputs({
			site,
			layout,
			sources,
			outputs
		})
	};
}

// src/changes/snapshot.ts
/** Reads the sources and the output right after a build. */
function readBuiltTree({ site, layout, state }) {
	const present = readPresentTree({
		site,
		layout,
		recorded: state.files.values(),
		alsoLookAt: []
	});
	const changes = detectChanges({
		files: state.files,
		manifest: void 0,
		layout,
		bengalVersion: void 0,
		hasOutput: () => true
	}, present);
	const began = state.lastBuildNs ?? 0n;
	const cameSince = changes.added.filter((path) => (present.sources.get(path)?.mtimeNs ?? 0n) >= began);
	const wentSince = changes.deleted.filter((path) => state.pages.get(path)?.outputs.some((output) => hasFile(site, layout, output)));
	const editedSince = /* @__PURE__ */ new Set([
		...changes.modified,
		...cameSince,
		...wentSince
	]);
	const sources = /* @__PURE__ */ new Map();
	for (const [path, file] of present.sources) {
		if (editedSince.has(path)) continue;
		sources.set(path, contentOf(file));
	}
	const outputs = /* @__PURE__ */ new Map();
	for (const path of walkFiles(join(site, layout.outputDir), "")) {
		const file = readPresentFile(join(site, layout.outputDir, path));
		if (file !== void 0) outputs.set(path, file);
	}
	const complete = editedSince.size === 0 && writtenByOneBuild(state, (path) => outputs.get(path)?.mtimeNs);
	return {
		sources,
		outputs: new Map([...outputs].map(([path, file]) => [path, {
			...contentOf(file),
			mtimeNs: 0n
		}])),
		editedSince: [...editedSince],
		complete,
		knowledge: readKnowledge({
			site,
			layout,
			state,
			sources: [...sources.keys()],
			outputs: new Set(outputs.keys())
		})
	};
}
function hasFile(site, layout, output) {
	return readPresentFile(join(site, layout.outputDir, output)) !== void 0;
}
function contentOf(file) {
	return {
		sha256: file.sha256,
		size: file.size,
		mtimeNs: file.mtimeNs
	};
}
/**
* A build notes when it began to render. If every page that it knows was written after that, the build wrote them all;
* an incremental one leaves older pages behind.
*/
function writtenByOneBuild(state, mtimeOf) {
	const began = state.lastBuildNs;
	const pages = [...state.pages.values()].flatMap((page) => page.outputs);
	if (began === void 0 || pages.length === 0) return false;
	return pages.every((path) => (mtimeOf(path) ?? 0n) >= began);
}

// src/config/environment.ts
/** Names that each environment's file may have, in the order in which Bengal looks. */
const ALIASES = [
	["production", "prod"],
	[
		"preview",
		"staging",
		"stage"
	],
	[
		"local",
		"dev",
		"development"
	]
];
/** The environment that Bengal builds for: option, `BENGAL_ENV`, then what the platform's variables say. */
function environmentName(option, variables) {
	if (option !== void 0) return option.toLowerCase();
	const explicit = variables["BENGAL_ENV"];
	if (explicit !== void 0 && explicit !== "") return explicit.toLowerCase();
	if (variables["NETLIFY"] === "true") return variables["CONTEXT"] === "production" ? "production" : "preview";
	if (isVercel(variables)) return variables["VERCEL_ENV"] === "production" ? "production" : "preview";
	return variables["GITHUB_ACTIONS"] === "true" ? "production" : "local";
}
/** File names without ending under which `config/environments/` may hold the environment. */
function environmentFileNames(environment) {
	return ALIASES.find((names) => names.includes(environment)) ?? [environment];
}
/** Bengal writes every non-empty variable with this prefix into the configuration, control switches included. */
function bengalVariables(variables) {
	return pick(variables, (name) => /^BENGAL[_x]/.test(name));
}
/** From these Bengal infers the base URL, but only where the site sets none. */
function platformVariables(variables) {
	if (variables["NETLIFY"] === "true") return pick(variables, (name) => [
		"NETLIFY",
		"URL",
		"DEPLOY_PRIME_URL"
	].includes(name));
	if (isVercel(variables)) return pick(variables, (name) => ["VERCEL", "VERCEL_URL"].includes(name));
	if (variables["GITHUB_ACTIONS"] !== "true") return [];
	const names = [
		"GITHUB_ACTIONS",
		"GITHUB_PAGES_ROOT",
		"GITHUB_REPOSITORY",
		"GITHUB_REPOSITORY_OWNER",
		"GITHUB_REF_NAME",
		"GITHUB_SERVER_URL"
	];
	return pick(variables, (name) => names.includes(name));
}
function isVercel(variables) {
	return variables["VERCEL"] === "1" || variables["VERCEL"] === "true";
}
function pick(variables, wanted) {
	return Object.entries(variables).flatMap(([name, value]) => wanted(name) && value !== void 0 && value !== "" ? [[name, value]] : []).sort(([left], [right]) => left < right ? -1 : 1);
}

// node_modules/smol-toml/dist/error.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function getLineColFromPtr(string, ptr) {
	let lines = string.slice(0, ptr).split(/\r?\n/);
	return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string, line, column) {
	let lines = string.split(/\r?\n/);
	let codeblock = "";
	let numberLen = (Math.log10(line + 1) | 0) + 1;
	for (let i = line - 1; i <= line + 1; i++) {
		let l = lines[i - 1];
		if (!l) continue;
		codeblock += i.toString().padEnd(numberLen, " ");
		codeblock += ":  ";
		codeblock += l;
		codeblock += "\n";
		if (i === line) {
			codeblock += " ".repeat(numberLen + column + 2);
			codeblock += "^\n";
		}
	}
	return codeblock;
}
var TomlError = class TomlError extends Error {
	line;
	column;
	codeblock;
	constructor(message, options) {
		const [line, column] = getLineColFromPtr(options.toml, options.ptr);
		const codeblock = makeCodeBlock(options.toml, line, column);
		super(`Invalid TOML document: ${message}\n\n${codeblock}`, options);
		this.line = line;
		this.column = column;
		this.codeblock = codeblock;
	}
	/** @internal */
	static x(message, ctx, ptr) {
		throw new TomlError(message, {
			toml: ctx.s,
			ptr: ptr ?? ctx.p
		});
	}
};

// node_modules/smol-toml/dist/primitive.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseString(ctx) {
	let startPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p++);
	let first = c;
	let isLiteral = c === 39;
	let isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
	if (isMultiline) {
		if ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10) ctx.p++;
		else if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) ctx.p += 2;
	}
	let parsed = "";
	let sliceStart = ctx.p;
	let state = 0;
	for (; ctx.p < ctx.s.length; ctx.p++) {
		c = ctx.s.charCodeAt(ctx.p);
		if (isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)) state = state && 3;
		else if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in strings", ctx);
		else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
			if (isMultiline) {
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
				if (ctx.s.charCodeAt(ctx.p + 3) === first) ctx.p++;
			}
			if (!state) {
				let s = ctx.s.slice(sliceStart, ctx.p);
				parsed = parsed ? parsed + s : s;
			}
			ctx.p += isMultiline ? 3 : 1;
			return parsed;
		} else if (!state) {
			if (!isLiteral && c === 92) {
				parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p);
				state = 1;
			}
		} else if (state === 1) {
			if (c === 120 || c === 117 || c === 85) {
				let errPtr = ctx.p++ - 1;
				let value = 0;
				let len = c === 120 ? 2 : c === 117 ? 4 : 8;
				for (let j = 0; j < len; j++, ctx.p++) {
					let hex = ctx.s.charCodeAt(ctx.p);
					let digit = hex >= 48 && hex <= 57 ? hex - 48 : hex >= 65 && hex <= 70 ? hex - 65 + 10 : hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1;
					if (digit < 0) TomlError.x("invalid non-hex character in unicode escape", ctx);
					value = value << 4 | digit;
				}
				if (value < 0 || value > 1114111 || value >= 55296 && value <= 57343) TomlError.x("invalid unicode escape", ctx, errPtr);
				parsed += String.fromCodePoint(value);
				sliceStart = ctx.p--;
				state = 0;
			} else if (isMultiline && (c === 32 || c === 9)) state = 2;
			else {
				if (c === 98) parsed += "\b";
				else if (c === 116) parsed += "	";
				else if (c === 110) parsed += "\n";
				else if (c === 102) parsed += "\f";
				else if (c === 114) parsed += "\r";
				else if (c === 101) parsed += "\x1B";
				else if (c === 34) parsed += "\"";
				else if (c === 92) parsed += "\\";
				else TomlError.x("unrecognised escape sequence", ctx);
				sliceStart = ctx.p + 1;
				state = 0;
			}
		} else if (c !== 32 && c !== 9) {
			if (state === 2) TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart);
			state = !isLiteral && c === 92 ? 1 : 0;
			sliceStart = ctx.p;
		}
	}
	TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i;
var TomlDate = class TomlDate extends Date {
	#hasDate = false;
	#hasTime = false;
	#offset = null;
	constructor(date, fasttype, unsafeDelim) {
		let hasDate = true;
		let hasTime = true;
		let offset = "Z";
		let c;
		if (typeof date === "string") {
			if (fasttype) prep: {
				if (fasttype < 3) {
					if (+date.slice(11, 13) > 23) {
						date = "";
						break prep;
					}
					if (fasttype === 2) {
						offset = null;
						date += "Z";
					} else if ((c = date.charCodeAt(date.length - 1)) !== 90 && c !== 122) offset = date.slice(date.length - 6);
					if (unsafeDelim) date = date.slice(0, 10) + "T" + date.slice(11);
				} else if (fasttype === 4) date = +date.slice(0, 2) > 23 ? "" : `0000-01-01T${date}Z`;
				hasDate = fasttype !== 4;
				hasTime = fasttype !== 3;
			}
			else {
				let match = date.match(DATE_TIME_RE);
				if (match) {
					if (!match[1]) {
						hasDate = false;
						date = `0000-01-01T${date}`;
					}
					hasTime = !!match[2];
					hasTime && date[10] === " " && (date = date.replace(" ", "T"));
					if (match[2] && +match[2] > 23) date = "";
					else {
						offset = match[3] || null;
						if (!offset && hasTime) date += "Z";
					}
				} else date = "";
			}
		}
		super(date);
		if (!isNaN(this.getTime())) {
			this.#hasDate = hasDate;
			this.#hasTime = hasTime;
			this.#offset = offset;
		}
	}
	isDateTime() {
		return this.#hasDate && this.#hasTime;
	}
	isLocal() {
		return !this.#hasDate || !this.#hasTime || !this.#offset;
	}
	isDate() {
		return this.#hasDate && !this.#hasTime;
	}
	isTime() {
		return this.#hasTime && !this.#hasDate;
	}
	isValid() {
		return this.#hasDate || this.#hasTime;
	}
	toISOString() {
		let iso = super.toISOString();
		if (this.isDate()) return iso.slice(0, 10);
		if (this.isTime()) return iso.slice(11, 23);
		if (this.#offset === null) return iso.slice(0, -1);
		if (this.#offset === "Z" || this.#offset === "z") return iso;
		let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
		offset = this.#offset[0] === "-" ? offset : -offset;
		return (/* @__PURE__ */ new Date(this.getTime() - offset * 6e4)).toISOString().slice(0, -1) + this.#offset;
	}
	static wrapAsOffsetDateTime(jsDate, offset = "Z") {
		let date = new TomlDate(jsDate);
		date.#offset = offset;
		return date;
	}
	static wrapAsLocalDateTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#offset = null;
		return date;
	}
	static wrapAsLocalDate(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasTime = false;
		date.#offset = null;
		return date;
	}
	static wrapAsLocalTime(jsDate) {
		let date = new TomlDate(jsDate);
		date.#hasDate = false;
		date.#offset = null;
		return date;
	}
};

// node_modules/smol-toml/dist/extract.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function isDigit(char, base = 10) {
	return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
	return char === 32 || char === 9 || char === 10 || char === 13 || delim && (char === delim || char === 44) || char === 35;
}
/** @internal */
function extractValue(ctx, end) {
	let errPtr = ctx.p;
	let c = ctx.s.charCodeAt(ctx.p);
	if (c === 91 || c === 123) {
		ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
		let value = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
		ctx.d++;
		return value;
	}
	if (c === 34 || c === 39) return parseString(ctx);
	if (c === 116) {
		if (ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, true;
	}
	if (c === 102) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) TomlError.x("invalid value", ctx, errPtr);
		return ctx.p++, false;
	}
	if (c === 43 || c === 45) return parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end);
	if (ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45) return parseDate(ctx, c, end);
	if (ctx.s.charCodeAt(ctx.p + 2) === 58) return parseTime(ctx, c, end);
	return parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
	let c = startChr;
	let state = 0;
	let hasUnderscores = false;
	if (c === 105) {
		if (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, (sign || 1) / 0;
	}
	if (c === 110) {
		if (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) TomlError.x("invalid value", ctx, startPtr);
		return ctx.p++, NaN;
	}
	if (c === 48) {
		if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr)) return ctx.bi === true ? 0n : 0;
		if (!sign) {
			if (c === 120) return parseIntegerBaseN(ctx, startPtr, 16, endChr);
			else if (c === 98) return parseIntegerBaseN(ctx, startPtr, 2, endChr);
			else if (c === 111) return parseIntegerBaseN(ctx, startPtr, 8, endChr);
		}
		if (c === 46) state = 2;
		else if (c === 101 || c === 69) state = 4;
		else TomlError.x("illegal leading zero", ctx, startPtr);
	} else if (!isDigit(c)) TomlError.x("invalid value", ctx, startPtr);
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) {
		if (!state) state = 1;
		if (c === 95) {
			if (!(state & 1)) TomlError.x("illegal underscore", ctx);
			state += 11;
			hasUnderscores = true;
		} else if (state === 1 && c === 46) state = 2;
		else if ((state === 1 || state === 3) && (c === 101 || c === 69)) state = 4;
		else if (state === 4 && (c === 43 || c === 45)) state = 6;
		else if (!isDigit(c)) TomlError.x(`illegal character in numeric literal`, ctx);
		else if (state > 9) state -= 11;
		else if (!(state & 1)) state++;
	}
	if (!state) {
		let val = (startChr - 48) * (sign || 1);
		return ctx.bi === true ? BigInt(val) : val;
	}
	if (!(state & 1)) TomlError.x("unfinished numeric value", ctx, startPtr);
	let str = ctx.s.slice(startPtr, ctx.p);
	if (hasUnderscores) str = str.replaceAll("_", "");
	return state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
	let c;
	let underscore = 1;
	while (++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr))) if (c === 95) {
		if (underscore & 1) TomlError.x("illegal underscore", ctx);
		underscore = 3;
	} else if (!isDigit(c, base)) TomlError.x(`illegal character in numeric literal`, ctx);
	else if (underscore & 1) underscore--;
	if (underscore & 1) TomlError.x("unfinished numeric value", ctx);
	let str = ctx.s.slice(startPtr + 2, ctx.p);
	if (underscore) str = str.replaceAll("_", "");
	return parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
	if (ctx.bi !== true) int: {
		let val = parseInt(str, base);
		if (!Number.isSafeInteger(val)) {
			if (ctx.bi) break int;
			TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
		}
		return val;
	}
	return base === 10 ? BigInt(str) : BigInt((base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
	let startPtr = ctx.p++;
	let unsafeSeparator;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++)) || !isDigit(ctx.s.charCodeAt(ctx.p++))) return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
	ctx.p += 5;
	if (!isDigit(ctx.s.charCodeAt(ctx.p++))) TomlError.x("invalid date-time: date part is malformed", ctx, startPtr);
	if (ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = true, !isDigit(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 3, false, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) !== 58) TomlError.x("invalid date-time: time part is malformed", ctx, startPtr);
	if (ctx.s.charCodeAt(ctx.p += 3) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	if (c = ctx.s.charCodeAt(ctx.p)) {
		if (c === 90 || c === 122) return readDate(ctx, ctx.s.slice(startPtr, ++ctx.p), 1, unsafeSeparator, startPtr, "[+00:00]");
		if (c === 43 || c === 45) return readDate(ctx, ctx.s.slice(startPtr, ctx.p += 6), 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
	}
	return readDate(ctx, ctx.s.slice(startPtr, ctx.p), 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
	let start = ctx.p;
	if (!isDigit(c) || !isDigit(ctx.s.charCodeAt(++ctx.p))) return parseNumber(ctx, --ctx.p, c, 0, endChr);
	if (ctx.s.charCodeAt(ctx.p += 4) === 58) ctx.p += 3;
	if (ctx.s.charCodeAt(ctx.p) === 46) while (isDigit(ctx.s.charCodeAt(++ctx.p)));
	return readDate(ctx, ctx.s.slice(start, ctx.p), 4, false, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
	if (ctx.ld) {
		let date = new TomlDate(str, type, unsafeDelim);
		if (!date.isValid()) TomlError.x("invalid date", ctx, errPtr);
		return date;
	}
	try {
		if (temporalSuffix) str += temporalSuffix;
		switch (type) {
			case 1: return Temporal.ZonedDateTime.from(str);
			case 2: return Temporal.PlainDateTime.from(str);
			case 3: return Temporal.PlainDate.from(str);
			case 4: return Temporal.PlainTime.from(str);
		}
	} catch (e) {
		TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
	}
}

// node_modules/smol-toml/dist/util.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function skipComment(ctx) {
	for (; ctx.p < ctx.s.length; ctx.p++) {
		let c = ctx.s.charCodeAt(ctx.p);
		if (c === 10) break;
		if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
			ctx.p++;
			break;
		}
		if (c < 32 && c !== 9 || c === 127) TomlError.x("control characters are not allowed in comments", ctx);
	}
}
/** @internal */
function skipVoid(ctx, banNewLines, banComments) {
	let c;
	while (ctx.p < ctx.s.length) {
		while (ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))) ctx.p++;
		if (banComments || c !== 35) break;
		skipComment(ctx);
	}
}

// node_modules/smol-toml/dist/struct.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
/** @internal */
function parseKey(ctx, end = 61) {
	let startPtr;
	let state = 0;
	let parsed = [];
	let sliceStart;
	let c = ctx.s.charCodeAt(startPtr = ctx.p);
	do
		if (c === end) {
			if (!state) TomlError.x("unexpected end of key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			return ctx.p++, parsed;
		} else if (c === 46) {
			if (!state) TomlError.x("illegal empty bare key", ctx);
			if (state === 1) parsed.push(ctx.s.slice(sliceStart, ctx.p));
			state = 0;
		} else if (!state && (c === 34 || c === 39)) {
			if (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2)) TomlError.x("illegal quoted key: multiline strings are not allowed", ctx);
			parsed.push(parseString(ctx));
			state = 2;
			ctx.p--;
		} else if (c === 32 || c === 9) {
			if (state === 1) {
				parsed.push(ctx.s.slice(sliceStart, ctx.p));
				state = 2;
			}
		} else if (state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122) TomlError.x("illegal character in key", ctx);
		else if (!state) {
			state = 1;
			sliceStart = ctx.p;
		}
	while (c = ctx.s.charCodeAt(++ctx.p));
	TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
/** @internal */
function parseInlineTable(ctx) {
	let startPtr = ctx.p++;
	let res = Object.create(null);
	let seen = /* @__PURE__ */ new Set();
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 125) {
			ctx.p++;
			return res;
		}
		let k;
		let t = res;
		let hasOwn = false;
		let errPtr = ctx.p;
		let key = parseKey(ctx);
		for (let i = 0; i < key.length; i++) {
			if (i) t = hasOwn ? t[k] : t[k] = Object.create(null);
			k = key[i];
			if ((hasOwn = Object.hasOwn(t, k)) && (typeof t[k] !== "object" || seen.has(t[k]))) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) {
				t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
				break;
			}
			if (!hasOwn && unsafe) Object.defineProperty(t, k, {
				enumerable: true,
				configurable: true,
				writable: true
			});
		}
		if (hasOwn) TomlError.x("trying to redefine an already defined value", ctx, errPtr);
		skipVoid(ctx, true, true);
		let value = extractValue(ctx, 125);
		if (t && typeof (t[k] = value) === "object") seen.add(value);
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 125) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished table", ctx, startPtr);
}
/** @internal */
function parseArray(ctx) {
	let startPtr = ctx.p++;
	let res = [];
	let c;
	while (ctx.p < ctx.s.length) {
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p)) === 93) {
			ctx.p++;
			return res;
		}
		res.push(extractValue(ctx, 93));
		skipVoid(ctx);
		if ((c = ctx.s.charCodeAt(ctx.p++)) === 93) return res;
		if (c !== 44) TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
	}
	TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
function peekTable(ctx, key, table, meta, type) {
	let t = table;
	let m = meta;
	let k;
	let hasOwn = false;
	let state;
	for (let i = 0; i < key.length; i++) {
		if (i) {
			t = hasOwn ? t[k] : t[k] = Object.create(null);
			m = (state = m[k]).c;
			if (type === 0 && (state.t === 1 || state.t === 2)) return null;
			if (state.t === 2) {
				let l = t.length - 1;
				t = t[l];
				m = m[l].c;
			}
		}
		k = key[i];
		if ((hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d) return null;
		if (!hasOwn) {
			let unsafe = k === "__proto__";
			if (ctx.uk && (unsafe || k === "constructor")) return false;
			if (unsafe) {
				Object.defineProperty(t, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
				Object.defineProperty(m, k, {
					enumerable: true,
					configurable: true,
					writable: true
				});
			}
			m[k] = {
				t: i < key.length - 1 && type === 2 ? 3 : type,
				d: false,
				i: 0,
				c: Object.create(null)
			};
		}
	}
	state = m[k];
	if (state.t !== type && !(type === 1 && state.t === 3)) return null;
	if (type === 2) {
		if (!state.d) {
			state.d = true;
			t[k] = [];
		}
		t[k].push(t = Object.create(null));
		state.c[state.i++] = state = {
			t: 1,
			d: false,
			i: 0,
			c: Object.create(null)
		};
	}
	if (state.d) return null;
	state.d = true;
	if (type === 1) t = hasOwn ? t[k] : t[k] = Object.create(null);
	else if (type === 0 && hasOwn) return null;
	return [
		k,
		t,
		state.c
	];
}
function validateTablePeek(ctx, peek, ptr) {
	if (peek === null || ctx.uk === 2) TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse$2(toml, options = {}) {
	let ctx = {
		s: toml,
		p: 0,
		d: options.maxDepth ?? 1e3,
		bi: options.integersAsBigInt ?? false,
		ld: options.useLegacyDate ?? true,
		uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
	};
	let res = Object.create(null);
	let meta = Object.create(null);
	let tmp;
	let skipping = false;
	let tbl = res;
	let m = meta;
	if (toml.charCodeAt(0) === 65279) ctx.p++;
	skipVoid(ctx);
	while (ctx.p < toml.length) {
		if (toml.charCodeAt(ctx.p) === 91) {
			let isTableArray = toml.charCodeAt(++ctx.p) === 91;
			tmp = ctx.p += +isTableArray;
			skipping = false;
			let k = parseKey(ctx, 93);
			if (isTableArray) {
				if (toml.charCodeAt(ctx.p) !== 93) TomlError.x("expected end of table array declaration", ctx);
				ctx.p++;
			}
			let p = peekTable(ctx, k, res, meta, isTableArray ? 2 : 1);
			if (!p) {
				validateTablePeek(ctx, p, tmp);
				skipping = true;
			} else {
				m = p[2];
				tbl = p[1];
			}
		} else {
			tmp = ctx.p;
			let p = peekTable(ctx, parseKey(ctx), tbl, m, 0);
			if (!p && !skipping) validateTablePeek(ctx, p, tmp);
			skipVoid(ctx, true, true);
			let v = extractValue(ctx, void 0);
			if (p && !skipping) p[1][p[0]] = v;
		}
		skipVoid(ctx, true);
		if (ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10)) TomlError.x("each key-value declaration must be followed by an end-of-line", ctx);
		skipVoid(ctx);
	}
	return res;
}
__name(parse$2, "parse");

// node_modules/smol-toml/dist/stringify.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/
let HAS_WELLFORMED = !!"".isWellFormed;

// node_modules/smol-toml/dist/index.js
/*!
* Copyright (c) Squirrel Chat et al., All rights reserved.
* SPDX-License-Identifier: BSD-3-Clause
*
* Redistribution and use in source and binary forms, with or without
* modification, are permitted provided that the following conditions are met:
*
* 1. Redistributions of source code must retain the above copyright notice, this
*    list of conditions and the following disclaimer.
* 2. Redistributions in binary form must reproduce the above copyright notice,
*    this list of conditions and the following disclaimer in the
*    documentation and/or other materials provided with the distribution.
* 3. Neither the name of the copyright holder nor the names of its contributors
*    may be used to endorse or promote products derived from this software without
*    specific prior written permission.
*
* THIS SOFTWARE IS PROVIDED BY THE COPYRIGHT HOLDERS AND CONTRIBUTORS "AS IS" AND
* ANY EXPRESS OR IMPLIED WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED
* WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE ARE
* DISCLAIMED. IN NO EVENT SHALL THE COPYRIGHT HOLDER OR CONTRIBUTORS BE LIABLE
* FOR ANY DIRECT, INDIRECT, INCIDENTAL, SPECIAL, EXEMPLARY, OR CONSEQUENTIAL
* DAMAGES (INCLUDING, BUT NOT LIMITED TO, PROCUREMENT OF SUBSTITUTE GOODS OR
* SERVICES; LOSS OF USE, DATA, OR PROFITS; OR BUSINESS INTERRUPTION) HOWEVER
* CAUSED AND ON ANY THEORY OF LIABILITY, WHETHER IN CONTRACT, STRICT LIABILITY,
* OR TORT (INCLUDING NEGLIGENCE OR OTHERWISE) ARISING IN ANY WAY OUT OF THE USE
* OF THIS SOFTWARE, EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.
*/

// src/config/read-config.ts
/** Anything larger is no configuration written by a person; only its bytes are compared. */
const MAX_PARSED_BYTES = 4194304;
const SINGLE_FILES = [
	"bengal.toml",
	"bengal.yaml",
	"bengal.yml"
];
/** Finds and parses the files that Bengal would read, by its rules. Never throws for their content. */
function readConfig(choice) {
	const { site } = choice;
	if (choice.file !== void 0) return {
		kind: "file",
		files: [readConfigFile(site, choice.file)]
	};
	const folder = isDirectory(join(site, "_default")) ? "." : "config";
	if (folder === "." || isDirectory(join(site, folder))) return {
		kind: "directory",
		files: directoryFiles(choice, folder)
	};
	const single = SINGLE_FILES.find((name) => existsSync(join(site, name)));
	return single === void 0 ? {
		kind: "none",
		files: []
	} : {
		kind: "file",
		files: [readConfigFile(site, single)]
	};
}
function directoryFiles(choice, folder) {
	const { site } = choice;
	const defaults = isDirectory(join(site, folder, "_default")) ? readdirSync(join(site, folder, "_default")).sort(byCodeUnit) : [];
	const paths = [".yaml", ".yml"].flatMap((ending) => defaults.filter((name) => name.endsWith(ending)).map((name) => join(folder, "_default", name)));
	const firstExisting = (candidates) => candidates.filter((path) => existsSync(join(site, path))).slice(0, 1);
	const named = (kind, names) => firstExisting(names.flatMap((name) => [join(folder, kind, `${name}.yaml`), join(folder, kind, `${name}.yml`)]));
	return [
		...paths,
		...named("environments", environmentFileNames(choice.environment)),
		...choice.profile === void 0 ? [] : named("profiles", [choice.profile])
	].map((path) => readConfigFile(site, path));
}
function readConfigFile(site, path) {
	const name = path.replaceAll("\\", "/");
	const absolute = path.startsWith("/") || /^[A-Za-z]:/.test(path) ? path : join(site, path);
	try {
		const bytes = readFileSync(absolute);
		if (bytes.byteLength > MAX_PARSED_BYTES) return {
			path: name,
			canonical: bytes,
			value: void 0,
			problem: `is larger than ${String(MAX_PARSED_BYTES)} bytes`
		};
		return {
			path: name,
			...parseConfig(name, bytes)
		};
	} catch (thrown) {
		return {
			path: name,
			canonical: "",
			value: void 0,
			problem: messageOf(thrown)
		};
	}
}
/** TOML as `tomllib` reads it, YAML as PyYAML does. */
function parseConfig(name, bytes) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		const toml = name.endsWith(".toml");
		const value = (toml ? parse$2(text, { integersAsBigInt: true }) : parseYaml(text)) ?? {};
		if (!isObject(value)) return {
			canonical: bytes,
			value: void 0,
			problem: "holds no mapping"
		};
		return {
			canonical: toml ? canonicalJson(value) : canonicalYaml(text),
			value,
			problem: void 0
		};
	} catch (thrown) {
		return {
			canonical: bytes,
			value: void 0,
			problem: messageOf(thrown)
		};
	}
}
function isDirectory(path) {
	return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
/** True when the site root holds anything that Bengal takes for a site. */
function looksLikeSite(site) {
	return [
		"content",
		"config",
		"_default",
		...SINGLE_FILES
	].some((name) => lstatSync(join(site, name), { throwIfNoEntry: false }) !== void 0);
}

// src/config/site-config.ts
/** Reads the configuration of a site. Never throws for what the files hold. */
function readSiteConfig(options) {
	const environment = environmentName(options.environment, options.variables);
	const sources = readConfig({
		site: options.site,
		environment,
		profile: options.profile,
		file: options.configFile
	});
	const merged = sources.files.reduce((all, file) => merge(all, file.value ?? {}), {});
	const explicitBaseUrl = setting(merged, "site", "baseurl") !== void 0;
	const outputDir = folder(merged, "output_dir", "public");
	const contentDir = folder(merged, "content_dir", "content");
	return {
		environment,
		files: sources.files.map((file) => file.path),
		outputDir: options.outputDir ?? outputDir.path,
		contentDir: contentDir.path,
		explicitBaseUrl,
		perPage: asFiniteNumber(field(field(merged, "pagination"), "per_page")) ?? 10,
		fingerprint: digestOfParts([
			["kind", sources.kind],
			["environment", environment],
			["profile", options.profile ?? ""],
			...sources.files.map((file) => [`file ${file.path}`, file.canonical]),
			...bengalVariables(options.variables).map(([name, value]) => [`variable ${name}`, value]),
			...(explicitBaseUrl ? [] : platformVariables(options.variables)).map(([name, value]) => [`platform ${name}`, value])
		]),
		problems: sources.files.flatMap((file) => file.problem === void 0 ? [] : [`${file.path}: ${file.problem}`]),
		errors: [...options.outputDir === void 0 ? outputDir.errors : [], ...contentDir.errors]
	};
}
/** Mappings merge, everything else is replaced. */
function merge(base, over) {
	const merged = new Map(Object.entries(base));
	for (const [key, value] of entriesOf(over)) {
		const below = merged.get(key);
		merged.set(key, isObject(below) && isObject(value) ? merge(below, value) : value);
	}
	return Object.fromEntries(merged);
}
/** A setting may stand in its section or at the top. */
function setting(config, section, name) {
	return field(field(config, section), name) ?? field(config, name);
}
function folder(config, name, usual) {
	const given = asString(setting(config, "build", name));
	const path = sitePath(given === void 0 || given === "" ? usual : given);
	if (path !== void 0) return {
		path,
		errors: []
	};
	return {
		path: usual,
		errors: [`Configuration \`build.${name}\`: expected a folder inside the site, got ${JSON.stringify(given)}`]
	};
}

// src/config/verdict.ts
/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
function judgeConfig(evidence) {
	const { recordedHash, currentHash, recordedFingerprint, currentFingerprint } = evidence;
	const hashes = {
		recorded: recordedHash ?? null,
		current: currentHash ?? null
	};
	if (recordedHash !== void 0 && currentHash !== void 0) return recordedHash === currentHash ? {
		status: "unchanged",
		...hashes,
		why: "Bengal's configuration hash is the recorded one"
	} : {
		status: "changed",
		...hashes,
		why: "Bengal's configuration hash is another than the recorded one"
	};
	if (recordedFingerprint === void 0) return {
		status: "unknown",
		...hashes,
		why: "the state was saved without our manifest, and nobody gave the current configuration hash"
	};
	return recordedFingerprint === currentFingerprint ? {
		status: "unchanged",
		...hashes,
		current: recordedHash ?? null,
		why: "the configuration files, environment and variables are the recorded ones"
	} : {
		status: "changed",
		...hashes,
		why: "the configuration files, the environment or a variable that Bengal reads differ from the recorded ones"
	};
}

// src/gate/decide.ts
/** Decides from data alone. Every doubt leads to `full`; `skip` needs every part of the proof. */
function decide(input) {
	const full = reasonsForFull(input);
	if (full.length > 0) return decision("full", full, input);
	const missing = missingProof(input);
	if (missing.length === 0) return decision("skip", proof(input), input);
	if (input.movedFrom !== void 0) return decision("full", [{
		kind: "state",
		detail: `the state was built in ${input.movedFrom}, and Bengal's incremental build mixes up pages of a site that moved`
	}, ...missing], input);
	if (input.policy === "strict") return decision("full", [{
		kind: "policy",
		detail: "the result is published, and no version of Bengal is known to write incrementally what a full build writes"
	}, ...missing], input);
	return decision("incremental", missing, input);
}
/** Arguments for a build that owes nothing to the old output. */
function fullBuildArgs(outputExists) {
	return outputExists ? ["--no-incremental", "--clean-output"] : ["--no-incremental"];
}
function decision(mode, reasons, input) {
	return {
		mode,
		reasons,
		buildArgs: {
			skip: [],
			incremental: ["--incremental"],
			full: fullBuildArgs(input.outputs.exists)
		}[mode]
	};
}
function reasonsForFull(input) {
	const { state, config, affected, outputs } = input;
	const reasons = [];
	if (input.policy === "always-full") reasons.push({
		kind: "policy",
		detail: "the gate is set to always-full"
	});
	if (state.status !== "usable") return [...reasons, {
		kind: "state",
		detail: `the state of the last build cannot be used: ${state.why}`
	}];
	if (config.status !== "unchanged") reasons.push({
		kind: "config",
		detail: `the configuration is ${config.status}: ${config.why}`
	});
	if (input.recorded === void 0 ? !input.writtenByOneBuild : input.recorded.build === "partial") reasons.push({
		kind: "not-a-full-build",
		detail: "the output was not written by one full build, so it may hold stale pages already"
	});
	const version = changedVersion(input);
	if (version !== void 0) reasons.push({
		kind: "version",
		detail: version
	});
	if (affected.all || affected.because.length > 0) {
		const more = affected.because.length - 1;
		const doubt = affected.because[0]?.detail ?? "nobody said why";
		reasons.push({
			kind: "all-affected",
			detail: `any page may be affected: ${doubt}${more > 0 ? ` (and ${String(more)} more ${more === 1 ? "reason" : "reasons"})` : ""}`
		});
	}
	const rebuilt = new Set(affected.pages.map((page) => page.output));
	const broken = [...outputs.missing, ...outputs.damaged].filter((path) => !rebuilt.has(path) || outputs.obstructed.includes(path));
	if (broken.length > 0) reasons.push({
		kind: "output-damaged",
		detail: `${String(broken.length)} recorded outputs are missing or damaged, such as ${broken[0] ?? ""}`
	});
	const [unreachable] = input.repair.unreachable;
	if (!affected.all && unreachable !== void 0) reasons.push({
		kind: "incremental-leaves-stale",
		detail: `an incremental build would leave ${String(input.repair.unreachable.length)} affected pages as they are, such as ${unreachable}`
	});
	return reasons;
}
function changedVersion({ recorded, versions }) {
	if (recorded === void 0) return void 0;
	const names = {
		bengal: "Bengal",
		python: "Python"
	};
	for (const name of ["bengal", "python"]) {
		const [was, is] = [recorded.versions[name], versions[name]];
		if (was !== void 0 && is !== void 0 && was !== is) return `${names[name]} is ${is}, and the state was built with ${was}`;
	}
}
/** What stands between this state and a proof that a build would change nothing. */
function missingProof(input) {
	const { changes, affected, outputs, recorded, versions } = input;
	const reasons = [];
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	].filter((path) => !input.settled.has(path));
	if (affected.pages.length > 0) reasons.push({
		kind: "pages-affected",
		detail: `Bengal rebuilds every affected page from the repaired state: ${String(affected.pages.length)} in all`
	});
	else if (changed[0] !== void 0) reasons.push({
		kind: "no-page-affected",
		detail: `${String(changed.length)} changed files affect no page, such as ${changed[0]}, but other outputs may differ`
	});
	if (changes.unverifiable[0] !== void 0) reasons.push({
		kind: "unverifiable",
		detail: `${String(changes.unverifiable.length)} inputs cannot be checked, such as ${changes.unverifiable[0]}`
	});
	if (recorded === void 0) reasons.push({
		kind: "not-a-full-build",
		detail: "the state was not recorded by this tool, so its output may hold stale pages"
	});
	else if (recorded.build !== "full") reasons.push({
		kind: "not-a-full-build",
		detail: "the output was not written by one full build"
	});
	if (recorded !== void 0 && (versions.bengal === void 0 || versions.bengal !== recorded.versions.bengal || versions.python === void 0 || versions.python !== recorded.versions.python)) reasons.push({
		kind: "version",
		detail: "it is not known that Bengal and Python are the recorded ones"
	});
	if (outputs.unexpected[0] !== void 0) reasons.push({
		kind: "output-damaged",
		detail: `the output holds ${String(outputs.unexpected.length)} files that no build recorded, such as ${outputs.unexpected[0]}`
	});
	return reasons;
}
function proof(input) {
	return [
		"no source differs from the recorded tree",
		input.config.why,
		`Bengal ${input.versions.bengal ?? ""} and Python ${input.versions.python ?? ""} are the recorded ones`,
		`all ${String(input.outputs.present.size)} output files are those that one full build wrote`
	].map((detail) => ({
		kind: "proof",
		detail
	}));
}

// src/graph/model.ts
function graphBuilder() {
	const kinds = [];
	const names = [];
	const ids = /* @__PURE__ */ new Map();
	const edges = [];
	return {
		node(kind, name) {
			const ofKind = ids.get(kind) ?? /* @__PURE__ */ new Map();
			ids.set(kind, ofKind);
			const known = ofKind.get(name);
			if (known !== void 0) return known;
			const id = names.push(name) - 1;
			kinds.push(kind);
			ofKind.set(name, id);
			return id;
		},
		depends(user, used) {
			edges.push([used, user]);
		},
		build() {
			const forward = compressRows(names.length, edges);
			const reverse = compressRows(names.length, edges.map(([used, user]) => [user, used]));
			return {
				size: names.length,
				kindOf: (id) => kinds[id] ?? missing(id),
				nameOf: (id) => names[id] ?? missing(id),
				find: (kind, name) => ids.get(kind)?.get(name),
				ofKind: (kind) => [...ids.get(kind)?.values() ?? []],
				dependents: forward,
				dependencies: reverse
			};
		}
	};
}
function missing(id) {
	throw new Error(`No node ${String(id)} in this graph`);
}
/** Rows of neighbours by counting sort: one pass to count, one to place. Rows come out sorted and without repeats. */
function compressRows(size, edges) {
	const offsets = new Uint32Array(size + 1);
	for (const [from] of edges) offsets[from + 1] = (offsets[from + 1] ?? 0) + 1;
	for (let index = 0; index < size; index++) offsets[index + 1] = (offsets[index + 1] ?? 0) + (offsets[index] ?? 0);
	const neighbours = new Uint32Array(edges.length);
	const next = offsets.slice();
	for (const [from, to] of edges) {
		const at = next[from] ?? 0;
		neighbours[at] = to;
		next[from] = at + 1;
	}
	return (id) => [...new Set(neighbours.subarray(offsets[id], offsets[id + 1]).toSorted())];
}

// src/graph/build.ts
/** The dependency graph that a state records: inputs -> pages -> outputs, and pages -> tags -> tag pages. */
function buildGraph(state) {
	const builder = graphBuilder();
	for (const page of state.pages.values()) addPage(builder, page);
	for (const [slug, members] of state.tags) for (const member of members) if (state.pages.has(member)) builder.depends(builder.node("tag", slug), builder.node("page", member));
	return builder.build();
}
function addPage(builder, page) {
	const node = builder.node("page", page.key);
	for (const output of page.outputs) builder.depends(builder.node("output", output), node);
	for (const input of page.inputs) {
		const used = inputNode(builder, input, page);
		if (used !== void 0) builder.depends(node, used);
	}
	for (const name of page.templates) builder.depends(node, builder.node("template", name));
	for (const ref of page.files) {
		if (nameOfRef(ref).includes(".bengal/generated/")) continue;
		builder.depends(node, builder.node(ref.where === "site" ? "source" : "external", nameOfRef(ref)));
	}
	if (page.kind === "tag") for (const slug of page.tags) builder.depends(node, builder.node("tag", slug));
}
function inputNode(builder, input, page) {
	if (input.type.startsWith("cascade_")) return builder.node("source", input.path.replace(/^cascade:/, ""));
	switch (input.type) {
		case "content": return page.kind === "content" ? builder.node("source", input.path) : void 0;
		case "template": return builder.node("template", input.path);
		case "data":
		case "autodoc_source":
		case "cli_source": return builder.node("source", input.path);
		case "asset": return builder.node("asset", input.path);
		case "config": return builder.node("config", input.path);
		case "taxonomy": return builder.node("tag", input.path.replace(/^tag:/, ""));
		default: return;
	}
}

// src/report/report.ts
/** The bytes of the report file, and of `report --format json`. */
function reportJson(report) {
	return `${JSON.stringify(report, null, 2)}\n`;
}

// src/core/never.ts
/** Ends an exhaustive `switch`: does not compile while a variant is left, throws if data lied about its type. */
function unreachable(value, what = "variant") {
	throw new Error(`Unexpected ${what}: ${JSON.stringify(value)}`);
}

// src/affected/collector.ts
function collector() {
	const pages = /* @__PURE__ */ new Map();
	const doubts = /* @__PURE__ */ new Map();
	const tags = /* @__PURE__ */ new Set();
	const removed = /* @__PURE__ */ new Set();
	const output = (path, source, reason) => {
		const known = pages.get(path) ?? {
			source,
			reasons: /* @__PURE__ */ new Map()
		};
		known.reasons.set(`${reason.kind}\0${reason.via}`, reason);
		pages.set(path, known);
	};
	return {
		output,
		page(page, reason) {
			for (const path of page.outputs) output(path, page.kind === "content" ? page.key : null, reason);
		},
		doubt: (doubt) => void doubts.set(`${doubt.kind}\0${doubt.detail}`, doubt),
		tag: (slug) => void tags.add(slug),
		remove: (path) => void removed.add(path),
		found: () => ({
			pages: [...pages].map(([path, { source, reasons }]) => ({
				output: path,
				source,
				url: urlOfOutput(path),
				reasons: [...reasons.values()].sort(byKindAndVia)
			})).sort(by((page) => page.output)),
			because: [...doubts.values()].sort((left, right) => byCodeUnit(left.kind, right.kind) || byCodeUnit(left.detail, right.detail)),
			tags: sortedUnique(tags),
			toRemove: sortedUnique(removed)
		})
	};
}
function byKindAndVia(left, right) {
	return byCodeUnit(left.kind, right.kind) || byCodeUnit(left.via, right.via);
}

// src/affected/context.ts
/** Adds the pages of these outputs; outputs that are no page (a style sheet, `404.html`) are rebuilt by every build. */
function addOutputs(outputs, reason, { found, site }) {
	for (const output of outputs) {
		const page = site.pageOf.get(output);
		if (page !== void 0) found.output(output, page.kind === "content" ? page.key : null, reason);
	}
}
/** The pages that use a node, directly. */
function usersOf(kind, name, { graph, state }) {
	const node = graph.find(kind, name);
	if (node === void 0) return [];
	return graph.dependents(node).flatMap((id) => graph.kindOf(id) === "page" ? state.pages.get(graph.nameOf(id)) ?? [] : []);
}

// src/affected/keys.ts
const EFFECTS = {
	title: [
		"title",
		"nav_title",
		"linktitle",
		"link_title",
		"short_title",
		"menu_title"
	],
	description: [
		"description",
		"summary",
		"excerpt",
		"subtitle",
		"abstract",
		"lead"
	],
	date: [
		"date",
		"updated",
		"lastmod",
		"last_modified",
		"modified",
		"published_at"
	],
	order: [
		"weight",
		"order",
		"nav_order",
		"sidebar_position"
	],
	tags: [
		"tags",
		"tag",
		"keywords"
	],
	cascade: ["cascade"],
	structure: [
		...[
			"slug",
			"url",
			"permalink",
			"aliases",
			"draft",
			"published",
			"hidden",
			"visibility",
			"private",
			"noindex"
		],
		...[
			"expiry_date",
			"expires",
			"publish_date",
			"lang",
			"language",
			"translation_key",
			"version",
			"section",
			"sort_by",
			"sort_order"
		],
		...[
			"paginate",
			"per_page",
			"outputs",
			"headless",
			"redirect",
			"redirect_to",
			"(front matter)"
		]
	],
	navigation: [
		"menu",
		"menus",
		"nav",
		"in_menu",
		"show_in_menu",
		"menu_weight",
		"menu_parent"
	],
	listing: [...[
		"type",
		"layout",
		"template",
		"variant",
		"content_type",
		"author",
		"authors",
		"image",
		"icon",
		"cover",
		"thumbnail",
		"banner"
	], ...[
		"category",
		"categories",
		"series",
		"difficulty",
		"level",
		"status",
		"featured",
		"badge",
		"color",
		"eyebrow",
		"emoji",
		"props",
		"params"
	]]
};
const EFFECT_OF = new Map(Object.keys(EFFECTS).flatMap((effect) => EFFECTS[effect].map((key) => [key, effect])));
function effectOf(key) {
	return EFFECT_OF.get(key.toLowerCase()) ?? "custom";
}

// src/affected/order.ts
const byPath = (left, right) => byCodeUnit(left.key, right.key);
const byTitle = (left, right) => byCodeUnit(left.title, right.title) || byPath(left, right);
/** Pages without a weight come last, as with Bengal. */
const weightOf = (page) => page.weight ?? Number.MAX_SAFE_INTEGER;
/** The orders in which themes list pages. Which one a site uses is not recorded, so a rule has to hold for each. */
const ORDERS = [
	{
		name: "weight",
		compare: (left, right) => weightOf(left) - weightOf(right) || byTitle(left, right)
	},
	{
		name: "newest",
		compare: (left, right) => byCodeUnit(right.date, left.date) || byTitle(left, right)
	},
	{
		name: "title",
		compare: byTitle
	},
	{
		name: "path",
		compare: byPath
	},
	{
		name: "weight, path",
		compare: (left, right) => weightOf(left) - weightOf(right) || byPath(left, right)
	},
	{
		name: "newest, path",
		compare: (left, right) => byCodeUnit(right.date, left.date) || byPath(left, right)
	}
];
/** Whether a page keeps its place among others in every order when `before` becomes `after`. */
function keepsPlace({ before, after }, others, orders = ORDERS) {
	return orders.every(({ compare }) => others.every((other) => Math.sign(compare(before, other)) === Math.sign(compare(after, other))));
}
/** Those in which lists of the newest pages are sorted. */
const NEWEST = ORDERS.filter((order) => order.name.startsWith("newest"));
/** For each order, the keys of the pages right before and after `page`; empty at an end. */
function neighboursOf(page, others, orders = ORDERS) {
	return orders.flatMap(({ compare }) => {
		const sorted = [...others.filter((other) => other.key !== page.key), page].sort(compare);
		const at = sorted.indexOf(page);
		return [sorted[at - 1]?.key ?? "", sorted[at + 1]?.key ?? ""];
	});
}
/** Above this share of linked pairs an order is one that previous and next may follow. */
const USED = .8;
/**
* The orders that previous and next links may follow: those in which most adjacent pages link to each other, the best
* ones only; or all orders when none stands out. `linked(a, b)`: the page of `a` links to that of `b`.
*/
function ordersOfNeighbours(pages, linked) {
	if (pages.length < 3) return ORDERS;
	const shares = ORDERS.map((order) => {
		const sorted = [...pages].sort(order.compare);
		const pairs = sorted.slice(1).flatMap((right, index) => {
			const left = sorted[index];
			return left === void 0 ? [] : [[left, right]];
		});
		return {
			order,
			share: pairs.filter(([left, right]) => linked(left.key, right.key) && linked(right.key, left.key)).length / pairs.length
		};
	});
	const best = Math.max(...shares.map(({ share }) => share));
	return best >= USED ? shares.filter(({ share }) => share === best).map(({ order }) => order) : ORDERS;
}

// src/affected/present-page.ts
/** The slugs of a page as it is now; none when it is gone or has no tags. */
function tagsNow(path, { texts }) {
	const tags = texts.get(path)?.frontMatter["tags"];
	return slugsOf$1((Array.isArray(tags) ? tags : [tags]).flatMap((tag) => tag === void 0 || tag === null || tag === false || tag === 0 || isObject(tag) ? [] : [tag === true ? "True" : String(tag)]));
}
/** What lists sort a page by as it is now; `undefined` when it is gone. */
function sortableNow(path, { texts, state }) {
	const text = texts.get(path);
	if (text === void 0) return void 0;
	const { date, weight } = text.frontMatter;
	return {
		key: path,
		title: (text.title ?? titleOfName(path, asString(state.pages.get(path)?.metadata?.["title"]))).toLowerCase(),
		date: dateText(date).slice(0, 19),
		weight: typeof weight === "number" ? weight : void 0
	};
}
/** Bengal makes a title of the name of the file, or of the folder for its index: `oil-lamps` is `Oil Lamps`. */
function titleOfName(path, recorded) {
	const title = (/([^/]+?)(?:\/_?index)?\.[^./]+$/.exec(path)?.[1] ?? path).replace(/[-_]+/g, " ");
	return recorded?.toLowerCase() === title.toLowerCase() ? recorded : title;
}
/** YAML dates come as dates; Bengal records `2025-11-11T00:00:00`. */
function dateText(date) {
	if (date instanceof Date) return date.toISOString().slice(0, 19);
	return typeof date === "string" ? /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00` : date : "";
}

// src/affected/sortable.ts
/** Made once for each page: lists of the whole site are compared page by page. */
const known = /* @__PURE__ */ new WeakMap();
/** What lists are sorted by, as recorded. */
function sortable(page) {
	const made = known.get(page);
	if (made !== void 0) return made;
	const { metadata } = page;
	const now = {
		key: page.key,
		title: (asString(metadata?.["title"]) ?? "").toLowerCase(),
		date: (asString(metadata?.["date"]) ?? "").slice(0, 19),
		weight: asFiniteNumber(metadata?.["weight"])
	};
	known.set(page, now);
	return now;
}

// src/affected/listers.ts
/** How many of the first entries of a list a page has to show to count as showing that list. */
const HEAD = 3;
const MOST = .6;
/** Above this, pages are first sorted out by how much they link to at all. */
const MANY = 200;
/**
* Pages that show the members as a list. Neighbours show one or two members of a folder, lists show most of them or the
* first few in some order. A page that shows a list now is the one that shows the list's next member.
*/
function findListers(lists) {
	return lists.members.length === 0 ? [] : [.../* @__PURE__ */ new Set([...showingMost(lists), ...showingHeads(lists)])];
}
/** No page mentions itself, though its list holds it. */
function showingMost({ members, links, outputs }) {
	const own = new Set(members.flatMap((member) => member.outputs));
	const enough = Math.max(Math.min(HEAD, members.length), Math.ceil(members.length * MOST));
	const selfOf = (page) => Number(own.has(page));
	if (members.length > MANY) {
		const shownBy = (page) => links.mentionedBy(page).filter((target) => own.has(target) && showing(target, links).has(page)).length;
		return [...outputs].filter((page) => links.mentionedBy(page).length + selfOf(page) >= enough && shownBy(page) + selfOf(page) >= enough);
	}
	const shown = new Map([...own].map((output) => [output, 1]));
	for (const output of own) for (const page of showing(output, links)) shown.set(page, (shown.get(page) ?? 0) + 1);
	return [...shown].filter(([, count]) => count >= enough).map(([page]) => page);
}
function showingHeads({ members, orders, links }) {
	const own = new Set(members.flatMap((member) => member.outputs));
	const pages = members.map((page) => ({
		...sortable(page),
		outputs: page.outputs
	}));
	return orders.flatMap((order) => {
		const head = smallest(pages, order, HEAD).flatMap(({ outputs }) => outputs.slice(0, 1));
		const showers = head.map((output) => showing(output, links));
		const showAll = (page) => head.every((output, index) => output === page || showers[index]?.has(page) === true);
		const outside = [...showers[0] ?? []].filter((page) => !head.includes(page) && showAll(page));
		return outside.some((page) => own.has(page)) ? [...outside, ...head.filter(showAll)] : outside;
	});
}
function smallest(pages, order, count) {
	const first = [];
	for (const page of pages) {
		const last = first.at(count - 1);
		if (last !== void 0 && order.compare(page, last) >= 0) continue;
		first.push(page);
		first.sort(order.compare).splice(count);
	}
	return first;
}
function showing(output, links) {
	const pages = /* @__PURE__ */ new Set();
	for (const [page, flags] of links.mentionsOf(output)) if ((flags & SHOWS.link) !== 0) pages.add(page);
	return pages;
}

// src/affected/site-model.ts
const INDEX = /(?:^|\/)_?index\.[^./]+$/;
function siteModel({ state, layout, links }) {
	const byFolder = /* @__PURE__ */ new Map();
	const pageOf = /* @__PURE__ */ new Map();
	for (const page of state.pages.values()) {
		for (const output of page.outputs) pageOf.set(output, page);
		if (page.kind !== "content") continue;
		const folder = folderOf(page.key);
		const known = byFolder.get(folder) ?? {
			members: [],
			index: void 0
		};
		byFolder.set(folder, known);
		if (INDEX.test(page.key)) known.index = page;
		else known.members.push(page);
	}
	const indexOutputOf = (folder) => {
		const below = folder === layout.contentDir ? "" : `${folder.slice(layout.contentDir.length + 1)}/`;
		return byFolder.get(folder)?.index?.outputs[0] ?? `${below}index.html`;
	};
	const mentioning = (output, shows) => [...links.mentionsOf(output)].filter(([, flags]) => (flags & shows) !== 0).map(([page]) => page);
	const siteWide = /* @__PURE__ */ new Map();
	const members = (folder) => byFolder.get(folder)?.members ?? [];
	return {
		pageOf,
		members,
		indexOf: (folder) => byFolder.get(folder)?.index,
		indexOutputOf,
		mentioning,
		listersOf: (folder) => findListers({
			members: members(folder),
			orders: ORDERS,
			links,
			outputs: pageOf.keys()
		}),
		siteListers(of) {
			const all = [...byFolder.values()].flatMap((folder) => folder.members);
			const pages = of === "all" ? all : all.filter((page) => sortable(page).date !== "");
			const known = siteWide.get(of) ?? findListers({
				members: pages,
				orders: of === "all" ? [] : NEWEST,
				links,
				outputs: pageOf.keys()
			});
			siteWide.set(of, known);
			return known;
		},
		home: indexOutputOf(layout.contentDir)
	};
}
/** The folder of a content file. */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
function isIndex(path) {
	return INDEX.test(path);
}

// src/affected/outputs.ts
/** Forms in which Bengal writes a page besides HTML. */
const SIBLINGS = [
	".json",
	".txt",
	".md"
];
/** Files that describe the whole site; any change of a page may change them. */
const SITE_WIDE = [
	"sitemap.xml",
	"rss.xml",
	"index.json",
	"index.json.hash",
	"agent.json",
	"changelog.json",
	"llms.txt",
	"llm-full.txt",
	"search-index.json",
	"search/index.html",
	"graph/index.html",
	"graph/graph.json",
	".well-known/content-signals.json"
];
/** An HTML output and its other forms. */
function formsOf(output) {
	return [output, ...SIBLINGS.map((ending) => output.replace(/\.html$/, ending))];
}
function siteWideOutputs(present) {
	return SITE_WIDE.filter((path) => present.has(path)).sort();
}

// src/affected/tag-rules.ts
/**
* A page gained or lost tags: the listings of those tags, every listing that shows how many pages a tag has or which
* tags there are, and the pages that share such a tag and may point to each other.
*/
function judgeTags(change) {
	const { before, after, path, found, state } = change;
	const changed = [.../* @__PURE__ */ new Set([...before.filter((slug) => !after.includes(slug)), ...after.filter((slug) => !before.includes(slug))])];
	if (changed.length === 0) return;
	const listings = [...state.pages.values()].filter((page) => page.kind === "tag" || page.kind === "tag-index");
	for (const page of listings) if (page.kind === "tag-index" || showsOtherTags(page, change)) found.page(page, {
		kind: "tag",
		via: path
	});
	if (listings.length === 0) {
		found.output("tags/index.html", null, {
			kind: "tag",
			via: path
		});
		addOutputs([change.site.home], {
			kind: "tag",
			via: path
		}, change);
	}
	for (const slug of changed) judgeTag(slug, listings, change);
	if ([.../* @__PURE__ */ new Set([...state.tags.keys(), ...after])].some((slug) => membersNow(slug, change) > 0)) return;
	for (const page of listings) if (page.kind === "tag-index") removeForms(page, change);
}
function judgeTag(slug, listings, change) {
	const { path, found, state, site, after } = change;
	const reason = {
		kind: "tag",
		via: path,
		through: [slug]
	};
	found.tag(slug);
	const own = listings.filter((page) => page.kind === "tag" && page.tags.includes(slug));
	for (const page of own) found.page(page, reason);
	const keys = state.tags.get(slug) ?? /* @__PURE__ */ new Set();
	const members = [...keys].flatMap((key) => state.pages.get(key) ?? []);
	for (const page of members) if (page.key !== path) found.page(page, reason);
	for (const output of own.flatMap((page) => page.outputs)) addOutputs(site.mentioning(output, SHOWS.link).filter((page) => !keys.has(site.pageOf.get(page)?.key ?? "")), reason, change);
	const gained = after.includes(slug);
	if (own.length === 0 && gained) addClouds(listings, change);
	judgePagination({
		slug,
		left: membersNow(slug, change),
		own
	}, change);
}
/** How many pages carry the tag after all changes. */
function membersNow(slug, { state, changes, texts, path, after }) {
	const carries = (key) => (key === path ? after : tagsNow(key, { texts })).includes(slug);
	const isEdited = (key) => key === path || texts.has(key);
	const kept = [...state.tags.get(slug) ?? []].filter((key) => !changes.deleted.includes(key) && (!isEdited(key) || carries(key)));
	return (/* @__PURE__ */ new Set([...kept, ...[path, ...texts.keys()].filter(carries)])).size;
}
/** A page that keeps its tags moves in their listings when it moves among their members. */
function judgeTagOrder(keepsPlaceAmong, { path, page }, { state, found }) {
	for (const slug of page.tags) {
		if (keepsPlaceAmong([...state.tags.get(slug) ?? []].flatMap((key) => key === path ? [] : state.pages.get(key) ?? []))) continue;
		for (const listing of state.pages.values()) if (listing.kind === "tag" && listing.tags.includes(slug)) found.page(listing, {
			kind: "tag",
			via: path,
			through: [slug]
		});
	}
}
/** A listing that links to the listings of other tags shows a list of tags, too. */
function showsOtherTags(page, { links, site, state }) {
	if (state.tags.size < 2) return true;
	return page.outputs.some((output) => links.mentionedBy(output).some((target) => target !== output && site.pageOf.get(target)?.kind === "tag"));
}
/** A tag that nobody carried before appears wherever other tags are listed by pages that do not carry them. */
function addClouds(listings, change) {
	for (const listing of listings) {
		if (listing.kind !== "tag") continue;
		for (const output of listing.outputs) {
			const strangers = change.site.mentioning(output, SHOWS.link).filter((page) => !listing.tags.some((slug) => change.site.pageOf.get(page)?.tags.includes(slug)));
			addOutputs(strangers, {
				kind: "tag",
				via: change.path
			}, change);
		}
	}
}
/** Listings come and go with the number of pages: each holds so many, and an empty tag has none. */
function judgePagination({ slug, left, own }, change) {
	const { found, path, perPage } = change;
	const needed = Math.ceil(left / perPage);
	const known = new Set(own.map((page) => numberOf(page)));
	for (let number = 1; number <= needed; number++) if (!known.has(number)) found.output(languageOf(change) + listingOutput(slug, number), null, {
		kind: "tag",
		via: path,
		through: [slug]
	});
	for (const page of own) if (numberOf(page) > needed) removeForms(page, change);
}
function removeForms(page, { found, outputs }) {
	for (const output of page.outputs) for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
}
function numberOf(page) {
	return Number(/\/page_(\d+)\/index\.md$/.exec(page.key)?.[1] ?? 1);
}
/** The folder of the page's language, when Bengal writes that language into one. */
function languageOf({ path, texts, outputs }) {
	const language = texts.get(path)?.frontMatter["lang"];
	if (typeof language !== "string") return "";
	return [...outputs.present].some((output) => output.startsWith(`${language}/`)) ? `${language}/` : "";
}
function listingOutput(slug, number) {
	return number === 1 ? `tags/${slug}/index.html` : `tags/${slug}/page/${String(number)}/index.html`;
}

// src/affected/structure-rules.ts
/** A page that was not there before: whoever lists its place, its neighbours, its tags, its other languages and versions. */
function judgeAdded(path, context) {
	const { found } = context;
	found.output(outputBeside(path, context), path, {
		kind: "added",
		via: path
	});
	if (isNewSection(path, context)) {
		found.doubt({
			kind: "navigation",
			detail: `${path} begins a new section, and every page may show it in a menu`
		});
		return;
	}
	judgeMenu(path, context);
	judgePlace(path, context);
	judgeVariants(path, context);
	judgeTags({
		...context,
		path,
		before: [],
		after: tagsNow(path, context)
	});
}
/** A page that is gone: whoever shows it, and all its files. */
function judgeDeleted(path, page, context) {
	const { found, outputs, site } = context;
	for (const output of page.outputs) {
		for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
		addOutputs(site.mentioning(output, -1), {
			kind: "linked",
			via: path
		}, context);
	}
	found.page(page, {
		kind: "deleted",
		via: path
	});
	const folder = folderOf(path);
	const left = site.members(folder).filter((member) => member.key !== path && !context.changes.deleted.includes(member.key));
	if (isIndex(path) || left.length === 0 && folder !== context.layout.contentDir) {
		found.doubt({
			kind: "navigation",
			detail: `with ${path} a section is gone, and every page may show it in a menu`
		});
		return;
	}
	judgePlace(path, context);
	judgeVariants(path, context);
	judgeTags({
		...context,
		path,
		before: page.tags,
		after: []
	});
}
/** Whoever shows the folder of a page as a list, the home page, and the pages before and after its place, old and new. */
function judgePlace(path, context) {
	const { site, layout } = context;
	const folder = folderOf(path);
	for (const outputs of [
		site.listersOf(folder),
		site.siteListers("all"),
		site.siteListers("newest")
	]) addOutputs(outputs, {
		kind: "section-listing",
		via: path
	}, context);
	for (let above = folder;; above = folderOf(above)) {
		addOutputs([site.indexOutputOf(above)], {
			kind: "section-listing",
			via: path
		}, context);
		if (above === layout.contentDir || above === "") break;
	}
	const siblings = site.members(folder).filter((member) => member.key !== path).map(sortable);
	const linked = (from, to) => {
		const [target] = context.state.pages.get(to)?.outputs ?? [];
		const [page] = context.state.pages.get(from)?.outputs ?? [];
		return target !== void 0 && page !== void 0 && ((context.links.mentionsOf(target).get(page) ?? 0) & SHOWS.link) !== 0;
	};
	const orders = ordersOfNeighbours(site.members(folder).map(sortable), linked);
	const before = context.state.pages.get(path);
	const after = sortableNow(path, context);
	const [old = [], now = []] = [before && sortable(before), after].map((place) => place && neighboursOf(place, siblings, orders));
	if (before !== void 0 && after !== void 0 && old.join("\0") === now.join("\0")) return;
	for (const key of [...old, ...now]) addOutputs(context.state.pages.get(key)?.outputs ?? [], {
		kind: "neighbour",
		via: path
	}, context);
}
/** The same page in another language or version shows a switch to this one. */
function judgeVariants(path, context) {
	const { state, found } = context;
	const own = variantOf(path, context.layout.contentDir);
	const translationKey = context.texts.get(path)?.frontMatter["translation_key"] ?? translationKeyOf(state.pages.get(path));
	for (const page of state.pages.values()) {
		if (page.kind !== "content" || page.key === path) continue;
		const other = variantOf(page.key, context.layout.contentDir);
		if (other.path === own.path && other.version !== own.version) found.page(page, {
			kind: "version",
			via: path
		});
		else if (other.path === own.path && other.language !== own.language) found.page(page, {
			kind: "translation",
			via: path
		});
		else if (typeof translationKey === "string" && translationKeyOf(page) === translationKey) found.page(page, {
			kind: "translation",
			via: path
		});
	}
}
/** Bengal keeps the key among the properties that are no fields of its own. */
function translationKeyOf(page) {
	const props = page?.metadata?.["props"];
	return page?.metadata?.["translation_key"] ?? (isObject(props) ? props["translation_key"] : void 0);
}
/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
function variantOf(key, contentDir) {
	const below = key.slice(contentDir.length + 1);
	const [, version = "", rest = below] = /^_versions\/([^/]+)\/(.+)$/.exec(below) ?? [];
	const [, folder = "", inFolder = rest] = /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(rest) ?? [];
	const [, stem = "", suffix = "", ending = ""] = /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(\.[^./]+)$/.exec(inFolder) ?? [];
	return {
		path: stem === "" ? inFolder : `${stem}${ending}`,
		version,
		language: folder || suffix
	};
}
/** The first page of a folder, or its index. */
function isNewSection(path, { site, layout }) {
	const folder = folderOf(path);
	if (folder === layout.contentDir) return false;
	return isIndex(path) ? site.indexOf(folder) === void 0 : site.members(folder).length === 0 && site.indexOf(folder) === void 0;
}
function judgeMenu(path, { texts, found }) {
	const frontMatter = texts.get(path)?.frontMatter ?? {};
	if ([
		"menu",
		"menus",
		"nav",
		"in_menu",
		"show_in_menu"
	].some((key) => frontMatter[key] !== void 0)) found.doubt({
		kind: "navigation",
		detail: `${path} is new and has a menu entry, which every page may show`
	});
}
/** Where the pages of its folder go: versions and languages are not written where their sources lie. */
function outputBeside(path, { site, layout }) {
	const usual = outputOfNewPage(path, layout.contentDir);
	const folder = folderOf(path);
	const below = folder === layout.contentDir ? 0 : folder.length - layout.contentDir.length;
	for (const page of [site.indexOf(folder), ...site.members(folder)]) {
		if (page === void 0) continue;
		const tail = outputOfNewPage(page.key, layout.contentDir).slice(below);
		const [output] = page.outputs;
		if (output?.endsWith(tail)) return output.slice(0, output.length - tail.length) + usual.slice(below);
	}
	return usual;
}
/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. */
function outputOfNewPage(path, contentDir) {
	const below = path.slice(contentDir.length + 1).replace(/\.[^./]+$/, "");
	return /(^|\/)_?index$/.test(below) ? `${below.replace(/_?index$/, "")}index.html` : `${below}/index.html`;
}

// src/affected/edit-rules.ts
/** Without a record of what an edit touched, everything counts. */
const EVERYTHING = {
	keys: /* @__PURE__ */ new Set([
		"title",
		"description",
		"date",
		"weight",
		"tags",
		"cascade",
		"slug",
		"menu"
	]),
	lead: true,
	longLead: true,
	body: true,
	length: true
};
/** Ways of showing a page that an edit of its text can change. */
const CARD = SHOWS.lead | SHOWS.description | SHOWS.date;
/** What the edit of a page changes: itself, and whoever shows the part that was edited. */
function judgeEdit(path, page, context) {
	const { found } = context;
	const edit = context.edits.get(path) ?? EVERYTHING;
	if (!edit.body && edit.keys.size === 0) return;
	found.page(page, {
		kind: "content",
		via: path
	});
	if (page.outputs.length === 0) found.doubt({
		kind: "state-incomplete",
		detail: `the state does not tell where ${path} is written to`
	});
	for (const user of usersOf("source", path, context)) if (user !== page && !isBelow(user, path)) found.page(user, {
		kind: "include",
		via: path
	});
	const effects = new Set([...edit.keys].map((key) => effectHere(key, context)));
	for (const effect of effects) judgeEffect(effect, {
		...context,
		path,
		page,
		edit
	});
	if (edit.lead) mention(SHOWS.lead, "excerpt", {
		...context,
		path,
		page
	});
	if (edit.longLead) mention(SHOWS.longLead, "excerpt", {
		...context,
		path,
		page
	});
	if (edit.body) mention(SHOWS.text, "excerpt", {
		...context,
		path,
		page
	});
	if (edit.length) mention(CARD, "linked", {
		...context,
		path,
		page
	});
}
/** What a key changes on this site, by this Bengal. */
function effectHere(key, { behaviour, namedByTemplates }) {
	const effect = key === "slug" && !behaviour.slugMovesPage ? "custom" : effectOf(key);
	return effect === "custom" && namedByTemplates(key) ? "listing" : effect;
}
function judgeEffect(effect, context) {
	const { path, page, found } = context;
	switch (effect) {
		case "title":
			mention(SHOWS.title, "linked", context);
			judgeOrder(context);
			return;
		case "description":
			mention(page.metadata?.["description"] ? SHOWS.description : SHOWS.link, "linked", context);
			return;
		case "date":
			mention(page.metadata?.["date"] ? SHOWS.date : SHOWS.link, "linked", context);
			judgeOrder(context);
			return;
		case "order":
			judgeOrder(context);
			return;
		case "tags":
			judgeTags({
				...context,
				before: page.tags,
				after: tagsNow(path, context)
			});
			return;
		case "cascade":
			if (cascadeKeys(context).some((key) => effectOf(key) !== "custom" || context.namedByTemplates(key))) judgeCascade(context);
			return;
		case "structure":
			mention(SHOWS.link, "linked", context);
			judgePlace(path, context);
			judgeVariants(path, context);
			return;
		case "navigation":
			found.doubt({
				kind: "navigation",
				detail: `the menu entry of ${path} changed, and every page may show the menu`
			});
			return;
		case "listing":
			mention(SHOWS.link, "linked", context);
			if (isIndex(path)) judgeCascade(context);
			return;
		case "custom": return;
	}
}
function mention(shows, kind, context) {
	for (const output of context.page.outputs) addOutputs(context.site.mentioning(output, shows), {
		kind,
		via: context.path
	}, context);
}
/** Whether the page takes another place in any list that it can be in: its folder's, or one of the whole site. */
function judgeOrder(context) {
	const { path, page, state, site } = context;
	const before = sortable(page);
	const after = sortableNow(path, context) ?? before;
	const others = [...state.pages.values()].filter((other) => other.kind === "content" && other !== page && !isIndex(other.key)).map(sortable);
	const siblings = others.filter((other) => folderOf(other.key) === folderOf(path));
	const place = {
		before,
		after
	};
	if (!keepsPlace(place, siblings)) judgePlace(path, context);
	judgeTagOrder((members) => keepsPlace(place, members.map(sortable)), {
		path,
		page
	}, context);
	const dated = others.filter((other) => other.date !== "");
	const reason = {
		kind: "section-listing",
		via: path
	};
	const byDateAlone = (given) => ({
		...given,
		title: "",
		weight: void 0
	});
	const inTime = {
		before: byDateAlone(before),
		after: byDateAlone(after)
	};
	if (before.date === "" !== (after.date === "") || !keepsPlace(inTime, dated.map(byDateAlone))) {
		mention(SHOWS.link, "linked", context);
		addOutputs([site.home, ...site.siteListers("newest")], reason, context);
	}
	if (after.date !== "" && !keepsPlace(place, dated, NEWEST)) addOutputs(site.siteListers("newest"), reason, context);
	if (!keepsPlace(place, others)) addOutputs(site.siteListers("all"), reason, context);
}
/** Everything below the index's folder, however deep; what it changes there may be shown wherever those pages are. */
function judgeCascade(context) {
	const { path, state, found } = context;
	const folder = `${folderOf(path)}/`;
	for (const page of state.pages.values()) {
		if (page.kind !== "content" || page.key === path || !page.key.startsWith(folder)) continue;
		found.page(page, {
			kind: "cascade",
			via: path
		});
		for (const output of page.outputs) addOutputs(context.site.mentioning(output, SHOWS.link), {
			kind: "linked",
			via: path,
			through: [page.key]
		}, context);
	}
}
/** Keys that the cascade gained, lost or changed. */
function cascadeKeys({ page, texts, path }) {
	const before = page.metadata?.["cascade"];
	const after = texts.get(path)?.frontMatter["cascade"];
	const keys = [before, after].flatMap((cascade) => isObject(cascade) ? Object.keys(cascade) : []);
	const value = (cascade, key) => JSON.stringify(isObject(cascade) ? cascade[key] : void 0);
	return keys.filter((key) => value(before, key) !== value(after, key));
}
/** A page whose record names the file as an index above it. */
function isBelow(user, path) {
	return user.inputs.some((input) => input.type.startsWith("cascade_") && fileOfInput(input.type, input.path) === path);
}

// src/affected/file-rules.ts
/** A template of the site or of a theme in it. */
function judgeTemplate(path, name, context) {
	const { found, graph } = context;
	if (context.kind === "added" && graph.find("template", name) === void 0) {
		found.doubt({
			kind: "new-template",
			detail: `${path} is new: pages may pick it up by its name`
		});
		return;
	}
	const users = addUsers("template", name, {
		...context,
		reason: "template",
		via: path
	});
	for (const page of context.state.pages.values()) if (page.kind === "virtual" && page.inputs.every(({ type }) => type === "config" || type === "virtual")) found.page(page, {
		kind: "template",
		via: path
	});
	if (users === 0 && name.startsWith("shortcodes/")) found.doubt({
		kind: "unknown-consumer",
		detail: `${path} was ${context.kind}, and Bengal does not record which pages use a shortcode`
	});
}
function judgeData(path, kind, context) {
	addUsers("source", path, {
		...context,
		reason: "data",
		via: path
	});
	if (kind === "modified") return;
	const parts = path.split("/");
	const name = (parts.at(-1) ?? "").replace(/\.[^.]+$/, "");
	if (parts.length > 2) {
		const folder = `${parts.slice(0, -1).join("/")}/`;
		for (const id of context.graph.ofKind("source")) {
			const sibling = context.graph.nameOf(id);
			if (sibling.startsWith(folder)) addUsers("source", sibling, {
				...context,
				reason: "data",
				via: path
			});
		}
	} else if (kind === "added" && context.namedByTemplates(name)) context.found.doubt({
		kind: "unknown-consumer",
		detail: `${path} is new, and templates that name ${name} may read it`
	});
}
/** An asset of the site: its name in the output carries a fingerprint, which stands in whatever refers to it. */
function judgeAsset(path, kind, context) {
	const outputs = context.assetOutputs.get(path);
	if (outputs === void 0 || kind !== "modified" && /\.(?:css|js|mjs|scss|sass|less)$/i.test(path)) {
		context.found.doubt({
			kind: "asset-changed",
			detail: `${path} was ${kind}: it may be bundled into style sheets or scripts that every page names`
		});
		return;
	}
	for (const output of outputs) addReferrers(output, path, context);
}
/** Pages that name the asset, or a style sheet that names it, and so on: each gets another fingerprint. */
function addReferrers(output, path, context) {
	const seen = /* @__PURE__ */ new Set([output]);
	for (const file of seen) {
		const referrers = context.site.mentioning(file, SHOWS.link);
		addOutputs(referrers, {
			kind: "asset",
			via: path,
			...file === output ? {} : { through: [file] }
		}, context);
		for (const referrer of referrers) if (referrer.endsWith(".css")) seen.add(referrer);
	}
}
/** A file beside the pages, or one that only the state names. */
function judgeOther(path, kind, context) {
	const users = addUsers("source", path, {
		...context,
		reason: "include",
		via: path
	});
	const naming = context.namedByPages.get(path);
	for (const key of naming ?? []) {
		const page = context.state.pages.get(key);
		if (page !== void 0) context.found.page(page, {
			kind: "include",
			via: path
		});
	}
	const bundle = context.state.pages.get(`${path.slice(0, path.lastIndexOf("/"))}/index.md`);
	if (bundle !== void 0) context.found.page(bundle, {
		kind: "include",
		via: path
	});
	if (users === 0 && naming === void 0) context.found.doubt({
		kind: "unknown-consumer",
		detail: `${path} was ${kind}, and nobody recorded which pages read it`
	});
}
/** A file of the theme or of a package, outside the site. */
function judgeExternal(path, kind, context) {
	const template = templateNameOfExternal(path);
	if (template !== void 0) addUsers("template", template, {
		...context,
		reason: "template",
		via: path
	});
	if (addUsers("external", path, {
		...context,
		reason: "include",
		via: path
	}) === 0 && template === void 0) context.found.doubt({
		kind: "unknown-consumer",
		detail: `${path} was ${kind}, and nobody recorded which pages use it`
	});
}
/** Returns how many pages use the node. */
function addUsers(kind, name, context) {
	const users = usersOf(kind, name, context);
	const through = kind === "template" && name !== context.via ? { through: [name] } : {};
	for (const page of users) {
		const reason = page.kind === "virtual" && context.reason === "include" ? "autodoc" : context.reason;
		context.found.page(page, {
			kind: reason,
			via: context.via,
			...through
		});
	}
	return users.length;
}

// src/affected/find.ts
/** The pages whose HTML a full build would change. What is not known widens to all pages, with the doubt named. */
function findAffected(input) {
	const found = collector();
	const context = {
		...input,
		found,
		site: siteModel(input)
	};
	for (const doubt of input.state.doubts) found.doubt({
		kind: "state-incomplete",
		detail: `.bengal/${doubt.file} ${doubt.why}`
	});
	for (const kind of [
		"added",
		"modified",
		"deleted"
	]) for (const path of input.changes[kind]) judgeChange(path, kind, context);
	judgeUnverifiable(context);
	for (const output of [...input.outputs.missing, ...input.outputs.damaged]) {
		const page = context.site.pageOf.get(output);
		if (page !== void 0) found.output(output, page.kind === "content" ? page.key : null, {
			kind: "output-missing",
			via: output
		});
	}
	const { pages, because, tags, toRemove } = found.found();
	const all = because.length > 0;
	return {
		all,
		because,
		pages,
		tags,
		toRemove,
		siteWide: !all && pages.length === 0 && toRemove.length === 0 ? [] : siteWideOutputs(input.outputs.present)
	};
}
function judgeChange(path, kind, context) {
	if (isAbsolutePosix(path)) {
		judgeExternal(path, kind, context);
		return;
	}
	const role = roleOf(path, context.layout);
	switch (role.kind) {
		case "page":
			judgePage(path, kind, context);
			return;
		case "template":
			judgeTemplate(path, role.name, {
				...context,
				kind
			});
			return;
		case "data":
			judgeData(path, kind, context);
			return;
		case "asset":
			judgeAsset(path, kind, context);
			return;
		case "site-wide":
			context.found.doubt({
				kind: "site-wide-file-changed",
				detail: `${path} was ${kind}, and every page may use it`
			});
			return;
		case "content-resource":
		case "other":
			judgeOther(path, kind, context);
			return;
		case "static":
		case "config": return;
		default: unreachable(role);
	}
}
function judgePage(path, kind, context) {
	const page = context.state.pages.get(path);
	if (kind === "deleted" || page === void 0) {
		for (const user of usersOf("source", path, context)) if (user !== page) context.found.page(user, {
			kind: "include",
			via: path
		});
	}
	if (kind === "added" || page === void 0) judgeAdded(path, context);
	else if (kind === "deleted") judgeDeleted(path, page, context);
	else judgeEdit(path, page, context);
}
/** What nobody can tell about. Where it can be told who would use the file, only those count. */
function judgeUnverifiable(context) {
	const inputs = context.changes.unverifiable.filter((path) => {
		const ref = context.state.files.get(path)?.ref;
		if (ref !== void 0 && context.packageVouched && belongsToPackage(ref, "bengal")) return false;
		const role = roleOf(path, context.layout);
		if (role.kind === "content-resource" && context.namedByPages.has(path)) {
			judgeOther(path, "modified", context);
			return false;
		}
		return role.kind !== "static";
	});
	const [example] = inputs;
	if (example === void 0) return;
	context.found.doubt({
		kind: "input-unverifiable",
		detail: `${String(inputs.length)} inputs cannot be checked, such as ${example}: not on this machine, never recorded, or a symbolic link (bengal-version vouches for Bengal's own files)`
	});
}

// src/bengal/behaviour.ts
const KNOWN$1 = { "0.5.1": { slugMovesPage: false } };
function behaviourOf(version) {
	return (version !== void 0 && Object.hasOwn(KNOWN$1, version) ? KNOWN$1[version] : void 0) ?? { slugMovesPage: true };
}

// src/bengal/page-artifact.ts
/** Reads the artifacts of some pages; pages without one are left out. */
function readPageArtifacts(site, keys) {
	const reader = stateReader(join(site, ".bengal", "page-artifacts"));
	const shards = fieldOf(reader.plain("manifest.json"), "records");
	const found = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const shard = asString(field(shards, key));
		if (shard === void 0 || !/^[0-9a-f]{2}$/.test(shard)) continue;
		const record = fieldOf(reader.plain(`${shard}.json`), key);
		const raw = field(record, "raw_metadata");
		if (isObject(record)) found.set(key, {
			frontMatter: isObject(raw) ? raw : void 0,
			plainText: asString(record["plain_text"]) ?? ""
		});
	}
	return found;
}

// src/changes/named.ts
/**
* Whether a template can name a word: a front matter key, a data file. What no template names, none shows. Bengal's own
* themes are known to name no key that is not listed with its effect; a theme that is not on this machine may name any.
*/
function readTemplateWords({ site, layout, sources, external }) {
	const words = /* @__PURE__ */ new Set();
	const add = (text) => {
		for (const word of text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []) words.add(word);
	};
	for (const path of sources) if (roleOf(path, layout).kind === "template") add(readFileSync(join(site, path), "utf8"));
	for (const ref of external) {
		const path = nameOfRef(ref);
		if (templateNameOfExternal(path) === void 0 || belongsToPackage(ref, "bengal")) continue;
		if (lstatSync(path, { throwIfNoEntry: false })?.isFile() !== true) return () => true;
		add(readFileSync(path, "utf8"));
	}
	return (word) => words.has(word);
}
/** For each file, the pages whose source holds its name: an include or an image has to be named by whoever uses it. */
function readNamingPages(files, { site, layout, sources }) {
	const naming = new Map(files.map((file) => [file, []]));
	if (files.length === 0) return naming;
	for (const path of sources) {
		if (roleOf(path, layout).kind !== "page") continue;
		const text = readFileSync(join(site, path), "utf8");
		for (const [file, pages] of naming) {
			const name = basename(file);
			if (text.includes(name) || text.includes(encodeURI(name))) pages.push(path);
		}
	}
	return naming;
}

// src/changes/page-edit.ts
/** Nothing that anybody could see: other line ends, other quotes in the front matter. */
const NO_EDIT = {
	keys: /* @__PURE__ */ new Set(),
	lead: false,
	longLead: false,
	body: false,
	length: false
};
/** What an author may well do to a page: another title, description, date, order and text. */
const THOROUGH_EDIT = {
	keys: /* @__PURE__ */ new Set([
		"title",
		"description",
		"date",
		"weight"
	]),
	lead: true,
	longLead: true,
	body: true,
	length: true
};
/** Compares a page with what was recorded of it by ourselves. */
function editSince(recorded, now) {
	if (recorded.text === now.text) return NO_EDIT;
	return {
		keys: changedKeys(recorded.keys, now.keys),
		lead: recorded.lead !== now.lead,
		longLead: recorded.longLead !== now.longLead,
		body: true,
		length: minutes(recorded.words) !== minutes(now.words)
	};
}
/** Themes round in different ways, so any of them counts. */
function minutes(words) {
	const time = words / 200;
	return `${Math.floor(time)} ${Math.round(time)} ${Math.ceil(time)}`;
}
/** What Bengal noted of every page's front matter. Other keys are only in `raw`. */
const NOTED = [
	"title",
	"date",
	"tags",
	"slug",
	"weight",
	"lang",
	"nav_title",
	"type",
	"variant",
	"description",
	"aliases",
	"version",
	"cascade"
];
/** Compares a page with what Bengal noted of it; the old text is not known, so all of it counts as changed. */
function editSinceBengal(path, notes, now) {
	const { metadata, raw } = notes;
	const same = (key) => {
		const value = now.frontMatter[key];
		const [noted, kept] = [field(metadata, key), field(raw, key)];
		if (value === void 0 && raw !== void 0 && kept === void 0) return true;
		if (NOTED.includes(key) && noted !== void 0) return normal(noted) === normal(value ?? defaultOf(key, path, now));
		return kept !== void 0 && value !== void 0 && normal(kept) === normal(value);
	};
	const keys = /* @__PURE__ */ new Set([...Object.keys(now.frontMatter), ...metadata === void 0 ? [] : NOTED]);
	return {
		keys: new Set([...keys].filter((key) => !same(key))),
		lead: true,
		longLead: true,
		body: true,
		length: true
	};
}
/** What Bengal notes where the front matter is silent. */
function defaultOf(key, path, { title }) {
	if (key === "title") return title;
	if (key !== "slug") return void 0;
	const parts = path.replace(/\.[^./]+$/, "").split("/");
	return /^_?index$/.test(parts.at(-1) ?? "") ? parts.at(-2) : parts.at(-1);
}
/** Absent, null, empty list and empty mapping are one; dates and times of the same day are one; numbers by value. */
function normal(value) {
	if (value === void 0 || value === null || value === "") return "";
	if (value instanceof Date) return value.toISOString().slice(0, 10);
	if (typeof value === "string") return /^\d{4}-\d{2}-\d{2}(?:[T ]00:00:00.*)?$/.test(value) ? value.slice(0, 10) : value;
	if (Array.isArray(value)) return value.length === 0 ? "" : canonicalJson(value);
	return isObject(value) && Object.keys(value).length === 0 ? "" : canonicalJson(value);
}

// src/changes/read-edits.ts
/** Reads the pages that changed and says what each edit touched. */
function readEdits(sources) {
	const texts = /* @__PURE__ */ new Map();
	const edits = /* @__PURE__ */ new Map();
	const isPage = (path) => roleOf(path, sources.layout).kind === "page";
	for (const path of [...sources.changes.added, ...sources.changes.modified].filter(isPage)) {
		const text = readPageText(readFileSync(join(sources.site, path)), path);
		texts.set(path, text);
		if (!sources.pages.has(path)) continue;
		const recorded = sources.manifest?.knowledge.pages.get(path);
		const notes = {
			metadata: sources.pages.get(path)?.metadata,
			raw: sources.manifest === void 0 ? sources.rawFrontMatter(path) : void 0
		};
		edits.set(path, recorded === void 0 ? editSinceBengal(path, notes, text) : editSince(recorded, text.digest));
	}
	return {
		texts,
		edits
	};
}

// src/flow/select.ts
/** Gathers what the rules need to know about the changes, from the manifest or from the output itself, and asks them. */
function select(options) {
	const { site, layout, state, manifest, changes, outputs } = options;
	const artifacts = manifest === void 0 ? readPageArtifacts(site, changes.modified) : /* @__PURE__ */ new Map();
	const read = readEdits({
		site,
		layout,
		changes,
		manifest,
		pages: state.pages,
		rawFrontMatter: (key) => artifacts.get(key)?.frontMatter
	});
	const regular = new Set(options.sources);
	const unverifiable = changes.unverifiable.filter((path) => regular.has(path));
	const resources = [
		...changes.added,
		...changes.modified,
		...changes.deleted,
		...unverifiable
	].filter((path) => roleOf(path, layout).kind === "content-resource");
	const external = [...state.files.values()].flatMap(({ ref }) => ref.where === "site" ? [] : [ref]);
	const namedByTemplates = needsTemplateWords(read, changes, layout) ? readTemplateWords({
		...options,
		external
	}) : () => false;
	return {
		affected: findAffected({
			...options,
			texts: read.texts,
			edits: options.everything === true ? new Map(changes.modified.map((path) => [path, THOROUGH_EDIT])) : read.edits,
			links: linksOf(options, artifacts),
			namedByTemplates,
			behaviour: behaviourOf(manifest?.bengal),
			namedByPages: readNamingPages(resources, options),
			assetOutputs: manifest?.knowledge.assets ?? readListedAssets({
				site,
				layout,
				sources: changes.modified,
				outputs: outputs.present
			})
		}),
		unseen: [...read.edits].flatMap(([path, edit]) => !edit.body && edit.keys.size === 0 ? [path] : [])
	};
}
/** The manifest holds the index. Without one, the output that lies there tells the same, read now. */
function linksOf(options, artifacts) {
	const { site, layout, state, manifest, outputs, changes } = options;
	if (manifest !== void 0) return linkIndex(manifest.knowledge.mentions);
	if (changes.added.length + changes.modified.length + changes.deleted.length === 0) return linkIndex(/* @__PURE__ */ new Map());
	const pages = changes.modified.flatMap((key) => {
		const page = state.pages.get(key);
		const text = (name) => asString(page?.metadata?.[name]) ?? "";
		return (page?.outputs ?? []).map((output) => ({
			output,
			title: text("title"),
			description: text("description"),
			date: text("date"),
			body: artifacts.get(key)?.plainText ?? ""
		}));
	});
	return linkIndex(readMentions({
		folder: `${site}/${layout.outputDir}`,
		files: outputs.present,
		pages,
		bases: state.baseUrls
	}));
}
/** Templates are read only where it matters whether one of them names something. */
function needsTemplateWords({ edits }, changes, layout) {
	return [...edits.values()].some((edit) => [...edit.keys].some((key) => effectOf(key) === "custom" || key === "cascade" || key === "slug")) || changes.added.some((path) => roleOf(path, layout).kind === "data");
}

// package.json
var version = "0.1.0";

// src/flow/version.ts
/** Version of this tool, from `package.json`. */
const TOOL_VERSION = version;

// src/flow/analyse.ts
/** Reads the configuration, or fails with what is wrong in it: this is the user's to mend. */
function loadSiteConfig(inputs, variables) {
	const config = readSiteConfig({
		...inputs,
		variables
	});
	if (config.errors.length > 0) throw new UserError(config.errors);
	return config;
}
/** From a site with the state that lies in it to the report: read, validate, detect, select, decide. Writes nothing. */
async function analyse(options) {
	const facts = await gather(options);
	const { inputs, state, manifest, layout, outputs, verdict } = facts;
	const { changes, sources } = state === void 0 ? {
		changes: NO_CHANGES,
		sources: []
	} : compare({
		...facts,
		state
	});
	const graph = state === void 0 ? graphBuilder().build() : buildGraph(state);
	const selectFor = (assumed, everything) => state === void 0 ? {
		affected: everyPage(verdict.why),
		unseen: []
	} : select({
		...facts,
		site: inputs.site,
		perPage: facts.site.perPage,
		packageVouched: facts.config.status === "unchanged" && inputs.configHash !== void 0,
		state,
		changes: assumed,
		everything,
		graph,
		sources
	});
	const { affected, unseen } = selectFor(changes, false);
	const repair = planRepair(affected, {
		pages: state?.pages ?? /* @__PURE__ */ new Map(),
		tags: state?.tags ?? /* @__PURE__ */ new Map(),
		changes
	});
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	];
	const gate = decide({
		policy: options.policy,
		state: verdict,
		config: facts.config,
		changes,
		settled: /* @__PURE__ */ new Set([...unseen, ...changed.filter((path) => roleOf(path, layout).kind === "config")]),
		affected,
		outputs,
		recorded: manifest && {
			build: manifest.build,
			versions: {
				bengal: manifest.bengal,
				python: manifest.python
			}
		},
		versions: {
			bengal: inputs.bengalVersion,
			python: inputs.pythonVersion
		},
		repair: options.repair ? repair : {
			...repair,
			unreachable: affected.pages.map((page) => page.output)
		},
		movedFrom: state?.moved === true ? state.recordedRoot ?? "another folder" : void 0,
		writtenByOneBuild: state !== void 0 && writtenByOneBuild(state, (path) => outputMtime(inputs.site, layout.outputDir, path) ?? state.lastBuildNs)
	});
	return {
		graph,
		knownPages: pagesOf(state),
		knownFiles: /* @__PURE__ */ new Set([...sources, ...state?.files.keys() ?? []]),
		whatIf: (file) => selectFor({
			...NO_CHANGES,
			modified: [file]
		}, true).affected,
		report: assemble(facts, {
			changes,
			affected,
			gate,
			repair: {
				...repair,
				done: false
			},
			cache: options.cache,
			warnings: options.warnings
		})
	};
}
/** Reads what the site, the state and the manifest say, and judges what each is worth. */
async function gather({ inputs, variables }) {
	const site = loadSiteConfig(inputs, variables);
	const outcome = await readState({
		site: inputs.site,
		outputDir: site.outputDir
	});
	const state = outcome.kind === "read" ? outcome.state : void 0;
	const found = await readManifest(inputs.site);
	const manifest = found.kind === "read" ? found.manifest : void 0;
	const pages = [...state?.pages.values() ?? []].flatMap((page) => page.outputs);
	const outputs = checkOutputs({
		site: inputs.site,
		outputDir: site.outputDir,
		manifest,
		pages
	});
	return {
		inputs,
		site,
		layout: {
			contentDir: site.contentDir,
			outputDir: site.outputDir,
			configFiles: site.files
		},
		state,
		found,
		manifest,
		outputs,
		verdict: judgeState(outcome, {
			python: inputs.pythonVersion,
			outputExists: outputs.exists
		}),
		config: judgeConfig({
			recordedHash: state?.configHash,
			currentHash: inputs.configHash,
			recordedFingerprint: manifest?.configFingerprint,
			currentFingerprint: site.fingerprint
		})
	};
}
function assemble(facts, found) {
	const { state, manifest, site } = facts;
	return {
		schemaVersion: 1,
		tool: TOOL_VERSION,
		state: {
			...facts.verdict,
			bengal: manifest?.bengal ?? null,
			python: state?.python ?? null,
			builtAt: state?.lastBuild ?? null,
			mode: manifest?.build ?? "unknown",
			commit: manifest?.commit ?? null
		},
		config: facts.config,
		...found,
		totalPages: [...state?.pages.values() ?? []].reduce((sum, page) => sum + page.outputs.length, 0),
		warnings: [
			...found.warnings,
			...site.problems.map((problem) => `Configuration: ${problem}`),
			...facts.found.kind === "unusable" ? [`The manifest of the state is not used: ${facts.found.why}`] : []
		]
	};
}
function pagesOf(state) {
	return [...state?.pages.values() ?? []].flatMap((page) => page.outputs.map((output) => ({
		output,
		source: page.kind === "content" ? page.key : null,
		url: urlOfOutput(output)
	})));
}
const NO_CHANGES = {
	added: [],
	modified: [],
	deleted: [],
	touched: 0,
	unverifiable: []
};
/** What differs, and every source that is there. */
function compare({ inputs, layout, state, manifest, outputs }) {
	const present = readPresentTree({
		site: inputs.site,
		layout,
		recorded: state.files.values(),
		alsoLookAt: manifest?.sources.keys() ?? []
	});
	const hasOutput = (path) => state.pages.get(path)?.outputs.some((output) => outputs.present.has(output)) ?? false;
	const recorded = {
		files: state.files,
		manifest,
		layout,
		bengalVersion: inputs.bengalVersion,
		hasOutput
	};
	return {
		changes: detectChanges(recorded, present),
		sources: [...present.sources.keys()]
	};
}
function everyPage(why) {
	return {
		all: true,
		because: [{
			kind: "no-state",
			detail: why
		}],
		pages: [],
		tags: [],
		siteWide: [],
		toRemove: []
	};
}

// src/flow/keys.ts
/** Layout of what we store. Another number finds no older entries. */
const FORMAT$1 = "v1";
/**
* Keys read from left to right like a path, each part ending with a slash, so that `site-1` is no prefix of `site-10`.
* The last two parts are digests of the configuration and of the sources: equal sources are an exact hit.
*/
function cacheKeys({ prefix, inputs, site, workspace, platform }) {
	const layout = {
		contentDir: site.contentDir,
		outputDir: site.outputDir,
		configFiles: site.files
	};
	const { sources } = readPresentTree({
		site: inputs.site,
		layout,
		recorded: [],
		alsoLookAt: []
	});
	const tree = digestOfParts([...sources].map(([path, file]) => [path, file.sha256]));
	const where = toPosix(relative(workspace, inputs.site)) || ".";
	const near = `${[
		prefix,
		FORMAT$1,
		platform,
		`python-${inputs.pythonVersion ?? "any"}`,
		`bengal-${inputs.bengalVersion ?? "any"}`,
		`site-${slug(where)}`,
		slug(site.environment)
	].join("/")}/config-${site.fingerprint.slice(0, 16)}/`;
	return {
		key: `${near}tree-${tree.slice(0, 32)}`,
		restoreKeys: [near]
	};
}
/** A part of a key: no slash, comma or blank. */
function slug(text) {
	return text.replace(/[^A-Za-z0-9._-]+/g, "~").slice(0, 80);
}

// src/flow/policy.ts
/** Events whose result people look at before it is published. */
const PREVIEW_EVENTS = /* @__PURE__ */ new Set([
	"pull_request",
	"pull_request_target",
	"merge_group"
]);
/** What `auto` means here: strict wherever a workflow may publish, preview on pull requests and at a terminal. */
function policyFor(setting, variables) {
	if (setting !== "auto") return setting;
	if (variables["GITHUB_ACTIONS"] !== "true") return "preview";
	return PREVIEW_EVENTS.has(variables["GITHUB_EVENT_NAME"] ?? "") ? "preview" : "strict";
}

// src/bengal/repair.ts
/**
* Makes an incremental build render pages that it would take for unchanged: a page without a provenance record is built
* (`provenance/index.json`), and one without kept HTML is rendered instead of written again
* (`stores/rendered_output.json`, filled by the development version). Removes outputs that no build removes.
*/
function repairState({ site, invalidate, outputs }) {
	const folder = join(site, ".bengal");
	const keys = new Set(invalidate);
	try {
		const invalidated = rewrite(folder, "provenance/index.json", (index) => withoutKeys(index, ["pages", "input_paths"], keys));
		rewrite(folder, "stores/rendered_output.json", (store) => dropKeys(store, keys));
		return {
			kind: "done",
			invalidated,
			removed: outputs.filter((path) => removeFile(site, path)).length
		};
	} catch (thrown) {
		return {
			kind: "failed",
			why: messageOf(thrown)
		};
	}
}
/** Rewrites a plain JSON file when anything is left out; answers how many entries were. A missing file has none. */
function rewrite(folder, name, change) {
	const file = readPlainFile(folder, name);
	if (file.kind === "absent") return 0;
	if (file.kind === "corrupt") throw new Error(`${name}: ${file.why}`);
	const { value, dropped } = change(file.value);
	if (dropped > 0) writeAtomically(join(folder, name), Buffer.from(stringifyExact(value, { ascii: false }), "utf8"));
	return dropped;
}
function withoutKeys(value, tables, keys) {
	let dropped = 0;
	const changed = new Map(Object.entries(value));
	for (const [index, name] of tables.entries()) {
		const table = changed.get(name);
		if (!isObject(table)) continue;
		const outcome = dropKeys(table, keys);
		changed.set(name, outcome.value);
		if (index === 0) dropped = outcome.dropped;
	}
	return {
		value: Object.fromEntries(changed),
		dropped
	};
}
function dropKeys(table, keys) {
	const kept = entriesOf(table).filter(([key]) => !keys.has(key));
	return {
		value: Object.fromEntries(kept),
		dropped: Object.keys(table).length - kept.length
	};
}
/** Removes a regular file, and the folders above it that this leaves empty. */
function removeFile(site, path) {
	const file = join(site, path);
	if (lstatSync(file, { throwIfNoEntry: false })?.isFile() !== true || leadsThroughLink(site, path)) return false;
	rmSync(file);
	for (let folder = dirname(file); folder !== site && readdirSync(folder).length === 0; folder = dirname(folder)) rmdirSync(folder);
	return true;
}
/** Whether a folder on the way is a symbolic link: what lies behind it is not the site's. */
function leadsThroughLink(site, path) {
	for (let folder = dirname(join(site, path)); folder !== site; folder = dirname(folder)) if (lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return true;
	return false;
}

// src/flow/repair.ts
/**
* Carries out the repair that an incremental build needs, and returns the report as it stands then: a repair that
* fails leaves only the full build.
*/
function applyRepair(report, site, outputDir) {
	if (report.gate.mode !== "incremental") return report;
	const { invalidate, remove } = report.repair;
	const outcome = repairState({
		site,
		invalidate,
		outputs: remove.map((path) => `${outputDir}/${path}`)
	});
	if (outcome.kind === "done") return {
		...report,
		repair: {
			...report.repair,
			done: true
		}
	};
	const reason = {
		kind: "incremental-leaves-stale",
		detail: `the state could not be repaired for an incremental build: ${outcome.why}`
	};
	return {
		...report,
		gate: {
			mode: "full",
			reasons: [reason, ...report.gate.reasons],
			buildArgs: fullBuildArgs(true)
		}
	};
}

// src/archive/install.ts
const STAGING_PREFIX = ".bengal-cache-staging-";
function openStaging(site) {
	const root = mkdtempSync(join(site, STAGING_PREFIX));
	const folder = join(root, "tree");
	mkdirSync(folder);
	return {
		folder,
		archive: join(root, "archive.tar.zst"),
		remove: () => {
			rmSync(root, {
				recursive: true,
				force: true
			});
		}
	};
}
/**
* Moves folders from a staging folder to the site, each by one rename. What stood there before is set aside first and
* put back when anything fails, so the site has the old tree or the new one, never a mixture.
*/
function installFolders(staging, site, folders) {
	const done = [];
	try {
		for (const [index, folder] of folders.entries()) {
			const source = join(staging.folder, folder);
			if (!existsSync(source)) continue;
			const target = join(site, folder);
			const aside = lstatSync(target, { throwIfNoEntry: false }) === void 0 ? void 0 : join(dirname(staging.folder), `aside-${String(index)}`);
			mkdirSync(dirname(target), { recursive: true });
			if (aside !== void 0) renameSync(target, aside);
			done.push({
				target,
				aside
			});
			renameSync(source, target);
		}
	} catch (thrown) {
		for (const { target, aside } of done.reverse()) {
			rmSync(target, {
				recursive: true,
				force: true
			});
			if (aside !== void 0) renameSync(aside, target);
		}
		throw thrown;
	}
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

// src/compression/streams.ts
var import_tar_stream = require_tar_stream();
/** A stream that makes one zstd frame of what it is fed; with a checksum where Node has zstd, stored where it has not. */
function createCompressor() {
	if (typeof zlib$1.createZstdCompress !== "function") return storingCompressor();
	const { ZSTD_c_compressionLevel, ZSTD_c_checksumFlag } = zlib$1.constants;
	return zlib$1.createZstdCompress({ params: {
		[ZSTD_c_compressionLevel]: 3,
		[ZSTD_c_checksumFlag]: 1
	} });
}
/** A stream that decodes exactly one frame and fails on whatever follows it. */
function createDecompressor() {
	if (typeof zlib$1.createZstdDecompress !== "function") return portableDecompressor();
	return zlib$1.createZstdDecompress({ rejectGarbageAfterEnd: true });
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
/** Also decodes several frames one after the other, which an archive of ours never holds. */
function portableDecompressor() {
	const decoder = new Decompress((piece) => void output.push(Buffer.from(piece)));
	const feed = (chunk, final, done) => {
		try {
			decoder.push(chunk, final);
		} catch (thrown) {
			done(thrown instanceof Error ? thrown : new Error(String(thrown)));
			return;
		}
		done();
	};
	const output = new Transform({
		transform: (chunk, _encoding, done) => feed(chunk, false, done),
		flush: (done) => feed(/* @__PURE__ */ new Uint8Array(), true, done)
	});
	return output;
}

// src/archive/compress.ts
/** Bytes handed to the compressor at a time: a tar yields thousands of headers of 512 bytes, each a thread hop. */
const BLOCK_BYTES = 262144;
/**
* Writes `source` to `file` as exactly one zstd frame with a checksum.
*
* Every block is awaited before the next and before the end. When the end is announced while a block is still waiting,
* Node finishes the frame with that block and then finishes once more, which appends a second, empty frame; our strict
* reader would take that for trailing garbage. Fixed blocks also make the bytes independent of timing.
*/
async function compressTo(file, source) {
	const compressor = createCompressor();
	const writing = pipeline(compressor, createWriteStream(file));
	const feeding = feed(compressor, source);
	const failed = (await Promise.allSettled([feeding, writing])).toReversed().filter((outcome) => outcome.status === "rejected");
	const cause = failed.find((outcome) => !isTeardown(outcome.reason)) ?? failed[0];
	if (cause !== void 0) throw cause.reason;
}
async function feed(compressor, source) {
	try {
		for await (const block of inBlocks(source)) await write(compressor, block);
		compressor.end();
	} catch (error) {
		compressor.destroy(error instanceof Error ? error : new Error(String(error)));
		throw error;
	}
}
function write(stream, block) {
	return new Promise((resolve, reject) => {
		stream.write(block, (error) => {
			if (error) reject(error);
			else resolve();
		});
	});
}
async function* inBlocks(source) {
	let block = Buffer.allocUnsafe(BLOCK_BYTES);
	let filled = 0;
	for await (const chunk of source) for (let start = 0; start < chunk.byteLength;) {
		const piece = chunk.subarray(start, start + BLOCK_BYTES - filled);
		block.set(piece, filled);
		filled += piece.byteLength;
		start += piece.byteLength;
		if (filled < BLOCK_BYTES) continue;
		yield block;
		block = Buffer.allocUnsafe(BLOCK_BYTES);
		filled = 0;
	}
	if (filled > 0) yield block.subarray(0, filled);
}
function isTeardown(error) {
	const code = error?.code;
	return code === "ERR_STREAM_DESTROYED" || code === "ERR_STREAM_PREMATURE_CLOSE";
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

// src/archive/pack.ts
/** Files up to this size are read in one go: far fewer turns of the event loop than a stream each. */
const WHOLE_READ_BYTES = 4 * 1024 ** 2;
/**
* Stores files in one zstd-compressed tar, streaming. The same contents give the same bytes apart from modification
* times: members are sorted by code unit, owners are zero, modes are 0644 or 0755.
* Names that unpacking would refuse, missing or changing files and a full disk end as `refused`.
*/
async function packArchive(request) {
	try {
		const paths = sortedUnique(request.paths);
		assertNamesFit(paths);
		const bytes = await writeArchive(paths, request);
		const { size } = await stat(request.file);
		return {
			kind: "packed",
			files: paths.length,
			bytes,
			archiveBytes: size
		};
	} catch (error) {
		await rm(request.file, { force: true });
		return {
			kind: "refused",
			why: sentenceFor(error)
		};
	}
}
function assertNamesFit(paths) {
	const names = new NameRegistry();
	for (const path of paths) {
		const problem = findNameProblem(path, "linux") ?? names.claim(path, "file");
		if (problem !== void 0) throw new Rejection(`cannot store ${JSON.stringify(path)}: ${problem}`);
	}
}
async function writeArchive(paths, { root, file }) {
	const tar = (0, import_tar_stream.pack)();
	const filling = fill(tar, {
		paths,
		root
	});
	const [filled, written] = await Promise.allSettled([filling, compressTo(file, tar)]);
	if (written.status === "rejected") throw written.reason;
	if (filled.status === "rejected") throw filled.reason;
	return filled.value;
}
async function fill(tar, { paths, root }) {
	let bytes = 0;
	try {
		for (const path of paths) bytes += await addFile(tar, {
			path,
			location: join(root, path)
		});
		tar.finalize();
		return bytes;
	} catch (error) {
		tar.destroy(error instanceof Error ? error : new Error(String(error)));
		throw error;
	}
}
async function addFile(tar, { path, location }) {
	if (!lstatSync(location).isFile()) throw new Rejection(`cannot store ${JSON.stringify(path)}: not a regular file`);
	const descriptor = openSync(location, constants.O_RDONLY | constants.O_NOFOLLOW);
	try {
		const facts = fstatSync(descriptor, { bigint: true });
		const header = describe(path, facts);
		const size = Number(facts.size);
		if (size > WHOLE_READ_BYTES) await addStreamed(tar, header, descriptor);
		else await addWhole(tar, header, readFileSync(descriptor));
		return size;
	} finally {
		closeSync(descriptor);
	}
}
function describe(name, facts) {
	return {
		name,
		type: "file",
		size: Number(facts.size),
		mode: (facts.mode & 64n) === 0n ? 420 : 493,
		mtime: /* @__PURE__ */ new Date(0),
		pax: { mtime: paxTime(facts.mtimeNs) },
		uid: 0,
		gid: 0,
		uname: "",
		gname: ""
	};
}
async function addWhole(tar, header, content) {
	if (content.byteLength !== header.size) throw new Rejection(`${JSON.stringify(header.name)} changed while it was read`);
	await new Promise((resolve, reject) => {
		tar.entry(header, content, (error) => {
			if (error) reject(error);
			else resolve();
		});
	});
}
async function addStreamed(tar, header, descriptor) {
	const source = createReadStream("", {
		fd: descriptor,
		autoClose: false,
		start: 0,
		end: header.size - 1
	});
	await new Promise((resolve, reject) => {
		const sink = tar.entry(header, (error) => {
			if (error) reject(error);
			else resolve();
		});
		pipeline(source, sink).catch(reject);
	});
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
	#files = 0;
	#bytes = 0;
	constructor(options) {
		this.#options = options;
	}
	/** Regular files accepted so far. */
	get files() {
		return this.#files;
	}
	/** Bytes of their contents. */
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
			mode: (header.mode & 64) === 0 ? 420 : 493,
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
		this.#files += 1;
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
/**
* Unpacks an archive of `packArchive` into an empty directory, streaming, or rejects it as a whole. Regular files and
* directories only, all below `into`. Trouble with the disk is a rejection too: half a tree is of no use to anyone.
*/
async function unpackArchive(request) {
	try {
		assertEmptyDirectory(request.into);
		return await unpack(request);
	} catch (error) {
		return {
			kind: "rejected",
			why: sentenceFor(error)
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
	const decompress = createDecompressor();
	const feeding = pipeline(createReadStream(request.file), decompress, guard, extract);
	const storing = storeAll(extract, {
		into: request.into,
		inspector
	});
	const errors = (await Promise.allSettled([storing, feeding])).flatMap((outcome) => outcome.status === "rejected" ? [outcome.reason] : []);
	if (errors.length > 0) throw errors.find((error) => error instanceof Rejection) ?? errors[0];
	return {
		kind: "unpacked",
		files: inspector.files,
		bytes: inspector.bytes
	};
}
async function storeAll(entries, { into, inspector }) {
	for await (const entry of entries) {
		const member = inspector.inspect(entry.header);
		const location = join(into, member.path);
		if (member.kind === "directory") {
			mkdirSync(location, { recursive: true });
			entry.resume();
		} else {
			mkdirSync(dirname(location), { recursive: true });
			await storeFile(entry, {
				location,
				member
			});
		}
	}
}
async function storeFile(entry, { location, member }) {
	const descriptor = openSync(location, "wx", 384);
	try {
		for await (const chunk of entry) writeFileSync(descriptor, chunk);
		fchmodSync(descriptor, member.mode);
		futimesSync(descriptor, member.seconds, member.seconds);
	} finally {
		closeSync(descriptor);
	}
}

// src/bengal/cacheable.ts
/** Below `.bengal`: what no build needs, what must not leave this machine, and what could run code when it comes back. */
const NEVER_CACHED = [
	/\.(?:py[cod]|pickle|pkl)$/i,
	/^\.bengal\/cache\/kida(?:\/|$)/,
	/^\.bengal\/templates(?:\/|$)/,
	/^\.bengal\/(?:logs|metrics|profiles)(?:\/|$)/,
	/\.(?:lock|pid|tmp)$/,
	/^\.bengal\/(?:content_cache|worktrees|version-builds|image-cache|js_bundle|pipeline_out)(?:\/|$)/,
	/^\.bengal\/cache\/external_refs(?:\/|$)/,
	/^\.bengal\/cache\.json$/
];
/** Old Bengal versions kept their state inside the output, and new ones still adopt it from there. */
const LEGACY_STATE = /(?:^|\/)\.bengal-cache(?:\/|\.json|$)/;
/** Whether a file (site path) belongs into the cache, and may come out of one. */
function isCacheable(path) {
	return !LEGACY_STATE.test(path) && !NEVER_CACHED.some((pattern) => pattern.test(path));
}

// src/flow/transfer.ts
/** Fetches a stored state into the site: whole and checked, or not at all. Trouble is an outcome, never an error. */
async function restoreState({ store, site, outputDir, keys }) {
	const { key } = keys;
	const folders = [".bengal", outputDir];
	const staging = openStaging(site);
	try {
		const restored = await store.restore({
			...keys,
			file: staging.archive
		});
		switch (restored.kind) {
			case "miss": return {
				kind: "miss",
				key
			};
			case "unavailable": return {
				kind: "unavailable",
				key,
				why: restored.why
			};
			case "exact":
			case "prefix": {
				const allow = (path) => folders.some((folder) => isWithin(folder, path)) && isCacheable(path);
				const unpacked = await unpackArchive({
					file: staging.archive,
					into: staging.folder,
					allow
				});
				if (unpacked.kind === "rejected") return {
					kind: "rejected",
					key,
					why: unpacked.why
				};
				installFolders(staging, site, folders);
				return {
					kind: restored.kind,
					key,
					matchedKey: restored.key,
					files: unpacked.files,
					bytes: unpacked.bytes
				};
			}
			default: return unreachable(restored);
		}
	} catch (thrown) {
		return {
			kind: "unavailable",
			key,
			why: messageOf(thrown)
		};
	} finally {
		staging.remove();
	}
}
/** Stores the state and the output of the site. Trouble is an outcome, never an error. */
async function saveState$1({ store, site, outputDir, keys }) {
	const { key } = keys;
	const staging = openStaging(site);
	try {
		const paths = [".bengal", outputDir].flatMap((folder) => walkFiles(site, folder)).filter(isCacheable);
		if (paths.length === 0) return {
			kind: "not-saved",
			key,
			why: "there is neither state nor output"
		};
		const packed = await packArchive({
			root: site,
			paths,
			file: staging.archive
		});
		if (packed.kind === "refused") return {
			kind: "not-saved",
			key,
			why: packed.why
		};
		const saved = await store.save({
			key,
			file: staging.archive
		});
		switch (saved.kind) {
			case "saved": return {
				...packed,
				kind: "saved",
				key
			};
			case "exists": return {
				kind: "not-saved",
				key,
				why: "this key is stored already"
			};
			case "denied":
			case "unavailable": return {
				kind: "not-saved",
				key,
				why: saved.why
			};
			default: return unreachable(saved);
		}
	} catch (thrown) {
		return {
			kind: "not-saved",
			key,
			why: messageOf(thrown)
		};
	} finally {
		staging.remove();
	}
}
__name(saveState$1, "saveState");

// src/flow/prepare.ts
/** The main step: restore, then look at what is there. What a restore could not bring leads to a full build, never to an error. */
async function prepare(options) {
	const { inputs, variables, store } = options;
	const site = loadSiteConfig(inputs, variables);
	const keys = cacheKeys({
		prefix: inputs.keyPrefix,
		inputs,
		site,
		workspace: options.workspace,
		platform: options.platform
	});
	const cache = await restoreState({
		store,
		site: inputs.site,
		outputDir: site.outputDir,
		keys
	});
	const warnings = cache.kind === "unavailable" ? [`The cache could not be asked: ${cache.why}`] : cache.kind === "rejected" ? [`The stored state was not used: ${cache.why}`] : [];
	const analysis = await analyse({
		inputs,
		variables,
		policy: policyFor(inputs.gate, variables),
		repair: inputs.repair,
		cache,
		warnings
	});
	const report = inputs.repair ? applyRepair(analysis.report, inputs.site, site.outputDir) : analysis.report;
	return {
		report,
		handoff: {
			site: inputs.site,
			outputDir: site.outputDir,
			keys,
			rawInputs: Object.fromEntries(Object.entries(options.raw).filter(([, value]) => value !== "")),
			save: inputs.save,
			restored: cache.kind === "exact" || cache.kind === "prefix" ? cache.kind : "nothing",
			stateDigest: digestOfState(inputs.site),
			repaired: inputs.repair && report.gate.mode === "incremental"
		}
	};
}

// src/render/mermaid.ts
/** More edges than this are no picture any more; the rest is collapsed into one node that counts them. */
const MOST_PAGES = 40;
/** Of each page. GitHub shows no picture above 500 edges. */
const MOST_REASONS = 6;
/** A Mermaid flowchart from the changed files to the pages they affect. Deterministic; every label is escaped. */
function affectedMermaid(report) {
	const { affected } = report;
	const shown = affected.pages.slice(0, MOST_PAGES).map((page) => ({
		...page,
		reasons: page.reasons.slice(0, MOST_REASONS)
	}));
	const hidden = affected.pages.length - shown.length;
	const files = [...new Set(shown.flatMap((page) => page.reasons.map((reason) => reason.via)))];
	return `${[
		"flowchart LR",
		...files.map((file, index) => `  f${String(index)}["${label(file)}"]:::stale`),
		...shown.map((page, index) => `  p${String(index)}(["${label(page.url)}"]):::affected`),
		...shown.flatMap((page, index) => edges(page, index, files)),
		...hidden > 0 ? [`  more(["and ${String(hidden)} more pages"]):::missing`] : [],
		...affected.all ? [`  all(["every page"]):::affected`, ...affected.because.slice(0, 10).map((doubt, index) => `  d${String(index)}["${label(doubt.detail)}"]:::stale --> all`)] : [],
		"  classDef stale fill:#FBBC04,stroke:#8a6a00,color:#1b1b1b",
		"  classDef affected fill:#1D3557,stroke:#FBBC04,color:#ffffff",
		"  classDef missing fill:#F1F3F5,stroke:#868e96,color:#1b1b1b"
	].join("\n")}\n`;
}
function edges(page, index, files) {
	return [...new Map(page.reasons.map((reason) => [reason.via, reason.kind]))].map(([via, kind]) => `  f${String(files.indexOf(via))} -->|${kind}| p${String(index)}`);
}
/** Within quotes Mermaid takes anything but quotes, and knows entities by number; markup and line ends are made inert. */
function label(text) {
	return (text.length > 80 ? `${text.slice(0, 79)}…` : text).replace(/[^\p{L}\p{N} ./_–-]/gu, (character) => `#${String(character.codePointAt(0))};`);
}

// src/report/words.ts
/** One word for each build mode, as people read it. A new mode does not compile until it has words. */
const MODE_WORDS = {
	skip: "Skip the build",
	incremental: "Build incrementally",
	full: "Build everything"
};
const STATE_WORDS = {
	usable: "usable",
	absent: "none",
	stale: "stale",
	corrupt: "damaged",
	incompatible: "of another version"
};
/** How a page comes to be affected; `via` names the file or output. */
const REASON_WORDS = {
	content: (via) => `${via} changed`,
	added: (via) => `${via} is new`,
	deleted: (via) => `${via} is gone`,
	template: (via) => `uses the template ${via}`,
	data: (via) => `reads ${via}`,
	include: (via) => `includes ${via}`,
	cascade: (via) => `lies below ${via}, which hands settings down`,
	tag: (via) => `lists or shares a tag of ${via}`,
	"section-listing": (via) => `lists the pages around ${via}`,
	neighbour: (via) => `comes before or after ${via}`,
	linked: (via) => `links to ${via} and may show its title or date`,
	excerpt: (via) => `shows text of ${via}`,
	translation: (via) => `is ${via} in another language`,
	version: (via) => `is ${via} in another version`,
	autodoc: (via) => `documents ${via}`,
	asset: (via) => `names ${via} by its fingerprint`,
	"output-missing": () => "its output is missing or damaged"
};
/** The verdict in one sentence: what to do, and the first reason. */
function verdictSentence(report) {
	const [first, ...more] = report.gate.reasons;
	return `${first?.detail ?? "no reason was given"}${more.length > 0 && report.gate.mode !== "skip" ? ` (${String(more.length)} more ${more.length === 1 ? "reason" : "reasons"})` : ""}`;
}
/** `3 pages`, `1 page`. */
function count(number, one, many = `${one}s`) {
	return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
function affectedPhrase({ affected, totalPages }) {
	if (affected.all) return totalPages === 0 ? "every page" : `every page (${totalPages.toLocaleString("en-US")} known)`;
	return `${affected.pages.length.toLocaleString("en-US")} of ${count(totalPages, "page")}`;
}

// src/flow/outputs.ts
/** A list output stays below this many bytes: one environment variable holds at most 131,070. */
const LONGEST_LIST_BYTES = 1e5;
/** The action's outputs, by name. Every value is plain text; lists are JSON arrays that stay valid when cut. */
function reportOutputs(report, context) {
	const { cache, state, config, gate, changes, affected } = report;
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	].sort();
	return {
		"cache-hit": cache.kind === "exact" ? "true" : cache.kind === "prefix" ? "false" : "",
		"cache-primary-key": context.primaryKey,
		"cache-matched-key": cache.kind === "exact" || cache.kind === "prefix" ? cache.matchedKey : "",
		state: state.status,
		"config-valid": config.status === "unknown" ? "" : String(config.status === "unchanged"),
		"config-hash": config.recorded ?? "",
		"build-mode": gate.mode,
		"build-reason": verdictSentence(report),
		"build-args": gate.buildArgs.join(" "),
		"changed-count": String(changed.length),
		"affected-count": String(affected.all ? report.totalPages : affected.pages.length),
		"total-pages": String(report.totalPages),
		"changed-files": jsonList(changed),
		"affected-pages": jsonList(affected.pages.map((page) => page.output)),
		"affected-tags": jsonList(affected.tags),
		"report-path": context.reportPath
	};
}
/** As many items as fit. */
function jsonList(items) {
	const kept = [];
	let bytes = 2;
	for (const item of items) {
		bytes += Buffer.byteLength(JSON.stringify(item)) + 1;
		if (bytes > LONGEST_LIST_BYTES) break;
		kept.push(item);
	}
	return JSON.stringify(kept);
}

// src/report/markdown.ts
/** Characters that start markup, HTML, a mention or a reference wherever they stand. */
const MARKUP = /[&<>"'`*_{}[\]#|~\\@]/g;
/** Start a list or a heading, but only at the start of a line. */
const LINE_START = /^\s*[-+=]|^\s*\d+[.)]/;
/** GitHub turns these into links, references and emoji by itself. */
const AUTOMATIC = /:(?=[\w/+-])|(?<=GH)-(?=\d)|(?<=www)\./gi;
/** Escapes hostile text for one line of GitHub's Markdown: no markup, no HTML, no mention, no link, no line break. */
function escapeMarkdown(text) {
	return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu, " ").replace(MARKUP, entity).replace(LINE_START, (start) => `${start.slice(0, -1)}${entity(start.slice(-1))}`).replace(AUTOMATIC, entity);
}
function entity(character) {
	return `&#${String(character.codePointAt(0))};`;
}
/** Text as code. HTML, since a fence of backticks has no escape for backticks inside. */
function inlineCode(text) {
	return `<code>${escapeMarkdown(text)}</code>`;
}

// src/report/summary.ts
/** GitHub drops a whole summary above 1 MiB; lists of this length stay far below. */
const LONGEST_LIST$1 = 200;
/** The job summary: the verdict first, then the facts it rests on. `picture` is Mermaid text. */
function reportSummary(report, picture) {
	const { gate, changes, affected, warnings } = report;
	return `${[
		`## Bengal Cache: ${MODE_WORDS[gate.mode].toLowerCase()}`,
		sentence(verdictSentence(report)),
		gate.mode === "skip" ? list("The proof", gate.reasons.map((reason) => escapeMarkdown(reason.detail))) : inlineCode(`bengal build ${gate.buildArgs.join(" ")}`),
		table(report),
		list("Changed files", [
			...changes.added.map((path) => `added ${inlineCode(path)}`),
			...changes.modified.map((path) => `modified ${inlineCode(path)}`),
			...changes.deleted.map((path) => `deleted ${inlineCode(path)}`)
		]),
		list("Why every page may be affected", affected.because.map((doubt) => escapeMarkdown(doubt.detail))),
		list("Affected pages", affected.pages.map((page) => `${inlineCode(page.url)}: ${escapeMarkdown(page.reasons.map((reason) => REASON_WORDS[reason.kind](reason.via)).join("; "))}`)),
		list("Outputs to remove", affected.toRemove.map(inlineCode)),
		affected.pages.length > 0 || affected.all ? `\`\`\`mermaid\n${picture}\`\`\`` : "",
		list("Warnings", warnings.map(escapeMarkdown))
	].filter((part) => part !== "").join("\n\n")}\n`;
}
function table(report) {
	const { state, config, changes, cache } = report;
	return [
		"| | |",
		"|---|---|",
		...[
			["State", `${STATE_WORDS[state.status]}: ${state.why}`],
			["Built", state.builtAt ?? "unknown"],
			["Configuration", `${config.status}: ${config.why}`],
			["Changes", `${count(changes.added.length, "file")} added, ${String(changes.modified.length)} modified, ${String(changes.deleted.length)} deleted, ${String(changes.touched)} merely touched, ${String(changes.unverifiable.length)} cannot be checked`],
			["Affected", affectedPhrase(report)],
			["Cache", cacheSentence(cache)]
		].map(([name, value]) => `| ${name} | ${escapeMarkdown(value)} |`)
	].join("\n");
}
/** What happened between the cache and the site, in one line. */
function cacheSentence(cache) {
	switch (cache.kind) {
		case "not-asked": return "not asked: the state that lies in the site was used";
		case "exact": return `restored ${count(cache.files, "file")} of this very tree from ${cache.matchedKey}`;
		case "prefix": return `restored ${count(cache.files, "file")} of an older tree from ${cache.matchedKey}`;
		case "miss": return `nothing stored yet under ${cache.key} or a prefix of it`;
		case "rejected": return `the stored state was not used: ${cache.why}`;
		case "unavailable": return `the cache could not be asked: ${cache.why}`;
		default: return unreachable(cache);
	}
}
function sentence(text) {
	const escaped = escapeMarkdown(text);
	return `${escaped.slice(0, 1).toUpperCase()}${escaped.slice(1)}.`;
}
function list(title, items) {
	if (items.length === 0) return "";
	const shown = items.slice(0, LONGEST_LIST$1).map((item) => `- ${item}`);
	const more = items.length > LONGEST_LIST$1 ? [`- and ${String(items.length - LONGEST_LIST$1)} more, in the JSON report`] : [];
	return [
		`### ${title} (${String(items.length)})`,
		"",
		...shown,
		...more
	].join("\n");
}

// src/report/text.ts
/** Longest list that a person reads in a terminal; the rest is counted. */
const LONGEST_LIST = 20;
/** The report as a person likes to read it: what changed, which pages and why, what to run. Plain lines, no escapes. */
function reportText(report) {
	return [
		changesPart(report),
		affectedPart(report),
		verdictPart(report),
		warningsPart(report)
	].filter((part) => part !== "").join("\n\n") + "\n";
}
function changesPart({ changes, state, config }) {
	const lines = [
		...changes.added.map((path) => `  + ${path}`),
		...changes.modified.map((path) => `  ~ ${path}`),
		...changes.deleted.map((path) => `  - ${path}`)
	];
	return [...[
		`State   ${STATE_WORDS[state.status]}: ${state.why}${state.builtAt === null ? "" : ` (built ${state.builtAt})`}`,
		`Config  ${config.status}: ${config.why}`,
		`Changed ${lines.length === 0 ? "nothing" : count(lines.length, "file")}${changes.touched > 0 ? `; ${count(changes.touched, "file")} merely touched` : ""}${changes.unverifiable.length > 0 ? `; ${String(changes.unverifiable.length)} cannot be checked` : ""}`
	], ...shorten(lines)].join("\n");
}
function affectedPart(report) {
	const { affected } = report;
	const doubts = affected.because.map((doubt) => `  because ${doubt.detail}`);
	const pages = affected.pages.flatMap((page) => [`  ${page.url}`, ...page.reasons.slice(0, 2).map((reason) => `      ${REASON_WORDS[reason.kind](reason.via)}`)]);
	const removed = affected.toRemove.map((path) => `  remove ${path}`);
	return [
		`Affected ${affectedPhrase(report)}`,
		...shorten(doubts),
		...shorten(pages),
		...shorten(removed)
	].join("\n");
}
function verdictPart({ gate, repair }) {
	const first = gate.mode === "incremental" && !repair.done ? ["  run     bengal-cache report --repair   (prepares the state)"] : [];
	const build = gate.mode === "skip" ? [] : [`  ${first.length > 0 ? "then" : "run "}    bengal build ${gate.buildArgs.join(" ")}`];
	return [
		MODE_WORDS[gate.mode],
		...first,
		...build,
		...gate.reasons.map((reason) => `  because ${reason.detail}`)
	].join("\n");
}
function warningsPart({ warnings }) {
	return warnings.map((warning) => `warning: ${warning}`).join("\n");
}
function shorten(lines) {
	return lines.length <= LONGEST_LIST ? [...lines] : [...lines.slice(0, LONGEST_LIST), `  ... and ${String(lines.length - LONGEST_LIST)} more lines; --format json has them all`];
}

// src/flow/publish.ts
/** Tells everybody: the log for who reads along, outputs for later steps, the summary for who opens the run. */
async function publish$1({ report, handoff }, host, reportPath) {
	host.group("Cache", [
		`Key ${handoff.keys.key}`,
		...handoff.keys.restoreKeys.map((key) => `or any ${key}...`),
		cacheSentence(report.cache)
	]);
	host.group("Report", reportText(report).trimEnd().split("\n"));
	for (const warning of report.warnings) host.warning(warning);
	const outputs = reportOutputs(report, {
		primaryKey: handoff.keys.key,
		reportPath
	});
	for (const [name, value] of Object.entries(outputs)) host.setOutput(name, value);
	await host.writeSummary(reportSummary(report, affectedMermaid(report)));
}
__name(publish$1, "publish");

// node_modules/@actions/core/lib/utils.js
/**
* Sanitizes an input into a string so it can be passed into issueCommand safely
* @param input input to sanitize into a string
*/
function toCommandValue(input) {
	if (input === null || input === void 0) return "";
	else if (typeof input === "string" || input instanceof String) return input;
	return JSON.stringify(input);
}
/**
*
* @param annotationProperties
* @returns The command properties to send with the actual annotation command
* See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
*/
function toCommandProperties(annotationProperties) {
	if (!Object.keys(annotationProperties).length) return {};
	return {
		title: annotationProperties.title,
		file: annotationProperties.file,
		line: annotationProperties.startLine,
		endLine: annotationProperties.endLine,
		col: annotationProperties.startColumn,
		endColumn: annotationProperties.endColumn
	};
}

// node_modules/@actions/core/lib/command.js
/**
* Issues a command to the GitHub Actions runner
*
* @param command - The command name to issue
* @param properties - Additional properties for the command (key-value pairs)
* @param message - The message to include with the command
* @remarks
* This function outputs a specially formatted string to stdout that the Actions
* runner interprets as a command. These commands can control workflow behavior,
* set outputs, create annotations, mask values, and more.
*
* Command Format:
*   ::name key=value,key=value::message
*
* @example
* ```typescript
* // Issue a warning annotation
* issueCommand('warning', {}, 'This is a warning message');
* // Output: ::warning::This is a warning message
*
* // Set an environment variable
* issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
* // Output: ::set-env name=MY_VAR::some value
*
* // Add a secret mask
* issueCommand('add-mask', {}, 'secretValue123');
* // Output: ::add-mask::secretValue123
* ```
*
* @internal
* This is an internal utility function that powers the public API functions
* such as setSecret, warning, error, and exportVariable.
*/
function issueCommand(command, properties, message) {
	const cmd = new Command(command, properties, message);
	process.stdout.write(cmd.toString() + os$2.EOL);
}
function issue(name, message = "") {
	issueCommand(name, {}, message);
}
const CMD_STRING = "::";
var Command = class {
	constructor(command, properties, message) {
		if (!command) command = "missing.command";
		this.command = command;
		this.properties = properties;
		this.message = message;
	}
	toString() {
		let cmdStr = CMD_STRING + this.command;
		if (this.properties && Object.keys(this.properties).length > 0) {
			cmdStr += " ";
			let first = true;
			for (const key in this.properties) if (this.properties.hasOwnProperty(key)) {
				const val = this.properties[key];
				if (val) {
					if (first) first = false;
					else cmdStr += ",";
					cmdStr += `${key}=${escapeProperty(val)}`;
				}
			}
		}
		cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
		return cmdStr;
	}
};
function escapeData(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
	return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/file-command.js
function issueFileCommand(command, message) {
	const filePath = process.env[`GITHUB_${command}`];
	if (!filePath) throw new Error(`Unable to find environment variable for file command ${command}`);
	if (!fs$1.existsSync(filePath)) throw new Error(`Missing file at path: ${filePath}`);
	fs$1.appendFileSync(filePath, `${toCommandValue(message)}${os$2.EOL}`, { encoding: "utf8" });
}
function prepareKeyValueMessage(key, value) {
	const delimiter = `ghadelimiter_${crypto.randomUUID()}`;
	const convertedValue = toCommandValue(value);
	if (key.includes(delimiter)) throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
	if (convertedValue.includes(delimiter)) throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
	return `${key}<<${delimiter}${os$2.EOL}${convertedValue}${os$2.EOL}${delimiter}`;
}

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
	const usingSsl = reqUrl.protocol === "https:";
	if (checkBypass(reqUrl)) return;
	const proxyVar = (() => {
		if (usingSsl) return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
		else return process.env["http_proxy"] || process.env["HTTP_PROXY"];
	})();
	if (proxyVar) try {
		return new DecodedURL(proxyVar);
	} catch (_a) {
		if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://")) return new DecodedURL(`http://${proxyVar}`);
	}
	else return;
}
function checkBypass(reqUrl) {
	if (!reqUrl.hostname) return false;
	const reqHost = reqUrl.hostname;
	if (isLoopbackAddress(reqHost)) return true;
	const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
	if (!noProxy) return false;
	let reqPort;
	if (reqUrl.port) reqPort = Number(reqUrl.port);
	else if (reqUrl.protocol === "http:") reqPort = 80;
	else if (reqUrl.protocol === "https:") reqPort = 443;
	const upperReqHosts = [reqUrl.hostname.toUpperCase()];
	if (typeof reqPort === "number") upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
	for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) return true;
	return false;
}
function isLoopbackAddress(host) {
	const hostLower = host.toLowerCase();
	return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
	constructor(url, base) {
		super(url, base);
		this._decodedUsername = decodeURIComponent(super.username);
		this._decodedPassword = decodeURIComponent(super.password);
	}
	get username() {
		return this._decodedUsername;
	}
	get password() {
		return this._decodedPassword;
	}
};

// node_modules/tunnel/lib/tunnel.js
var require_tunnel$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	__require("net");
	var tls = __require("tls");
	var http = __require("http");
	var https = __require("https");
	var events = __require("events");
	__require("assert");
	var util = __require("util");
	exports.httpOverHttp = httpOverHttp;
	exports.httpsOverHttp = httpsOverHttp;
	exports.httpOverHttps = httpOverHttps;
	exports.httpsOverHttps = httpsOverHttps;
	function httpOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		return agent;
	}
	function httpsOverHttp(options) {
		var agent = new TunnelingAgent(options);
		agent.request = http.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function httpOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		return agent;
	}
	function httpsOverHttps(options) {
		var agent = new TunnelingAgent(options);
		agent.request = https.request;
		agent.createSocket = createSecureSocket;
		agent.defaultPort = 443;
		return agent;
	}
	function TunnelingAgent(options) {
		var self = this;
		self.options = options || {};
		self.proxyOptions = self.options.proxy || {};
		self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets;
		self.requests = [];
		self.sockets = [];
		self.on("free", function onFree(socket, host, port, localAddress) {
			var options = toOptions(host, port, localAddress);
			for (var i = 0, len = self.requests.length; i < len; ++i) {
				var pending = self.requests[i];
				if (pending.host === options.host && pending.port === options.port) {
					self.requests.splice(i, 1);
					pending.request.onSocket(socket);
					return;
				}
			}
			socket.destroy();
			self.removeSocket(socket);
		});
	}
	util.inherits(TunnelingAgent, events.EventEmitter);
	TunnelingAgent.prototype.addRequest = function addRequest(req, host, port, localAddress) {
		var self = this;
		var options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
		if (self.sockets.length >= this.maxSockets) {
			self.requests.push(options);
			return;
		}
		self.createSocket(options, function(socket) {
			socket.on("free", onFree);
			socket.on("close", onCloseOrRemove);
			socket.on("agentRemove", onCloseOrRemove);
			req.onSocket(socket);
			function onFree() {
				self.emit("free", socket, options);
			}
			function onCloseOrRemove(err) {
				self.removeSocket(socket);
				socket.removeListener("free", onFree);
				socket.removeListener("close", onCloseOrRemove);
				socket.removeListener("agentRemove", onCloseOrRemove);
			}
		});
	};
	TunnelingAgent.prototype.createSocket = function createSocket(options, cb) {
		var self = this;
		var placeholder = {};
		self.sockets.push(placeholder);
		var connectOptions = mergeOptions({}, self.proxyOptions, {
			method: "CONNECT",
			path: options.host + ":" + options.port,
			agent: false,
			headers: { host: options.host + ":" + options.port }
		});
		if (options.localAddress) connectOptions.localAddress = options.localAddress;
		if (connectOptions.proxyAuth) {
			connectOptions.headers = connectOptions.headers || {};
			connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64");
		}
		debug("making CONNECT request");
		var connectReq = self.request(connectOptions);
		connectReq.useChunkedEncodingByDefault = false;
		connectReq.once("response", onResponse);
		connectReq.once("upgrade", onUpgrade);
		connectReq.once("connect", onConnect);
		connectReq.once("error", onError);
		connectReq.end();
		function onResponse(res) {
			res.upgrade = true;
		}
		function onUpgrade(res, socket, head) {
			process.nextTick(function() {
				onConnect(res, socket, head);
			});
		}
		function onConnect(res, socket, head) {
			connectReq.removeAllListeners();
			socket.removeAllListeners();
			if (res.statusCode !== 200) {
				debug("tunneling socket could not be established, statusCode=%d", res.statusCode);
				socket.destroy();
				var error = /* @__PURE__ */ new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			if (head.length > 0) {
				debug("got illegal response body from proxy");
				socket.destroy();
				var error = /* @__PURE__ */ new Error("got illegal response body from proxy");
				error.code = "ECONNRESET";
				options.request.emit("error", error);
				self.removeSocket(placeholder);
				return;
			}
			debug("tunneling connection has established");
			self.sockets[self.sockets.indexOf(placeholder)] = socket;
			return cb(socket);
		}
		function onError(cause) {
			connectReq.removeAllListeners();
			debug("tunneling socket could not be established, cause=%s\n", cause.message, cause.stack);
			var error = /* @__PURE__ */ new Error("tunneling socket could not be established, cause=" + cause.message);
			error.code = "ECONNRESET";
			options.request.emit("error", error);
			self.removeSocket(placeholder);
		}
	};
	TunnelingAgent.prototype.removeSocket = function removeSocket(socket) {
		var pos = this.sockets.indexOf(socket);
		if (pos === -1) return;
		this.sockets.splice(pos, 1);
		var pending = this.requests.shift();
		if (pending) this.createSocket(pending, function(socket) {
			pending.request.onSocket(socket);
		});
	};
	function createSecureSocket(options, cb) {
		var self = this;
		TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
			var hostHeader = options.request.getHeader("host");
			var tlsOptions = mergeOptions({}, self.options, {
				socket,
				servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
			});
			var secureSocket = tls.connect(0, tlsOptions);
			self.sockets[self.sockets.indexOf(socket)] = secureSocket;
			cb(secureSocket);
		});
	}
	function toOptions(host, port, localAddress) {
		if (typeof host === "string") return {
			host,
			port,
			localAddress
		};
		return host;
	}
	function mergeOptions(target) {
		for (var i = 1, len = arguments.length; i < len; ++i) {
			var overrides = arguments[i];
			if (typeof overrides === "object") {
				var keys = Object.keys(overrides);
				for (var j = 0, keyLen = keys.length; j < keyLen; ++j) {
					var k = keys[j];
					if (overrides[k] !== void 0) target[k] = overrides[k];
				}
			}
		}
		return target;
	}
	var debug;
	if (process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG)) debug = function() {
		var args = Array.prototype.slice.call(arguments);
		if (typeof args[0] === "string") args[0] = "TUNNEL: " + args[0];
		else args.unshift("TUNNEL:");
		console.error.apply(console, args);
	};
	else debug = function() {};
}));

// node_modules/tunnel/index.js
var require_tunnel = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_tunnel$1();
}));

// scripts/stubs/undici.ts
var import_tunnel = /* @__PURE__ */ __toESM(require_tunnel(), 1);
/**
* Stands in for `undici` in the bundle. `@actions/http-client` imports `ProxyAgent` for `getAgentDispatcher` alone, which
* serves callers of the GitHub API through octokit. We have none: cache and runner traffic goes through the client's own
* `getAgent` (Node's http and a tunnel for proxies) and the storage client. The real package would be a third of the
* bundle and 20 ms of each start. Should a later release need it after all, it says so here instead of misbehaving.
*/
function ProxyAgent() {
	throw new Error("undici is not part of this bundle: remove its alias from rolldown.config.ts to use ProxyAgent.");
}

// node_modules/@actions/http-client/lib/index.js
var __awaiter$9 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var HttpCodes;
(function(HttpCodes) {
	HttpCodes[HttpCodes["OK"] = 200] = "OK";
	HttpCodes[HttpCodes["MultipleChoices"] = 300] = "MultipleChoices";
	HttpCodes[HttpCodes["MovedPermanently"] = 301] = "MovedPermanently";
	HttpCodes[HttpCodes["ResourceMoved"] = 302] = "ResourceMoved";
	HttpCodes[HttpCodes["SeeOther"] = 303] = "SeeOther";
	HttpCodes[HttpCodes["NotModified"] = 304] = "NotModified";
	HttpCodes[HttpCodes["UseProxy"] = 305] = "UseProxy";
	HttpCodes[HttpCodes["SwitchProxy"] = 306] = "SwitchProxy";
	HttpCodes[HttpCodes["TemporaryRedirect"] = 307] = "TemporaryRedirect";
	HttpCodes[HttpCodes["PermanentRedirect"] = 308] = "PermanentRedirect";
	HttpCodes[HttpCodes["BadRequest"] = 400] = "BadRequest";
	HttpCodes[HttpCodes["Unauthorized"] = 401] = "Unauthorized";
	HttpCodes[HttpCodes["PaymentRequired"] = 402] = "PaymentRequired";
	HttpCodes[HttpCodes["Forbidden"] = 403] = "Forbidden";
	HttpCodes[HttpCodes["NotFound"] = 404] = "NotFound";
	HttpCodes[HttpCodes["MethodNotAllowed"] = 405] = "MethodNotAllowed";
	HttpCodes[HttpCodes["NotAcceptable"] = 406] = "NotAcceptable";
	HttpCodes[HttpCodes["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
	HttpCodes[HttpCodes["RequestTimeout"] = 408] = "RequestTimeout";
	HttpCodes[HttpCodes["Conflict"] = 409] = "Conflict";
	HttpCodes[HttpCodes["Gone"] = 410] = "Gone";
	HttpCodes[HttpCodes["TooManyRequests"] = 429] = "TooManyRequests";
	HttpCodes[HttpCodes["InternalServerError"] = 500] = "InternalServerError";
	HttpCodes[HttpCodes["NotImplemented"] = 501] = "NotImplemented";
	HttpCodes[HttpCodes["BadGateway"] = 502] = "BadGateway";
	HttpCodes[HttpCodes["ServiceUnavailable"] = 503] = "ServiceUnavailable";
	HttpCodes[HttpCodes["GatewayTimeout"] = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers) {
	Headers["Accept"] = "accept";
	Headers["ContentType"] = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes) {
	MediaTypes["ApplicationJson"] = "application/json";
})(MediaTypes || (MediaTypes = {}));
const HttpRedirectCodes = [
	HttpCodes.MovedPermanently,
	HttpCodes.ResourceMoved,
	HttpCodes.SeeOther,
	HttpCodes.TemporaryRedirect,
	HttpCodes.PermanentRedirect
];
const HttpResponseRetryCodes = [
	HttpCodes.BadGateway,
	HttpCodes.ServiceUnavailable,
	HttpCodes.GatewayTimeout
];
const RetryableHttpVerbs = [
	"OPTIONS",
	"GET",
	"DELETE",
	"HEAD"
];
const ExponentialBackoffCeiling = 10;
const ExponentialBackoffTimeSlice = 5;
var HttpClientError = class HttpClientError extends Error {
	constructor(message, statusCode) {
		super(message);
		this.name = "HttpClientError";
		this.statusCode = statusCode;
		Object.setPrototypeOf(this, HttpClientError.prototype);
	}
};
var HttpClientResponse = class {
	constructor(message) {
		this.message = message;
	}
	readBody() {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$9(this, void 0, void 0, function* () {
				let output = Buffer.alloc(0);
				this.message.on("data", (chunk) => {
					output = Buffer.concat([output, chunk]);
				});
				this.message.on("end", () => {
					resolve(output.toString());
				});
			}));
		});
	}
	readBodyBuffer() {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve) => __awaiter$9(this, void 0, void 0, function* () {
				const chunks = [];
				this.message.on("data", (chunk) => {
					chunks.push(chunk);
				});
				this.message.on("end", () => {
					resolve(Buffer.concat(chunks));
				});
			}));
		});
	}
};
var HttpClient = class {
	constructor(userAgent, handlers, requestOptions) {
		this._ignoreSslError = false;
		this._allowRedirects = true;
		this._allowRedirectDowngrade = false;
		this._maxRedirects = 50;
		this._allowRetries = false;
		this._maxRetries = 1;
		this._keepAlive = false;
		this._disposed = false;
		this.userAgent = this._getUserAgentWithOrchestrationId(userAgent);
		this.handlers = handlers || [];
		this.requestOptions = requestOptions;
		if (requestOptions) {
			if (requestOptions.ignoreSslError != null) this._ignoreSslError = requestOptions.ignoreSslError;
			this._socketTimeout = requestOptions.socketTimeout;
			if (requestOptions.allowRedirects != null) this._allowRedirects = requestOptions.allowRedirects;
			if (requestOptions.allowRedirectDowngrade != null) this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
			if (requestOptions.maxRedirects != null) this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
			if (requestOptions.keepAlive != null) this._keepAlive = requestOptions.keepAlive;
			if (requestOptions.allowRetries != null) this._allowRetries = requestOptions.allowRetries;
			if (requestOptions.maxRetries != null) this._maxRetries = requestOptions.maxRetries;
		}
	}
	options(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
		});
	}
	get(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("GET", requestUrl, null, additionalHeaders || {});
		});
	}
	del(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("DELETE", requestUrl, null, additionalHeaders || {});
		});
	}
	post(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("POST", requestUrl, data, additionalHeaders || {});
		});
	}
	patch(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("PATCH", requestUrl, data, additionalHeaders || {});
		});
	}
	put(requestUrl, data, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("PUT", requestUrl, data, additionalHeaders || {});
		});
	}
	head(requestUrl, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request("HEAD", requestUrl, null, additionalHeaders || {});
		});
	}
	sendStream(verb, requestUrl, stream, additionalHeaders) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return this.request(verb, requestUrl, stream, additionalHeaders);
		});
	}
	/**
	* Gets a typed object from an endpoint
	* Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
	*/
	getJson(requestUrl_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			const res = yield this.get(requestUrl, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	postJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.post(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	putJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.put(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	patchJson(requestUrl_1, obj_1) {
		return __awaiter$9(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
			const data = JSON.stringify(obj, null, 2);
			additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
			additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
			const res = yield this.patch(requestUrl, data, additionalHeaders);
			return this._processResponse(res, this.requestOptions);
		});
	}
	/**
	* Makes a raw http request.
	* All other methods such as get, post, patch, and request ultimately call this.
	* Prefer get, del, post and patch
	*/
	request(verb, requestUrl, data, headers) {
		return __awaiter$9(this, void 0, void 0, function* () {
			if (this._disposed) throw new Error("Client has already been disposed.");
			const parsedUrl = new URL(requestUrl);
			let info = this._prepareRequest(verb, parsedUrl, headers);
			const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
			let numTries = 0;
			let response;
			do {
				response = yield this.requestRaw(info, data);
				if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
					let authenticationHandler;
					for (const handler of this.handlers) if (handler.canHandleAuthentication(response)) {
						authenticationHandler = handler;
						break;
					}
					if (authenticationHandler) return authenticationHandler.handleAuthentication(this, info, data);
					else return response;
				}
				let redirectsRemaining = this._maxRedirects;
				while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
					const redirectUrl = response.message.headers["location"];
					if (!redirectUrl) break;
					const parsedRedirectUrl = new URL(redirectUrl);
					if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
					yield response.readBody();
					if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
						for (const header in headers) if (header.toLowerCase() === "authorization") delete headers[header];
					}
					info = this._prepareRequest(verb, parsedRedirectUrl, headers);
					response = yield this.requestRaw(info, data);
					redirectsRemaining--;
				}
				if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) return response;
				numTries += 1;
				if (numTries < maxTries) {
					yield response.readBody();
					yield this._performExponentialBackoff(numTries);
				}
			} while (numTries < maxTries);
			return response;
		});
	}
	/**
	* Needs to be called if keepAlive is set to true in request options.
	*/
	dispose() {
		if (this._agent) this._agent.destroy();
		this._disposed = true;
	}
	/**
	* Raw request.
	* @param info
	* @param data
	*/
	requestRaw(info, data) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => {
				function callbackForResult(err, res) {
					if (err) reject(err);
					else if (!res) reject(/* @__PURE__ */ new Error("Unknown error"));
					else resolve(res);
				}
				this.requestRawWithCallback(info, data, callbackForResult);
			});
		});
	}
	/**
	* Raw request with callback.
	* @param info
	* @param data
	* @param onResult
	*/
	requestRawWithCallback(info, data, onResult) {
		if (typeof data === "string") {
			if (!info.options.headers) info.options.headers = {};
			info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
		}
		let callbackCalled = false;
		function handleResult(err, res) {
			if (!callbackCalled) {
				callbackCalled = true;
				onResult(err, res);
			}
		}
		const req = info.httpModule.request(info.options, (msg) => {
			handleResult(void 0, new HttpClientResponse(msg));
		});
		let socket;
		req.on("socket", (sock) => {
			socket = sock;
		});
		req.setTimeout(this._socketTimeout || 18e4, () => {
			if (socket) socket.end();
			handleResult(/* @__PURE__ */ new Error(`Request timeout: ${info.options.path}`));
		});
		req.on("error", function(err) {
			handleResult(err);
		});
		if (data && typeof data === "string") req.write(data, "utf8");
		if (data && typeof data !== "string") {
			data.on("close", function() {
				req.end();
			});
			data.pipe(req);
		} else req.end();
	}
	/**
	* Gets an http agent. This function is useful when you need an http agent that handles
	* routing through a proxy server - depending upon the url and proxy environment variables.
	* @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
	*/
	getAgent(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		return this._getAgent(parsedUrl);
	}
	getAgentDispatcher(serverUrl) {
		const parsedUrl = new URL(serverUrl);
		const proxyUrl = getProxyUrl(parsedUrl);
		if (!(proxyUrl && proxyUrl.hostname)) return;
		return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
	}
	_prepareRequest(method, requestUrl, headers) {
		const info = {};
		info.parsedUrl = requestUrl;
		const usingSsl = info.parsedUrl.protocol === "https:";
		info.httpModule = usingSsl ? https : http;
		const defaultPort = usingSsl ? 443 : 80;
		info.options = {};
		info.options.host = info.parsedUrl.hostname;
		info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
		info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
		info.options.method = method;
		info.options.headers = this._mergeHeaders(headers);
		if (this.userAgent != null) info.options.headers["user-agent"] = this.userAgent;
		info.options.agent = this._getAgent(info.parsedUrl);
		if (this.handlers) for (const handler of this.handlers) handler.prepareRequest(info.options);
		return info;
	}
	_mergeHeaders(headers) {
		if (this.requestOptions && this.requestOptions.headers) return Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {}));
		return lowercaseKeys(headers || {});
	}
	/**
	* Gets an existing header value or returns a default.
	* Handles converting number header values to strings since HTTP headers must be strings.
	* Note: This returns string | string[] since some headers can have multiple values.
	* For headers that must always be a single string (like Content-Type), use the
	* specialized _getExistingOrDefaultContentTypeHeader method instead.
	*/
	_getExistingOrDefaultHeader(additionalHeaders, header, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[header];
			if (headerValue) clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
		}
		const additionalValue = additionalHeaders[header];
		if (additionalValue !== void 0) return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	/**
	* Specialized version of _getExistingOrDefaultHeader for Content-Type header.
	* Always returns a single string (not an array) since Content-Type should be a single value.
	* Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
	* This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
	* that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
	*/
	_getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
		let clientHeader;
		if (this.requestOptions && this.requestOptions.headers) {
			const headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
			if (headerValue) {
				if (typeof headerValue === "number") clientHeader = String(headerValue);
				else if (Array.isArray(headerValue)) clientHeader = headerValue.join(", ");
				else clientHeader = headerValue;
			}
		}
		const additionalValue = additionalHeaders[Headers.ContentType];
		if (additionalValue !== void 0) {
			if (typeof additionalValue === "number") return String(additionalValue);
			else if (Array.isArray(additionalValue)) return additionalValue.join(", ");
			else return additionalValue;
		}
		if (clientHeader !== void 0) return clientHeader;
		return _default;
	}
	_getAgent(parsedUrl) {
		let agent;
		const proxyUrl = getProxyUrl(parsedUrl);
		const useProxy = proxyUrl && proxyUrl.hostname;
		if (this._keepAlive && useProxy) agent = this._proxyAgent;
		if (!useProxy) agent = this._agent;
		if (agent) return agent;
		const usingSsl = parsedUrl.protocol === "https:";
		let maxSockets = 100;
		if (this.requestOptions) maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
		if (proxyUrl && proxyUrl.hostname) {
			const agentOptions = {
				maxSockets,
				keepAlive: this._keepAlive,
				proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && { proxyAuth: `${proxyUrl.username}:${proxyUrl.password}` }), {
					host: proxyUrl.hostname,
					port: proxyUrl.port
				})
			};
			let tunnelAgent;
			const overHttps = proxyUrl.protocol === "https:";
			if (usingSsl) tunnelAgent = overHttps ? import_tunnel.httpsOverHttps : import_tunnel.httpsOverHttp;
			else tunnelAgent = overHttps ? import_tunnel.httpOverHttps : import_tunnel.httpOverHttp;
			agent = tunnelAgent(agentOptions);
			this._proxyAgent = agent;
		}
		if (!agent) {
			const options = {
				keepAlive: this._keepAlive,
				maxSockets
			};
			agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
			this._agent = agent;
		}
		if (usingSsl && this._ignoreSslError) agent.options = Object.assign(agent.options || {}, { rejectUnauthorized: false });
		return agent;
	}
	_getProxyAgentDispatcher(parsedUrl, proxyUrl) {
		let proxyAgent;
		if (this._keepAlive) proxyAgent = this._proxyAgentDispatcher;
		if (proxyAgent) return proxyAgent;
		const usingSsl = parsedUrl.protocol === "https:";
		proxyAgent = new ProxyAgent(Object.assign({
			uri: proxyUrl.href,
			pipelining: !this._keepAlive ? 0 : 1
		}, (proxyUrl.username || proxyUrl.password) && { token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}` }));
		this._proxyAgentDispatcher = proxyAgent;
		if (usingSsl && this._ignoreSslError) proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, { rejectUnauthorized: false });
		return proxyAgent;
	}
	_getUserAgentWithOrchestrationId(userAgent) {
		const baseUserAgent = userAgent || "actions/http-client";
		const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
		if (orchId) return `${baseUserAgent} actions_orchestration_id/${orchId.replace(/[^a-z0-9_.-]/gi, "_")}`;
		return baseUserAgent;
	}
	_performExponentialBackoff(retryNumber) {
		return __awaiter$9(this, void 0, void 0, function* () {
			retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
			const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
			return new Promise((resolve) => setTimeout(() => resolve(), ms));
		});
	}
	_processResponse(res, options) {
		return __awaiter$9(this, void 0, void 0, function* () {
			return new Promise((resolve, reject) => __awaiter$9(this, void 0, void 0, function* () {
				const statusCode = res.message.statusCode || 0;
				const response = {
					statusCode,
					result: null,
					headers: {}
				};
				if (statusCode === HttpCodes.NotFound) resolve(response);
				function dateTimeDeserializer(key, value) {
					if (typeof value === "string") {
						const a = new Date(value);
						if (!isNaN(a.valueOf())) return a;
					}
					return value;
				}
				let obj;
				let contents;
				try {
					contents = yield res.readBody();
					if (contents && contents.length > 0) {
						if (options && options.deserializeDates) obj = JSON.parse(contents, dateTimeDeserializer);
						else obj = JSON.parse(contents);
						response.result = obj;
					}
					response.headers = res.message.headers;
				} catch (err) {}
				if (statusCode > 299) {
					let msg;
					if (obj && obj.message) msg = obj.message;
					else if (contents && contents.length > 0) msg = contents;
					else msg = `Failed request: (${statusCode})`;
					const err = new HttpClientError(msg, statusCode);
					err.result = response.result;
					reject(err);
				} else resolve(response);
			}));
		});
	}
};
const lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// node_modules/@actions/http-client/lib/auth.js
var __awaiter$8 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
var BearerCredentialHandler = class {
	constructor(token) {
		this.token = token;
	}
	prepareRequest(options) {
		if (!options.headers) throw Error("The request has no headers");
		options.headers["Authorization"] = `Bearer ${this.token}`;
	}
	canHandleAuthentication() {
		return false;
	}
	handleAuthentication() {
		return __awaiter$8(this, void 0, void 0, function* () {
			throw new Error("not implemented");
		});
	}
};

// node_modules/@actions/core/lib/oidc-utils.js
var __awaiter$7 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};

// node_modules/@actions/core/lib/summary.js
var __awaiter$6 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { access, appendFile, writeFile: writeFile$1 } = promises;
const SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
	constructor() {
		this._buffer = "";
	}
	/**
	* Finds the summary file path from the environment, rejects if env var is not found or file does not exist
	* Also checks r/w permissions.
	*
	* @returns step summary file path
	*/
	filePath() {
		return __awaiter$6(this, void 0, void 0, function* () {
			if (this._filePath) return this._filePath;
			const pathFromEnv = process.env[SUMMARY_ENV_VAR];
			if (!pathFromEnv) throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
			try {
				yield access(pathFromEnv, constants$1.R_OK | constants$1.W_OK);
			} catch (_a) {
				throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
			}
			this._filePath = pathFromEnv;
			return this._filePath;
		});
	}
	/**
	* Wraps content in an HTML tag, adding any HTML attributes
	*
	* @param {string} tag HTML tag to wrap
	* @param {string | null} content content within the tag
	* @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
	*
	* @returns {string} content wrapped in HTML element
	*/
	wrap(tag, content, attrs = {}) {
		const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
		if (!content) return `<${tag}${htmlAttrs}>`;
		return `<${tag}${htmlAttrs}>${content}</${tag}>`;
	}
	/**
	* Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
	*
	* @param {SummaryWriteOptions} [options] (optional) options for write operation
	*
	* @returns {Promise<Summary>} summary instance
	*/
	write(options) {
		return __awaiter$6(this, void 0, void 0, function* () {
			const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
			const filePath = yield this.filePath();
			yield (overwrite ? writeFile$1 : appendFile)(filePath, this._buffer, { encoding: "utf8" });
			return this.emptyBuffer();
		});
	}
	/**
	* Clears the summary buffer and wipes the summary file
	*
	* @returns {Summary} summary instance
	*/
	clear() {
		return __awaiter$6(this, void 0, void 0, function* () {
			return this.emptyBuffer().write({ overwrite: true });
		});
	}
	/**
	* Returns the current summary buffer as a string
	*
	* @returns {string} string of summary buffer
	*/
	stringify() {
		return this._buffer;
	}
	/**
	* If the summary buffer is empty
	*
	* @returns {boolen} true if the buffer is empty
	*/
	isEmptyBuffer() {
		return this._buffer.length === 0;
	}
	/**
	* Resets the summary buffer without writing to summary file
	*
	* @returns {Summary} summary instance
	*/
	emptyBuffer() {
		this._buffer = "";
		return this;
	}
	/**
	* Adds raw text to the summary buffer
	*
	* @param {string} text content to add
	* @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addRaw(text, addEOL = false) {
		this._buffer += text;
		return addEOL ? this.addEOL() : this;
	}
	/**
	* Adds the operating system-specific end-of-line marker to the buffer
	*
	* @returns {Summary} summary instance
	*/
	addEOL() {
		return this.addRaw(EOL);
	}
	/**
	* Adds an HTML codeblock to the summary buffer
	*
	* @param {string} code content to render within fenced code block
	* @param {string} lang (optional) language to syntax highlight code
	*
	* @returns {Summary} summary instance
	*/
	addCodeBlock(code, lang) {
		const attrs = Object.assign({}, lang && { lang });
		const element = this.wrap("pre", this.wrap("code", code), attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML list to the summary buffer
	*
	* @param {string[]} items list of items to render
	* @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
	*
	* @returns {Summary} summary instance
	*/
	addList(items, ordered = false) {
		const tag = ordered ? "ol" : "ul";
		const listItems = items.map((item) => this.wrap("li", item)).join("");
		const element = this.wrap(tag, listItems);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML table to the summary buffer
	*
	* @param {SummaryTableCell[]} rows table rows
	*
	* @returns {Summary} summary instance
	*/
	addTable(rows) {
		const tableBody = rows.map((row) => {
			const cells = row.map((cell) => {
				if (typeof cell === "string") return this.wrap("td", cell);
				const { header, data, colspan, rowspan } = cell;
				const tag = header ? "th" : "td";
				const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
				return this.wrap(tag, data, attrs);
			}).join("");
			return this.wrap("tr", cells);
		}).join("");
		const element = this.wrap("table", tableBody);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds a collapsable HTML details element to the summary buffer
	*
	* @param {string} label text for the closed state
	* @param {string} content collapsable content
	*
	* @returns {Summary} summary instance
	*/
	addDetails(label, content) {
		const element = this.wrap("details", this.wrap("summary", label) + content);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML image tag to the summary buffer
	*
	* @param {string} src path to the image you to embed
	* @param {string} alt text description of the image
	* @param {SummaryImageOptions} options (optional) addition image attributes
	*
	* @returns {Summary} summary instance
	*/
	addImage(src, alt, options) {
		const { width, height } = options || {};
		const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
		const element = this.wrap("img", null, Object.assign({
			src,
			alt
		}, attrs));
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML section heading element
	*
	* @param {string} text heading text
	* @param {number | string} [level=1] (optional) the heading level, default: 1
	*
	* @returns {Summary} summary instance
	*/
	addHeading(text, level) {
		const tag = `h${level}`;
		const allowedTag = [
			"h1",
			"h2",
			"h3",
			"h4",
			"h5",
			"h6"
		].includes(tag) ? tag : "h1";
		const element = this.wrap(allowedTag, text);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML thematic break (<hr>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addSeparator() {
		const element = this.wrap("hr", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML line break (<br>) to the summary buffer
	*
	* @returns {Summary} summary instance
	*/
	addBreak() {
		const element = this.wrap("br", null);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML blockquote to the summary buffer
	*
	* @param {string} text quote text
	* @param {string} cite (optional) citation url
	*
	* @returns {Summary} summary instance
	*/
	addQuote(text, cite) {
		const attrs = Object.assign({}, cite && { cite });
		const element = this.wrap("blockquote", text, attrs);
		return this.addRaw(element).addEOL();
	}
	/**
	* Adds an HTML anchor tag to the summary buffer
	*
	* @param {string} text link text/content
	* @param {string} href hyperlink
	*
	* @returns {Summary} summary instance
	*/
	addLink(text, href) {
		const element = this.wrap("a", text, { href });
		return this.addRaw(element).addEOL();
	}
};
const _summary = new Summary();
const summary = _summary;

// node_modules/@actions/io/lib/io-util.js
var __awaiter$5 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const { chmod, copyFile: copyFile$1, lstat: lstat$1, mkdir: mkdir$1, open, readdir: readdir$1, rename: rename$1, rm: rm$1, rmdir, stat: stat$1, symlink, unlink } = fs$1.promises;
const IS_WINDOWS$1 = process.platform === "win32";
const READONLY = fs$1.constants.O_RDONLY;
function exists(fsPath) {
	return __awaiter$5(this, void 0, void 0, function* () {
		try {
			yield stat$1(fsPath);
		} catch (err) {
			if (err.code === "ENOENT") return false;
			throw err;
		}
		return true;
	});
}
/**
* On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
* \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
*/
function isRooted(p) {
	p = normalizeSeparators(p);
	if (!p) throw new Error("isRooted() parameter \"p\" cannot be empty");
	if (IS_WINDOWS$1) return p.startsWith("\\") || /^[A-Z]:/i.test(p);
	return p.startsWith("/");
}
/**
* Best effort attempt to determine whether a file exists and is executable.
* @param filePath    file path to check
* @param extensions  additional file extensions to try
* @return if file exists and is executable, returns the file path. otherwise empty string.
*/
function tryGetExecutablePath(filePath, extensions) {
	return __awaiter$5(this, void 0, void 0, function* () {
		let stats = void 0;
		try {
			stats = yield stat$1(filePath);
		} catch (err) {
			if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
		}
		if (stats && stats.isFile()) {
			if (IS_WINDOWS$1) {
				const upperExt = path.extname(filePath).toUpperCase();
				if (extensions.some((validExt) => validExt.toUpperCase() === upperExt)) return filePath;
			} else if (isUnixExecutable(stats)) return filePath;
		}
		const originalFilePath = filePath;
		for (const extension of extensions) {
			filePath = originalFilePath + extension;
			stats = void 0;
			try {
				stats = yield stat$1(filePath);
			} catch (err) {
				if (err.code !== "ENOENT") console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
			}
			if (stats && stats.isFile()) {
				if (IS_WINDOWS$1) {
					try {
						const directory = path.dirname(filePath);
						const upperName = path.basename(filePath).toUpperCase();
						for (const actualName of yield readdir$1(directory)) if (upperName === actualName.toUpperCase()) {
							filePath = path.join(directory, actualName);
							break;
						}
					} catch (err) {
						console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
					}
					return filePath;
				} else if (isUnixExecutable(stats)) return filePath;
			}
		}
		return "";
	});
}
function normalizeSeparators(p) {
	p = p || "";
	if (IS_WINDOWS$1) {
		p = p.replace(/\//g, "\\");
		return p.replace(/\\\\+/g, "\\");
	}
	return p.replace(/\/\/+/g, "/");
}
function isUnixExecutable(stats) {
	return (stats.mode & 1) > 0 || (stats.mode & 8) > 0 && process.getgid !== void 0 && stats.gid === process.getgid() || (stats.mode & 64) > 0 && process.getuid !== void 0 && stats.uid === process.getuid();
}

// node_modules/@actions/io/lib/io.js
var __awaiter$4 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Remove a path recursively with force
*
* @param inputPath path to remove
*/
function rmRF(inputPath) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (IS_WINDOWS$1) {
			if (/[*"<>|]/.test(inputPath)) throw new Error("File path must not contain `*`, `\"`, `<`, `>` or `|` on Windows");
		}
		try {
			yield rm$1(inputPath, {
				force: true,
				maxRetries: 3,
				recursive: true,
				retryDelay: 300
			});
		} catch (err) {
			throw new Error(`File was unable to be removed ${err}`);
		}
	});
}
/**
* Make a directory.  Creates the full path with folders in between
* Will throw if it fails
*
* @param   fsPath        path to create
* @returns Promise<void>
*/
function mkdirP(fsPath) {
	return __awaiter$4(this, void 0, void 0, function* () {
		ok(fsPath, "a path argument must be provided");
		yield mkdir$1(fsPath, { recursive: true });
	});
}
/**
* Returns path of a tool had the tool actually been invoked.  Resolves via paths.
* If you check and the tool does not exist, it will throw.
*
* @param     tool              name of the tool
* @param     check             whether to check if tool exists
* @returns   Promise<string>   path to tool
*/
function which(tool, check) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		if (check) {
			const result = yield which(tool, false);
			if (!result) {
				if (IS_WINDOWS$1) throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
				else throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
			}
			return result;
		}
		const matches = yield findInPath(tool);
		if (matches && matches.length > 0) return matches[0];
		return "";
	});
}
/**
* Returns a list of all occurrences of the given tool on the system path.
*
* @returns   Promise<string[]>  the paths of the tool
*/
function findInPath(tool) {
	return __awaiter$4(this, void 0, void 0, function* () {
		if (!tool) throw new Error("parameter 'tool' is required");
		const extensions = [];
		if (IS_WINDOWS$1 && process.env["PATHEXT"]) {
			for (const extension of process.env["PATHEXT"].split(path.delimiter)) if (extension) extensions.push(extension);
		}
		if (isRooted(tool)) {
			const filePath = yield tryGetExecutablePath(tool, extensions);
			if (filePath) return [filePath];
			return [];
		}
		if (tool.includes(path.sep)) return [];
		const directories = [];
		if (process.env.PATH) {
			for (const p of process.env.PATH.split(path.delimiter)) if (p) directories.push(p);
		}
		const matches = [];
		for (const directory of directories) {
			const filePath = yield tryGetExecutablePath(path.join(directory, tool), extensions);
			if (filePath) matches.push(filePath);
		}
		return matches;
	});
}

// node_modules/@actions/exec/lib/toolrunner.js
var __awaiter$3 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const IS_WINDOWS = process.platform === "win32";
var ToolRunner = class extends events.EventEmitter {
	constructor(toolPath, args, options) {
		super();
		if (!toolPath) throw new Error("Parameter 'toolPath' cannot be null or empty.");
		this.toolPath = toolPath;
		this.args = args || [];
		this.options = options || {};
	}
	_debug(message) {
		if (this.options.listeners && this.options.listeners.debug) this.options.listeners.debug(message);
	}
	_getCommandString(options, noPrefix) {
		const toolPath = this._getSpawnFileName();
		const args = this._getSpawnArgs(options);
		let cmd = noPrefix ? "" : "[command]";
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				cmd += toolPath;
				for (const a of args) cmd += ` ${a}`;
			} else if (options.windowsVerbatimArguments) {
				cmd += `"${toolPath}"`;
				for (const a of args) cmd += ` ${a}`;
			} else {
				cmd += this._windowsQuoteCmdArg(toolPath);
				for (const a of args) cmd += ` ${this._windowsQuoteCmdArg(a)}`;
			}
		} else {
			cmd += toolPath;
			for (const a of args) cmd += ` ${a}`;
		}
		return cmd;
	}
	_processLineBuffer(data, strBuffer, onLine) {
		try {
			let s = strBuffer + data.toString();
			let n = s.indexOf(os$2.EOL);
			while (n > -1) {
				onLine(s.substring(0, n));
				s = s.substring(n + os$2.EOL.length);
				n = s.indexOf(os$2.EOL);
			}
			return s;
		} catch (err) {
			this._debug(`error processing line. Failed with error ${err}`);
			return "";
		}
	}
	_getSpawnFileName() {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) return process.env["COMSPEC"] || "cmd.exe";
		}
		return this.toolPath;
	}
	_getSpawnArgs(options) {
		if (IS_WINDOWS) {
			if (this._isCmdFile()) {
				let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
				for (const a of this.args) {
					argline += " ";
					argline += options.windowsVerbatimArguments ? a : this._windowsQuoteCmdArg(a);
				}
				argline += "\"";
				return [argline];
			}
		}
		return this.args;
	}
	_endsWith(str, end) {
		return str.endsWith(end);
	}
	_isCmdFile() {
		const upperToolPath = this.toolPath.toUpperCase();
		return this._endsWith(upperToolPath, ".CMD") || this._endsWith(upperToolPath, ".BAT");
	}
	_windowsQuoteCmdArg(arg) {
		if (!this._isCmdFile()) return this._uvQuoteCmdArg(arg);
		if (!arg) return "\"\"";
		const cmdSpecialChars = [
			" ",
			"	",
			"&",
			"(",
			")",
			"[",
			"]",
			"{",
			"}",
			"^",
			"=",
			";",
			"!",
			"'",
			"+",
			",",
			"`",
			"~",
			"|",
			"<",
			">",
			"\""
		];
		let needsQuotes = false;
		for (const char of arg) if (cmdSpecialChars.some((x) => x === char)) {
			needsQuotes = true;
			break;
		}
		if (!needsQuotes) return arg;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\"";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_uvQuoteCmdArg(arg) {
		if (!arg) return "\"\"";
		if (!arg.includes(" ") && !arg.includes("	") && !arg.includes("\"")) return arg;
		if (!arg.includes("\"") && !arg.includes("\\")) return `"${arg}"`;
		let reverse = "\"";
		let quoteHit = true;
		for (let i = arg.length; i > 0; i--) {
			reverse += arg[i - 1];
			if (quoteHit && arg[i - 1] === "\\") reverse += "\\";
			else if (arg[i - 1] === "\"") {
				quoteHit = true;
				reverse += "\\";
			} else quoteHit = false;
		}
		reverse += "\"";
		return reverse.split("").reverse().join("");
	}
	_cloneExecOptions(options) {
		options = options || {};
		const result = {
			cwd: options.cwd || process.cwd(),
			env: options.env || process.env,
			silent: options.silent || false,
			windowsVerbatimArguments: options.windowsVerbatimArguments || false,
			failOnStdErr: options.failOnStdErr || false,
			ignoreReturnCode: options.ignoreReturnCode || false,
			delay: options.delay || 1e4
		};
		result.outStream = options.outStream || process.stdout;
		result.errStream = options.errStream || process.stderr;
		return result;
	}
	_getSpawnOptions(options, toolPath) {
		options = options || {};
		const result = {};
		result.cwd = options.cwd;
		result.env = options.env;
		result["windowsVerbatimArguments"] = options.windowsVerbatimArguments || this._isCmdFile();
		if (options.windowsVerbatimArguments) result.argv0 = `"${toolPath}"`;
		return result;
	}
	/**
	* Exec a tool.
	* Output will be streamed to the live console.
	* Returns promise with return code
	*
	* @param     tool     path to tool to exec
	* @param     options  optional exec options.  See ExecOptions
	* @returns   number
	*/
	exec() {
		return __awaiter$3(this, void 0, void 0, function* () {
			if (!isRooted(this.toolPath) && (this.toolPath.includes("/") || IS_WINDOWS && this.toolPath.includes("\\"))) this.toolPath = path.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
			this.toolPath = yield which(this.toolPath, true);
			return new Promise((resolve, reject) => __awaiter$3(this, void 0, void 0, function* () {
				this._debug(`exec tool: ${this.toolPath}`);
				this._debug("arguments:");
				for (const arg of this.args) this._debug(`   ${arg}`);
				const optionsNonNull = this._cloneExecOptions(this.options);
				if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + os$2.EOL);
				const state = new ExecState(optionsNonNull, this.toolPath);
				state.on("debug", (message) => {
					this._debug(message);
				});
				if (this.options.cwd && !(yield exists(this.options.cwd))) return reject(/* @__PURE__ */ new Error(`The cwd: ${this.options.cwd} does not exist!`));
				const fileName = this._getSpawnFileName();
				const cp = child.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
				let stdbuffer = "";
				if (cp.stdout) cp.stdout.on("data", (data) => {
					if (this.options.listeners && this.options.listeners.stdout) this.options.listeners.stdout(data);
					if (!optionsNonNull.silent && optionsNonNull.outStream) optionsNonNull.outStream.write(data);
					stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.stdline) this.options.listeners.stdline(line);
					});
				});
				let errbuffer = "";
				if (cp.stderr) cp.stderr.on("data", (data) => {
					state.processStderr = true;
					if (this.options.listeners && this.options.listeners.stderr) this.options.listeners.stderr(data);
					if (!optionsNonNull.silent && optionsNonNull.errStream && optionsNonNull.outStream) (optionsNonNull.failOnStdErr ? optionsNonNull.errStream : optionsNonNull.outStream).write(data);
					errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
						if (this.options.listeners && this.options.listeners.errline) this.options.listeners.errline(line);
					});
				});
				cp.on("error", (err) => {
					state.processError = err.message;
					state.processExited = true;
					state.processClosed = true;
					state.CheckComplete();
				});
				cp.on("exit", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				cp.on("close", (code) => {
					state.processExitCode = code;
					state.processExited = true;
					state.processClosed = true;
					this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
					state.CheckComplete();
				});
				state.on("done", (error, exitCode) => {
					if (stdbuffer.length > 0) this.emit("stdline", stdbuffer);
					if (errbuffer.length > 0) this.emit("errline", errbuffer);
					cp.removeAllListeners();
					if (error) reject(error);
					else resolve(exitCode);
				});
				if (this.options.input) {
					if (!cp.stdin) throw new Error("child process missing stdin");
					cp.stdin.end(this.options.input);
				}
			}));
		});
	}
};
/**
* Convert an arg string to an array of args. Handles escaping
*
* @param    argString   string of arguments
* @returns  string[]    array of arguments
*/
function argStringToArray(argString) {
	const args = [];
	let inQuotes = false;
	let escaped = false;
	let arg = "";
	function append(c) {
		if (escaped && c !== "\"") arg += "\\";
		arg += c;
		escaped = false;
	}
	for (let i = 0; i < argString.length; i++) {
		const c = argString.charAt(i);
		if (c === "\"") {
			if (!escaped) inQuotes = !inQuotes;
			else append(c);
			continue;
		}
		if (c === "\\" && escaped) {
			append(c);
			continue;
		}
		if (c === "\\" && inQuotes) {
			escaped = true;
			continue;
		}
		if (c === " " && !inQuotes) {
			if (arg.length > 0) {
				args.push(arg);
				arg = "";
			}
			continue;
		}
		append(c);
	}
	if (arg.length > 0) args.push(arg.trim());
	return args;
}
var ExecState = class ExecState extends events.EventEmitter {
	constructor(options, toolPath) {
		super();
		this.processClosed = false;
		this.processError = "";
		this.processExitCode = 0;
		this.processExited = false;
		this.processStderr = false;
		this.delay = 1e4;
		this.done = false;
		this.timeout = null;
		if (!toolPath) throw new Error("toolPath must not be empty");
		this.options = options;
		this.toolPath = toolPath;
		if (options.delay) this.delay = options.delay;
	}
	CheckComplete() {
		if (this.done) return;
		if (this.processClosed) this._setResult();
		else if (this.processExited) this.timeout = setTimeout$1(ExecState.HandleTimeout, this.delay, this);
	}
	_debug(message) {
		this.emit("debug", message);
	}
	_setResult() {
		let error;
		if (this.processExited) {
			if (this.processError) error = /* @__PURE__ */ new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
			else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
			else if (this.processStderr && this.options.failOnStdErr) error = /* @__PURE__ */ new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
		}
		if (this.timeout) {
			clearTimeout(this.timeout);
			this.timeout = null;
		}
		this.done = true;
		this.emit("done", error, this.processExitCode);
	}
	static HandleTimeout(state) {
		if (state.done) return;
		if (!state.processClosed && state.processExited) {
			const message = `The STDIO streams did not close within ${state.delay / 1e3} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
			state._debug(message);
		}
		state._setResult();
	}
};

// node_modules/@actions/exec/lib/exec.js
var __awaiter$2 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* Exec a command.
* Output will be streamed to the live console.
* Returns promise with return code
*
* @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
* @param     args               optional arguments for tool. Escaping is handled by the lib.
* @param     options            optional exec options.  See ExecOptions
* @returns   Promise<number>    exit code
*/
function exec(commandLine, args, options) {
	return __awaiter$2(this, void 0, void 0, function* () {
		const commandArgs = argStringToArray(commandLine);
		if (commandArgs.length === 0) throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
		const toolPath = commandArgs[0];
		args = commandArgs.slice(1).concat(args || []);
		return new ToolRunner(toolPath, args, options).exec();
	});
}

// node_modules/@actions/core/lib/platform.js
var __awaiter$1 = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
const platform = os.platform();
const arch = os.arch();

// node_modules/@actions/core/lib/core.js
var __awaiter = void 0 && (void 0).__awaiter || function(thisArg, _arguments, P, generator) {
	function adopt(value) {
		return value instanceof P ? value : new P(function(resolve) {
			resolve(value);
		});
	}
	return new (P || (P = Promise))(function(resolve, reject) {
		function fulfilled(value) {
			try {
				step(generator.next(value));
			} catch (e) {
				reject(e);
			}
		}
		function rejected(value) {
			try {
				step(generator["throw"](value));
			} catch (e) {
				reject(e);
			}
		}
		function step(result) {
			result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected);
		}
		step((generator = generator.apply(thisArg, _arguments || [])).next());
	});
};
/**
* The code to exit an action
*/
var ExitCode;
(function(ExitCode) {
	/**
	* A code indicating that the action was successful
	*/
	ExitCode[ExitCode["Success"] = 0] = "Success";
	/**
	* A code indicating that the action was a failure
	*/
	ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
/**
* Registers a secret which will get masked from logs
*
* @param secret - Value of the secret to be masked
* @remarks
* This function instructs the Actions runner to mask the specified value in any
* logs produced during the workflow run. Once registered, the secret value will
* be replaced with asterisks (***) whenever it appears in console output, logs,
* or error messages.
*
* This is useful for protecting sensitive information such as:
* - API keys
* - Access tokens
* - Authentication credentials
* - URL parameters containing signatures (SAS tokens)
*
* Note that masking only affects future logs; any previous appearances of the
* secret in logs before calling this function will remain unmasked.
*
* @example
* ```typescript
* // Register an API token as a secret
* const apiToken = "abc123xyz456";
* setSecret(apiToken);
*
* // Now any logs containing this value will show *** instead
* console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
* ```
*/
function setSecret(secret) {
	issueCommand("add-mask", {}, secret);
}
/**
* Gets the value of an input.
* Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
* Returns an empty string if the value is not defined.
*
* @param     name     name of the input to get
* @param     options  optional. See InputOptions.
* @returns   string
*/
function getInput(name, options) {
	const val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
	if (options && options.required && !val) throw new Error(`Input required and not supplied: ${name}`);
	if (options && options.trimWhitespace === false) return val;
	return val.trim();
}
/**
* Sets the value of an output.
*
* @param     name     name of the output to set
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function setOutput(name, value) {
	if (process.env["GITHUB_OUTPUT"] || "") return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
	process.stdout.write(os$2.EOL);
	issueCommand("set-output", { name }, toCommandValue(value));
}
/**
* Sets the action status to failed.
* When the action exits it will be with an exit code of 1
* @param message add error issue message
*/
function setFailed(message) {
	process.exitCode = ExitCode.Failure;
	error(message);
}
/**
* Gets whether Actions Step Debug is on or not
*/
function isDebug() {
	return process.env["RUNNER_DEBUG"] === "1";
}
/**
* Writes debug message to user log
* @param message debug message
*/
function debug(message) {
	issueCommand("debug", {}, message);
}
/**
* Adds an error issue
* @param message error issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function error(message, properties = {}) {
	issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Adds a warning issue
* @param message warning issue message. Errors will be converted to string via toString()
* @param properties optional properties to add to the annotation.
*/
function warning(message, properties = {}) {
	issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
* Writes info to log with console.log.
* @param message info message
*/
function info(message) {
	process.stdout.write(message + os$2.EOL);
}
/**
* Begin an output group.
*
* Output until the next `groupEnd` will be foldable in this group
*
* @param name The name of the output group
*/
function startGroup(name) {
	issue("group", name);
}
/**
* End an output group.
*/
function endGroup() {
	issue("endgroup");
}
/**
* Saves state for current action, the state can only be retrieved by this action's post job execution.
*
* @param     name     name of the state to store
* @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
*/
function saveState(name, value) {
	if (process.env["GITHUB_STATE"] || "") return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
	issueCommand("save-state", { name }, toCommandValue(value));
}
/**
* Gets the value of an state set by this action's main execution.
*
* @param     name     name of the state to get
* @returns   string
*/
function getState(name) {
	return process.env[`STATE_${name}`] || "";
}

// src/host/actions.ts
const HANDOFF = "handoff";
/** The runner of GitHub Actions. */
function actionsHost() {
	const info$1 = /* @__PURE__ */ __name((line) => info(safeLogLine(line)), "info");
	return {
		info: info$1,
		warning: (message) => warning(message, { title: "Bengal Cache" }),
		group(title, lines) {
			startGroup(safeLogLine(title));
			for (const line of lines) info$1(line);
			endGroup();
		},
		setOutput: (name, value) => setOutput(name, value),
		async writeSummary(markdown) {
			await summary.addRaw(markdown, true).write();
		},
		saveHandoff: (value) => saveState(HANDOFF, value),
		loadHandoff: () => getState(HANDOFF) || void 0
	};
}
/**
* The runner executes lines that start with `::` and, anywhere in a line, the old form `##[`; `core.info` escapes
* neither. File names are hostile text, so both are broken up, and a line stays one line.
*/
function safeLogLine(line) {
	return line.replace(/[\p{Cc}--[\t]]+|[\u2028\u2029]+/gv, " ").replaceAll("##[", "##​[").replace(/^(\s*):(?=:)/, "$1:​");
}
/** An input of the step as the workflow gave it; empty when it did not. */
function readInput(name) {
	return getInput(name);
}
/** Fails the step, with the message as its error annotation. */
function failStep(message) {
	setFailed(message);
}

// src/inputs/inputs.ts
const GATE_SETTINGS = [
	"auto",
	"strict",
	"preview",
	"always-full"
];

// src/inputs/spec.ts
/** Inputs that say which site it is and how it is built: every command needs them. */
const SITE_INPUTS = {
	site: {
		description: "Folder of the Bengal site, relative to the workspace.",
		default: "."
	},
	"output-dir": {
		description: "Output directory, relative to the site. Empty: what the configuration says, or public.",
		default: ""
	},
	environment: {
		description: "Environment that Bengal builds for (its --environment). Empty: by Bengal's own rules, which say production on GitHub.",
		default: ""
	},
	profile: {
		description: "Profile that Bengal builds with (its --profile).",
		default: ""
	},
	config: {
		description: "Configuration file given to Bengal by --config, relative to the site.",
		default: ""
	},
	"config-hash": {
		description: "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: judged by our own fingerprint.",
		default: ""
	},
	"bengal-version": {
		description: "Version of the Bengal that this job runs, such as 0.5.1. Needed to skip a build.",
		default: ""
	},
	"python-version": {
		description: "Version of the Python that runs Bengal, such as 3.14. Needed to skip a build.",
		default: ""
	},
	gate: {
		description: "How careful to be: auto (strict where the result is published, preview on pull requests), strict, preview or always-full.",
		default: "auto"
	}
};
/** Inputs of the action alone. */
const CACHE_INPUTS = {
	repair: {
		description: "Whether to prepare the restored state so that an incremental build rebuilds every affected page, and to remove outputs of deleted pages: true or false. Without it, changes lead to a full build.",
		default: "true"
	},
	"key-prefix": {
		description: "First part of the cache key. Change it to start anew.",
		default: "bengal-cache"
	},
	save: {
		description: "Whether to save the cache after a successful job: true or false.",
		default: "true"
	},
	"report-path": {
		description: "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.",
		default: ""
	}
};
const INPUTS = {
	...SITE_INPUTS,
	...CACHE_INPUTS
};

// src/inputs/parse.ts
/** Parses what every command needs. Reports every problem, each naming the input, its value and what is allowed. */
function parseSiteInputs(raw, context) {
	const parser = inputParser(raw);
	const site = resolve(context.workspace, parser.text("site") ?? ".");
	parser.problems.push(...siteProblems(site, parser.text("site") ?? ".", context));
	const value = {
		site,
		outputDir: parser.path("output-dir"),
		environment: parser.matching("environment", /^[A-Za-z0-9_-]+$/, "a name of letters, digits, - and _"),
		profile: parser.matching("profile", /^[A-Za-z0-9_-]+$/, "a name of letters, digits, - and _"),
		configFile: parser.path("config"),
		configHash: parser.matching("config-hash", /^[0-9a-f]{16}$/, "16 lower-case hexadecimal digits, as Bengal prints them"),
		bengalVersion: parser.matching("bengal-version", /^\d+\.\d+[A-Za-z0-9.+-]*$/, "a version such as 0.5.1"),
		pythonVersion: parser.matching("python-version", /^\d+\.\d+(?:\.\d+)?t?$/, "a version such as 3.14")?.match(/^\d+\.\d+/)?.[0],
		gate: parser.oneOf("gate", GATE_SETTINGS)
	};
	return parser.problems.length === 0 ? ok$1(value) : failed(...parser.problems);
}
/** Parses all inputs of the action. */
function parseInputs(raw, context) {
	const site = parseSiteInputs(raw, context);
	const parser = inputParser(raw);
	const own = {
		keyPrefix: parser.matching("key-prefix", /^[^,\s]{1,100}$/, "up to 100 characters without comma and blank") ?? CACHE_INPUTS["key-prefix"].default,
		save: parser.oneOf("save", ["true", "false"]) === "true",
		repair: parser.oneOf("repair", ["true", "false"]) === "true",
		reportPath: reportPath(parser, context)
	};
	if (site.ok && parser.problems.length === 0) return ok$1({
		...site.value,
		...own
	});
	return failed(...site.ok ? [] : site.problems, ...parser.problems);
}
function siteProblems(site, given, context) {
	if (!isInside(context.workspace, site)) return [expected("site", "a folder inside the workspace", given)];
	switch (context.folder(site)) {
		case "missing": return [expected("site", "a folder that exists", given)];
		case "not-a-folder": return [expected("site", "a folder", given)];
		case "no-site": return [expected("site", "a Bengal site (with bengal.toml, config/ or content/)", given)];
		case "site": return [];
	}
}
function reportPath(parser, context) {
	const given = parser.text("report-path");
	if (given === void 0) return void 0;
	const path = resolve(context.workspace, given);
	if (!isInside(context.workspace, path)) parser.problems.push(expected("report-path", "a file inside the workspace", given));
	return path;
}
function isInside(folder, path) {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
function expected(input, what, got) {
	return `Input \`${input}\`: expected ${what}, got ${JSON.stringify(got)}`;
}
function inputParser(raw) {
	const defaults = {
		...SITE_INPUTS,
		...CACHE_INPUTS
	};
	const problems = [];
	const text = (name) => (raw[name]?.trim() ?? "") || defaults[name].default || void 0;
	return {
		problems,
		text,
		matching(name, pattern, what) {
			const value = text(name);
			if (value === void 0 || pattern.test(value)) return value;
			problems.push(expected(name, what, value));
		},
		oneOf(name, values) {
			const value = text(name);
			const found = values.find((allowed) => allowed === value);
			if (found === void 0) problems.push(expected(name, values.join(", ").replace(/, (?!.*, )/, " or "), value ?? ""));
			return found ?? values[0];
		},
		path(name) {
			const value = text(name);
			const path = value === void 0 ? void 0 : sitePath(value);
			if (value !== void 0 && path === void 0) problems.push(expected(name, "a relative path inside the site", value));
			return path;
		}
	};
}

// src/entry/end-process.ts
/**
* Ends the process with the exit code that is set. The cache client leaves timers and sockets behind after a failed
* download, which would keep the step alive for up to ten minutes.
*/
function endProcess() {
	setTimeout(() => process.exit(), process.platform === "win32" ? 100 : 0);
}

// src/store/deadline.ts
/** Waits for `work`, at most `milliseconds`. Rejects when the work rejects in time; later rejections are swallowed. */
async function withDeadline(work, milliseconds) {
	let timer;
	const late = new Promise((resolve) => {
		timer = setTimeout(() => resolve({ kind: "late" }), milliseconds);
	});
	try {
		return await Promise.race([work.then((value) => ({
			kind: "settled",
			value
		})), late]);
	} finally {
		clearTimeout(timer);
	}
}

// src/store/github-client-log.ts
/**
* Runs a call of `@actions/cache` and collects what it logs.
*
* The client turns every failure into "nothing found" or -1 and tells the difference in its log alone, which it writes
* through `process.stdout.write`. So this is the one place that replaces that method, while a call is pending:
*  - an async context marks writes that stem from the call: what other code prints meanwhile passes untouched, and
*    what an abandoned call prints after its deadline is still recognised as the client's;
*  - its warnings become debug lines, since our own outcome carries the reason and one annotation is enough;
*  - `::add-mask::` always passes: it keeps signed addresses out of logs.
*/
function startLoggedCall(call, forward) {
	const release = interceptStandardOutput();
	const capture = {
		troubles: [],
		notes: [],
		forward: forward ?? writeThrough
	};
	return {
		result: captures.run(capture, async () => await call()).finally(release),
		log: capture
	};
}
const captures = new AsyncLocalStorage();
let pending = 0;
let original;
function interceptStandardOutput() {
	pending += 1;
	if (original === void 0) {
		original = writeOf(process.stdout);
		process.stdout.write = replacement;
	}
	return () => {
		pending -= 1;
		if (pending > 0 || original === void 0 || process.stdout.write !== replacement) return;
		process.stdout.write = original;
		original = void 0;
	};
}
/** The method as it is, not bound: it must go back unchanged. */
function writeOf(stream) {
	return Reflect.get(stream, "write");
}
const replacement = ((...parameters) => {
	const capture = captures.getStore();
	if (capture === void 0) return original === void 0 ? true : original.apply(process.stdout, parameters);
	const [chunk, ...rest] = parameters;
	record$1(chunk, capture);
	for (const callback of rest) if (typeof callback === "function") process.nextTick(callback);
	return true;
});
function writeThrough(line) {
	original?.call(process.stdout, `${line}\n`);
}
/** One workflow command and nothing after it; `@actions/core` escapes line ends inside. */
const COMMAND = /^::([a-z-]+)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/;
function record$1(chunk, capture) {
	const command = typeof chunk === "string" ? COMMAND.exec(chunk) : null;
	if (command === null) {
		const text = (typeof chunk === "string" ? chunk : Buffer.from(chunk).toString("utf8")).trim();
		if (text === "") return;
		capture.notes.push(text);
		capture.forward(`::debug::${escapeMessage(text)}`);
		return;
	}
	const [, name = "", message = ""] = command;
	if (name === "add-mask") {
		capture.forward(`::add-mask::${message}`);
		return;
	}
	if (name === "warning" || name === "error") capture.troubles.push(unescapeMessage(message));
	else capture.notes.push(unescapeMessage(message));
	capture.forward(`::debug::${message}`);
}
__name(record$1, "record");
function escapeMessage(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function unescapeMessage(text) {
	return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

// src/store/github-transfer.ts
/**
* The one path that is ever cached, relative to the workspace. Its spelling enters the version of the cache entry, so
* it must be the same on every machine; and it is a plain name, since the client takes paths for glob patterns and
* would store anything outside the workspace as `../..`. Only the single file that we carry lies inside, briefly.
*/
const TRANSFER_FOLDER = ".bengal-cache-transfer";
const TRANSFER_FILE = "entry";
/** Makes the transfer folder anew and empty. Throws when something that is no folder is in its place. */
async function prepareTransfer(workspace) {
	const folder = join(workspace, TRANSFER_FOLDER);
	const present = await lstat(folder).catch(() => void 0);
	if (present !== void 0 && !present.isDirectory()) throw new Error(`${TRANSFER_FOLDER} in the workspace is not a folder`);
	await rm(folder, {
		recursive: true,
		force: true
	});
	await mkdir(folder);
}
async function removeTransfer(workspace) {
	await rm(join(workspace, TRANSFER_FOLDER), {
		recursive: true,
		force: true
	});
}
/** Puts a file into the transfer folder; yields its size in bytes. */
async function loadTransfer(workspace, file) {
	const facts = await lstat(file);
	if (!facts.isFile()) throw new Error(`${file} is not a regular file`);
	const place = join(workspace, TRANSFER_FOLDER, TRANSFER_FILE);
	await link(file, place).catch(() => copyFile(file, place));
	return facts.size;
}
/** Moves the restored file to `file`; yields what is wrong with it. The archive of the client may hold anything. */
async function unloadTransfer(workspace, file) {
	const folder = join(workspace, TRANSFER_FOLDER);
	const place = join(folder, TRANSFER_FILE);
	const [folderFacts, fileFacts] = await Promise.all([lstat(folder), lstat(place)].map((facts) => facts.catch(() => void 0)));
	if (folderFacts?.isDirectory() !== true || fileFacts?.isFile() !== true) return "the entry does not hold the one file it should";
	const partial = `${file}.${randomUUID()}.part`;
	try {
		await rename(place, file).catch(async (error) => {
			if (error.code !== "EXDEV") throw error;
			await copyFile(place, partial);
			await rename(partial, file);
		});
		return;
	} finally {
		await rm(partial, { force: true });
	}
}
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/**
* Removes the folders `<temp>/<uuid>` that a call of the client made and left, with their `manifest.txt` or a broken
* download. Only folders that its own log names are touched: others there may belong to other steps.
*/
async function removeLeftovers(temp, log) {
	for (const note of log.notes) {
		const archive = /^Archive path: (.+)$/i.exec(note)?.[1];
		if (archive === void 0) continue;
		const folder = resolve(dirname(archive));
		if (dirname(folder) !== resolve(temp) || !UUID.test(basename(folder))) continue;
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/store/github-verdict.ts
/** Longest reason taken from the client, in UTF-16 units. */
const LONGEST_REASON = 400;
/**
* What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
* version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
*/
function judgeRestore(end, log) {
	if (end.kind === "threw") return {
		kind: "failed",
		why: describeError(end.error)
	};
	if (end.value !== void 0) return {
		kind: "found",
		key: end.value
	};
	const refusal = log.notes.find((note) => note.includes("does not permit reads"));
	if (refusal !== void 0) return {
		kind: "failed",
		why: clean(refusal)
	};
	if (log.troubles.length === 0) return { kind: "miss" };
	const found = log.notes.some((note) => note.startsWith("Cache hit for"));
	const why = joinReasons(log);
	return {
		kind: "failed",
		why: found ? `an entry was found but could not be fetched: ${why}` : why
	};
}
/**
* What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
* cause stands in a debug line only. With the v1 service a failed upload even yields the positive id, after a warning.
*/
function judgeSave(end, log) {
	const denial = [
		...end.kind === "threw" ? [describeError(end.error)] : [],
		...log.troubles,
		...log.notes
	].map((line) => /cache write denied:.*/s.exec(line)?.[0]).find((text) => text !== void 0);
	if (denial !== void 0) return {
		kind: "denied",
		why: clean(denial)
	};
	if (end.kind === "threw") return {
		kind: "failed",
		why: describeError(end.error)
	};
	if (end.value !== -1 && log.troubles.length === 0) return { kind: "stored" };
	const cause = log.notes.map((note) => /^Failed to reserve cache: (.*)$/s.exec(note)?.[1]).find((text) => text !== void 0);
	if (cause !== void 0) return /\(409\)|already exists/i.test(cause) ? { kind: "conflict" } : {
		kind: "failed",
		why: clean(cause)
	};
	return log.troubles.length > 0 ? {
		kind: "failed",
		why: joinReasons(log)
	} : { kind: "unclear" };
}
/** What to add to the news that a call was abandoned: the last failed attempt, when there was one. */
function describeProgress(log) {
	const last = [...log.notes, ...log.troubles].findLast((line) => /failed|error|unable/i.test(line));
	return last === void 0 ? "" : `; the client last said: ${clean(last)}`;
}
function describeError(error) {
	return clean(error instanceof Error ? error.message : String(error));
}
function joinReasons({ troubles, notes }) {
	const complaint = troubles.some((trouble) => trouble.includes("exit code")) ? notes.find((note) => /^\S*(?:tar|zstd|gzip)\S*: /.test(note)) : void 0;
	const messages = complaint === void 0 ? troubles : [...troubles, complaint];
	return [...new Set(messages.map(clean))].join("; ");
}
/** The first line of a message without the client's preambles and without secrets. */
function clean(message) {
	const [first = ""] = message.trim().split(/\r?\n/, 1);
	const text = first.replace(/^(?:Error: |Failed to (?:restore|save): ?|uploadCacheArchiveSDK: internal error uploading cache archive: )+/, "").replaceAll(/([?&]sig=)[^&\s"']+/g, "$1***").trim();
	if (text === "") return "the cache client gave no reason";
	return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}

// src/store/github-calls.ts
const SILENCE = {
	troubles: [],
	notes: []
};
/** The calls of the client that one restore or save makes, each with its log and its meaning. */
var ClientCalls = class {
	#options;
	#log = SILENCE;
	constructor(options) {
		this.#options = options;
	}
	/** What the latest call has logged so far. */
	get log() {
		return this.#log;
	}
	async restore(client, { key, restoreKeys, lookupOnly }) {
		const options = {
			lookupOnly,
			segmentTimeoutInMs: this.#options.timeoutMs
		};
		const end = await this.#call(() => client.restoreCache([TRANSFER_FOLDER], key, [...restoreKeys], options));
		return judgeRestore(end, this.#log);
	}
	async save(client, key) {
		const end = await this.#call(() => client.saveCache([TRANSFER_FOLDER], key));
		const verdict = judgeSave(end, this.#log);
		if (verdict.kind !== "unclear") return verdict;
		const found = await this.restore(client, {
			key,
			restoreKeys: [],
			lookupOnly: true
		});
		if (found.kind === "found" && found.key === key) return { kind: "conflict" };
		return {
			kind: "failed",
			why: "the cache client stored nothing and gave no reason"
		};
	}
	async #call(call) {
		const { result, log } = startLoggedCall(call, this.#options.forward);
		this.#log = log;
		try {
			return {
				kind: "returned",
				value: await result
			};
		} catch (error) {
			return {
				kind: "threw",
				error
			};
		} finally {
			await removeLeftovers(this.#options.temp, log);
		}
	}
};

// src/store/keys.ts
/** Limits of GitHub's cache, which every store keeps, so that a key that works with one works with all. */
const LONGEST_KEY = 512;
const MOST_KEYS = 10;
/** Throws a `RangeError` unless the keys are well formed: `inputs/` has checked them, so anything else is a bug. */
function assertKeys({ key, restoreKeys }) {
	const keys = [key, ...restoreKeys];
	if (keys.length > 10) throw new RangeError(`Expected at most ${String(10)} cache keys, got ${String(keys.length)}`);
	for (const each of keys) assertKey(each);
}
function assertKey(key) {
	const shown = JSON.stringify(key.slice(0, 100));
	if (key === "") throw new RangeError("Expected a cache key, got an empty string");
	if (key.length > 512) throw new RangeError(`Expected a cache key of at most ${String(512)} characters, got ${String(key.length)}: ${shown}`);
	if (key.includes(",")) throw new RangeError(`Expected a cache key without commas, got ${shown}`);
}

// src/store/github.ts
/**
* Ten minutes: about 6 GB at the 10 MB/s of a slow day, and far more than the half minute of retries after which the
* client gives up on a service that is down.
*/
const DEFAULT_TIMEOUT_MS$1 = 6e5;
/** Loaded on first use only: it takes a quarter of a second, and most runs of the command line never need it. */
const loadActionsCache = async () => await import("./actions-cache.js");
/**
* A store on GitHub's cache service. `@actions/cache` hides every failure; this says what happened.
*
* The client reads its addresses and token from the environment. It unpacks entries with `tar -P` inside the
* workspace, which cannot be prevented from outside: whoever may write to this repository's cache is trusted that far,
* as with any action that uses it. What the one carried file holds is checked by `archive/`.
*/
function githubStore(options) {
	const session = new GithubSession(options);
	const mode = (options.cacheMode ?? "").trim().toLowerCase();
	return {
		name: "github",
		async restore(request) {
			assertKeys(request);
			if (mode !== "none" && mode !== "write-only") return await session.restore(request);
			return {
				kind: "unavailable",
				why: `this job may not read caches (cache-mode: ${mode})`
			};
		},
		async save(request) {
			assertKey(request.key);
			if (mode !== "none" && mode !== "read") return await session.save(request);
			return {
				kind: "denied",
				why: `this job may not write caches (cache-mode: ${mode})`
			};
		}
	};
}
const NO_SERVICE = {
	kind: "unavailable",
	why: "this process has no cache service: the runner gives its address to actions only, not to \"run\" steps"
};
/** One store's calls of the client: one after the other, since all of them use the one transfer folder. */
var GithubSession = class {
	#options;
	#timeoutMs;
	#previous = Promise.resolve();
	constructor(options) {
		this.#options = options;
		this.#timeoutMs = options.timeoutMs ?? 6e5;
	}
	async restore(request) {
		return await this.#withinDeadline("restoring", (client, job) => this.#restore(request, {
			client,
			job
		}));
	}
	async save(request) {
		return await this.#withinDeadline("saving", (client, job) => this.#save(request, {
			client,
			job
		}));
	}
	/** Runs `work` after all earlier work. Past the deadline it is abandoned: it then ends, and tidies up, by itself. */
	async #withinDeadline(doing, work) {
		const { temp, forward } = this.#options;
		const job = {
			calls: new ClientCalls({
				temp,
				forward,
				timeoutMs: this.#timeoutMs
			}),
			holdsFolder: false,
			abandoned: false
		};
		const turn = this.#previous.then(() => this.#run(job, work));
		this.#previous = turn.catch(() => void 0);
		try {
			const ended = await withDeadline(turn, this.#timeoutMs);
			if (ended.kind === "settled") return ended.value;
			job.abandoned = true;
			if (job.holdsFolder) await removeTransfer(this.#options.workspace);
		} catch (error) {
			return {
				kind: "unavailable",
				why: error instanceof Error ? error.message : String(error)
			};
		}
		return {
			kind: "unavailable",
			why: `gave up ${doing} after ${String(this.#timeoutMs / 1e3)} s${describeProgress(job.calls.log)}`
		};
	}
	async #run(job, work) {
		if (job.abandoned) return {
			kind: "unavailable",
			why: "abandoned before its turn came"
		};
		const client = await (this.#options.loadClient ?? loadActionsCache)();
		if (!client.isFeatureAvailable()) return NO_SERVICE;
		return await work(client, job);
	}
	async #restore({ key, restoreKeys, file, lookupOnly = false }, { client, job }) {
		const lookFor = {
			key,
			restoreKeys,
			lookupOnly
		};
		if (lookupOnly) return toRestored(await job.calls.restore(client, lookFor), key);
		const { workspace } = this.#options;
		await prepareTransfer(workspace);
		job.holdsFolder = true;
		try {
			const verdict = await job.calls.restore(client, lookFor);
			if (verdict.kind !== "found" || job.abandoned) return toRestored(verdict, key);
			const problem = await unloadTransfer(workspace, file);
			return problem === void 0 ? toRestored(verdict, key) : {
				kind: "unavailable",
				why: problem
			};
		} finally {
			job.holdsFolder = false;
			await removeTransfer(workspace);
		}
	}
	async #save({ key, file }, { client, job }) {
		const { workspace } = this.#options;
		if (await realpath(workspace) !== await realpath(process.cwd())) return {
			kind: "unavailable",
			why: `the working directory is not the workspace ${workspace}, where the cache client looks for files`
		};
		await prepareTransfer(workspace);
		job.holdsFolder = true;
		try {
			const bytes = await loadTransfer(workspace, file);
			return toSaved(await job.calls.save(client, key), {
				key,
				bytes
			});
		} finally {
			job.holdsFolder = false;
			await removeTransfer(workspace);
		}
	}
};
function toRestored(verdict, key) {
	switch (verdict.kind) {
		case "found": return {
			kind: verdict.key === key ? "exact" : "prefix",
			key: verdict.key
		};
		case "miss": return { kind: "miss" };
		case "failed": return {
			kind: "unavailable",
			why: verdict.why
		};
		default: return unreachable(verdict);
	}
}
function toSaved(verdict, { key, bytes }) {
	switch (verdict.kind) {
		case "stored": return {
			kind: "saved",
			key,
			bytes
		};
		case "conflict": return {
			kind: "exists",
			key
		};
		case "denied": return {
			kind: "denied",
			why: verdict.why
		};
		case "failed": return {
			kind: "unavailable",
			why: verdict.why
		};
		default: return unreachable(verdict);
	}
}

// src/entry/runner.ts
function readRunner() {
	const workspace = process.env["GITHUB_WORKSPACE"] ?? process.cwd();
	const temp = process.env["RUNNER_TEMP"] ?? tmpdir();
	return {
		workspace,
		temp,
		platform: `${process.platform}-${process.arch}`,
		store: githubStore({
			workspace,
			temp,
			cacheMode: process.env["ACTIONS_CACHE_MODE"]
		})
	};
}
/** Every input as the workflow gave it. */
function readRawInputs() {
	return Object.fromEntries(Object.keys(INPUTS).map((name) => [name, readInput(name)]));
}

// src/entry/site-folder.ts
/** What stands at a path, for the parser of inputs, which does not look at the disk. */
function folderKind(path) {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (stat === void 0) return "missing";
	if (!stat.isDirectory()) return "not-a-folder";
	return looksLikeSite(path) ? "site" : "no-site";
}

// src/flow/record.ts
/** Writes the manifest beside the state that a build has just left. */
async function record({ inputs, variables, commit, now, repaired = false }) {
	const site = loadSiteConfig(inputs, variables);
	const outcome = await readState({
		site: inputs.site,
		outputDir: site.outputDir
	});
	if (outcome.kind !== "read") return {
		kind: "nothing",
		why: outcome.why
	};
	const layout = {
		contentDir: site.contentDir,
		outputDir: site.outputDir,
		configFiles: site.files
	};
	const stateDigest = digestOfState(inputs.site);
	const tree = readBuiltTree({
		site: inputs.site,
		layout,
		state: outcome.state
	});
	const build = tree.complete ? "full" : tree.editedSince.length === 0 && repaired ? "incremental" : "partial";
	const { bytes } = await writeManifest(inputs.site, {
		tool: TOOL_VERSION,
		recordedAt: now,
		commit,
		bengal: inputs.bengalVersion,
		python: inputs.pythonVersion ?? outcome.state.python,
		environment: site.environment,
		profile: inputs.profile,
		outputDir: site.outputDir,
		configFingerprint: site.fingerprint,
		build,
		stateDigest,
		sources: tree.sources,
		outputs: tree.outputs,
		knowledge: tree.knowledge
	});
	return {
		kind: "recorded",
		path: MANIFEST_PATH,
		bytes,
		sources: tree.sources.size,
		outputs: tree.outputs.size,
		build,
		editedSince: tree.editedSince
	};
}

// src/flow/persist.ts
/** The post step: note what the build made, and store it where that is worth it. Trouble is told, never thrown. */
async function persist(options) {
	const { handoff } = options;
	const reason = reasonNotToSave(handoff);
	if (reason !== void 0) return {
		kind: "nothing-to-save",
		sentence: `Nothing saved: ${reason}`
	};
	const recorded = await record({
		...options,
		repaired: handoff.repaired
	});
	if (recorded.kind === "nothing") return {
		kind: "trouble",
		sentence: `Nothing saved: ${recorded.why}`
	};
	const saved = await saveState$1({
		store: options.store,
		site: handoff.site,
		outputDir: handoff.outputDir,
		keys: handoff.keys
	});
	if (saved.kind === "not-saved") return {
		kind: "trouble",
		sentence: `Not saved under ${saved.key}: ${saved.why}`
	};
	const mebibytes = (bytes) => `${(bytes / 1024 ** 2).toFixed(1)} MiB`;
	return {
		kind: "saved",
		sentence: `Saved ${String(saved.files)} files of a ${recorded.build} build (${mebibytes(saved.bytes)}, ${mebibytes(saved.archiveBytes)} stored) under ${saved.key}`
	};
}
function reasonNotToSave({ save, restored, site, stateDigest }) {
	if (!save) return "the input save is false";
	if (restored === "exact") return "this very tree is stored already";
	return digestOfState(site) === stateDigest ? "no build has written a state since the restore" : void 0;
}

// src/entry/commit.ts
/** Commit of the checkout that the site lies in; `undefined` outside git. */
function headCommit(site) {
	const git = spawnSync("git", ["rev-parse", "HEAD"], {
		cwd: site,
		encoding: "utf8",
		timeout: 1e4
	});
	return git.status === 0 ? git.stdout.trim() : void 0;
}

// src/entry/cli-options.ts
const COMMANDS = {
	report: "Say what changed since the last build, which pages that affects, and what to run",
	why: "Say what leads to a page (PAGE), or what a file affects or would affect (FILE)",
	record: "After a build: note what it was made from, beside Bengal's state",
	save: "Store the state and the output under the key of this tree",
	restore: "Fetch the nearest stored state and output for this tree",
	inspect: "Show what Bengal's state holds, or what it recorded about one page or file"
};
const SITE_NAMES = Object.keys(SITE_INPUTS);
const TEXT_OPTIONS = [
	...SITE_NAMES,
	"store",
	"summary",
	"picture",
	"report",
	"format"
];
const OPTIONS = {
	...Object.fromEntries(TEXT_OPTIONS.map((name) => [name, { type: "string" }])),
	help: {
		type: "boolean",
		short: "h"
	},
	version: { type: "boolean" },
	repair: { type: "boolean" },
	verify: { type: "boolean" }
};
/** Parses the arguments after the executable. Every problem is a sentence that names the option. */
function parseCli(args) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: OPTIONS
		});
		const strings = new Map(Object.entries(values).flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : []));
		if (values["version"] === true) return ok$1({ command: "version" });
		const [name, ...operands] = positionals;
		if (values["help"] === true || name === "help") return ok$1({ command: "help" });
		const command = Object.keys(COMMANDS).find((known) => known === name);
		if (command === void 0) return failed(name === void 0 ? "Expected a command; --help lists them" : `Expected a command (${Object.keys(COMMANDS).join(", ")}), got ${JSON.stringify(name)}`);
		const format = strings.get("format") ?? "text";
		if (format !== "text" && format !== "json") return failed(`Option --format: expected text or json, got ${JSON.stringify(format)}`);
		return ok$1({
			command,
			operands,
			raw: Object.fromEntries([...strings].filter(([input]) => input in SITE_INPUTS)),
			json: format === "json",
			repair: values["repair"] === true,
			verify: values["verify"] === true,
			store: strings.get("store"),
			files: {
				summary: strings.get("summary"),
				picture: strings.get("picture"),
				report: strings.get("report")
			}
		});
	} catch (thrown) {
		return failed(messageOf(thrown));
	}
}
function helpText(version) {
	const commands = Object.entries(COMMANDS).map(([name, what]) => `  ${name.padEnd(9)} ${what}`);
	const options = SITE_NAMES.map((name) => `  --${name.padEnd(15)} ${SITE_INPUTS[name].description}`);
	return `bengal-cache ${version}: incremental builds of Bengal sites that are never stale

Usage: bengal-cache COMMAND [OPTION...]

Commands
${commands.join("\n")}

Options
${options.join("\n")}
  --repair          report: prepare the state, so that an incremental build rebuilds what is affected
  --verify          report: ask the Bengal on the PATH what it would rebuild, and compare
  --store DIR       save and restore: folder that holds the stored states
  --report FILE     Also write the JSON report there
  --summary FILE    Also write the summary (Markdown) there
  --picture FILE    Also write the picture of the affected pages (Mermaid) there
  --format FORMAT   text (for people) or json; the result goes to stdout, everything else to stderr
  --version, --help

Exit status: 0 done, 1 something is wrong, 2 usage
`;
}

// src/graph/walk.ts
/**
* Everything that depends on the starts, near or far, each with the node it was first reached from. Breadth first, so
* the chain back is a shortest one; iterative, with one visited set for all starts: O(nodes + edges) reached.
*/
function reachDependents(graph, starts) {
	const reached = /* @__PURE__ */ new Map();
	const queue = [];
	for (const start of starts) {
		if (!reached.has(start)) queue.push(start);
		reached.set(start, void 0);
	}
	for (const from of queue) for (const dependent of graph.dependents(from)) {
		if (reached.has(dependent)) continue;
		reached.set(dependent, from);
		queue.push(dependent);
	}
	return reached;
}
/** The chain from a start to `node`, both included. */
function chainTo(reached, node) {
	const chain = [];
	for (let at = node; at !== void 0; at = reached.get(at)) chain.push(at);
	return chain.reverse();
}

// src/flow/inspect.ts
/** What the state holds: an overview, or all about one page, file or template. */
async function inspect$1(inputs, site, subject) {
	const outcome = await readState({
		site: inputs.site,
		outputDir: site.outputDir
	});
	if (outcome.kind !== "read") return {
		found: false,
		text: `No usable state: ${outcome.why}\n`,
		data: {
			state: outcome.kind,
			why: outcome.why
		}
	};
	return subject === void 0 ? overview(outcome.state, await readManifest(inputs.site)) : about(outcome.state, subject);
}
__name(inspect$1, "inspect");
function overview(state, manifest) {
	const kinds = /* @__PURE__ */ new Map();
	for (const page of state.pages.values()) kinds.set(page.kind, (kinds.get(page.kind) ?? 0) + 1);
	const data = {
		schema: state.schema,
		python: state.python ?? null,
		configHash: state.configHash ?? null,
		lastBuild: state.lastBuild ?? null,
		builtAt: state.recordedRoot ?? null,
		pages: Object.fromEntries(kinds),
		tags: [...state.tags.keys()].sort(),
		files: state.files.size,
		manifest: manifest.kind === "read" ? {
			build: manifest.manifest.build,
			recordedAt: manifest.manifest.recordedAt,
			sources: manifest.manifest.sources.size,
			outputs: manifest.manifest.outputs.size
		} : { [manifest.kind]: manifest.kind === "unusable" ? manifest.why : true },
		doubts: state.doubts
	};
	return {
		found: true,
		text: `${[
			`Schema ${String(state.schema)}, written by Python ${state.python ?? "unknown"} at ${state.lastBuild ?? "an unknown time"} in ${state.recordedRoot ?? "an unknown folder"}`,
			`Configuration hash ${state.configHash ?? "unknown"}`,
			`Pages ${Object.entries(data.pages).map(([kind, number]) => `${String(number)} ${kind}`).join(", ")}`,
			`Tags ${data.tags.join(", ") || "none"}`,
			`Files ${String(state.files.size)} with a recorded fingerprint or hash`,
			`Manifest ${manifest.kind === "read" ? `of a ${manifest.manifest.build} build, recorded ${manifest.manifest.recordedAt}` : manifest.kind === "unusable" ? `not usable: ${manifest.why}` : "none"}`,
			...state.doubts.map((doubt) => `Doubt: ${doubt.file} ${doubt.why}`)
		].join("\n")}\n`,
		data
	};
}
function about(state, subject) {
	const page = state.pages.get(subject) ?? [...state.pages.values()].find((candidate) => candidate.outputs.some((output) => output === subject));
	const file = state.files.get(subject);
	const graph = buildGraph(state);
	const nodes = [
		"source",
		"template",
		"tag",
		"external"
	].flatMap((kind) => graph.find(kind, subject) ?? []);
	const users = [...reachDependents(graph, nodes).keys()].filter((id) => graph.kindOf(id) === "page").map((id) => graph.nameOf(id)).sort();
	if (page === void 0 && file === void 0 && nodes.length === 0) return {
		found: false,
		text: `The state holds nothing named ${subject}\n`,
		data: null
	};
	const data = {
		page: page === void 0 ? null : {
			...page,
			files: page.files.map(nameOfRef)
		},
		file: file === void 0 ? null : {
			hashes: file.hashes,
			size: file.size ?? null,
			mtimeNs: file.mtimeNs === void 0 ? null : String(file.mtimeNs)
		},
		usedBy: users
	};
	return {
		found: true,
		text: `${[
			...page === void 0 ? [] : [
				`${page.kind} page ${page.key}`,
				`  outputs    ${page.outputs.join(", ") || "unknown"}`,
				`  tags       ${page.tags.join(", ") || "none"}`,
				...page.inputs.map((input) => `  made from  ${input.type} ${input.path}`)
			],
			...file === void 0 ? [] : [`file ${subject}`, ...file.hashes.map((hash) => `  SHA-256    ${hash}`)],
			...users.map((user) => `  used by    ${user}`)
		].join("\n")}\n`,
		data
	};
}

// src/flow/verify.ts
/** Reads Bengal's answer: banners and warnings come before the JSON value, which starts at a line of its own. */
function readBengalSelection(stdout, site) {
	const lines = stdout.split("\n");
	for (let at = lines.lastIndexOf("{"); at >= 0; at = lines.lastIndexOf("{", at - 1)) {
		const value = parse$1(lines.slice(at).join("\n"));
		const count = field(value, "pages_to_build");
		if (typeof count !== "number") continue;
		const root = `${site}/`;
		const pages = entriesOf(field(value, "rebuild_reasons")).map(([page, reason]) => [page.startsWith(root) ? page.slice(root.length) : page, asString(field(reason, "code")) ?? "unknown"]);
		return {
			pages: new Map(pages),
			count,
			skipped: Number(field(value, "pages_skipped") ?? 0)
		};
	}
}
/** Compares page by page. Listings of tags are not compared: Bengal selects them later, and names them never. */
function verify(report, bengal) {
	const ours = new Set(report.affected.pages.flatMap((page) => page.source === null ? [] : [page.source]));
	const covers = (page) => report.affected.all || report.gate.mode === "full" || ours.has(page);
	return {
		both: [...bengal.pages.keys()].filter((page) => ours.has(page)).sort(byCodeUnit),
		onlyUs: [...ours].filter((page) => !bengal.pages.has(page)).sort(byCodeUnit),
		onlyBengal: [...bengal.pages].filter(([page]) => !covers(page)).map(([page, reason]) => ({
			page,
			reason
		})).sort((left, right) => byCodeUnit(left.page, right.page)),
		bengalSelectsAll: bengal.count > 0 && bengal.pages.size === 0
	};
}
function verificationText(result) {
	const lines = [
		...result.onlyBengal.map(({ page, reason }) => `  only Bengal  ${page} (${reason}): an error in us, please report it`),
		...result.onlyUs.map((page) => `  only we      ${page}: Bengal's incremental build leaves it as it is`),
		...result.both.map((page) => `  both         ${page}`),
		...result.bengalSelectsAll ? ["  Bengal selects every page and gives no reasons"] : []
	];
	return `Verified against Bengal: ${result.both.length} pages by both, ${result.onlyUs.length} only by us, ${result.onlyBengal.length} only by Bengal\n${lines.join("\n")}${lines.length > 0 ? "\n" : ""}`;
}
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
}
__name(parse$1, "parse");

// src/flow/why.ts
/** `whatIf` holds what the file would affect; it is asked for unchanged files only. */
function explain(subject, analysis, whatIf) {
	const { report, knownPages, knownFiles } = analysis;
	const because = report.affected.because.map((doubt) => doubt.detail);
	const page = report.affected.pages.find((candidate) => names(candidate, subject));
	if (page !== void 0) return {
		subject,
		kind: "page",
		now: true,
		chains: chainsTo(page),
		all: report.affected.all,
		because
	};
	const { added, modified, deleted } = report.changes;
	if ([
		...added,
		...modified,
		...deleted
	].includes(subject)) return {
		subject,
		kind: "file",
		now: true,
		chains: report.affected.pages.flatMap((affected) => chainsTo(affected, subject)),
		all: report.affected.all,
		because
	};
	if (knownPages.some((candidate) => names(candidate, subject)) && !knownFiles.has(subject)) return {
		subject,
		kind: "page",
		now: false,
		chains: [],
		all: report.affected.all,
		because
	};
	if (!knownFiles.has(subject)) return {
		subject,
		kind: "unknown",
		now: false,
		chains: [],
		all: false,
		because: []
	};
	const affected = whatIf(subject);
	return {
		subject,
		kind: "file",
		now: false,
		chains: affected.pages.flatMap((candidate) => chainsTo(candidate, subject)),
		all: affected.all,
		because: affected.because.map((doubt) => doubt.detail)
	};
}
function names({ output, source, url }, subject) {
	return [
		output,
		source,
		url,
		url.replace(/\/$/, "")
	].includes(subject);
}
function chainsTo(page, via) {
	return page.reasons.filter((reason) => via === void 0 || reason.via === via).map((reason) => ({
		path: pathOf(reason, page),
		words: `${page.url} ${REASON_WORDS[reason.kind](reason.via)}`
	}));
}
function pathOf(reason, page) {
	return [
		reason.via,
		...reason.through ?? [],
		page.url
	].filter((step, index, steps) => step !== steps[index - 1]);
}
function explanationText({ subject, kind, now, chains, all, because }) {
	const head = {
		page: now ? `${subject} has to be built` : `${subject} is not affected by anything that changed`,
		file: now ? `${subject} changed` : `${subject} did not change; if it did`,
		unknown: `The state knows no page and no file named ${subject}`
	}[kind];
	const lines = chains.map((chain) => `  ${chain.path.join(" -> ")}\n      ${chain.words}`);
	const doubts = all ? because.map((detail) => `  every page: ${detail}`) : [];
	const none = kind === "file" && lines.length === 0 && doubts.length === 0 ? ["  it would affect no page"] : [];
	return `${[
		head,
		...doubts,
		...lines,
		...none
	].join("\n")}\n`;
}

// src/host/terminal.ts
/** Control characters in a file name must not move the cursor or clear the screen. */
function printable(text) {
	return text.replace(/[\p{Cc}--[\t]]|[\u202a-\u202e\u2066-\u2069]/gv, "�");
}

// src/store/directory-entry.ts
const ENTRY_FILE = "entry";
const METADATA_FILE = "meta.json";
const FOLDER_NAME = /^[0-9a-f]{64}$/;
/** Keys may hold any character and be too long for a file name, so their digest names the folder. */
function folderNameFor(key) {
	return sha256(Buffer.from(key, "utf16le"));
}
function isFolderName(name) {
	return FOLDER_NAME.test(name);
}
async function readEntry(folder) {
	const path = join(folder, METADATA_FILE);
	let text;
	try {
		text = await readFile(path, "utf8");
	} catch (error) {
		const { code } = error;
		if (code === "ENOENT" && !await isThere(folder)) return { kind: "absent" };
		if (code === "ENOENT") return {
			kind: "damaged",
			why: `${folder} has no ${METADATA_FILE}`
		};
		throw error;
	}
	const metadata = parseMetadata(text);
	if (metadata === void 0) return {
		kind: "damaged",
		why: `${path} is not the metadata of a cache entry`
	};
	return {
		kind: "present",
		metadata,
		folder
	};
}
async function isThere(folder) {
	return await lstat(folder).then(() => true, () => false);
}
function parseMetadata(text) {
	let value;
	try {
		value = JSON.parse(text);
	} catch {
		return;
	}
	if (typeof value !== "object" || value === null) return void 0;
	const { version, key, created, bytes, sha256: digest } = value;
	if (version !== 1 || typeof key !== "string" || typeof digest !== "string" || !isSha256(digest)) return void 0;
	if (typeof created !== "number" || !Number.isFinite(created)) return void 0;
	if (typeof bytes !== "number" || !Number.isSafeInteger(bytes)) return void 0;
	return {
		version,
		key,
		created,
		bytes,
		sha256: digest
	};
}
/** Copies a file, streaming, and digests what passed. `to` is replaced. */
async function copyDigesting(from, to) {
	const digest = createHash("sha256");
	let bytes = 0;
	await pipeline(createReadStream(from), async function* (chunks) {
		for await (const chunk of chunks) {
			digest.update(chunk);
			bytes += chunk.byteLength;
			yield chunk;
		}
	}, createWriteStream(to));
	return {
		bytes,
		sha256: digest.digest("hex")
	};
}

// src/store/directory.ts
/** The wall clock with microseconds: two entries saved within a millisecond keep their order. */
const preciseNow = () => performance.timeOrigin + performance.now();
/**
* A store in a folder, `<root>/<digest of key>/{entry,meta.json}`, for any number of processes on one machine.
* An entry is prepared beside its place and published by one rename of its folder, so it is there whole or not at all.
*/
function directoryStore({ root, readOnly = false, now = preciseNow }) {
	return {
		name: "directory",
		async restore(request) {
			assertKeys(request);
			try {
				return await restore$1(root, request);
			} catch (error) {
				return {
					kind: "unavailable",
					why: describeTrouble(error).why
				};
			}
		},
		async save(request) {
			assertKey(request.key);
			if (readOnly) return {
				kind: "denied",
				why: `the cache folder ${root} is to be left as it is`
			};
			try {
				return await save$1(request, {
					root,
					now
				});
			} catch (error) {
				const { why, refused } = describeTrouble(error);
				return {
					kind: refused ? "denied" : "unavailable",
					why
				};
			}
		}
	};
}
async function restore$1(root, request) {
	const found = await find(root, request);
	if (found.kind !== "present") return found.kind === "absent" ? { kind: "miss" } : {
		kind: "unavailable",
		why: found.why
	};
	if (request.lookupOnly !== true) {
		const problem = await deliver(found, request.file);
		if (problem !== void 0) return {
			kind: "unavailable",
			why: problem
		};
	}
	const { key } = found.metadata;
	return {
		kind: key === request.key ? "exact" : "prefix",
		key
	};
}
__name(restore$1, "restore");
async function find(root, { key, restoreKeys }) {
	const exact = await readEntry(join(root, folderNameFor(key)));
	if (exact.kind === "damaged" || exact.kind === "present" && exact.metadata.key === key) return exact;
	const entries = await readAllEntries(root);
	const newestFirst = entries.filter((entry) => entry.kind === "present").sort(byAge);
	for (const prefix of [key, ...restoreKeys]) {
		const match = newestFirst.find(({ metadata }) => metadata.key.startsWith(prefix));
		if (match !== void 0) return match;
	}
	return entries.find((entry) => entry.kind === "damaged") ?? { kind: "absent" };
}
async function readAllEntries(root) {
	let names;
	try {
		names = await readdir(root);
	} catch (error) {
		if (error.code === "ENOENT") return [];
		throw error;
	}
	const entries = [];
	for (const name of names.filter(isFolderName).sort(byCodeUnit)) entries.push(await readEntry(join(root, name)));
	return entries;
}
function byAge({ metadata: left }, { metadata: right }) {
	return right.created - left.created || byCodeUnit(left.key, right.key);
}
/** Copies the file of an entry to its destination in one step; yields what is wrong with it. */
async function deliver({ metadata, folder }, file) {
	const partial = `${file}.${randomUUID()}.part`;
	try {
		const copied = await copyDigesting(join(folder, ENTRY_FILE), partial);
		if (copied.sha256 !== metadata.sha256 || copied.bytes !== metadata.bytes) return `the entry in ${folder} is damaged: its digest differs`;
		await rename(partial, file);
		return;
	} finally {
		await rm(partial, { force: true });
	}
}
async function save$1({ key, file }, { root, now }) {
	const place = join(root, folderNameFor(key));
	const present = await readEntry(place);
	if (present.kind === "present") return {
		kind: "exists",
		key
	};
	if (present.kind === "damaged") return {
		kind: "unavailable",
		why: `${present.why}; remove the folder to use this key again`
	};
	const incoming = join(root, `.incoming-${randomUUID()}`);
	try {
		await mkdir(incoming, { recursive: true });
		const copied = await copyDigesting(file, join(incoming, ENTRY_FILE));
		const metadata = {
			version: 1,
			key,
			created: Math.round(now() * 1e3),
			...copied
		};
		await writeFile(join(incoming, METADATA_FILE), `${JSON.stringify(metadata)}\n`);
		return await publish(incoming, place) ? {
			kind: "saved",
			key,
			bytes: copied.bytes
		} : {
			kind: "exists",
			key
		};
	} finally {
		await rm(incoming, {
			recursive: true,
			force: true
		});
	}
}
__name(save$1, "save");
/** Whether the entry got its place; `false` when another process was first. */
async function publish(incoming, place) {
	try {
		await rename(incoming, place);
		return true;
	} catch (error) {
		const { code } = error;
		if (code === "ENOTEMPTY" || code === "EEXIST") return false;
		if (code === "EPERM" && (await readEntry(place)).kind === "present") return false;
		throw error;
	}
}
/** Codes of a folder that may be read but not written to. */
const REFUSALS = /* @__PURE__ */ new Set([
	"EACCES",
	"EPERM",
	"EROFS"
]);
function describeTrouble(error) {
	if (!(error instanceof Error)) return {
		why: String(error),
		refused: false
	};
	return {
		why: error.message,
		refused: REFUSALS.has(error.code ?? "")
	};
}

// src/entry/ask-bengal.ts
const MINUTES = 10;
/**
* Asks the Bengal on the PATH what it would rebuild. Its dry run writes into the state all the same (page metadata, tag
* index, snapshots), so the state is copied before and put back after.
*/
function askBengal(inputs) {
	const state = join(inputs.site, ".bengal");
	const copy = join(inputs.site, `.bengal-cache-staging-verify-${process.pid}`);
	cpSync(state, copy, {
		recursive: true,
		preserveTimestamps: true
	});
	try {
		const options = [
			...inputs.environment === void 0 ? [] : ["--environment", inputs.environment],
			...inputs.profile === void 0 ? [] : ["--profile", inputs.profile],
			...inputs.configFile === void 0 ? [] : ["--config", inputs.configFile]
		];
		const run = spawnSync("bengal", [
			"build",
			"--incremental",
			"--dry-run",
			"--explain-json",
			...options
		], {
			cwd: inputs.site,
			encoding: "utf8",
			timeout: MINUTES * 6e4,
			maxBuffer: 1 << 28
		});
		if (run.error !== void 0) throw new UserError([`Option --verify: expected a bengal on the PATH (${run.error.message})`]);
		const selection = readBengalSelection(run.stdout, inputs.site);
		if (selection === void 0) throw new UserError([`Option --verify: bengal gave no answer (exit ${run.status ?? "none"}): ${run.stderr.trim().slice(-500)}`]);
		return selection;
	} finally {
		rmSync(state, {
			recursive: true,
			force: true
		});
		renameSync(copy, state);
	}
}

// src/entry/cli-commands.ts
/** Runs one command; returns the exit status. Bad input is thrown as `UserError` before anything is written. */
async function runCommand(options, process) {
	const raw = {
		...options.raw,
		site: resolve(process.cwd, options.raw.site ?? ".")
	};
	const parsed = parseSiteInputs(raw, {
		workspace: parse(raw.site).root,
		folder: folderKind
	});
	if (!parsed.ok) throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `/, "Option `--")));
	const context = {
		inputs: parsed.value,
		options,
		process
	};
	switch (options.command) {
		case "report": return reportSite(context);
		case "why": return why(context);
		case "record": return recordBuild(context);
		case "save": return save(context);
		case "restore": return restore(context);
		case "inspect": return inspectState(context);
		default: return unreachable(options.command);
	}
}
async function reportSite({ inputs, options, process }) {
	const analysis = await analyse(analyseOptions(inputs, process));
	const site = loadSiteConfig(inputs, process.variables);
	const report = options.repair ? applyRepair(analysis.report, inputs.site, site.outputDir) : analysis.report;
	const picture = affectedMermaid(report);
	const files = {
		report: () => reportJson(report),
		summary: () => reportSummary(report, picture),
		picture: () => picture
	};
	for (const name of [
		"report",
		"summary",
		"picture"
	]) {
		const path = options.files[name];
		if (path !== void 0) writeTo(resolve(process.cwd, path), files[name]());
	}
	const verification = options.verify ? verify(report, askBengal(inputs)) : void 0;
	print(printer(options, process), {
		json: reportJson(report),
		text: reportText(report)
	});
	if (verification === void 0) return 0;
	process.stderr.write(verificationText(verification));
	return verification.onlyBengal.length > 0 ? 1 : 0;
}
async function why({ inputs, options, process }) {
	const [subject] = options.operands;
	if (subject === void 0) throw new UserError(["Expected a page or a file after why, such as content/about.md or /about/"]);
	const analysis = await analyse(analyseOptions(inputs, process));
	const explanation = explain(subject, analysis, analysis.whatIf);
	print(printer(options, process), {
		json: `${JSON.stringify(explanation, null, 2)}\n`,
		text: explanationText(explanation)
	});
	return explanation.kind === "unknown" ? 1 : 0;
}
function analyseOptions(inputs, process) {
	const policy = policyFor(inputs.gate, process.variables);
	return {
		inputs,
		variables: process.variables,
		policy,
		repair: true,
		cache: { kind: "not-asked" },
		warnings: []
	};
}
async function recordBuild({ inputs, options, process }) {
	const recorded = await record({
		inputs,
		variables: process.variables,
		commit: headCommit(inputs.site),
		now: (/* @__PURE__ */ new Date()).toISOString()
	});
	const text = recorded.kind === "recorded" ? `Recorded ${String(recorded.sources)} sources and ${String(recorded.outputs)} outputs of a ${recorded.build} build in ${recorded.path} (${String(recorded.bytes)} bytes)\n${recorded.editedSince.map((path) => `  edited since the build, so it counts as changed: ${path}\n`).join("")}` : `Nothing to record: ${recorded.why}\n`;
	print(printer(options, process), {
		json: `${JSON.stringify(recorded, null, 2)}\n`,
		text
	});
	return recorded.kind === "recorded" ? 0 : 1;
}
async function save(given) {
	const saved = await saveState$1(transferOptions(given));
	const text = saved.kind === "saved" ? `Saved ${String(saved.files)} files (${String(saved.bytes)} bytes, ${String(saved.archiveBytes)} stored) under ${saved.key}\n` : `Not saved under ${saved.key}: ${saved.why}\n`;
	print(printer(given.options, given.process), {
		json: `${JSON.stringify(saved, null, 2)}\n`,
		text
	});
	return 0;
}
async function restore(given) {
	const restored = await restoreState(transferOptions(given));
	const sentence = cacheSentence(restored);
	print(printer(given.options, given.process), {
		json: `${JSON.stringify(restored, null, 2)}\n`,
		text: `${sentence.slice(0, 1).toUpperCase()}${sentence.slice(1)}\n`
	});
	return 0;
}
async function inspectState({ inputs, options, process }) {
	const inspected = await inspect$1(inputs, loadSiteConfig(inputs, process.variables), options.operands[0]);
	print(printer(options, process), {
		json: `${JSON.stringify(inspected.data, null, 2)}\n`,
		text: inspected.text
	});
	return inspected.found ? 0 : 1;
}
function transferOptions({ inputs, options, process }) {
	if (options.store === void 0) throw new UserError(["Option --store: expected a folder for the stored states"]);
	const site = loadSiteConfig(inputs, process.variables);
	const platform = `${globalThis.process.platform}-${globalThis.process.arch}`;
	const keys = cacheKeys({
		prefix: "bengal-cache",
		inputs,
		site,
		workspace: inputs.site,
		platform
	});
	return {
		store: directoryStore({ root: resolve(process.cwd, options.store) }),
		site: inputs.site,
		outputDir: site.outputDir,
		keys
	};
}
function printer(options, process) {
	return {
		json: options.json,
		stdout: process.stdout
	};
}
/** The result alone goes to stdout. JSON escapes control characters by itself; text is made printable line by line. */
function print({ json, stdout }, result) {
	stdout.write(json ? result.json : result.text.split("\n").map(printable).join("\n"));
}
function writeTo(path, content) {
	mkdirSync(dirname(path), { recursive: true });
	writeFileSync(path, content);
}

// src/bengal/cache-codec.ts
/**
* A codec from a table of fields (see `codec-fields.ts` for the kinds):
*
*     interface Visit extends CacheEntry { readonly page: string; readonly isValid: boolean }
*     const visitCodec = defineCodec<Visit>({ page: text('page'), isValid: withDefault(flag('is_valid'), true) });
*
* An entry with a field that does not fit is no such entry. A field with a default is filled in when it is missing, as
* Bengal's own readers do.
*/
function defineCodec(table) {
	const fields = Object.entries(table);
	const known = new Set(fields.map(([, field]) => field.stored));
	const withoutKnown = (json) => Object.entries(json).filter(([key]) => !known.has(key));
	return {
		toCache(value) {
			const properties = value;
			return Object.fromEntries([...fields.map(([name, field]) => [field.stored, field.write(properties[name])]), ...withoutKnown(value.unknownFields ?? {})]);
		},
		fromCache(json) {
			const properties = [];
			for (const [name, field] of fields) {
				const value = field.read(Object.hasOwn(json, field.stored) ? json[field.stored] : void 0);
				if (value === void 0) return void 0;
				properties.push([name, value]);
			}
			const unknown = withoutKnown(json);
			if (unknown.length > 0) properties.push(["unknownFields", Object.fromEntries(unknown)]);
			return Object.fromEntries(properties);
		}
	};
}

// src/core/python-json.ts
const PYTHON_DEFAULT_SORTED = {
	spaced: true,
	sortKeys: true,
	ascii: true
};
const PYTHON_COMPACT = {
	spaced: false,
	sortKeys: false,
	ascii: true
};
/** A number with the text that Python would write for it, where a JavaScript number cannot tell: `1.0`, big integers. */
var PythonNumber = class {
	text;
	constructor(text) {
		if (!/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/.test(text)) throw new RangeError(`No number of Python: ${JSON.stringify(text)}`);
		this.text = text;
	}
};
/**
* Writes a value. Integers and bigints come out as Python integers, dates as Python's `str(datetime)` does, anything
* else that JSON does not have as `String(value)`, like `default=str`. Iterative depth is that of the value.
*/
function pythonJson(value, style) {
	const comma = style.spaced ? ", " : ",";
	const colon = style.spaced ? ": " : ":";
	const write = (item) => {
		if (Array.isArray(item)) return `[${item.map(write).join(comma)}]`;
		if (isMapping(item)) {
			const entries = Object.entries(item).filter(([, inner]) => inner !== void 0);
			if (style.sortKeys) entries.sort(([left], [right]) => byCodePoint(left, right));
			return `{${entries.map(([key, inner]) => `${text$1(key, style)}${colon}${write(inner)}`).join(comma)}}`;
		}
		return scalar(item, style);
	};
	return write(value);
}
function scalar(value, style) {
	if (value instanceof PythonNumber) return value.text;
	if (value === null || value === void 0) return "null";
	if (typeof value === "string") return text$1(value, style);
	if (typeof value === "number") return number$1(value);
	if (typeof value === "boolean" || typeof value === "bigint") return String(value);
	return text$1(value instanceof Date ? pythonDate(value) : Object.prototype.toString.call(value), style);
}
/** Shortest form like Python's `repr`: it switches to an exponent of two digits at 1e16 and below 1e-4. */
function number$1(value) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
	if (Number.isSafeInteger(value)) return Object.is(value, -0) ? "-0.0" : String(value);
	const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(String(value)) ?? [];
	const magnitude = Math.abs(value);
	const form = magnitude >= 0x2386f26fc10000 || magnitude < 1e-4 ? Math.abs(value).toExponential().replace(/e([+-])(\d)$/, "e$10$2") : digits;
	return `${sign}${/[.e]/.test(form) ? form : `${form}.0`}`;
}
__name(number$1, "number");
/** `2024-01-02 03:04:05+00:00`. */
function pythonDate(value) {
	const [date = "", time = ""] = value.toISOString().split("T");
	return `${date} ${time.replace(/\.000Z$/, "").replace(/(\.\d{3})Z$/, "$1000").replace(/Z$/, "")}+00:00`;
}
function text$1(value, style) {
	const json = JSON.stringify(value);
	if (!style.ascii) return json;
	return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
__name(text$1, "text");
function isMapping(value) {
	return typeof value === "object" && value !== null && !(value instanceof Date) && !(value instanceof PythonNumber);
}
/** Python orders strings by code point; JavaScript's own order is by UTF-16 unit, which differs above U+FFFF. */
function byCodePoint(left, right) {
	const length = Math.min(left.length, right.length);
	for (let index = 0; index < length; index++) {
		const [a, b] = [left.charCodeAt(index), right.charCodeAt(index)];
		if (a === b) continue;
		const [highA, highB] = [a >= 55296 && a <= 57343, b >= 55296 && b <= 57343];
		return highA === highB ? a - b : highA ? 1 : -1;
	}
	return left.length - right.length;
}

// src/bengal/codec-fields.ts
var codec_fields_exports = /* @__PURE__ */ __exportAll({
	anything: () => anything,
	flag: () => flag,
	nested: () => nested,
	nullableText: () => nullableText,
	number: () => number,
	object: () => object,
	text: () => text,
	textMap: () => textMap,
	textSet: () => textSet,
	texts: () => texts,
	withDefault: () => withDefault
});
/** A string. */
function text(stored) {
	return {
		stored,
		read: asText,
		write: (value) => value
	};
}
/** A string or `null`; a missing field reads as `null`, as Bengal's readers take it. */
function nullableText(stored) {
	return {
		stored,
		read: (json = null) => json === null ? null : asText(json),
		write: (value) => value
	};
}
/** A finite number, within what a JavaScript number can hold. */
function number(stored) {
	return {
		stored,
		read: (json) => typeof json === "number" ? json : void 0,
		write(value) {
			if (!Number.isFinite(value)) throw new RangeError(`JSON has no number ${String(value)} (field ${stored})`);
			return value;
		}
	};
}
/** `true` or `false`. */
function flag(stored) {
	return {
		stored,
		read: (json) => typeof json === "boolean" ? json : void 0,
		write: (value) => value
	};
}
/** A list of strings, in stored order, repetitions kept. */
function texts(stored) {
	return {
		stored,
		read: asTexts,
		write: (value) => [...value]
	};
}
/** A set of strings, stored as a list that is sorted as Python sorts: by code point. */
function textSet(stored) {
	return {
		stored,
		read(json) {
			const items = asTexts(json);
			return items && new Set(items);
		},
		write: (value) => [...value].sort(byCodePoint)
	};
}
/** Strings under string keys, in stored order. A map, so that no key is special. */
function textMap(stored) {
	return {
		stored,
		read(json) {
			if (!isObject(json)) return void 0;
			const map = /* @__PURE__ */ new Map();
			for (const [key, value] of Object.entries(json)) {
				const item = asText(value);
				if (item === void 0) return void 0;
				map.set(key, item);
			}
			return map;
		},
		write: (value) => Object.fromEntries(value)
	};
}
/** A JSON object whose inside is nobody's business here. */
function object(stored) {
	return {
		stored,
		read: (json) => isObject(json) ? json : void 0,
		write: (value) => value
	};
}
/** Any JSON value: what an author wrote in front matter keeps the type that YAML gave it. */
function anything(stored) {
	return {
		stored,
		read: (json) => json,
		write: (value) => value
	};
}
/** An entry within an entry. */
function nested(stored, codec) {
	return {
		stored,
		read: (json) => isObject(json) ? codec.fromCache(json) : void 0,
		write: (value) => codec.toCache(value)
	};
}
/** The same field, with a value for entries that lack it. A field that is there still has to fit. */
function withDefault(field, fallback) {
	return {
		...field,
		read: (json) => json === void 0 ? fallback : field.read(json)
	};
}
/** A string that is one; integers beyond 2^53 are strings with a mark until they are written. */
function asText(json) {
	return typeof json === "string" && asInteger(json) === void 0 ? json : void 0;
}
function asTexts(json) {
	if (!Array.isArray(json)) return void 0;
	const items = json.map(asText);
	return items.includes(void 0) ? void 0 : items;
}

// src/bengal/cache-store-file.ts
/** Reads a store's file. Never throws for what is on disk. */
async function openStoreFile(folder, format, limits) {
	const found = await readFormat(folder, format, limits);
	const suffix = format.form === "zstd" ? ".json.zst" : ".json";
	const empty = {
		path: found.kind === "absent" ? `${format.name}${suffix}` : found.path,
		entries: /* @__PURE__ */ new Map(),
		file: {
			version: format.version,
			[format.entriesField]: {}
		},
		python: found.kind === "read" ? found.python : void 0
	};
	switch (found.kind) {
		case "absent": return {
			...empty,
			outcome: found
		};
		case "corrupt": return {
			...empty,
			outcome: {
				kind: "corrupt",
				why: found.why
			}
		};
		case "read": return {
			...empty,
			...interpret(found, format)
		};
	}
}
/** What a JSON object means to a store. Where it is of no use, only the outcome is given. */
function interpret({ value, twin }, format) {
	const version = field(value, "version");
	const known = [format.version, ...format.readsAlso ?? []].find((number) => number === version);
	if (known === void 0) return { outcome: {
		kind: "incompatible",
		why: versionProblem(version, format.version)
	} };
	const stored = field(value, format.entriesField) ?? {};
	if (!isObject(stored)) return { outcome: {
		kind: "corrupt",
		why: `its field "${format.entriesField}" is no object`
	} };
	const { entries, dropped } = decode(stored, format.codec);
	const why = format.contradiction?.({
		otherFields: without(value, format.entriesField),
		entries
	});
	if (why !== void 0) return { outcome: {
		kind: "inconsistent",
		why,
		entries
	} };
	const file = {
		...value,
		[format.entriesField]: {}
	};
	return {
		outcome: {
			kind: "read",
			version: known,
			dropped,
			migrates: twin
		},
		entries,
		file
	};
}
/** An object but for one of its fields. */
function without(object, left) {
	return Object.fromEntries(Object.entries(object).filter(([key]) => key !== left));
}
function decode(stored, codec) {
	const entries = /* @__PURE__ */ new Map();
	let dropped = 0;
	for (const [key, json] of Object.entries(stored)) {
		const value = isObject(json) ? codec.fromCache(json) : void 0;
		if (value === void 0) dropped++;
		else entries.set(key, value);
	}
	return {
		entries,
		dropped
	};
}
async function readFormat(folder, { form, name }, limits) {
	if (form === "plain") {
		const plain = readPlainFile(folder, `${name}.json`, limits);
		return plain.kind === "read" ? {
			...plain,
			path: `${name}.json`,
			python: void 0,
			twin: false
		} : plain;
	}
	const file = await readCacheFile(folder, name, limits);
	if (file.kind !== "read") return file;
	return {
		...file,
		python: file.envelope.kind === "headed" ? file.envelope.python : void 0
	};
}
function versionProblem(found, expected) {
	const shown = found === void 0 ? "" : stringifyExact(found, { ascii: true }).slice(0, 40);
	return `${found === void 0 ? "it has no version" : `it has version ${shown}`}, and ${String(expected)} is understood`;
}

// src/bengal/indented-json.ts
/** A string, a bracket or separator, or anything else of compact JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^"{}[\],:]+/g;
const EMPTY = {
	"{": "}",
	"[": "]"
};
/**
* JSON as Python's `json.dump(value, file, indent=2)` writes it: ASCII, two spaces a level, empty containers closed at
* once, no newline at the end. This is the form of Bengal's `indexes/*.json`
* (https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py, `save_to_disk`). Long integers stay exact.
*/
function indentedJson(value) {
	const tokens = stringifyExact(value, { ascii: true }).match(TOKEN) ?? [];
	let depth = 0;
	const newline = () => `\n${"  ".repeat(depth)}`;
	const pieces = [];
	for (const [index, token] of tokens.entries()) {
		const next = tokens[index + 1];
		if (token === "{" || token === "[") {
			depth++;
			pieces.push(next === EMPTY[token] ? token : token + newline());
		} else if (token === "}" || token === "]") {
			depth--;
			const before = tokens[index - 1];
			pieces.push(before !== void 0 && EMPTY[before] === token ? token : newline() + token);
		} else pieces.push(token === "," ? token + newline() : token === ":" ? ": " : token);
	}
	return pieces.join("");
}

// src/bengal/recorded-python.ts
/** The files with a header, the one that every build writes first. */
const HEADED_FILES = [
	"cache",
	"page_metadata",
	"taxonomy_index",
	"asset_deps",
	"generated_page_cache"
];
/** Enough for a header with integers of any of the sizes that pickle knows. */
const HEADER_BYTES = 32;
/** The Python that wrote a state (its folder `.bengal`), from the header of its files; `undefined` if none tells. */
function recordedPython(folder) {
	for (const name of HEADED_FILES) {
		const envelope = readEnvelope(firstBytes(join(folder, `${name}.json.zst`)));
		if (envelope.kind === "headed") return envelope.python;
	}
}
function firstBytes(path) {
	const bytes = new Uint8Array(HEADER_BYTES);
	try {
		if (!lstatSync(path).isFile()) return bytes.subarray(0, 0);
		const file = openSync(path, "r");
		try {
			return bytes.subarray(0, readSync(file, bytes));
		} finally {
			closeSync(file);
		}
	} catch {
		return bytes.subarray(0, 0);
	}
}

// src/bengal/cache-store.ts
/**
* Typed entries under string keys in one file below `.bengal`: read as a whole, changed in memory, written as a whole.
* Top-level fields besides the entries are kept as they are. Bengal locks none of these files; who reads, changes and
* writes while others may do the same wraps all of it in `withCacheLock`.
*/
var CacheStore = class CacheStore {
	/** What was found when the store was opened. */
	outcome;
	#folder;
	#format;
	#entries;
	#path;
	#file;
	#python;
	#changed;
	constructor(folder, format, opened) {
		this.#folder = folder;
		this.#format = format;
		this.outcome = opened.outcome;
		this.#entries = opened.entries;
		this.#path = opened.path;
		this.#file = opened.file;
		this.#python = opened.python;
		this.#changed = opened.outcome.kind === "read" && opened.outcome.migrates;
	}
	/**
	* Reads the file of a state (`folder` is its `.bengal`). Whatever is on disk, this succeeds: an absent, corrupt or
	* incompatible file gives an empty store, and `outcome` and `warning` say so.
	*/
	static async open(folder, format, options = {}) {
		return new CacheStore(folder, format, await openStoreFile(folder, format, options.limits));
	}
	/** The one sentence to show to a user, when something that was on disk is not in this store. */
	get warning() {
		const { outcome } = this;
		const file = this.#path;
		switch (outcome.kind) {
			case "absent": return;
			case "read": return outcome.dropped === 0 ? void 0 : `${file}: entries left out because they do not fit: ${outcome.dropped}`;
			case "corrupt":
			case "incompatible":
			case "inconsistent": return `${file} is not used: ${outcome.why}`;
		}
	}
	get size() {
		return this.#entries.size;
	}
	/** Top-level fields of the file besides the entries, e.g. `version`. */
	get otherFields() {
		return without(this.#file, this.#format.entriesField);
	}
	/** Whether `save` would write. */
	get hasChanges() {
		return this.#changed;
	}
	has(key) {
		return this.#entries.has(key);
	}
	get(key) {
		return this.#entries.get(key);
	}
	/** In stored order; new keys last. */
	keys() {
		return this.#entries.keys();
	}
	/** In stored order; new keys last. */
	entries() {
		return this.#entries.entries();
	}
	/**
	* Adds or replaces an entry. One that would be stored as before changes nothing.
	*
	* @throws RangeError for a number that JSON does not have.
	*/
	set(key, value) {
		const { codec } = this.#format;
		const stored = codec.toCache(value);
		const previous = this.#entries.get(key);
		this.#changed ||= previous === void 0 || JSON.stringify(codec.toCache(previous)) !== JSON.stringify(stored);
		this.#entries.set(key, value);
	}
	/** Whether there was such an entry. */
	delete(key) {
		const existed = this.#entries.delete(key);
		this.#changed ||= existed;
		return existed;
	}
	clear() {
		this.#changed ||= this.#entries.size > 0;
		this.#entries.clear();
	}
	/**
	* Writes the file, atomically, if anything changed since it was read or saved; creates missing folders; removes the
	* old `.json` of a compressed file. Answers whether it wrote.
	*
	* @throws {UserError} when nothing says which Python will read a compressed file.
	* @throws what the file system reports; the old file is then untouched.
	*/
	async save(options = {}) {
		if (!this.#changed) return false;
		this.#changed = false;
		try {
			await this.#write(this.#content(), options);
		} catch (thrown) {
			this.#changed = true;
			throw thrown;
		}
		return true;
	}
	#content() {
		const { version, entriesField, codec, complete } = this.#format;
		const stored = [...this.#entries].map(([key, value]) => [key, codec.toCache(value)]);
		const completed = complete?.({
			otherFields: this.otherFields,
			entries: this.#entries
		});
		return {
			...this.#file,
			version,
			[entriesField]: Object.fromEntries(stored),
			...completed
		};
	}
	async #write(value, options) {
		const { name, form, entriesField } = this.#format;
		const path = join(this.#folder, name);
		const python = form === "zstd" ? this.#readingPython(options.python) : void 0;
		mkdirSync(dirname(path), { recursive: true });
		if (python === void 0) writeAtomically(`${path}.json`, Buffer.from(indentedJson(value)));
		else await writeCacheFile({
			folder: this.#folder,
			name,
			value,
			python
		});
		this.#python = python;
		this.#file = {
			...value,
			[entriesField]: {}
		};
	}
	#readingPython(given) {
		const python = given ?? this.#python ?? recordedPython(this.#folder);
		if (python !== void 0) return python;
		const problem = `Expected the Python that will read ${this.#format.name}.json.zst, e.g. save({ python: '3.14' }): no file of ${this.#folder} tells it`;
		throw new UserError([problem]);
	}
};

// src/bengal/entries/asset-dependency-entry.ts
const assetDependencyCodec = defineCodec({
	assets: textSet("assets"),
	trackedAt: text("tracked_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* `asset_deps.json.zst`: absolute path of a page's source -> the assets that the page names. Bengal writes it and never
* reads it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/asset_dependency_map.py
*/
function openAssetDependencyStore(folder, options) {
	const format = {
		name: "asset_deps",
		form: "zstd",
		entriesField: "pages",
		version: 1,
		codec: assetDependencyCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/generated-page-entry.ts
const generatedPageCodec = defineCodec({
	pageType: withDefault(text("page_type"), ""),
	pageId: withDefault(text("page_id"), ""),
	contentHash: withDefault(text("content_hash"), ""),
	templateHash: withDefault(text("template_hash"), ""),
	memberHashes: withDefault(textMap("member_hashes"), /* @__PURE__ */ new Map()),
	cachedHtml: nullableText("cached_html"),
	lastGenerated: withDefault(text("last_generated"), ""),
	generationTimeMs: withDefault(number("generation_time_ms"), 0),
	isCompressed: withDefault(flag("is_compressed"), false)
});
/** The key of an entry: `tag:watch`. */
function generatedPageKey(pageType, pageId) {
	return `${pageType}:${pageId}`;
}
/**
* `generated_page_cache.json.zst`, by `generatedPageKey`.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/generated_page_cache.py
*/
function openGeneratedPageStore(folder, options) {
	const format = {
		name: "generated_page_cache",
		form: "zstd",
		entriesField: "entries",
		version: 1,
		codec: generatedPageCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/python-time.ts
/** A time as Python's `datetime.now(UTC).isoformat()` gives it, which Bengal stores: `2026-11-21T06:34:10.430000+00:00`. */
function pythonTimestamp(time) {
	return time.toISOString().replace("Z", "000+00:00");
}

// src/bengal/entries/index-entry.ts
const indexEntryCodec = defineCodec({
	key: text("key"),
	pagePaths: withDefault(textSet("page_paths"), /* @__PURE__ */ new Set()),
	metadata: withDefault(object("metadata"), {}),
	updatedAt: withDefault(text("updated_at"), ""),
	contentHash: withDefault(text("content_hash"), "")
});
/** The first 16 hexadecimal digits of the SHA-256 of the sorted paths, written as Python writes a JSON list. */
function indexContentHash(pagePaths) {
	return sha256(pythonJson([...pagePaths].sort(byCodePoint), PYTHON_DEFAULT_SORTED)).slice(0, 16);
}
/** An entry whose hash and time fit its pages. */
function indexEntry(key, pagePaths, metadata = {}) {
	const pages = new Set(pagePaths);
	return {
		key,
		pagePaths: pages,
		metadata,
		updatedAt: pythonTimestamp(/* @__PURE__ */ new Date()),
		contentHash: indexContentHash(pages)
	};
}
/**
* `indexes/<name>_index.json`. Bengal has `section`, `author`, `category` and `date_range`; a site may add its own.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/query_index.py
*
* @throws RangeError for a name that is no plain file name.
*/
async function openIndexStore(folder, name, options) {
	if (!/^[^/\\\0]+$/.test(name)) throw new RangeError(`Expected the plain name of an index, got ${JSON.stringify(name)}`);
	const format = {
		name: `indexes/${name}_index`,
		form: "plain",
		entriesField: "entries",
		version: 1,
		codec: indexEntryCodec,
		complete: () => ({
			name,
			updated_at: pythonTimestamp(/* @__PURE__ */ new Date())
		})
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/page-core.ts
const pageCoreCodec = defineCodec({
	sourcePath: text("source_path"),
	title: anything("title"),
	date: nullableText("date"),
	tags: withDefault(texts("tags"), []),
	slug: withDefault(anything("slug"), null),
	weight: withDefault(anything("weight"), null),
	lang: withDefault(anything("lang"), null),
	navTitle: withDefault(anything("nav_title"), null),
	type: withDefault(anything("type"), null),
	variant: withDefault(anything("variant"), null),
	description: withDefault(anything("description"), null),
	props: withDefault(object("props"), {}),
	section: nullableText("section"),
	fileHash: nullableText("file_hash"),
	aliases: withDefault(texts("aliases"), []),
	version: withDefault(anything("version"), null),
	cascade: withDefault(anything("cascade"), {})
});
const pageMetadataCodec = defineCodec({
	core: nested("metadata", pageCoreCodec),
	cachedAt: text("cached_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* `page_metadata.json.zst`: the source's path relative to the site -> its front matter. Bengal writes it in every run,
* even one that builds nothing, so it may be newer than the output. Tag pages are not in it; deleted pages stay in it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/page_discovery_cache.py
*/
function openPageMetadataStore(folder, options) {
	const format = {
		name: "page_metadata",
		form: "zstd",
		entriesField: "pages",
		version: 1,
		codec: pageMetadataCodec
	};
	return CacheStore.open(folder, format, options);
}

// src/bengal/entries/page-tags.ts
/** The field in which the taxonomy index keeps its other direction: page -> slugs, in no particular order. */
const FIELD = "page_to_tags";
/** The other direction of an index of tags: page -> slugs. */
function tagsByPage(tags) {
	const pages = /* @__PURE__ */ new Map();
	for (const [slug, { pagePaths }] of tags) for (const page of pagePaths) {
		const slugs = pages.get(page);
		if (slugs) slugs.add(slug);
		else pages.set(page, /* @__PURE__ */ new Set([slug]));
	}
	return pages;
}
/** Where the stored map from pages to slugs and the tags disagree, if they do. Version 1 of the file had no such map. */
function contradictionBetween({ otherFields, entries }) {
	if (otherFields["version"] === 1) return void 0;
	const missing = tagsByPage(entries);
	const problems = [];
	for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
		const slugs = missing.get(page);
		if (!isListOfStrings(stored)) problems.push(`the tags of ${quoted(page)} are no list of strings`);
		for (const slug of new Set(asStrings(stored))) if (!entries.has(slug)) problems.push(`${quoted(page)} has the tag ${quoted(slug)}, which is not there`);
		else if (slugs?.delete(slug) !== true) problems.push(`the tag ${quoted(slug)} does not list its page ${quoted(page)}`);
	}
	for (const [page, slugs] of missing) for (const slug of slugs) problems.push(`the tag ${quoted(slug)} lists ${quoted(page)}, which does not have it`);
	const [first] = problems;
	return first && `its two directions disagree ${problems.length === 1 ? "once" : `${problems.length} times, first`}: ${first}`;
}
/** The map from pages to slugs, in the order of the one that was stored, so that a rewritten file differs little. */
function pageTagsField({ otherFields, entries }) {
	const present = tagsByPage(entries);
	const ordered = /* @__PURE__ */ new Map();
	for (const [page, stored] of entriesOf(field(otherFields, FIELD))) {
		const slugs = present.get(page);
		if (slugs) ordered.set(page, asStrings(stored).filter((slug) => slugs.delete(slug)));
	}
	for (const [page, slugs] of present) ordered.set(page, [...ordered.get(page) ?? [], ...slugs]);
	return { [FIELD]: Object.fromEntries(ordered) };
}
function isListOfStrings(value) {
	return Array.isArray(value) && asStrings(value).length === value.length;
}
function quoted(name) {
	return JSON.stringify(name.length > 200 ? `${name.slice(0, 200)}...` : name);
}

// src/bengal/entries/tag-entry.ts
const tagEntryCodec = defineCodec({
	slug: text("tag_slug"),
	name: text("tag_name"),
	pagePaths: texts("page_paths"),
	updatedAt: text("updated_at"),
	isValid: withDefault(flag("is_valid"), true)
});
/**
* Version 2 has a second map, from pages to slugs, and Bengal drops a file in which the two disagree; so does this, and
* it writes the second map anew. Version 1 (Bengal up to 0.1.6) had the tags alone; Bengal reads it no more, we do.
*/
const FORMAT = {
	name: "taxonomy_index",
	form: "zstd",
	entriesField: "tags",
	version: 2,
	readsAlso: [1],
	codec: tagEntryCodec,
	contradiction: contradictionBetween,
	complete: pageTagsField
};
/**
* `taxonomy_index.json.zst`: slug -> tag. `TaxonomyIndex` answers from both sides; this is the file alone. Tags that no
* page has any more stay in it.
*
* Source: https://github.com/lbliii/bengal/blob/v0.5.1/bengal/cache/taxonomy_index.py
*/
function openTagStore(folder, options) {
	return CacheStore.open(folder, FORMAT, options);
}

// src/bengal/taxonomy-index.ts
/**
* Bengal's `taxonomy_index.json.zst`, from both sides: tag -> pages and page -> tags, each in one look-up. Tags go by
* their slug (`tagSlug`), pages by the path that Bengal stores: that of the source, absolute on the machine of the build.
*
* A tag that is invalidated stays in the file, for Bengal to make valid again; look-ups pass over it.
*/
var TaxonomyIndex = class TaxonomyIndex {
	#store;
	#slugs;
	constructor(store) {
		this.#store = store;
		this.#slugs = tagsByPage(new Map(store.entries()));
	}
	/**
	* Reads the index of a state (`folder` is its `.bengal`). Always succeeds: an absent or unusable file gives an empty
	* index, and `outcome` and `warning` say why. One whose two directions disagree is `inconsistent`: Bengal would drop it,
	* so it is empty here too, and `outcome.entries` shows the tags that it held.
	*/
	static async open(folder, options) {
		return new TaxonomyIndex(await openTagStore(folder, options));
	}
	get outcome() {
		return this.#store.outcome;
	}
	/** One sentence for a user, when something that was on disk is not in this index. */
	get warning() {
		return this.#store.warning;
	}
	/** Whether `save` would write. */
	get hasChanges() {
		return this.#store.hasChanges;
	}
	/** The tag with this slug, if it is valid. */
	tag(slug) {
		const entry = this.#store.get(slug);
		return entry?.isValid === true ? entry : void 0;
	}
	has(slug) {
		return this.tag(slug) !== void 0;
	}
	/** In stored order; `undefined` when there is no such valid tag. */
	pagesForTag(slug) {
		return this.tag(slug)?.pagePaths;
	}
	/** Slugs of the page's valid tags; none for an unknown page. */
	tagsForPage(page) {
		return new Set([...this.#slugs.get(page) ?? []].filter((slug) => this.has(slug)));
	}
	/** By slug, in stored order. */
	validTags() {
		return new Map([...this.#store.entries()].filter(([, entry]) => entry.isValid));
	}
	/** By slug, in stored order. */
	invalidTags() {
		return new Map([...this.#store.entries()].filter(([, entry]) => !entry.isValid));
	}
	/**
	* Whether the pages of a tag differ from the recorded ones, regardless of order. True for a tag that is unknown or
	* invalid.
	*/
	pagesChanged(slug, pages) {
		const recorded = new Set(this.pagesForTag(slug));
		const present = new Set(pages);
		return !this.has(slug) || present.size !== recorded.size || [...present].some((page) => !recorded.has(page));
	}
	/**
	* Adds a tag, or replaces its name and pages; it is valid then. Answers its slug, which is that of the name unless it is
	* given.
	*
	* @throws RangeError for a blank name without a slug: Bengal has no such tag.
	*/
	update(name, pages, slug = tagSlug(name)) {
		if (slug === void 0) throw new RangeError(`Expected a tag with a letter in it, got ${JSON.stringify(name)}`);
		const previous = this.#store.get(slug);
		const pagePaths = [...pages];
		for (const page of previous?.pagePaths ?? []) this.#forget(page, slug);
		for (const page of pagePaths) this.#slugs.set(page, (this.#slugs.get(page) ?? /* @__PURE__ */ new Set()).add(slug));
		const updatedAt = pythonTimestamp(/* @__PURE__ */ new Date());
		this.#store.set(slug, {
			...previous,
			slug,
			name,
			pagePaths,
			updatedAt,
			isValid: true
		});
		return slug;
	}
	/** Takes a page out of all its tags, which stay, even without pages. Answers their slugs, those of invalid tags too. */
	removePage(page) {
		const slugs = this.#slugs.get(page) ?? /* @__PURE__ */ new Set();
		this.#slugs.delete(page);
		for (const slug of slugs) {
			const entry = this.#store.get(slug);
			if (entry) this.#store.set(slug, {
				...entry,
				pagePaths: entry.pagePaths.filter((path) => path !== page)
			});
		}
		return slugs;
	}
	/** Whether there was such a valid tag. */
	invalidate(slug) {
		const entry = this.tag(slug);
		if (entry) this.#store.set(slug, {
			...entry,
			isValid: false
		});
		return entry !== void 0;
	}
	invalidateAll() {
		for (const slug of this.validTags().keys()) this.invalidate(slug);
	}
	clear() {
		this.#store.clear();
		this.#slugs.clear();
	}
	stats() {
		const valid = this.validTags();
		const pages = tagsByPage(valid).size;
		const pairs = [...valid.values()].reduce((sum, { pagePaths }) => sum + pagePaths.length, 0);
		return {
			tags: this.#store.size,
			validTags: valid.size,
			invalidTags: this.#store.size - valid.size,
			pages,
			pairs,
			tagsPerPage: pages === 0 ? 0 : pairs / pages
		};
	}
	/** Writes both directions if anything changed; answers whether it did. See `CacheStore.save` for what is thrown. */
	save(options) {
		return this.#store.save(options);
	}
	#forget(page, slug) {
		const slugs = this.#slugs.get(page);
		slugs?.delete(slug);
		if (slugs?.size === 0) this.#slugs.delete(page);
	}
};

// src/bengal/lock-folder.ts
const RETRY_MS = 50;
/** What renaming a folder onto one that is not empty gives, by platform. */
const OCCUPIED = /* @__PURE__ */ new Set([
	"ENOTEMPTY",
	"EEXIST",
	"EPERM",
	"EACCES"
]);
/**
* An exclusive lock where there is no flock: the folder exists while somebody holds it. It is prepared elsewhere, with
* its owner inside, and renamed into place, which succeeds for one process only. A folder whose owner has died on this
* machine is cleared away.
*/
async function acquireByFolder(path, { timeoutMs }) {
	const owner = `${hostname()} ${String(process.pid)} ${randomBytes(8).toString("hex")}`;
	const prepared = temporaryBeside(path);
	const deadline = Date.now() + timeoutMs;
	try {
		mkdirSync(prepared);
		writeFileSync(join(prepared, "owner"), owner);
		while (!takesPlace(prepared, path)) {
			clearIfAbandoned(path);
			if (Date.now() >= deadline) return { kind: "timeout" };
			await setTimeout$2(RETRY_MS);
		}
	} catch (thrown) {
		return {
			kind: "refused",
			why: messageOf(thrown)
		};
	} finally {
		rmSync(prepared, {
			recursive: true,
			force: true
		});
	}
	const release = () => {
		removeIfOwned(path, owner);
		return Promise.resolve();
	};
	return {
		kind: "held",
		release
	};
}
/** Waits until no writer holds the folder. Readers hold nothing: reading must not write. */
async function waitForFolder(path, { timeoutMs }) {
	const deadline = Date.now() + timeoutMs;
	while (existsSync(path) && !isAbandoned(path)) {
		if (Date.now() >= deadline) return { kind: "timeout" };
		await setTimeout$2(RETRY_MS);
	}
	return {
		kind: "held",
		release: () => Promise.resolve()
	};
}
function takesPlace(prepared, path) {
	if (existsSync(path)) return false;
	try {
		renameSync(prepared, path);
		return true;
	} catch (thrown) {
		if (existsSync(path) && OCCUPIED.has(thrown.code ?? "")) return false;
		throw thrown;
	}
}
function clearIfAbandoned(path) {
	const owner = ownerOf(path);
	if (owner !== void 0 && !isAlive(owner)) removeIfOwned(path, owner);
}
function isAbandoned(path) {
	const owner = ownerOf(path);
	return owner !== void 0 && !isAlive(owner);
}
/** Moved away first, so that of two processes that clear the same lock only one does. */
function removeIfOwned(path, owner) {
	if (ownerOf(path) !== owner) return;
	const moved = temporaryBeside(path);
	try {
		renameSync(path, moved);
	} catch {
		return;
	}
	rmSync(moved, {
		recursive: true,
		force: true
	});
}
function ownerOf(path) {
	try {
		return readFileSync(join(path, "owner"), "utf8");
	} catch {
		return;
	}
}
/** Processes on other machines count as alive. */
function isAlive(owner) {
	const [host, pid] = owner.split(" ");
	if (host !== hostname()) return true;
	try {
		process.kill(Number(pid), 0);
		return true;
	} catch (thrown) {
		return thrown.code !== "ESRCH";
	}
}
function temporaryBeside(path) {
	return join(dirname(path), `tmp${randomBytes(4).toString("hex")}.tmp`);
}

// src/bengal/lock-holders.ts
/**
* Who holds a flock on the file, for people: `process 1234 (bengal)`. Only Linux tells (`/proc/locks`: lines such as
* `1: FLOCK  ADVISORY  WRITE 1234 fd:01:5678 0 EOF`, see proc_locks(5)); the list is empty wherever nothing is known.
*/
function holdersOf(path) {
	try {
		const inode = String(statSync(path, { bigint: true }).ino);
		return readFileSync("/proc/locks", "utf8").split("\n").flatMap((line) => {
			const [, blocked, kind, , , pid = "", file = ""] = /^\d+: (->)? ?(\w+) +(\w+) +(\w+) +(\d+) +(\S+)/.exec(line) ?? [];
			return blocked === void 0 && kind === "FLOCK" && file.endsWith(`:${inode}`) && pid !== "0" ? [describeProcess(pid)] : [];
		});
	} catch {
		return [];
	}
}
function describeProcess(pid) {
	try {
		return `process ${pid} (${readFileSync(`/proc/${pid}/comm`, "utf8").trim()})`;
	} catch {
		return `process ${pid}`;
	}
}

// src/bengal/lock-program.ts
/** Appending creates the file without emptying it; perl's `flock` is flock(2) wherever that exists. */
const PERL_SCRIPT = `
use Fcntl ':flock';
my ($kind, $path) = @ARGV;
my $shared = $kind eq 'shared';
open(my $file, $shared ? '<' : '>>', $path) or die "$!\\n";
flock($file, $shared ? LOCK_SH : LOCK_EX) or die "$!\\n";
$| = 1;
print while <STDIN>;
`;
/** util-linux and BusyBox agree on these arguments, and on nothing about time-outs, so we keep the time ourselves. */
const FLOCK = {
	command: "flock",
	argumentsFor: (path, kind) => [
		kind === "shared" ? "-s" : "-x",
		path,
		"cat"
	]
};
/** macOS has no `flock` program. */
const PERL = {
	command: "perl",
	argumentsFor: (path, kind) => [
		"-e",
		PERL_SCRIPT,
		kind,
		path
	]
};
/** The programs to try on this platform, best first. On Windows none speaks of the same lock as Python's msvcrt. */
const LOCK_PROGRAMS = process.platform === "win32" ? [] : [FLOCK, PERL];
/** Waits until the program holds the lock. `path` is absolute. */
async function acquireByProgram(program, path, { kind, timeoutMs }) {
	const child = spawn(program.command, program.argumentsFor(path, kind), { detached: true });
	const closed = new Promise((resolve) => child.once("close", () => resolve()));
	child.stdin.on("error", () => void 0);
	const release = async () => {
		child.stdin.destroy();
		await closed;
	};
	const outcome = await firstSign(child, timeoutMs);
	if (outcome.kind === "held") return {
		kind: "held",
		release
	};
	if (outcome.kind === "timeout") {
		child.kill("SIGKILL");
		await release();
	}
	return outcome;
}
function firstSign(child, timeoutMs) {
	return new Promise((resolve) => {
		let complaint = "";
		const timer = setTimeout(() => resolve({ kind: "timeout" }), timeoutMs);
		const settle = (sign) => {
			clearTimeout(timer);
			resolve(sign);
		};
		child.stderr.on("data", (chunk) => void (complaint += chunk.toString("utf8")));
		child.stdout.once("data", () => settle({ kind: "held" }));
		child.once("error", (error) => settle(error.code === "ENOENT" ? { kind: "no-program" } : {
			kind: "refused",
			why: error.message
		}));
		child.once("close", (code) => settle({
			kind: "refused",
			why: complaint.trim() || `the program ended with code ${String(code)}`
		}));
		child.stdin.write("\n");
	});
}

// src/bengal/cache-lock.ts
/** A file that Bengal locks with flock(2) around every load and save of `cache.json.zst` and `stores/*`. */
const LOCK_FILE = "cache.json.lock";
/** Bengal waits as long (`bengal/utils/io/file_lock.py`). */
const DEFAULT_TIMEOUT_MS = 3e4;
/** Another process held the lock for too long. */
var CacheLockTimeout = class extends Error {
	name = "CacheLockTimeout";
	/** The lock file. */
	path;
	constructor(path, options) {
		const holders = holdersOf(path);
		const who = holders.length === 0 ? "Another process holds it: a running `bengal build` or `bengal serve`, or another bengal-cache." : `It is held by ${holders.join(", ")}.`;
		super(`No ${options.kind} lock on ${path} within ${String(options.timeoutMs / 1e3)} s. ${who} Wait until that process has ended, or end it, and try again. The lock vanishes with its holder: deleting the file frees nothing.`);
		this.path = path;
	}
};
/** The lock cannot be had at all: no permission, or a file system without locks. */
var CacheLockError = class extends Error {
	name = "CacheLockError";
};
/**
* Does the work while holding the lock that Bengal itself takes: flock(2) on `cache.json.lock`, whole file. Node has no
* flock, so a child process holds it (`flock` of util-linux or BusyBox, else `perl`, which macOS has) until its standard
* input closes: the lock is free again even if this process is killed. The lock file is never truncated or deleted.
*
* A shared lock is only taken where the lock file exists: reading must not write. On Windows, and where neither program
* is installed, a folder `cache.json.lock.d` keeps processes of this library apart; Bengal does not know of it.
*
* @throws CacheLockTimeout when others hold it for too long.
* @throws CacheLockError when it cannot be had at all.
* @throws whatever the work throws; the lock is released first.
*/
async function withCacheLock(options, work) {
	const { folder, kind, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
	const path = join(resolve(folder), LOCK_FILE);
	if (kind === "exclusive") mkdirSync(folder, { recursive: true });
	const release = await acquire(path, {
		kind,
		timeoutMs
	});
	try {
		return await work();
	} finally {
		const released = release();
		if (kind === "exclusive") await released;
	}
}
async function acquire(path, options) {
	for (const program of LOCK_PROGRAMS) {
		if (options.kind === "shared" && !existsSync(path)) break;
		const acquired = await acquireByProgram(program, path, options);
		if (acquired.kind !== "no-program") return releaseOrThrow(acquired, path, options);
	}
	if (options.kind === "exclusive") return releaseOrThrow(await acquireByFolder(`${path}.d`, options), path, options);
	return releaseOrThrow(await waitForFolder(`${path}.d`, options), path, options);
}
function releaseOrThrow(acquired, path, options) {
	switch (acquired.kind) {
		case "held": return acquired.release;
		case "timeout": throw new CacheLockTimeout(path, options);
		case "refused": throw new CacheLockError(`No ${options.kind} lock on ${path}: ${acquired.why}`);
		case "no-program": throw new CacheLockError(`No ${options.kind} lock on ${path}: there is no program that could hold it`);
	}
}

// src/bengal/file-identity.ts
/** `undefined` for a file that is not there. */
function fileIdentity(path) {
	const stat = lstatSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return stat === void 0 ? void 0 : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
}

// src/bengal/build-cache/fields.ts
/** Every top-level field that Bengal 0.5.1 knows, in the order in which it writes them (`build_cache/core.py`). */
const FIELD_NAMES = [
	"version",
	"file_fingerprints",
	"dependencies",
	"reverse_dependencies",
	"output_sources",
	"taxonomy_deps",
	"page_tags",
	"tag_to_pages",
	"known_tags",
	"parsed_content",
	"rendered_output",
	"validation_results",
	"page_artifacts",
	"output_format_fingerprints",
	"autodoc_dependencies",
	"autodoc_source_metadata",
	"autodoc_content_cache",
	"synthetic_pages",
	"template_dependencies",
	"url_claims",
	"discovered_assets",
	"config_hash",
	"external_stores",
	"last_build"
];
/** Fields that Bengal since 0.3.3 keeps in `stores/<name>.json` instead of the main file. */
const HOT_FIELDS = [
	"parsed_content",
	"rendered_output",
	"validation_results",
	"synthetic_pages"
];
/** The schema number that Bengal since 0.2.4 writes. It discards files with a lower one. */
const CURRENT_VERSION = 8;
const KNOWN = new Set(FIELD_NAMES);
const HOT = new Set(HOT_FIELDS);
function isFieldName(name) {
	return KNOWN.has(name);
}
function isHotField(name) {
	return HOT.has(name);
}
function storePath(name) {
	return `stores/${name}.json`;
}
/** The main file of a state in which nothing was built yet. */
function freshFields() {
	const maps = FIELD_NAMES.map((name) => [name, {}]);
	return {
		...Object.fromEntries(maps),
		version: 8,
		known_tags: [],
		config_hash: null,
		external_stores: Object.fromEntries(HOT_FIELDS.map((name) => [name, storePath(name)])),
		last_build: null
	};
}

// src/bengal/build-cache/lazy-group.ts
/**
* Top-level fields that stay JSON until somebody asks for them, so that loading costs little more than parsing, and that
* are only encoded anew when something was changed, so that all else is written as it was read.
*/
var LazyGroup = class {
	names;
	#changed = false;
	#edited = false;
	#codec;
	#read;
	#decoded;
	constructor(codec, read) {
		this.names = codec.names;
		this.#codec = codec;
		this.#read = read;
	}
	get changed() {
		return this.#changed;
	}
	set changed(changed) {
		this.#changed = changed;
		this.#edited ||= changed;
	}
	get edited() {
		return this.#edited;
	}
	/** The value, not to be changed. */
	get value() {
		this.#decoded ??= { value: this.#codec.decode(this.#read) };
		return this.#decoded.value;
	}
	/** The value, which will be written by the next save. */
	edit() {
		this.changed = true;
		return this.value;
	}
	encode() {
		return this.#codec.encode(this.value);
	}
};

// src/bengal/build-cache/stores.ts
/**
* The hot maps, each in a file of its own that is read when first asked for. A file that somebody replaced since the main
* file was read belongs to another build: its content would be checked against fingerprints that are not its own, so it
* is not used.
*/
var Stores = class {
	#options;
	#identities = /* @__PURE__ */ new Map();
	constructor(options) {
		this.#options = options;
	}
	/** Remembers which files belong to the main file; to be called under the lock under which that is read or written. */
	pin() {
		for (const name of HOT_FIELDS) this.#identities.set(name, this.#identify(name));
	}
	exists(name) {
		return this.#identify(name) !== void 0;
	}
	read(name) {
		const path = storePath(name);
		if (this.#identities.get(name) === void 0) return this.#reject(path, "it is missing");
		const file = readPlainFile(this.#options.folder, path, this.#options.limits);
		if (this.#identify(name) !== this.#identities.get(name)) return this.#reject(path, "another process has replaced it");
		switch (file.kind) {
			case "read": return file.value;
			case "absent": return this.#reject(path, "it is missing");
			case "corrupt": return this.#reject(path, file.why);
		}
	}
	write(name, value) {
		const path = join(this.#options.folder, storePath(name));
		mkdirSync(dirname(path), { recursive: true });
		writeAtomically(path, Buffer.from(stringifyExact(value, { ascii: false })));
	}
	#reject(path, why) {
		this.#options.warn(`${path} is not used: ${why}`);
	}
	#identify(name) {
		return fileIdentity(join(this.#options.folder, storePath(name)));
	}
};
/** Whether the main file says that this map is in a store. No other place than Bengal's own is believed. */
function isExternal(main, name) {
	return field(main["external_stores"], name) === storePath(name);
}

// src/bengal/build-cache/cache-data.ts
/** The fields of a cache: JSON as it was read, and the groups that were decoded from it. */
var CacheData = class {
	#source;
	#groups = [];
	#main;
	constructor(source) {
		this.#source = source;
		this.#main = source.main;
	}
	/** Fields of the file that no Bengal knows. Its loader would discard everything for one of them. */
	get unknownFields() {
		return Object.keys(this.#source.main).filter((name) => !isFieldName(name));
	}
	group(codec) {
		const group = new LazyGroup(codec, this.#read);
		group.changed = this.#source.fresh || this.#main["version"] !== 8;
		this.#groups.push(group);
		return group;
	}
	/** What has to be written now. Until `undo`, everything counts as written. */
	compose() {
		const pending = this.#groups.filter((group) => group.changed);
		const encoded = /* @__PURE__ */ new Map();
		for (const group of pending) for (const [name, value] of Object.entries(group.encode())) encoded.set(name, value);
		const before = this.#main;
		const stores = this.#storesToWrite(encoded);
		this.#main = this.#composeMain(encoded);
		for (const group of pending) group.changed = false;
		return {
			main: this.#main,
			stores,
			undo: () => {
				this.#main = before;
				for (const group of pending) group.changed = true;
			}
		};
	}
	/** The whole cache as JSON, hot maps inline. */
	toJson() {
		const encoded = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
		for (const group of this.#groups) {
			const fields = group.edited ? group.encode() : this.#asRead(group.names);
			for (const [name, value] of Object.entries(fields)) encoded.set(name, value);
		}
		return Object.fromEntries(encoded);
	}
	#read = (name) => {
		if (isHotField(name) && !this.#source.fresh && isExternal(this.#main, name)) {
			const store = this.#source.stores.read(name);
			if (store !== void 0) return store;
		}
		return field(this.#main, name);
	};
	#asRead(names) {
		return Object.fromEntries(names.flatMap((name) => {
			const value = this.#read(name);
			return value === void 0 ? [] : [[name, value]];
		}));
	}
	#storesToWrite(encoded) {
		return this.#groups.flatMap((group) => group.names.flatMap((name) => {
			if (!isHotField(name) || !isExternal(this.#main, name)) return [];
			const value = encoded.get(name);
			if (value !== void 0) return [[name, value]];
			return this.#source.stores.exists(name) ? [] : [[name, field(this.#main, name) ?? {}]];
		}));
	}
	#composeMain(encoded) {
		const main = new Map(Object.entries(this.#main).filter(([name]) => isFieldName(name)));
		for (const name of FIELD_NAMES) {
			const value = isHotField(name) && isExternal(this.#main, name) && encoded.has(name) ? {} : encoded.get(name);
			if (value !== void 0 && (main.has(name) || !isBlank(value))) main.set(name, value);
		}
		main.set("version", 8);
		return Object.fromEntries(main);
	}
};
function isBlank(value) {
	return value === null || (isObject(value) ? Object.keys(value).length === 0 : Array.isArray(value) && value.length === 0);
}
/** The root of the checkout that wrote the cache, unless that is the present one: see `findRecordedRoot`. */
function recordedRootOf(main, siteRoot) {
	const claimed = entriesOf(main["url_claims"]).flatMap(([, claim]) => asStrings([field(claim, "source") ?? null]));
	const keyed = [
		"file_fingerprints",
		"file_hashes",
		"page_tags",
		"template_dependencies",
		"dependencies"
	].flatMap((name) => entriesOf(main[name]).map(([key]) => key));
	const paths = [...claimed, ...keyed].map(toPosix);
	const absolute = paths.filter(isAbsolutePosix);
	if (absolute.some((path) => below(siteRoot, path) !== void 0)) return void 0;
	return findRecordedRoot(absolute, new Set(paths.filter((path) => !isAbsolutePosix(path))));
}

// src/bengal/build-cache/path-keys.ts
/**
* Names of files in the cache: Bengal's `content_key` (`bengal/build/contracts/keys.py`), which is the POSIX path relative
* to the site root, or the absolute one for files elsewhere, symbolic links resolved.
*/
var PathKeys = class {
	/** Absolute, POSIX, symbolic links resolved. */
	siteRoot;
	#givenRoot;
	#findRecordedRoot;
	#recordedRoot;
	constructor({ siteRoot, findRecordedRoot }) {
		this.#givenRoot = toPosix(resolve(siteRoot));
		this.siteRoot = resolveLinks(this.#givenRoot);
		this.#findRecordedRoot = findRecordedRoot;
	}
	/** The key of a path that a caller names, absolute or relative to the site root. Looks for symbolic links on disk. */
	of(path) {
		const slashed = toPosix(path);
		const absolute = isAbsolutePosix(slashed) ? posix.normalize(slashed) : posix.join(this.siteRoot, slashed);
		const known = this.#belowSite(absolute);
		const real = resolveLinks(known === void 0 ? absolute : posix.join(this.siteRoot, known));
		return below(this.siteRoot, real) ?? real;
	}
	/** The key of a path that the state names. Never looks at the disk: the state may be from another machine. */
	ofRecorded(recorded) {
		const path = toPosix(recorded);
		return isAbsolutePosix(path) ? this.#belowSite(path) ?? path : path;
	}
	/** Where the file of a key lies on this machine. */
	toAbsolute(key) {
		return isAbsolutePosix(key) ? key : posix.join(this.siteRoot, key);
	}
	/**
	* The key of a source of generated documentation: relative to the *parent* of the site root where it lies below that,
	* because such sources are the siblings of a site (`autodoc_tracking.py`). A relative path is taken as such a key.
	*/
	ofAutodocSource(path) {
		const slashed = toPosix(path);
		if (!isAbsolutePosix(slashed)) return slashed;
		for (const root of this.#roots()) {
			const key = below(posix.dirname(root), slashed);
			if (key !== void 0) return key;
		}
		return slashed;
	}
	autodocSourceToAbsolute(key) {
		return isAbsolutePosix(key) ? key : posix.join(posix.dirname(this.siteRoot), key);
	}
	#belowSite(absolute) {
		const here = below(this.siteRoot, absolute) ?? below(this.#givenRoot, absolute);
		if (here !== void 0) return here;
		const recordedRoot = this.#recorded();
		return recordedRoot === void 0 ? void 0 : below(recordedRoot, absolute);
	}
	*#roots() {
		yield this.siteRoot;
		yield this.#givenRoot;
		const recorded = this.#recorded();
		if (recorded !== void 0) yield recorded;
	}
	#recorded() {
		this.#recordedRoot ??= { path: this.#findRecordedRoot() };
		return this.#recordedRoot.path;
	}
};
/** As Python's `Path.resolve`: links are followed as far as the path exists. */
function resolveLinks(path) {
	const missing = [];
	for (let existing = path;; existing = dirname(existing)) try {
		return posix.join(toPosix(realpathSync.native(existing)), ...missing);
	} catch {
		if (dirname(existing) === existing) return path;
		missing.unshift(posix.basename(existing));
	}
}

// src/bengal/build-cache/disk.ts
/** Reads the main file as it is under a shared lock. Stores are only looked at, not read. */
async function openCache(folder, options) {
	const stores = storesOf(folder, options);
	const file = await readUnderLock(folder, {
		options,
		pin: () => stores.pin()
	});
	if (file.kind === "absent") return file;
	if (file.kind === "corrupt") return {
		kind: "corrupt",
		why: `${file.path}: ${file.why}`
	};
	const main = file.value;
	const version = main["version"] ?? 0;
	if (typeof version !== "number" || !Number.isInteger(version) || version < 0 || version > 8) {
		const shown = JSON.stringify(version).slice(0, 40);
		return {
			kind: "corrupt",
			why: `${file.path}: its version is ${shown}, and only numbers up to 8 are understood`
		};
	}
	const siteRoot = siteRootOf(folder, options);
	const keys = new PathKeys({
		siteRoot,
		findRecordedRoot: () => recordedRootOf(main, keys.siteRoot)
	});
	const python = file.envelope.kind === "headed" ? file.envelope.python : void 0;
	return {
		kind: "read",
		opened: {
			folder,
			options,
			data: new CacheData({
				main,
				stores,
				fresh: false
			}),
			stores,
			keys,
			python
		}
	};
}
/**
* Getting the lock takes a process its time, so the file is read meanwhile. What was read counts if the file is still the
* same once the lock is held.
*/
async function readUnderLock(folder, { options, pin }) {
	const identify = () => JSON.stringify(["cache.json.zst", "cache.json"].map((name) => fileIdentity(join(folder, name)) ?? null));
	const before = identify();
	const early = readCacheFile(folder, "cache", options.limits);
	await new Promise(setImmediate);
	return await withCacheLock({
		folder,
		kind: "shared",
		...timeoutOf(options)
	}, async () => {
		pin();
		return identify() === before ? void 0 : await readCacheFile(folder, "cache", options.limits);
	}) ?? await early;
}
/** A cache of nothing, to be saved in the folder. */
function openFresh(folder, options) {
	const stores = storesOf(folder, options);
	const keys = new PathKeys({
		siteRoot: siteRootOf(folder, options),
		findRecordedRoot: () => void 0
	});
	return {
		folder,
		options,
		data: new CacheData({
			main: freshFields(),
			stores,
			fresh: true
		}),
		stores,
		keys,
		python: void 0
	};
}
/** Writes what changed under an exclusive lock: first the stores, then the main file, each in one step. */
async function saveCache(opened, python) {
	const { folder, options, data, stores } = opened;
	const reader = python ?? opened.python ?? recordedPython(folder);
	if (reader === void 0) throw new UserError([`Expected the Python that will read cache.json.zst, e.g. save({ python: '3.14' }): no file of ${folder} tells it`]);
	const composed = data.compose();
	try {
		await withCacheLock({
			folder,
			kind: "exclusive",
			...timeoutOf(options)
		}, async () => {
			for (const [name, value] of composed.stores) stores.write(name, value);
			await writeCacheFile({
				folder,
				name: "cache",
				value: composed.main,
				python: reader
			});
			stores.pin();
		});
	} catch (thrown) {
		composed.undo();
		throw thrown;
	}
}
function storesOf(folder, { limits = DEFAULT_LIMITS, warn }) {
	return new Stores({
		folder,
		limits,
		warn: warn ?? (() => void 0)
	});
}
function siteRootOf(folder, { siteRoot }) {
	return siteRoot ?? dirname(resolve(folder));
}
function timeoutOf({ lockTimeoutMs }) {
	return lockTimeoutMs === void 0 ? {} : { timeoutMs: lockTimeoutMs };
}

// src/bengal/file-fingerprint.ts
const NANOSECONDS = 1000000000n;
const CHUNK_BYTES = 1 << 17;
/**
* What Bengal notes about a file to see later whether it changed (`{mtime, mtime_ns, size, hash}` in
* `file_fingerprints`, see `bengal/cache/build_cache/fingerprint.py` and `file_tracking.py`). Immutable.
*/
var FileFingerprint = class FileFingerprint {
	mtime;
	mtimeNs;
	size;
	hash;
	constructor({ mtime, mtimeNs, size, hash }) {
		this.mtime = mtime;
		this.mtimeNs = mtimeNs;
		this.size = size;
		this.hash = hash;
		Object.freeze(this);
	}
	/**
	* The fingerprint of a file on disk. The time is taken before the content is read: a file that changes meanwhile will
	* look changed.
	*
	* @param options `hash: false` leaves the content unread.
	* @throws what the file system reports, e.g. `ENOENT`.
	*/
	static fromPath(path, options = {}) {
		const stat = statSync(path, { bigint: true });
		return FileFingerprint.fromStat(stat, options.hash === false ? void 0 : hashFileSync(path));
	}
	static fromStat(stat, hash) {
		return new FileFingerprint({
			mtime: secondsOf(stat.mtimeNs),
			mtimeNs: stat.mtimeNs,
			size: Number(stat.size),
			hash
		});
	}
	/**
	* Reads an entry of `file_fingerprints`, the bare SHA-256 of the older `file_hashes`, or what `toJSON` gave. Missing
	* numbers are 0 as in Bengal: they match no file, and the hash decides. `undefined` for what is no entry.
	*/
	static fromJSON(value) {
		const bare = asHash(value);
		if (bare !== void 0) return new FileFingerprint({
			mtime: 0,
			size: 0,
			hash: bare
		});
		if (typeof value !== "object" || value === null || Array.isArray(value)) return void 0;
		return new FileFingerprint({
			mtime: asFiniteNumber(field(value, "mtime")) ?? 0,
			mtimeNs: asNanoseconds(field(value, "mtime_ns")),
			size: asFiniteNumber(field(value, "size")) ?? 0,
			hash: asHash(field(value, "hash"))
		});
	}
	/**
	* Whether time and size are the recorded ones: then Bengal takes the file for unchanged. The nanoseconds decide where
	* they are recorded, else the seconds.
	*/
	matchesStat(stat) {
		return (this.mtimeNs === void 0 ? this.mtime === secondsOf(stat.mtimeNs) : this.mtimeNs === stat.mtimeNs) && this.size === Number(stat.size);
	}
	/**
	* For `JSON.stringify`: `{mtime, mtime_ns, size, hash}`, the nanoseconds as a string of digits, since a JSON number
	* loses some of them in JavaScript. (`BuildCache` writes the integer that Bengal expects.)
	*/
	toJSON() {
		return {
			...fingerprintEntry(this),
			...this.mtimeNs === void 0 ? {} : { mtime_ns: String(this.mtimeNs) }
		};
	}
};
/** The entry that Bengal writes, for `stringifyExact`. */
function fingerprintEntry({ mtime, mtimeNs, size, hash }) {
	return {
		mtime,
		...mtimeNs === void 0 ? {} : { mtime_ns: fromInteger(mtimeNs) },
		size,
		hash: hash ?? null
	};
}
/** Seconds as CPython makes them of nanoseconds (`posixmodule.c`, `fill_time`): the sum of two doubles, not a quotient. */
function secondsOf(nanoseconds) {
	let seconds = nanoseconds / NANOSECONDS;
	let rest = nanoseconds % NANOSECONDS;
	if (rest < 0n) {
		seconds -= 1n;
		rest += NANOSECONDS;
	}
	return Number(seconds) + 1e-9 * Number(rest);
}
/**
* SHA-256 of a file's bytes, read in pieces of 128 KiB.
*
* @throws what the file system reports.
*/
function hashFileSync(path) {
	const file = openSync(path, "r");
	try {
		const digest = createHash("sha256");
		const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
		for (let length = readSync(file, chunk); length > 0; length = readSync(file, chunk)) digest.update(chunk.subarray(0, length));
		return digest.digest("hex");
	} finally {
		closeSync(file);
	}
}
function asHash(value) {
	const text = asString(value);
	return text !== void 0 && isSha256(text) ? text : void 0;
}
function asNanoseconds(value) {
	const text = asString(value);
	return text !== void 0 && /^-?\d{1,20}$/.test(text) ? BigInt(text) : asInteger(value);
}

// src/bengal/build-cache/entry-map.ts
/**
* Key -> JSON value, for tables whose keys are files. One file recorded under two spellings is one entry: the one under
* the canonical key, where Bengal looks. The other spelling is written again beside it: the development version asks for
* its configuration file by the absolute path (`orchestration/build/initialization.py`).
*/
var EntryMap = class EntryMap {
	#entries = /* @__PURE__ */ new Map();
	#otherSpellings = /* @__PURE__ */ new Map();
	static fromJson(value, keyOf = (key) => key) {
		const map = new EntryMap();
		const misspelled = [];
		for (const [recorded, entry] of entriesOf(value)) {
			const key = keyOf(recorded);
			if (key === recorded) map.#entries.set(key, entry);
			else misspelled.push([
				key,
				recorded,
				entry
			]);
		}
		const canonical = new Set(misspelled.map(([key]) => key).filter((key) => map.#entries.has(key)));
		for (const [key, recorded, entry] of misspelled) if (!canonical.has(key)) map.#entries.set(key, entry);
		else map.#spellings(key).add(recorded);
		return map;
	}
	get size() {
		return this.#entries.size;
	}
	get(key) {
		return this.#entries.get(key);
	}
	entries() {
		return this.#entries.entries();
	}
	keys() {
		return this.#entries.keys();
	}
	values() {
		return this.#entries.values();
	}
	has(key) {
		return this.#entries.has(key);
	}
	set(key, entry) {
		this.#entries.set(key, entry);
	}
	/** Answers whether there was one. */
	delete(key) {
		this.#otherSpellings.delete(key);
		return this.#entries.delete(key);
	}
	clear() {
		this.#entries.clear();
		this.#otherSpellings.clear();
	}
	toJson() {
		const all = [];
		for (const [key, entry] of this.#entries) {
			all.push([key, entry]);
			for (const recorded of this.#otherSpellings.get(key) ?? []) all.push([recorded, entry]);
		}
		return Object.fromEntries(all);
	}
	#spellings(key) {
		const spellings = this.#otherSpellings.get(key) ?? /* @__PURE__ */ new Set();
		this.#otherSpellings.set(key, spellings);
		return spellings;
	}
};

// src/bengal/build-cache/file-table.ts
/** `file_fingerprints`; up to 0.1.4 `file_hashes`, path -> SHA-256. */
function fingerprintsCodec(keys) {
	return {
		names: ["file_fingerprints"],
		decode(read) {
			const fingerprints = read("file_fingerprints") ?? hashesAsFingerprints(read("file_hashes"));
			return EntryMap.fromJson(fingerprints, (recorded) => keys.ofRecorded(recorded));
		},
		encode: (entries) => ({ file_fingerprints: entries.toJson() })
	};
}
function hashesAsFingerprints(value) {
	if (!isObject(value)) return void 0;
	return Object.fromEntries(Object.entries(value).flatMap(([path, hash]) => {
		const fingerprint = FileFingerprint.fromJSON(hash);
		return fingerprint === void 0 ? [] : [[path, fingerprintEntry(fingerprint)]];
	}));
}
/** What was noted about files, and whether they still are as noted. */
var FileTable = class {
	#group;
	#keys;
	constructor(group, keys) {
		this.#group = group;
		this.#keys = keys;
	}
	get size() {
		return this.#group.value.size;
	}
	keys() {
		return this.#group.value.keys();
	}
	get(key) {
		return FileFingerprint.fromJSON(this.#group.value.get(key));
	}
	set(key, fingerprint) {
		const before = this.#group.value.get(key);
		this.#group.edit().set(key, {
			...isObject(before) ? before : {},
			...fingerprintEntry(fingerprint)
		});
	}
	/** Bengal's rule, see `BuildCache.isChanged`. */
	isChanged(key) {
		const recorded = this.get(key);
		if (recorded === void 0) return true;
		const path = this.#keys.toAbsolute(key);
		try {
			const stat = statSync(path, { bigint: true });
			if (recorded.matchesStat(stat)) return false;
			if (recorded.hash === void 0 || hashFileSync(path) !== recorded.hash) return true;
			this.set(key, FileFingerprint.fromStat(stat, recorded.hash));
			return false;
		} catch {
			return true;
		}
	}
	/** A file that is gone is forgotten. */
	update(key) {
		const path = this.#keys.toAbsolute(key);
		if (statSync(path, { throwIfNoEntry: false }) === void 0) this.delete(key);
		else this.set(key, FileFingerprint.fromPath(path));
	}
	delete(key) {
		return this.#group.value.has(key) && this.#group.edit().delete(key);
	}
	clear() {
		this.#group.edit().clear();
	}
};
/** `output_sources`: output below the output directory -> key of its source. */
function outputsCodec(keys) {
	return {
		names: ["output_sources"],
		decode: (read) => {
			const outputs = EntryMap.fromJson(read("output_sources"));
			for (const [output, source] of outputs.entries()) if (typeof source === "string") outputs.set(output, keys.ofRecorded(source));
			return outputs;
		},
		encode: (entries) => ({ output_sources: entries.toJson() })
	};
}
/** Which source each output was made of. */
var OutputTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	sources() {
		return new Map([...this.#group.value.entries()].flatMap(([output, source]) => asPair(output, asString(source))));
	}
	/** Paths are absolute; answers whether the output lies below the directory. */
	track(source, output, outputDir) {
		const relative = below(toPosix(outputDir), toPosix(output));
		if (relative === void 0) return false;
		this.#group.edit().set(relative, source);
		return true;
	}
	deleteSource(key) {
		const outputs = [...this.#group.value.entries()].filter(([, source]) => source === key);
		for (const [output] of outputs) this.#group.edit().delete(output);
	}
	clear() {
		this.#group.edit().clear();
	}
};
function asPair(output, source) {
	return source === void 0 ? [] : [[output, source]];
}
/** A file's modification time as Bengal compares it (float seconds), `null` when there is no such file. */
function mtimeSeconds(path) {
	const stat = statSync(path, {
		bigint: true,
		throwIfNoEntry: false
	});
	return stat === void 0 ? null : secondsOf(stat.mtimeNs);
}

// src/bengal/build-cache/content-table.ts
/** A hot map by page or file: `parsed_content`, `rendered_output`, `validation_results`. */
function contentCodec(name, keys) {
	return {
		names: [name],
		decode: (read) => EntryMap.fromJson(read(name), (recorded) => keys.ofRecorded(recorded)),
		encode: (entries) => ({ [name]: entries.toJson() })
	};
}
/** What tables of kept content have in common. */
var ContentTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	get size() {
		return this.#group.value.size;
	}
	get(key) {
		const entry = this.#group.value.get(key);
		return isObject(entry) ? entry : void 0;
	}
	set(key, entry) {
		this.#group.edit().set(key, entry);
	}
	/** Answers whether there was one. */
	delete(key) {
		return this.#group.value.has(key) && this.#group.edit().delete(key);
	}
	deleteWhere(condemned) {
		const keys = [...this.#group.value.entries()].flatMap(([key, entry]) => condemned(entry, key) ? [key] : []);
		for (const key of keys) this.#group.edit().delete(key);
	}
	clear() {
		this.#group.edit().clear();
	}
	stats() {
		let totalBytes = 0;
		for (const entry of this.#group.value.values()) totalBytes += asFiniteNumber(field(entry, "size_bytes")) ?? 0;
		return {
			pages: this.size,
			totalBytes,
			averageBytes: this.size === 0 ? 0 : totalBytes / this.size
		};
	}
};
/** Whether a recorded text field is the given one. */
function isRecorded(entry, name, value) {
	return asString(field(entry, name)) === value;
}

// src/bengal/build-cache/metadata-hash.ts
/**
* Keys whose change affects menus and section lists (`NAV_AFFECTING_KEYS` in `bengal/orchestration/constants.py`),
* compared in lower case.
*/
const NAVIGATION_KEYS = /* @__PURE__ */ new Set([...[
	"title",
	"slug",
	"permalink",
	"aliases",
	"hidden",
	"draft",
	"visibility",
	"menu",
	"weight",
	"cascade",
	"redirect"
], ...[
	"lang",
	"language",
	"translationkey",
	"_section"
]]);
/** SHA-256 of `json.dumps(metadata, sort_keys=True, default=str)`: `parsed_content_cache.py`. */
function metadataHash(metadata) {
	return sha256(pythonJson(metadata, PYTHON_DEFAULT_SORTED));
}
function navigationHash(metadata) {
	const relevant = Object.entries(metadata).filter(([key]) => NAVIGATION_KEYS.has(key.toLowerCase()));
	return metadataHash(Object.fromEntries(relevant));
}
function cascadeHash(metadata) {
	return metadataHash("cascade" in metadata ? metadata["cascade"] : {});
}
/**
* As `metadataHash`, without Python objects: for generated documentation the hash of its content stands for the element
* (`rendered_output_cache.py`, `_compute_metadata_hash`).
*/
function renderedMetadataHash(metadata) {
	const transient = /* @__PURE__ */ new Set(["_site", "_section"]);
	if (isAutodoc(metadata) && Boolean(metadata["doc_content_hash"])) transient.add("autodoc_element");
	return metadataHash(Object.fromEntries(Object.entries(metadata).filter(([key]) => !transient.has(key))));
}
function isAutodoc(metadata) {
	return Boolean(metadata["is_autodoc"]);
}

// src/bengal/build-cache/page-content.ts
function miss(why) {
	return {
		kind: "miss",
		why
	};
}

// src/bengal/build-cache/parsed-content.ts
/** The kept entry if everything it was made of is unchanged, checked in Bengal's order. */
function findParsedContent(table, page, check) {
	const { terms, freshness } = check;
	const entry = table.get(page);
	if (entry === void 0) return miss("not-cached");
	if (freshness.isChanged(page)) return miss("source-changed");
	if (!isRecorded(entry, "metadata_hash", metadataHash(terms.metadata))) return miss("metadata-changed");
	if (!isRecorded(entry, "template", terms.template)) return miss("template-changed");
	if (!isRecorded(entry, "parser_version", terms.parserVersion)) return miss("parser-changed");
	for (const file of freshness.dependenciesOf(page)) if (freshness.isChanged(file)) return miss("dependency-changed");
	return {
		kind: "cached",
		content: entry
	};
}
function parsedContentEntry(content, terms) {
	const { links = [], detectedFeatures, targetAnchors } = content;
	const { metadata } = terms;
	return {
		html: content.html,
		toc: content.toc,
		toc_items: content.tocItems,
		links,
		excerpt: content.excerpt ?? "",
		meta_description: content.metaDescription ?? "",
		plain_text: content.plainText ?? "",
		word_count: content.wordCount ?? 0,
		reading_time: content.readingTime ?? 0,
		ast: content.ast ?? null,
		metadata_hash: metadataHash(metadata),
		nav_metadata_hash: navigationHash(metadata),
		cascade_metadata_hash: cascadeHash(metadata),
		template: terms.template,
		parser_version: terms.parserVersion,
		timestamp: pythonTimestamp(/* @__PURE__ */ new Date()),
		size_bytes: sizeOf(content),
		...detectedFeatures === void 0 ? {} : { detected_features: detectedFeatures },
		...targetAnchors === void 0 ? {} : { target_anchors: targetAnchors }
	};
}
/** Bengal's estimate: the texts, and the syntax tree as JSON when there is one. */
function sizeOf({ html, toc, links = [], ast }) {
	return [
		html,
		toc,
		...links
	].reduce((sum, text) => sum + Buffer.byteLength(text), 0) + (Array.isArray(ast) && ast.length > 0 ? pythonJson(ast, {
		...PYTHON_DEFAULT_SORTED,
		sortKeys: false
	}).length : 0);
}

// src/bengal/build-cache/plain-tables.ts
/** A top-level field that is a map; its keys stay as they are unless they are files. */
function entriesCodec(name, keyOf) {
	return {
		names: [name],
		decode: (read) => EntryMap.fromJson(read(name), keyOf),
		encode: (entries) => ({ [name]: entries.toJson() })
	};
}
/** A top-level field that is a text or null. */
function textCodec(name) {
	return {
		names: [name],
		decode: (read) => ({ text: asString(read(name)) }),
		encode: ({ text }) => ({ [name]: text ?? null })
	};
}
function readClaim(entry, keys) {
	const source = asString(field(entry, "source"));
	if (source === void 0) return void 0;
	return {
		owner: asString(field(entry, "owner")) ?? "",
		source: keys.ofRecorded(source),
		priority: asFiniteNumber(field(entry, "priority")) ?? 0,
		version: asString(field(entry, "version")),
		lang: asString(field(entry, "lang"))
	};
}
function claimsOf(entries, keys) {
	const claims = /* @__PURE__ */ new Map();
	for (const [url, entry] of entries) {
		const claim = readClaim(entry, keys);
		if (claim !== void 0) claims.set(url, claim);
	}
	return claims;
}
/** The entries that are texts. */
function textsOf(entries) {
	const texts = /* @__PURE__ */ new Map();
	for (const [key, value] of entries) if (typeof value === "string") texts.set(key, value);
	return texts;
}
const PAGE_HASHES = ":page_hashes";
/**
* Forgets a page in `output_format_fingerprints`: format -> SHA-256 of all that goes into a site-wide file, and
* `<format>:page_hashes` -> JSON text of page -> SHA-256 (`postprocess/output_formats/incremental.py`). The fingerprint of
* a format that knew the page goes too, so that the file is written anew.
*/
function forgetInFormats(formats, page) {
	let changed = false;
	for (const [name, text] of [...formats.entries()]) {
		if (!name.endsWith(PAGE_HASHES) || typeof text !== "string") continue;
		const parsed = parseExact(Buffer.from(text));
		if (parsed.kind === "malformed" || !isObject(parsed.value) || !Object.hasOwn(parsed.value, page)) continue;
		const others = Object.entries(parsed.value).filter(([key]) => key !== page);
		formats.set(name, pythonJson(Object.fromEntries(others), {
			...PYTHON_COMPACT,
			sortKeys: true
		}));
		formats.delete(name.slice(0, -12));
		changed = true;
	}
	return { changed };
}
/** Whether any key or text in the value holds the text. */
function mentions(value, text) {
	return JSON.stringify(value).includes(JSON.stringify(text).slice(1, -1));
}

// src/bengal/build-cache/rendered-output.ts
/** The kept HTML if everything it was made of is unchanged, checked in Bengal's order. */
function findRenderedOutput(table, page, check) {
	const { terms, freshness, assetManifestMtime, keyOfRecorded } = check;
	const entry = table.get(page);
	const html = asString(field(entry, "html"));
	if (entry === void 0 || html === void 0) return miss("not-cached");
	if (!isAutodoc(terms.metadata) && freshness.isChanged(page)) return miss("source-changed");
	if (!isRecorded(entry, "metadata_hash", renderedMetadataHash(terms.metadata))) return miss("metadata-changed");
	if (!isRecorded(entry, "template", terms.template)) return miss("template-changed");
	const recorded = asStrings(field(entry, "dependencies")).map(keyOfRecorded);
	for (const file of /* @__PURE__ */ new Set([...recorded, ...freshness.dependenciesOf(page)])) if (freshness.isChanged(file)) return miss("dependency-changed");
	return (asFiniteNumber(field(entry, "asset_manifest_mtime")) ?? null) === assetManifestMtime ? {
		kind: "cached",
		content: html
	} : miss("assets-changed");
}
function renderedOutputEntry(output, terms, assetManifestMtime) {
	return {
		html: output.html,
		template: terms.template,
		metadata_hash: renderedMetadataHash(terms.metadata),
		dependencies: output.dependencies,
		timestamp: pythonTimestamp(/* @__PURE__ */ new Date()),
		size_bytes: Buffer.byteLength(output.html),
		asset_manifest_mtime: assetManifestMtime
	};
}

// src/bengal/build-cache/stats.ts
function statsOf({ files, dependencies, tags, terms, parsed, rendered, autodoc }) {
	return {
		trackedFiles: files.size,
		dependencies: dependencies.pairs,
		tags: tags.slugs().size,
		taxonomyTerms: terms.size,
		parsedPages: parsed.size,
		renderedPages: rendered.size,
		autodocSources: autodoc.sources,
		autodocPages: autodoc.pairs
	};
}
/** One line for people. */
function describeStats(stats) {
	const { trackedFiles, dependencies, tags, parsedPages, renderedPages } = stats;
	return `BuildCache: ${`${trackedFiles} files, ${dependencies} dependencies, ${tags} tags`}, ${parsedPages} parsed and ${renderedPages} rendered pages`;
}

// src/bengal/build-cache/set-map.ts
const NONE = /* @__PURE__ */ new Set();
const asRecorded = {
	key: (name) => name,
	item: (name) => name
};
/**
* Key -> set of strings, as Bengal stores it: `{ "key": ["a", "b"] }`, in random order there and sorted here. Entries of
* two spellings of one key are united. What is no string is kept aside and written again.
*/
var SetMap = class SetMap {
	#sets = /* @__PURE__ */ new Map();
	#foreign = /* @__PURE__ */ new Map();
	static fromJson(value, names = asRecorded) {
		const map = new SetMap();
		for (const [recorded, items] of entriesOf(value)) map.#take(names.key(recorded), items, names);
		return map;
	}
	get size() {
		return this.#sets.size;
	}
	get(key) {
		return this.#sets.get(key) ?? NONE;
	}
	has(key) {
		return this.#sets.has(key);
	}
	entries() {
		return this.#sets.entries();
	}
	keys() {
		return this.#sets.keys();
	}
	add(key, item) {
		const set = this.#sets.get(key);
		if (set === void 0) this.#sets.set(key, /* @__PURE__ */ new Set([item]));
		else set.add(item);
	}
	/** A key without items is kept: it says that there are none. */
	replace(key, items) {
		this.#foreign.delete(key);
		this.#sets.set(key, new Set(items));
	}
	/** A key whose last item this was goes too. Answers whether it did. */
	remove(key, item) {
		const set = this.#sets.get(key);
		if (set?.delete(item) !== true || set.size > 0) return false;
		this.delete(key);
		return true;
	}
	delete(key) {
		this.#sets.delete(key);
		this.#foreign.delete(key);
	}
	clear() {
		this.#sets.clear();
		this.#foreign.clear();
	}
	toJson(spell = asRecorded.key) {
		const known = [...this.#sets].map(([key, items]) => [spell(key), this.#itemsToJson(key, items)]);
		const foreign = [...this.#foreign].filter(([key]) => !this.#sets.has(key));
		return Object.fromEntries([...known, ...foreign]);
	}
	#take(key, items, names) {
		if (!Array.isArray(items)) {
			this.#foreign.set(key, items);
			return;
		}
		const set = this.#sets.get(key) ?? /* @__PURE__ */ new Set();
		this.#sets.set(key, set);
		const others = [];
		for (const item of items) if (typeof item === "string") set.add(names.item(item));
		else others.push(item);
		if (others.length > 0) this.#foreign.set(key, others);
	}
	#itemsToJson(key, items) {
		const foreign = this.#foreign.get(key);
		const others = Array.isArray(foreign) ? foreign : [];
		return [...[...items].sort(byCodeUnit), ...others];
	}
};

// src/bengal/build-cache/relation.ts
/** Pairs that are found from either side at the cost of the answer. */
var Relation = class {
	#forward;
	#reverse = new SetMap();
	constructor(forward = new SetMap()) {
		this.#forward = forward;
		for (const [left, rights] of forward.entries()) for (const right of rights) this.#reverse.add(right, left);
	}
	/** Left -> rights. Only to be read. */
	get forward() {
		return this.#forward;
	}
	/** Right -> lefts. Only to be read. */
	get reverse() {
		return this.#reverse;
	}
	get pairs() {
		let count = 0;
		for (const [, rights] of this.#forward.entries()) count += rights.size;
		return count;
	}
	add(left, right) {
		this.#forward.add(left, right);
		this.#reverse.add(right, left);
	}
	/** Answers whether that was the last pair with this left side. */
	remove(left, right) {
		this.#reverse.remove(right, left);
		return this.#forward.remove(left, right);
	}
	replaceLeft(left, rights) {
		const wanted = new Set(rights);
		for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
		this.#forward.replace(left, wanted);
		for (const right of wanted) this.#reverse.add(right, left);
	}
	removeLeft(left) {
		for (const right of this.#forward.get(left)) this.#reverse.remove(right, left);
		this.#forward.delete(left);
	}
	/** Answers the left sides that have no pair any more. */
	removeRight(right) {
		const emptied = [...this.#reverse.get(right)].filter((left) => this.#forward.remove(left, right));
		this.#reverse.delete(right);
		return emptied;
	}
	clear() {
		this.#forward.clear();
		this.#reverse.clear();
	}
};

// src/bengal/build-cache/autodoc-table.ts
/** `autodoc_dependencies`, `autodoc_source_metadata` (since 0.1.8), `autodoc_content_cache` (since 0.1.9). */
function autodocCodec(keys) {
	const sourceOf = (recorded) => keys.ofAutodocSource(recorded);
	const asIs = (page) => page;
	return {
		names: [
			"autodoc_dependencies",
			"autodoc_source_metadata",
			"autodoc_content_cache"
		],
		decode: (read) => ({
			pages: new Relation(SetMap.fromJson(read("autodoc_dependencies"), {
				key: sourceOf,
				item: asIs
			})),
			metadata: EntryMap.fromJson(read("autodoc_source_metadata"), sourceOf),
			modules: EntryMap.fromJson(read("autodoc_content_cache"), sourceOf)
		}),
		encode: ({ pages, metadata, modules }) => ({
			autodoc_dependencies: pages.forward.toJson(),
			autodoc_source_metadata: metadata.toJson(),
			autodoc_content_cache: modules.toJson()
		})
	};
}
/** Which sources generated documentation is made of. Sources are autodoc keys, pages pseudo paths like `api/x/y.md`. */
var AutodocTable = class {
	#group;
	#keys;
	constructor(group, keys) {
		this.#group = group;
		this.#keys = keys;
	}
	get sources() {
		return this.#group.value.pages.forward.size;
	}
	get pairs() {
		return this.#group.value.pages.pairs;
	}
	add(source, page, about) {
		const { pages, metadata } = this.#group.edit();
		pages.add(source, page);
		const hashes = asObject(partOf(metadata.get(source), 2));
		const known = about.contentHash === void 0 ? hashes : {
			...hashes,
			[page]: about.contentHash
		};
		metadata.set(source, [
			about.sourceHash,
			about.sourceMtime,
			known
		]);
	}
	pagesOf(source) {
		return this.#group.value.pages.forward.get(source);
	}
	docHash(source, page) {
		return asString(field(partOf(this.#group.value.metadata.get(source), 2), page));
	}
	/** Sources that changed, are gone, or of which too little is noted to tell; sorted. */
	stale() {
		const { pages, metadata } = this.#group.value;
		return [.../* @__PURE__ */ new Set([...pages.forward.keys(), ...metadata.keys()])].filter((source) => this.#isStale(source)).sort(byCodeUnit);
	}
	deleteSource(source) {
		const { pages, metadata, modules } = this.#group.value;
		if (!pages.forward.has(source) && !metadata.has(source) && !modules.has(source)) return;
		const edited = this.#group.edit();
		edited.pages.removeLeft(source);
		edited.metadata.delete(source);
		edited.modules.delete(source);
	}
	deletePage(page) {
		const { pages, metadata } = this.#group.value;
		for (const [source, entry] of [...metadata.entries()]) {
			const hashes = asObject(partOf(entry, 2));
			if (!Array.isArray(entry) || !Object.hasOwn(hashes, page)) continue;
			const others = Object.fromEntries(Object.entries(hashes).filter(([key]) => key !== page));
			this.#group.edit().metadata.set(source, [...entry.slice(0, 2), others]);
		}
		if (pages.reverse.has(page)) this.#group.edit().pages.removeRight(page);
	}
	clear() {
		const { pages, metadata, modules } = this.#group.edit();
		pages.clear();
		metadata.clear();
		modules.clear();
	}
	#isStale(source) {
		const entry = this.#group.value.metadata.get(source);
		const [hash, mtime] = [asString(partOf(entry, 0)), asFiniteNumber(partOf(entry, 1))];
		if (hash === void 0 || !/^[0-9a-f]{16,64}$/.test(hash)) return true;
		const path = this.#keys.autodocSourceToAbsolute(source);
		try {
			const present = secondsOf(statSync(path, { bigint: true }).mtimeNs);
			if (present === mtime) return false;
			if (!hashFileSync(path).startsWith(hash)) return true;
			this.#group.edit().metadata.set(source, [
				hash,
				present,
				asObject(partOf(entry, 2))
			]);
			return false;
		} catch {
			return true;
		}
	}
};
function partOf(entry, index) {
	return Array.isArray(entry) ? entry[index] : void 0;
}
function asObject(value) {
	return isObject(value) ? value : {};
}

// src/bengal/build-cache/dependency-table.ts
/**
* `dependencies` (page -> files) and `reverse_dependencies` (file -> pages, since 0.1.7). A pair that stands in only one of
* them counts: too many pages are rebuilt then, never too few.
*/
function dependenciesCodec(keys) {
	const names = {
		key: keyOf,
		item: keyOf
	};
	function keyOf(recorded) {
		return keys.ofRecorded(recorded);
	}
	return {
		names: ["dependencies", "reverse_dependencies"],
		decode(read) {
			const relation = new Relation(SetMap.fromJson(read("dependencies"), names));
			const reverse = SetMap.fromJson(read("reverse_dependencies"), names);
			for (const [file, pages] of reverse.entries()) for (const page of pages) relation.add(page, file);
			return relation;
		},
		encode: (relation) => ({
			dependencies: relation.forward.toJson(),
			reverse_dependencies: relation.reverse.toJson()
		})
	};
}
/** Which files each page was made with. Keys on both sides. */
var DependencyTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	get pairs() {
		return this.#group.value.pairs;
	}
	add(page, file) {
		this.#group.edit().add(page, file);
	}
	of(page) {
		return this.#group.value.forward.get(page);
	}
	dependents(file) {
		return this.#group.value.reverse.get(file);
	}
	/** Pages that depend on the file, and the file itself if it is such a page. */
	affectedBy(file) {
		const affected = new Set(this.dependents(file));
		if (this.#group.value.forward.has(file)) affected.add(file);
		return affected;
	}
	delete(key) {
		const relation = this.#group.value;
		if (!relation.forward.has(key) && !relation.reverse.has(key)) return;
		this.#group.edit().removeLeft(key);
		this.#group.edit().removeRight(key);
	}
	clear() {
		this.#group.edit().clear();
	}
};

// src/bengal/build-cache/tag-table.ts
/** `page_tags`, `tag_to_pages`, `known_tags`. Since both absolute and relative pages stand in one map, they are united. */
function tagsCodec(keys) {
	const keyOf = (recorded) => keys.ofRecorded(recorded);
	const asIs = (recorded) => recorded;
	return {
		names: [
			"page_tags",
			"tag_to_pages",
			"known_tags"
		],
		decode: (read) => ({
			written: SetMap.fromJson(read("page_tags"), {
				key: keyOf,
				item: asIs
			}),
			pages: new Relation(SetMap.fromJson(read("tag_to_pages"), {
				key: asIs,
				item: keyOf
			})),
			known: new Set(asStrings(read("known_tags")))
		}),
		encode: ({ written, pages, known }) => ({
			page_tags: written.toJson(),
			tag_to_pages: pages.forward.toJson(),
			known_tags: sortedUnique(known)
		})
	};
}
/** Which tags each page carries, and which pages each tag has. Pages are keys. */
var TagTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	/** As written, not slugs. */
	tagsOf(page) {
		return this.#group.value.written.get(page);
	}
	pagesOf(slug) {
		return this.#group.value.pages.forward.get(slug);
	}
	slugs() {
		const { known, pages } = this.#group.value;
		return /* @__PURE__ */ new Set([...known, ...pages.forward.keys()]);
	}
	/** Sets a page's tags in both directions. Answers every slug that the page had or has. */
	update(page, tags) {
		const written = [...tags].filter((tag) => tagSlug(tag) !== void 0);
		const after = slugsOf(written);
		const before = this.#slugsBefore(page);
		const { pages, known, written: writtenTags } = this.#group.edit();
		for (const slug of before) if (!after.has(slug) && pages.remove(slug, page)) known.delete(slug);
		for (const slug of after) {
			pages.add(slug, page);
			known.add(slug);
		}
		writtenTags.replace(page, written);
		return /* @__PURE__ */ new Set([...before, ...after]);
	}
	delete(page) {
		const { written, pages } = this.#group.value;
		if (!written.has(page) && !pages.reverse.has(page)) return;
		const edited = this.#group.edit();
		edited.written.delete(page);
		for (const slug of edited.pages.removeRight(page)) edited.known.delete(slug);
	}
	clear() {
		const { written, pages, known } = this.#group.edit();
		written.clear();
		pages.clear();
		known.clear();
	}
	/** By either direction: in a state of Bengal they can disagree, and then a tag page may list what it should not. */
	#slugsBefore(page) {
		const { written, pages } = this.#group.value;
		return /* @__PURE__ */ new Set([...slugsOf(written.get(page)), ...pages.reverse.get(page)]);
	}
};
function slugsOf(tags) {
	return new Set([...tags].flatMap((tag) => tagSlug(tag) ?? []));
}
/** `taxonomy_deps`: term such as `tag:python` -> pages. Empty since 0.1.9. */
function termsCodec(keys) {
	return {
		names: ["taxonomy_deps"],
		decode: (read) => new Relation(SetMap.fromJson(read("taxonomy_deps"), {
			key: (term) => term,
			item: (page) => keys.ofRecorded(page)
		})),
		encode: (relation) => ({ taxonomy_deps: relation.forward.toJson() })
	};
}
/** Which pages each taxonomy term affects. */
var TermTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	get size() {
		return this.#group.value.forward.size;
	}
	pagesOf(term) {
		return this.#group.value.forward.get(term);
	}
	add(term, page) {
		this.#group.edit().add(term, page);
	}
	delete(page) {
		if (this.#group.value.reverse.has(page)) this.#group.edit().removeRight(page);
	}
	clear() {
		this.#group.edit().clear();
	}
};

// src/bengal/build-cache/template-table.ts
/** `template_dependencies` (since 0.3.0): page -> names such as `page.html`, not paths. */
function templatesCodec(keys) {
	return {
		names: ["template_dependencies"],
		decode(read) {
			const spelled = /* @__PURE__ */ new Map();
			const key = (recorded) => {
				const page = keys.ofRecorded(recorded);
				spelled.set(page, recorded);
				return page;
			};
			const names = SetMap.fromJson(read("template_dependencies"), {
				key,
				item: (name) => name
			});
			return {
				names: new Relation(names),
				spelled
			};
		},
		encode: ({ names, spelled }) => ({ template_dependencies: names.forward.toJson((page) => spelled.get(page) ?? page) })
	};
}
/** Which templates each page was rendered with. */
var TemplateTable = class {
	#group;
	constructor(group) {
		this.#group = group;
	}
	record(page, templates) {
		const { names, spelled } = this.#group.edit();
		names.replaceLeft(page.key, templates);
		spelled.set(page.key, page.spelled);
	}
	of(page) {
		return this.#group.value.names.forward.get(page);
	}
	pagesOf(template) {
		return this.#group.value.names.reverse.get(template);
	}
	delete(page) {
		if (!this.#group.value.names.forward.has(page)) return;
		const { names, spelled } = this.#group.edit();
		names.removeLeft(page);
		spelled.delete(page);
	}
	clear() {
		const { names, spelled } = this.#group.edit();
		names.clear();
		spelled.clear();
	}
};

// src/bengal/build-cache/validation-results.ts
/** The report over the whole site, which Bengal keeps among those of files (`orchestration/build/finalization.py`). */
const HEALTH_REPORT_KEY = "__bengal_health_report__";
/** Results that were kept for the file and validator, in either form that Bengal writes. */
function findValidationResults(table, file, { validator, context }) {
	const entry = field(table.get(file), validator);
	if (entry === void 0) return miss("not-cached");
	if (context !== void 0 && !isDeepStrictEqual(field(entry, "context"), context)) return miss("context-changed");
	const results = isObject(entry) ? field(entry, "results") : entry;
	return Array.isArray(results) ? {
		kind: "cached",
		content: results
	} : miss("not-cached");
}
function addValidationResults(table, file, { validator, context, results }) {
	const entry = context === void 0 ? results : {
		context,
		results
	};
	table.set(file, {
		...table.get(file),
		[validator]: entry
	});
}

// src/bengal/build-cache/tables.ts
/** Every table of a cache, and what concerns more than one of them. */
var Tables = class {
	keys;
	files;
	outputs;
	dependencies;
	tags;
	terms;
	templates;
	parsed;
	rendered;
	validation;
	synthetic;
	autodoc;
	artifacts;
	formats;
	claims;
	assets;
	configHash;
	lastBuild;
	constructor({ data, keys }) {
		const keyOf = (recorded) => keys.ofRecorded(recorded);
		this.keys = keys;
		this.files = new FileTable(data.group(fingerprintsCodec(keys)), keys);
		this.outputs = new OutputTable(data.group(outputsCodec(keys)));
		this.dependencies = new DependencyTable(data.group(dependenciesCodec(keys)));
		this.tags = new TagTable(data.group(tagsCodec(keys)));
		this.terms = new TermTable(data.group(termsCodec(keys)));
		this.templates = new TemplateTable(data.group(templatesCodec(keys)));
		this.parsed = new ContentTable(data.group(contentCodec("parsed_content", keys)));
		this.rendered = new ContentTable(data.group(contentCodec("rendered_output", keys)));
		this.validation = new ContentTable(data.group(contentCodec("validation_results", keys)));
		this.synthetic = new ContentTable(data.group(entriesCodec("synthetic_pages")));
		this.autodoc = new AutodocTable(data.group(autodocCodec(keys)), keys);
		this.artifacts = data.group(entriesCodec("page_artifacts", keyOf));
		this.formats = data.group(entriesCodec("output_format_fingerprints"));
		this.claims = data.group(entriesCodec("url_claims"));
		this.assets = data.group(entriesCodec("discovered_assets", keyOf));
		this.configHash = data.group(textCodec("config_hash"));
		this.lastBuild = data.group(textCodec("last_build"));
	}
	isChanged(key) {
		return this.files.isChanged(key);
	}
	dependenciesOf(page) {
		return this.dependencies.of(page);
	}
	/** Whatever was made with the file is void as well: once its name is gone, nothing would show that it is missing. */
	forget(key) {
		for (const page of this.dependencies.dependents(key)) {
			this.parsed.delete(page);
			this.rendered.delete(page);
		}
		this.rendered.deleteWhere((entry) => this.#recordsDependency(entry, key));
		this.files.delete(key);
		this.outputs.deleteSource(key);
		this.dependencies.delete(key);
		this.tags.delete(key);
		this.terms.delete(key);
		this.templates.delete(key);
		this.parsed.delete(key);
		this.rendered.delete(key);
		this.validation.delete(key);
		this.validation.deleteWhere((entry, name) => name === "__bengal_health_report__" && mentions(entry, key));
		this.synthetic.deleteWhere((entry, name) => name === key || mentions(entry, key));
		this.autodoc.deleteSource(this.keys.ofAutodocSource(this.keys.toAbsolute(key)));
		this.autodoc.deletePage(key);
		this.#forgetInSiteTables(key);
	}
	clear() {
		const tables = [...[
			this.files,
			this.outputs,
			this.dependencies,
			this.tags,
			this.terms,
			this.templates,
			this.parsed
		], ...[
			this.rendered,
			this.validation,
			this.synthetic,
			this.autodoc
		]];
		for (const table of tables) table.clear();
		for (const group of [
			this.artifacts,
			this.formats,
			this.claims,
			this.assets
		]) group.edit().clear();
		this.configHash.edit().text = void 0;
		this.lastBuild.edit().text = void 0;
	}
	#forgetInSiteTables(key) {
		const isKey = (value) => typeof value === "string" && this.keys.ofRecorded(value) === key;
		if (this.artifacts.value.has(key)) this.artifacts.edit().delete(key);
		for (const [url, claim] of [...this.claims.value.entries()]) if (isKey(field(claim, "source"))) this.claims.edit().delete(url);
		for (const [asset, output] of [...this.assets.value.entries()]) if (asset === key || isKey(output)) this.assets.edit().delete(asset);
		if (forgetInFormats(this.formats.value, key).changed) this.formats.changed = true;
	}
	#recordsDependency(entry, key) {
		return asStrings(field(entry, "dependencies")).some((path) => this.keys.ofRecorded(path) === key);
	}
};

// src/bengal/build-cache.ts
/**
* Reads Bengal's build cache, and says so when there is none; `BuildCache.load` begins anew instead. `folder` is `.bengal`.
*
* @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
*/
async function readBuildCache(folder, options = {}) {
	const outcome = await openCache(folder, options);
	return outcome.kind === "read" ? {
		kind: "read",
		cache: new BuildCache(outcome.opened)
	} : outcome;
}
/**
* Bengal's build cache: `.bengal/cache.json.zst` and `.bengal/stores/`, with the operations of Bengal's own class
* (`bengal/cache/build_cache/`, schema 8 of Bengal 0.2.4 to 0.5.1, and the older ones). All but `load` and `save` are
* synchronous.
*
* Files are named by their path, absolute or relative to the site root, in answers always by their *key*: relative POSIX
* below the site root, absolute elsewhere, symbolic links resolved. A state that was written in another checkout is
* understood. Only JSON is kept, never an object of the program: sets are written as sorted arrays, times as ISO 8601.
*
* What nobody changes is written as it was read; what is changed is written in canonical form.
*/
var BuildCache = class BuildCache {
	#opened;
	#tables;
	/** For `BuildCache.load`, `BuildCache.fresh` and `readBuildCache`. */
	constructor(opened) {
		this.#opened = opened;
		this.#tables = new Tables(opened);
	}
	/**
	* Reads the cache under a shared lock. An absent one gives a fresh cache; a malformed one, or one of an unknown version,
	* gives a fresh cache and one warning with the reason. A store (`stores/*.json`) that cannot be used is empty, with a
	* warning when it is first asked for.
	*
	* @param folder `.bengal`
	* @throws CacheLockTimeout when a writer holds the lock for too long; CacheLockError when there can be no lock.
	*/
	static async load(folder, options = {}) {
		const outcome = await openCache(folder, options);
		switch (outcome.kind) {
			case "read": return new BuildCache(outcome.opened);
			case "absent": return BuildCache.fresh(folder, options);
			case "corrupt":
				options.warn?.(`Bengal's build cache is not used, and a fresh one begun: ${outcome.why}`);
				return BuildCache.fresh(folder, options);
		}
	}
	/** An empty cache; nothing is read. Its first save replaces everything that is there. */
	static fresh(folder, options = {}) {
		return new BuildCache(openFresh(folder, options));
	}
	/**
	* Writes what changed, under an exclusive lock: stores first, then `cache.json.zst`, each through a temporary file and a
	* rename, so that a crash leaves the old or the new one. A plain `cache.json` of old is removed. Fields that no Bengal
	* knows (`unknownFields`) are left out: its loader would discard everything for one of them.
	*
	* @throws CacheLockTimeout when others hold the lock for too long; CacheLockError when there can be no lock.
	* @throws UserError when nothing says which Python will read it.
	* @throws what the file system reports; the old file is then untouched.
	*/
	async save(options = {}) {
		if (options.builtAt !== void 0) this.#tables.lastBuild.edit().text = pythonTimestamp(options.builtAt);
		await saveCache(this.#opened, options.python);
	}
	/** Everything, stores included, as the JSON of Bengal's schema. Integers beyond 2^53: see `asInteger`. */
	toJSON() {
		return this.#opened.data.toJson();
	}
	/** Top-level fields of the file that no Bengal knows; `save` drops them. */
	get unknownFields() {
		return this.#opened.data.unknownFields;
	}
	/** 16 hexadecimal digits; `undefined` until a configuration was adopted. */
	get configHash() {
		return this.#tables.configHash.value.text;
	}
	/** ISO 8601 as recorded: in UTC with offset, before 0.1.9 local time without. */
	get lastBuild() {
		return this.#tables.lastBuild.value.text;
	}
	/** The Python that wrote the file; `undefined` for a fresh cache and for files without header. */
	get python() {
		return this.#opened.python;
	}
	/** The key under which a file is kept. */
	keyOf(path) {
		return this.#tables.keys.of(path);
	}
	/**
	* SHA-256 of a file's bytes.
	*
	* @throws what the file system reports.
	*/
	hashFile(path) {
		return hashFileSync(this.#onDisk(path));
	}
	/** What was noted about a file, if anything was. */
	fingerprint(path) {
		return this.#tables.files.get(this.keyOf(path));
	}
	/** Keys of all files about which something was noted. */
	trackedFiles() {
		return [...this.#tables.files.keys()];
	}
	/**
	* Whether a file is not as it was noted (`file_tracking.py`, `is_changed`): one that is gone, unreadable or unknown is
	* changed; one with the noted time and size is not; else the hash decides, and if only the time is another, it is noted.
	*/
	isChanged(path) {
		return this.#tables.files.isChanged(this.keyOf(path));
	}
	/** Whether nothing kept for the source may be used: it is among those that are known to have changed, or `isChanged`. */
	shouldBypass(path, changedSources = []) {
		const key = this.keyOf(path);
		for (const changed of changedSources) if (this.keyOf(changed) === key) return true;
		return this.#tables.files.isChanged(key);
	}
	/**
	* Notes a file as it is now; one that is gone is forgotten.
	*
	* @throws what else the file system reports.
	*/
	updateFile(path) {
		this.#tables.files.update(this.keyOf(path));
	}
	/** Notes which source an output was made of. Answers `false`, and notes nothing, for an output outside the directory. */
	trackOutput(source, output, outputDir) {
		const [absolute, directory] = [this.#onDisk(output), this.#onDisk(outputDir)];
		return this.#tables.outputs.track(this.keyOf(source), absolute, directory);
	}
	/** Output, relative to the output directory -> key of its source. Empty in what Bengal 0.3.3 to 0.5.1 wrote. */
	outputSources() {
		return this.#tables.outputs.sources();
	}
	/** Notes that a page was made with a file. */
	addDependency(page, file) {
		this.#tables.dependencies.add(this.keyOf(page), this.keyOf(file));
	}
	/** Keys of the files that a page was made with. */
	dependenciesOf(page) {
		return new Set(this.#tables.dependencies.of(this.keyOf(page)));
	}
	/**
	* Keys of the pages that were made with a file, and of the file itself if it is such a page. Costs as much as the answer
	* is long. No Bengal since 0.1.9 fills these maps; there, ask the graph of `readState`.
	*/
	affectedPages(changedFile) {
		return this.#tables.dependencies.affectedBy(this.keyOf(changedFile));
	}
	/** Notes that a term such as `tag:python` affects a page. */
	addTaxonomyDependency(term, page) {
		this.#tables.terms.add(term, this.keyOf(page));
	}
	pagesForTerm(term) {
		return new Set(this.#tables.terms.pagesOf(term));
	}
	/** A page's tags as they were written, not slugs; none for an unknown page. */
	previousTags(page) {
		return new Set(this.#tables.tags.tagsOf(this.keyOf(page)));
	}
	/** Sets a page's tags, as written. (Bengal's `update_tags` leaves the other direction behind; this keeps both equal.) */
	updateTags(page, tags) {
		this.#tables.tags.update(this.keyOf(page), tags);
	}
	/**
	* Sets a page's tags, as written, and answers the slugs of all tags whose pages are to be built again: those added, those
	* removed, and those kept, since their lists show the page.
	*/
	updatePageTags(page, tags) {
		return this.#tables.tags.update(this.keyOf(page), tags);
	}
	/** Keys of the pages with a tag, by slug. Costs as much as the answer is long. */
	pagesForTag(slug) {
		return new Set(this.#tables.tags.pagesOf(slug));
	}
	/** Slugs. */
	allTags() {
		return this.#tables.tags.slugs();
	}
	/**
	* Notes the names (`page.html`) of the templates that a page was rendered with. Bengal takes these pages for paths: give
	* an absolute one for a page that is a file.
	*/
	recordPageTemplates(page, templates) {
		this.#tables.templates.record({
			key: this.keyOf(page),
			spelled: toPosix(page)
		}, templates);
	}
	/** Keys of the pages that were rendered with the template, by name. */
	pagesForTemplate(name) {
		return new Set(this.#tables.templates.pagesOf(name));
	}
	/** What a validator said about a file, if the file is unchanged; what is kept of a changed one is forgotten. */
	cachedValidationResults(path, which) {
		const key = this.keyOf(path);
		if (!this.#tables.files.isChanged(key)) return findValidationResults(this.#tables.validation, key, which);
		this.#tables.validation.delete(key);
		return {
			kind: "miss",
			why: "source-changed"
		};
	}
	/** Keeps what a validator said: plain JSON. */
	cacheValidationResults(path, results) {
		addValidationResults(this.#tables.validation, this.keyOf(path), results);
	}
	/** Forgets what validators said about one file, or about all. */
	invalidateValidationResults(path) {
		if (path === void 0) this.#tables.validation.clear();
		else this.#tables.validation.delete(this.keyOf(path));
	}
	storeParsedContent(page, content, terms) {
		this.#tables.parsed.set(this.keyOf(page), parsedContentEntry(content, terms));
	}
	/**
	* The kept entry of a page (fields as in bengal-state: `html`, `toc`, ...) if its file, metadata, template name, parser
	* and every file that it was made with are unchanged; else why not.
	*/
	parsedContent(page, terms) {
		return findParsedContent(this.#tables.parsed, this.keyOf(page), {
			terms,
			freshness: this.#tables
		});
	}
	/** Answers whether there was any. */
	invalidateParsedContent(page) {
		return this.#tables.parsed.delete(this.keyOf(page));
	}
	parsedContentStats() {
		return this.#tables.parsed.stats();
	}
	/** Keeps a rendered page. `outputDir` holds the `asset-manifest.json` whose time the page is bound to. */
	storeRenderedOutput(page, output, terms) {
		const dependencies = (output.dependencies ?? []).map((path) => this.keyOf(path));
		const manifest = this.#assetManifestMtime(terms.outputDir);
		const entry = renderedOutputEntry({
			html: output.html,
			dependencies
		}, terms, manifest);
		this.#tables.rendered.set(this.keyOf(page), entry);
	}
	/**
	* The kept HTML of a page if its file, metadata, template name, every file it was made with and the asset manifest are
	* unchanged; else why not. Whether the configuration is the same (`validateConfig`) is the caller's to ask.
	*/
	renderedOutput(page, terms) {
		return findRenderedOutput(this.#tables.rendered, this.keyOf(page), {
			terms,
			freshness: this.#tables,
			assetManifestMtime: this.#assetManifestMtime(terms.outputDir),
			keyOfRecorded: (path) => this.#tables.keys.ofRecorded(path)
		});
	}
	/** Answers whether there was any. */
	invalidateRenderedOutput(page) {
		return this.#tables.rendered.delete(this.keyOf(page));
	}
	renderedOutputStats() {
		return this.#tables.rendered.stats();
	}
	/** Data of a page that is no file, by any name (`__autodoc_elements_v1`); `undefined` when there is none. */
	pageCache(name) {
		return this.#tables.synthetic.get(name);
	}
	setPageCache(name, data) {
		this.#tables.synthetic.set(name, data);
	}
	/** Answers whether there was any. */
	invalidatePageCache(name) {
		return this.#tables.synthetic.delete(name);
	}
	/**
	* Notes that a page (pseudo path such as `api/x/y.md`) documents a source. Sources are absolute, or relative to the
	* *parent* of the site root, as Bengal keeps them.
	*/
	addAutodocDependency(source, page, about) {
		this.#tables.autodoc.add(this.#tables.keys.ofAutodocSource(source), toPosix(page), about);
	}
	/** Pages that document a source. */
	autodocPagesFor(source) {
		return new Set(this.#tables.autodoc.pagesOf(this.#tables.keys.ofAutodocSource(source)));
	}
	/** Hash of the documentation on one page, when it was noted. */
	autodocContentHash(source, page) {
		return this.#tables.autodoc.docHash(this.#tables.keys.ofAutodocSource(source), toPosix(page));
	}
	/** Keys of sources that changed or are gone, or of which too little was noted to tell; sorted. A mere touch is noted. */
	staleAutodocSources() {
		return this.#tables.autodoc.stale();
	}
	/** URL -> who owns it. Bengal never removes a claim: sources may be gone. */
	urlClaims() {
		return claimsOf(this.#tables.claims.value.entries(), this.#tables.keys);
	}
	/** Key of an asset of the site -> output, relative to the assets folder or absolute, as Bengal left it. */
	discoveredAssets() {
		return textsOf(this.#tables.assets.value.entries());
	}
	/** Format, or `<format>:page_hashes` -> SHA-256, or JSON text. */
	outputFormatFingerprints() {
		return textsOf(this.#tables.formats.value.entries());
	}
	/** Whether the cache is for this configuration. The first one is adopted; for another one everything is cleared. */
	validateConfig(hash) {
		const { configHash } = this.#tables;
		const recorded = configHash.value.text;
		if (recorded === hash) return true;
		if (recorded !== void 0) this.clear();
		configHash.edit().text = hash;
		return recorded === void 0;
	}
	/**
	* Forgets a file in every map, as page and as what other pages were made with; what is kept of those pages goes too. A
	* tag without pages vanishes.
	*/
	invalidateFile(path) {
		this.#tables.forget(this.keyOf(path));
	}
	/** Forgets everything, configuration and time of the last build included. */
	clear() {
		this.#tables.clear();
	}
	stats() {
		return statsOf(this.#tables);
	}
	/** One line for people: `BuildCache: 481 files, 0 dependencies, 14 tags, 0 parsed and 0 rendered pages`. */
	toString() {
		return describeStats(this.stats());
	}
	#onDisk(path) {
		return this.#tables.keys.toAbsolute(this.keyOf(path));
	}
	#assetManifestMtime(outputDir) {
		return mtimeSeconds(`${this.#onDisk(outputDir)}/asset-manifest.json`);
	}
};

export { BearerCredentialHandler, BuildCache, CacheLockError, CacheLockTimeout, CacheStore, FileFingerprint, HttpClient, HttpClientError, HttpCodes, PythonNumber, TOOL_VERSION, TaxonomyIndex, UserError, actionsHost, asInteger, assetDependencyCodec, buildGraph, chainTo, codec_fields_exports, debug, decompress, defineCodec, directoryStore, endProcess, error, exec, failStep, folderKind, fromInteger, generatedPageCodec, generatedPageKey, githubStore, handoffFromText, handoffToText, headCommit, helpText, indexContentHash, indexEntry, indexEntryCodec, info, isDebug, loadCodec, messageOf, mkdirP, openAssetDependencyStore, openGeneratedPageStore, openIndexStore, openPageMetadataStore, openTagStore, pageCoreCodec, pageMetadataCodec, parseCli, parseExact, parseInputs, parseSiteInputs, persist, prepare, publish$1 as publish, reachDependents, readBuildCache, readCacheFile, readEnvelope, readRawInputs, readRunner, readState, reportJson, rmRF, runCommand, setSecret, stringifyExact, tagEntryCodec, tagSlug, warning, which, withCacheLock, writeAtomically, writeCacheFile };