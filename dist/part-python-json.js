import { __name } from "./part-rolldown-runtime.js";
import { randomUUID } from "node:crypto";

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
const PYTHON_COMPACT_SORTED = {
	spaced: false,
	sortKeys: true,
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
			return `{${entries.map(([key, inner]) => `${text(key, style)}${colon}${write(inner)}`).join(comma)}}`;
		}
		return scalar(item, style);
	};
	return write(value);
}
function scalar(value, style) {
	if (value instanceof PythonNumber) return value.text;
	if (value === null || value === void 0) return "null";
	if (typeof value === "string") return text(value, style);
	if (typeof value === "number") return number(value);
	if (typeof value === "boolean" || typeof value === "bigint") return String(value);
	return text(value instanceof Date ? pythonDate(value) : Object.prototype.toString.call(value), style);
}
function number(value) {
	return Number.isSafeInteger(value) && !Object.is(value, -0) ? String(value) : pythonFloat(value);
}
/** A float as Python's `repr`: shortest form, an exponent of two digits from 1e16 on and below 1e-4, `1.0` for 1. */
function pythonFloat(value) {
	if (Number.isNaN(value)) return "NaN";
	if (!Number.isFinite(value)) return value > 0 ? "Infinity" : "-Infinity";
	if (value === 0) return Object.is(value, -0) ? "-0.0" : "0.0";
	const [, sign = "", digits = ""] = /^(-?)(.*)$/.exec(String(value)) ?? [];
	const magnitude = Math.abs(value);
	const form = magnitude >= 0x2386f26fc10000 || magnitude < 1e-4 ? Math.abs(value).toExponential().replace(/e([+-])(\d)$/, "e$10$2") : digits;
	return `${sign}${/[.e]/.test(form) ? form : `${form}.0`}`;
}
/** `2024-01-02 03:04:05+00:00`. */
function pythonDate(value) {
	const [date = "", time = ""] = value.toISOString().split("T");
	return `${date} ${time.replace(/\.000Z$/, "").replace(/(\.\d{3})Z$/, "$1000").replace(/Z$/, "")}+00:00`;
}
function text(value, style) {
	const json = JSON.stringify(value);
	if (!style.ascii) return json;
	return json.replace(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
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
/** Strings first, so that nothing inside them is taken for a number. */
const TOKENS = /"(?:[^"\\]|\\.)*"|-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|Infinity)|NaN/gs;
/**
* Reads JSON text as Python's `json.loads` does, so that `pythonJson` writes the same again: `1.0` stays a float, an
* integer of any size keeps its digits, and `NaN` and `Infinity` are numbers. Throws `SyntaxError` for what is no JSON.
*/
function parsePythonJson(text) {
	const numbers = [];
	const mark = `number ${randomUUID()} `;
	const marked = text.replace(TOKENS, (token) => {
		if (token.startsWith("\"")) return token;
		numbers.push(pythonNumber(token));
		return JSON.stringify(mark + String(numbers.length - 1));
	});
	return JSON.parse(marked, (_, value) => typeof value === "string" && value.startsWith(mark) ? numbers[Number(value.slice(mark.length))] : value);
}
function pythonNumber(token) {
	if (/^-?\d+$/.test(token)) {
		if (/^-?0\d/.test(token)) throw new SyntaxError(`No JSON: the number ${token} begins with a zero`);
		const integer = Number(token);
		return Number.isSafeInteger(integer) && !Object.is(integer, -0) ? integer : BigInt(token);
	}
	const value = Number(token);
	return Number.isFinite(value) ? new PythonNumber(pythonFloat(value)) : value;
}

export { PYTHON_COMPACT, PYTHON_COMPACT_SORTED, PYTHON_DEFAULT_SORTED, PythonNumber, byCodePoint, parsePythonJson, pythonJson };