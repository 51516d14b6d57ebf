import { __name } from "./part-rolldown-runtime.js";
import { UserError, asArray, asFiniteNumber, asString, by, byCodeUnit, closeSync, constants, digestOfParts, field, fstatSync, isSha256, messageOf, mkdirSync, openSync, readFileSync, readSync, readdirSync, realpathSync, renameSync, rmSync, sha256, toPosix, utimesSync, writeFileSync } from "./part-digest.js";
import { isOfSystem } from "./part-system-files.js";
import { warnProcess } from "./part-process-warning.js";
import { kindOfFile } from "./part-build-graph.js";
import { graphBuilder, isFileKind } from "./part-template-name.js";
import { ABSENT_HASH, LARGE_PICTURE, MERMAID_LIMITS, changedFiles, dot, findStatuses, fitPicture, fitsMermaid, mermaid, noteBoxes, png, sceneOf, svg } from "./part-svg.js";
import { forFile, nodesOfFile, viewNode } from "./part-query.js";
import { ifPresent, lookThrough, neededBytes } from "./part-read.js";
import { dirname, extname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { createHash, randomBytes } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import { AsyncLocalStorage } from "node:async_hooks";

// src/memo/call-label.ts
const LONGEST = 60;
/**
* A call as people write it, to name its node: `parse("a.md", 2)`. Where arguments are long or no plain values, their
* digest stands for them, so that different calls never get the same name.
*/
function callLabel(name, args, digest) {
	const plain = args.every((value) => value === null || [
		"string",
		"number",
		"boolean"
	].includes(typeof value));
	const shown = plain ? args.map(showPlain).join(", ") : "";
	return plain && shown.length <= LONGEST ? `${name}(${shown})` : `${name}(#${digest.slice(0, 12)})`;
}
function showPlain(value) {
	if (typeof value === "string") return JSON.stringify(value);
	return Object.is(value, -0) ? "-0" : String(value);
}

// src/memo/memo-entry.ts
/** Under which an entry is stored: the function's name, its code and its arguments. */
function entryKey({ name, code, argumentsHash }) {
	return digestOfParts([
		["name", name],
		["code", code],
		["arguments", argumentsHash]
	]);
}
const FORMAT = "bengal-cache result 1";
function entryToJson(entry) {
	return `${JSON.stringify({
		format: FORMAT,
		...entry,
		files: [...entry.files],
		children: [...entry.children]
	})}\n`;
}
/** Reads what `entryToJson` wrote; `undefined` for anything else, and for an entry that was stored under another key. */
function entryFromJson(text, key) {
	const value = parse$1(text);
	const hash = (name) => asHash(field(value, name));
	const [name, label] = [asString(field(value, "name")), asString(field(value, "label"))];
	const [code, argumentsHash, result] = [
		hash("code"),
		hash("argumentsHash"),
		hash("result")
	];
	const [bytes, at] = [asFiniteNumber(field(value, "bytes")), asFiniteNumber(field(value, "at"))];
	const files = pairs(field(value, "files"), asString, asString);
	const children = pairs(field(value, "children"), asHash, asHash);
	if (field(value, "format") !== FORMAT || name === void 0 || label === void 0) return void 0;
	if (code === void 0 || argumentsHash === void 0 || result === void 0) return void 0;
	if (bytes === void 0 || at === void 0 || files === void 0 || children === void 0) return void 0;
	const entry = {
		name,
		code,
		argumentsHash,
		label,
		result,
		bytes,
		at,
		files,
		children
	};
	return entryKey(entry) === key ? entry : void 0;
}
function parse$1(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
__name(parse$1, "parse");
function asHash(value) {
	const text = asString(value);
	return text !== void 0 && isSha256(text) ? text : void 0;
}
function pairs(value, asKey, asValue) {
	if (!Array.isArray(value)) return void 0;
	const found = /* @__PURE__ */ new Map();
	for (const pair of asArray(value)) {
		const [key, item] = [asKey(asArray(pair)[0]), asValue(asArray(pair)[1])];
		if (key === void 0 || item === void 0) return void 0;
		found.set(key, item);
	}
	return found;
}

// src/memo/tracked-file.ts
/** What a tracked path without anything behind it has for a fingerprint. */
const ABSENT = "absent";
/** Of something that is there and cannot be read: never equal to what was recorded. */
const UNREADABLE = "unreadable";
const CHUNK_BYTES = 1 << 20;
const NOT_THERE = /* @__PURE__ */ new Set(["ENOENT", "ENOTDIR"]);
/** SHA-256 of a file's content, of a folder the digest of the names and kinds in it, or one of the two words above. */
function fingerprintFile(path) {
	try {
		return fingerprint(path);
	} catch (thrown) {
		return NOT_THERE.has(thrown.code ?? "") ? ABSENT : UNREADABLE;
	}
}
function fingerprint(path) {
	const file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
	try {
		const stat = fstatSync(file);
		if (stat.isDirectory()) return fingerprintFolder(path);
		if (!stat.isFile() || isOfSystem(path)) return UNREADABLE;
		const hash = createHash("sha256");
		const chunk = Buffer.allocUnsafe(Math.min(CHUNK_BYTES, Math.max(1, stat.size)));
		for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read));
		return hash.digest("hex");
	} finally {
		closeSync(file);
	}
}
function fingerprintFolder(path) {
	const members = readdirSync(path, { withFileTypes: true }).sort(by((member) => member.name));
	return digestOfParts(members.map((member) => [member.name, member.isDirectory() ? "folder" : "file"]));
}
/** A path as it is recorded: below the root in POSIX form, so that a checkout elsewhere finds it; else absolute. */
function recordedPath(root, path) {
	const inside = relative(root, resolve(root, path));
	return toPosixOnWindows(inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside) ? resolve(root, path) : inside === "" ? "." : inside);
}
/** A backslash is a separator there, and elsewhere a character like any other. */
function toPosixOnWindows(path) {
	return sep === "\\" ? toPosix(path) : path;
}

