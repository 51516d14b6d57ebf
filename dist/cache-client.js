import { __name } from "./rolldown-runtime.js";
import { callClient, loadClient } from "./shared.js";

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