/** `bengal-cache/stages`: skip any idempotent step whose inputs are unchanged since it last succeeded. */
export { defineStage, type Stage, type StageCommand, type StageFields, type StageName, } from '../stages/stage-definition.ts';
export { parseStagesFile, STAGES_FILE, type StagesFile } from '../stages/stages-file.ts';
export { checkStage, computeKey, invalidateStage, type StageCheck, type StageContext, type StagePlace, type StageStart, } from '../stages/check.ts';
export { markDone, runUnlessDone, type Recorded, type StageRun } from '../stages/mark-done.ts';
export type { NeededStage, RunReason, RunReasonKind, Verdict } from '../stages/stage-verdict.ts';
export { renderReason, renderVerdict } from '../stages/stage-words.ts';
export { stageGraphNode, stageReport, type StageReport } from '../stages/stage-node.ts';
export { stagesOfSite, type SiteStages } from '../stage-job/find-stages.ts';
export { runCommand, type CommandEnd, type CommandOutput, type CommandRun } from '../stages/run-command.ts';
export { runStages, statusOfStages, type RunStages, type StageEnd } from '../stage-job/stage-run.ts';
export { UserError } from '../core/user-error.ts';
