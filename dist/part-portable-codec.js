import { __name } from "./part-rolldown-runtime.js";
import { AUTHORED_FOLDERS, readlinkSync, realpathSync, toPosix } from "./part-digest.js";
import { isAbsence, look } from "./part-read.js";
import { dirname, join, relative, resolve, sep } from "node:path";

// src/place/resolve.ts
/** Folders of a repository that no link of a site may lead into. */
const NO_PLACE = [
	".git",
	".github",
	".hg",
	".svn"
];
/** As the system has it; more of them are a circle. */
const MOST_LINKS = 40;
/**
* Where the output, the state or what else travels lies: a path whose folders stay within the site, links included. The
* last name may be a link that leads anywhere in the checkout, but not to what somebody wrote.
*
* @param site Site root, absolute.
* @param path Relative to the site root.
*/
function resolvePlace(site, path) {
	const root = realPathOf(site);
	if (root === void 0) return {
		kind: "plain",
		at: join(site, path)
	};
	const names = path.split("/");
	let [at, isLinked] = [root, false];
	for (const [index, name] of names.entries()) {
		const shown = names.slice(0, index + 1).join("/");
		const isLast = index === names.length - 1;
		const entry = look(join(at, name));
		if (entry.kind === "unreadable") return {
			kind: "refused",
			why: entry.why
		};
		if (entry.kind === "absent") return {
			kind: isLinked ? "linked" : "plain",
			at: isLinked ? join(at, ...names.slice(index)) : join(site, path)
		};
		if (entry.value.isSymbolicLink()) {
			const target = realPathOf(join(at, name));
			if (target === void 0) return refused(shown, "leads in a circle or nowhere");
			const problem = isLast ? findTargetProblem(root, target) : findFolderProblem(root, target);
			if (problem !== void 0) return refused(shown, problem);
			[at, isLinked] = [target, true];
		} else if (!isLast && !entry.value.isDirectory()) return {
			kind: "refused",
			why: `${JSON.stringify(shown)} in the site is no folder`
		};
		else at = join(at, name);
	}
	return isLinked ? {
		kind: "linked",
		at
	} : {
		kind: "plain",
		at: join(site, path)
	};
}
function refused(path, problem) {
	return {
		kind: "refused",
		why: `${JSON.stringify(path)} in the site is a symbolic link that ${problem}`
	};
}
function findFolderProblem(root, target) {
	return isInside(root, target) ? void 0 : "leads out of the site";
}
function findTargetProblem(root, target) {
	const checkout = checkoutOf(root);
	if (!isInside(checkout, target)) return "leads out of the checkout";
	if (isInside(target, root)) return "leads to a folder that holds the site";
	const repositorys = toPosix(relative(checkout, target)).split("/").find((name) => NO_PLACE.includes(name.toLowerCase()));
	if (repositorys !== void 0) return `leads into ${repositorys}`;
	const authored = AUTHORED_FOLDERS.find((folder) => isInside(join(root, folder), target));
	return authored === void 0 ? void 0 : `leads into ${authored}, which holds sources`;
}
/**
* Where a source of the site lies: links may lead anywhere in the checkout, since the checkout is what is built.
* `undefined` for what lies elsewhere, or nowhere.
*/
function resolveSource(site, path) {
	const root = realPathOf(site);
	const target = realPathOf(join(site, path));
	return root !== void 0 && target !== void 0 && isInside(checkoutOf(root), target) ? target : void 0;
}
/** Whether a path that exists lies in the checkout of a site, when all links in it are followed. */
function isInCheckout(site, path) {
	const [root, target] = [realPathOf(site), realPathOf(path)];
	return root !== void 0 && target !== void 0 && isInside(checkoutOf(root), target);
}
/** The nearest folder at or above the site that is a checkout of git's; the site itself where there is none. */
function checkoutOf(site) {
	for (let folder = site;; folder = dirname(folder)) {
		if (look(join(folder, ".git")).kind === "present") return folder;
		if (dirname(folder) === folder) return site;
	}
}
/** A path without links, whether something is there or not; `undefined` for a circle and what nobody may look into. */
function realPathOf(path) {
	let rest = "";
	let at = path;
	for (let links = 0; links < MOST_LINKS;) {
		try {
			return join(realpathSync(at), rest);
		} catch (thrown) {
			if (!isAbsence(thrown)) return void 0;
		}
		const entry = look(at);
		if (entry.kind === "unreadable") return void 0;
		if (entry.kind === "present" && entry.value.isSymbolicLink()) {
			const target = targetOf(at);
			if (target === void 0) return void 0;
			at = target;
			links += 1;
		} else if (dirname(at) === at) return join(at, rest);
		else [at, rest] = [dirname(at), join(at.slice(dirname(at).length).replace(/^[\\/]+/, ""), rest)];
	}
}
function targetOf(link) {
	try {
		return resolve(realpathSync(dirname(link)), readlinkSync(link));
	} catch {
		return;
	}
}
/** `folder` itself or below it; both absolute. */
function isInside(folder, path) {
	return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

// src/compression/frame.ts
const FRAME_MAGIC = 4247762216;
const SKIPPABLE_MAGIC = 407710288;
const MAX_BLOCK = 131072;
/** Memory that decoding may ask for; what zstd itself allows unless told otherwise (`--long=27`). */
const LARGEST_WINDOW = 134217728;
/** Why bytes are no frame that we decode. Thrown inside `compression/` only. */
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
			if (magic !== 4247762216) throw new Malformed(offset === 0 ? "no zstd frame" : "junk after a zstd frame");
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
	const header = readFrameHeader(view, start);
	const blocks = walkBlocks(view, start + header.bytes);
	const end = blocks.end + (header.checksum ? 4 : 0);
	if (end > view.byteLength) throw new Malformed("truncated zstd frame");
	return {
		start,
		end,
		lastBlock: blocks.last,
		blocksEnd: blocks.end,
		contentSize: header.contentSize,
		maxContentSize: blocks.maxContentSize,
		checksum: header.checksum ? readUint(view, blocks.end, 4) : void 0
	};
}
/** Reads the header of the frame that starts at `start`. Refuses what needs a dictionary or absurdly much memory. */
function readFrameHeader(view, start) {
	const descriptor = readUint(view, start + 4, 1);
	const singleSegment = (descriptor & 32) !== 0;
	if ((descriptor & 8) !== 0) throw new Malformed("reserved bit set in a zstd frame header");
	if (!singleSegment) refuseLargeWindow(readUint(view, start + 5, 1));
	const dictionaryAt = start + 5 + (singleSegment ? 0 : 1);
	const dictionaryBytes = [
		0,
		1,
		2,
		4
	][descriptor & 3] ?? 0;
	if (readUint(view, dictionaryAt, dictionaryBytes) !== 0) throw new Malformed("zstd frame that needs a dictionary, and there is none");
	const sizeCode = descriptor >> 6;
	const sizeBytes = sizeCode === 0 ? singleSegment ? 1 : 0 : 1 << sizeCode;
	const sizeAt = dictionaryAt + dictionaryBytes;
	return {
		bytes: sizeAt + sizeBytes - start,
		contentSize: sizeBytes === 0 ? void 0 : readUint(view, sizeAt, sizeBytes) + (sizeBytes === 2 ? 256 : 0),
		checksum: (descriptor & 4) !== 0
	};
}
function refuseLargeWindow(descriptor) {
	const base = 2 ** (10 + (descriptor >> 3));
	const window = base + base / 8 * (descriptor & 7);
	if (window > LARGEST_WINDOW) throw new Malformed(`zstd frame with a window of ${String(window)} bytes, more than ${String(LARGEST_WINDOW)}`);
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
		const last = offset;
		offset += 3 + (type === 1 ? 1 : size);
		if (offset > view.byteLength) throw new Malformed("truncated zstd frame");
		if ((header & 1) !== 0) return {
			last,
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
/** Little-endian unsigned integer of 0 to 8 bytes. */
function readUint(view, offset, bytes) {
	if (offset + bytes > view.byteLength) throw new Malformed("truncated zstd frame");
	let value = 0;
	for (let index = bytes - 1; index >= 0; index--) value = value * 256 + view.getUint8(offset + index);
	return value;
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
var fill = function(v, n, s, e) {
	if (u8.prototype.fill) return u8.prototype.fill.call(v, n, s, e);
	if (s == null || s < 0) s = 0;
	if (e == null || e > v.length) e = v.length;
	for (; s < e; ++s) v[s] = n;
	return v;
};
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
		fill(nb, i, pv, ri[i - 1] = pv + rc[i] * (1 << mb - i));
	}
	if (ri[0] != ts) err(0);
	for (i = 0; i < wc; ++i) {
		var bits = hw[i];
		if (bits) {
			var code = ri[bits];
			fill(syms, i, code, ri[bits] = code + (1 << mb - bits));
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
			fill(out, dat[bt], st.y, st.y += sz);
			return out;
		}
		return fill(new u8(sz), dat[bt]);
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
		else if (lbt == 1) fill(buf, dat[bt++], spl);
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
function decompress(dat, buf) {
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

// node_modules/xxhash-wasm/esm/xxhash-wasm.js
const t = new Uint8Array([
	0,
	97,
	115,
	109,
	1,
	0,
	0,
	0,
	1,
	48,
	8,
	96,
	3,
	127,
	127,
	127,
	1,
	127,
	96,
	3,
	127,
	127,
	127,
	0,
	96,
	2,
	127,
	127,
	0,
	96,
	1,
	127,
	1,
	127,
	96,
	3,
	127,
	127,
	126,
	1,
	126,
	96,
	3,
	126,
	127,
	127,
	1,
	126,
	96,
	2,
	127,
	126,
	0,
	96,
	1,
	127,
	1,
	126,
	3,
	11,
	10,
	0,
	0,
	2,
	1,
	3,
	4,
	5,
	6,
	1,
	7,
	5,
	3,
	1,
	0,
	1,
	7,
	85,
	9,
	3,
	109,
	101,
	109,
	2,
	0,
	5,
	120,
	120,
	104,
	51,
	50,
	0,
	0,
	6,
	105,
	110,
	105,
	116,
	51,
	50,
	0,
	2,
	8,
	117,
	112,
	100,
	97,
	116,
	101,
	51,
	50,
	0,
	3,
	8,
	100,
	105,
	103,
	101,
	115,
	116,
	51,
	50,
	0,
	4,
	5,
	120,
	120,
	104,
	54,
	52,
	0,
	5,
	6,
	105,
	110,
	105,
	116,
	54,
	52,
	0,
	7,
	8,
	117,
	112,
	100,
	97,
	116,
	101,
	54,
	52,
	0,
	8,
	8,
	100,
	105,
	103,
	101,
	115,
	116,
	54,
	52,
	0,
	9,
	10,
	251,
	22,
	10,
	242,
	1,
	1,
	4,
	127,
	32,
	0,
	32,
	1,
	106,
	33,
	3,
	32,
	1,
	65,
	16,
	79,
	4,
	127,
	32,
	3,
	65,
	16,
	107,
	33,
	6,
	32,
	2,
	65,
	168,
	136,
	141,
	161,
	2,
	106,
	33,
	3,
	32,
	2,
	65,
	137,
	235,
	208,
	208,
	7,
	107,
	33,
	4,
	32,
	2,
	65,
	207,
	140,
	162,
	142,
	6,
	106,
	33,
	5,
	3,
	64,
	32,
	3,
	32,
	0,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	3,
	32,
	4,
	32,
	0,
	65,
	4,
	106,
	34,
	0,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	4,
	32,
	2,
	32,
	0,
	65,
	4,
	106,
	34,
	0,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	2,
	32,
	5,
	32,
	0,
	65,
	4,
	106,
	34,
	0,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	5,
	32,
	6,
	32,
	0,
	65,
	4,
	106,
	34,
	0,
	79,
	13,
	0,
	11,
	32,
	2,
	65,
	12,
	119,
	32,
	5,
	65,
	18,
	119,
	106,
	32,
	4,
	65,
	7,
	119,
	106,
	32,
	3,
	65,
	1,
	119,
	106,
	5,
	32,
	2,
	65,
	177,
	207,
	217,
	178,
	1,
	106,
	11,
	32,
	1,
	106,
	32,
	0,
	32,
	1,
	65,
	15,
	113,
	16,
	1,
	11,
	146,
	1,
	0,
	32,
	1,
	32,
	2,
	106,
	33,
	2,
	3,
	64,
	32,
	1,
	65,
	4,
	106,
	32,
	2,
	75,
	69,
	4,
	64,
	32,
	0,
	32,
	1,
	40,
	2,
	0,
	65,
	189,
	220,
	202,
	149,
	124,
	108,
	106,
	65,
	17,
	119,
	65,
	175,
	214,
	211,
	190,
	2,
	108,
	33,
	0,
	32,
	1,
	65,
	4,
	106,
	33,
	1,
	12,
	1,
	11,
	11,
	3,
	64,
	32,
	1,
	32,
	2,
	79,
	69,
	4,
	64,
	32,
	0,
	32,
	1,
	45,
	0,
	0,
	65,
	177,
	207,
	217,
	178,
	1,
	108,
	106,
	65,
	11,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	0,
	32,
	1,
	65,
	1,
	106,
	33,
	1,
	12,
	1,
	11,
	11,
	32,
	0,
	32,
	0,
	65,
	15,
	118,
	115,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	34,
	0,
	65,
	13,
	118,
	32,
	0,
	115,
	65,
	189,
	220,
	202,
	149,
	124,
	108,
	34,
	0,
	65,
	16,
	118,
	32,
	0,
	115,
	11,
	63,
	0,
	32,
	0,
	65,
	8,
	106,
	32,
	1,
	65,
	168,
	136,
	141,
	161,
	2,
	106,
	54,
	2,
	0,
	32,
	0,
	65,
	12,
	106,
	32,
	1,
	65,
	137,
	235,
	208,
	208,
	7,
	107,
	54,
	2,
	0,
	32,
	0,
	65,
	16,
	106,
	32,
	1,
	54,
	2,
	0,
	32,
	0,
	65,
	20,
	106,
	32,
	1,
	65,
	207,
	140,
	162,
	142,
	6,
	106,
	54,
	2,
	0,
	11,
	195,
	4,
	1,
	6,
	127,
	32,
	1,
	32,
	2,
	106,
	33,
	6,
	32,
	0,
	65,
	24,
	106,
	33,
	4,
	32,
	0,
	65,
	40,
	106,
	40,
	2,
	0,
	33,
	3,
	32,
	0,
	32,
	0,
	40,
	2,
	0,
	32,
	2,
	106,
	54,
	2,
	0,
	32,
	0,
	65,
	4,
	106,
	34,
	5,
	32,
	5,
	40,
	2,
	0,
	32,
	2,
	65,
	16,
	79,
	32,
	0,
	40,
	2,
	0,
	65,
	16,
	79,
	114,
	114,
	54,
	2,
	0,
	32,
	2,
	32,
	3,
	106,
	65,
	16,
	73,
	4,
	64,
	32,
	3,
	32,
	4,
	106,
	32,
	1,
	32,
	2,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	40,
	106,
	32,
	2,
	32,
	3,
	106,
	54,
	2,
	0,
	15,
	11,
	32,
	3,
	4,
	64,
	32,
	3,
	32,
	4,
	106,
	32,
	1,
	65,
	16,
	32,
	3,
	107,
	34,
	2,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	8,
	106,
	34,
	3,
	32,
	3,
	40,
	2,
	0,
	32,
	4,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	54,
	2,
	0,
	32,
	0,
	65,
	12,
	106,
	34,
	3,
	32,
	3,
	40,
	2,
	0,
	32,
	4,
	65,
	4,
	106,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	54,
	2,
	0,
	32,
	0,
	65,
	16,
	106,
	34,
	3,
	32,
	3,
	40,
	2,
	0,
	32,
	4,
	65,
	8,
	106,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	54,
	2,
	0,
	32,
	0,
	65,
	20,
	106,
	34,
	3,
	32,
	3,
	40,
	2,
	0,
	32,
	4,
	65,
	12,
	106,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	54,
	2,
	0,
	32,
	0,
	65,
	40,
	106,
	65,
	0,
	54,
	2,
	0,
	32,
	1,
	32,
	2,
	106,
	33,
	1,
	11,
	32,
	1,
	32,
	6,
	65,
	16,
	107,
	77,
	4,
	64,
	32,
	6,
	65,
	16,
	107,
	33,
	8,
	32,
	0,
	65,
	8,
	106,
	40,
	2,
	0,
	33,
	2,
	32,
	0,
	65,
	12,
	106,
	40,
	2,
	0,
	33,
	3,
	32,
	0,
	65,
	16,
	106,
	40,
	2,
	0,
	33,
	5,
	32,
	0,
	65,
	20,
	106,
	40,
	2,
	0,
	33,
	7,
	3,
	64,
	32,
	2,
	32,
	1,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	2,
	32,
	3,
	32,
	1,
	65,
	4,
	106,
	34,
	1,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	3,
	32,
	5,
	32,
	1,
	65,
	4,
	106,
	34,
	1,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	5,
	32,
	7,
	32,
	1,
	65,
	4,
	106,
	34,
	1,
	40,
	2,
	0,
	65,
	247,
	148,
	175,
	175,
	120,
	108,
	106,
	65,
	13,
	119,
	65,
	177,
	243,
	221,
	241,
	121,
	108,
	33,
	7,
	32,
	8,
	32,
	1,
	65,
	4,
	106,
	34,
	1,
	79,
	13,
	0,
	11,
	32,
	0,
	65,
	8,
	106,
	32,
	2,
	54,
	2,
	0,
	32,
	0,
	65,
	12,
	106,
	32,
	3,
	54,
	2,
	0,
	32,
	0,
	65,
	16,
	106,
	32,
	5,
	54,
	2,
	0,
	32,
	0,
	65,
	20,
	106,
	32,
	7,
	54,
	2,
	0,
	11,
	32,
	1,
	32,
	6,
	73,
	4,
	64,
	32,
	4,
	32,
	1,
	32,
	6,
	32,
	1,
	107,
	34,
	1,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	40,
	106,
	32,
	1,
	54,
	2,
	0,
	11,
	11,
	97,
	1,
	1,
	127,
	32,
	0,
	65,
	16,
	106,
	40,
	2,
	0,
	33,
	1,
	32,
	0,
	65,
	4,
	106,
	40,
	2,
	0,
	4,
	127,
	32,
	1,
	65,
	12,
	119,
	32,
	0,
	65,
	20,
	106,
	40,
	2,
	0,
	65,
	18,
	119,
	106,
	32,
	0,
	65,
	12,
	106,
	40,
	2,
	0,
	65,
	7,
	119,
	106,
	32,
	0,
	65,
	8,
	106,
	40,
	2,
	0,
	65,
	1,
	119,
	106,
	5,
	32,
	1,
	65,
	177,
	207,
	217,
	178,
	1,
	106,
	11,
	32,
	0,
	40,
	2,
	0,
	106,
	32,
	0,
	65,
	24,
	106,
	32,
	0,
	65,
	40,
	106,
	40,
	2,
	0,
	16,
	1,
	11,
	255,
	3,
	2,
	3,
	126,
	1,
	127,
	32,
	0,
	32,
	1,
	106,
	33,
	6,
	32,
	1,
	65,
	32,
	79,
	4,
	126,
	32,
	6,
	65,
	32,
	107,
	33,
	6,
	32,
	2,
	66,
	214,
	235,
	130,
	238,
	234,
	253,
	137,
	245,
	224,
	0,
	124,
	33,
	3,
	32,
	2,
	66,
	177,
	169,
	172,
	193,
	173,
	184,
	212,
	166,
	61,
	125,
	33,
	4,
	32,
	2,
	66,
	249,
	234,
	208,
	208,
	231,
	201,
	161,
	228,
	225,
	0,
	124,
	33,
	5,
	3,
	64,
	32,
	3,
	32,
	0,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	3,
	32,
	4,
	32,
	0,
	65,
	8,
	106,
	34,
	0,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	4,
	32,
	2,
	32,
	0,
	65,
	8,
	106,
	34,
	0,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	2,
	32,
	5,
	32,
	0,
	65,
	8,
	106,
	34,
	0,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	5,
	32,
	6,
	32,
	0,
	65,
	8,
	106,
	34,
	0,
	79,
	13,
	0,
	11,
	32,
	2,
	66,
	12,
	137,
	32,
	5,
	66,
	18,
	137,
	124,
	32,
	4,
	66,
	7,
	137,
	124,
	32,
	3,
	66,
	1,
	137,
	124,
	32,
	3,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	4,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	2,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	5,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	5,
	32,
	2,
	66,
	197,
	207,
	217,
	178,
	241,
	229,
	186,
	234,
	39,
	124,
	11,
	32,
	1,
	173,
	124,
	32,
	0,
	32,
	1,
	65,
	31,
	113,
	16,
	6,
	11,
	134,
	2,
	0,
	32,
	1,
	32,
	2,
	106,
	33,
	2,
	3,
	64,
	32,
	2,
	32,
	1,
	65,
	8,
	106,
	79,
	4,
	64,
	32,
	1,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	32,
	0,
	133,
	66,
	27,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	33,
	0,
	32,
	1,
	65,
	8,
	106,
	33,
	1,
	12,
	1,
	11,
	11,
	32,
	1,
	65,
	4,
	106,
	32,
	2,
	77,
	4,
	64,
	32,
	0,
	32,
	1,
	53,
	2,
	0,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	23,
	137,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	249,
	243,
	221,
	241,
	153,
	246,
	153,
	171,
	22,
	124,
	33,
	0,
	32,
	1,
	65,
	4,
	106,
	33,
	1,
	11,
	3,
	64,
	32,
	1,
	32,
	2,
	73,
	4,
	64,
	32,
	0,
	32,
	1,
	49,
	0,
	0,
	66,
	197,
	207,
	217,
	178,
	241,
	229,
	186,
	234,
	39,
	126,
	133,
	66,
	11,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	0,
	32,
	1,
	65,
	1,
	106,
	33,
	1,
	12,
	1,
	11,
	11,
	32,
	0,
	32,
	0,
	66,
	33,
	136,
	133,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	34,
	0,
	32,
	0,
	66,
	29,
	136,
	133,
	66,
	249,
	243,
	221,
	241,
	153,
	246,
	153,
	171,
	22,
	126,
	34,
	0,
	32,
	0,
	66,
	32,
	136,
	133,
	11,
	77,
	0,
	32,
	0,
	65,
	8,
	106,
	32,
	1,
	66,
	214,
	235,
	130,
	238,
	234,
	253,
	137,
	245,
	224,
	0,
	124,
	55,
	3,
	0,
	32,
	0,
	65,
	16,
	106,
	32,
	1,
	66,
	177,
	169,
	172,
	193,
	173,
	184,
	212,
	166,
	61,
	125,
	55,
	3,
	0,
	32,
	0,
	65,
	24,
	106,
	32,
	1,
	55,
	3,
	0,
	32,
	0,
	65,
	32,
	106,
	32,
	1,
	66,
	249,
	234,
	208,
	208,
	231,
	201,
	161,
	228,
	225,
	0,
	124,
	55,
	3,
	0,
	11,
	244,
	4,
	2,
	3,
	127,
	4,
	126,
	32,
	1,
	32,
	2,
	106,
	33,
	5,
	32,
	0,
	65,
	40,
	106,
	33,
	4,
	32,
	0,
	65,
	200,
	0,
	106,
	40,
	2,
	0,
	33,
	3,
	32,
	0,
	32,
	0,
	41,
	3,
	0,
	32,
	2,
	173,
	124,
	55,
	3,
	0,
	32,
	2,
	32,
	3,
	106,
	65,
	32,
	73,
	4,
	64,
	32,
	3,
	32,
	4,
	106,
	32,
	1,
	32,
	2,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	200,
	0,
	106,
	32,
	2,
	32,
	3,
	106,
	54,
	2,
	0,
	15,
	11,
	32,
	3,
	4,
	64,
	32,
	3,
	32,
	4,
	106,
	32,
	1,
	65,
	32,
	32,
	3,
	107,
	34,
	2,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	8,
	106,
	34,
	3,
	32,
	3,
	41,
	3,
	0,
	32,
	4,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	55,
	3,
	0,
	32,
	0,
	65,
	16,
	106,
	34,
	3,
	32,
	3,
	41,
	3,
	0,
	32,
	4,
	65,
	8,
	106,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	55,
	3,
	0,
	32,
	0,
	65,
	24,
	106,
	34,
	3,
	32,
	3,
	41,
	3,
	0,
	32,
	4,
	65,
	16,
	106,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	55,
	3,
	0,
	32,
	0,
	65,
	32,
	106,
	34,
	3,
	32,
	3,
	41,
	3,
	0,
	32,
	4,
	65,
	24,
	106,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	55,
	3,
	0,
	32,
	0,
	65,
	200,
	0,
	106,
	65,
	0,
	54,
	2,
	0,
	32,
	1,
	32,
	2,
	106,
	33,
	1,
	11,
	32,
	1,
	65,
	32,
	106,
	32,
	5,
	77,
	4,
	64,
	32,
	5,
	65,
	32,
	107,
	33,
	2,
	32,
	0,
	65,
	8,
	106,
	41,
	3,
	0,
	33,
	6,
	32,
	0,
	65,
	16,
	106,
	41,
	3,
	0,
	33,
	7,
	32,
	0,
	65,
	24,
	106,
	41,
	3,
	0,
	33,
	8,
	32,
	0,
	65,
	32,
	106,
	41,
	3,
	0,
	33,
	9,
	3,
	64,
	32,
	6,
	32,
	1,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	6,
	32,
	7,
	32,
	1,
	65,
	8,
	106,
	34,
	1,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	7,
	32,
	8,
	32,
	1,
	65,
	8,
	106,
	34,
	1,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	8,
	32,
	9,
	32,
	1,
	65,
	8,
	106,
	34,
	1,
	41,
	3,
	0,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	124,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	33,
	9,
	32,
	2,
	32,
	1,
	65,
	8,
	106,
	34,
	1,
	79,
	13,
	0,
	11,
	32,
	0,
	65,
	8,
	106,
	32,
	6,
	55,
	3,
	0,
	32,
	0,
	65,
	16,
	106,
	32,
	7,
	55,
	3,
	0,
	32,
	0,
	65,
	24,
	106,
	32,
	8,
	55,
	3,
	0,
	32,
	0,
	65,
	32,
	106,
	32,
	9,
	55,
	3,
	0,
	11,
	32,
	1,
	32,
	5,
	73,
	4,
	64,
	32,
	4,
	32,
	1,
	32,
	5,
	32,
	1,
	107,
	34,
	1,
	252,
	10,
	0,
	0,
	32,
	0,
	65,
	200,
	0,
	106,
	32,
	1,
	54,
	2,
	0,
	11,
	11,
	188,
	2,
	1,
	5,
	126,
	32,
	0,
	65,
	24,
	106,
	41,
	3,
	0,
	33,
	1,
	32,
	0,
	41,
	3,
	0,
	34,
	2,
	66,
	32,
	90,
	4,
	126,
	32,
	0,
	65,
	8,
	106,
	41,
	3,
	0,
	34,
	3,
	66,
	1,
	137,
	32,
	0,
	65,
	16,
	106,
	41,
	3,
	0,
	34,
	4,
	66,
	7,
	137,
	124,
	32,
	1,
	66,
	12,
	137,
	32,
	0,
	65,
	32,
	106,
	41,
	3,
	0,
	34,
	5,
	66,
	18,
	137,
	124,
	124,
	32,
	3,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	4,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	1,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	32,
	5,
	66,
	207,
	214,
	211,
	190,
	210,
	199,
	171,
	217,
	66,
	126,
	66,
	31,
	137,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	133,
	66,
	135,
	149,
	175,
	175,
	152,
	182,
	222,
	155,
	158,
	127,
	126,
	66,
	157,
	163,
	181,
	234,
	131,
	177,
	141,
	138,
	250,
	0,
	125,
	5,
	32,
	1,
	66,
	197,
	207,
	217,
	178,
	241,
	229,
	186,
	234,
	39,
	124,
	11,
	32,
	2,
	124,
	32,
	0,
	65,
	40,
	106,
	32,
	2,
	66,
	31,
	131,
	167,
	16,
	6,
	11
]);
async function e() {
	return function(t) {
		const { exports: { mem: e, xxh32: n, xxh64: r, init32: i, update32: a, digest32: o, init64: s, update64: u, digest64: c } } = t;
		let h = new Uint8Array(e.buffer);
		function g(t, n) {
			if (e.buffer.byteLength < t + n) {
				const r = Math.ceil((t + n - e.buffer.byteLength) / 65536);
				e.grow(r), h = new Uint8Array(e.buffer);
			}
		}
		function f(t, e, n, r, i, a) {
			g(t);
			const o = new Uint8Array(t);
			return h.set(o), n(0, e), o.set(h.subarray(0, t)), {
				update(e) {
					let n;
					return h.set(o), "string" == typeof e ? (g(3 * e.length, t), n = w.encodeInto(e, h.subarray(t)).written) : (g(e.byteLength, t), h.set(e, t), n = e.byteLength), r(0, t, n), o.set(h.subarray(0, t)), this;
				},
				digest: () => (h.set(o), a(i(0)))
			};
		}
		function y(t) {
			return t >>> 0;
		}
		const b = 2n ** 64n - 1n;
		function d(t) {
			return t & b;
		}
		const w = new TextEncoder();
		const l = 0;
		const p = 0n;
		function x(t, e = l) {
			return g(3 * t.length, 0), y(n(0, w.encodeInto(t, h).written, e));
		}
		function L(t, e = p) {
			return g(3 * t.length, 0), d(r(0, w.encodeInto(t, h).written, e));
		}
		return {
			h32: x,
			h32ToString: (t, e = l) => x(t, e).toString(16).padStart(8, "0"),
			h32Raw: (t, e = l) => (g(t.byteLength, 0), h.set(t), y(n(0, t.byteLength, e))),
			create32: (t = l) => f(48, t, i, a, o, y),
			h64: L,
			h64ToString: (t, e = p) => L(t, e).toString(16).padStart(16, "0"),
			h64Raw: (t, e = p) => (g(t.byteLength, 0), h.set(t), d(r(0, t.byteLength, e))),
			create64: (t = p) => f(88, t, s, u, c, d)
		};
	}((await WebAssembly.instantiate(t)).instance);
}

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
		async decompressFrame(bytes) {
			const walked = walkFrames(bytes);
			if (walked.kind === "malformed") throw new Error(walked.why);
			const [frame] = walked.frames;
			if (frame === void 0) throw new Error("no zstd frame");
			const content = decodeFrame(bytes, frame);
			if (frame.checksum !== void 0 && lowBits((await e()).h64Raw(content)) !== frame.checksum) throw new Error("the checksum does not fit the content");
			return content;
		}
	};
}
/** The part of an XXH64 that frames hold. */
function lowBits(hash) {
	return Number(hash & 4294967295n);
}
/** Nobody who makes a frame knows what it will be. */
const MARKER_BYTES = 16;
/**
* The library fills a buffer of the declared size and does not tell how much of it, and it writes into the rest of the
* buffer on the way. So the frame gets one more block with a random marker, which lands behind the content.
*/
function decodeFrame(bytes, frame) {
	const { contentSize } = frame;
	if (contentSize === void 0) return decompress(bytes);
	const marker = Buffer.from(crypto.getRandomValues(new Uint8Array(MARKER_BYTES)));
	const decoded = decodeMarked(withBlock(bytes, frame, marker), contentSize + MARKER_BYTES);
	if (decoded === void 0 || !marker.equals(decoded.subarray(contentSize))) throw new Error("the frame holds another amount of content than it declares");
	return decoded.subarray(0, contentSize);
}
/** `undefined`: there is more than the buffer takes. */
function decodeMarked(bytes, size) {
	try {
		return decompress(bytes, new Uint8Array(size));
	} catch (thrown) {
		if (thrown instanceof RangeError) return void 0;
		throw thrown;
	}
}
/** The frame with another raw block at its end, and without a checksum. */
function withBlock(bytes, { start, lastBlock, blocksEnd }, content) {
	const copy = Buffer.concat([bytes.subarray(0, blocksEnd), ...storedBlocks(content, true)]);
	const [descriptor, block] = [start + 4, lastBlock];
	copy[descriptor] = (copy[descriptor] ?? 0) & -5;
	copy[block] = (copy[block] ?? 0) & -2;
	return copy.subarray(start);
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

export { Decompress, FRAME_MAGIC, Malformed, OPEN_FRAME_HEADER, checkoutOf, e, isInCheckout, isInside, lowBits, portableCodec, readFrameHeader, readUint, realPathOf, resolvePlace, resolveSource, storedBlocks, walkFrames };