// src/memo/run-call.ts
/** Which run the code that is executing belongs to, across `await`. It is one for all memos, so that one notices another. */
const running = new AsyncLocalStorage();
function newRun(identity) {
	return {
		...identity,
		files: /* @__PURE__ */ new Map(),
		children: /* @__PURE__ */ new Map(),
		waitsFor: /* @__PURE__ */ new Set(),
		pending: 0,
		doubt: void 0,
		ended: false
	};
}
function execute(run, work) {
	return running.run(run, work);
}
/** The run of the cached function that is executing; a run that has ended is none, though its timers may go on. */
function currentRun() {
	const run = running.getStore();
	return run?.ended === true ? void 0 : run;
}
/** Whether `run` waits for `other`, directly or through others. */
function waitsFor(run, other) {
	const seen = /* @__PURE__ */ new Set([run]);
	for (const at of seen) {
		if (at === other) return true;
		for (const next of at.waitsFor) seen.add(next);
	}
	return false;
}
/**
* Notes that the running cached function depends on a file, or on a folder's list of names: its result is stale when that
* differs, comes or goes. Call it before reading the file. Relative paths start at the root of the memo. Answers the
* absolute path, to read it by.
*
* @throws Error outside of a cached function, where nobody would hear it.
*/
function trackFile(path) {
	const run = runToTrackIn();
	const absolute = resolve(run.root, path);
	note(run, path, () => fingerprintFile(absolute));
	return absolute;
}
function readTracked(path, encoding) {
	const run = runToTrackIn();
	try {
		const content = readFileSync(resolve(run.root, path));
		note(run, path, () => sha256(content));
		return encoding === void 0 ? content : content.toString(encoding);
	} catch (thrown) {
		trackFile(path);
		throw thrown;
	}
}
function runToTrackIn() {
	const run = currentRun();
	if (run === void 0) throw new Error("A file can be tracked only while a cached function runs. Await everything in the function, and call this inside of it.");
	return run;
}
function note(run, path, fingerprint) {
	const name = recordedPath(run.root, path);
	const now = fingerprint();
	const before = run.files.get(name);
	if (before === void 0) run.files.set(name, now);
	else if (before !== now) run.doubt ??= {
		why: `${name} changed while it ran`,
		told: false
	};
}
/** Whether everything that a run tracked is still as it was when it was tracked. */
function changedMeanwhile(run) {
	for (const [path, fingerprint] of run.files) if (fingerprintFile(resolve(run.root, path)) !== fingerprint) return path;
}

