import { __name } from "./part-rolldown-runtime.js";
import { NO_MEMORY, TRACE_PATH, canonicalJson, hashFile, isSettled, readManifest } from "./part-manifest-file.js";
import { AUTHORED_FOLDERS, UserError, asArray, asFiniteNumber, asString, asStrings, by, byCodeUnit, closeSync, constants, createReadStream, createWriteStream, digestOfParts, entriesOf, failed, field, isAbsolutePosix, isObject, isSameList, isSha256, isWithin, messageOf, mkdirSync, ok, openSync, readSync, realpathSync, sha256, sitePath, sortedUnique, toPosix, writeFileSync } from "./part-digest.js";
import { DiskTrouble, atBest, codeOf, ifPresent, isThere as isThere$1, look, lookExactly, lookThrough, lookThroughExactly, neededBytes, neededText, readBytes, readFolder, readFolderThrough, readLink, readText as readText$1, reasonOf } from "./part-read.js";
import { findStages, require_dist, unreachable } from "./part-find-stages.js";
import { belongsToPackage, nameOfRef, slugsOf, urlOfOutput } from "./part-recorded-page.js";
import { buildGraph, partsOfData, roleOf, sourceFolders, templateNameOfExternal } from "./part-build-graph.js";
import { graphBuilder } from "./part-template-name.js";
import { isInCheckout, isInside as isInside$1, realPathOf, resolvePlace, resolveSource } from "./part-portable-codec.js";
import { environmentOfBuild, environmentOfCacheClient, environmentOfTools, looksSecret, shownValue } from "./part-child-environment.js";
import { decompress, fileOfInput, loadCodec, readState, resolveState } from "./part-state.js";
import { isOfSystem } from "./part-system-files.js";
import { PYTHON_COMPACT_SORTED, parsePythonJson, pythonJson } from "./part-python-json.js";
import { copyFile, link, lstat, mkdir, mkdtemp, open, readdir, rename, rm, writeFile } from "./part-deadline.js";
import { basename, delimiter, dirname, isAbsolute, join, parse, posix, resolve, sep } from "node:path";
import { createHash, randomUUID } from "node:crypto";
import { spawn, spawnSync } from "node:child_process";
import { devNull } from "node:os";
import { isUtf8 } from "node:buffer";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";

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
function parse$3(toml, options = {}) {
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
__name(parse$3, "parse");

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

// src/config/environment.ts
/** Names that an environment's file may have, in the order in which Bengal looks. An alias itself has no others. */
const ALIASES = {
	production: ["production", "prod"],
	preview: [
		"preview",
		"staging",
		"stage"
	],
	local: [
		"local",
		"dev",
		"development"
	]
};
/** The environment that Bengal builds for: the option as it is, `BENGAL_ENV`, then what the platform's variables say. */
function environmentName(option, variables) {
	if (option !== void 0) return option;
	const explicit = variables["BENGAL_ENV"];
	if (explicit !== void 0 && explicit !== "") return explicit.toLowerCase().trim();
	if (onNetlify(variables)) return previewOr(variables["CONTEXT"], ["deploy-preview", "branch-deploy"]);
	if (onVercel(variables)) return previewOr(variables["VERCEL_ENV"], ["preview", "development"]);
	return onGithub(variables) ? "production" : "local";
}
function previewOr(context, previews) {
	return previews.includes(context?.toLowerCase() ?? "") ? "preview" : "production";
}
/** File names without ending under which `config/environments/` may hold the environment. */
function environmentFileNames(environment) {
	return (Object.hasOwn(ALIASES, environment) ? ALIASES[environment] : void 0) ?? [environment];
}
function onNetlify(variables) {
	return variables["NETLIFY"] === "true";
}
function onVercel(variables) {
	return variables["VERCEL"] === "1" || variables["VERCEL"] === "true";
}
function onGithub(variables) {
	return variables["GITHUB_ACTIONS"] === "true";
}
/** Bengal writes every non-empty variable with this prefix into the configuration, control switches included. */
function bengalVariables(variables) {
	return Object.entries(variables).flatMap(([name, value]) => /^BENGAL[_x]/.test(name) && value !== void 0 && value !== "" ? [[name, value]] : []).sort(([left], [right]) => left < right ? -1 : 1);
}
/**
* The setting that such a variable stands for: `BENGAL_PARAMS_MOTTO` is `params.motto`, and `BENGALxPARAMSxREPO_URL`
* is `params.repo_url`. Empty: none.
*/
function settingOfVariable(name) {
	const delimiter = name.startsWith("BENGALx") ? "x" : "_";
	return name.slice(7).split(delimiter).filter((part) => part !== "").map((part) => part.toLowerCase());
}

// src/config/yaml.ts
var import_dist = require_dist();
/** What YAML says to PyYAML (1.1: `yes` is true, `010` is eight). Throws for what is no YAML. */
function parseYaml(text) {
	return parseWith(text, { version: "1.1" });
}
/** The same with every scalar as the words that stand there. */
function parseYamlWords(text) {
	return parseWith(text, { schema: "failsafe" });
}
/**
* Text that is equal for equal YAML: comments, key order, quoting and layout do not count. JavaScript takes 1 and 1.0,
* `y` and `yes`, a date and a time for the same, and Python does not; so the words of the scalars count besides what
* they mean. Throws for what is no YAML.
*/
function canonicalYaml(text) {
	return canonicalJson([parseYaml(text), parseYamlWords(text)]);
}
/**
* Not `parse` of the library: to look for keys that stand twice takes it the square of their number, and to quote the
* text at every error the square of its length.
*/
function parseWith(text, options) {
	const lineCounter = new import_dist.LineCounter();
	const cheap = {
		uniqueKeys: false,
		prettyErrors: false,
		logLevel: "error"
	};
	const document = (0, import_dist.parseDocument)(text, {
		...options,
		...cheap,
		lineCounter
	});
	const problem = document.errors[0] ?? firstRepeated(document);
	if (problem === void 0) return document.toJS();
	const { line, col } = lineCounter.linePos(problem.pos[0]);
	throw new Error(`${problem.message} at line ${String(line)}, column ${String(col)}`);
}
/** The first key that stands twice in one mapping. */
function firstRepeated(document) {
	let found;
	(0, import_dist.visit)(document, { Map(_, { items }) {
		const known = /* @__PURE__ */ new Set();
		for (const { key } of items) {
			if (!(0, import_dist.isScalar)(key)) continue;
			const at = key.range?.[0] ?? 0;
			if (known.has(key.value)) found = {
				message: "Map keys must be unique",
				pos: [at, at]
			};
			known.add(key.value);
		}
		return found === void 0 ? void 0 : import_dist.visit.BREAK;
	} });
	return found;
}

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
		files: [readConfigFile(site, choice.file)],
		overshadowed: void 0
	};
	const folder = isDirectory(join(site, "_default")) ? "." : "config";
	const single = SINGLE_FILES.find((name) => isThere$1(join(site, name)));
	if (folder === "." || isDirectory(join(site, folder))) {
		const files = directoryFiles(choice, folder);
		return {
			kind: "directory",
			files,
			overshadowed: files.length === 0 ? single : void 0
		};
	}
	return single === void 0 ? {
		kind: "none",
		files: [],
		overshadowed: void 0
	} : {
		kind: "file",
		files: [readConfigFile(site, single)],
		overshadowed: void 0
	};
}
/** The Python module of the site that Bengal imports for its schemas of front matter; `undefined` when there is none. */
function readSiteCode(site) {
	const path = join(site, "collections.py");
	const size = ifPresent(lookThrough(path))?.size;
	if (size === void 0) return void 0;
	try {
		return size > MAX_PARSED_BYTES ? `loader of ${String(size)} bytes` : neededText(path);
	} catch (thrown) {
		return `loader: ${messageOf(thrown)}`;
	}
}
/** `theme.toml` of each theme of the site. */
function readThemeManifests(site) {
	const themes = join(site, "themes");
	if (ifPresent(lookThrough(themes))?.isDirectory() !== true) return [];
	return (ifPresent(readFolderThrough(themes)) ?? []).flatMap(({ name }) => {
		const path = join(themes, name, "theme.toml");
		const stat = ifPresent(lookThrough(path));
		if (stat?.isFile() !== true) return [];
		try {
			return stat.size > MAX_PARSED_BYTES ? MAY_NAME_ANY : neededText(path);
		} catch {
			return MAY_NAME_ANY;
		}
	});
}
/** In the place of a manifest that cannot be read. */
const MAY_NAME_ANY = "libraries = [\"?\"]";
function directoryFiles(choice, folder) {
	const { site } = choice;
	const defaults = isDirectory(join(site, folder, "_default")) ? (ifPresent(readFolderThrough(join(site, folder, "_default"))) ?? []).map(({ name }) => name).sort(byCodeUnit) : [];
	const paths = [".yaml", ".yml"].flatMap((ending) => defaults.filter((name) => name.endsWith(ending)).map((name) => join(folder, "_default", name)));
	const firstExisting = (candidates) => candidates.filter((path) => isThere$1(join(site, path))).slice(0, 1);
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
	const read = readBytes(absolute);
	if (read.kind !== "present") return {
		path: name,
		canonical: "",
		value: void 0,
		problem: read.kind === "absent" ? "there is no such file (ENOENT)" : read.reason,
		readable: false
	};
	const bytes = read.value;
	if (bytes.byteLength > MAX_PARSED_BYTES) return {
		path: name,
		canonical: bytes,
		value: void 0,
		problem: `is larger than ${String(MAX_PARSED_BYTES)} bytes`,
		readable: true
	};
	return {
		path: name,
		...parseConfig(name, bytes),
		readable: true
	};
}
/** TOML as `tomllib` reads it, YAML as PyYAML does. */
function parseConfig(name, bytes) {
	try {
		const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
		const toml = name.endsWith(".toml");
		const value = (toml ? parse$3(text, { integersAsBigInt: true }) : parseYaml(text)) ?? {};
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
			problem: (messageOf(thrown).split("\n", 1)[0] ?? "").replace(/:$/, "")
		};
	}
}
function isDirectory(path) {
	return ifPresent(lookThrough(path))?.isDirectory() ?? false;
}
/** True when the site root holds anything that Bengal takes for a site. */
function looksLikeSite(site) {
	return [
		"content",
		"config",
		"_default",
		...SINGLE_FILES
	].some((name) => ifPresent(look(join(site, name))) !== void 0);
}

// src/inputs/inputs.ts
const GATE_SETTINGS = ["auto", "always-full"];
/** `full`: everything is rendered, and compared with what would have been kept. */
const VERIFY_SETTINGS = ["sample", "full"];
const EXPECTED_MODES = [
	"skip",
	"incremental",
	"full"
];

// src/inputs/delta-spec.ts
/** Inputs of the action in `delta/`, and, but for a few, options of `bengal-cache delta`. */
const DELTA_INPUTS = {
	site: {
		description: "Folder of the Bengal site, relative to the workspace. Without one, give output and base.",
		default: "."
	},
	output: {
		description: "Folder of what was built, relative to the workspace. Empty: the output of the site. Any generator will do.",
		default: ""
	},
	base: {
		description: "What to compare with: a folder, the deployed.json of the last deployment, the manifest of a state, or the key of a stored state. Empty: the last build, as it was restored for the site; on a pull request the last build of the branch that it goes to.",
		default: ""
	},
	"base-url": {
		description: "Where the site is published, such as https://example.org/docs. Empty: what the configuration says.",
		default: ""
	},
	"preview-url": {
		description: "Address of a page in the preview of a pull request: {path} stands for the address of the page with its first slash, {pr} for the number of the pull request. Empty: there is no preview.",
		default: ""
	},
	vanished: {
		description: "How to tell of an address that answered before and leads nowhere now, with neither alias nor redirect: error, warning or off.",
		default: "error"
	},
	deploy: {
		description: "What the lists for deployments name: exact (every file whose bytes differ) or content (not those that differ only as any two builds do).",
		default: "exact"
	},
	"bucket-folder": {
		description: "Folder in the bucket that the site lies in, for the lists for S3. Empty: the site is all of it.",
		default: ""
	},
	"indexnow-key": {
		description: "Key of the site for IndexNow, which is no secret: it is published. Empty: no body is written.",
		default: ""
	},
	"files-path": {
		description: "Folder to write the JSON and the files for tools to, relative to the workspace. Empty: a folder in the runner's temporary folder.",
		default: ""
	},
	comment: {
		description: "Whether to say on the pull request what readers will see change: auto (while anything does), always or never. Needs pull-requests: write; where that is missing, nothing is said.",
		default: "auto"
	},
	token: {
		description: "Token that comments on the pull request. Nothing else uses it.",
		default: "${{ github.token }}"
	},
	"signing-key": {
		description: "Secret of the repository, of 32 characters or more, that signs what is saved; the same as in the other steps. Without it, no signed state is compared with but the one that was restored.",
		default: ""
	}
};

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
	"build-flags": {
		description: "Further arguments that the job gives to bengal build, separated by blanks. A state that was built with others is not built upon.",
		default: ""
	},
	"config-hash": {
		description: "Bengal's hash of the resolved configuration (16 hexadecimal digits), where a step knows it. Empty: asked from the job's own Bengal, or judged by our own fingerprint.",
		default: ""
	},
	"bengal-version": {
		description: "Version of the Bengal that this job runs, such as 0.5.1. Empty: asked from the job's own Bengal. Needed to skip a build.",
		default: ""
	},
	"python-version": {
		description: "Version of the Python that runs Bengal, such as 3.14. Empty: asked from the job's own Bengal. Needed to skip a build.",
		default: ""
	},
	python: {
		description: "Python that has the job's Bengal: a path relative to the workspace, or a name on the PATH. Empty: the one that runs the bengal on the PATH, then virtual environments, any Python on the PATH, and uv.",
		default: ""
	},
	probe: {
		description: "Whether to ask the job's own Bengal for its version, its packages and the hash of the configuration: true or false. It has to be installed before this step.",
		default: "true"
	},
	gate: {
		description: "Whether anything of the last build may be taken over: auto (what is proven to be the same) or always-full (nothing).",
		default: "auto"
	},
	"full-every": {
		description: "When to render every page again, whatever is proven: after so many builds in which pages were kept, or after so long, as two words such as 50 7d. never: not at all.",
		default: "50 7d"
	},
	"verify-sample": {
		description: "How many kept pages each build renders all the same and compares, from 0 to 1000.",
		default: "8"
	},
	verify: {
		description: "sample, or full: render every page, and compare each with what would have been kept. For a scheduled job that audits the cache.",
		default: "sample"
	},
	bytecode: {
		description: "Whether Bengal's compiled templates may travel with the state: true or false. They are programs, so say true only where everybody who can write to the cache may run code in this job.",
		default: "false"
	},
	"expect-mode": {
		description: "Build modes that are right here (skip, incremental, full), separated by blanks. With any other one the step fails. Empty: all are.",
		default: ""
	}
};
/** Inputs of the actions alone. */
const CACHE_INPUTS = {
	prepare: {
		description: "Whether to prepare the build: set the restored output aside and let the build take from it what is proven to be the same: true or false. Without it, changes lead to a plain full build.",
		default: "true"
	},
	"key-prefix": {
		description: "First part of the cache key. Change it to start anew.",
		default: "bengal-cache"
	},
	key: {
		description: "Key to save under, such as the output cache-primary-key of the restore action. Empty: the key of the tree as it is.",
		default: ""
	},
	"restore-keys": {
		description: "Further prefixes of keys to try after our own (same configuration, other place, other configuration, other Bengal), one a line, at most 5.",
		default: ""
	},
	path: {
		description: "Further files and folders to keep beside Bengal's state and the output, relative to the site, one a line. Not sources, and no patterns.",
		default: ""
	},
	"lookup-only": {
		description: "Only tell whether there is something to restore, and restore nothing: true or false.",
		default: "false"
	},
	"fail-on-cache-miss": {
		description: "Fail the step when nothing was restored, whatever the reason: true or false.",
		default: "false"
	},
	"read-only": {
		description: "Never save, only restore: true or false.",
		default: "false"
	},
	save: {
		description: "Whether to save the cache after a successful job: true or false.",
		default: "true"
	},
	"save-always": {
		description: "Whether to save after a failed or cancelled job too: true or false. It is kept under a key of its own, which no later run takes for that of the finished build.",
		default: "false"
	},
	"max-age": {
		description: "Age above which a stored state is not used, such as 12h or 7d. It is part of the key, so give it wherever you save. Empty: any age.",
		default: ""
	},
	"max-size": {
		description: "Size of the archive above which nothing is saved, such as 500MB or 2GiB. Empty: any size.",
		default: ""
	},
	"restore-timeout": {
		description: "Time after which restoring is given up, such as 90s or 5m.",
		default: "10m"
	},
	"save-timeout": {
		description: "Time after which saving is given up, such as 90s or 5m.",
		default: "10m"
	},
	"report-path": {
		description: "Where to write the JSON report, relative to the workspace. Empty: a file in the runner's temporary folder.",
		default: ""
	},
	"report-html": {
		description: "Where to write the report as one HTML page that can be searched, relative to the workspace; after the build it also shows what readers will see change. Empty: nowhere.",
		default: ""
	},
	graph: {
		description: "Whether to draw what changed and what it affects, as SVG beside the JSON report: true or false.",
		default: "true"
	},
	delta: {
		description: "Whether to say after the build what readers will see change: in the summary, on the pull request (see comment), and by a note on each address that vanished: true or false.",
		default: "true"
	},
	"preview-url": DELTA_INPUTS["preview-url"],
	vanished: DELTA_INPUTS.vanished,
	comment: {
		description: "Whether to say on the pull request what it affects: auto (while something is affected), always or never. Needs pull-requests: write; where that is missing, nothing is said.",
		default: "auto"
	},
	token: {
		description: "Token that comments on the pull request. Nothing else uses it.",
		default: "${{ github.token }}"
	},
	"signing-key": {
		description: "Secret of the repository, of 32 characters or more, that signs what is saved. With it, nothing is restored that it has not signed; another one leads to a full build. Pull requests of forks have none.",
		default: ""
	},
	"job-status": {
		description: "How the job stands, filled in by the runner for the post step. Leave it alone.",
		default: "${{ job.status }}"
	}
};
const ALL_INPUTS = {
	...SITE_INPUTS,
	...CACHE_INPUTS
};
/** Inputs of the main action, in their order. */
const INPUTS = without(ALL_INPUTS, ["key"]);
/** Inputs of `restore/`. */
const RESTORE_INPUTS = without(INPUTS, [...[
	"read-only",
	"save",
	"save-always",
	"max-size",
	"save-timeout",
	"job-status"
], ...[
	"delta",
	"preview-url",
	"vanished"
]]);
/** Inputs of `save/`. */
const SAVE_INPUTS = without(ALL_INPUTS, [
	...[
		"config-hash",
		"gate",
		"expect-mode",
		...[
			"full-every",
			"verify-sample",
			"verify"
		],
		"prepare",
		"restore-keys",
		"lookup-only",
		"fail-on-cache-miss",
		"read-only",
		"save"
	],
	...[
		"save-always",
		"restore-timeout",
		"report-path",
		"report-html",
		"graph",
		"comment",
		"token"
	],
	...[
		"delta",
		"preview-url",
		"vanished"
	]
]);
function without(inputs, names) {
	return Object.fromEntries(Object.entries(inputs).filter(([name]) => !names.includes(name)));
}

// src/inputs/values.ts
const UNITS_OF_TIME = {
	s: 1e3,
	m: 6e4,
	h: 36e5,
	d: 864e5
};
/** `90s`, `5m`, `12h`, `7d` in milliseconds; `90` alone are seconds. Nothing is no time. */
function parseDuration(text) {
	return parseAmount(text, UNITS_OF_TIME, "s");
}
function parseAmount(text, units, usual) {
	const [, number, given = ""] = /^(\d{1,9}(?:\.\d{1,3})?) ?([a-z]*)$/i.exec(text) ?? [];
	const unit = given === "" ? usual : given.toLowerCase();
	if (number === void 0 || unit === void 0 || !Object.hasOwn(units, unit)) return void 0;
	const amount = Math.round(Number(number) * (units[unit] ?? 0));
	return amount > 0 ? amount : void 0;
}
/** Lines that say something. */
function linesOf(text) {
	return text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== "");
}

// src/inputs/parser.ts
function expected(input, what, got) {
	return `Input \`${input}\`: expected ${what}, got ${JSON.stringify(got)}`;
}
function inputParser(raw) {
	const problems = [];
	const text = (name) => (raw[name]?.trim() ?? "") || ALL_INPUTS[name].default || void 0;
	const parser = {
		problems,
		text,
		matching: (name, pattern, what) => parser.value(name, (value) => pattern.test(value) ? value : void 0, what),
		oneOf(name, values) {
			const what = values.join(", ").replace(/, (?!.*, )/, " or ");
			return parser.value(name, (value) => values.find((allowed) => allowed === value), what) ?? values[0];
		},
		flag: (name) => parser.oneOf(name, ["true", "false"]) === "true",
		path: (name) => parser.value(name, sitePath, "a relative path inside the site"),
		value(name, parse, what) {
			const given = text(name);
			if (given === void 0) return void 0;
			const value = parse(given);
			if (value === void 0) problems.push(expected(name, what, given));
			return value;
		},
		lines: (name, parse, what) => linesOf(text(name) ?? "").flatMap((line) => {
			const value = parse(line);
			if (value !== void 0) return [value];
			problems.push(expected(name, what, line));
			return [];
		})
	};
	return parser;
}

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
		buildFlags: parser.matching("build-flags", /^[^'"\\`$]+$/, "arguments separated by blanks, without quotes")?.split(/\s+/) ?? [],
		configHash: parser.matching("config-hash", /^[0-9a-f]{16}$/, "16 lower-case hexadecimal digits, as Bengal prints them"),
		bengalVersion: parser.matching("bengal-version", /^\d+\.\d+[A-Za-z0-9.+-]*$/, "a version such as 0.5.1"),
		pythonVersion: parser.matching("python-version", /^\d+\.\d+(?:\.\d+)?t?$/, "a version such as 3.14")?.match(/^\d+\.\d+/)?.[0],
		python: parser.matching("python", /^[^\0\r\n]{1,1000}$/, "a path or a name in one line"),
		probe: parser.flag("probe"),
		gate: parser.oneOf("gate", GATE_SETTINGS),
		fullEvery: parser.value("full-every", parseFullEvery, FULL_EVERY) ?? NEVER$1,
		verifySample: parser.value("verify-sample", parseSample, "a number from 0 to 1000") ?? 0,
		verify: parser.oneOf("verify", VERIFY_SETTINGS),
		bytecode: parser.flag("bytecode"),
		expectedModes: parser.value("expect-mode", parseModes, "modes out of skip, incremental and full") ?? []
	};
	return parser.problems.length === 0 ? ok(value) : failed(...parser.problems);
}
const FULL_EVERY = "a number of builds and a time, such as 50 7d, or never";
const NEVER$1 = {
	builds: Number.POSITIVE_INFINITY,
	time: Number.POSITIVE_INFINITY
};
function parseFullEvery(text) {
	if (text === "never") return NEVER$1;
	const [, count, time] = /^(\d{1,6}) (\d{1,6}[smhd])$/.exec(text) ?? [];
	const [builds, duration] = [Number(count), parseDuration(time ?? "")];
	return duration === void 0 || !(builds > 0) ? void 0 : {
		builds,
		time: duration
	};
}
function parseSample(text) {
	return /^\d{1,4}$/.test(text) && Number(text) <= 1e3 ? Number(text) : void 0;
}
function parseModes(text) {
	const modes = text.split(/[\s,]+/).map((word) => EXPECTED_MODES.find((mode) => mode === word));
	return modes.every((mode) => mode !== void 0) ? modes : void 0;
}
const KEY = `a key of up to ${String(400)} characters without comma and blank`;
function siteProblems(site, given, context) {
	if (!isInside(context.workspace, site)) return [expected("site", "a folder inside the workspace", given)];
	switch (context.folder(site)) {
		case "missing": return [expected("site", "a folder that exists", given)];
		case "not-a-folder": return [expected("site", "a folder", given)];
		case "no-site": return [expected("site", "a Bengal site (with bengal.toml, config/ or content/)", given)];
		case "site": return [];
	}
}
function isInside(folder, path) {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

// src/affected/describe-read.ts
/** Longest name in the words for a read. */
const LONGEST = 120;
/** What a page took from elsewhere, to follow "shows": `the title of content/a.md`. */
function describeRead({ kind, arguments: given }) {
	return wordsFor(kind, given).slice(0, LONGEST);
}
function wordsFor(kind, given) {
	const [first = "", second = "", ...rest] = given;
	const path = [second, ...rest].join(".");
	switch (kind) {
		case "has": return `whether there is ${path} of ${nameOf$1(first)}`;
		case "attribute":
		case "shape":
		case "key":
		case "contains":
		case "keys":
		case "truth": return `${path} of ${nameOf$1(first)}`;
		case "front-matter":
		case "param": return `${second === "*" ? "all front matter" : second} of ${nameOf$1(first)}`;
		case "config":
		case "config-contains": return `the setting ${[first, second].filter((part) => part !== "").join(".")}`;
		case "menu": return `the menu ${first}`;
		case "template": return `the template ${first}`;
		case "lookup": return `${second}(${rest.join(", ")}) of ${nameOf$1(first)}`;
		case "query": return `the index ${first} (${path})`;
		case "asset": return `the asset ${first}`;
		case "file": return `the file ${first}`;
		case "listing": return `the files in ${first}`;
		case "exists": return `whether there is ${first}`;
		case "environment": return `the environment variable ${first}`;
		case "clock": return "the time";
		case "chance": return "something that is drawn by chance";
		case "root": return "the folder of the site";
	}
}
/** Bengal's objects, as people know them. */
function nameOf$1(object) {
	const [, kind = "", name = ""] = /^([a-z-]+):(.*)$/s.exec(object) ?? [];
	switch (kind) {
		case "page":
		case "page-snapshot": return name;
		case "section":
		case "section-snapshot": return `section ${name}`;
		default: return object === "site" ? "the site" : object;
	}
}
__name(nameOf$1, "nameOf");

// src/bengal/decoded-cache.ts
/**
* Whether an uncompressed `cache.json` lies beside the compressed one. No current version writes it, and Bengal builds
* incrementally without being asked where it finds one.
*/
function hasDecodedCache(site) {
	const isThere = (name) => ifPresent(look(join(site, ".bengal", name))) !== void 0;
	return isThere("cache.json") && isThere("cache.json.zst");
}

// src/gate/build-args.ts
/**
* Arguments for `bengal build`, as every version since 0.2.4 knows them. They are plain words, so that a shell may take
* them apart. An incremental build is a full build of Bengal's in which the companion keeps what it can prove.
*/
function buildArgs(mode, { outputExists, asksToProceed }) {
	if (mode === "skip") return [];
	return [
		"--no-incremental",
		...mode === "full" && outputExists ? ["--clean-output"] : [],
		...asksToProceed ? ["--yes"] : []
	];
}
/** Whether Bengal is told to remove the output folder as a whole. */
function cleans(args) {
	return args.includes("--clean-output");
}
/** The same arguments for a build that finds no output any more. */
function withoutCleaning(args) {
	return args.filter((argument) => argument !== "--clean-output");
}

// src/gate/checks.ts
/** With any of these, nothing of the last build is taken over but unchanged assets. */
const FULL_BUILD_CHECKS = [
	{
		kind: "not-a-full-build",
		find: ({ recorded }) => recorded?.build === "partial" ? recorded.failed ?? "nobody knows that one build wrote the whole output, so it may hold stale pages already" : void 0
	},
	{
		kind: "version",
		find: (input) => input.versionConflict ?? changedVersion(input)
	},
	{
		kind: "packages",
		find: ({ packages }) => packages.kind === "different" ? packages.detail : void 0
	},
	{
		kind: "flags",
		find: ({ flags }) => flags.kind === "different" ? flags.detail : void 0
	}
];
/** What stands between this state and a proof that a build would change nothing. */
const SKIP_CHECKS = [
	{
		kind: "policy",
		find: ({ asksAudit }) => asksAudit ? "every page is to be rendered and compared (verify: full)" : void 0
	},
	{
		kind: "config",
		find: ({ config, configDoubt }) => config.status === "unchanged" ? configDoubt : `the configuration is ${config.status}: ${config.why}`
	},
	{
		kind: "all-affected",
		find: firstDoubt
	},
	{
		kind: "pages-affected",
		find: ({ affected: { all, pages } }) => all || pages.length === 0 ? void 0 : `${count$1(pages.length, "page")} may change`
	},
	{
		kind: "no-page-affected",
		find: otherOutputs
	},
	{
		kind: "unverifiable",
		find: ({ changes: { unverifiable } }) => example(unverifiable, "input", "cannot be checked")
	},
	{
		kind: "not-a-full-build",
		find: ({ recorded }) => recorded === void 0 ? "the state was not recorded by this tool, so its output may hold stale pages" : void 0
	},
	{
		kind: "version",
		find: unknownVersion
	},
	{
		kind: "packages",
		find: ({ packages }) => packages.kind === "unknown" ? packages.detail : void 0
	},
	{
		kind: "unrecorded",
		find: ({ readsByName, unrecorded }) => readsByName ?? unrecorded[0]
	},
	{
		kind: "due",
		find: ({ due }) => due
	},
	{
		kind: "output-damaged",
		find: brokenOutputs
	},
	{
		kind: "output-damaged",
		find: ({ outputs: { unexpected } }) => unexpected[0] === void 0 ? void 0 : `the output holds ${count$1(unexpected.length, "file")} that no build recorded, such as ${unexpected[0]}`
	}
];
function firstDoubt({ affected }) {
	const because = affected.because.filter(({ kind }) => kind !== "config-changed");
	if (because.length === 0 && (!affected.all || affected.because.length > 0)) return void 0;
	const more = because.length - 1;
	return `any page may be affected: ${because[0]?.detail ?? "nobody said why"}${more > 0 ? ` (and ${String(more)} more ${more === 1 ? "reason" : "reasons"})` : ""}`;
}
/** A page without its output has a reason of its own. */
function brokenOutputs({ affected, outputs }) {
	const rendered = new Set(affected.pages.map((page) => page.output));
	const broken = [...outputs.missing, ...outputs.damaged].filter((path) => !rendered.has(path));
	return example(broken, "recorded output", broken.length === 1 ? "is missing or damaged" : "are missing or damaged");
}
const NAMES = {
	bengal: "Bengal",
	python: "Python"
};
function changedVersion({ recorded, versions }) {
	if (recorded === void 0) return void 0;
	for (const name of ["bengal", "python"]) {
		const [was, is] = [recorded.versions[name], versions[name]];
		if (was !== void 0 && is !== void 0 && was !== is) return `${NAMES[name]} is ${is}, and the state was built with ${was}`;
	}
}
function unknownVersion({ recorded, versions, versionHint }) {
	if (recorded === void 0) return void 0;
	const same = (name) => versions[name] !== void 0 && versions[name] === recorded.versions[name];
	if (same("bengal") && same("python")) return void 0;
	return `it is not known that Bengal and Python are the recorded ones${versionHint === void 0 ? "" : `: ${versionHint}`}`;
}
function otherOutputs({ affected, changes, settled }) {
	if (affected.pages.length > 0) return void 0;
	const open = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	].filter((path) => !settled.has(path));
	const [first] = open;
	return first === void 0 ? void 0 : `${count$1(open.length, "changed file")} ${open.length === 1 ? "affects" : "affect"} no page, such as ${first}, but other outputs may differ`;
}
function example(paths, one, what) {
	return paths[0] === void 0 ? void 0 : `${count$1(paths.length, one)} ${what}, such as ${paths[0]}`;
}
function count$1(number, one) {
	return `${String(number)} ${one}${number === 1 ? "" : "s"}`;
}
__name(count$1, "count");

// src/gate/proof.ts
const MOST_SETTLED = 5;
/** Everything that was checked, in sentences. Complete only where no check found anything. */
function listProof(input) {
	return [
		...sourceProof(input),
		input.config.why,
		versionProof(input),
		`all ${String(input.outputs.present.size)} output files are those that one full build wrote`,
		"nothing that pages show has become untrue since then by the passing of time"
	].map((detail) => ({
		kind: "proof",
		detail
	}));
}
function sourceProof({ changes, settled }) {
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	];
	if (changed.length === 0) return ["no source differs from the recorded tree"];
	const said = changed.slice(0, MOST_SETTLED).map((path) => `${path} differs: ${settled.get(path) ?? "nobody said why"}`);
	const more = changed.length - said.length;
	return [
		"no source differs that feeds an output",
		...said,
		...more > 0 ? [`so do ${String(more)} more files`] : []
	];
}
function versionProof({ versions, packages }) {
	const told = `Bengal ${versions.bengal ?? ""} and Python ${versions.python ?? ""} are the recorded ones`;
	return packages.kind === "same" ? `${told}, and so are the ${String(packages.count)} packages that Bengal is made of` : `${told}; they were told by hand, and stand for the packages that Bengal is made of`;
}

// src/gate/decide.ts
/** Decides from data alone. Every doubt leads to `full`; `skip` needs every part of the proof. */
function decide(input) {
	const { policy, state } = input;
	const wish = policy === "always-full" ? [reason("policy", input.policyWhy)] : [];
	if (state.status !== "usable") return decision("full", [...wish, reason("state", unusable(state))], input);
	const full = [...wish, ...findings(FULL_BUILD_CHECKS, input)];
	if (full.length > 0) return decision("full", full, input);
	const missing = findings(SKIP_CHECKS, input);
	if (missing.length === 0) return decision("skip", listProof(input), input);
	const { untraced, fullDue } = input;
	if (untraced !== void 0) return decision("full", [reason("no-trace", untraced), ...missing], input);
	if (fullDue !== void 0) return decision("full", [reason("full-due", fullDue), ...missing], input);
	return decision("incremental", missing, input);
}
function unusable({ status, why }) {
	return status === "absent" ? `there is no state of an earlier build: ${why}` : `the state of the last build cannot be used: ${why}`;
}
function findings(checks, input) {
	return checks.flatMap(({ kind, find }) => {
		const detail = find(input);
		return detail === void 0 ? [] : [reason(kind, detail)];
	});
}
function reason(kind, detail) {
	return {
		kind,
		detail
	};
}
function decision(mode, reasons, input) {
	const incrementalBuildSeconds = input.recorded?.incrementalBuildSeconds;
	return {
		mode,
		reasons,
		buildArgs: buildArgs(mode, {
			outputExists: input.outputs.exists,
			asksToProceed: input.asksToProceed
		}),
		fullBuildSeconds: input.recorded?.fullBuildSeconds ?? null,
		...incrementalBuildSeconds === void 0 ? {} : { incrementalBuildSeconds }
	};
}

