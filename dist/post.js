import { __name } from "./rolldown-runtime.js";
import { actionsHost, describeTrouble, digestMemory, endProcess, handoffFromText, parsedInputs, readInput, readJobStatus, readRunner, saveBuild, tellBuiltDelta, warnOfLateErrors } from "./shared.js";

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
	const memory = digestMemory();
	await tellBuiltDelta({
		host,
		runner,
		inputs: asked,
		before,
		memory
	});
	const access = {
		access: before.access,
		why: before.accessWhy
	};
	await saveBuild({
		host,
		runner,
		inputs,
		access,
		before,
		jobStatus: readJobStatus(),
		memory
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