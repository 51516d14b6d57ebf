import { __name } from "./part-rolldown-runtime.js";
import { STAGES_FILE, checkStage, computeKey, defineStage, invalidateStage, markDone, parseStagesFile, renderReason, renderVerdict, runStages, runUnlessDone, stageGraphNode, stageReport, stagesOfSite, statusOfStages } from "./part-find-stages.js";
import { environmentOfCommands } from "./part-child-environment.js";
import { UserError, messageOf } from "./part-digest.js";
import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";

// src/stages/run-command.ts
/** Runs a command to its end. Never rejects: how it ended is the outcome. */
function runCommand({ command, folder, variables, output }) {
	const [program, args] = command.kind === "shell" ? [command.line, []] : [command.argv[0], command.argv.slice(1)];
	return new Promise((resolve) => {
		const notStarted = (why) => resolve({
			kind: "not-started",
			why
		});
		try {
			const child = spawn(program, args, {
				cwd: folder,
				env: environmentOfCommands(variables),
				shell: command.kind === "shell",
				stdio: STDIO[output.kind]
			});
			if (output.kind === "lines") {
				eachLine(child.stdout, (text) => output.line(text, "stdout"));
				eachLine(child.stderr, (text) => output.line(text, "stderr"));
			}
			child.once("error", (error) => notStarted(messageOf(error)));
			child.once("close", (status, signal) => {
				if (signal !== null) resolve({
					kind: "killed",
					signal
				});
				else resolve(status === 0 ? { kind: "succeeded" } : {
					kind: "failed",
					status: status ?? 1
				});
			});
		} catch (thrown) {
			notStarted(messageOf(thrown));
		}
	});
}
const STDIO = {
	inherited: "inherit",
	"to-standard-error": [
		"inherit",
		2,
		2
	],
	lines: [
		"ignore",
		"pipe",
		"pipe"
	]
};
function eachLine(stream, take) {
	const decoder = new StringDecoder("utf8");
	let rest = "";
	stream?.on("data", (bytes) => {
		const lines = (rest + decoder.write(bytes)).split("\n");
		rest = lines.pop() ?? "";
		for (const line of lines) take(line.replace(/\r$/, ""));
	});
	stream?.once("end", () => {
		rest += decoder.end();
		if (rest !== "") take(rest);
	});
}

export { STAGES_FILE, UserError, checkStage, computeKey, defineStage, invalidateStage, markDone, parseStagesFile, renderReason, renderVerdict, runCommand, runStages, runUnlessDone, stageGraphNode, stageReport, stagesOfSite, statusOfStages };