// src/gate/warnings.ts
/** What makes builds slow or wrong without a word, each with what to do about it in one line. Pure. */
function findTraps(facts) {
	return [
		branchTrap,
		folderTrap,
		variableTrap,
		decodedTrap,
		linkTrap
	].flatMap((find) => find(facts) ?? []);
}
const branchTrap = ({ site: { inferred, problems } }) => {
	if (!inferred.hasBranch || problems.length > 0) return void 0;
	const baseUrl = inferred.settings.find(([setting]) => setting === "site.baseurl")?.[1] ?? "";
	return `The site sets no base URL, so Bengal makes the name of the branch a part of its configuration, and each branch and pull request starts cold. Set it in the configuration: site.baseurl: ${JSON.stringify(baseUrl)}`;
};
const folderTrap = ({ site: { overshadowed } }) => overshadowed === void 0 ? void 0 : `Bengal ignores ${overshadowed}, because a folder config stands beside it, even without settings in it. Remove that folder, or move the settings into config/_default/`;
const variableTrap = ({ config, sameFingerprint }) => config.status === "changed" && config.source === "probe" && sameFingerprint ? "Bengal's configuration hash differs, and yet files and variables are as they were: the build step has a variable BENGAL_... or an option that this step does not see. Set it for the whole job (env of the job, inputs environment and profile)" : void 0;
const decodedTrap = ({ decodedCache }) => decodedCache ? "An uncompressed .bengal/cache.json lies there, and makes Bengal build incrementally without being asked. Remove it: rm .bengal/cache.json" : void 0;
const linkTrap = ({ unfollowed: [first, ...others] }) => first === void 0 ? void 0 : `${first}${others.length === 0 ? " is a symbolic link that leads" : ` and ${String(others.length)} more are symbolic links that lead`} out of the checkout, nowhere, in a circle or to what a build writes, so nobody can tell whether what stands there changed, and no build is skipped. Let it lead to what the checkout holds, or put a copy in its place`;

// src/report/words.ts
/** `3 pages`, `1 page`. */
function count(number, one, many = `${one}s`) {
	return `${digits(number)} ${number === 1 ? one : many}`;
}
/** `1,234` on every machine. */
function digits(number) {
	return number.toLocaleString("en-US");
}

// src/report/failed-page-words.ts
/** What became of a page. A new kind does not compile until it has words. */
const FAILURE_WORDS = {
	"not-parsed": "was not written, since it could not be parsed",
	"not-rendered": "was not written, since it could not be rendered",
	"error-page": "shows an error in its place",
	"error-in-page": "shows an error in its text",
	"out-of-time": "was not written in time",
	unexplained: "was not written, and the log of the build does not say why"
};
/** One page, with Bengal's own message. */
function failedPageLine({ page, how, message }) {
	return `${page} ${FAILURE_WORDS[how]}${message === "" ? "" : `: ${message}`}`;
}
/** Why a state is not that of a full build; `undefined` where no page stands in the way. */
function failedReason(pages) {
	const open = pages.filter((page) => !isSettled(page));
	const [first] = open;
	return first === void 0 ? void 0 : `the last build failed on ${count(open.length, "page")}${open.length === 1 ? "" : ", such as"}: ${failedPageLine(first)}`;
}
/** What has to be said of a state that is used although pages failed; `undefined` where none did. */
function failedWarning(pages) {
	const settled = pages.filter(isSettled);
	const [first] = settled;
	return first === void 0 || settled.length < pages.length ? void 0 : `Every build of these sources fails on ${count(settled.length, "page")}${settled.length === 1 ? "" : ", such as"}: ${failedPageLine(first)}`;
}

// src/changes/run-git.ts
const DEFAULT_TIMEOUT_MS = 1e4;
const MOST_OUTPUT_BYTES = 1 << 28;
/**
* What a repository's own settings must not do to us: run programs, vouch for files that nobody looked at, or take a
* folder that merely looks like a repository for one.
*/
const SETTINGS = [
	"core.fsmonitor=false",
	`core.hooksPath=${devNull}`,
	"core.checkStat=default",
	"core.trustctime=true",
	"core.ignoreStat=false",
	"safe.bareRepository=explicit"
];
/** Runs a git command that only reads, whatever the repository and the environment say about how it should. */
function runGit({ folder, variables, timeoutMs = DEFAULT_TIMEOUT_MS }, args) {
	const settings = SETTINGS.flatMap((setting) => ["-c", setting]);
	const run = spawnSync("git", [
		"--no-replace-objects",
		"-C",
		folder,
		...settings,
		...args
	], {
		cwd: parse(folder).root,
		env: environmentOfGit(variables),
		encoding: "utf8",
		timeout: timeoutMs,
		killSignal: "SIGKILL",
		maxBuffer: MOST_OUTPUT_BYTES,
		stdio: [
			"ignore",
			"pipe",
			"pipe"
		]
	});
	if (run.error !== void 0) return {
		status: void 0,
		stdout: "",
		why: `git gave no answer: ${messageOf(run.error)}`
	};
	const complaint = run.stderr.trim().split("\n", 1)[0] ?? "";
	return {
		status: run.status ?? void 0,
		stdout: run.stdout,
		why: `git ended with ${String(run.status ?? run.signal)}${complaint === "" ? "" : `: ${complaint}`}`
	};
}
/** Variables such as GIT_DIR would lead git to another repository, index or configuration, and it needs no secrets. */
function environmentOfGit(variables) {
	const own = {
		GIT_OPTIONAL_LOCKS: "0",
		GIT_NO_LAZY_FETCH: "1",
		GIT_TERMINAL_PROMPT: "0",
		LC_ALL: "C"
	};
	return {
		...environmentOfTools(variables),
		...own
	};
}

// src/changes/tracked.ts
/**
* Files below a folder of the site that the repository keeps, relative to that folder: somebody wrote them, whatever else
* lies there. None where git knows of none, or does not answer.
*/
function readTracked(site, folder, variables) {
	const place = resolvePlace(site, folder);
	if (place.kind === "refused" || atBest(look(place.at))?.isDirectory() !== true) return /* @__PURE__ */ new Set();
	const { status, stdout } = runGit({
		folder: place.at,
		variables
	}, [
		"ls-files",
		"-z",
		"--cached",
		"--",
		"."
	]);
	return new Set(status === 0 ? stdout.split("\0").filter((path) => path !== "") : []);
}

// src/output/set-aside.ts
/** Why an output is no folder for outputs alone; `undefined` when it is, as far as anybody can tell. */
function findOverlap({ site, outputDir, sources }) {
	const output = realPathOf(join(site, outputDir));
	for (const source of sources) {
		const isNamedWithin = isWithin(outputDir, source);
		const real = realPathOf(join(site, source));
		if (isNamedWithin || output !== void 0 && real !== void 0 && isInside$1(output, real)) return `the output folder ${JSON.stringify(outputDir)} holds the sources ${JSON.stringify(source)}`;
	}
}

// src/flow/authored-places.ts
/** What the author of a site wrote, as far as the configuration tells: folders and files relative to the site. */
function authoredPaths(site) {
	const layout = {
		contentDir: site.contentDir,
		outputDir: site.outputDir,
		configFiles: site.files
	};
	return [
		...sourceFolders(layout),
		...site.files,
		...site.documented.filter((path) => !path.startsWith("../"))
	];
}
/**
* Why neither state nor output of a site may be touched: one of them lies behind a link that leads elsewhere, or the
* output folder is one that holds sources. `undefined` where both may.
*/
function findPlaceProblem(root, site, extraPaths = []) {
	const refused = [resolveState(root), ...[site.outputDir, ...extraPaths].map((path) => resolvePlace(root, path))].find((place) => place.kind === "refused");
	if (refused?.kind === "refused") return refused.why;
	if (isWithin(".bengal", site.outputDir)) return "the output folder lies in the state of Bengal";
	return findOverlap({
		site: root,
		outputDir: site.outputDir,
		sources: authoredPaths(site)
	});
}
function placeWarning(problem) {
	return `State and output are left alone, neither restored, cleared away nor saved: ${problem}`;
}

// src/preparation/clearing.ts
const NO_OUTPUT = [...AUTHORED_FOLDERS, ".bengal"];
/** Git is asked once, and only where somebody wants to know. */
function clearingOf({ inputs, site, manifest }, found, variables) {
	const sources = [
		...NO_OUTPUT,
		...authoredPaths(site),
		...found
	];
	const [root, outputDir] = [inputs.site, site.outputDir];
	let tracked;
	const authored = () => tracked ??= readTracked(root, outputDir, variables);
	return {
		recorded: [...manifest?.outputs.keys() ?? []],
		sources,
		authored,
		mayClean: () => authored().size === 0 && resolvePlace(root, outputDir).kind === "plain" && findOverlap({
			site: root,
			outputDir,
			sources
		}) === void 0
	};
}

// src/bengal/state-validity.ts
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
		why: otherSchema(schema)
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
function otherSchema(schema) {
	const understood = `${String(SCHEMA)} (Bengal 0.2.4 to 0.5.1) is understood`;
	return schema < SCHEMA ? `its schema is ${schema === 0 ? "missing" : `${String(schema)}, too old`}: Bengal discards it, and only ${understood}` : `its schema is ${String(schema)}, newer than this tool: only ${understood}`;
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
	])) if (!present.unreadable.has(path)) found[judgeSource(path, recorded, present.sources.get(path))].push(path);
	for (const file of recorded.files.values()) if (file.ref.where !== "site") found[judgeExternal$1(file, recorded, present)].push(nameOfRef(file.ref));
	found.added.push(...[...present.external.keys()].filter((path) => !recorded.files.has(path)));
	found.unverifiable.push(.../* @__PURE__ */ new Set([
		...present.links,
		...present.unreadable,
		...present.unlisted
	]));
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
	return isVouchedFor(file, recorded) ? "same" : "unverifiable";
}
__name(judgeExternal$1, "judgeExternal");
/** What is not on this machine, or was recorded without a hash, is as it was if its package has the recorded version. */
function isVouchedFor({ ref }, { bengalVersion, manifest, vouchedFolders }) {
	if (bengalVersion !== void 0 && bengalVersion === manifest?.bengal && belongsToPackage(ref, "bengal")) return true;
	const folder = ref.where === "package" ? ref.path.split("/")[0] : void 0;
	return folder !== void 0 && vouchedFolders?.has(folder) === true;
}

// src/changes/budget.ts
/** Bengal's own theme has some 500 files of 5 MB together; the modules of a large project, some thousands. */
const OUTSIDE_LIMITS = {
	files: 5e4,
	bytes: 1024 ** 3,
	milliseconds: 1e4
};
function budgetOf(limits) {
	const until = Date.now() + limits.milliseconds;
	let { files, bytes } = limits;
	let isSpent = false;
	return {
		spend(size = 0) {
			files -= 1;
			bytes -= size;
			isSpent ||= files < 0 || bytes < 0 || Date.now() > until;
			return !isSpent;
		},
		get isSpent() {
			return isSpent;
		}
	};
}

// src/changes/walk-files.ts
/** Folders that neither feed a build nor come out of one, at any depth. */
const NEVER = /* @__PURE__ */ new Set([".git", ".bengal"]);
/** At the root: what we keep there while we work. */
const OURS = /^\.bengal-cache(?:-staging-.*|-[0-9a-f]{8})?$/;
/**
* Regular files below `start` (relative to `root`), in code-unit order of their paths. Symbolic links are not followed:
* they could lead out of the site or around in a circle. Throws `DiskTrouble` for a folder that nobody may look into: what
* is in it may matter.
*/
function walkFiles(root, start, { skip, mayGoOn, onLink } = {}) {
	const found = [];
	const folders = [start];
	if (ifPresent(look(join(root, start)))?.isSymbolicLink() === true) onLink?.(start);
	for (let folder = folders.pop(); folder !== void 0; folder = folders.pop()) for (const entry of ifPresent(readFolder(join(root, folder))) ?? []) {
		if (mayGoOn?.() === false) return found.sort(byCodeUnit);
		const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
		if (entry.isDirectory()) {
			if (!(NEVER.has(entry.name) || OURS.test(path)) && skip?.(path) !== true) folders.push(path);
		} else if (entry.isFile()) found.push(path);
		else if (entry.isSymbolicLink()) onLink?.(path);
	}
	return found.sort(byCodeUnit);
}

// src/changes/walk-sources.ts
/** What a theme is developed with: Bengal looks at its assets, templates and static files alone. */
const THEME_TOOLS = /^themes\/[^/]+\/(?:node_modules|__pycache__)$/;
/** Files behind links. More of them are a circle of circles. */
const MOST_BEHIND_LINKS = 1e5;
/** Every regular file in the source folders, and behind links there that stay within the checkout: Bengal follows them. */
function walkSources(site, layout) {
	const paths = [];
	const links = [];
	const unfollowed = [];
	const behindLinks = /* @__PURE__ */ new Map();
	const skip = (path) => isWithin(layout.outputDir, path) || THEME_TOOLS.test(path);
	const output = resolvePlace(site, layout.outputDir);
	const isBuilt = (at) => [join(site, ".bengal"), ...output.kind === "refused" ? [] : [output.at]].some((folder) => isInside$1(realPathOf(folder) ?? folder, at));
	const follow = (link, above) => {
		links.push(link);
		const target = resolveSource(site, link);
		const entry = target === void 0 ? void 0 : atBest(lookThrough(target));
		if (target === void 0 || entry === void 0 || isBuilt(target)) unfollowed.push(link);
		else if (entry.isFile()) add(link, target);
		else if (!entry.isDirectory() || above.some((folder) => isInside$1(target, folder))) unfollowed.push(link);
		else enter(link, target, [...above, target]);
	};
	const add = (path, at) => {
		paths.push(path);
		behindLinks.set(path, at);
	};
	const enter = (link, target, above) => {
		const inside = [];
		const files = walkFiles(target, "", {
			skip: (path) => skip(`${link}/${path}`) || isBuilt(join(target, path)),
			onLink: (path) => inside.push(path)
		});
		if (behindLinks.size + files.length > MOST_BEHIND_LINKS) {
			unfollowed.push(link);
			return;
		}
		for (const path of files) add(`${link}/${path}`, join(target, path));
		for (const path of inside) follow(`${link}/${path}`, [...above, join(target, path, "..")]);
	};
	for (const folder of sourceFolders(layout)) {
		const found = [];
		paths.push(...walkFiles(site, folder, {
			skip,
			onLink: (link) => found.push(link)
		}));
		for (const link of found) follow(link, [realPathOf(join(site, link, "..")) ?? site]);
	}
	return {
		paths: [...new Set(paths)],
		links,
		unfollowed,
		behindLinks
	};
}

// src/changes/read-tree.ts
/**
* Reads and hashes the sources. A modification time proves nothing here (a checkout sets all of them anew, and an edit
* can keep size and time), and hashing a small file costs less than asking anybody else about it.
*/
function readPresentTree(options) {
	const { site, layout } = options;
	const budget = budgetOf(options.limits ?? OUTSIDE_LIMITS);
	const recorded = [...options.recorded];
	const walked = walkSources(site, layout);
	const paths = new Set(walked.paths);
	const external = /* @__PURE__ */ new Map();
	const besideSite = /* @__PURE__ */ new Set();
	for (const { ref, autodoc } of recorded) {
		if (ref.where === "site") paths.add(ref.path);
		if (ref.where === "site" && autodoc) besideSite.add(ref.path);
		if (ref.where !== "site") external.set(nameOfRef(ref), readExternal(ref.recorded, budget));
	}
	const documented = documentedSources({
		site,
		modules: [...besideSite],
		budget
	});
	for (const path of documented.paths) {
		paths.add(path);
		besideSite.add(path);
	}
	const elsewhere = documentedElsewhere({
		site,
		modules: modulesElsewhere(recorded),
		budget
	});
	for (const path of elsewhere.paths) if (!external.has(path)) external.set(path, readExternal(path, budget));
	for (const path of options.alsoLookAt) paths.add(path);
	const sources = /* @__PURE__ */ new Map();
	const unreadable = /* @__PURE__ */ new Set();
	const fromWalk = new Set(walked.paths);
	for (const path of paths) {
		const most = isReadAsText(path, layout) ? MOST_TEXT_BYTES : Infinity;
		const inside = fromWalk.has(path) ? lookAtFile(walked.behindLinks.get(path) ?? join(site, path), () => most) : lookAtNamed(site, path, {
			most,
			budget
		});
		const beside = join(dirname(site), path);
		const found = inside.kind === "absent" && besideSite.has(path) && !isOfSystem(beside) ? lookAtFile(beside, allowanceOf(budget, most)) : inside;
		if (found.kind === "read") sources.set(path, found.file);
		if (found.kind === "unreadable") unreadable.add(path);
	}
	const unlisted = [...documented.unlisted, ...elsewhere.unlisted];
	return {
		sources,
		external,
		links: walked.unfollowed,
		unreadable,
		unlisted
	};
}
/**
* A file of the site that only a state or a manifest names. A link on the way may lead wherever links lead, so what lies
* outside of the checkout is not read.
*/
function lookAtNamed(site, path, { most, budget }) {
	const entry = look(join(site, path));
	if (entry.kind !== "present") return entry.kind === "absent" ? entry : { kind: "unreadable" };
	const at = resolveSource(site, path);
	if (at === void 0 || isOfSystem(at)) return { kind: "unreadable" };
	return lookAtFile(at, allowanceOf(budget, most));
}
/** How large a file may be, once its size is known. */
function allowanceOf(budget, most = Infinity) {
	return (size) => size <= most && budget.spend(size) ? most : -1;
}
/** Files of the same kinds in the folders that API documentation was made from: a new module is a new page. */
function documentedSources({ site, modules, budget }) {
	const endings = new Set(modules.map((path) => posix.extname(path)));
	const [paths, unlisted] = [[], []];
	for (const folder of outermost(new Set(modules.map((path) => posix.dirname(path))))) {
		const base = [site, dirname(site)].find((candidate) => look(join(candidate, folder)).kind !== "absent");
		if (base === void 0) continue;
		const isListed = isInCheckout(site, join(base, folder));
		if (isListed) paths.push(...modulesIn(base, folder, {
			endings,
			budget,
			skip: () => false
		}));
		if (!isListed || budget.isSpent) unlisted.push(folder);
	}
	return {
		paths,
		unlisted
	};
}
function modulesIn(base, folder, { endings, budget, skip }) {
	return walkFiles(base, folder, {
		skip,
		mayGoOn: () => budget.spend()
	}).filter((path) => endings.has(posix.extname(path)));
}
/** What lies beside modules and is none of a project's own. */
const NOT_DOCUMENTED = /(?:^|\/)(?:node_modules|__pycache__|site-packages|venv|\.[^/]*)$/;
/** Modules that lie neither in the site nor beside it, with their whole path. */
function modulesElsewhere(recorded) {
	return [...recorded].flatMap(({ ref, autodoc }) => autodoc && ref.where === "elsewhere" && posix.isAbsolute(ref.recorded) ? [ref.recorded] : []);
}
/** The same for those: in the checkout their folders are listed, elsewhere nothing is but what the state names itself. */
function documentedElsewhere({ site, modules, budget }) {
	const skip = (path) => NOT_DOCUMENTED.test(path);
	const endings = new Set(modules.map((path) => posix.extname(path)));
	const [paths, unlisted] = [[], []];
	for (const folder of outermost(new Set(modules.map((path) => posix.dirname(path))))) {
		if (look(folder).kind === "absent") continue;
		const isListed = isInCheckout(site, folder);
		if (isListed) paths.push(...modulesIn(folder, "", {
			endings,
			budget,
			skip
		}).map((path) => posix.join(folder, path)));
		if (!isListed || budget.isSpent) unlisted.push(folder);
	}
	return {
		paths,
		unlisted
	};
}
/** Folders that lie in no other one of them. */
function outermost(folders) {
	const lies = (folder) => {
		for (let above = posix.dirname(folder); above !== posix.dirname(above); above = posix.dirname(above)) if (folders.has(above)) return true;
		return false;
	};
	return [...folders].filter((folder) => folder !== "/" && folder !== "." && !lies(folder));
}
/** Larger than any text that a person wrote, and small enough to be taken apart. */
const MOST_TEXT_BYTES = 64 * 1024 ** 2;
/** Whether we look into a source, and not only at its digest. */
function isReadAsText(path, layout) {
	const { kind } = roleOf(path, layout);
	return kind === "page" || kind === "template" || path.endsWith(".css");
}
/** Symbolic links are not followed, and nothing but regular files that are small enough is opened. Never throws. */
function lookAtFile(path, most = () => Infinity, memory = NO_MEMORY) {
	try {
		const stat = ifPresent(lookExactly(path));
		if (stat === void 0 || stat.isDirectory()) return { kind: "absent" };
		const size = Number(stat.size);
		if (!stat.isFile() || size > most(size)) return { kind: "unreadable" };
		return {
			kind: "read",
			file: {
				sha256: memory.recall(stat, () => hashFile(path)),
				size,
				mtimeNs: stat.mtimeNs
			}
		};
	} catch {
		return { kind: "unreadable" };
	}
}
/** `undefined` for what is no regular file, or cannot be read. */
function readPresentFile(path, memory) {
	const look = lookAtFile(path, void 0, memory);
	return look.kind === "read" ? look.file : void 0;
}
/** A file outside of the site, of which only the state says where it lies. */
function readExternal(recorded, budget) {
	if (!(posix.isAbsolute(recorded.replaceAll("\\", "/")) || /^[A-Za-z]:/.test(recorded)) || isOfSystem(recorded)) return void 0;
	const look = lookAtFile(recorded, allowanceOf(budget));
	return look.kind === "read" ? look.file : void 0;
}