// src/memo/value-digest.ts
/**
* A digest of the arguments of a call. Equal values give equal digests, and values that a function could tell apart give
* different ones: also `0` and `-0`, a hole and `undefined`, objects whose keys stand in another order, two references to
* one object and two equal objects. What has no value that could be compared is refused.
*
* @throws TypeError that names the place and the kind of a function, a symbol, a promise, or an object of a class.
*/
function digestOfArguments(args) {
	const hash = createHash("sha256");
	const seen = /* @__PURE__ */ new Map();
	for (const [index, value] of args.entries()) addValue(value, {
		hash,
		seen,
		place: `argument ${String(index + 1)}`
	});
	addText(hash, `end ${String(args.length)}`);
	return hash.digest("hex");
}
/** Length first, so that no two lists of texts run together into the same bytes. */
function addText(hash, text) {
	hash.update(`${String(text.length)}:`).update(Buffer.from(text, "utf16le"));
}
function addValue(value, writer) {
	const { hash, place } = writer;
	switch (typeof value) {
		case "undefined":
		case "boolean":
		case "bigint":
			addText(hash, `${typeof value} ${String(value)}`);
			return;
		case "number":
			addText(hash, `number ${Object.is(value, -0) ? "-0" : String(value)}`);
			return;
		case "string":
			addText(hash, `string ${value}`);
			return;
		case "object":
			if (value === null) addText(hash, "null");
			else addObject(value, writer);
			return;
		case "function":
		case "symbol": throw new TypeError(`${place} is a ${typeof value}, and a cached result cannot depend on it`);
	}
}
function addObject(value, { hash, seen, place }) {
	const number = seen.get(value);
	if (number !== void 0) {
		addText(hash, `again ${String(number)}`);
		return;
	}
	seen.set(value, seen.size);
	const inner = (item, name) => addValue(item, {
		hash,
		seen,
		place: `${place}${name}`
	});
	const tag = classOf(value, place);
	addText(hash, tag);
	if (value instanceof Date) addText(hash, String(value.getTime()));
	else if (value instanceof RegExp) addText(hash, `${value.flags} ${String(value.lastIndex)} ${value.source}`);
	else if (value instanceof ArrayBuffer) addBytes(hash, new Uint8Array(value));
	else if (ArrayBuffer.isView(value)) addBytes(hash, new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
	else if (value instanceof Map) {
		addText(hash, String(value.size));
		for (const [key, item] of value) {
			inner(key, " (a key)");
			inner(item, " (a value)");
		}
	} else if (value instanceof Set) {
		addText(hash, String(value.size));
		for (const item of value) inner(item, " (a member)");
	} else {
		addProperties(value, {
			hash,
			place,
			inner
		});
		return;
	}
	if (!ArrayBuffer.isView(value) && Object.keys(value).length > 0) throw new TypeError(`${place} is a ${tag} with properties of its own, and a cached result cannot depend on them`);
}
function addProperties(value, { hash, place, inner }) {
	if (Object.getOwnPropertySymbols(value).length > 0) throw new TypeError(`${place} has a symbol for a key, and a cached result cannot depend on it`);
	const entries = Object.entries(value);
	addText(hash, `${String(entries.length)} ${Array.isArray(value) ? String(value.length) : ""}`);
	for (const [key, item] of entries) {
		addText(hash, key);
		inner(item, `.${key}`);
	}
}
function addBytes(hash, bytes) {
	hash.update(`${String(bytes.byteLength)}:`).update(bytes);
}
/** By prototype: what else behaves in a way of its own is nothing that could be told from its properties. */
const CLASSES = new Map([
	...[
		Object,
		Array,
		Map,
		Set,
		Date,
		RegExp,
		ArrayBuffer,
		DataView,
		Buffer
	],
	...[
		Int8Array,
		Uint8Array,
		Uint8ClampedArray,
		Int16Array,
		Uint16Array,
		Int32Array,
		Uint32Array
	],
	...[
		Float32Array,
		Float64Array,
		BigInt64Array,
		BigUint64Array
	]
].map((known) => [known.prototype, known.name])).set(null, "null prototype");
function classOf(value, place) {
	const name = CLASSES.get(Object.getPrototypeOf(value));
	if (name !== void 0) return name;
	const own = Object.prototype.toString.call(value).slice(8, -1);
	const named = value.constructor?.name;
	throw new TypeError(`${place} is of class ${typeof named === "string" && named !== "" ? named : own}: pass plain data, so that a cached result can depend on it`);
}

// src/memo/result-validity.ts
/**
* Whether a stored result is what running the function would give: its code, its files and everything that it called
* are as they were. A callee that this process does not know is a doubt, and so is anything unreadable. Each callee is
* judged once, however many ways lead to it.
*/
function judgeEntry(key, entry, surroundings) {
	return judge(key, entry, {
		...surroundings,
		judged: /* @__PURE__ */ new Map(),
		fingerprints: /* @__PURE__ */ new Map()
	});
}
const VALID = { kind: "valid" };
function judge(key, entry, judging) {
	const known = judging.judged.get(key);
	if (known !== void 0) return known;
	judging.judged.set(key, {
		kind: "stale",
		why: `${entry.label} depends on itself`
	});
	const verdict = judgeNew(entry, judging);
	judging.judged.set(key, verdict);
	return verdict;
}
function judgeNew(entry, judging) {
	const { functions, now } = judging;
	const known = functions.get(entry.name);
	if (known === void 0) return stale(`${entry.name} is not known to this process, so nobody can tell its code`);
	if (known.code !== entry.code) return stale(`the code of ${entry.name} changed`);
	if (!(entry.at <= now && now - entry.at <= known.maxAgeMs)) return stale(`${entry.label} is too old`);
	for (const [path, fingerprint] of entry.files) if (fingerprintNow(path, judging) !== fingerprint || fingerprint === "unreadable") return stale(`${path} changed`);
	for (const [key, result] of entry.children) {
		const child = judging.store.readEntry(key);
		if (child === void 0) return stale("the result of a call that it made is gone");
		if (child.result !== result) return stale(`${child.label} gave another result since`);
		const verdict = judge(key, child, judging);
		if (verdict.kind === "stale") return verdict;
	}
	return VALID;
}
function stale(why) {
	return {
		kind: "stale",
		why
	};
}
function fingerprintNow(path, { root, fingerprints }) {
	const known = fingerprints.get(path) ?? fingerprintFile(resolve(root, path));
	fingerprints.set(path, known);
	return known;
}

// src/memo/call.ts
/** One call, seen from whoever made it: its caller depends on it from here on. Gives a copy that is the caller's own. */
async function callCached(core, known, args) {
	core.signal?.throwIfAborted();
	const argumentsHash = digestOfArguments(args);
	const call = {
		known,
		args,
		argumentsHash,
		key: entryKey({
			...known,
			argumentsHash
		}),
		label: callLabel(known.name, args, argumentsHash)
	};
	const caller = currentRun();
	if (caller === void 0) return deserialize((await obtain(core, call, void 0)).bytes);
	caller.pending++;
	try {
		const { bytes, kept } = await obtain(core, call, caller);
		if (caller.memo !== core.store.folder) caller.doubt ??= {
			why: `it calls ${call.label}, which is kept in another folder`,
			told: false
		};
		if (kept === void 0) caller.doubt ??= {
			why: `the result of ${call.label} was not kept`,
			told: true
		};
		else caller.children.set(call.key, kept);
		return deserialize(bytes);
	} catch (thrown) {
		caller.doubt ??= {
			why: `${call.label} failed`,
			told: false
		};
		throw thrown;
	} finally {
		caller.pending--;
	}
}
/**
* A run that goes on already began before this call, and what it saw may have changed since: it is waited for, but only
* what it leaves in the store, and what holds there, is taken. Otherwise the call runs, together with those that waited.
*/
async function obtain(core, call, caller) {
	if (core.mode === "off") refuseCircle(call, caller, (run) => run.key === call.key);
	const earlier = core.mode === "off" ? void 0 : core.inFlight.get(call.key);
	if (earlier === void 0) return await waitFor(start(core, call, caller), call, caller);
	const mine = {
		...call,
		args: copyOf(call.args)
	};
	await waitFor(earlier, mine, caller).catch((thrown) => {
		if (thrown instanceof CircleError) throw thrown;
	});
	return reuse(core, mine) ?? await waitFor(core.inFlight.get(mine.key) ?? start(core, mine, caller), mine, caller);
}
/** Two calls that wait for each other would wait for ever. */
var CircleError = class extends Error {};
function refuseCircle({ label }, caller, isIt) {
	for (let run = caller; run !== void 0; run = run.caller) if (caller !== void 0 && isIt(run)) throw new CircleError(`${label} needs its own result: ${caller.label} called it, and it waits for ${caller.label}`);
}
async function waitFor(flight, call, caller) {
	if (caller === void 0) return await flight.outcome;
	refuseCircle(call, caller, (run) => run === caller && waitsFor(flight.run, caller));
	caller.waitsFor.add(flight.run);
	try {
		return await flight.outcome;
	} finally {
		caller.waitsFor.delete(flight.run);
	}
}
/** Begins at once, so that arguments are looked at before whoever called can change them. */
function start(core, call, caller) {
	const run = newRun({
		label: call.label,
		key: call.key,
		caller,
		memo: core.store.folder,
		root: core.root
	});
	let settle = () => void 0;
	const flight = {
		run,
		outcome: new Promise((resolve) => settle = resolve)
	};
	if (core.mode !== "off") core.inFlight.set(call.key, flight);
	caller?.waitsFor.add(run);
	settle(fly(core, run, call));
	return flight;
}
async function fly(core, run, call) {
	try {
		return reuse(core, call) ?? await compute(core, run, call);
	} finally {
		run.ended = true;
		if (core.mode !== "off") core.inFlight.delete(call.key);
	}
}
function reuse(core, { key }) {
	if (core.mode === "off" || core.mode === "refresh" && !core.refreshed.has(key)) return void 0;
	const entry = core.store.readEntry(key);
	if (entry === void 0 || entry.bytes > core.maxResultBytes) return void 0;
	if (judgeEntry(key, entry, {
		...core,
		now: core.now()
	}).kind === "stale") return void 0;
	const bytes = core.store.readResult(entry);
	if (bytes === void 0 || !isReadable(bytes)) return void 0;
	core.store.touch(key, core.now());
	return {
		bytes,
		kept: entry.result
	};
}
/**
* A result that a later Node wrote may be beyond this one. V8 makes plain data of any bytes or throws, runs nothing of
* what they say and allocates little more than they fill; that they are the bytes which some process kept for this call is
* taken on trust in the folder, as the text of a build script is.
*/
function isReadable(bytes) {
	try {
		deserialize(bytes);
		return true;
	} catch {
		return false;
	}
}
async function compute(core, run, call) {
	const { known, argumentsHash, label, key } = call;
	const at = core.now();
	const args = copyOf(call.args);
	const bytes = encode(await execute(run, async () => await known.compute(...args)), label);
	run.ended = true;
	if (core.mode === "off") return {
		bytes,
		kept: void 0
	};
	core.refreshed.add(key);
	const doubt = run.doubt ?? unfinished(run) ?? tooLarge(bytes, core) ?? meanwhile(run);
	if (doubt !== void 0) {
		if (!doubt.told) core.warn(`The result of ${label} is not kept: ${doubt.why}`);
		return {
			bytes,
			kept: void 0
		};
	}
	const result = sha256(bytes);
	const { files, children } = run;
	return {
		bytes,
		kept: keep(core, {
			name: known.name,
			code: known.code,
			argumentsHash,
			label,
			result,
			bytes: bytes.byteLength,
			at,
			files,
			children
		}, bytes) ? result : void 0
	};
}
function copyOf(args) {
	return deserialize(serialize(args));
}
function encode(value, label) {
	try {
		return serialize(value);
	} catch (thrown) {
		throw new TypeError(`The result of ${label} cannot be kept: ${messageOf(thrown)}`, { cause: thrown });
	}
}
function unfinished({ pending }) {
	return pending > 0 ? {
		why: "it ended before a cached function that it called",
		told: false
	} : void 0;
}
function tooLarge({ byteLength }, { maxResultBytes }) {
	return byteLength > maxResultBytes ? {
		why: `it has ${String(byteLength)} bytes, more than ${String(maxResultBytes)}`,
		told: false
	} : void 0;
}
function meanwhile(run) {
	const path = changedMeanwhile(run);
	return path === void 0 ? void 0 : {
		why: `${path} changed while it ran`,
		told: false
	};
}
/** A store that cannot be written to costs time, not results. */
function keep(core, entry, bytes) {
	try {
		core.store.write(entry, bytes);
		return true;
	} catch (thrown) {
		core.warn(`The result of ${entry.label} could not be written: ${messageOf(thrown)}`);
		return false;
	}
}

// src/memo/function-graph.ts
/**
* The graph of all kept calls: one node for each call, named as people write it, with the files that it read and the
* calls that it made. Of several results of one call, for different code, a current one counts, and else the latest.
*/
function keptCalls(store, currency) {
	const builder = graphBuilder();
	const all = [...store.entries()];
	const labels = new Map(all.map(({ key, entry }) => [key, entry.label]));
	for (const entry of oneForEachCall(all, currency)) {
		const output = `results/${entry.result.slice(0, 2)}/${entry.result}.bin`;
		const facts = {
			hash: entry.result,
			recordedAt: entry.at,
			output,
			...statusOf(store, entry, currency)
		};
		const call = builder.node("function", entry.label, facts);
		for (const [path, fingerprint] of entry.files) {
			const hash = edgeHash(fingerprint);
			const facts = hash === void 0 || hash === ABSENT_HASH ? {} : { hash };
			const kind = isAbsolute(path) ? "external" : kindOfFile(path);
			const file = builder.node(kind, path, {
				...facts,
				recordedAt: entry.at
			});
			builder.depends(call, file, {
				kind: "reads",
				hash
			});
		}
		for (const [key, result] of entry.children) {
			const label = labels.get(key);
			if (label !== void 0) builder.depends(call, builder.node("function", label), {
				kind: "calls",
				hash: result
			});
		}
	}
	return {
		graph: builder.build(),
		functionNames: new Map(all.map(({ entry }) => [entry.label, entry.name]))
	};
}
function edgeHash(fingerprint) {
	if (fingerprint === "absent") return ABSENT_HASH;
	return isSha256(fingerprint) ? fingerprint : void 0;
}
function statusOf(store, entry, currency) {
	if (!store.hasResult(entry)) return { status: "missing" };
	return currency(entry) === "outdated" ? { status: "stale" } : {};
}
function oneForEachCall(all, currency) {
	const found = /* @__PURE__ */ new Map();
	for (const { entry } of all) {
		const other = found.get(entry.label);
		const [here, there] = [currency(entry) === "current", other !== void 0 && currency(other) === "current"];
		if (other === void 0 || (here === there ? entry.at > other.at : here)) found.set(entry.label, entry);
	}
	return [...found.values()].sort((left, right) => left.at - right.at || byCodeUnit(left.label, right.label));
}
/** What the files of such a graph hold now. */
function statusesOfResults(graph, root) {
	const look = (id) => {
		if (!isFileKind(graph.kindOf(id))) return { kind: "same" };
		const fingerprint = fingerprintFile(resolve(root, graph.nameOf(id)));
		if (fingerprint === "unreadable") return { kind: "changed" };
		return fingerprint === "absent" ? { kind: "missing" } : {
			kind: "content",
			hash: fingerprint
		};
	};
	return findStatuses(graph, look);
}

// src/memo/memo-node.ts
/** Every kept call, by the call. */
function memoNodes(kept) {
	return nodesFrom(kept, kept.graph.ofKind("function"));
}
/** Every stale call, by the call. */
function changedNodes(kept, statuses) {
	const named = (ids) => ids.map((id) => kept.graph.nameOf(id));
	const stale = changedFiles(kept.graph, statuses).map(({ node, files, others }) => {
		return {
			node: memoNode(kept, node),
			changedFiles: named(files),
			changedCalls: named(others)
		};
	});
	const missing = kept.graph.ofKind("function").flatMap((id) => {
		if (statuses.of(id) !== "missing") return [];
		return [{
			node: memoNode(kept, id),
			changedFiles: [],
			changedCalls: named([id])
		}];
	});
	return new Map([...stale, ...missing].map((changed) => [changed.node.call, changed]));
}
/** Whatever the path looks like: relative to the root, absolute, with dots in it, or through links. */
function dependentsOfFile(kept, path) {
	const { graph, root } = kept;
	const known = [recordedPath(root, path), recordedPath(realPath(root), realPath(resolve(root, path)))].find((name) => nodesOfFile(graph, name).length > 0);
	const nodes = nodesFrom(kept, known === void 0 ? [] : forFile(graph, known).map(({ node }) => node));
	if (nodes.size > 0) return {
		kind: "used",
		nodes
	};
	return {
		kind: fingerprintFile(resolve(root, path)) === "absent" ? "unknown" : "unused",
		nodes
	};
}
function nodesFrom(kept, ids) {
	const functions = [...ids].filter((id) => kept.graph.kindOf(id) === "function");
	return new Map(functions.map((id) => [kept.graph.nameOf(id), memoNode(kept, id)]));
}
function memoNode({ graph, functionNames, folder }, id) {
	const { name, hash, parents, children, files, fileHashes, output } = viewNode(graph, id);
	return {
		call: name,
		functionName: functionNames.get(name) ?? name,
		hash,
		parents: namesOf(graph, parents),
		children: namesOf(graph, children),
		files,
		fileHashes,
		outputFile: resolve(folder, output ?? "")
	};
}
function namesOf(graph, ids) {
	return ids.map((id) => graph.nameOf(id));
}
function realPath(path) {
	try {
		return realpathSync.native(path);
	} catch {
		return path;
	}
}

// src/memo/plot.ts
/** How a picture becomes a file, by its ending. */
const FORMATS = {
	".svg": (picture) => svg(picture),
	".png": async (picture) => png(await svg(noteBoxes(picture))),
	".mmd": mermaid,
	".dot": dot
};
/**
* Draws a graph, and answers the drawing: text, or the bytes of a PNG. An SVG where no file says another form.
*
* @throws UserError for a file with another ending.
* @throws what the file system reports.
*/
async function plotGraph(graph, statuses, { highlightStale = true, output } = {}) {
	const ending = output === void 0 ? ".svg" : extname(output).toLowerCase();
	const draw = Object.hasOwn(FORMATS, ending) ? FORMATS[ending] : void 0;
	if (draw === void 0) {
		const known = Object.keys(FORMATS).join(", ");
		throw new UserError([`Expected a picture that ends in one of ${known}, got ${JSON.stringify(output)}`]);
	}
	const scene = sceneOf({
		graph,
		statuses: highlightStale ? statuses : unlookedAt(graph, statuses)
	});
	const limits = {
		mostEdges: MERMAID_LIMITS.edges - 1,
		accepts: fitsMermaid
	};
	const drawing = await draw(fitPicture(scene, ending === ".mmd" ? {
		...LARGE_PICTURE,
		...limits
	} : LARGE_PICTURE));
	if (output !== void 0) writeFileSync(output, drawing);
	return drawing;
}
/** As if nobody had looked whether anything changed; what is not there is not there all the same. */
function unlookedAt(graph, statuses) {
	const of = (id) => {
		if (statuses.of(id) === "missing") return "missing";
		return isFileKind(graph.kindOf(id)) ? "tracked file" : "fresh";
	};
	return {
		of,
		isTold: () => false,
		stale: [],
		causes: []
	};
}

// src/memo/prune-results.ts
/** A file as young as this may belong to an entry that another process is about to write. */
const IN_USE_MS = 36e5;
/** Removes entries beyond the limits, then files that no entry names. Other processes may go on meanwhile. */
function pruneResults(store, { maxAgeMs, maxBytes }, now) {
	const entries = [...store.entries()].sort((left, right) => right.usedAt - left.usedAt || by(({ key }) => key)(left, right));
	const kept = /* @__PURE__ */ new Map();
	const results = /* @__PURE__ */ new Map();
	let bytes = 0;
	for (const stored of entries) {
		const { result, bytes: size } = stored.entry;
		const more = results.has(result) ? 0 : size;
		if (maxAgeMs !== void 0 && now - stored.usedAt > maxAgeMs || maxBytes !== void 0 && bytes + more > maxBytes) {
			store.remove(stored.key);
			continue;
		}
		kept.set(stored.key, stored);
		results.set(result, size);
		bytes += more;
	}
	return {
		removed: entries.length - kept.size,
		kept: kept.size,
		bytes,
		strays: removeStrays(store, kept.values(), now)
	};
}
function removeStrays(store, kept, now) {
	let strays = 0;
	for (const { path, changedAt } of store.strays(Array.from(kept, ({ entry }) => entry))) {
		if (now - changedAt < IN_USE_MS) continue;
		rmSync(path, { force: true });
		strays++;
	}
	return strays;
}

// src/memo/result-store.ts
/** An entry of thousands of files and children has a few hundred kilobytes. */
const MOST_ENTRY_BYTES = 16777216;
function resultStore(folder) {
	const entryPath = (key) => join(folder, "calls", key.slice(0, 2), `${key}.json`);
	const resultPath = (hash) => join(folder, "results", hash.slice(0, 2), `${hash}.bin`);
	const readEntry = (key) => {
		const text = readCapped(entryPath(key), MOST_ENTRY_BYTES);
		return text === void 0 ? void 0 : entryFromJson(text.toString("utf8"), key);
	};
	return {
		folder,
		readEntry,
		readResult(entry) {
			const bytes = readCapped(resultPath(entry.result), entry.bytes);
			return bytes?.byteLength === entry.bytes && sha256(bytes) === entry.result ? bytes : void 0;
		},
		hasResult: (entry) => sizeOf(resultPath(entry.result)) === entry.bytes,
		write(entry, bytes) {
			for (const [path, content] of [[resultPath(entry.result), bytes], [entryPath(entryKey(entry)), Buffer.from(entryToJson(entry), "utf8")]]) writeWhole(path, content);
		},
		touch(key, now) {
			try {
				utimesSync(entryPath(key), now / 1e3, now / 1e3);
			} catch {}
		},
		*entries() {
			for (const path of filesBelow(join(folder, "calls"))) {
				const key = nameOf(path);
				const entry = isSha256(key) ? readEntry(key) : void 0;
				const usedAt = changedAt(path);
				if (isSha256(key) && entry !== void 0 && usedAt !== void 0) yield {
					key,
					entry,
					usedAt
				};
			}
		},
		*strays(known) {
			const named = /* @__PURE__ */ new Set();
			for (const entry of known) for (const path of [entryPath(entryKey(entry)), resultPath(entry.result)]) named.add(path);
			for (const part of ["calls", "results"]) for (const path of filesBelow(join(folder, part))) {
				const changed = changedAt(path);
				if (!named.has(path) && changed !== void 0) yield {
					path,
					changedAt: changed
				};
			}
		},
		remove: (key) => rmSync(entryPath(key), { force: true }),
		clear() {
			for (const part of ["calls", "results"]) rmSync(join(folder, part), {
				recursive: true,
				force: true
			});
		}
	};
}
/**
* Nobody sees a part of the file. It is not flushed to the disk: after a power failure it may be damaged, which whoever
* reads it notices, and a thousand small results are written in the time of ten that are flushed.
*/
function writeWhole(path, content) {
	const temporary = join(dirname(path), `tmp${randomBytes(6).toString("hex")}.tmp`);
	mkdirSync(dirname(path), { recursive: true });
	try {
		writeFileSync(temporary, content, { flag: "wx" });
		renameSync(temporary, path);
	} catch (thrown) {
		rmSync(temporary, { force: true });
		throw thrown;
	}
}
function readCapped(path, most) {
	const size = sizeOf(path);
	if (size === void 0 || size > most) return void 0;
	try {
		return neededBytes(path);
	} catch {
		return;
	}
}
function sizeOf(path) {
	try {
		const stat = ifPresent(lookThrough(path));
		return stat?.isFile() === true ? stat.size : void 0;
	} catch {
		return;
	}
}
function changedAt(path) {
	try {
		return ifPresent(lookThrough(path))?.mtimeMs;
	} catch {
		return;
	}
}
function nameOf(path) {
	return /([^/\\]+)\.json$/.exec(path)?.[1] ?? "";
}
/** Two levels, sorted, so that everything made of it is the same each time. */
function filesBelow(folder) {
	return listed(folder).flatMap((part) => listed(join(folder, part)).map((name) => join(folder, part, name)));
}
function listed(folder) {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

// src/memo/memo.ts
const DEFAULT_MOST_BYTES = 67108864;
/** Opens a store of results. Touches nothing until a function is called. */
function openMemo(options) {
	const { maxAgeMs = Number.POSITIVE_INFINITY, maxResultBytes = DEFAULT_MOST_BYTES, now = Date.now } = options;
	const store = resultStore(resolve(options.folder));
	const root = resolve(options.root ?? ".");
	const functions = /* @__PURE__ */ new Map();
	const core = {
		store,
		root,
		functions,
		maxResultBytes,
		warn: options.warn ?? warnProcess,
		now,
		mode: options.mode ?? "use",
		signal: options.signal,
		inFlight: /* @__PURE__ */ new Map(),
		refreshed: /* @__PURE__ */ new Set()
	};
	const kept = () => ({
		...keptCalls(store, currencyOf(core)),
		folder: store.folder,
		root
	});
	return {
		cached(compute, given = {}) {
			const known = describe(compute, {
				maxAgeMs,
				...given
			});
			if (functions.has(known.name)) throw new Error(nameTaken(known.name));
			functions.set(known.name, known);
			return async (...args) => await callCached(core, known, args);
		},
		graph: () => kept().graph,
		nodes: () => memoNodes(kept()),
		changedFiles() {
			const calls = kept();
			return changedNodes(calls, statusesOfResults(calls.graph, root));
		},
		forFile: (path) => dependentsOfFile(kept(), path),
		async plot(given) {
			const { graph } = kept();
			return await plotGraph(graph, statusesOfResults(graph, root), given);
		},
		statuses: (graph) => statusesOfResults(graph, root),
		prune: (limits = {}) => pruneResults(store, {
			maxAgeMs,
			...limits
		}, now()),
		reset() {
			core.refreshed.clear();
			store.clear();
		}
	};
}
/** Where no function is known, the store is only looked at. */
function currencyOf({ functions, now }) {
	return (entry) => {
		const known = functions.get(entry.name);
		if (functions.size === 0) return "unknown";
		return known !== void 0 && entry.at <= now() && now() - entry.at <= known.maxAgeMs && known.code === entry.code ? "current" : "outdated";
	};
}
function describe(compute, { name = compute.name, version, maxAgeMs }) {
	if (name === "") throw new Error("A cached function needs a name: give it one, or pass `name`");
	const source = Function.prototype.toString.call(compute);
	if (/\[native code\]\s*\}$/.test(source) && version === void 0) throw new Error(`Nobody can see the code of ${JSON.stringify(name)}, as of every bound function: pass \`version\``);
	return {
		name,
		code: digestOfParts([["source", source], ["version", version === void 0 ? "none" : `${typeof version} ${String(version)}`]]),
		maxAgeMs,
		compute
	};
}
function nameTaken(name) {
	return `There is a cached function ${JSON.stringify(name)} already: pass another \`name\`, or pass what makes the difference as an argument`;
}

export { UserError, openMemo, readTracked, trackFile };