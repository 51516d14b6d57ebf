import { __name } from "./rolldown-runtime.js";
import { callClient, environmentOfTools, loadClient } from "./shared.js";
import { syncBuiltinESMExports } from "node:module";
import childProcess from "node:child_process";

// src/entry/cache-client.ts
/**
* A process around the cache client, started by `store/github-process.ts`. It takes calls as messages, one at a time,
* and answers with what the client prints and how the call ended. It ends with the process that started it.
*/
function tell(message) {
	process.send?.(message);
}
process.stdout.write = (chunk, ...rest) => {
	const own = typeof chunk === "string";
	tell({
		kind: "output",
		text: own ? chunk : Buffer.from(chunk).toString("utf8"),
		own
	});
	for (const callback of rest) if (typeof callback === "function") process.nextTick(callback);
	return true;
};
/**
* The client needs the token of the cache service, and the programs that it starts (`tar`, `zstd`) do not. It hands its
* whole environment on to them, so they are given theirs here.
*/
const startProgram = childProcess.spawn;
childProcess.spawn = ((program, args, options) => {
	const given = options?.env ?? process.env;
	const kept = Object.entries(given).filter(([name]) => /^(?:TAR_OPTIONS|MSYS|ZSTD_\w+)$/.test(name));
	return startProgram(program, args, {
		...options,
		env: {
			...environmentOfTools(given),
			...Object.fromEntries(kept)
		}
	});
});
syncBuiltinESMExports();
const home = process.cwd();
async function answer(call) {
	process.chdir(call.folder);
	const end = await callClient(call);
	process.chdir(home);
	tell({
		kind: "end",
		end
	});
}
loadClient().catch(() => void 0);
process.on("message", (call) => void answer(call));
process.once("disconnect", () => process.exit());

export {  };