// src/changes/changed-outputs.ts
/** Compares the output directory with what was recorded of it; with a manifest, every byte. */
function checkOutputs(options) {
	const place = resolvePlace(options.site, options.outputDir);
	const folder = place.kind === "refused" ? join(options.site, options.outputDir) : place.at;
	const exists = place.kind !== "refused" && ifPresent(look(folder))?.isDirectory() === true;
	const present = new Set(exists ? walkFiles(folder, "") : []);
	const { manifest } = options;
	const assets = manifest === void 0 ? readAssetOutputs(folder) : [];
	const recorded = new Set(manifest === void 0 ? [...options.pages, ...assets ?? [ASSET_MANIFEST]] : manifest.outputs.keys());
	const isThere = (path) => present.has(path) && (path !== ASSET_MANIFEST || assets !== void 0);
	const missing = [...recorded].filter((path) => !isThere(path)).sort();
	const obstructed = missing.filter((path) => exists && ifPresent(look(join(folder, path))) !== void 0 && !present.has(path));
	if (manifest === void 0) return {
		exists,
		present,
		missing,
		obstructed,
		damaged: [],
		unexpected: []
	};
	const damaged = [...manifest.outputs].flatMap(([path, content]) => {
		if (!present.has(path)) return [];
		const file = readPresentFile(join(folder, path));
		if (file === void 0) obstructed.push(path);
		return file?.size !== content.size || file.sha256 !== content.sha256 ? [path] : [];
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
function readAssetOutputs(folder) {
	const path = join(folder, ASSET_MANIFEST);
	if (ifPresent(look(path))?.isFile() !== true) return void 0;
	try {
		const assets = field(JSON.parse(neededText(path)), "assets");
		if (!isObject(assets)) return void 0;
		return entriesOf(assets).flatMap(([, asset]) => sitePath(asString(field(asset, "output_path")) ?? "") ?? []);
	} catch {
		return;
	}
}

// src/config/config-keys.ts
/** Every setting of a configuration, mappings taken apart. `textOf` writes a value so that equal ones are equal. */
function settingsOf(config, textOf = canonicalJson) {
	const found = /* @__PURE__ */ new Map();
	const visit = (path, value) => {
		const entries = isMapping$1(value) ? Object.entries(value) : [];
		if (path !== "" && entries.length === 0) found.set(path, textOf(value));
		for (const [key, inner] of entries) visit(path === "" ? nameOf(key) : `${path}.${nameOf(key)}`, inner);
	};
	visit("", config);
	return found;
}
/** Dates and numbers of Python are objects too, and each is one value. */
function isMapping$1(value) {
	if (typeof value !== "object" || value === null) return false;
	const prototype = Object.getPrototypeOf(value);
	return prototype === Object.prototype || prototype === null;
}
__name(isMapping$1, "isMapping");
function nameOf(key) {
	return /^[\w-]+$/.test(key) ? key : JSON.stringify(key);
}
function digestOf(key, text) {
	return looksSecret(key) ? null : sha256(`${key}\0${text}`).slice(0, 12);
}
/** The settings that differ, in order of their names. A secret is named only when it came or went. */
function findChangedKeys(recorded, current) {
	return sortedUnique([...recorded.keys(), ...current.keys()]).sort(byCodeUnit).flatMap((key) => {
		const text = current.get(key);
		if (text === void 0) return [{
			key,
			change: "removed",
			value: null
		}];
		const value = shownValue(key, text);
		if (!recorded.has(key)) return [{
			key,
			change: "added",
			value
		}];
		return recorded.get(key) === digestOf(key, text) ? [] : [{
			key,
			change: "changed",
			value
		}];
	});
}
/** The same, with the settings that `BENGAL_*` variables made masked whatever they are called. */
function maskVariables(changes, fromVariables) {
	return changes.map((change) => change.value !== null && fromVariables.has(change.key) ? {
		...change,
		value: "***"
	} : change);
}

// src/config/documented.ts
/**
* Folders and files that API documentation is made from, as the configuration names them, relative to the site; `../`
* leads out of it. A module that only Python can find is looked for beside the site, as Bengal's own key does.
*/
function findDocumented(config) {
	const enabled = (kind) => {
		const section = field(field(config, "autodoc"), kind);
		return field(section, "enabled") === true ? section : void 0;
	};
	const [python, cli, openapi] = [
		enabled("python"),
		enabled("cli"),
		enabled("openapi")
	];
	const folders = python === void 0 ? [] : python["source_dirs"] ?? ["."];
	const module = asString(cli?.["app_module"])?.split(/[.:]/, 1)[0] ?? "";
	const paths = [
		...asStrings(folders),
		.../^\w+$/.test(module) ? [`../${module}`] : [],
		...openapi === void 0 ? [] : [asString(openapi["spec_file"]) ?? "api/openapi.yaml"]
	].map(toPosix);
	return sortedUnique(paths.filter((path) => path !== "" && !path.includes("\0") && !isAbsolutePosix(path)).map((path) => posix.normalize(path).replace(/\/$/, "")));
}

// src/config/platform.ts
const NOTHING = {
	settings: [],
	hasBranch: false
};
/** The configuration of the files with every `BENGAL_*` variable written into it, as Bengal does, as text. */
function withVariables(config, variables) {
	return bengalVariables(variables).reduce((all, [name, value]) => {
		const path = settingOfVariable(name);
		return path.length === 0 ? all : withSetting(all, path, value);
	}, config);
}
function withSetting(config, [key = "", ...rest], value) {
	const below = field(config, key);
	const inner = rest.length === 0 ? value : withSetting(isObject(below) ? below : {}, rest, value);
	return Object.fromEntries([...Object.entries(config).filter(([name]) => name !== key), [key, inner]]);
}
/**
* Where the site itself says where it is served: then no platform is asked. An empty text counts, a null does not. Nor
* does an address at the top of a single file: Bengal looks for it in the section `site`, and only a folder of
* configuration has it moved there.
*/
function explicitBaseUrl({ config, kind }) {
	const site = field(config, "site");
	if (isObject(site) && Object.hasOwn(site, "baseurl")) return site["baseurl"] ?? void 0;
	const atTop = field(config, "baseurl") ?? void 0;
	return kind === "directory" || atTop === "" ? atTop : void 0;
}
function inferFromPlatform({ config, kind, variables }) {
	if ((explicitBaseUrl({
		config,
		kind
	}) ?? variableOf(variables, "BENGAL_BASEURL", "BENGAL_BASE_URL")) !== void 0) return NOTHING;
	const url = netlifyUrl(variables) ?? vercelUrl(variables);
	if (url !== void 0) return {
		settings: [["site.baseurl", url.replace(/\/+$/, "")]],
		hasBranch: false
	};
	return onGithub(variables) ? inferFromGithub(config, variables) : NOTHING;
}
function netlifyUrl(variables) {
	return onNetlify(variables) ? variableOf(variables, "URL", "DEPLOY_PRIME_URL") : void 0;
}
function vercelUrl(variables) {
	const host = onVercel(variables) ? variableOf(variables, "VERCEL_URL") : void 0;
	return host === void 0 || /^https?:\/\//.test(host) ? host : `https://${host}`;
}
function inferFromGithub(config, variables) {
	const [, owner, name] = /^([^/]*)\/(.*)$/s.exec(variables["GITHUB_REPOSITORY"] ?? "") ?? [];
	if (owner === void 0 || name === void 0) return NOTHING;
	const isRoot = variables["GITHUB_PAGES_ROOT"] === "true" || name === `${owner}.github.io`;
	const server = (variables["GITHUB_SERVER_URL"] ?? "https://github.com").replace(/\/+$/, "");
	const branch = (variables["GITHUB_REF_NAME"] ?? "main").replace(/^refs\/heads\//, "") || "main";
	const params = field(config, "params");
	const settings = [["site.baseurl", isRoot ? "" : `/${name}`.replace(/\/+$/, "")]];
	if (isOpen(field(params, "repo_url"))) settings.push(["params.repo_url", `${server}/${owner}/${name}`]);
	const hasBranch = isOpen(field(params, "colab_branch"));
	if (hasBranch) settings.push(["params.colab_branch", branch]);
	return {
		settings,
		hasBranch
	};
}
/** Missing or blank. An empty text is an answer: the site wants none. */
function isOpen(value) {
	return value !== "" && (asString(value) ?? (value ? "set" : "")).trim() === "";
}
function variableOf(variables, ...names) {
	return names.map((name) => variables[name]).find((value) => value !== void 0 && value !== "");
}

// src/config/unrecorded.ts
const LIBRARIES = /\blibraries\b["']?[ \t]*=(?![ \t]*\[\s*\])/;
/**
* What the configuration makes a build read that neither Bengal's state nor our manifest records. With any of it, nobody
* can prove that a build would write the same again. Bengal 0.5.1 knows these; each is off unless the site turns it on.
*/
function findUnrecordedInputs(config, { collections, themes }) {
	const at = (...path) => path.reduce((value, key) => field(value, key), config);
	const found = [];
	if (isOn(at("assets", "pipeline"))) found.push("assets.pipeline runs tools of Node.js, whose versions nobody records");
	if (asArray(at("external_refs", "indexes")).length > 0) found.push("external_refs.indexes fetches indexes of other sites");
	if (asString(at("versioning", "mode")) === "git") found.push("versioning.mode git builds from other branches");
	if (isOn(at("content", "git_info", "enabled"))) found.push("content.git_info takes dates of pages from the history of git");
	if (collections !== void 0 && /\bloader\b/.test(collections)) found.push("collections.py may load content from elsewhere");
	if (themes.some((text) => LIBRARIES.test(text))) found.push("libraries in theme.toml names packages that nobody records");
	return found;
}
/** Settings from variables are text. */
function isOn(value) {
	return value === true || typeof value === "string" && !/^(?:false|0|no|off|)$/i.test(value);
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
	const resolved = withVariables(merged, options.variables);
	const inferred = inferFromPlatform({
		config: resolved,
		kind: sources.kind,
		variables: options.variables
	});
	const variables = bengalVariables(options.variables);
	const siteCode = readSiteCode(options.site);
	const baseUrl = explicitBaseUrl({
		config: resolved,
		kind: sources.kind
	});
	const outputDir = folder(merged, "output_dir", "public");
	const contentDir = folder(merged, "content_dir", "content");
	return {
		environment,
		files: sources.files.map((file) => file.path),
		outputDir: options.outputDir ?? outputDir.path,
		contentDir: contentDir.path,
		documented: findDocumented(merged),
		explicitBaseUrl: baseUrl !== void 0,
		baseUrl: asString(baseUrl),
		inferred,
		settings: new Map([...settingsOf(resolved), ...inferred.settings.map(([key, value]) => [key, JSON.stringify(value)])]),
		fromVariables: new Set(variables.map(([name]) => settingOfVariable(name).join("."))),
		overshadowed: sources.overshadowed,
		unrecorded: findUnrecordedInputs(resolved, {
			collections: siteCode,
			themes: readThemeManifests(options.site)
		}),
		perPage: asFiniteNumber(field(field(merged, "pagination"), "per_page")) ?? 10,
		fingerprint: digestOfParts([
			["kind", sources.kind],
			["environment", environment],
			["profile", options.profile ?? ""],
			...sources.files.map((file) => [`file ${file.path}`, file.canonical]),
			...variables.map(([name, value]) => [`variable ${name}`, value]),
			...inferred.settings.map(([key, value]) => [`inferred ${key}`, value]),
			...siteCode === void 0 ? [] : [["code", siteCode]]
		]),
		problems: sources.files.flatMap((file) => file.problem === void 0 ? [] : [`${file.path}: ${file.problem}`]),
		unreadable: sources.files.find((file) => !file.readable)?.path,
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

// src/config/config-verdict.ts
/** In the place of a fingerprint: what the build read is not known, since somebody edited a file afterwards. */
const EDITED_SINCE = sha256("the configuration was edited after the build had read it");
const TOLD_BY = {
	input: "as the input config-hash says",
	probe: "as the job's own Bengal says"
};
/** Bengal's own hash decides where it is known on both sides; else our fingerprint, where the manifest holds one. */
function judgeConfig(evidence) {
	const { recordedHash, current, recordedFingerprint, currentFingerprint } = evidence;
	const hashes = {
		recorded: recordedHash ?? null,
		current: current?.hash ?? null
	};
	if (recordedHash !== void 0 && current !== void 0) {
		const { source } = current;
		if (recordedHash === current.hash) return {
			status: "unchanged",
			...hashes,
			source,
			why: `Bengal's configuration hash is the recorded one, ${TOLD_BY[source]}`
		};
		const why = `Bengal's configuration hash is another than the recorded one, ${TOLD_BY[source]}`;
		return changed({
			...hashes,
			source,
			why
		}, evidence);
	}
	if (recordedFingerprint === void 0) return {
		status: "unknown",
		...hashes,
		source: "nobody",
		why: unknownBecause(evidence)
	};
	const source = "fingerprint";
	if (recordedFingerprint === EDITED_SINCE) {
		const why = "the configuration was edited after the build had read it and before the build was recorded";
		return {
			status: "unknown",
			...hashes,
			source,
			why
		};
	}
	if (evidence.unreadable !== void 0) return {
		status: "unknown",
		...hashes,
		source,
		why: `${evidence.unreadable} could not be read`
	};
	if (recordedFingerprint !== currentFingerprint) {
		const why = "the configuration files, the environment or a variable that Bengal reads differ from the recorded ones";
		return changed({
			...hashes,
			source,
			why
		}, evidence);
	}
	const why = "the configuration files, environment and variables are the recorded ones";
	return {
		status: "unchanged",
		...hashes,
		current: recordedHash ?? null,
		source,
		why
	};
}
/** Which side is not known, and why: without a state there is none, and without our manifest only Bengal's hash can tell. */
function unknownBecause({ state, manifestUnused, recordedHash, untold }) {
	if (state === "absent") return "there is no state of an earlier build to compare with";
	if (state === "corrupt") return "the state cannot be read, so there is nothing to compare with";
	const manifest = manifestUnused === void 0 ? "the state was saved without our manifest" : `the manifest of the state is not used (${manifestUnused})`;
	return recordedHash === void 0 ? `${manifest}, and Bengal's own files hold no configuration hash` : `${manifest}, and nobody told the current configuration hash: ${untold}`;
}
const MOST_NAMED$1 = 3;
const LONGEST_KEY$1 = 80;
function changed(verdict, evidence) {
	const { settings, fromVariables } = evidence;
	if (settings === void 0) return {
		...verdict,
		status: "changed"
	};
	const changedKeys = maskVariables(findChangedKeys(settings.recorded, settings.current), fromVariables);
	const named = changedKeys.slice(0, MOST_NAMED$1).map(({ key, change }) => `${key.slice(0, LONGEST_KEY$1)} ${VERBS[change]}`);
	const more = changedKeys.length - named.length;
	const secret = changedKeys.length === 0 && [...settings.recorded.values()].includes(null);
	const what = [
		...named,
		...more > 0 ? [`${String(more)} more settings`] : [],
		...secret ? ["perhaps one that looks like a secret, of which nothing is kept"] : []
	].join(", ");
	return {
		...verdict,
		status: "changed",
		why: what === "" ? verdict.why : `${verdict.why}: ${what}`,
		changedKeys
	};
}
const VERBS = {
	added: "is new",
	changed: "changed",
	removed: "is gone"
};
/**
* Bengal's hash leaves out private settings, which templates can read all the same. They are the recorded ones if all that
* feeds the configuration is, or if the hash that pages are recorded with is one that this configuration gives.
*/
function doubtOfPrivateSettings(verdict, known) {
	if (verdict.status !== "unchanged" || known.sameFingerprint || known.samePageHash) return void 0;
	return "what feeds the configuration differs, and Bengal's hash leaves out private settings (names that begin with _)";
}

// src/gate/same-builder.ts
const MOST_NAMED = 3;
/** What Bengal is made of decides about every page, and it can change while Bengal's version stays. */
function judgePackages(recorded, now) {
	if (recorded === void 0 && now === void 0) return { kind: "not-asked" };
	if (recorded === void 0) return {
		kind: "unknown",
		detail: "nobody recorded the packages that Bengal was made of when it built the state"
	};
	if (now === void 0) return {
		kind: "unknown",
		detail: "nobody could tell the packages that Bengal is made of now, and they were recorded"
	};
	const names = [.../* @__PURE__ */ new Set([...recorded.keys(), ...now.keys()])].sort();
	const differ = names.filter((name) => recorded.get(name) !== now.get(name)?.version);
	if (differ.length > 0) {
		const said = differ.slice(0, MOST_NAMED).map((name) => `${name} is ${now.get(name)?.version ?? "gone"} (was ${recorded.get(name) ?? "not there"})`);
		const more = differ.length - said.length;
		return {
			kind: "different",
			detail: `packages that Bengal is made of differ from the recorded ones: ${said.join(", ")}${more > 0 ? ` and ${String(more)} more` : ""}`
		};
	}
	const editable = names.find((name) => now.get(name)?.editable === true);
	return editable === void 0 ? {
		kind: "same",
		count: names.length
	} : {
		kind: "unknown",
		detail: `${editable} is installed from a folder, where it can change without its version`
	};
}
/** Folders in site-packages whose files are the recorded ones, wherever that lies now: the version vouches for them. */
function vouchedFolders(recorded, now) {
	if (recorded === void 0 || now === void 0) return /* @__PURE__ */ new Set();
	return new Set([...now].flatMap(([name, { version, editable, folders }]) => !editable && recorded.get(name) === version ? folders : []));
}
/** What the workflow says by hand, against what the job's own Bengal says. */
function findVersionConflict(told, facts) {
	if (facts === void 0) return void 0;
	const pairs = [[
		"Bengal",
		"bengal-version",
		told.bengal,
		facts.bengal
	], [
		"Python",
		"python-version",
		told.python,
		facts.python
	]];
	for (const [name, input, said, is] of pairs) if (said !== void 0 && is !== void 0 && said !== is) return `the job's ${name} is ${is}, and the input ${input} says ${said}`;
}
const CLEAN = "--clean-output";
/** Arguments such as `--drafts` change the output, and leave no trace in Bengal's hash of the configuration. */
function judgeFlags(facts) {
	const { recordedFlags, flags, pageHashes } = facts;
	const none = {
		samePageHash: false,
		cleaned: false
	};
	if (recordedFlags !== void 0 && recordedFlags.join(" ") !== flags.join(" ")) return {
		verdict: {
			kind: "different",
			detail: `the state was built with ${inWords(recordedFlags)}, and the builds of this job are given ${inWords(flags)}`
		},
		...none
	};
	const [recorded] = facts.recordedHashes;
	if (recorded === void 0 || facts.recordedHashes.size > 1) return {
		verdict: { kind: "same" },
		...none
	};
	const known = new Set(pageHashes.flatMap((entry) => entry.flags));
	const declared = flags.filter((flag) => known.has(flag) && flag !== CLEAN);
	const expected = (given) => pageHashes.find((entry) => sameSet(entry.flags, given))?.hash;
	const [plain, cleaning] = [expected(declared), expected([...declared, CLEAN])];
	if (recorded === plain) return {
		verdict: { kind: "same" },
		samePageHash: true,
		cleaned: false
	};
	if (recorded === cleaning) return {
		verdict: { kind: "same" },
		samePageHash: true,
		cleaned: true
	};
	const actual = pageHashes.find(({ hash }) => hash === recorded)?.flags.filter((flag) => flag !== CLEAN);
	if (actual === void 0) return {
		verdict: { kind: "same" },
		...none
	};
	return {
		verdict: {
			kind: "different",
			detail: `the pages were built with ${inWords(actual)}, and the input build-flags names ${inWords(declared)}`
		},
		...none
	};
}
function inWords(flags) {
	return flags.length === 0 ? "no further arguments" : flags.join(" ");
}
function sameSet(left, right) {
	return left.length === right.length && left.every((item) => right.includes(item));
}

// src/trace/trace.ts
/** Read -> pages, in two rows of numbers that are filled when somebody asks. */
function readerIndex(pages, reads) {
	let made;
	const make = () => {
		const starts = new Uint32Array(reads + 1);
		for (const page of pages) for (const read of page.reads) starts[read + 1] = (starts[read + 1] ?? 0) + 1;
		for (let read = 0; read < reads; read++) starts[read + 1] = (starts[read + 1] ?? 0) + (starts[read] ?? 0);
		const next = starts.slice();
		const readers = new Uint32Array(starts[reads] ?? 0);
		for (const [index, page] of pages.entries()) for (const read of page.reads) {
			const at = next[read] ?? 0;
			readers[at] = index;
			next[read] = at + 1;
		}
		return {
			starts,
			readers
		};
	};
	return (read) => {
		made ??= make();
		return [...made.readers.subarray(made.starts[read], made.starts[read + 1])];
	};
}

// src/trace/trace-from-json.ts
/** Version of the format. The companion writes it, and reads no other one either. */
const TRACE_SCHEMA = 1;
const MOST_ENTRIES = 4e6;
const MOST_PAGES = 5e5;
const MOST_ARGUMENTS = 64;
/** Bytes of a digest. All zero: the value could not be judged. */
const DIGEST_BYTES = 6;
const KINDS = {
	attribute: true,
	has: true,
	shape: true,
	key: true,
	contains: true,
	keys: true,
	truth: true,
	"front-matter": true,
	param: true,
	config: true,
	"config-contains": true,
	menu: true,
	template: true,
	lookup: true,
	query: true,
	asset: true,
	file: true,
	listing: true,
	exists: true,
	environment: true,
	clock: true,
	chance: true,
	root: true
};
/** Caught by `traceFromJson` alone: a malformed part makes the whole trace one that is refused. */
var Malformed = class extends Error {};
/** A trace, or why the value is none. Nothing in it is trusted. Pure. */
function traceFromJson(value) {
	try {
		return { trace: traceIn(value) };
	} catch (thrown) {
		if (thrown instanceof Malformed) return { why: thrown.message };
		throw thrown;
	}
}
function traceIn(value) {
	const document = objectIn(value, "the trace");
	if (document["schemaVersion"] !== TRACE_SCHEMA) throw new Malformed("it is of another version of the format");
	const strings = listIn(document["strings"], "strings", MOST_ENTRIES);
	const reads = listIn(document["reads"], "reads", MOST_ENTRIES).map((read) => readIn(read, strings));
	const digests = bytesIn(document["digests"], "digests");
	const shared = digests.byteLength / DIGEST_BYTES;
	if (!Number.isInteger(shared) || shared > reads.length) throw new Malformed("digests: not as many as reads");
	const entries = Object.entries(objectIn(document["pages"], "pages"));
	if (entries.length > MOST_PAGES) throw new Malformed("pages: too many");
	const pages = entries.map(([output, page]) => pageIn(output, page, {
		strings,
		shared,
		reads: reads.length
	}));
	const unjudged = /* @__PURE__ */ new Set();
	for (let read = 0; read < shared; read++) if (digests.subarray(read * DIGEST_BYTES, (read + 1) * DIGEST_BYTES).every((byte) => byte === 0)) unjudged.add(read);
	return {
		reads,
		unjudged,
		pages,
		readersOf: readerIndex(pages, reads.length)
	};
}
function readIn(value, strings) {
	const [kind, ...rest] = listIn(value, "reads", MOST_ARGUMENTS).map((each) => stringAt(each, strings, "reads"));
	if (kind === void 0 || !isKind(kind)) throw new Malformed("reads: an unknown kind");
	return {
		kind,
		arguments: rest
	};
}
function isKind(text) {
	return Object.hasOwn(KINDS, text);
}
function pageIn(output, value, { strings, shared, reads }) {
	const page = objectIn(value, output);
	const own = indexesIn(page["private"], {
		first: shared,
		end: reads,
		where: output
	});
	return {
		output,
		source: page["source"] === -1 ? void 0 : stringAt(page["source"], strings, output),
		reads: Uint32Array.from([...indexesIn(page["shared"], {
			first: 0,
			end: shared,
			where: output
		}), ...own]),
		doubts: listIn(page["doubts"], output, MOST_ENTRIES).map((each) => stringAt(each, strings, output))
	};
}
/** Ascending numbers, each as the difference from the one before. */
function indexesIn(value, { first, end, where }) {
	let last = 0;
	return listIn(value, where, MOST_ENTRIES).map((step, at) => {
		if (typeof step !== "number" || !Number.isSafeInteger(step) || step < 0 || at > 0 && step === 0) throw new Malformed(`${where}: no index`);
		last += step;
		if (last < first || last >= end) throw new Malformed(`${where}: a read that is not there`);
		return last;
	});
}
function objectIn(value, where) {
	if (!isObject(value)) throw new Malformed(`${where}: no object`);
	return value;
}
function listIn(value, where, most) {
	if (!Array.isArray(value) || value.length > most) throw new Malformed(`${where}: no list, or too long`);
	return value;
}
function stringAt(value, strings, where) {
	const text = typeof value === "number" ? strings[value] : void 0;
	if (typeof text !== "string") throw new Malformed(`${where}: a string that is not there`);
	return text;
}
function bytesIn(value, where) {
	if (typeof value !== "string" || !/^[A-Za-z0-9+/]*={0,2}$/.test(value)) throw new Malformed(`${where}: no base64`);
	return Buffer.from(value, "base64");
}

// src/trace/read-trace.ts
const MOST_BYTES = 64 * 1024 ** 2;
const MOST_CONTENT = 512 * 1024 ** 2;
/**
* Reads what the companion recorded, if it is what a manifest vouches for.
*
* @param path Absolute.
* @param expected Digest in the manifest; `undefined`: the manifest knows of none.
*/
async function readTrace(path, expected) {
	if (expected === void 0) return { kind: "absent" };
	const entry = look(path);
	if (entry.kind === "absent") return {
		kind: "refused",
		why: "is gone"
	};
	if (entry.kind === "unreadable") return {
		kind: "refused",
		why: `cannot be read: ${entry.reason}`
	};
	if (!entry.value.isFile() || entry.value.size > MOST_BYTES) return {
		kind: "refused",
		why: "is no regular file of a sane size"
	};
	const bytes = readBytes(path);
	if (bytes.kind !== "present") return {
		kind: "refused",
		why: "cannot be read"
	};
	if (sha256(bytes.value) !== expected) return {
		kind: "refused",
		why: "is not the one that the last build wrote"
	};
	return await decodeTrace(bytes.value);
}
/** The trace in these bytes. */
async function decodeTrace(bytes) {
	const opened = await decompress(await loadCodec(), bytes, MOST_CONTENT);
	if (opened.kind !== "content") return {
		kind: "refused",
		why: `is damaged: ${opened.why}`
	};
	try {
		const text = Buffer.from(opened.content).toString("utf8");
		const read = traceFromJson(JSON.parse(text));
		return "why" in read ? {
			kind: "refused",
			why: `is damaged: ${read.why}`
		} : {
			kind: "read",
			trace: read.trace
		};
	} catch (thrown) {
		return {
			kind: "refused",
			why: `is damaged: ${messageOf(thrown)}`
		};
	}
}

// src/flow/gather.ts
/** Reads the configuration, or fails with what is wrong in it: this is the user's to mend. */
function loadSiteConfig(inputs, variables) {
	const config = readSiteConfig({
		...inputs,
		variables
	});
	if (config.errors.length > 0) throw new UserError(config.errors);
	return config;
}
/** Reads what there is, and judges what each part is worth. */
async function gather({ inputs, variables, probe, progress }) {
	const site = loadSiteConfig(inputs, variables);
	const bengal = probe.kind === "answered" ? probe.facts : void 0;
	progress?.("Reading the state");
	const outcome = await readState({
		site: inputs.site,
		outputDir: site.outputDir
	});
	const state = outcome.kind === "read" ? outcome.state : void 0;
	const found = await readManifest(inputs.site);
	const manifest = found.kind === "read" ? found.manifest : void 0;
	const pages = [...state?.pages.values() ?? []].flatMap((page) => page.outputs);
	progress?.("Comparing the output");
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
		probe,
		bengal,
		state,
		found,
		manifest,
		trace: await readTrace(join(inputs.site, TRACE_PATH), manifest?.trace),
		outputs,
		verdict: judgeState(outcome, {
			python: inputs.pythonVersion,
			outputExists: outputs.exists
		}),
		config: judgeConfig({
			recordedHash: state?.configHash,
			current: currentHash(inputs, bengal),
			recordedFingerprint: manifest?.configFingerprint,
			currentFingerprint: site.fingerprint,
			unreadable: site.unreadable,
			settings: comparableSettings(manifest, site, bengal),
			fromVariables: site.fromVariables,
			state: outcome.kind,
			manifestUnused: found.kind === "unusable" ? found.why : void 0,
			untold: whyUntold(probe)
		})
	};
}
/** Why the current hash is not known, and what to do about it. */
function whyUntold(probe) {
	switch (probe.kind) {
		case "answered": return "the job's own Bengal gave none";
		case "off": return `${probe.why ?? "the input probe is false"}, and config-hash is not given`;
		case "failed": return `the job's own Bengal gave no answer (${probe.why})`;
		case "none": return `no Python with a Bengal was found (${probe.why}); install Bengal before this step, or give config-hash`;
	}
}
function currentHash(inputs, bengal) {
	if (inputs.configHash !== void 0) return {
		hash: inputs.configHash,
		source: "input"
	};
	return bengal === void 0 ? void 0 : {
		hash: bengal.configHash,
		source: "probe"
	};
}
/** Bengal's defaults are in the one kind of settings and not in the other, so only like is compared with like. */
function comparableSettings(manifest, site, bengal) {
	const recorded = manifest?.circumstances?.config;
	const current = recorded?.source === "bengal" ? bengal?.settings : site.settings;
	return recorded === void 0 || current === void 0 ? void 0 : {
		recorded: recorded.digests,
		current
	};
}
/** What differs between the recorded tree and the one that is there. */
function compare(facts) {
	const { inputs, layout, state, manifest, outputs, bengal } = facts;
	const present = readPresentTree({
		site: inputs.site,
		layout,
		recorded: state.files.values(),
		alsoLookAt: manifest?.sources.keys() ?? []
	});
	return {
		changes: detectChanges({
			files: state.files,
			manifest,
			layout,
			bengalVersion: inputs.bengalVersion,
			vouchedFolders: vouchedFolders(manifest?.circumstances?.packages, bengal?.packages),
			hasOutput: (path) => state.pages.get(path)?.outputs.some((output) => outputs.present.has(output)) ?? false
		}, present),
		sources: [...present.sources.keys()],
		unfollowed: present.links
	};
}

// src/changes/file-readers.ts
/** Functions by which a template reads a file whose name it can put together. Bengal records nothing of it. */
const FUNCTIONS = [
	"read_file",
	"file_exists",
	"file_size",
	"image_dimensions",
	"image_data_uri",
	"data_table",
	"get_data",
	"get_data_file"
].join("|");
const WORD$1 = new RegExp(`\\b(?:${FUNCTIONS})\\b`);
/** `client.get_data()` is another function. */
const USE = new RegExp(`(?<![.\\w])(?:${FUNCTIONS})\\b`);
/** A directive that runs code. */
const RUNS_CODE = "{marimo}";
/** The file that a directive of a page is made from. */
const TABLE = /\{data-table\}[ \t]*(\S*)/g;
const SOURCE = /:source:[ \t]*(\S*)/g;
/** Whether a text holds the name of such a function, be it in prose, or runs code. */
function namesReader(text) {
	return WORD$1.test(text) || text.includes(RUNS_CODE);
}
/** Whether a template reads files by their names, wherever they lie. */
function templateReadsFiles(text) {
	return expressionsOf(text).some((expression) => USE.test(expression));
}
/** Whether a page does, or may. What its directives read below `data/` and beside the pages is found by its name. */
function pageReadsFiles(text, contentDir) {
	const named = [...[...text.matchAll(TABLE)].map(([, path = ""]) => path), ...text.includes("{glossary}") ? [...text.matchAll(SOURCE)].map(([, path = ""]) => path) : []];
	const isElsewhere = (path) => {
		const plain = posix.normalize(path.replaceAll(/["'`]/g, ""));
		return plain !== "." && !isWithin("data", plain) && !isWithin(contentDir, plain);
	};
	return text.includes(RUNS_CODE) || named.some(isElsewhere) || templateReadsFiles(text);
}
/**
* What stands between `{{` or `{%` and the last end of an expression before the next one begins: rather too much than
* too little, since an expression can hold braces itself.
*/
function expressionsOf(text) {
	const [, ...pieces] = text.split(/\{[{%]/);
	return pieces.map((piece) => {
		const end = Math.max(piece.lastIndexOf("}}"), piece.lastIndexOf("%}"));
		return end < 0 ? piece : piece.slice(0, end);
	});
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

// src/changes/template-uses.ts
/** Each template but for Bengal's own; `undefined` when one is not on this machine. */
function readTemplates({ site, layout, sources, external }) {
	const texts = [];
	for (const path of sources) {
		const role = roleOf(path, layout);
		if (role.kind === "template") texts.push({
			name: role.name,
			text: neededText(join(site, path))
		});
	}
	for (const ref of external) {
		const path = nameOfRef(ref);
		const name = templateNameOfExternal(path);
		if (name === void 0 || belongsToPackage(ref, "bengal")) continue;
		if (ifPresent(look(path))?.isFile() !== true) return void 0;
		texts.push({
			name,
			text: neededText(path)
		});
	}
	return texts;
}
/** `site.data` other than by a name that stands there: handed on, or gone through. */
const WHOLE_DATA = /\.\s*data\b(?!\s*\.\s*(?!(?:items|keys|values|get)\b)[A-Za-z_]|\s*\[\s*['"])|\[\s*['"]data['"]|attr\(\s*['"]data/;
/** Whether a source reaches data files without naming them. */
function goesThroughData(text) {
	return WHOLE_DATA.test(text);
}
/** An include or an image has to be named by whoever uses it. */
function wordsOfResources(files) {
	return new Map(files.map((file) => [file, [basename(file), encodeURI(basename(file))]]));
}
/** Directives name the file; expressions in pages go the same way as templates. */
function wordsOfData(files) {
	const through = [
		"in site.data",
		"site.data[",
		"site.data.items",
		"site.data.keys",
		"site.data.values",
		"site.data |"
	];
	return new Map(files.map((file) => {
		const names = partsOfData(file).flatMap((part) => [
			`data.${part}`,
			`data/${part}`,
			`data:${part}`,
			`{${part}}`
		]);
		return [file, [
			basename(file),
			encodeURI(basename(file)),
			...names,
			...through
		]];
	}));
}
/** Icons are written into texts by their names. */
function wordsOfIcons(files) {
	return new Map(files.flatMap((file) => {
		const name = /(?:^|\/)icons\/(?:.*\/)?([^/]+)\.svg$/i.exec(file)?.[1];
		return name === void 0 ? [] : [[file, [name]]];
	}));
}
const SHORTCODES = "shortcodes/";
/**
* Changed templates that shortcodes are made of, with the names of those shortcodes: of itself, and of each that uses
* it, be it through other templates. Bengal records neither.
*/
function readWordsOfShortcodes(templates, { site, layout, sources }) {
	const nameOf = (path) => {
		const role = roleOf(path, layout);
		return role.kind === "template" ? role.name : templateNameOfExternal(path);
	};
	const changed = templates.flatMap((path) => {
		const name = nameOf(path);
		return name === void 0 ? [] : [{
			path,
			name
		}];
	});
	if (changed.length === 0) return /* @__PURE__ */ new Map();
	const texts = [...sources].flatMap((path) => {
		const role = roleOf(path, layout);
		return role.kind === "template" ? [{
			name: role.name,
			text: neededText(join(site, path))
		}] : [];
	});
	const using = (name) => {
		const found = /* @__PURE__ */ new Set([name]);
		for (const used of found) for (const { name: user, text } of texts) if (text.includes(used)) found.add(user);
		return found;
	};
	return new Map(changed.flatMap(({ path, name }) => {
		const words = [...using(name)].filter((user) => user.startsWith(SHORTCODES)).map((user) => basename(user).replace(/\.[^.]+$/, ""));
		return words.length === 0 ? [] : [[path, words]];
	}));
}
/** For each file, the pages whose source holds one of its words. */
function readNamingPages(words, { site, layout, sources }) {
	const naming = new Map([...words.keys()].map((file) => [file, []]));
	if (words.size === 0) return naming;
	for (const path of sources) {
		if (roleOf(path, layout).kind !== "page") continue;
		const text = neededText(join(site, path));
		for (const [file, any] of words) if (any.some((word) => text.includes(word))) naming.get(file)?.push(path);
	}
	return naming;
}
const IMPORT = /^[ \t]*(?:from|import)\b.*$/gm;
/** For each changed module, the modules that import something by its name: they can document what it holds. */
function readImporters(changed, modules, site) {
	if (changed.length === 0) return /* @__PURE__ */ new Map();
	const imports = modules.flatMap((path) => {
		const file = join(site, path);
		return ifPresent(look(file))?.isFile() === true ? [{
			path,
			text: (neededText(file).match(IMPORT) ?? []).join("\n")
		}] : [];
	});
	return new Map(changed.map((path) => {
		const words = wordsOfModule(path);
		const isNamed = ({ path: other, text }) => other !== path && words.some((word) => text.includes(word));
		return [path, imports.filter(isNamed).map((importer) => importer.path)];
	}));
}
/** A package is imported by the name of its folder, or from within by a dot. */
function wordsOfModule(path) {
	const stem = basename(path).replace(/\.[^.]+$/, "");
	return stem === "__init__" ? [basename(dirname(path)), "from ."] : [stem];
}

// src/changes/dates-shown.ts
/** Functions, filters, tests and properties of pages that tell something else on another day. */
const CLOCK = /(?<!\w)now\s*\(|\b(?:build_time|days_ago|months_ago|age_days|age_months|is_recent|utc_now|(?:get_)?current_year)\b|\boutdated\s*[(\d]/;
/** Whether a template or page reads files by their names, wherever they lie; so may a theme that is not on this machine. */
function readsAnyFile(tree) {
	const { contentDir } = tree.layout;
	return someText(tree, {
		template: templateReadsFiles,
		page: (text) => pageReadsFiles(text, contentDir)
	});
}
/** Whether a template or page asks for the time by itself: then nobody knows how soon the pages are out of date. */
function readsClock(tree) {
	const asks = (text) => expressionsOf(text).some((expression) => CLOCK.test(expression));
	return someText(tree, {
		template: asks,
		page: asks
	});
}
function someText(tree, { template, page }) {
	if (readTemplates(tree)?.some(({ text }) => template(text)) ?? true) return true;
	for (const path of tree.sources) if (roleOf(path, tree.layout).kind === "page" && page(neededText(join(tree.site, path)))) return true;
	return false;
}

// src/gate/time-dependence.ts
const DAY_MS$1 = 864e5;
/** Clocks of machines differ by this much. */
const SKEW_MS = 3e5;
/** What Bengal's test `outdated` and its default theme have. */
const OUTDATED_AFTER_DAYS = [90, 180];
/**
* What a build would write differently only because it is later now; `undefined`: nothing. Bengal publishes pages
* whatever their date, so a date that comes due changes only what pages say of it: their age in words, the year in the
* footer, a note that they are outdated. Pure.
*/
function findDue({ shown, readsClock, recordedAt, now, outdatedAfterDays }) {
	const then = Date.parse(recordedAt);
	if (Number.isNaN(then)) return "nobody knows when the output was written";
	if (then > now + SKEW_MS) return "the output claims to come from the future";
	const [was, is] = [wallClock(then), wallClock(now)];
	if (was.slice(0, 4) !== is.slice(0, 4)) return "the year is another than when the output was written";
	const isAnotherDay = was.slice(0, 10) !== is.slice(0, 10);
	if (readsClock && isAnotherDay) return "templates of the site ask for the time, and the output was not written today";
	return dueDate(shown, [...OUTDATED_AFTER_DAYS, ...outdatedAfterDays], {
		then,
		now
	}) ?? (isAnotherDay ? dueAge(shown, then) : void 0);
}
function dueDate({ ages, dates }, limits, { then, now }) {
	const visible = new Set(ages);
	for (const date of dates) {
		const [before, after] = [ageOf(date, then), ageOf(date, now)];
		if (before === void 0 || after === void 0) continue;
		const [wordsBefore, wordsAfter] = [ageInWords(before), ageInWords(after)];
		if (wordsBefore !== wordsAfter && visible.has(wordsBefore)) return `pages show that ${date} was ${wordsBefore}, and that is ${wordsAfter} by this time`;
		if (before < 0 && after >= 0) return `the date ${date} of a page has come since the output was written`;
		if (limits.some((days) => before <= days * DAY_MS$1 && after > days * DAY_MS$1)) return `pages from ${date} may count as outdated by this time`;
	}
}
/** An age of something else than a date in front matter: the time of a file, a date in data. */
function dueAge({ ages, dates }, then) {
	const explained = new Set(dates.flatMap((date) => [ageOf(date, then)].flatMap((age) => age ?? []).map(ageInWords)));
	const unexplained = ages.find((age) => !explained.has(age));
	return unexplained === void 0 ? void 0 : `pages show that something was ${unexplained}, and the output was not written today`;
}
/** Parts of a format of the clock that stay the same for a whole year. */
const OF_YEAR = /* @__PURE__ */ new Set([
	"Y",
	"y",
	"G",
	"C",
	"%"
]);
/** The same for a whole day. */
const OF_DAY = /* @__PURE__ */ new Set([
	...OF_YEAR,
	"m",
	"d",
	"B",
	"b",
	"h",
	"j",
	"A",
	"a",
	"U",
	"W",
	"V",
	"u",
	"w",
	"D",
	"F",
	"x",
	"e"
]);
const TIME_AGO = "bengal.utils.primitives.dates:time_ago";
/**
* Whether what a page read of the clock says something else now.
*
* @param read As the trace has it: a format of `strftime`, or a function of Bengal and its arguments.
* @param then When it was read, milliseconds since 1970; `NaN`: unknown.
*/
function saysAnother([what = "", date = ""], then, now) {
	if (Number.isNaN(then) || then > now + SKEW_MS) return true;
	const [was, is] = [wallClock(then), wallClock(now)];
	const parts = Array.from(what.matchAll(/%[-_0^#]?(.)/g), ([, part = ""]) => part);
	if (parts.length > 0) {
		if (parts.every((part) => OF_YEAR.has(part))) return was.slice(0, 4) !== is.slice(0, 4);
		return parts.every((part) => OF_DAY.has(part)) ? was.slice(0, 10) !== is.slice(0, 10) : true;
	}
	const [before, after] = [ageOf(date.replace(/^=[td]:/, ""), then), ageOf(date.replace(/^=[td]:/, ""), now)];
	if (before === void 0 || after === void 0) return was.slice(0, 10) !== is.slice(0, 10);
	if (what === TIME_AGO) return ageInWords(before) !== ageInWords(after);
	return was.slice(0, 10) !== is.slice(0, 10) || Math.floor(before / DAY_MS$1) !== Math.floor(after / DAY_MS$1);
}
/** As Bengal's filter `time_ago` (`bengal/utils/primitives/dates.py`): months of 30 days, years of 365. */
function ageInWords(ageMs) {
	const seconds = Math.floor(ageMs / 1e3);
	const days = Math.floor(ageMs / DAY_MS$1);
	const [number, unit] = seconds < 3600 ? [Math.floor(seconds / 60), "minute"] : days < 1 ? [Math.floor(seconds / 3600), "hour"] : days < 30 ? [days, "day"] : days < 365 ? [Math.floor(days / 30), "month"] : [Math.floor(days / 365), "year"];
	return seconds < 60 ? "just now" : `${String(number)} ${unit}${number === 1 ? "" : "s"} ago`;
}
/** Milliseconds since a date; `undefined` for what is none. A date without a zone means the clock on this machine's wall. */
function ageOf(date, at) {
	const [, day = "", time = "00:00", zone] = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}[\d:.]*))?(?: ?(Z|[+-]\d{2}:?\d{2}))?$/.exec(date) ?? [];
	const age = (zone === void 0 ? Date.parse(`${wallClock(at)}Z`) : at) - Date.parse(`${day}T${time}${zone ?? "Z"}`);
	return Number.isNaN(age) ? void 0 : age;
}
/** Local time, `2026-11-21T08:00:00.000`. */
function wallClock(at) {
	const date = new Date(at);
	return (/* @__PURE__ */ new Date(at - date.getTimezoneOffset() * 6e4)).toISOString().slice(0, -1);
}

// src/gate/full-due.ts
const DAY_MS = 864e5;
/** Why everything is rendered again, though it could be kept with proof; `undefined`: that is not due. Pure. */
function fullDueReason({ renderedAt, keptBuilds }, every, now) {
	if (keptBuilds >= every.builds) return `${String(keptBuilds)} builds in a row have kept pages, and full-every asks for a full one then`;
	if (every.time === Number.POSITIVE_INFINITY) return void 0;
	const then = Date.parse(renderedAt);
	if (Number.isNaN(then) || then > now) return "nobody knows when all pages were rendered last";
	return now - then >= every.time ? `all pages were rendered last ${String(Math.floor((now - then) / DAY_MS))} days ago, and full-every asks for a full build then` : void 0;
}

// src/changes/looks.ts
/** How a question is written in the manifest. */
function lookQuestion({ kind, arguments: given }) {
	return [kind, ...given].join(" ");
}
/** The file, folder or variable that a question is about, for people. */
function subjectOfLook(question) {
	const asked = question.slice(question.indexOf(" ") + 1);
	return question.startsWith("exists ") ? asked.replace(/ \S+$/, "") : asked;
}
/**
* Asks again what pages asked of the disk and the environment: the same question right after a build and before the
* next one. A question without an answer here is one that nobody can answer.
*/
function answerLooks({ site, reads, variables }) {
	const budget = budgetOf(OUTSIDE_LIMITS);
	const answers = /* @__PURE__ */ new Map();
	for (const read of reads) {
		const answer = answerOf(read, {
			site,
			variables,
			budget
		});
		if (answer !== void 0) answers.set(lookQuestion(read), answer);
	}
	return answers;
}
/** Whether a read is such a question. */
function isLook({ kind }) {
	return kind === "file" || kind === "listing" || kind === "exists" || kind === "environment";
}
function answerOf({ kind, arguments: [name = "", method = ""] }, looking) {
	if (kind === "environment") return variableNow(name, looking);
	const path = isAbsolutePosix(name) ? name : join(looking.site, name);
	try {
		if (kind === "file") return fileNow(path, looking.budget);
		if (kind === "listing") return listingNow(path, looking.budget);
		return kind === "exists" ? entryNow(path, method) : void 0;
	} catch {
		return;
	}
}
/** Nothing is kept of what looks like a secret, not even a digest, which could be guessed. */
function variableNow(name, { variables }) {
	if (looksSecret(name)) return void 0;
	const value = variables[name];
	return value === void 0 ? "missing" : short$2(value);
}
function fileNow(path, budget) {
	const entry = lookThroughExactly(path);
	if (entry.kind !== "present") return entry.kind === "absent" ? "missing" : void 0;
	if (!entry.value.isFile() || !budget.spend(Number(entry.value.size))) return void 0;
	return short$2(hashFile(path));
}
function listingNow(path, budget) {
	const folder = readFolder(path);
	if (folder.kind !== "present") return folder.kind === "absent" ? "missing" : void 0;
	return budget.spend() ? short$2(folder.value.map(({ name }) => name).sort().join("\0")) : void 0;
}
function entryNow(path, method) {
	const entry = method === "lstat" ? lookExactly(path) : lookThroughExactly(path);
	if (entry.kind !== "present") return entry.kind === "absent" ? "missing" : void 0;
	const stat = entry.value;
	const what = stat.isFile() ? "file" : stat.isDirectory() ? "folder" : stat.isSymbolicLink() ? "link" : "other";
	if (what === "link") {
		const target = readLink(path);
		return target.kind === "present" ? short$2(target.value) : void 0;
	}
	return method === "stat" && what === "file" ? `${what} ${String(stat.size)} ${String(stat.mtimeNs)}` : what;
}
function short$2(text) {
	return sha256(text).slice(0, 16);
}
__name(short$2, "short");

// src/changes/text-references.ts
/** Directives of Bengal that show what stands in them and nothing else. All others may fill in what they find elsewhere. */
const PLAIN_DIRECTIVES = /* @__PURE__ */ new Set([
	...[
		"admonition",
		"note",
		"tip",
		"hint",
		"info",
		"warning",
		"danger",
		"error",
		"caution",
		"success",
		"important"
	],
	...[
		"attention",
		"seealso",
		"example",
		"example-label",
		"details",
		"dropdown",
		"container",
		"div",
		"rubric",
		"figure"
	],
	...[
		"tab",
		"tab-item",
		"tab-set",
		"tabs",
		"code-tabs",
		"checklist",
		"step",
		"steps",
		"list-table",
		"button",
		"badge"
	],
	...[
		"bdg",
		"icon",
		"svg-icon",
		"target",
		"anchor",
		"excerpt-break",
		"versionadded",
		"versionchanged"
	],
	...[
		"versionremoved",
		"deprecated",
		"since",
		"changed",
		"video",
		"audio",
		"youtube",
		"vimeo",
		"gist",
		"asciinema"
	]
]);
const DIRECTIVE = /^[ \t]*(?::{3,}|`{3,}|~{3,})\{([\w-]+)\}/gm;
/** Expressions and shortcodes. */
const EXPRESSION = /\{[{%]/;
const WIKI_LINK = /\[\[([^\]|\n]+)(?:\|[^\]\n]*)?(\]\])?/g;
const ANCHOR = /\{#[^}\s]+\}?|\{(?:target|anchor)\}[^\n]*/g;
/** What a name of a file cannot hold stands between these. */
const NAME = /[^\s"'`()<>[\]{}|]+/g;
const PAGE_ENDING = /\.(?:md|markdown|mdx|rst|txt|ipynb)\b/gi;
/** What a text refers to beyond plain links: `[[docs/install]]`, names of page files; `{}` for what is filled in. */
function referencesIn(body) {
	const links = Array.from(body.matchAll(WIKI_LINK)).flatMap(([, target = "", end]) => end === void 0 ? [] : [`[[${target.trim()}]]`]);
	const files = (body.match(NAME) ?? []).flatMap(pageFileIn);
	const isFilledIn = EXPRESSION.test(body) || Array.from(body.matchAll(DIRECTIVE)).some(([, name = ""]) => !PLAIN_DIRECTIVES.has(name));
	return sortedUnique([
		...links,
		...files,
		...isFilledIn ? ["{}"] : []
	]);
}
/** As much of a name as ends like that of a page. */
function pageFileIn(name) {
	const last = Array.from(name.matchAll(PAGE_ENDING)).at(-1);
	return last === void 0 || last.index === 0 ? [] : [name.slice(0, last.index + last[0].length)];
}
/** Anchors with names of their own, which other pages can link to without naming the page. */
function anchorsIn(body) {
	return (body.match(ANCHOR) ?? []).filter((anchor) => !anchor.startsWith("{#") || anchor.endsWith("}")).join("\n");
}

// src/changes/page-text.ts
/** Excerpts and titles are made from fewer words of the source. */
const LEAD_WORDS = 320;
const WORD = /[\p{L}\p{N}_]+/gu;
/** The beginning of a text, with what stands between its words. */
function beginning(body, words) {
	let seen = 0;
	for (const word of body.matchAll(WORD)) if (++seen === words) return body.slice(0, word.index + word[0].length);
	return body.trimEnd();
}
/** Front matter that cannot be taken apart counts as one key. */
const WHOLE_FRONT_MATTER = "(front matter)";
/** Characters. No person writes more, and a parser of YAML takes long over much of it. */
const MOST_FRONT_MATTER = 65536;
/** Bengal fills in what stands in braces, such as the page's title. */
const SHOWS_FRONT_MATTER = /\{[{%]/;
/** Stands among the keys for the anchors that the text names. */
const ANCHORS = "(anchors)";
const MARKDOWN = /\.(?:md|markdown|mdx)$/i;
/** Takes a page apart. Like Bengal, what is no UTF-8 is read as Latin-1. */
function readPageText(bytes, path) {
	const source = Buffer.from(bytes).toString(isUtf8(bytes) ? "utf8" : "latin1");
	const { frontMatter, body } = splitPage(source);
	const { values, digests } = MARKDOWN.test(path) ? readKeys(frontMatter) : {
		values: {},
		digests: [[WHOLE_FRONT_MATTER, short$1(source)]]
	};
	const keys = new Map(digests);
	const heading = firstHeading(body);
	if (!keys.has("title")) keys.set("title", short$1(`${heading ?? ""}\0${beginning(body, LEAD_WORDS)}`));
	const anchors = anchorsIn(body);
	if (anchors !== "") keys.set(ANCHORS, short$1(anchors));
	const given = values["title"];
	const part = (text) => short$1(SHOWS_FRONT_MATTER.test(text) ? `${frontMatter ?? ""}\0${text}` : text);
	return {
		frontMatter: values,
		body,
		title: typeof given === "string" || typeof given === "number" ? String(given) : heading,
		digest: {
			keys,
			text: short$1(`${frontMatter ?? ""}\0${body}`),
			body: part(body),
			lead: part(beginning(body, LEAD_WORDS)),
			words: body.match(/\S+/g)?.length ?? 0,
			references: referencesIn(body)
		}
	};
}
/** Text of the first line that `# ` stands before, without what closes it: `# Oil #` says `Oil`. */
function firstHeading(body) {
	const mark = /^#\s+(?=\S)/m.exec(body);
	if (mark === null) return void 0;
	const start = mark.index + mark[0].length;
	const [line = ""] = /[^\n\r\u2028\u2029]*/.exec(body.slice(start)) ?? [];
	let end = line.length;
	while (end > 1 && line[end - 1] === "#") end--;
	return line.slice(0, end).trimEnd();
}
function readKeys(frontMatter) {
	if (frontMatter === void 0) return {
		values: {},
		digests: []
	};
	const whole = {
		values: {},
		digests: [[WHOLE_FRONT_MATTER, short$1(frontMatter)]]
	};
	if (frontMatter.length > MOST_FRONT_MATTER) return whole;
	try {
		const values = parseYaml(frontMatter) ?? {};
		const spellings = parseYamlWords(frontMatter) ?? {};
		if (typeof values !== "object" || Array.isArray(values)) return whole;
		return {
			values,
			digests: sortedUnique([...Object.keys(values), ...Object.keys(spellings)]).map((key) => [key, short$1(canonicalJson([values[key], spellings[key]]))])
		};
	} catch {
		return whole;
	}
}
function short$1(text) {
	return sha256(text).slice(0, 16);
}
__name(short$1, "short");
/** Keys that were added, removed or changed. */
function changedKeys(before, after) {
	return new Set([...before.keys(), ...after.keys()].filter((key) => before.get(key) !== after.get(key)));
}

// src/core/once.ts
/** Looks when asked for the first time, and never again. */
function once(find) {
	let found;
	return () => (found ??= { value: find() }).value;
}

// src/affected/collector.ts
function collector() {
	const pages = /* @__PURE__ */ new Map();
	const doubts = /* @__PURE__ */ new Map();
	const tags = /* @__PURE__ */ new Set();
	const removed = /* @__PURE__ */ new Set();
	const output = (path, source, reason) => {
		const known = pages.get(path);
		const reasons = known?.reasons ?? /* @__PURE__ */ new Map();
		const id = `${reason.kind}\0${reason.via}`;
		const other = reasons.get(id);
		if (other === void 0 || byChain(reason, other) < 0) reasons.set(id, reason);
		pages.set(path, {
			source: known?.source ?? source,
			reasons
		});
	};
	return {
		output,
		page(page, reason) {
			for (const path of page.outputs) output(path, page.kind === "content" ? page.key : null, reason);
		},
		doubt: (doubt) => void doubts.set(`${doubt.kind}\0${doubt.detail}`, doubt),
		tag: (slug) => void tags.add(slug),
		remove: (path) => void removed.add(path),
		sofar: () => [...pages].map(([path, { source, reasons }]) => ({
			output: path,
			source,
			reasons: [...reasons.values()]
		})),
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
/** Of several ways from a change to a page one is told: the shortest, whoever finds it first. */
function byChain({ through: left = [] }, { through: right = [] }) {
	return left.length - right.length || byCodeUnit(left.join("\0"), right.join("\0"));
}
function byKindAndVia(left, right) {
	return byCodeUnit(left.kind, right.kind) || byCodeUnit(left.via, right.via);
}

// src/affected/editions.ts
/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
function variantOf(key, contentDir) {
	const below = key.slice(contentDir.length + 1);
	const [, version = "", rest = below] = /^_versions\/([^/]+)\/(.+)$/.exec(below) ?? [];
	const [, folder = "", inFolder = rest] = /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(rest) ?? [];
	const [, stem = "", suffix = "", ending = ""] = (inFolder.includes(".", inFolder.indexOf(".") + 1) ? /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(\.[^./]+)$/.exec(inFolder) : null) ?? [];
	return {
		path: stem === "" ? inFolder : `${stem}${ending}`,
		version,
		language: folder || suffix
	};
}
/** `keysOf`: what pages that are joined by a key have for it, then and now. */
function editionsOf(paths, contentDir, keysOf) {
	const groupsOf = (path) => [`path ${variantOf(path, contentDir).path}`, ...keysOf(path).map((key) => `key ${key}`)];
	const groups = once(() => {
		const made = /* @__PURE__ */ new Map();
		for (const path of paths) for (const group of groupsOf(path)) (made.get(group) ?? made.set(group, []).get(group))?.push(path);
		return made;
	});
	return { besides: (path) => [...new Set(groupsOf(path).flatMap((group) => groups().get(group) ?? []))].filter((other) => other !== path) };
}

// src/bengal/output-forms.ts
/** Forms in which Bengal writes a page besides HTML. */
const SIBLINGS = [
	".json",
	".txt",
	".md"
];
/** An HTML output and its other forms. */
function formsOf(output) {
	return [output, ...SIBLINGS.map((ending) => output.replace(/\.html$/, ending))];
}

// src/changes/page-edit.ts
/** Nothing that anybody could see: other line ends, other quotes in the front matter. */
const NO_EDIT = {
	keys: /* @__PURE__ */ new Set(),
	keySet: false,
	lead: false,
	body: false,
	minutes: false,
	words: false
};
/** What an author may well do to a page: another title, description, date, order and text. */
const THOROUGH_EDIT = {
	keys: /* @__PURE__ */ new Set([
		"title",
		"description",
		"date",
		"weight"
	]),
	keySet: true,
	lead: true,
	body: true,
	minutes: true,
	words: true
};
/** Nobody knows what was edited. */
const UNKNOWN_EDIT = {
	...THOROUGH_EDIT,
	keys: /* @__PURE__ */ new Set([
		...THOROUGH_EDIT.keys,
		WHOLE_FRONT_MATTER,
		"tags",
		"menu"
	])
};
/** Compares a page with what was recorded of it by ourselves. */
function editSince(recorded, now) {
	if (recorded.text === now.text) return NO_EDIT;
	const keys = changedKeys(recorded.keys, now.keys);
	return {
		keys,
		keySet: [...keys].some((key) => recorded.keys.has(key) !== now.keys.has(key)),
		lead: recorded.lead !== now.lead,
		body: recorded.body !== now.body || keys.size === 0,
		minutes: minutes(recorded.words) !== minutes(now.words),
		words: recorded.words !== now.words
	};
}
/** Themes round in different ways, so any of them counts. */
function minutes(words) {
	const time = words / 200;
	return `${Math.floor(time)} ${Math.round(time)} ${Math.ceil(time)}`;
}

// src/affected/context.ts
/** The pages that use a node, directly. */
function usersOf(kind, name, { graph, state }) {
	const node = graph.find(kind, name) ?? (kind === "source" ? graph.find("data", name) : void 0);
	if (node === void 0) return [];
	return graph.dependents(node).flatMap((id) => graph.kindOf(id) === "page" ? state.pages.get(graph.nameOf(id)) ?? [] : []);
}

// src/affected/page-folders.ts
/** The folder of a path, without its last slash; empty for a file at the root. */
function folderOf(path) {
	const slash = path.lastIndexOf("/");
	return slash < 0 ? "" : path.slice(0, slash);
}
/** A folder and those that it lies in, up to the content folder. */
function foldersAbove(folder, contentDir) {
	const folders = [];
	for (let above = folder; above !== ""; above = folderOf(above)) {
		folders.push(above);
		if (above === contentDir) break;
	}
	return folders;
}
/** Whether a page is the index of its folder. */
function isIndex(path) {
	const start = path.lastIndexOf("/") + 1;
	const dot = path.lastIndexOf(".");
	const name = path.slice(start, Math.max(start, dot));
	return (name === "index" || name === "_index") && dot < path.length - 1;
}

// src/affected/new-output.ts
/** Where the pages around it go: versions and languages are not written where their sources lie. */
function outputBeside(path, { layout, state, builtIn }) {
	const usual = outputOfNewPage(path, layout.contentDir);
	for (const folder of foldersAbove(folderOf(path), layout.contentDir)) {
		const below = folder === layout.contentDir ? 0 : folder.length - layout.contentDir.length;
		for (const known of builtIn(folder)) {
			const tail = outputOfNewPage(known, layout.contentDir).slice(below);
			const output = state.pages.get(known)?.outputs[0];
			if (output?.endsWith(tail)) return output.slice(0, output.length - tail.length) + usual.slice(below);
		}
	}
	return usual;
}
/** `content/a/b.md` is built to `a/b/index.html`, an index to its folder's. */
function outputOfNewPage(path, contentDir) {
	const below = path.slice(contentDir.length + 1).replace(/\.[^./]+$/, "");
	return /(^|\/)_?index$/.test(below) ? `${below.replace(/_?index$/, "")}index.html` : `${below}/index.html`;
}

// src/affected/reference-index.ts
/** Says that the build fills in something in the text. */
const FILLED_IN = "{}";
/** Refers by an id or an anchor, which can be any page's. */
const OPEN = /^(?:\[\[)?(?:id:|[#!])/;
/** `references`: of each page, as `PageDigest.references`. Each is taken apart once, when somebody asks. */
function referenceIndex(references) {
	const made = once(() => {
		const byName = /* @__PURE__ */ new Map();
		const open = [];
		for (const [path, refs] of references) {
			if (refs.some((reference) => OPEN.test(reference))) open.push(path);
			for (const name of new Set(refs.filter((each) => each !== "{}" && !OPEN.test(each)).map(lastOf))) (byName.get(name) ?? byName.set(name, []).get(name))?.push(path);
		}
		return {
			byName,
			open
		};
	});
	return {
		referring({ last }) {
			const { byName, open } = made();
			return [.../* @__PURE__ */ new Set([...open, ...[...last].flatMap((name) => byName.get(name) ?? [])])];
		},
		filledIn: once(() => [...references].flatMap(([path, refs]) => refs.includes("{}") ? [path] : []))
	};
}
function lastOf(reference) {
	const link = reference.replace(/^\[\[|\]\]$/g, "");
	const end = link.search(/[?#]/);
	const bare = (end < 0 ? link : link.slice(0, end)).replace(/\/$/, "").toLowerCase();
	return bare.slice(Math.max(bare.lastIndexOf("/"), bare.lastIndexOf(":")) + 1);
}

// src/affected/own-page.ts
/**
* Front matter that a page shows only where its rendering reads it, which is in the trace: it is no part of what Bengal
* gives to every template at once, chooses no template, and nothing in parsing looks at it.
*/
const SHOWN_BY_READS = /* @__PURE__ */ new Set([...[
	"date",
	"weight",
	"tags",
	"slug",
	"cascade",
	"aliases",
	"keywords",
	"icon",
	"nav_title"
], ...[
	"author",
	"authors",
	"category",
	"categories"
]]);
/**
* Whether a page may show an edit of itself whatever its rendering read. A text in which something is filled in can show
* any front matter.
*/
function showsEdit(path, { body, keys }, { references, texts }) {
	return body || [...keys].some((key) => !SHOWN_BY_READS.has(key)) || references.get(path)?.includes("{}") === true || texts.get(path)?.digest.references.includes("{}") !== false;
}
/** Bengal takes a page with one of these slugs for a home page, wherever it lies. */
const HOME_SLUGS = /* @__PURE__ */ new Set([
	"index",
	"_index",
	"home"
]);
/** Whether its slug, or its name where it has none, makes a home page of it, before the edit or after it. */
function isOrWasHome(path, { state, texts }) {
	const ofName = /([^/]+?)(?:\/_index)?\.[^./]+$/.exec(path)?.[1] ?? "";
	return [state.pages.get(path)?.metadata?.["slug"], texts.get(path)?.frontMatter["slug"]].some((slug) => HOME_SLUGS.has(typeof slug === "string" ? slug : ofName));
}

// src/affected/redirect-rules.ts
/**
* Addresses that a page is also found at: Bengal writes a page to each, which leads on. Only a full build does, and it
* leaves the place to a page that is there by itself.
*/
function judgeRedirects({ path, before, after }, context) {
	const [were, are] = [outputsOfAliases(before), outputsOfAliases(after)];
	for (const output of are) if (!were.includes(output)) context.found.output(output, path, {
		kind: "redirect",
		via: path
	});
	for (const output of were) {
		if (are.includes(output) || context.pageOf.has(output)) continue;
		if (isClaimed(output, path, context)) context.found.output(output, null, {
			kind: "redirect",
			via: path
		});
		else if (context.outputs.present.has(output)) context.found.remove(output);
	}
}
/** As Bengal makes a file of an address: whatever it is, it becomes a folder. */
function outputsOfAliases(aliases) {
	return asStrings(aliases).map((alias) => alias.replace(/^\/+|\/+$/g, "")).filter((address) => address !== "" && !address.split("/").includes("..")).map((address) => `${address}/index.html`);
}
/** Whether another page has the address too, and gets it now. */
function isClaimed(output, path, { state, texts, changes }) {
	return [...[...state.pages.values()].filter(({ key }) => !changes.deleted.includes(key) && !texts.has(key)).map(({ key, metadata }) => [key, metadata?.["aliases"]]), ...[...texts].map(([key, { frontMatter }]) => [key, frontMatter["aliases"]])].some(([key, aliases]) => key !== path && outputsOfAliases(aliases).includes(output));
}

// src/affected/referring-pages.ts
/**
* Pages whose text refers to a page by its path, slug or id, or to an anchor: `[[docs/install]]`, `[[#install]]`. An id
* or an anchor that is gone is not known, so whoever refers to any may mean this page.
*/
function referringPages(path, context) {
	const { state, referring } = context;
	return referring.referring(namesOf$1(path, context)).flatMap((key) => key === path ? [] : state.pages.get(key) ?? []);
}
function namesOf$1(path, { texts, state, layout }) {
	const text = texts.get(path);
	const metadata = state.pages.get(path)?.metadata;
	const address = outputOfNewPage(path, layout.contentDir).replace(/\/?index\.html$/, "");
	const file = path.slice(path.lastIndexOf("/") + 1);
	const given = [
		text?.frontMatter["slug"],
		metadata?.["slug"],
		text?.frontMatter["title"],
		metadata?.["title"]
	].map(asString);
	const last = [
		address.slice(address.lastIndexOf("/") + 1),
		file,
		file.replace(/\.[^.]+$/, ""),
		...given
	];
	return { last: new Set(last.flatMap((name) => name === void 0 || name === "" ? [] : [name.toLowerCase()])) };
}
__name(namesOf$1, "namesOf");

// src/affected/topics.ts
const join$1 = /* @__PURE__ */ __name((...parts) => parts.join("\0"), "join");
const topic = {
	page: (path, side) => join$1("page", path, side),
	/** A front matter key of a page, with what cascades to it. */
	key: (path, key) => join$1("key", path, key),
	/** A front matter key of whatever page. */
	anyPagesKey: (key) => join$1("any page", key),
	section: (folder, side) => join$1("section", folder, side),
	sectionKey: (folder, key) => join$1("section key", folder, key),
	site: (side) => join$1("site", side),
	tag: (slug) => join$1("tag", slug),
	/** The menus of one language. */
	menuIn: (language) => join$1("menu", language),
	template: (name) => join$1("template", name),
	asset: (name) => join$1("asset", name),
	/** All assets with this ending: what is bundled into them, or stands in their place, may be another file. */
	assets: (ending) => join$1("assets", ending),
	icon: (name) => join$1("icon", name),
	file: (path) => join$1("file", path),
	listing: (folder) => join$1("listing", folder),
	/** The value at a path into `site.data`. */
	data: (path) => join$1("data", ...path),
	/** The same, as something that the value of a read lies in. */
	dataAbove: (path) => join$1("data above", ...path),
	/** Whether there is something at a path into `site.data`, and whether it is a mapping. */
	dataThere: (path) => join$1("data there", ...path),
	/** Which keys there are at a path into `site.data`. */
	dataKeys: (path) => join$1("data keys", ...path),
	setting: (path) => join$1("setting", path),
	look: (question) => join$1("look", question),
	clock: (format) => join$1("clock", format),
	/** Whether a page lies there, from the root of the site. */
	address: (url) => join$1("address", url.replace(/^\/+|\/+$/g, "")),
	root: () => "root"
};
function endingOf(name) {
	return /\.[^./]+$/.exec(name)?.[0].toLowerCase() ?? "";
}
/** A setting, whatever it lies in, and whatever lies in it. `''`: all. */
function settingTopics(path) {
	return path === "" ? [topic.site("any setting")] : [topic.setting(path), ...partsAbove(path).map(topic.setting)];
}
function partsAbove(path) {
	const above = [];
	for (let at = path.lastIndexOf("."); at > 0; at = path.lastIndexOf(".", at - 1)) above.push(`=${path.slice(0, at)}`);
	return above;
}
/** All that reads a setting that changed, or something that it lies in: `params.motto` is part of `params`. */
function settingTouches(path) {
	const whole = [path];
	for (let at = path.lastIndexOf("."); at > 0; at = path.lastIndexOf(".", at - 1)) whole.push(path.slice(0, at));
	return [
		topic.site("any setting"),
		...whole.map(topic.setting),
		topic.setting(`=${path}`)
	];
}

// src/affected/page-rules.ts
/** Front matter that decides where a page is written. */
const ADDRESS = [
	"slug",
	"url",
	"permalink"
];
/** The same on a site that has languages. */
const LANGUAGE = ["lang", "language"];
/** Front matter by which texts refer to a page. */
const REFERENCE = [
	"title",
	"id",
	"slug",
	"(anchors)"
];
/** What menus and trees of navigation show of a page, or hide it by. */
const SHOWN_IN_MENUS = [
	"menu",
	"title",
	"nav_title",
	"weight",
	"icon",
	"visibility",
	"hidden",
	"draft",
	"slug",
	"nav",
	"order"
];
/** Front matter that is part of what a page itself is, or chooses its template, from wherever it cascades. */
const OWN_KEYS = [
	"template",
	"type",
	"layout",
	"title",
	"description",
	"tags",
	"lang",
	"version",
	"content_type",
	"translation_key",
	"toc"
];
/** A page whose text can be another one, though its source is not: what includes, links or lists in it show. */
function judgeText(page, reason, { found, touch }) {
	found.page(page, reason);
	touch([
		"text",
		"lead",
		"words",
		"minutes",
		"any"
	].map((side) => topic.page(page.key, side)), reason);
}
/** A page that was not there before. */
function judgeAdded(path, context) {
	const { found, layout, texts } = context;
	const reason = {
		kind: "added",
		via: path
	};
	found.output(outputBeside(path, context), path, reason);
	judgePresence({
		path,
		keys: Object.keys(texts.get(path)?.frontMatter ?? {}),
		reason
	}, context);
	touchAddresses([outputBeside(path, context)], reason, context);
	judgeRedirects({
		path,
		before: void 0,
		after: texts.get(path)?.frontMatter["aliases"]
	}, context);
	const [folder = ""] = foldersAbove(folderOf(path), layout.contentDir);
	if (!isIndex(path) && folder !== layout.contentDir && context.builtIn(folder).length === 0) found.output(outputBeside(`${folder}/_index.md`, context), null, reason);
}
/** A page that is gone, and all its files. */
function judgeDeleted(path, page, context) {
	const { found, outputs, keys } = context;
	const reason = {
		kind: "deleted",
		via: path
	};
	found.page(page, reason);
	for (const output of page.outputs) for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
	judgePresence({
		path,
		keys: [...keys.get(path) ?? []],
		reason
	}, context);
	touchAddresses(page.outputs, reason, context);
	judgeRedirects({
		path,
		before: page.metadata?.["aliases"],
		after: void 0
	}, context);
}
function touchAddresses(outputs, reason, { touch, state }) {
	const paths = state.baseUrls.map((base) => base.replace(/^[a-z]+:\/\/[^/]*/i, ""));
	for (const output of outputs) touch(["", ...paths].map((base) => topic.address(base + urlOfOutput(output))), reason);
}
/** What a page that comes or goes changes elsewhere, beside the lists that `structure.ts` compares. */
function judgePresence({ path, keys, reason }, context) {
	const { touch, layout } = context;
	const folder = folderOf(path);
	touch([
		topic.page(path, "is"),
		topic.site("any page"),
		topic.site("navigation"),
		topic.site("text")
	], reason);
	touch(keys.map(topic.anyPagesKey), reason);
	if (keys.includes("series")) touch([topic.site("series")], reason);
	touch(topicsAbove(path, context), reason);
	touch(variantsOf(path, context), {
		...reason,
		kind: "translation"
	});
	if (isIndex(path)) {
		touch([...keys.map((key) => topic.sectionKey(folder, key)), topic.section(folder, "any key")], reason);
		if (keys.includes("cascade")) judgeCascade(path, context.state.pages.get(path)?.metadata?.["cascade"], context);
	}
	if (isInMenus(path, keys, context) || folder === layout.contentDir || isIndex(path)) judgeMenu(path, keys, context);
	for (const page of referringPages(path, context)) judgeText(page, {
		kind: "linked",
		via: path
	}, context);
	for (const user of usersOf("source", path, context)) if (user.key !== path && !isBelow(user, path)) judgeText(user, {
		kind: "include",
		via: path
	}, context);
}
/** What the edit of a page changes: itself, and whoever reads the part that was edited. */
function judgeEdit(path, page, context) {
	const { found, touch, behaviour, state } = context;
	const edit = context.edits.get(path) ?? UNKNOWN_EDIT;
	if (!edit.body && edit.keys.size === 0) return;
	if (showsEdit(path, edit, context)) found.page(page, {
		kind: "content",
		via: path
	});
	if (page.outputs.length === 0) found.doubt({
		kind: "state-incomplete",
		detail: `the state does not tell where ${path} is written to`
	});
	for (const user of usersOf("source", path, context)) if (user !== page && !isBelow(user, path)) judgeText(user, {
		kind: "include",
		via: path
	}, context);
	const movesPage = behaviour.slugMovesPage && ADDRESS.some((key) => edit.keys.has(key));
	const isMultilingual = () => [...state.pages.values()].some(({ metadata }) => typeof metadata?.["lang"] === "string");
	if (movesPage || LANGUAGE.some((key) => edit.keys.has(key)) && isMultilingual()) found.doubt({
		kind: "state-incomplete",
		detail: `nobody knows where ${path} is written to with another address or language`
	});
	judgeRedirects({
		path,
		before: page.metadata?.["aliases"],
		after: context.texts.get(path)?.frontMatter["aliases"] ?? page.metadata?.["aliases"]
	}, context);
	touch(topicsOfEdit(path, edit, context), {
		kind: "linked",
		via: path
	});
	if (edit.keys.has("translation_key") || edit.keys.has("version")) touch(variantsOf(path, context), {
		kind: "translation",
		via: path
	});
	if (edit.keys.has("cascade")) judgeCascade(path, page.metadata?.["cascade"], context);
	if (SHOWN_IN_MENUS.some((key) => edit.keys.has(key))) {
		touch([topic.site("navigation")], {
			kind: "navigation",
			via: path
		});
		if (isInMenus(path, [...edit.keys], context)) judgeMenu(path, [...edit.keys], context);
	}
	if (REFERENCE.some((key) => edit.keys.has(key))) for (const other of referringPages(path, context)) judgeText(other, {
		kind: "linked",
		via: path
	}, context);
}
function topicsOfEdit(path, edit, context) {
	const { layout } = context;
	const keys = [...edit.keys];
	const folder = folderOf(path);
	const above = foldersAbove(folder, layout.contentDir);
	const topics = [
		topic.page(path, "any"),
		topic.site("any page"),
		...above.map((each) => topic.section(each, "any below"))
	];
	if (keys.includes("(front matter)")) topics.push(topic.page(path, "is"), ...isIndex(path) ? [topic.section(folder, "is")] : []);
	if (keys.length > 0) topics.push(topic.page(path, "any key"), ...keys.flatMap((key) => [topic.key(path, key), topic.anyPagesKey(key)]), ...above.map((each) => topic.section(each, "keys below")));
	if (edit.keySet) topics.push(topic.page(path, "key set"), ...isIndex(path) ? [topic.section(folder, "key set")] : []);
	if (keys.includes("series")) topics.push(topic.site("series"));
	if (isIndex(path) && keys.length > 0) topics.push(topic.section(folder, "any key"), ...keys.map((key) => topic.sectionKey(folder, key)));
	if (keys.includes("(front matter)") || keys.includes("slug") && isOrWasHome(path, context)) topics.push(topic.page(path, "home"));
	if (edit.lead) topics.push(topic.page(path, "lead"));
	if (edit.body) topics.push(topic.page(path, "text"), topic.site("text"));
	if (edit.words) topics.push(topic.page(path, "words"), topic.section(folder, "words"));
	if (edit.minutes) topics.push(topic.page(path, "minutes"));
	return topics;
}
/** What sections say of whatever lies in them. */
function topicsAbove(path, { layout }) {
	const sides = [
		"any below",
		"keys below",
		"words"
	];
	return foldersAbove(folderOf(path), layout.contentDir).flatMap((above) => sides.map((side) => topic.section(above, side)));
}
/** Whether a page can stand in a menu: by itself, or as what a section or the top of the site is shown by. */
function isInMenus(path, edited, { config, layout, keys }) {
	if (edited.includes("menu") || keys.get(path)?.has("menu") === true) return true;
	return !config.listsMenu && (isIndex(path) || folderOf(path) === layout.contentDir);
}
function judgeMenu(path, edited, context) {
	if (context.config.listsMenu && !edited.includes("menu") && context.keys.get(path)?.has("menu") !== true) return;
	const language = languageOf(path, context);
	const isOwn = language !== void 0 && !isIndex(path) && (edited.includes("menu") || context.keys.get(path)?.has("menu") === true);
	context.touch(isOwn ? [topic.menuIn(language), topic.menuIn("")] : [topic.site("menu")], {
		kind: "navigation",
		via: path
	});
}
/** The language that Bengal noted for a page; `undefined`: the site has only one, or nobody knows. */
function languageOf(path, { state, texts }) {
	const language = texts.get(path)?.frontMatter["lang"] ?? state.pages.get(path)?.metadata?.["lang"];
	return typeof language === "string" ? language : void 0;
}
/** Pages that are the same page in another language or version, and so show a switch to this one. */
function variantsOf(path, { editions }) {
	return editions.besides(path).map((other) => topic.page(other, "variants"));
}
/** What an index hands down to everything below its folder, however deep. */
function judgeCascade(path, before, context) {
	const { found, touch, wasBuilt, state } = context;
	const after = context.texts.get(path)?.frontMatter["cascade"];
	const isPlain = [before, after].every((cascade) => cascade === void 0 || cascade === null || isObject(cascade));
	const keys = isPlain ? changedKeysOf(before, after) : OWN_KEYS;
	if (keys.length === 0) return;
	const reason = {
		kind: "cascade",
		via: path
	};
	const has = (cascade, key) => isObject(cascade) && Object.hasOwn(cascade, key);
	const hasOthers = !isPlain || keys.some((key) => has(before, key) !== has(after, key));
	const isOwn = !isPlain || keys.some((key) => OWN_KEYS.includes(key));
	const folder = `${folderOf(path)}/`;
	const folders = /* @__PURE__ */ new Set();
	for (const other of wasBuilt) {
		if (!other.startsWith(folder)) continue;
		folders.add(folderOf(other));
		if (hasOthers) touch([topic.page(other, "key set"), topic.section(folderOf(other), "key set")], reason);
		touch([
			topic.page(other, "any"),
			topic.page(other, "any key"),
			...keys.map((key) => topic.key(other, key))
		], reason);
		if (!isPlain) touch([topic.page(other, "is")], reason);
		if (!isPlain || keys.includes("slug")) touch([topic.page(other, "home")], reason);
		const page = state.pages.get(other);
		if (isOwn && page !== void 0) found.page(page, reason);
	}
	for (const below of folders) touch([topic.section(below, "any key"), ...keys.map((key) => topic.sectionKey(below, key))], reason);
	touch([...keys.map(topic.anyPagesKey), topic.site("any page")], reason);
	touch(topicsAbove(path, context), reason);
	for (const below of folders) touch([topic.section(below, "any below"), topic.section(below, "keys below")], reason);
	if (!isPlain || [
		"title",
		"weight",
		"date",
		"tags",
		"version",
		"lang",
		"menu",
		"visibility",
		"hidden",
		"draft"
	].some((key) => keys.includes(key))) found.doubt({
		kind: "state-incomplete",
		detail: `${path} hands down what decides where its pages stand in lists`
	});
}
function changedKeysOf(before, after) {
	const value = (cascade, key) => JSON.stringify(isObject(cascade) ? cascade[key] ?? null : null);
	return [...new Set([before, after].flatMap((cascade) => isObject(cascade) ? Object.keys(cascade) : []))].filter((key) => value(before, key) !== value(after, key));
}
/** A page whose record names the file as an index above it. */
function isBelow(user, path) {
	return user.inputs.some((input) => input.type.startsWith("cascade_") && fileOfInput(input.type, input.path) === path);
}

// src/affected/autodoc-rules.ts
/** A source of API documentation: its pages say which file they are made from. Without any, nobody can name pages. */
function judgeAutodoc(path, kind, context) {
	const { found, touch, importers, outputs, state } = context;
	const pages = documentationOf(context);
	const own = pages.filter((page) => isMadeFrom(page, path));
	const reason = {
		kind: "autodoc",
		via: path
	};
	if (kind === "added" ? !judgeNewModule(path, pages, context) : own.length === 0) {
		found.doubt({
			kind: "state-incomplete",
			detail: `${path} was ${kind}, and nobody recorded which pages document it`
		});
		return;
	}
	for (const page of own) {
		judgeText(page, kind === "deleted" ? {
			kind: "deleted",
			via: path
		} : reason, context);
		touch([topic.page(page.key, "any key"), ...documentedKeys(path).map((key) => topic.key(page.key, key))], reason);
		if (kind === "deleted") {
			for (const output of page.outputs) for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
		}
	}
	for (const user of importers.get(path) ?? []) for (const page of pages.filter((other) => isMadeFrom(other, user))) judgeText(page, reason, context);
	touch([topic.site("documented"), topic.site("any page")], reason);
	if (kind === "modified") return;
	for (const page of pages) judgeText(page, reason, context);
	for (const page of own) touch([topic.page(page.key, "is")], reason);
	touch([
		topic.site("autodoc"),
		topic.site("pages"),
		topic.site("navigation")
	], reason);
	if (!pages.some((page) => !own.includes(page) && [...state.files.keys()].some((file) => file !== path && folderOf(file) === folderOf(path) && isMadeFrom(page, file)))) touch([topic.site("sections"), topic.site("menu")], reason);
}
/** Front matter that Bengal makes from code. A module of Python has its name as a title. */
function documentedKeys(path) {
	return [
		"description",
		"autodoc_element",
		"element_type",
		"tags",
		...path.endsWith(".py") ? [] : ["title"]
	];
}
/** Pages made of code, and the indexes that Bengal makes for them. */
function documentationOf({ state }) {
	return [...state.pages.values()].filter((page) => page.kind === "virtual" && page.outputs.length > 0);
}
/** Bengal notes the file relative to the folder that the configuration names. */
function isMadeFrom(page, path) {
	const file = asString(field(page.metadata?.["props"], "source_file"));
	return file !== void 0 && file !== "" && (path === file || path.endsWith(`/${file}`));
}
/** A module that is new is written where the modules beside it are. */
function judgeNewModule(path, pages, { found, state }) {
	const beside = [...state.files.keys()].filter((file) => file !== path && folderOf(file) === folderOf(path));
	const [output, ...others] = new Set(beside.flatMap((file) => pages.filter((page) => isMadeFrom(page, file)).flatMap((page) => outputLike(path, file, page))));
	if (output === void 0 || others.length > 0) return false;
	found.output(output, null, {
		kind: "autodoc",
		via: path
	});
	return true;
}
/** Where a module is written, judged by one beside it: `bells/fog.py` is `api/bells/fog/index.html`. */
function outputLike(path, sibling, page) {
	const stemOf = (file) => file.slice(file.lastIndexOf("/") + 1).replace(/\.[^.]+$/, "");
	const ending = `/${stemOf(sibling)}/index.html`;
	const [output] = page.outputs;
	return output?.endsWith(ending) === true ? [`${output.slice(0, -ending.length)}/${stemOf(path)}/index.html`] : [];
}

// src/affected/file-rules.ts
/** A template, under the name by which pages ask for it. The text of pages that name it as a shortcode changes with it. */
function judgeTemplate(path, name, context) {
	context.touch([topic.template(name)], {
		kind: "template",
		via: path
	});
	addNaming(path, "template", context);
}
/** Pages whose source names the file show it in their text. */
function addNaming(path, kind, context) {
	for (const key of context.namedByPages.get(path) ?? []) {
		const page = context.state.pages.get(key);
		if (page !== void 0) judgeText(page, {
			kind,
			via: path
		}, context);
	}
}
/** A file below `data/`: whoever reads what was edited in it. */
function judgeData(path, context) {
	const { data, touch, namedByPages, state } = context;
	const reason = {
		kind: "data",
		via: path
	};
	addNaming(path, "data", context);
	const edit = data.get(path);
	if (edit === void 0) return;
	touch(edit.values.map(topic.data), reason);
	touch(edit.whole.map(topic.dataAbove), reason);
	touch(edit.keys.map(topic.dataKeys), reason);
	touch(edit.there.map(topic.dataThere), reason);
	if ((namedByPages.get(path) ?? []).some((key) => context.keys.get(key)?.has("menu") === true && state.pages.has(key))) touch([topic.site("menu")], reason);
}
/** An asset of the site: its address changes, and so does that of whatever it goes into. */
function judgeAsset(path, name, { kind, ...context }) {
	const { touch, assetNames, sheetsNaming } = context;
	const reason = {
		kind: "asset",
		via: path
	};
	const ending = endingOf(name);
	const icon = /(?:^|\/)icons\/(?:.*\/)?([^/]+)\.svg$/i.exec(name)?.[1];
	if (icon !== void 0) {
		touch([topic.icon(icon)], reason);
		addNaming(path, "asset", context);
	}
	touch([name, ...assetNames.get(path) ?? []].map(topic.asset), reason);
	if (/^\.(?:css|js|mjs|scss|sass|less)$/.test(ending) && (kind !== "modified" || !assetNames.has(path))) touch([".css", ".js"].map(topic.assets), reason);
	touch((sheetsNaming.get(path) ?? []).map(topic.asset), reason);
}
/** A file beside the pages, or one that only the state names. */
function judgeOther(path, kind, context) {
	const { state } = context;
	addUsers("source", path, {
		...context,
		reason: "include"
	});
	addNaming(path, "include", context);
	const bundle = state.pages.get(`${folderOf(path)}/index.md`);
	if (bundle !== void 0) judgeText(bundle, {
		kind: "include",
		via: path
	}, context);
	if (isDocumented(path, context)) judgeAutodoc(path, kind, context);
}
/** Whether API documentation was made from the file, or from one like it in its folder. */
function isDocumented(path, { state }) {
	const known = state.files.get(path);
	if (known !== void 0) return known.autodoc;
	const ending = endingOf(path);
	return [...state.files].some(([file, { autodoc }]) => autodoc && endingOf(file) === ending && folderOf(path).startsWith(folderOf(file)));
}
/** A file of the theme or of a package, outside the site. */
function judgeExternal(path, kind, context) {
	const name = templateNameOfExternal(path);
	if (name !== void 0) judgeTemplate(path, name, context);
	const asset = /\/assets\/(.+)$/.exec(path)?.[1];
	if (asset !== void 0) judgeAsset(path, asset, {
		...context,
		kind
	});
	addUsers("external", path, {
		...context,
		reason: "include"
	});
	if (isDocumented(path, context)) judgeAutodoc(path, kind, context);
}
function addUsers(kind, name, context) {
	for (const page of usersOf(kind, name, context)) judgeText(page, {
		kind: page.kind === "virtual" ? "autodoc" : context.reason,
		via: name
	}, context);
}
/** What pages read of the disk by name: the file, the folder that lists it. */
function judgeFile(path, kind, { touch }) {
	const reason = {
		kind: "file",
		via: path
	};
	touch([topic.file(path)], reason);
	if (kind !== "modified") touch([topic.listing(folderOf(path) || ".")], reason);
}

// src/affected/site-wide-outputs.ts
/** Files that describe the whole site; any change of a page may change them. */
const SITE_WIDE = /* @__PURE__ */ new Set([
	"sitemap.xml",
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
	"xref.json",
	"_redirects",
	".well-known/content-signals.json"
]);
/** Of the site, or of one of its languages. */
const FEED = /^(?:[^/]+\/)?(?:rss|atom)\.xml$/;
function siteWideOutputs(present) {
	return [...present].filter((path) => SITE_WIDE.has(path) || path.endsWith(".xml") && FEED.test(path)).sort();
}

// src/affected/placed-page.ts
/** As Bengal noted it, with what cascaded to the page. */
function placedThen({ key, metadata, tags }) {
	return {
		path: key,
		title: (asString(metadata?.["title"]) ?? "").toLowerCase(),
		date: (asString(metadata?.["date"]) ?? "").slice(0, 19),
		weight: asFiniteNumber(metadata?.["weight"]) ?? Infinity,
		tags
	};
}
/** As it is now. What was not edited is as it was. */
function placedNow(path, text, { then, isEdited }) {
	const { title, date, weight } = text.frontMatter;
	const pick = (key, value, known) => isEdited(key) || known === void 0 ? value : known;
	return {
		path,
		title: pick("title", (asText(title) ?? text.title ?? titleOfName(path)).toLowerCase(), then?.title),
		date: pick("date", dateText(date).slice(0, 19), then?.date),
		weight: pick("weight", asFiniteNumber(weight) ?? Infinity, then?.weight),
		tags: pick("tags", tagsIn(text), then?.tags)
	};
}
function asText(value) {
	return typeof value === "string" || typeof value === "number" ? String(value) : void 0;
}
/** The slugs of a page's tags. */
function tagsIn({ frontMatter }) {
	const { tags } = frontMatter;
	return slugsOf((Array.isArray(tags) ? tags : [tags]).flatMap((tag) => tag === void 0 || tag === null || tag === false || tag === 0 || isObject(tag) ? [] : [tag === true ? "True" : String(tag)]));
}
/** Bengal makes a title of the name of the file, or of the folder for its index: `oil-lamps` is `Oil Lamps`. */
function titleOfName(path) {
	return (/([^/]+?)(?:\/_?index)?\.[^./]+$/.exec(path)?.[1] ?? path).replace(/[-_]+/g, " ");
}
/** YAML dates come as dates; Bengal records `2025-11-11T00:00:00`. */
function dateText(date) {
	if (date instanceof Date) return date.toISOString().slice(0, 19);
	return typeof date === "string" ? /^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T00:00:00` : date : "";
}

// src/changes/data-file.ts
/** So many keys lead to what is told apart in `site.data`; what lies deeper counts as one value. */
const DATA_DEPTH = 4;
/** Larger files, and such with more values, count as one value. */
const MOST_CHARACTERS = 524288;
const MOST_VALUES = 5e3;
const WHOLE = JSON.stringify([]);
/** Where a file stands in `site.data`: `data/team/members.json` is `team.members`. */
function placeOfData(path) {
	return path.replace(/\.[^./]+$/, "").split("/").slice(1);
}
/** Takes a data file apart. What cannot be read as Bengal does is one value. */
function digestData(path, text) {
	const found = /* @__PURE__ */ new Map();
	const whole = /* @__PURE__ */ new Map([[WHOLE, short(text)]]);
	if (text.length > MOST_CHARACTERS) return whole;
	const depth = 4 - placeOfData(path).length;
	const visit = (place, value, words) => {
		if (!isMapping(value) || place.length >= depth) {
			found.set(JSON.stringify(place), short(canonicalJson([value, words])));
			return;
		}
		found.set(JSON.stringify([...place, 0]), short(Object.keys(value).join("\0")));
		for (const [key, inner] of Object.entries(value)) visit([...place, key], inner, isMapping(words) ? words[key] : null);
	};
	try {
		if (path.endsWith(".toml")) visit([], parse$3(text), short(text));
		else visit([], parseYaml(text), parseYamlWords(text));
	} catch {
		return whole;
	}
	return found.size > MOST_VALUES ? whole : found;
}
/** What differs between two versions of a file; `undefined` stands for one that is not there. */
function editOfData(path, before, after) {
	const place = placeOfData(path);
	const [values, keys, there] = [
		paths(),
		paths(),
		paths()
	];
	const whole = [];
	for (const entry of /* @__PURE__ */ new Set([...before?.keys() ?? [], ...after?.keys() ?? []])) {
		if (before?.get(entry) === after?.get(entry)) continue;
		const inFile = JSON.parse(entry);
		const at = [...place, ...inFile.filter((part) => part !== 0)];
		values.addAll(at);
		if (inFile.at(-1) === 0) keys.add(at);
		else whole.push(at);
		if (before?.has(entry) !== after?.has(entry)) there.add(at);
	}
	if (before === void 0 || after === void 0) {
		values.addAll(place);
		whole.push(place);
		for (let length = 0; length < place.length; length++) {
			keys.add(place.slice(0, length));
			there.add(place.slice(0, length + 1));
		}
	}
	return {
		values: values.all(),
		whole,
		keys: keys.all(),
		there: there.all()
	};
}
function paths() {
	const found = /* @__PURE__ */ new Map();
	const add = (path) => void found.set(JSON.stringify(path), path);
	return {
		add,
		addAll: (path) => {
			for (let length = 0; length <= path.length; length++) add(path.slice(0, length));
		},
		all: () => [...found.values()]
	};
}
function isMapping(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
function short(text) {
	return sha256(text).slice(0, 12);
}

// src/affected/attribute-tables.ts
function all(names, value) {
	return Object.fromEntries(names.map((name) => [name, value]));
}
function same(names) {
	return Object.fromEntries(names.map((name) => [name, [name]]));
}
function own(table, name) {
	return Object.hasOwn(table, name) ? table[name] : void 0;
}
/** Front matter that an attribute of a page is made from. */
const KEYS_OF = {
	title: ["title"],
	nav_title: ["nav_title", "title"],
	weight: ["weight"],
	date: ["date"],
	age_days: ["date"],
	age_months: ["date"],
	description: ["description"],
	tags: ["tags"],
	categories: ["categories", "category"],
	keywords: ["keywords"],
	type: ["type"],
	variant: [
		"variant",
		"layout",
		"hero_style"
	],
	draft: ["draft"],
	is_draft: ["draft"],
	is_featured: ["featured", "tags"],
	hidden: ["hidden", "visibility"],
	edition: ["edition"],
	author: ["author"],
	authors: ["author", "authors"],
	series: ["series"],
	lang: ["lang", "language"],
	version: ["version"],
	translation_key: ["translation_key"],
	assigned_template: ["template"],
	content_type_name: ["content_type"],
	slug: ["slug"],
	aliases: ["aliases"]
};
/** Where a page may appear: `visibility` and its short forms. */
const VISIBILITY = [
	"visibility",
	"hidden",
	"draft",
	"render",
	"robots",
	"noindex"
];
const VISIBLE = /* @__PURE__ */ new Set([...[
	"visibility",
	"in_listings",
	"in_sitemap",
	"in_search",
	"in_rss",
	"in_ai_train",
	"in_ai_input",
	"robots_meta"
], "should_render"]);
/** What a page is made of, by the attribute that shows it. */
const SIDES_OF = {
	...all([
		"content",
		"html",
		"html_content",
		"plain_text",
		"_plain_text_cache",
		"_source",
		"ast",
		"toc",
		"toc_items",
		"links"
	], ["text"]),
	excerpt: ["lead"],
	word_count: ["words"],
	reading_time: ["minutes"],
	...all([
		"href",
		"_path",
		"url",
		"absolute_href",
		"permalink",
		"relative_url",
		"output_path"
	], ["address"]),
	...all(["is_home", "kind"], ["home"]),
	...all(["next", "prev"], ["walk"]),
	...all(["next_in_section", "prev_in_section"], ["beside"]),
	related_posts: ["related"],
	...all([
		"metadata",
		"props",
		"params",
		"frontmatter"
	], ["any key"])
};
/** Told by the page's place alone, or by what it is. */
const SETTLED = /* @__PURE__ */ new Set([
	...[
		"name",
		"source_path",
		"section_path",
		"is_section",
		"is_page",
		"bundle_type",
		"is_bundle"
	],
	...[
		"is_branch_bundle",
		"is_generated",
		"virtual",
		"is_virtual",
		"_virtual",
		"subsections",
		"pages",
		"regular_pages"
	],
	...[
		"sorted_pages",
		"index_page",
		"_section",
		"section",
		"parent",
		"ancestors",
		"structured_data"
	]
]);
const MEMBERS = ["members", "order"];
const SECTION_SIDES = {
	...all([
		"pages",
		"sorted_pages",
		"regular_pages",
		"content_pages",
		"pages_for_version"
	], MEMBERS),
	...all(["post_count"], ["members"]),
	...all([
		"regular_pages_recursive",
		"get_all_pages",
		"walk"
	], ["members below", "order below"]),
	...all(["post_count_recursive"], ["members below"]),
	...all([
		"subsections",
		"sorted_subsections",
		"subsection_index_urls",
		"has_nav_children",
		"subsections_for_version"
	], ["subsections"]),
	...all(["has_content_for_version"], ["members below"]),
	...all(["word_count", "total_reading_time"], ["members", "words"]),
	...all(["metadata", "params"], ["any key"]),
	...all([
		"name",
		"slug",
		"path",
		"_path",
		"href",
		"absolute_href",
		"url",
		"depth",
		"root",
		"hierarchy",
		"parent"
	], []),
	...all([
		"is_virtual",
		"_virtual",
		"version",
		"index_page",
		"_section"
	], [])
};
const SECTION_KEYS = {
	title: ["title"],
	nav_title: ["nav_title", "title"],
	weight: ["weight"],
	icon: ["icon"],
	description: ["description"]
};
/** Attributes of the site, by the settings that they show. Others may show anything. */
const SITE_SETTINGS = {
	...same([
		"title",
		"description",
		"baseurl",
		"author",
		"language",
		"logo",
		"logo_image",
		"logo_text",
		"favicon",
		"params"
	]),
	...same([
		"build_badge",
		"document_application",
		"link_previews",
		"connect_to_ide",
		"theme"
	]),
	theme_config: ["theme"],
	config: [""],
	content_dir: ["content", "build"],
	output_dir: ["build", "output_dir"],
	versioning_enabled: ["versioning"],
	versions: ["versioning"],
	version_config: ["versioning"],
	latest_version: ["versioning"],
	current_version: ["versioning"],
	current_language: ["i18n", "language"],
	root_path: [],
	build_time: [],
	dev_mode: []
};
const SITE_SIDES = {
	...all([
		"pages",
		"regular_pages",
		"generated_pages",
		"page_by_source_path",
		"_page_lookup_maps"
	], ["pages"]),
	...all(["sections", "root_section"], ["sections"]),
	taxonomies: ["any tag"],
	...all(["menu", "menu_localized"], ["menu"])
};

// src/affected/attribute-topics.ts
function targetOf(name) {
	const [, what = "", rest = ""] = /^([a-z-]+):(.*)$/s.exec(name) ?? [];
	if (what === "page" || what === "page-snapshot") return {
		kind: "page",
		path: rest
	};
	if (what === "section" || what === "section-snapshot") return {
		kind: "section",
		folder: rest
	};
	return {
		kind: "other",
		name
	};
}
function attribute(owner, name) {
	const target = targetOf(owner);
	switch (target.kind) {
		case "page": return pageAttribute(target.path, name);
		case "section": return sectionAttribute(target.folder, name);
		case "other": return otherAttribute(owner, name);
	}
}
/** Objects have the attributes of their class, whatever they hold: what can change is whether there is such an object. */
function presence(owner) {
	const target = targetOf(owner);
	switch (target.kind) {
		case "page": return [topic.page(target.path, "is")];
		case "section": return [topic.section(target.folder, "is"), ...virtualTopics(target.folder, false)];
		case "other": return owner.startsWith("nav-") ? [topic.site("navigation")] : [];
	}
}
function pageAttribute(path, name) {
	const topics = [topic.page(path, "is")];
	const keys = VISIBLE.has(name) ? VISIBILITY : own(KEYS_OF, name);
	const sides = own(SIDES_OF, name);
	if (keys !== void 0) topics.push(...keys.map((key) => topic.key(path, key)));
	if (name === "meta_description") topics.push(topic.key(path, "description"), topic.page(path, "lead"));
	else if (name === "prev_in_series" || name === "next_in_series") topics.push(topic.site("series"));
	else if (name === "resources") topics.push(topic.listing(path.slice(0, path.lastIndexOf("/"))));
	else if (sides !== void 0) topics.push(...sides.map((side) => topic.page(path, side)));
	else if (keys === void 0 && !SETTLED.has(name)) topics.push(topic.page(path, "any"), ...generatedTopics(path));
	if (sides?.includes("any key") === true || name === "description") topics.push(...generatedTopics(path));
	if (name === "lang" || name === "version") topics.push(topic.setting("i18n"), topic.setting("versioning"));
	if (/href|url|permalink/.test(name)) topics.push(...settingTopics("baseurl"));
	return topics;
}
/** Front matter of generated pages that says which page it is, and not what is on it. */
const IDENTITY = /* @__PURE__ */ new Set([
	"_generated",
	"_virtual",
	"_tag",
	"_tag_slug",
	"_page_num"
]);
/** Pages that Bengal makes by itself list what they are made from. */
function generatedTopics(path) {
	const tag = /^\.bengal\/generated\/tags\/(.+)\/page_\d+\/index\.md$/.exec(path)?.[1];
	if (tag !== void 0) return [topic.tag(tag)];
	if (path.startsWith(".bengal/generated/tags/")) return [topic.site("any tag")];
	return path.startsWith(".bengal/generated/") ? [topic.site("any page")] : [];
}
function sectionAttribute(folder, name) {
	const topics = [topic.section(folder, "is")];
	const keys = own(SECTION_KEYS, name);
	const sides = own(SECTION_SIDES, name);
	if (keys !== void 0) topics.push(...keys.map((key) => topic.sectionKey(folder, key)));
	else topics.push(...(sides ?? ["any below", "any key"]).map((side) => topic.section(folder, side)));
	topics.push(...virtualTopics(folder, sides === void 0 && name !== "title"));
	if (/href|url/.test(name)) topics.push(...settingTopics("baseurl"));
	return topics;
}
/** Sections of API documentation are what the code makes them; the one above all is there always. */
function virtualTopics(folder, saysMore) {
	if (!folder.startsWith("virtual:") || folder === "virtual:") return [];
	return [topic.site("autodoc"), ...saysMore ? [topic.site("documented")] : []];
}
function otherAttribute(owner, name) {
	if (owner === "site") {
		const settings = own(SITE_SETTINGS, name);
		const sides = own(SITE_SIDES, name);
		if (settings !== void 0) return settings.flatMap(siteSetting);
		if (sides !== void 0) return sides.map(topic.site);
		if (name === "listable_pages") return [topic.site("pages"), ...VISIBILITY.map(topic.anyPagesKey)];
		return [topic.site("any page"), topic.site("any setting")];
	}
	if (owner === "theme") return settingTopics("theme");
	if (owner.startsWith("config-section:")) {
		const section = owner.slice(15);
		return [...settingTopics(`${section}.${name}`), ...settingTopics(name)];
	}
	if (owner.startsWith("nav-")) return [topic.site("navigation")];
	if (owner === "site-snapshot" || owner === "navigation" || owner === "taxonomy") return snapshot(name);
	if (owner === "symbols") return [topic.site("autodoc"), topic.site("documented")];
	return [topic.site("any page"), topic.site("any setting")];
}
/** Of the frozen copies that Bengal makes of the site. */
function snapshot(name) {
	if ([
		"navigation",
		"taxonomy",
		"meta",
		"config_hash"
	].includes(name)) return [];
	if (name === "pages" || name === "regular_pages") return [topic.site("pages")];
	if (name === "top_level_pages") return [topic.site("top pages")];
	if (name === "top_level_sections" || name === "sections") return [topic.site("sections")];
	return [topic.site("any page"), topic.site("any setting")];
}
/** A setting stands at the top or in `site`. */
function siteSetting(name) {
	return name === "" ? [topic.site("any setting")] : [...settingTopics(name), ...settingTopics(`site.${name}`)];
}

// src/affected/read-topics.ts
/** What a read depends on. None: nothing that a build can change. */
function topicsOf(read) {
	const { kind, arguments: given } = read;
	const [first = "", second = "", ...rest] = given;
	switch (kind) {
		case "attribute": return attribute(first, second);
		case "has": return presence(first);
		case "shape":
		case "key":
		case "contains":
		case "keys":
		case "truth": return mapping(kind, first, [second, ...rest]);
		case "front-matter": return ofKey(first, second);
		case "param": return [...ofKey(first, second), ...ofKey(first, "params")];
		case "config":
		case "config-contains": return settingTopics(second === "*" ? first : first === "" ? second : `${first}.${second}`);
		case "menu": return [
			topic.site("menu"),
			topic.menuIn(second),
			...settingTopics("menu"),
			...settingTopics("i18n")
		];
		case "template": return [topic.template(first)];
		case "lookup": return lookup(first, second, rest);
		case "query": return query(first);
		case "asset": return [
			topic.asset(first),
			topic.assets(endingOf(first)),
			...settingTopics("assets"),
			...settingTopics("baseurl")
		];
		case "file": return [topic.file(first), topic.look(lookQuestion(read))];
		case "listing": return [topic.listing(first), topic.look(lookQuestion(read))];
		case "exists":
		case "environment": return [topic.look(lookQuestion(read))];
		case "clock": return [topic.clock(given.join("\0"))];
		case "chance": return [];
		case "root": return [topic.root()];
	}
}
function mapping(kind, owner, [name = "", ...path]) {
	const target = targetOf(owner);
	const [key = ""] = path;
	if (target.kind !== "other") return name === "metadata" || name === "params" ? ofKey(owner, path.length === 0 ? kind === "shape" ? "" : kind === "keys" || kind === "truth" ? "keys()" : "*" : key) : attribute(owner, name);
	switch (owner) {
		case "site": return siteMapping(kind, name, path);
		case "config": return settingTopics([name, ...path].filter((part) => part !== "").join("."));
		case "theme": return settingTopics("theme");
		case "page-paths": return path.length === 0 ? kind === "shape" ? [] : [topic.site("pages")] : [topic.page(pathIn$1(key), "is")];
		case "taxonomy": return name === "taxonomies" ? siteMapping(kind, name, path) : termTopics(kind, path);
		case "navigation": return name === "menus" ? [topic.site("menu"), ...settingTopics("menu")] : [topic.site("navigation")];
		case "bengal": return [
			"expose_metadata",
			"theme",
			"i18n",
			"markdown",
			"markdown_engine",
			"capabilities",
			"template_engine",
			"build"
		].flatMap(settingTopics);
	}
	return owner.startsWith("nav-") ? [topic.site("navigation")] : [topic.site("any page"), topic.site("any setting")];
}
function siteMapping(kind, name, path) {
	const [key = ""] = path;
	switch (name) {
		case "data": return dataTopics(kind, path.slice(0, 4));
		case "taxonomies":
			if (key !== "" && key !== "tags") return [topic.site("pages"), ...keysOfTaxonomy(key).map(topic.anyPagesKey)];
			return key === "" && kind === "shape" ? [] : termTopics(kind, path.slice(1));
		case "xref_index":
			if (path.length === 0 && kind === "shape") return [];
			return [
				topic.site("pages"),
				...[
					"slug",
					"id",
					"title"
				].map(topic.anyPagesKey),
				topic.site("text")
			];
		case "page_by_source_path": return path.length === 0 ? kind === "shape" ? [] : [topic.site("pages")] : [topic.page(pathIn$1(key), "is")];
		case "_page_lookup_maps":
			if (path.length < 2) return kind === "shape" ? [] : [topic.site("pages")];
			return [topic.page(pathIn$1(path[1] ?? ""), "is"), topic.site("pages")];
		case "params": return siteSetting(path.length === 0 ? "params" : `params.${key}`);
		case "build_time": return [];
	}
	return otherAttribute("site", name);
}
function dataTopics(kind, path) {
	const above = path.map((_, at) => topic.dataAbove(path.slice(0, at)));
	if (kind === "keys" || kind === "truth") return [
		topic.dataKeys(path),
		topic.dataAbove(path),
		...above
	];
	return kind === "key" ? [topic.data(path), ...above] : [topic.dataThere(path), ...above];
}
/** Which tags there are, or which pages carry one. */
function termTopics(kind, [slug]) {
	if (slug !== void 0) return [topic.tag(slug)];
	if (kind === "shape" || kind === "truth") return [topic.site("has tags")];
	return [topic.site(kind === "keys" || kind === "contains" ? "tags" : "any tag")];
}
/** Bengal names a taxonomy in the plural and its key in either number. */
function keysOfTaxonomy(name) {
	return [name, name.replace(/ies$/, "y").replace(/s$/, "")];
}
/** The path of a file in the site, as arguments are written: `=r:content/a.md`, `=p:content/a.md` or bare. */
function pathIn$1(argument) {
	return argument.replace(/^=[rp]:/, "");
}
__name(pathIn$1, "pathIn");
/** All values, or which keys there are. No key of a page is written like the latter. */
const WIDE = Object.assign(Object.create(null), {
	"*": "any key",
	"keys()": "key set"
});
function ofKey(owner, key) {
	const target = targetOf(owner);
	if (target.kind === "section") {
		const wide = WIDE[key];
		const side = key === "" ? [] : wide !== void 0 ? [topic.section(target.folder, wide)] : [topic.sectionKey(target.folder, key)];
		return [
			topic.section(target.folder, "is"),
			...side,
			...virtualTopics(target.folder, true)
		];
	}
	if (target.kind === "page") {
		const wide = WIDE[key];
		const side = key === "" ? [] : wide !== void 0 ? [topic.page(target.path, wide)] : [topic.key(target.path, key)];
		const lists = key.startsWith("_") && !IDENTITY.has(key) || key === "*";
		return [
			topic.page(target.path, "is"),
			...side,
			...lists ? generatedTopics(target.path) : []
		];
	}
	return [topic.site("any page"), topic.site("any setting")];
}
function lookup(owner, method, rest) {
	if (owner === "icons") return [topic.icon(rest[0] ?? "")];
	if (owner === "translations") return [topic.site("translations"), ...settingTopics("i18n")];
	if (owner === "symbols") return [topic.site("autodoc"), topic.site("documented")];
	if (owner === "function") return variantTopics(rest);
	if (owner.startsWith("nav-")) return [topic.site("navigation")];
	if (owner === "site") {
		if (method === "get_version") return settingTopics("versioning");
		const folder = pathIn$1(rest[0] ?? "").replace(/^=[a-z]:/, "");
		return method === "get_section_by_path" ? [topic.section(folder, "is")] : [topic.site("sections")];
	}
	return attribute(owner, method);
}
/** Which editions of a page there are, and where. */
function variantTopics(rest) {
	const settings = [
		"baseurl",
		"i18n",
		"versioning"
	].flatMap(settingTopics);
	const page = rest.map((each) => /^=o:page(?:-snapshot)?:(.*)$/s.exec(each)?.[1]).find((path) => path !== void 0);
	if (page !== void 0) return [
		topic.page(page, "is"),
		topic.page(page, "variants"),
		topic.page(page, "address"),
		...settings
	];
	return [...rest.filter((each) => each.startsWith("/")).map(topic.address), ...settings];
}
const INDEX_KEYS = {
	section: [],
	author: ["author", "authors"],
	category: ["category", "categories"],
	date_range: ["date"]
};
function query(index) {
	const keys = own(INDEX_KEYS, index);
	return keys === void 0 ? [topic.site("any page")] : [topic.site("pages"), ...keys.map(topic.anyPagesKey)];
}

// src/affected/readers.ts
/** Adds every page that made a read which a change touches, and those of which nobody can tell what they read. */
function addReaders(trace, search) {
	const { found, pageOf } = search;
	const add = (index, reason) => {
		const page = trace.pages[index];
		if (page === void 0) return;
		const known = pageOf.get(page.output);
		const kind = reason.kind === "linked" && reason.via === page.source ? "content" : reason.kind;
		found.output(page.output, known?.kind === "content" ? known.key : null, {
			...reason,
			kind
		});
	};
	for (const [index, read] of trace.reads.entries()) {
		const reasons = trace.unjudged.has(index) && !search.isQuiet ? [{
			kind: "unjudged",
			via: "what nobody could judge"
		}] : reasonsFor(read, search);
		if (reasons.length === 0) continue;
		const shows = describeRead(read);
		for (const reader of trace.readersOf(index)) for (const reason of reasons) add(reader, {
			...reason,
			shows
		});
	}
	if (search.isQuiet) return;
	for (const [index, { doubts }] of trace.pages.entries()) if (doubts[0] !== void 0) add(index, {
		kind: "unjudged",
		via: "any change",
		shows: doubts[0]
	});
}
function reasonsFor(read, { touched, clock }) {
	if (read.kind === "clock") return clock(read.arguments) ? [{
		kind: "clock",
		via: "the time"
	}] : [];
	return topicsOf(read).flatMap((topic) => touched.reasonsOf(topic));
}

// src/affected/settings.ts
/**
* Settings by which Bengal finds, parses and writes: what they change, no reading of a page tells. All others only show
* where a template reads them.
*/
const UPSTREAM = /* @__PURE__ */ new Set([
	...[
		"baseurl",
		"build",
		"content",
		"content_dir",
		"output_dir",
		"markdown",
		"markdown_engine",
		"i18n",
		"language",
		"languages"
	],
	...[
		"versioning",
		"autodoc",
		"output_formats",
		"assets",
		"theme",
		"taxonomies",
		"pagination",
		"plugins",
		"features"
	],
	...[
		"external_refs",
		"links",
		"link_checker",
		"shortcodes",
		"collections",
		"content_layer",
		"sources",
		"archetypes"
	],
	...[
		"template_engine",
		"kida",
		"minify",
		"minify_html",
		"minify_assets",
		"html_output",
		"optimize_assets",
		"fingerprint_assets"
	],
	...[
		"fonts",
		"icons",
		"related_posts",
		"excerpt",
		"toc",
		"graph",
		"static",
		"permalinks",
		"url",
		"trailing_slash"
	],
	...[
		"social_cards",
		"notebooks",
		"max_workers",
		"parallel",
		"incremental",
		"generate_sitemap",
		"generate_rss",
		"health_check"
	],
	...[
		"capabilities",
		"directives",
		"cascade",
		"visibility",
		"default_content_type",
		"css",
		"assets_dir",
		"templates_dir"
	]
]);
/** Whether a setting, as a path with dots, can change pages that do not read it. */
function isUpstream(setting) {
	const [first = "", second = ""] = setting.split(".");
	return UPSTREAM.has(first === "site" ? second : first);
}

// src/affected/structure.ts
/** Related pages are compared only as long as it takes no more than this many looks at a page. */
const MOST_LOOKS = 2e6;
/** So many related pages Bengal gives to a page. */
const RELATED = 5;
/**
* What lists of pages hold, before and after: of folders, of tags, of the whole site, of neighbours, of related pages.
* Each list is made and sorted once, however many pages changed in it.
*/
function movedInStructure(options) {
	const { before, after, changed } = options;
	const moved = [];
	const add = (kind) => (via, ...topics) => void moved.push(...topics.map((each) => ({
		topic: each,
		via,
		kind
	})));
	const came = changed.filter((path) => before.has(path) !== after.has(path));
	const [first] = came;
	if (first !== void 0) {
		add("section-listing")(first, topic.site("pages"));
		addWalk(options, add("neighbour"), first);
		const top = came.find((path) => isAtTop(path, options.contentDir));
		if (top !== void 0) add("section-listing")(top, topic.site("top pages"));
	}
	addFolders(options, add("section-listing"), add("neighbour"));
	addTags(options, add("tag"));
	return moved;
}
/** Whether a page lies in no section: at the top of the content, or of a language in it. */
function isAtTop(path, contentDir) {
	const folder = folderOf(path);
	return folder === contentDir || folderOf(folder) === contentDir && /\/[a-z]{2}(?:[-_][A-Za-z]{2,4})?$/.test(folder);
}
/** Bengal walks folders in order of names: folders before files, but for the content folder, where both are mixed. */
function compareWalk(contentDir) {
	const depth = contentDir.split("/").length;
	return (left, right) => {
		const [ours, theirs] = [left.split("/"), right.split("/")];
		const last = Math.min(ours.length, theirs.length) - 1;
		for (let at = 0; at <= last; at++) {
			const [one = "", other = ""] = [ours[at], theirs[at]];
			const [isFile, isOther] = [at === ours.length - 1, at === theirs.length - 1];
			if (at > depth && isFile !== isOther) return isFile ? 1 : -1;
			if (one !== other) return byCodeUnit(one, other);
		}
		return ours.length - theirs.length;
	};
}
function addWalk({ before, after, contentDir, others }, add, via) {
	add(via, ...others.map((path) => topic.page(path, "walk")));
	const compare = compareWalk(contentDir);
	addNeighbours([...before.keys()].sort(compare), [...after.keys()].sort(compare), (path) => {
		add(via, topic.page(path, "walk"));
	});
}
function addNeighbours(before, after, found) {
	const sides = (list) => new Map(list.map((path, at) => [path, `${list[at - 1] ?? ""}\0${list[at + 1] ?? ""}`]));
	const then = sides(before);
	for (const [path, beside] of sides(after)) if (then.get(path) !== beside) found(path);
}
function membersOf({ before, after }, of, wanted) {
	const found = /* @__PURE__ */ new Map();
	for (const name of wanted) found.set(name, {
		then: [],
		now: []
	});
	for (const page of before.values()) for (const name of of(page)) found.get(name)?.then.push(page);
	for (const page of after.values()) for (const name of of(page)) found.get(name)?.now.push(page);
	return found;
}
const byWeight = (left, right) => (left.weight === right.weight ? 0 : left.weight - right.weight) || byCodeUnit(left.title, right.title) || byCodeUnit(left.path, right.path);
const byDate = (left, right) => byCodeUnit(right.date, left.date) || byCodeUnit(left.path, right.path);
function pathsIn(pages, compare) {
	return [...pages].sort(compare).map(({ path }) => path);
}
function addFolders(options, add, addNeighbour) {
	const { before, after, changed, contentDir } = options;
	const viaOf = firstOf(changed, (path) => [folderOf(path)]);
	const folders = membersOf(options, ({ path }) => [folderOf(path)], new Set(viaOf.keys()));
	for (const [folder, { then, now }] of folders) {
		const via = viaOf.get(folder) ?? "";
		const leaves = (pages) => pages.filter(({ path }) => !isIndex(path));
		const [old, present] = [leaves(then), leaves(now)];
		const [wasSorted, isSorted] = [pathsIn(old, byWeight), pathsIn(present, byWeight)];
		if (!isSameList([...wasSorted].sort(), [...isSorted].sort())) add(via, topic.section(folder, "members"), ...foldersAbove(folder, contentDir).map((above) => topic.section(above, "members below")));
		if (!isSameList(wasSorted, isSorted)) add(via, topic.section(folder, "order"), ...foldersAbove(folder, contentDir).map((above) => topic.section(above, "order below")));
		addNeighbours(wasSorted, isSorted, (path) => {
			addNeighbour(via, topic.page(path, "beside"));
		});
		if (looksDated(then) !== looksDated(now)) add(via, topic.sectionKey(folder, "content_type"));
	}
	const sections = (pages) => new Set([...pages.keys()].flatMap((path) => foldersAbove(folderOf(path), contentDir)));
	const [were, are] = [sections(before), sections(after)];
	const indexes = changed.filter((path) => isIndex(path) && before.has(path) !== after.has(path)).map(folderOf);
	const appeared = [...were, ...are].filter((folder) => were.has(folder) !== are.has(folder));
	const viaBelow = firstOf(changed, (path) => foldersAbove(folderOf(path), contentDir));
	for (const folder of /* @__PURE__ */ new Set([...appeared, ...indexes])) {
		const via = viaBelow.get(folder) ?? "";
		add(via, topic.section(folder, "is"), topic.section(folderOf(folder), "subsections"));
		if (isAtTop(folder, contentDir)) add(via, topic.site("sections"));
		if (!options.listsMenu) add(via, topic.site("menu"));
	}
	addSectionOrder(options, add);
}
/** Subsections are sorted by what their indexes say. */
function addSectionOrder({ before, after, changed, contentDir }, add) {
	for (const path of changed) {
		const [then, now] = [before.get(path), after.get(path)];
		if (!isIndex(path) || then === void 0 || now === void 0) continue;
		if (then.weight === now.weight && then.title === now.title) continue;
		const parent = folderOf(folderOf(path));
		add(path, topic.section(parent, "subsections"), ...parent === contentDir ? [topic.site("sections")] : []);
	}
}
/** Bengal looks at so many pages of a section to tell whether it is a blog. */
const DATED_SAMPLE = 5;
const DATED_SHARE = .6;
/** What the dates of a section's first pages say of it, whichever of these orders they are looked at in. */
function looksDated(pages) {
	return [byPath, byWeight].map((compare) => {
		const sample = [...pages].sort(compare).slice(0, DATED_SAMPLE);
		return sample.filter(({ date }) => date !== "").length >= DATED_SHARE * sample.length;
	}).join(" ");
}
function addTags(options, add) {
	const { before, after, changed } = options;
	const tagsOf = (path) => [.../* @__PURE__ */ new Set([...before.get(path)?.tags ?? [], ...after.get(path)?.tags ?? []])];
	const viaOf = firstOf(changed, tagsOf);
	const members = membersOf(options, ({ tags }) => tags, new Set(viaOf.keys()));
	const touched = /* @__PURE__ */ new Set();
	for (const [slug, { then, now }] of members) {
		const via = viaOf.get(slug) ?? "";
		if (isSameList(pathsIn(then, byDate), pathsIn(now, byDate))) continue;
		add(via, topic.tag(slug), topic.site("any tag"));
		if (!isSameList(pathsIn(then, byPath), pathsIn(now, byPath))) touched.add(slug);
		if (then.length === 0 !== (now.length === 0)) add(via, topic.site("tags"));
	}
	const hasTags = (pages) => [...pages.values()].some(({ tags }) => tags.length > 0);
	const [first] = touched;
	if (first !== void 0 && hasTags(before) !== hasTags(after)) add(viaOf.get(first) ?? "", topic.site("has tags"));
	addRelated(options, {
		touched,
		viaOf,
		add
	});
}
const byPath = (left, right) => byCodeUnit(left.path, right.path);
/** Bengal relates pages that share most tags, then by their paths. */
function addRelated(options, { touched, viaOf, add }) {
	if (touched.size === 0) return;
	const { before, after } = options;
	const sharing = [...after.values()].filter(({ tags }) => tags.some((slug) => touched.has(slug)));
	const members = membersOf(options, ({ tags }) => tags, new Set(sharing.flatMap(({ tags }) => tags)));
	let looks = 0;
	for (const page of sharing) {
		const via = page.tags.map((slug) => touched.has(slug) ? viaOf.get(slug) : void 0).find((each) => each !== void 0) ?? "";
		const then = before.get(page.path);
		looks += page.tags.reduce((sum, slug) => sum + (members.get(slug)?.now.length ?? 0), 0);
		if (looks < MOST_LOOKS && then !== void 0 && isSameList(relatedTo(then, (slug) => members.get(slug)?.then ?? []), relatedTo(page, (slug) => members.get(slug)?.now ?? []))) continue;
		add(via, topic.page(page.path, "related"));
	}
	for (const page of before.values()) {
		const slug = page.tags.find((each) => touched.has(each));
		if (slug !== void 0 && !(after.get(page.path)?.tags ?? []).some((each) => touched.has(each))) add(viaOf.get(slug) ?? "", topic.page(page.path, "related"));
	}
}
function relatedTo(page, membersOf) {
	const common = /* @__PURE__ */ new Map();
	for (const slug of page.tags) for (const other of membersOf(slug)) if (other.path !== page.path && !isIndex(other.path)) common.set(other.path, (common.get(other.path) ?? 0) + 1);
	return [...common].sort(([left, many], [right, more]) => more - many || byCodeUnit(left, right)).slice(0, RELATED).map(([path]) => path);
}
function firstOf(changed, namesOf) {
	const first = /* @__PURE__ */ new Map();
	for (const path of changed) for (const name of namesOf(path)) if (!first.has(name)) first.set(name, path);
	return first;
}

// src/affected/tag-pages.ts
/** Pages of listings come and go with the number of pages that carry a tag: each holds so many, an empty tag has none. */
function judgeTagPages({ before, after }, changed, context) {
	const { state, found, perPage } = context;
	const slugs = /* @__PURE__ */ new Map();
	for (const path of changed) {
		const [then, now] = [before.get(path)?.tags ?? [], after.get(path)?.tags ?? []];
		for (const slug of [...then, ...now]) if (!slugs.has(slug) && then.includes(slug) !== now.includes(slug)) slugs.set(slug, path);
	}
	if (slugs.size === 0) return;
	const listings = new Map([...slugs.keys()].map((slug) => [slug, []]));
	for (const page of state.pages.values()) if (page.kind === "tag") for (const slug of page.tags) listings.get(slug)?.push(page);
	const languageFolder = languageFolders(context);
	const members = new Map([...slugs.keys()].map((slug) => [slug, []]));
	for (const { path, tags } of after.values()) for (const slug of tags) members.get(slug)?.push(path);
	for (const [slug, via] of slugs) {
		const reason = {
			kind: "tag",
			via,
			through: [slug]
		};
		found.tag(slug);
		const own = listings.get(slug) ?? [];
		const carriers = members.get(slug) ?? [];
		for (const language of new Set(carriers.map((path) => languageFolder(path)))) {
			const written = own.filter((page) => page.outputs.some((output) => output.startsWith(`${language}tags/`)));
			const needed = Math.ceil(carriers.filter((path) => languageFolder(path) === language).length / perPage);
			for (let number = written.length + 1; number <= needed; number++) found.output(`${language}${listingOutput(slug, number)}`, null, reason);
		}
		for (const page of own) if (numberOf(page) > Math.ceil(carriers.length / perPage)) removeForms(page, context);
	}
	const [first] = slugs.values();
	const index = [...state.pages.values()].filter((page) => page.kind === "tag-index");
	if (index.length === 0) found.output("tags/index.html", null, {
		kind: "tag",
		via: first ?? ""
	});
	if (![...after.values()].some(({ tags }) => tags.length > 0)) for (const page of index) removeForms(page, context);
}
/** The folder that Bengal writes a page's language into, with its last slash; empty for the language at the top. */
function languageFolders({ state, texts, outputs }) {
	const made = /* @__PURE__ */ new Set();
	for (const page of state.pages.values()) if (page.kind !== "content") for (const output of page.outputs) made.add(output.slice(0, output.indexOf("/") + 1));
	return (path) => {
		const given = texts.get(path)?.frontMatter["lang"] ?? state.pages.get(path)?.metadata?.["lang"];
		if (typeof given !== "string") return "";
		const folder = `${given}/`;
		return made.has(folder) || outputs.present.has(`${folder}index.html`) ? folder : "";
	};
}
function removeForms(page, { found, outputs }) {
	for (const output of page.outputs) for (const file of formsOf(output)) if (outputs.present.has(file)) found.remove(file);
}
function numberOf(page) {
	return Number(/\/page_(\d+)\/index\.md$/.exec(page.key)?.[1] ?? 1);
}
function listingOutput(slug, number) {
	return number === 1 ? `tags/${slug}/index.html` : `tags/${slug}/page/${String(number)}/index.html`;
}

// src/affected/touched.ts
/** So many changes are told for one topic: with more, a list of reasons would grow with changes times pages. */
const MOST_TOLD = 8;
function touchedTopics() {
	const touched = /* @__PURE__ */ new Map();
	return {
		touch: (topics, reason) => {
			for (const topic of topics) {
				const known = touched.get(topic);
				if (known === void 0) touched.set(topic, [reason]);
				else if (known.length < MOST_TOLD && !known.some(({ via, kind }) => via === reason.via && kind === reason.kind)) known.push(reason);
			}
		},
		reasonsOf: (topic) => touched.get(topic) ?? []
	};
}

// src/affected/find.ts
/**
* The pages that a full build may write differently: an upper bound. Changes touch topics; whoever read one of these
* when the site was built is affected. What is not known widens to all pages, with the doubt named.
*/
function findAffected(input) {
	const found = collector();
	const touched = touchedTopics();
	const context = contextOf(input, {
		found,
		touch: touched.touch
	});
	for (const doubt of input.state.doubts) found.doubt({
		kind: "state-incomplete",
		detail: `.bengal/${doubt.file} ${doubt.why}`
	});
	judgeSettings(context);
	for (const kind of [
		"added",
		"modified",
		"deleted"
	]) for (const path of input.changes[kind]) judgeChange(path, kind, context);
	judgeStructure(context);
	judgeLooks(context);
	judgeUnverifiable(context);
	judgeFilledText(context, touched);
	const { changes, config, looks, clock } = input;
	const isQuiet = changes.added.length + changes.modified.length + changes.deleted.length + looks.changed.length === 0 && config.status !== "changed";
	addReaders(input.trace, {
		touched,
		clock,
		found,
		pageOf: context.pageOf,
		isQuiet
	});
	for (const output of [...input.outputs.missing, ...input.outputs.damaged]) {
		const page = context.pageOf.get(output);
		if (page !== void 0) found.output(output, page.kind === "content" ? page.key : null, {
			kind: "output-missing",
			via: output
		});
	}
	const { pages, because, tags, toRemove } = found.found();
	const all = because.length > 0;
	const isEdited = [...input.edits.values()].some(({ body, keys }) => body || keys.size > 0);
	return {
		all,
		because,
		pages,
		tags,
		toRemove,
		siteWide: !all && pages.length === 0 && toRemove.length === 0 && !isEdited ? [] : siteWideOutputs(input.outputs.present)
	};
}
function contextOf(input, shared) {
	const { state, trace, layout, texts, changes } = input;
	const wasBuilt = new Set(trace.pages.flatMap(({ source }) => source !== void 0 && roleOf(source, layout).kind === "page" ? [source] : []));
	const folders = once(() => {
		const made = /* @__PURE__ */ new Map();
		for (const path of wasBuilt) {
			const inside = made.get(folderOf(path)) ?? [];
			made.set(folderOf(path), inside);
			inside.push(path);
		}
		return made;
	});
	const keysOf = (path) => {
		const props = state.pages.get(path)?.metadata?.["props"];
		return [state.pages.get(path)?.metadata?.["translation_key"] ?? (isObject(props) ? props["translation_key"] : void 0), texts.get(path)?.frontMatter["translation_key"]].flatMap((key) => typeof key === "string" || typeof key === "number" ? [String(key)] : []);
	};
	return {
		...input,
		...shared,
		wasBuilt,
		pageOf: new Map([...state.pages.values()].flatMap((page) => page.outputs.map((output) => [output, page]))),
		builtIn: (folder) => folders().get(folder) ?? [],
		editions: editionsOf(/* @__PURE__ */ new Set([...wasBuilt, ...changes.added]), layout.contentDir, keysOf),
		referring: referenceIndex(input.references)
	};
}
/** Settings that act before pages are rendered can change any; of others, whoever reads them shows them. */
function judgeSettings({ config, found, touch }) {
	if (config.status !== "changed") return;
	const upstream = config.changed?.filter(isUpstream) ?? [""];
	const [first] = upstream;
	if (first !== void 0) {
		const named = first === "" ? config.why : `${first}${upstream.length > 1 ? ` and ${String(upstream.length - 1)} more` : ""}`;
		found.doubt({
			kind: "config-changed",
			detail: `a setting that every page may depend on changed: ${named}`
		});
	}
	for (const setting of config.changed ?? []) touch((setting.startsWith("site.") ? [setting, setting.slice(5)] : [setting, `site.${setting}`]).flatMap(settingTouches), {
		kind: "config",
		via: setting
	});
}
function judgeChange(path, kind, context) {
	if (isAbsolutePosix(path)) {
		judgeExternal(path, kind, context);
		return;
	}
	const role = roleOf(path, context.layout);
	judgeFile(path, kind, context);
	switch (role.kind) {
		case "page":
			judgePage(path, kind, context);
			return;
		case "template":
			judgeTemplate(path, role.name, context);
			return;
		case "data":
			judgeData(path, context);
			return;
		case "asset":
			judgeAsset(path, role.name, {
				...context,
				kind
			});
			return;
		case "site-wide":
			if (path.startsWith("i18n/")) context.touch([topic.site("translations")], {
				kind: "file",
				via: path
			});
			else context.found.doubt({
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
	const wasBuilt = context.wasBuilt.has(path);
	if (kind === "deleted" && page !== void 0) judgeDeleted(path, page, context);
	else if (kind !== "deleted" && (!wasBuilt || page === void 0)) judgeAdded(path, context);
	else if (kind !== "deleted" && page !== void 0) judgeEdit(path, page, context);
	if (page === void 0) judgeOther(path, kind, context);
}
/** What decides where a page stands in lists. */
const PLACING = [
	"title",
	"date",
	"weight",
	"tags",
	"nav_title",
	"slug"
];
function judgeStructure(context) {
	const { changes, texts, state, wasBuilt, layout, trace, edits } = context;
	const isPage = (path) => !isAbsolutePosix(path) && roleOf(path, layout).kind === "page";
	const isMoved = (path) => {
		const edit = edits.get(path);
		return edit === void 0 || edit.keys.has("(front matter)") || PLACING.some((key) => edit.keys.has(key));
	};
	const changed = [
		...changes.added.filter(isPage),
		...changes.modified.filter((path) => isPage(path) && (!wasBuilt.has(path) || isMoved(path))),
		...changes.deleted.filter(isPage)
	];
	if (changed.length === 0) return;
	const before = /* @__PURE__ */ new Map();
	for (const path of wasBuilt) {
		const page = state.pages.get(path);
		if (page !== void 0) before.set(path, placedThen(page));
	}
	const after = new Map(before);
	for (const path of changed) {
		const text = texts.get(path);
		const edit = edits.get(path);
		if (text === void 0) after.delete(path);
		else after.set(path, placedNow(path, text, {
			then: before.get(path),
			isEdited: (key) => edit === void 0 || edit.keys.has(key) || edit.keys.has("(front matter)")
		}));
	}
	const pages = {
		before,
		after
	};
	const others = trace.pages.flatMap(({ source }) => source !== void 0 && !wasBuilt.has(source) ? [source] : []);
	for (const { topic: moved, via, kind } of movedInStructure({
		...pages,
		changed,
		contentDir: layout.contentDir,
		others,
		listsMenu: context.config.listsMenu
	})) context.touch([moved], {
		kind,
		via
	});
	judgeTagPages(pages, changed, context);
}
function judgeLooks({ looks, touch, state }) {
	for (const question of looks.changed) touch([topic.look(question)], {
		kind: "file",
		via: subjectOfLook(question)
	});
	for (const question of looks.unanswered) touch([topic.look(question)], {
		kind: "unjudged",
		via: subjectOfLook(question)
	});
	if (state.moved) touch([topic.root()], {
		kind: "file",
		via: "the folder of the site"
	});
}
/** What the build fills in in a text: settings, and pages of the folder, its own or any. */
function judgeFilledText(context, { reasonsOf }) {
	for (const path of context.referring.filledIn()) {
		const page = context.state.pages.get(path);
		if (page === void 0 || !context.wasBuilt.has(path)) continue;
		const folder = folderOf(path);
		const topics = [
			topic.section(folder, "keys below"),
			topic.section(folder, "members below"),
			topic.site("any setting")
		];
		for (const reason of topics.flatMap(reasonsOf)) judgeText(page, reason, context);
	}
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
		detail: `${String(inputs.length)} inputs cannot be checked, such as ${example}: not on this machine, never recorded, or a symbolic link (give bengal-version, and Bengal's own files count as known)`
	});
}

// src/bengal/behaviour.ts
const OWN_DATA = [
	"authors",
	"changelog",
	"glossary",
	"tracks"
];
const UNKNOWN = {
	slugMovesPage: true,
	readsFilesByNameOnly: false,
	ownData: OWN_DATA
};
const KNOWN = { "0.5.1": {
	slugMovesPage: false,
	readsFilesByNameOnly: true,
	ownData: OWN_DATA
} };
function behaviourOf(version) {
	return (version !== void 0 && Object.hasOwn(KNOWN, version) ? KNOWN[version] : void 0) ?? UNKNOWN;
}

// src/changes/asset-names.ts
/** Changed assets -> style sheets of the site that name them, and so change with their addresses. */
function readSheetsNaming(changed, { site, layout, sources }) {
	const assets = changed.filter((path) => roleOf(path, layout).kind === "asset" && !/\.(?:css|js|mjs)$/.test(path));
	const naming = /* @__PURE__ */ new Map();
	if (assets.length === 0) return naming;
	for (const path of sources) {
		const role = roleOf(path, layout);
		if (role.kind !== "asset" || !path.endsWith(".css")) continue;
		const text = neededText(join(site, path));
		for (const asset of assets) if (text.includes(basename(asset))) (naming.get(asset) ?? naming.set(asset, []).get(asset))?.push(role.name);
	}
	return naming;
}

// src/changes/edited-keys.ts
/** Files that are read once more for this: notes on more of them nobody sees. */
const MOST_READ = 100;
/** Where in each edited page the keys stand that were edited. */
function readEditedKeys(site, edits) {
	return [...edits].slice(0, MOST_READ).map(([path, edit]) => {
		const lines = edit.keys.size === 0 ? /* @__PURE__ */ new Map() : linesOfKeys(neededText(join(site, path)));
		return {
			path,
			keys: [...edit.keys].sort().map((name) => ({
				name,
				line: lines.get(name) ?? null
			})),
			body: edit.body
		};
	});
}
/** Line of each key at the top level of a page's front matter, from 1. */
function linesOfKeys(source) {
	const lines = /* @__PURE__ */ new Map();
	const [first, ...rest] = source.split(/\r\n|\r|\n/);
	if (first?.replace(/^\ufeff/, "").startsWith("---") !== true) return lines;
	for (const [index, line] of rest.entries()) {
		if (/^---[ \t]*$/.test(line)) return lines;
		const [, double, single, plain] = /^(?:(?:"([^"]+)"|'([^']+)')\s*|([^\s#'"\-[{][^:#]*)):(?:\s|$)/.exec(line) ?? [];
		const name = double ?? single ?? plain?.trimEnd();
		if (name !== void 0 && !lines.has(name)) lines.set(name, index + 2);
	}
	return lines;
}

// src/changes/unread-files.ts
/** What lies beside a page. In prose this is a word like any other. */
const BUNDLE = /\bresources\b/;
/** Larger files are no text that a person wrote; they count as naming anything. */
const MAX_TEXT_BYTES = 4194304;
/**
* Changed files that no build would read, with why: nothing leads to them but their name, and nobody names them. The
* names are looked for in every source, as they are and without their ending, and so are the ways to reach a file
* without naming it; where one of these is used, no file is inert.
*/
function findInertFiles(options) {
	const { changes, behaviour } = options;
	const candidates = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	].filter((path) => mayBeInert(path, options));
	if (!behaviour.readsFilesByNameOnly || candidates.length === 0) return /* @__PURE__ */ new Map();
	const texts = readTexts(options);
	if (texts === void 0) return /* @__PURE__ */ new Map();
	const readsByAnyName = texts.some(({ path, text }) => readsFreely(path, text, options.layout));
	const isGoneThrough = texts.some(({ text }) => goesThroughData(text));
	const found = /* @__PURE__ */ new Map();
	for (const path of candidates) {
		const isData = roleOf(path, options.layout).kind === "data";
		if (readsByAnyName || isData && isGoneThrough) continue;
		const names = namesOf(path, isData);
		if (isData && names.some((name) => behaviour.ownData.includes(name))) continue;
		if (texts.some((text) => text.path !== path && names.some((name) => text.text.includes(name)))) continue;
		found.set(path, `no source names ${basename(path)}, and nothing else would lead a build to it`);
	}
	return found;
}
function mayBeInert(path, { layout, sources }) {
	switch (roleOf(path, layout).kind) {
		case "static":
		case "data": return true;
		case "content-resource": {
			const bundle = `${posix.dirname(path)}/index.`;
			return !sources.some((source) => source.startsWith(bundle));
		}
		case "page":
		case "template":
		case "asset":
		case "config":
		case "site-wide":
		case "other": return false;
	}
}
/** What a source would have to say to lead to the file. Data is reached by its folders too. */
function namesOf(path, isData) {
	const name = basename(path);
	const stem = name.replace(/(?<=.)\.[^.]*$/, "");
	const [, folder] = isData ? path.split("/") : [];
	return [...new Set([stem, ...folder === void 0 || folder === name ? [] : [folder]].flatMap((text) => [text, encodeURI(text)]))];
}
/** Every source as text; `undefined` when a template that may name anything is not on this machine. */
function readTexts({ site, sources, external }) {
	const texts = [];
	for (const path of sources) {
		const text = readText(join(site, path));
		if (text === void 0) return void 0;
		texts.push({
			path,
			text
		});
	}
	for (const ref of external) {
		const path = nameOfRef(ref);
		if (templateNameOfExternal(path) === void 0 || belongsToPackage(ref, "bengal")) continue;
		const text = readText(path);
		if (text === void 0) return void 0;
		texts.push({
			path,
			text
		});
	}
	return texts;
}
function readText(path) {
	const stat = ifPresent(look(path));
	if (stat?.isFile() !== true) return void 0;
	if (stat.size <= MAX_TEXT_BYTES) return neededText(path);
	return neededBytes(path).subarray(0, 8192).includes(0) ? "" : void 0;
}
function readsFreely(path, text, layout) {
	switch (roleOf(path, layout).kind) {
		case "page": return namesReader(text) || expressionsOf(text).some((expression) => BUNDLE.test(expression));
		case "template":
		case "other": return namesReader(text) || BUNDLE.test(text);
		case "content-resource":
		case "data":
		case "asset":
		case "static":
		case "config":
		case "site-wide": return namesReader(text);
	}
}

// src/changes/read-edits.ts
/** Reads the pages that changed and says what each edit touched. */
function readEdits(sources) {
	const texts = /* @__PURE__ */ new Map();
	const edits = /* @__PURE__ */ new Map();
	const isPage = (path) => roleOf(path, sources.layout).kind === "page";
	for (const path of [...sources.changes.added, ...sources.changes.modified].filter(isPage)) {
		const text = readPageText(neededBytes(join(sources.site, path)), path);
		texts.set(path, text);
		const recorded = sources.manifest.knowledge.pages.get(path);
		if (recorded !== void 0) edits.set(path, editSince(recorded, text.digest));
	}
	return {
		texts,
		edits
	};
}
/** What is in a data file now; `undefined` where there is none, or none that can be read. */
function readDataDigests(site, path) {
	const text = atBest(readText$1(join(site, path)));
	return text === void 0 ? void 0 : digestData(path, text);
}

// src/flow/select.ts
/** Gathers what the rules need to know about the changes, and asks them. */
function select(options) {
	const { site, layout, changes, manifest, trace } = options;
	if (manifest === void 0) return withoutTrace("the state was not recorded by this tool", /* @__PURE__ */ new Map(), options);
	const read = readEdits({
		site,
		layout,
		changes,
		manifest
	});
	const edits = readEditedKeys(site, read.edits);
	const settled = settledFiles(options, read.edits);
	if (trace.kind !== "read") return {
		...withoutTrace("nobody recorded what its pages read", settled, options),
		edits
	};
	return {
		affected: findWithTrace({
			...options,
			...read,
			manifest,
			trace: trace.trace
		}),
		settled,
		edits
	};
}
/** Without a record of what pages read, any change may be on any page; of no change, nothing is. */
function withoutTrace(why, settled, { changes, config, outputs, state, trace }) {
	const [first] = [
		...changes.added,
		...changes.modified,
		...changes.deleted,
		...changes.unverifiable
	].filter((path) => !settled.has(path));
	const because = [
		...trace.kind === "refused" ? [{
			kind: "no-trace",
			detail: `the record of what pages read ${trace.why}`
		}] : [],
		...state.doubts.map(({ file, why }) => ({
			kind: "state-incomplete",
			detail: `.bengal/${file} ${why}`
		})),
		...first === void 0 ? [] : [{
			kind: "no-trace",
			detail: `${why}, and ${first} is not as it was`
		}],
		...config.status === "changed" ? [{
			kind: "config-changed",
			detail: config.why
		}] : []
	];
	const isLost = /* @__PURE__ */ new Set([...outputs.missing, ...outputs.damaged]);
	const pages = [...state.pages.values()].flatMap((page) => page.outputs.filter((output) => isLost.has(output)).map((output) => ({
		output,
		source: page.kind === "content" ? page.key : null,
		url: urlOfOutput(output),
		reasons: [{
			kind: "output-missing",
			via: output
		}]
	})));
	return {
		affected: {
			all: because.length > 0,
			because,
			pages: pages.sort(by(({ output }) => output)),
			tags: [],
			siteWide: [],
			toRemove: []
		},
		settled,
		edits: []
	};
}
function findWithTrace({ trace, ...options }) {
	const { site, state, manifest, changes, sources, assumed = false } = options;
	const { knowledge } = manifest;
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	];
	const edits = assumed ? new Map(changes.modified.map((path) => [path, THOROUGH_EDIT])) : options.edits;
	const recordedAt = Date.parse(manifest.recordedAt);
	return findAffected({
		...options,
		trace,
		config: assumed ? {
			status: "unchanged",
			why: "",
			changed: void 0,
			listsMenu: options.config.listsMenu
		} : options.config,
		edits,
		keys: new Map([...knowledge.pages].map(([path, { keys }]) => [path, new Set(keys.keys())])),
		references: new Map([...knowledge.pages].map(([path, { references }]) => [path, references])),
		data: editedData(options),
		behaviour: behaviourOf(options.inputs.bengalVersion ?? manifest.bengal),
		namedByPages: readNamingPages(wordsOfFiles(changed, options), options),
		importers: readImporters(changed.filter((path) => state.files.get(path)?.autodoc === true), [...state.files.values()].flatMap(({ ref, autodoc }) => autodoc && ref.where === "site" ? [ref.path] : []), site),
		assetNames: knowledge.assets,
		sheetsNaming: readSheetsNaming(changed, {
			...options,
			sources
		}),
		looks: assumed ? {
			changed: [],
			unanswered: []
		} : looksNow(trace, options),
		clock: (read) => !assumed && saysAnother(read, recordedAt, options.now)
	});
}
/** What the disk and the environment answer now, against what they answered when the site was recorded. */
function looksNow(trace, { site, manifest, variables }) {
	const reads = trace.reads.filter(isLook);
	const now = answerLooks({
		site,
		reads,
		variables
	});
	const questions = reads.map(lookQuestion);
	const then = manifest.knowledge.looks;
	const isAnswered = (question) => then.has(question) && now.has(question);
	return {
		changed: questions.filter((question) => isAnswered(question) && then.get(question) !== now.get(question)),
		unanswered: questions.filter((question) => !isAnswered(question))
	};
}
function editedData({ site, layout, changes, manifest, assumed = false }) {
	const isData = (path) => roleOf(path, layout).kind === "data";
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	].filter(isData);
	return new Map(changed.map((path) => [path, editOfData(path, assumed ? void 0 : manifest.knowledge.data.get(path), readDataDigests(site, path))]));
}
/** By which words a page's text uses a changed file that Bengal does not record with it. */
function wordsOfFiles(changed, options) {
	const { layout, changes, sources } = options;
	const ofKind = (files, kind) => files.filter((path) => roleOf(path, layout).kind === kind);
	const regular = new Set(sources);
	const unverifiable = changes.unverifiable.filter((path) => regular.has(path));
	const templates = changed.filter((path) => roleOf(path, layout).kind === "template" || templateNameOfExternal(path) !== void 0);
	return new Map([
		...wordsOfResources([...ofKind([...changed, ...unverifiable], "content-resource"), ...ofKind(changed, "other")]),
		...wordsOfData(ofKind(changed, "data")),
		...wordsOfIcons(ofKind(changed, "asset")),
		...readWordsOfShortcodes(templates, options)
	]);
}
/** Changed files that feed no output by themselves, and why. */
function settledFiles({ site, layout, state, manifest, changes, sources }, edits) {
	const changed = [
		...changes.added,
		...changes.modified,
		...changes.deleted
	];
	const unseen = [...edits].flatMap(([path, edit]) => !edit.body && edit.keys.size === 0 ? [path] : []);
	return new Map([
		...findInertFiles({
			site,
			layout,
			changes,
			sources,
			external: externalOf(state),
			behaviour: behaviourOf(manifest?.bengal)
		}),
		...unseen.map((path) => [path, "it says the same, with other line ends or another spelling"]),
		...changed.filter((path) => roleOf(path, layout).kind === "config").map((path) => [path, "it is configuration, which is judged as a whole"])
	]);
}
/** Files outside of the site that the state names. */
function externalOf(state) {
	return [...state?.files.values() ?? []].flatMap(({ ref }) => ref.where === "site" ? [] : [ref]);
}

// src/gate/policy.ts
/** Why nothing that lies there may be used, where that is so; in words that can begin a sentence. */
function policyReason({ policy, setting }) {
	return setting === policy ? `the gate is set to ${policy}` : "nothing that lies there may be built upon";
}

// src/flow/gate-evidence.ts
/** Everything that the decision rests on, as data. */
function gateInput(facts, found, context) {
	const { inputs, site, manifest, bengal } = facts;
	const { changes, affected } = found;
	const flags = flagFindings(facts);
	return {
		policy: context.policy,
		policyWhy: context.policyWhy ?? policyReason({
			policy: context.policy,
			setting: inputs.gate
		}),
		state: facts.verdict,
		config: facts.config,
		configDoubt: doubtOfPrivateSettings(facts.config, {
			sameFingerprint: site.unreadable === void 0 && manifest?.configFingerprint === site.fingerprint,
			samePageHash: flags.samePageHash
		}),
		changes,
		settled: found.settled,
		affected,
		outputs: facts.outputs,
		recorded: manifest && {
			build: manifest.build,
			failed: failedReason(manifest.failedPages),
			versions: {
				bengal: manifest.bengal,
				python: manifest.python
			},
			fullBuildSeconds: manifest.circumstances?.fullBuildSeconds,
			incrementalBuildSeconds: manifest.circumstances?.incrementalBuildSeconds
		},
		versions: {
			bengal: inputs.bengalVersion,
			python: inputs.pythonVersion
		},
		versionConflict: findVersionConflict({
			bengal: inputs.bengalVersion,
			python: inputs.pythonVersion
		}, bengal),
		versionHint: hintOf(facts),
		packages: judgePackages(manifest?.circumstances?.packages, bengal?.packages),
		flags: flags.verdict,
		unrecorded: site.unrecorded,
		readsByName: readsByName(facts, found),
		due: dueReason(facts, found, context.now),
		untraced: context.unprepared ?? untracedReason(facts),
		fullDue: manifest && fullDueReason(manifest.lineage, inputs.fullEvery, context.now),
		asksAudit: inputs.verify === "full",
		asksToProceed: bengal?.asksToProceed ?? false
	};
}
/** Why no page can be kept: what it read is not known. */
function untracedReason({ manifest, trace, found }) {
	if (manifest === void 0) return `the state was not recorded by this tool${found.kind === "unusable" ? ` (${found.why})` : ""}, so nobody knows what its pages read`;
	if (manifest.trace === void 0) return "the last build did not record what its pages read";
	return trace.kind === "refused" ? `the record of what pages read ${trace.why}` : void 0;
}
/** With which arguments the pages were built, as far as their records tell. */
function flagFindings({ inputs, state, manifest, bengal }) {
	return judgeFlags({
		recordedFlags: manifest?.flags,
		flags: inputs.buildFlags,
		recordedHashes: configHashesOfPages(state),
		pageHashes: bengal?.pageHashes ?? []
	});
}
function configHashesOfPages(state) {
	return new Set([...state?.pages.values() ?? []].flatMap((page) => page.inputs.flatMap(({ type, hash }) => type === "config" && hash !== void 0 ? [hash] : [])));
}
/** A page that is affected stands against a skip by itself; only without one the rest of the proof has to be looked for. */
function maySkip({ manifest }, { affected }) {
	return manifest !== void 0 && !affected.all && affected.pages.length === 0;
}
/** Any change of a file may then show on any page, and every page counts anyway where there is a doubt already. */
function readsByName({ inputs, layout, state }, { affected, sources }) {
	if (affected.all || !readsAnyFile({
		site: inputs.site,
		layout,
		sources,
		external: externalOf(state)
	})) return void 0;
	return "templates or pages of the site read files by their names, wherever they lie, and nobody records which";
}
/** Known only where the manifest tells what the pages show. */
function dueReason(facts, found, now) {
	const { inputs, site, layout, manifest } = facts;
	if (manifest === void 0 || !maySkip(facts, found)) return void 0;
	const { circumstances, recordedAt } = manifest;
	if (circumstances === void 0) return "nobody recorded what the pages show of time";
	const days = [...site.settings].flatMap(([key, value]) => /\bstale_warning_days$/.test(key) && /^\d{1,5}$/.test(value) ? [Number(value)] : []);
	return findDue({
		shown: circumstances.shown,
		readsClock: readsClock({
			site: inputs.site,
			layout,
			sources: found.sources,
			external: externalOf(facts.state)
		}),
		outdatedAfterDays: days,
		recordedAt,
		now
	});
}
/** Why nobody knows the versions, and what to do about it. */
function hintOf({ probe }) {
	switch (probe.kind) {
		case "answered": return;
		case "off": return `${probe.why ?? "the input probe is false"}, and bengal-version or python-version is not given`;
		case "failed": return probe.why;
		case "none": return `no Python with a Bengal was found; install Bengal before this step, or name its Python in the input python (${probe.why})`;
	}
}

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
/** The prefixes that are looked for, the key among them. Of those that begin with each other, the shortest says it all. */
function describePrefixes({ key, restoreKeys }) {
	const prefixes = [.../* @__PURE__ */ new Set([key, ...restoreKeys])];
	return prefixes.filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other))).map((prefix) => JSON.stringify(prefix)).join(" or ");
}

// package.json
var version = "0.1.0";

// src/core/tool-version.ts
/** Version of this tool, from `package.json`. */
const TOOL_VERSION = version;

// src/flow/analyse.ts
/** From a site with the state that lies in it to the report: read, validate, detect, select, decide. Writes nothing of Bengal's. */
async function analyse(options) {
	const facts = await gather({
		...options,
		probe: options.probe ?? { kind: "off" }
	});
	const { inputs, state, verdict } = facts;
	options.progress?.("Comparing the sources");
	const compared = state === void 0 ? NOTHING_TO_COMPARE : compare({
		...facts,
		state
	});
	const { changes, sources } = compared;
	options.progress?.("Finding the affected pages");
	const graph = state === void 0 ? graphBuilder().build() : buildGraph(state);
	const { policyWhy, variables, unprepared, now = Date.now() } = options;
	const selectFor = (asked, assumed) => state === void 0 ? {
		affected: everyPage(verdict.why),
		settled: /* @__PURE__ */ new Map(),
		edits: []
	} : select({
		...facts,
		variables,
		now,
		state,
		assumed,
		graph,
		sources,
		site: inputs.site,
		perPage: facts.site.perPage,
		packageVouched: facts.config.status === "unchanged" && facts.config.source !== "fingerprint",
		config: standingOf(facts),
		changes: asked
	});
	const { affected, settled, edits } = selectFor(changes, false);
	const problem = options.placeProblem ?? findPlaceProblem(inputs.site, facts.site);
	const policy = problem === void 0 ? options.policy : "always-full";
	const stages = await findStages({
		root: inputs.site,
		variables,
		now: () => now
	}, options.stagesFile);
	const context = {
		policy,
		policyWhy: policyWhy ?? problem,
		now,
		unprepared
	};
	const decision = decide(gateInput(facts, {
		...compared,
		affected,
		settled
	}, context));
	const clearing = clearingOf(facts, sources, variables);
	const gate = problem === void 0 ? sparing(decision, clearing) : sparing(decision, { mayClean: () => false });
	return {
		facts,
		graph,
		stages,
		clearing,
		knownPages: pagesOf(state),
		knownFiles: /* @__PURE__ */ new Set([...sources, ...state?.files.keys() ?? []]),
		readBy: (output) => readsOf(facts, output),
		whatIf: (file) => facts.site.files.includes(file) ? CONFIGURED : selectFor({
			...NO_CHANGES,
			modified: [file]
		}, true).affected,
		report: assemble(facts, {
			changes,
			edits,
			affected,
			gate,
			prepared: false,
			cache: options.cache,
			...stages.kind === "found" ? { stages: stages.reports.map(reportedStage) } : {},
			warnings: [
				...options.warnings,
				...problem === void 0 ? [] : [placeWarning(problem)],
				...trapsOf(facts, compared),
				...facts.found.kind === "unusable" && policyWhy === void 0 ? [`The manifest of the state is not used: ${facts.found.why}`] : [],
				...stages.kind === "unusable" ? [stages.why] : []
			]
		})
	};
}
/** Bengal removes no output folder that it may not remove. */
function sparing(decision, { mayClean }) {
	if (!cleans(decision.buildArgs) || mayClean()) return decision;
	return {
		...decision,
		buildArgs: withoutCleaning(decision.buildArgs)
	};
}
function readsOf({ trace }, output) {
	if (trace.kind !== "read") return [];
	const page = trace.trace.pages.find((each) => each.output === output);
	return sortedUnique(Array.from(page?.reads ?? [], (index) => trace.trace.reads[index]).flatMap((read) => read === void 0 ? [] : describeRead(read)));
}
/** Which settings differ, as far as both sides are known; a secret that may differ is none that could be named. */
function standingOf({ config, site, manifest }) {
	const named = config.changedKeys?.map(({ key }) => key) ?? [];
	const isOtherEnvironment = manifest !== void 0 && (manifest.environment !== site.environment || manifest.outputDir !== site.outputDir);
	const recorded = [...manifest?.circumstances?.config?.digests.keys() ?? []];
	return {
		status: config.status,
		why: config.why,
		changed: named.length === 0 || isOtherEnvironment ? void 0 : named,
		listsMenu: [...recorded, ...site.settings.keys()].some((key) => /^(?:site\.)?menu\.main\b/.test(key))
	};
}
function trapsOf(facts, { unfollowed }) {
	const { inputs, site, config, manifest } = facts;
	return findTraps({
		site,
		config,
		sameFingerprint: site.unreadable === void 0 && manifest?.configFingerprint === site.fingerprint,
		decodedCache: hasDecodedCache(inputs.site),
		unfollowed
	});
}
function assemble(facts, found) {
	const { state, manifest, site } = facts;
	const failed = failedWarning(manifest?.failedPages ?? []);
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
		...facts.probe.kind === "off" ? {} : { probe: reportedProbe(facts.probe) },
		...found,
		totalPages: [...state?.pages.values() ?? []].reduce((sum, page) => sum + page.outputs.length, 0),
		warnings: [
			...found.warnings,
			...failed === void 0 ? [] : [failed],
			...site.problems.map((problem) => `Configuration: ${problem}`),
			...facts.probe.kind === "failed" ? [`The job's own Bengal told nothing: ${facts.probe.why}`] : []
		]
	};
}
function reportedProbe(probe) {
	return probe.kind === "answered" ? {
		outcome: "answered",
		why: probe.from,
		bengal: probe.facts.bengal ?? null,
		python: probe.facts.python
	} : {
		outcome: probe.kind,
		why: probe.why,
		bengal: null,
		python: null
	};
}
/** Without its files: a report does not grow with the site. */
function reportedStage({ name, status, reasons, age, needs }) {
	return {
		name,
		verdict: status,
		reasons,
		age,
		needs
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
const NOTHING_TO_COMPARE = {
	changes: NO_CHANGES,
	sources: [],
	unfollowed: []
};
/** What a file of the configuration would affect. */
const CONFIGURED = {
	all: true,
	because: [{
		kind: "config-changed",
		detail: "every page may show what is configured"
	}],
	pages: [],
	tags: [],
	siteWide: [],
	toRemove: []
};
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

// src/config/interpreters.ts
/** Enough for the first lines of a script, however long the path of its interpreter is. */
const HEAD_BYTES = 4096;
/**
* Pythons that may have the Bengal of this job, the likeliest first. The one given by hand counts alone. Then comes the
* one that runs the `bengal` on the PATH, since that is what a build step starts; virtual environments; any Python on
* the PATH; and uv, which finds a project's environment by rules of its own.
*/
function findInterpreters(search) {
	const { given, workspace, site, variables } = search;
	if (given !== void 0) {
		const named = /[\\/]/.test(given) ? resolve(workspace, given) : search.reach === "outside-checkout" ? onPath(given, search) : given;
		return named === void 0 || !mayRun(named, search) ? [] : [{
			command: [named],
			from: "the input python"
		}];
	}
	const environments = [
		[variables["VIRTUAL_ENV"], "VIRTUAL_ENV"],
		[variables["UV_PROJECT_ENVIRONMENT"], "UV_PROJECT_ENVIRONMENT"],
		[join(site, ".venv"), ".venv of the site"],
		[join(workspace, ".venv"), ".venv of the workspace"]
	];
	const found = [
		...interpretersOfBengal(search),
		...environments.flatMap(([folder, from]) => folder === void 0 || folder === "" ? [] : interpretersIn(resolve(workspace, folder), search).map((path) => ({
			command: [path],
			from
		}))),
		...pythonsOnPath(search),
		...uv(search)
	];
	const seen = /* @__PURE__ */ new Set();
	return found.filter(({ command: [program] }) => mayRun(program, search)).filter(({ command }) => !seen.has(command.join("\0")) && seen.add(command.join("\0")));
}
/** Two names in one folder are one installation. */
function pythonsOnPath(search) {
	const [first, second] = [onPath("python3", search), onPath("python", search)];
	return [first, first !== void 0 && second !== void 0 && dirname(first) === dirname(second) ? void 0 : second].flatMap((path) => path === void 0 ? [] : [{
		command: [path],
		from: `${path} on the PATH`
	}]);
}
/** A script names its interpreter in its first line; beside any other kind of launcher there may be one. */
function interpretersOfBengal(search) {
	const script = onPath("bengal", search);
	if (script === void 0) return [];
	const named = interpreterOfScript(headOf(script));
	const from = "bengal on the PATH";
	if (named !== void 0) {
		const path = isAbsolute(named) ? named : onPath(named, search);
		if (path !== void 0) return [{
			command: [path],
			from
		}];
	}
	const folder = dirname(script);
	return (search.platform === "win32" ? [folder, dirname(folder)] : [folder]).flatMap((place) => programsIn(place, ["python3", "python"], search.platform)).map((path) => ({
		command: [path],
		from
	}));
}
/** The Python that a script is run with: `#!/path/python`, `#!/usr/bin/env python3`, or a shell's `exec` of a long path. */
function interpreterOfScript(head) {
	const [first = "", second = ""] = head.split(/\r?\n/);
	if (!first.startsWith("#!")) return void 0;
	const inShell = /^'''exec'?\s+(?:"([^"]+)"|'([^']+)'|(\S+))/.exec(second);
	const words = first.slice(2).trim().split(/\s+/);
	const program = inShell ? inShell[1] ?? inShell[2] ?? inShell[3] : /(?:^|\/)env$/.test(words[0] ?? "") ? words.slice(1).find((word) => !word.startsWith("-")) : words[0];
	return program !== void 0 && /(?:^|[\\/])(?:python|pypy)[\d.]*t?(?:\.exe)?$/i.test(program) ? program : void 0;
}
function headOf(path) {
	const bytes = Buffer.alloc(HEAD_BYTES);
	try {
		const file = openSync(path, "r");
		try {
			return bytes.toString("utf8", 0, readSync(file, bytes));
		} finally {
			closeSync(file);
		}
	} catch {
		return "";
	}
}
function interpretersIn(environment, { platform }) {
	return programsIn(join(environment, platform === "win32" ? "Scripts" : "bin"), ["python3", "python"], platform).slice(0, 1);
}
function uv(search) {
	if (search.reach === "outside-checkout") return [];
	const program = onPath("uv", search);
	const project = [search.site, search.workspace].find((folder) => isFile(join(folder, "pyproject.toml")));
	if (program === void 0 || project === void 0) return [];
	return [{
		command: [
			program,
			"run",
			"--project",
			project,
			"--no-sync",
			"--offline",
			"python"
		],
		from: "uv run"
	}];
}
/** Neither by its name nor by where its links lead may a program lie in the checkout. */
function mayRun(program, { reach, workspace, site }) {
	if (reach !== "outside-checkout") return true;
	const checkouts = [workspace, site].flatMap((folder) => [folder, realPath(folder)]);
	return [
		program,
		dirname(program),
		realPath(program),
		realPath(dirname(program))
	].every((path) => checkouts.every((folder) => path !== folder && !path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`)));
}
function realPath(path) {
	try {
		return realpathSync(path);
	} catch {
		return path;
	}
}
function onPath(name, search) {
	const { variables, platform } = search;
	return (Object.entries(variables).find(([variable]) => variable.toUpperCase() === "PATH")?.[1] ?? "").split(platform === "win32" ? ";" : delimiter).filter((folder) => isAbsolute(folder)).flatMap((folder) => programsIn(folder, [name], platform)).find((program) => mayRun(program, search));
}
function programsIn(folder, names, platform) {
	const endings = platform === "win32" ? [".exe", ""] : [""];
	return names.flatMap((name) => endings.map((ending) => join(folder, `${name}${ending}`))).filter(isFile);
}
/** A folder on the PATH that this user may not look into gives no program: a shell passes over it as well. */
function isFile(path) {
	return atBest(lookThrough(path))?.isFile() === true;
}

// src/config/probe-program.ts
/**
* What the job's own Python is asked to run. It resolves the configuration as `bengal build` would, and tells its hash
* and what else a proof needs. Arguments: a mark, site root, environment, profile, configuration file; empty is not set.
*
* Bengal prints warnings to stdout, so stdout is turned over to stderr while its code runs, and the answer is the line
* that begins with the mark. Only the hash itself is indispensable: whatever an older Bengal does not have is left out.
*
* - `text`: the configuration as Bengal hashes it, to name settings that changed.
* - `withFlags`: the other hash, which Bengal records with every page. It is taken after arguments of `bengal build`
*   have changed the configuration, and private settings count in it. So it is told for each set of such arguments.
* - `packages`: what can change the output without changing the site: Bengal, what it requires however far, and what
*   plugs into it, each with the folders that it has in site-packages. One that is installed from a folder can change
*   without its version; a commit tells it apart.
* - `places`: where this Python looks for modules. What is installed later changes their times (`probe-memory.ts`).
*/
const PROBE_PROGRAM = String.raw`
import contextlib, hashlib, importlib.metadata, itertools, json, pathlib, re, sys

answer_to = sys.stdout
mark, root, environment, profile, config_file = (sys.argv[1:] + [""] * 5)[:5]
answer = {"python": list(sys.version_info[:3])}


def fallback(value):
    if isinstance(value, pathlib.PurePath):
        return value.as_posix()
    if isinstance(value, (set, frozenset)):
        return str(sorted(str(item) for item in value))
    return str(value.__dict__) if hasattr(value, "__dict__") else str(value)


def public(mapping):
    return {
        key: public(value) if isinstance(value, dict) else value
        for key, value in mapping.items()
        if not key.startswith("_")
    }


def hash_with(settings):
    text = json.dumps(settings, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def hashes_by_flags(settings):
    pipeline = [(), (("assets", "pipeline", True, "--assets-pipeline"),), (("assets", "pipeline", False, "--no-assets-pipeline"),)]
    switches = [
        (("build", "strict_mode", True, "--strict"),),
        (("build", "drafts", True, "--drafts"),),
        (("build", "debug", True, "--debug"),),
        ((None, "_clean_output_this_run", True, "--clean-output"),),
    ]
    found = []
    for chosen in itertools.product(pipeline, *[((), switch) for switch in switches]):
        changed = json.loads(json.dumps(settings, default=str))
        flags = []
        for section, key, value, flag in itertools.chain(*chosen):
            target = changed if section is None else changed.setdefault(section, {})
            if isinstance(target, dict):
                target[key] = value
                flags.append(flag)
        found.append([flags, hash_with(changed)])
    return found


def name_of(text):
    return re.sub(r"[-_.]+", "-", text).lower()


def packages():
    installed = {}
    for distribution in importlib.metadata.distributions():
        name = distribution.metadata["Name"]
        # Our own companion is on the path once a build is prepared. It is no part of what the job has installed.
        if name and name_of(name) != "bengal-cache-companion":
            installed.setdefault(name_of(name), distribution)
    requires = {
        name: {name_of(re.match(r"[\w.-]+", line)[0]) for line in distribution.requires or []}
        for name, distribution in installed.items()
    }
    plugged = {
        name
        for name, distribution in installed.items()
        if "bengal" in requires[name] or any(point.group.startswith("bengal") for point in distribution.entry_points)
    }
    wanted, left = set(), ["bengal", *plugged]
    while left:
        name = left.pop()
        if name in installed and name not in wanted:
            wanted.add(name)
            left.extend(requires[name])
    return {name: version_of(installed[name]) for name in sorted(wanted)}


def version_of(distribution):
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")
    commit = origin.get("vcs_info", {}).get("commit_id")
    archive = origin.get("archive_info", {})
    digest = archive.get("hash") or ",".join("=".join(pair) for pair in sorted(archive.get("hashes", {}).items()))
    return {
        "version": distribution.version,
        "source": commit or digest or ("folder" if origin else ""),
        "folders": sorted({path.parts[0] for path in distribution.files or [] if len(path.parts) > 1}),
    }


with contextlib.redirect_stdout(sys.stderr):
    try:
        import bengal
        from bengal.config.hash import compute_config_hash
        from bengal.config.unified_loader import UnifiedConfigLoader
    except ImportError as error:
        answer["missing"] = str(error)
    else:
        answer["bengal"] = str(getattr(bengal, "__version__", ""))
        try:
            choice = {"environment": environment or None, "profile": profile or None}
            if config_file:
                choice["config_path"] = pathlib.Path(config_file)
            config = UnifiedConfigLoader().load(pathlib.Path(root), **choice)
            answer["hash"] = compute_config_hash(config)
        except Exception as error:
            answer["failed"] = f"{type(error).__name__}: {error}"
        with contextlib.suppress(Exception):
            settings = dict(config)
            answer["withFlags"] = hashes_by_flags(settings)
            answer["text"] = json.dumps(public(settings), sort_keys=True, default=fallback, separators=(",", ":"))
        with contextlib.suppress(Exception):
            answer["packages"] = packages()
            answer["places"] = [sys.executable, *(path for path in sys.path if pathlib.Path(path).is_dir())]
        with contextlib.suppress(Exception):
            import inspect
            from bengal.cli.milo_commands.build import build
            answer["options"] = sorted(inspect.signature(build).parameters)
answer_to.write(mark + json.dumps(answer) + "\n")
answer_to.flush()
`;

// src/config/probe-answer.ts
/** What stands behind the mark; empty: no line has it. */
function answerIn(output, mark) {
	const line = output.split(/\r?\n/).findLast((text) => text.includes(mark));
	return line === void 0 ? "" : line.slice(line.indexOf(mark) + mark.length);
}
/** Finds and checks the line with the mark; whatever else was printed does not matter. */
function parseAnswer(output, mark) {
	const answer = parse$2(answerIn(output, mark));
	if (!isObject(answer)) return {
		kind: "garbled",
		why: "no answer"
	};
	const missing = asString(answer["missing"]);
	if (missing !== void 0) return {
		kind: "missing",
		why: firstLine(missing)
	};
	const failed = asString(answer["failed"]);
	if (failed !== void 0) return {
		kind: "failed",
		why: firstLine(failed)
	};
	const configHash = asString(answer["hash"]) ?? "";
	const [major, minor] = asArray(answer["python"]).map(asFiniteNumber);
	if (!isShortHash(configHash) || major === void 0 || minor === void 0) return {
		kind: "garbled",
		why: "an answer of another shape"
	};
	const version = asString(answer["bengal"]) ?? "";
	const text = asString(answer["text"]);
	return {
		kind: "facts",
		facts: {
			configHash,
			bengal: /^\d+\.\d+[A-Za-z0-9.+-]{0,60}$/.test(version) ? version : void 0,
			python: `${String(major)}.${String(minor)}`,
			settings: text !== void 0 && sha256(text).startsWith(configHash) ? settingsOfText(text) : void 0,
			pageHashes: asArray(answer["withFlags"]).flatMap((entry) => {
				const [flags, hash] = asArray(entry);
				return typeof hash === "string" && isShortHash(hash) ? [{
					flags: asStrings(flags),
					hash
				}] : [];
			}),
			packages: packagesOf(answer["packages"]),
			asksToProceed: asStrings(answer["options"]).includes("yes")
		}
	};
}
function packagesOf(value) {
	if (!isObject(value)) return void 0;
	return new Map(entriesOf(value).map(([name, entry]) => {
		const source = asString(field(entry, "source")) ?? "";
		const version = `${asString(field(entry, "version")) ?? ""}${source === "" ? "" : ` (${source})`}`;
		const folders = asStrings(field(entry, "folders"));
		return [name, {
			version: version.slice(0, LONGEST_VERSION),
			editable: source === "folder",
			folders
		}];
	}));
}
const LONGEST_VERSION = 200;
function settingsOfText(text) {
	return settingsOf(parsePythonJson(text), (value) => pythonJson(value, PYTHON_COMPACT_SORTED));
}
function parse$2(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
__name(parse$2, "parse");
function firstLine(text) {
	return (text.trim().split(/\r?\n/)[0] ?? "").slice(0, 500);
}
function isShortHash(text) {
	return /^[0-9a-f]{16}$/.test(text);
}

// src/config/probe-memory.ts
/**
* The answer to the same question earlier in this job; `undefined`: there is none, or something was installed since. An
* installation changes the folders that Python finds its packages in, and with them their times.
*/
function recall(memory, question) {
	try {
		const value = JSON.parse(neededText(pathOf(memory, question)));
		const answer = asString(field(value, "answer"));
		return answer !== void 0 && asString(field(value, "places")) === stampOf(placesOf(answer)) ? answer : void 0;
	} catch {
		return;
	}
}
/** @param answer The line of the answer, without its mark. */
function remember(memory, question, answer) {
	try {
		const places = placesOf(answer);
		if (places.length === 0) return;
		const path = pathOf(memory, question);
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, JSON.stringify({
			places: stampOf(places),
			answer
		}), { mode: 384 });
	} catch {}
}
function pathOf({ folder, configuration }, { command, variables }) {
	const ofPython = Object.entries(variables).filter(([name]) => /^(?:PYTHON|VIRTUAL_ENV$|UV_)/.test(name) && name !== "PYTHONHASHSEED").map(([name, value]) => [name, name === "PYTHONPATH" ? withoutCompanion(value) : value]).filter(([, value]) => value !== "").sort(by(([name]) => name));
	const words = command.map((word) => ["word", word]);
	const digest = digestOfParts([
		["configuration", configuration],
		...words,
		...ofPython
	]);
	return join(folder, `probe-${digest.slice(0, 16)}.json`);
}
/** A prepared job has our companion on its path, which is no part of what it has installed. */
function withoutCompanion(path) {
	const isOurs = (folder) => isThere$1(join(folder, "bengal_cache_companion"));
	return path.split(delimiter).filter((folder) => folder !== "" && !isOurs(folder)).join(delimiter);
}
/** The interpreter and every folder that it looks for modules in, as the answer names them. */
function placesOf(answer) {
	return asStrings(field(JSON.parse(answer), "places"));
}
function stampOf(places) {
	const stamps = places.map((path) => {
		return `${path}\0${[lookExactly(path), lookThroughExactly(path)].map((entry) => {
			const stat = atBest(entry);
			return stat === void 0 ? "absent" : `${String(stat.ino)} ${String(stat.mtimeNs)} ${String(stat.size)}`;
		}).join("\0")}`;
	});
	return sha256(stamps.join("\n"));
}

// src/config/run-program.ts
/** Runs a program to its end, or ends it and every process that it started. Never throws, never waits longer. */
async function runProgram(run) {
	const [program, ...args] = run.command;
	let child;
	try {
		child = spawn(program, args, {
			cwd: run.cwd,
			env: run.variables,
			stdio: [
				"ignore",
				"pipe",
				"pipe"
			],
			windowsHide: true,
			detached: process.platform !== "win32"
		});
	} catch (thrown) {
		return {
			kind: "not-started",
			why: messageOf(thrown)
		};
	}
	return await new Promise((resolve) => {
		const chunks = [];
		let bytes = 0;
		let errors = "";
		const end = (outcome) => {
			clearTimeout(timer);
			child.stdout?.destroy();
			child.stderr?.destroy();
			resolve(outcome);
		};
		const stop = (outcome) => {
			endGroup(child);
			end(outcome);
		};
		const timer = setTimeout(() => stop({ kind: "hung" }), run.timeoutMs);
		child.stdout?.on("data", (chunk) => {
			bytes += chunk.byteLength;
			if (bytes > run.maxOutput) stop({ kind: "flooded" });
			else chunks.push(chunk);
		});
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			errors = `${errors}${text}`.slice(-4096);
		});
		child.once("error", (error) => end({
			kind: "not-started",
			why: messageOf(error)
		}));
		child.once("close", (status) => end({
			kind: "ended",
			status,
			output: Buffer.concat(chunks).toString("utf8"),
			errors
		}));
	});
}
function endGroup(child) {
	if (child.pid === void 0) return;
	if (process.platform === "win32") {
		spawnSync("taskkill", [
			"/pid",
			String(child.pid),
			"/t",
			"/f"
		], { windowsHide: true });
		return;
	}
	try {
		process.kill(-child.pid, "SIGKILL");
	} catch {}
}

// src/config/probe.ts
const TIMEOUT_MS = 2e4;
/** Where nothing from the checkout may run, no variable and no package of the user may lead to it either. */
const ISOLATION = {
	anywhere: ["-P"],
	"outside-checkout": ["-I"]
};
/** A configuration has a few thousand bytes. */
const MAX_OUTPUT = 16777216;
/**
* Asks the job's own Bengal for the hash of the configuration, its version and what it is made of.
*
* It runs what the build step will run anyway: the same interpreter, with the same packages, and the same variables but
* for secrets and what only actions get. `-P` keeps modules that lie in the site from being imported in the place of Bengal's
* own, as they are for the `bengal` command too; `-I` would go further, but it ignores `PYTHONPATH` and packages of the
* user, by which some jobs have their Bengal, and then another one would answer. `-B` leaves no compiled files behind.
*/
async function probeBengal(options) {
	const interpreters = findInterpreters({
		...options,
		given: options.python,
		platform: process.platform
	});
	const deadline = performance.now() + (options.timeoutMs ?? TIMEOUT_MS);
	const looked = [];
	for (const interpreter of interpreters) {
		const outcome = await ask$2(interpreter, {
			...options,
			timeoutMs: Math.max(1, deadline - performance.now())
		});
		if (outcome.kind !== "none") return outcome;
		looked.push(`${interpreter.from}: ${outcome.why}`);
	}
	const nothing = options.reach === "outside-checkout" ? "no Python was found outside of the checkout" : "no Python was found";
	return {
		kind: "none",
		why: looked.length === 0 ? nothing : looked.join("; ")
	};
}
async function ask$2(interpreter, options) {
	const mark = `bengal-cache ${randomUUID()} `;
	const given = [
		options.site,
		options.environment,
		options.profile,
		options.configFile
	].map((text) => text ?? "");
	const { memory } = options;
	const judged = (ended) => judge(ended, {
		mark,
		from: interpreter.from,
		given: options.python !== void 0
	});
	const command = [
		...interpreter.command,
		...ISOLATION[options.reach ?? "anywhere"],
		"-B",
		"-c",
		PROBE_PROGRAM
	];
	const variables = environmentOfBuild(options.variables);
	const question = {
		command: [...command, ...given],
		variables
	};
	const known = memory === void 0 ? void 0 : recall(memory, question);
	if (known !== void 0) return judged({
		kind: "ended",
		status: 0,
		output: `${mark}${known}`,
		errors: ""
	});
	const [program = "", ...args] = [
		...command,
		mark,
		...given
	];
	const ended = await runProgram({
		command: [program, ...args],
		cwd: options.site,
		variables,
		timeoutMs: options.timeoutMs,
		maxOutput: MAX_OUTPUT
	});
	const outcome = judged(ended);
	if (memory !== void 0 && outcome.kind === "answered" && ended.kind === "ended") remember(memory, question, answerIn(ended.output, mark));
	return outcome;
}
__name(ask$2, "ask");
function judge(ended, { mark, from, given }) {
	const broken = (why) => ({
		kind: given ? "failed" : "none",
		why: given ? `${from} ${why}` : why
	});
	switch (ended.kind) {
		case "hung": return {
			kind: "failed",
			why: `${from} did not answer in time`
		};
		case "flooded": return {
			kind: "failed",
			why: `${from} answered with more than ${String(MAX_OUTPUT)} bytes`
		};
		case "not-started": return broken(`could not be started (${ended.why})`);
		case "ended": {
			const answer = parseAnswer(ended.output, mark);
			if (answer.kind === "facts") return {
				kind: "answered",
				facts: answer.facts,
				from
			};
			if (answer.kind === "missing") return broken(`has no Bengal (${answer.why})`);
			if (answer.kind === "failed") return {
				kind: "failed",
				why: `Bengal could not read the configuration: ${answer.why}`
			};
			return broken(`gave no answer (exit ${String(ended.status ?? "by a signal")}${lastLine(ended.errors)})`);
		}
		default: return unreachable(ended);
	}
}
function lastLine(errors) {
	const line = errors.trim().split(/\r?\n/).at(-1) ?? "";
	return line === "" ? "" : `: ${line.slice(0, 200)}`;
}

// src/telling/trouble.ts
/** What the disk refuses is told as it is; anything else is a mistake of ours, and is called one. */
function describeTrouble$1(thrown, whereStack = "its stack is in the debug log") {
	const stack = thrown instanceof Error ? thrown.stack ?? thrown.message : String(thrown);
	return {
		sentence: sentenceOf(thrown, whereStack),
		stack
	};
}
__name(describeTrouble$1, "describeTrouble");
function sentenceOf(thrown, whereStack) {
	if (thrown instanceof UserError) return thrown.problems.join("; ");
	if (thrown instanceof DiskTrouble) return thrown.message;
	if (isOfTheSystem(thrown)) {
		const place = [pathIn(thrown, "path"), pathIn(thrown, "dest")].flatMap((path) => path ?? []);
		return `${(place.length === 0 ? pathIn(thrown, "syscall") : place.map((path) => JSON.stringify(path)).join(" and ")) ?? "the system"}: ${reasonOf(thrown)}`;
	}
	return `Bengal Cache made a mistake (${(thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown)).split("\n", 1)[0] ?? ""}); please report it, ${whereStack}`;
}
/** An error that the system gave back, and Node's own of the same kind (`ERR_FS_FILE_TOO_LARGE`). */
function isOfTheSystem(thrown) {
	const code = codeOf(thrown);
	return code !== void 0 && (/^E[A-Z\d]+$/.test(code) || /^ERR_(?:FS|STRING)_/.test(code));
}
function pathIn(thrown, name) {
	const value = name in thrown ? thrown[name] : void 0;
	return typeof value === "string" ? value : void 0;
}

// src/flow/ask-bengal.ts
/** Asks the job's own Bengal, unless nobody wants to know. Trouble is an outcome, never an error. */
async function lookAtBengal(inputs, { variables, workspace, progress, reach = "anywhere" }) {
	if (inputs.probe === false) return {
		inputs,
		probe: { kind: "off" }
	};
	if (reach === "nowhere") return {
		inputs,
		probe: {
			kind: "off",
			why: NOTHING_RUNS
		}
	};
	progress?.("Asking the job's Bengal");
	const probe = await ask$1({
		...inputs,
		python: inputs.python,
		variables,
		workspace,
		reach
	});
	if (probe.kind !== "answered") return {
		inputs,
		probe
	};
	const { bengal, python } = probe.facts;
	return {
		inputs: {
			...inputs,
			bengalVersion: inputs.bengalVersion ?? bengal,
			pythonVersion: inputs.pythonVersion ?? python
		},
		probe
	};
}
/** The runner's folder for this job; elsewhere each step asks anew, for what lies in a shared folder is anybody's. */
function memoryOf(options) {
	const temp = options.variables["RUNNER_TEMP"] ?? "";
	const { fingerprint: configuration, unreadable } = readSiteConfig(options);
	return temp === "" || unreadable !== void 0 ? void 0 : {
		folder: join(temp, "bengal-cache"),
		configuration
	};
}
async function ask$1(question) {
	try {
		return await probeBengal({
			...question,
			memory: memoryOf(question)
		});
	} catch (thrown) {
		return {
			kind: "failed",
			why: describeTrouble$1(thrown).sentence
		};
	}
}
__name(ask$1, "ask");
const NOTHING_RUNS = "where the cache is off, the Bengal of the job is not asked";

// src/flow/analyse-site.ts
/**
* What the command `report` says of a site: what changed since the state that lies in it was built, which pages that
* affects and why, and what the build should do. Writes nothing.
*
* @throws UserError for bad input, or a configuration that leads out of the site.
*/
async function analyseSite(options) {
	const { inputs, probe } = await ask(options);
	const { variables } = options;
	return (await analyse({
		inputs,
		probe,
		variables,
		cache: { kind: "not-asked" },
		unprepared: void 0,
		warnings: [],
		policy: "auto"
	})).report;
}
/**
* The hash of a site's configuration as Bengal resolves it: files, `BENGAL_*` variables, environment and profile. The site's
* own Bengal computes it, in a process.
*
* @throws UserError for bad input.
*/
async function siteConfigHash(options) {
	const { probe } = await ask(options);
	if (probe.kind !== "answered") return {
		kind: "unknown",
		why: probe.why ?? "nobody was to ask Bengal"
	};
	const { configHash: hash, bengal, python } = probe.facts;
	return {
		kind: "known",
		hash,
		bengal,
		python
	};
}
async function ask(options) {
	const { variables, probe = true } = options;
	const workspace = resolve(options.site);
	return await lookAtBengal({
		...parse$1(options, workspace),
		probe
	}, {
		variables,
		workspace
	});
}
function parse$1(options, workspace) {
	const { environment, profile, config, outputDir, buildFlags, python } = options;
	const given = {
		environment,
		profile,
		config,
		"output-dir": outputDir,
		"build-flags": buildFlags?.join(" "),
		python
	};
	const named = Object.entries(given).filter((pair) => pair[1] !== void 0);
	const parsed = parseSiteInputs({
		site: ".",
		...Object.fromEntries(named)
	}, {
		workspace,
		folder: folderKind
	});
	if (parsed.ok) return parsed.value;
	throw new UserError(parsed.problems.map((problem) => problem.replace(/^Input `([^`]*)`/, "Option `$1`")));
}
__name(parse$1, "parse");
function folderKind(path) {
	return looksLikeSite(path) ? "site" : "no-site";
}

// src/store/directory-entry.ts
const ENTRY_FILE = "entry";
const METADATA_FILE = "meta.json";
const FOLDER_NAME = /^[0-9a-f]{64}$/;
/** A key has at most 512 UTF-16 units, which JSON writes as six characters each at worst. */
const LARGEST_METADATA = 8192;
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
		text = await readSmallFile(path);
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
	if (metadata === void 0 || folderNameFor(metadata.key) !== basename(folder)) return {
		kind: "damaged",
		why: `${path} is not the metadata of a cache entry`
	};
	return {
		kind: "present",
		metadata,
		folder
	};
}
/** The beginning of a file, which is more than all of a proper one. A pipe in its place must not make us wait. */
async function readSmallFile(path) {
	const file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		if (!(await file.stat()).isFile()) return "";
		const { buffer, bytesRead } = await file.read(Buffer.alloc(LARGEST_METADATA));
		return buffer.toString("utf8", 0, bytesRead);
	} finally {
		await file.close();
	}
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
/** Copies a regular file, streaming, and digests what passed. */
async function copyDigesting(request) {
	const { from, to, bytes: end = Number.POSITIVE_INFINITY, signal } = request;
	if (!(await lstat(from)).isFile()) throw new Error(`${from} is not a regular file`);
	const digest = createHash("sha256");
	let bytes = 0;
	await pipeline(createReadStream(from, { end }), async function* (chunks) {
		for await (const chunk of chunks) {
			digest.update(chunk);
			bytes += chunk.byteLength;
			yield chunk;
		}
	}, createWriteStream(to), signal === void 0 ? {} : { signal });
	return {
		bytes,
		sha256: digest.digest("hex")
	};
}

// src/store/directory-sweep.ts
const INCOMING = /^\.incoming-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Far longer than a job may take, so that no save is still at work in a folder as old as this: one day. */
const SAFE_AGE_MS = 864e5;
/** Name of a folder in which an entry is prepared. */
function incomingFolderName() {
	return `.incoming-${randomUUID()}`;
}
/** Removes what saves left that were killed. `now` is in milliseconds since 1970. Trouble here is nobody's concern. */
async function sweepIncoming(root, now) {
	const names = await readdir(root).catch(() => []);
	for (const name of names.filter((each) => INCOMING.test(each))) {
		const folder = join(root, name);
		const facts = await lstat(folder).catch(() => void 0);
		if (facts === void 0 || now - facts.mtimeMs < SAFE_AGE_MS) continue;
		await rm(folder, {
			recursive: true,
			force: true
		}).catch(() => void 0);
	}
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
				return await restore(root, request);
			} catch (error) {
				return describeTrouble(error, request.signal);
			}
		},
		async save(request) {
			assertKey(request.key);
			if (readOnly) return {
				kind: "denied",
				why: `the cache folder ${root} is to be left as it is`
			};
			try {
				return await save(request, {
					root,
					now
				});
			} catch (error) {
				return describeTrouble(error, request.signal);
			}
		}
	};
}
async function restore(root, request) {
	request.signal?.throwIfAborted();
	const found = await find(root, request);
	if (found.kind === "absent") return {
		kind: "miss",
		why: `nothing is stored in ${root} under a key that begins with ${describePrefixes(request)}`
	};
	if (found.kind === "damaged") return {
		kind: "unavailable",
		why: found.why
	};
	const { key } = found.metadata;
	if (request.lookupOnly !== true) {
		const problem = await deliver(found, request);
		if (problem !== void 0) return {
			kind: "refused",
			key,
			why: problem
		};
	}
	return {
		kind: key === request.key ? "exact" : "prefix",
		key
	};
}
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
async function deliver({ metadata, folder }, { file, signal }) {
	const partial = `${file}.${randomUUID()}.part`;
	if (!await holdsFile(folder)) return `the entry in ${folder} is damaged: it has no file`;
	try {
		const { bytes } = metadata;
		const copied = await copyDigesting({
			from: join(folder, ENTRY_FILE),
			to: partial,
			bytes,
			signal
		});
		if (copied.sha256 !== metadata.sha256 || copied.bytes !== bytes) return `the entry in ${folder} is damaged: its digest differs`;
		await rename(partial, file);
		return;
	} finally {
		await rm(partial, { force: true });
	}
}
async function holdsFile(folder) {
	return await lstat(join(folder, ENTRY_FILE)).then((facts) => facts.isFile(), (error) => {
		if (error.code === "ENOENT") return false;
		throw error;
	});
}
async function save({ key, file, signal }, { root, now }) {
	signal?.throwIfAborted();
	const place = join(root, folderNameFor(key));
	const present = await readEntry(place);
	if (present.kind === "present") return {
		kind: "exists",
		key
	};
	await sweepIncoming(root, now());
	if (present.kind === "damaged") await setAside(root, place);
	const incoming = join(root, incomingFolderName());
	try {
		await mkdir(incoming, { recursive: true });
		const copied = await copyDigesting({
			from: file,
			to: join(incoming, ENTRY_FILE),
			signal
		});
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
async function setAside(root, place) {
	const aside = join(root, incomingFolderName());
	await rename(place, aside);
	await rm(aside, {
		recursive: true,
		force: true
	});
}
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
function describeTrouble(error, signal) {
	if (signal?.aborted === true) return {
		kind: "unavailable",
		why: messageOf(signal.reason)
	};
	return {
		kind: REFUSALS.has(error?.code ?? "") ? "denied" : "unavailable",
		why: messageOf(error)
	};
}

// src/store/github-calls.ts
/**
* The one path that is ever cached, relative to the working directory. Its spelling enters the version of the cache
* entry, so it must be the same on every machine; and it is a plain name, since the client takes paths for patterns.
*/
const ENTRY_NAME = "bengal-cache-entry";

// src/store/github-process.ts
/**
* The cache client in a process of its own. Nothing in the client can be stopped: it waits for minutes, tries again,
* leaves timers and sockets behind, throws from event handlers, and unpacks with a `tar` that goes on by itself. A
* process can be ended, with the programs that it started.
*/
var ClientProcess = class {
	#child;
	#ended;
	#complaint = "";
	#alive = true;
	constructor(environment) {
		const child = spawn(process.execPath, [clientProgram()], {
			env: clientEnvironment(environment),
			stdio: [
				"ignore",
				"ignore",
				"pipe",
				"ipc"
			],
			detached: process.platform !== "win32",
			windowsHide: true
		});
		this.#child = child;
		this.#ended = new Promise((resolve) => {
			child.once("close", () => resolve());
			child.once("error", (error) => {
				this.#complaint ||= error.message;
				resolve();
			});
		}).then(() => {
			this.#alive = false;
		});
		child.stderr?.setEncoding("utf8").on("data", (text) => {
			this.#complaint = (this.#complaint + text).slice(-4e3);
		});
		this.#letUsEnd(true);
	}
	/** Whether it can take another call. */
	get alive() {
		return this.#alive && this.#child.connected;
	}
	/** One call at a time. When the signal comes, the process and all that it started is ended before this settles. */
	async call(call, { onOutput, signal }) {
		const stop = () => this.#end();
		if (signal?.aborted === true) stop();
		signal?.addEventListener("abort", stop, { once: true });
		this.#letUsEnd(false);
		try {
			const end = await this.#exchange(call, onOutput);
			if (end !== void 0) return end;
			return signal?.aborted === true ? { kind: "stopped" } : {
				kind: "threw",
				message: this.#obituary()
			};
		} finally {
			signal?.removeEventListener("abort", stop);
			this.#letUsEnd(true);
		}
	}
	/** `undefined` when the process ended before the call. */
	async #exchange(call, onOutput) {
		let listen;
		const answered = new Promise((resolve) => {
			listen = (message) => {
				const told = message;
				if (told.kind === "output") onOutput(told);
				else resolve(told.end);
			};
			this.#child.on("message", listen);
		});
		if (this.alive) this.#child.send(call, () => void 0);
		try {
			return await Promise.race([answered, this.#ended.then(() => void 0)]);
		} finally {
			if (listen !== void 0) this.#child.off("message", listen);
		}
	}
	#end() {
		const { pid } = this.#child;
		try {
			if (pid !== void 0 && process.platform !== "win32") process.kill(-pid, "SIGKILL");
			else this.#child.kill("SIGKILL");
		} catch {}
	}
	/** Idle, it must not keep our process alive; it ends when ours does. */
	#letUsEnd(idle) {
		for (const handle of [
			this.#child,
			this.#child.channel,
			this.#child.stderr
		]) if (idle) handle?.unref();
		else handle?.ref();
	}
	#obituary() {
		const reason = /^(?:\w*Error|Error): .*$/m.exec(this.#complaint)?.[0] ?? this.#complaint.trim().split("\n").at(-1);
		const { exitCode, signalCode } = this.#child;
		return `the cache client ended (${signalCode ?? `exit code ${String(exitCode)}`})${reason ? `: ${reason}` : ""}`;
	}
};
/** Beside the bundle in `dist/`, or its source. */
function clientProgram() {
	const bundled = fileURLToPath(new URL("cache-client.js", import.meta.url));
	return isThere$1(bundled) ? bundled : fileURLToPath(new URL("../entry/cache-client.ts", import.meta.url));
}
/**
* The variables of the runner, with the token of its cache service and no other, but for its folders. Relative ones, because the client hands them to `tar` unquoted: the
* working directory is `<folder>/work`, and its temporary files go to `<folder>/<uuid>`, from where the workspace has
* the same relative name.
*/
function clientEnvironment(environment) {
	return {
		...environmentOfCacheClient(environment),
		GITHUB_WORKSPACE: `../${WORK_FOLDER}`,
		RUNNER_TEMP: "..",
		TAR_OPTIONS: `--transform=s,.*,${ENTRY_NAME},`,
		LC_ALL: "C"
	};
}
const WORK_FOLDER = "work";

// src/store/github-folder.ts
/** `temp` is made when it does not exist. */
async function openClientFolder(temp) {
	await mkdir(temp, { recursive: true });
	const root = await mkdtemp(join(temp, "bengal-cache-client-"));
	const work = join(root, WORK_FOLDER);
	await mkdir(work);
	const entry = join(work, ENTRY_NAME);
	return {
		work,
		load: async (file) => await load(file, entry),
		unload: async (file) => await unload(entry, file),
		remove: async () => {
			await rm(root, {
				recursive: true,
				force: true,
				maxRetries: 5
			}).catch(() => void 0);
		}
	};
}
async function load(file, entry) {
	const facts = await lstat(file);
	if (!facts.isFile()) throw new Error(`${file} is not a regular file`);
	await link(file, entry).catch(() => copyFile(file, entry));
	return facts.size;
}
async function unload(entry, file) {
	const facts = await lstat(entry).catch(() => void 0);
	if (facts?.isFile() !== true || facts.nlink !== 1) return "the entry does not hold the one file it should";
	const partial = `${file}.${randomUUID()}.part`;
	try {
		await rename(entry, file).catch(async (error) => {
			if (error.code !== "EXDEV") throw error;
			await copyFile(entry, partial);
			await rename(partial, file);
		});
		return;
	} finally {
		await rm(partial, { force: true });
	}
}

// src/store/github-log.ts
/**
* What the cache client has printed during one call, without the syntax of workflow commands. The client turns every
* failure into "nothing found" or -1 and tells the difference here alone.
*/
var ClientLog = class {
	/** Messages of `::warning::` and `::error::` commands: the only sign by which the client admits a failure. */
	troubles = [];
	/** Everything else, debug messages included. */
	notes = [];
	/** What the programs printed that the client started, `tar` and its like; cut off after a while. */
	programs = "";
	#forward;
	constructor(forward = () => void 0) {
		this.#forward = forward;
	}
	/**
	* Notes what was printed and passes it on as debug lines: our own outcome carries the reason, and one annotation is
	* enough. Masks pass as they are: they keep signed addresses out of logs.
	*/
	add({ text, own }) {
		if (!own && this.programs.length < MOST_OUTPUT) this.programs += text;
		const [, name = "", message = ""] = (own ? COMMAND.exec(text) : null) ?? [];
		if (name === "") {
			const plain = text.trim();
			if (plain === "") return;
			this.notes.push(plain);
			this.#forward(`::debug::${escapeMessage(plain)}`);
		} else if (name === "add-mask") this.#forward(`::add-mask::${message}`);
		else {
			(name === "warning" || name === "error" ? this.troubles : this.notes).push(unescapeMessage(message));
			this.#forward(`::debug::${message}`);
		}
	}
};
/** In UTF-16 units. */
const MOST_OUTPUT = 2e4;
/** One workflow command and nothing after it; `@actions/core` prints each at once and escapes line ends inside. */
const COMMAND = /^::([a-z-]+)(?: [^\r\n]*?)?::([^\r\n]*)\r?\n?$/;
function escapeMessage(text) {
	return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function unescapeMessage(text) {
	return text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%");
}

// src/store/github-environment.ts
/** Whether the runner has told this process where a cache service is. Both versions of the protocol need an address. */
function hasServiceAddress(environment) {
	return [environment["ACTIONS_RESULTS_URL"], environment["ACTIONS_CACHE_URL"]].some((address) => Boolean(address));
}
/** Why there is no cache service, as far as the variables of the runner tell. */
function describeMissingService(environment) {
	const nothing = "there is no cache service here";
	if (environment["ACT"] === "true") return `${nothing}: act runs with --no-cache-server, or cannot start it`;
	if (environment["GITHUB_ACTIONS"] !== "true") return `${nothing}: this is not a job of GitHub Actions`;
	const server = environment["GITHUB_SERVER_URL"] ?? "https://github.com";
	if (!isGithubCloud(server)) return `${nothing}: ${server} gives its jobs no address of one (ACTIONS_CACHE_URL)`;
	if (environment["ACTIONS_RUNTIME_TOKEN"]) return `${nothing}: the runner gave no address of one`;
	return `${nothing}: the runner gives its address to actions only, not to "run" steps`;
}
/** Hosts that the client takes for GitHub's own; all others get the older protocol. */
function isGithubCloud(server) {
	const host = URL.canParse(server) ? new URL(server).hostname.toLowerCase() : "";
	return host === "github.com" || host.endsWith(".ghe.com") || host.endsWith(".localhost");
}

// src/store/github-words.ts
/** Longest reason taken from the client, in UTF-16 units. */
const LONGEST_REASON = 400;
/** What the client says, and the same for people who have never heard of the client. */
const SENTENCES = [
	[/^You've hit a rate limit, your rate limit will reset in (\d+) seconds/, ([seconds]) => `try again in ${seconds} s`],
	[/(?:after (\d+) attempts: )?Failed request: \((\d+)\) ([^:]*)(?:: (.*))?$/, ([attempts, status, phrase, message]) => `the cache service answered ${status} ${phrase}${message ? ` (${message})` : ""}${attempts ? `, ${attempts} times` : ""}`],
	[/Cache service responded with (\d+)/, ([status]) => `the cache service answered ${status}`],
	[/^Unable to make request: (\w+)/, ([code]) => `the cache service cannot be reached (${code})`],
	[/\b(?:connect|getaddrinfo|read|write) (E[A-Z_]+)\b/, ([code]) => `the cache service cannot be reached (${code})`],
	[/ is not valid JSON|^Unexpected end of JSON/, () => "the cache service answered with something that is not JSON"],
	[/^Unable to locate executable file: (\w+)/, ([program]) => `the program ${program} is missing`],
	[/ failed with exit code (\d+)$/, ([code]) => `tar failed with exit code ${code}`],
	[/^(?:aborted|socket hang up|Premature close|The operation was aborted\.?)$/, () => "the connection was cut"],
	[/^(?:undefined)?$/, () => "the cache client gave no reason"]
];
/** The first line of a message of the client as a sentence, without secrets. */
function describeReason(message) {
	const [first = ""] = message.trim().split(/\r?\n/, 1);
	const sentence = sentenceFor(first.replace(PREAMBLE, "").replace(POSTSCRIPT, "").replaceAll(SIGNATURE, "$1***").trim());
	return sentence.length > LONGEST_REASON ? `${sentence.slice(0, LONGEST_REASON)}…` : sentence;
}
const PREAMBLE = /^(?:Error: |Failed to (?:restore|save|\w+): ?|Cache reservation failed: |uploadCacheArchiveSDK: internal error uploading cache archive: |(?:\w+(?: \([^)]*\))? - )?Attempt \d+ of \d+ failed with error: |\w+ failed: )+/;
const POSTSCRIPT = /\. Retrying request in \d+ ms\.\.\.$/;
const SIGNATURE = /([?&]sig=)[^&\s"']+/g;
function sentenceFor(text) {
	for (const [pattern, sentence] of SENTENCES) {
		const match = pattern.exec(text);
		if (match !== null) return sentence(match.slice(1));
	}
	return text;
}
/** Whether a sentence says what to do, not what happened. */
function isAdvice(sentence) {
	return sentence.startsWith("try again ");
}
/** What `tar` or the program that it unpacks with complained of: one line, or none. */
function complaintIn(output) {
	const complaints = output.split(/\r?\n/).map((line) => line.replace(PROGRAM, "").replace(STREAM, "").trim()).filter((line) => line !== "" && !line.startsWith("Error is not recoverable"));
	const first = complaints.find((line) => !line.startsWith("Child returned")) ?? complaints[0];
	return first === void 0 ? [] : [first.slice(0, LONGEST_REASON)];
}
const PROGRAM = /^(?:\S*[\\/])?(?:tar|bsdtar|gtar|zstd|unzstd|zstdmt|gzip)(?:\.exe)?: */;
const STREAM = /^\/\*stdin\*\\ *: */;

// src/store/github-verdict.ts
/**
* What `restoreCache` meant. It yields `undefined` for a miss and for every failure alike, but each failing path of
* version 6.3 (v1 and v2) logs a warning or an error, and the path of a miss logs neither.
*/
function judgeRestore(keys, end, log) {
	if (end.kind === "no-service") return "no-service";
	if (end.kind === "returned" && typeof end.value === "string") return {
		kind: end.value === keys.key ? "exact" : "prefix",
		key: end.value
	};
	const denial = denialIn(end, log, "read");
	if (denial !== void 0) return {
		kind: "denied",
		why: denial
	};
	if (end.kind === "threw") return {
		kind: "unavailable",
		why: describeReason(end.message)
	};
	if (log.troubles.length === 0) return {
		kind: "miss",
		why: describeMiss(keys, log)
	};
	const found = log.notes.some((note) => /^(?:Cache hit for|Archive Path:)/.test(note));
	const why = joinReasons(log);
	if (!found) return {
		kind: "unavailable",
		why
	};
	if (!why.startsWith("tar failed")) return {
		kind: "unavailable",
		why: `an entry was found, but it could not be fetched: ${why}`
	};
	return {
		kind: "refused",
		key: log.notes.map((note) => /^Cache hit for(?: restore-key)?: (.+)$/.exec(note)?.[1]).find(Boolean) ?? keys.key,
		why: `an entry was found, but what came is no sound archive: ${why}`
	};
}
/**
* What `saveCache` meant. It yields -1 for a conflict, a refusal and every outage alike; for a failed reservation the
* cause stands in a debug line (v2) or an information (v1) only. With the v1 service a failed upload even yields the
* positive id, after a warning.
*/
function judgeSave(end, log) {
	if (end.kind === "no-service") return { kind: "no-service" };
	const denial = denialIn(end, log, "write");
	if (denial !== void 0) return {
		kind: "denied",
		why: denial
	};
	if (end.kind === "threw") return {
		kind: "unavailable",
		why: describeReason(end.message)
	};
	if (end.value !== -1 && log.troubles.length === 0) return { kind: "stored" };
	const cause = log.notes.map((note) => RESERVATION.exec(note)).map((match) => match?.[1] ?? match?.[2]).find((text) => text !== void 0);
	if (cause !== void 0) return /\(409\)|already exists/i.test(cause) ? { kind: "conflict" } : {
		kind: "unavailable",
		why: joinReasons({
			...log,
			troubles: [cause, ...log.troubles]
		})
	};
	return log.troubles.length > 0 ? {
		kind: "unavailable",
		why: joinReasons(log)
	} : { kind: "unclear" };
}
const RESERVATION = /^Failed to reserve cache: (.*)$|^Failed to save: Unable to reserve cache .*?\. More details: (.*)$/s;
/** What to add to the news that a call was stopped: the last failed attempt, when there was one. */
function describeProgress(log) {
	const last = [...log.notes, ...log.troubles].findLast((line) => /^Attempt \d|failed|error|unable/i.test(line));
	return last === void 0 ? "" : `; before that: ${describeReason(last)}`;
}
/** The service says it with a fixed prefix, the client of a job that may not with a sentence. */
function denialIn(end, { troubles, notes }, doing) {
	const lines = [
		...end.kind === "threw" ? [end.message] : [],
		...troubles,
		...notes.filter((note) => !/^(?:Raw )?Body:/.test(note))
	];
	const said = new RegExp(`cache ${doing} denied:.*|.*does not permit ${doing}s.*`);
	const words = lines.map((line) => said.exec(line)?.[0]).find((text) => text !== void 0);
	return words === void 0 ? void 0 : describeReason(words);
}
function describeMiss(keys, { notes }) {
	const nothing = `nothing is stored under a key that begins with ${describePrefixes(keys)}`;
	const scope = "for this branch, its base or the default branch";
	return notes.includes("zstd version: null") ? `${nothing}, ${scope}; what machines with zstd have stored is not found here, where that program is missing` : `${nothing}, ${scope}`;
}
function joinReasons({ troubles, programs }) {
	const reasons = [...new Set(troubles.map(describeReason))];
	const details = troubles.some((trouble) => trouble.includes("exit code")) ? complaintIn(programs) : [];
	return [
		...reasons.filter((reason) => !isAdvice(reason)),
		...details,
		...reasons.filter(isAdvice)
	].join("; ");
}

// src/store/github.ts
/**
* A store on GitHub's cache service, and on those that speak its protocol. `@actions/cache` hides every failure; this
* says what happened. The client runs in a process of its own, in a folder of its own (see `github-process.ts`).
*/
function githubStore(options) {
	const session = new GithubSession(options);
	const mode = (options.environment["ACTIONS_CACHE_MODE"] ?? "").trim().toLowerCase();
	return {
		name: "github",
		async restore(request) {
			assertKeys(request);
			if (mode !== "none" && mode !== "write-only") return await session.restore(request);
			return {
				kind: "denied",
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
/** What one store needs to call the client. Calls may overlap: each has a folder, and a process while it runs. */
var GithubSession = class {
	#options;
	/** Processes that wait for another call: starting one costs more than a look-up. */
	#idle = [];
	constructor(options) {
		this.#options = options;
		if (options.startNow === true && hasServiceAddress(options.environment)) this.#startAhead();
	}
	/** To be ready when the keys are known. What stands against it now is told when it is needed. */
	#startAhead() {
		try {
			this.#idle.push(new ClientProcess(this.#options.environment));
		} catch {}
	}
	async restore({ signal, file, lookupOnly = false, ...keys }) {
		const call = {
			operation: "restore",
			lookupOnly,
			...keys
		};
		return await this.#attempt(signal, async (folder) => {
			const { end, log } = await this.#call(call, folder, signal);
			if (end.kind === "stopped") return givenUp(signal, log);
			const outcome = judgeRestore(keys, end, log);
			if (outcome === "no-service") return this.#missingService();
			if (lookupOnly || outcome.kind !== "exact" && outcome.kind !== "prefix") return outcome;
			const problem = await folder.unload(file);
			return problem === void 0 ? outcome : {
				kind: "refused",
				key: outcome.key,
				why: problem
			};
		});
	}
	async save({ signal, file, key }) {
		const call = {
			operation: "save",
			lookupOnly: false,
			key,
			restoreKeys: []
		};
		return await this.#attempt(signal, async (folder) => {
			const bytes = await folder.load(file);
			const { end, log } = await this.#call(call, folder, signal);
			if (end.kind === "stopped") return givenUp(signal, log);
			const verdict = judgeSave(end, log);
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
				case "no-service": return this.#missingService();
				case "unclear": return await this.#lookAfterSave(key, signal);
				case "denied":
				case "unavailable": return verdict;
				default: return unreachable(verdict);
			}
		});
	}
	/** The client stored nothing and said nothing: most likely the key is taken. */
	async #lookAfterSave(key, signal) {
		if ((await this.restore({
			key,
			restoreKeys: [],
			file: "",
			lookupOnly: true,
			...signal && { signal }
		})).kind === "exact") return {
			kind: "exists",
			key
		};
		if (signal?.aborted === true) return givenUp(signal);
		return {
			kind: "unavailable",
			why: "the cache client stored nothing and gave no reason"
		};
	}
	async #attempt(signal, work) {
		if (!hasServiceAddress(this.#options.environment)) return this.#missingService();
		if (signal?.aborted === true) return givenUp(signal);
		try {
			const folder = await openClientFolder(this.#options.temp);
			try {
				return await work(folder);
			} finally {
				await folder.remove();
			}
		} catch (error) {
			return {
				kind: "unavailable",
				why: messageOf(error)
			};
		}
	}
	async #call(call, folder, signal) {
		const log = new ClientLog(this.#options.forward);
		const client = this.#takeIdle() ?? new ClientProcess(this.#options.environment);
		const onOutput = log.add.bind(log);
		const end = await client.call({
			...call,
			folder: folder.work
		}, {
			onOutput,
			signal
		});
		if (client.alive) this.#idle.push(client);
		return {
			end,
			log
		};
	}
	#takeIdle() {
		for (let client = this.#idle.pop(); client !== void 0; client = this.#idle.pop()) if (client.alive) return client;
	}
	#missingService() {
		return {
			kind: "absent",
			why: describeMissingService(this.#options.environment)
		};
	}
};
function givenUp(signal, log) {
	const progress = log === void 0 ? "" : describeProgress(log);
	return {
		kind: "unavailable",
		why: `${messageOf(signal?.reason)}${progress}`
	};
}

export { UserError, analyseSite as analyse, directoryStore, githubStore, siteConfigHash };