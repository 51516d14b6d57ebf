import { __name } from "./rolldown-runtime.js";
import { actionsHost, describeTrouble, endProcess, handoffFromText, parsedInputs, readInput, readRunner, saveBuild, tellBuiltDelta, warnOfLateErrors } from "./shared.js";

// src/entry/post.ts
/** The post step of the action. Whatever goes wrong here, the build was good: it warns and never fails. */
async function post(host) {
	const before = handoffFromText(host.loadHandoff());
	if (before === void 0) {
		host.info("Nothing to save: the main step did not finish");
		return;
	}
	const runner = readRunner();
	const inputs = parsedInputs(before.rawInputs, runner);
	const token = readInput("token");
	const asked = token === "" ? inputs : {
		...inputs,
		token
	};
	await tellBuiltDelta({
		host,
		runner,
		inputs: asked,
		before
	});
	await saveBuild({
		host,
		runner,
		inputs,
		access: {
			access: before.access,
			why: before.accessWhy
		},
		before
	});
}
const host = actionsHost();
warnOfLateErrors(host, "Saving the cache");
try {
	await post(host);
} catch (thrown) {
	const { sentence, stack } = describeTrouble(thrown);
	host.warning(`Nothing saved: ${sentence}`);
	host.debug(stack);
}
endProcess();

export {  };