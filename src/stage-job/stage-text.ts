import { count } from '../report/words.ts';
import { placeOf, type StageCheck } from '../stages/check.ts';
import { recordPaths } from '../stages/entry-files.ts';
import type { FileChanges } from '../stages/file-record.ts';
import { stageReport, type StageReport } from '../stages/stage-node.ts';
import type { Stage } from '../stages/stage-definition.ts';
import { renderDuration } from '../stages/ttl.ts';
import type { RunReason } from '../stages/stage-verdict.ts';
import { renderReason, renderVerdict } from '../stages/stage-words.ts';

/** Version of the JSON that the command line prints about stages. Within a version, fields are only added. */
const SCHEMA = 1;

export function statusText(checks: Iterable<StageCheck>): string {
  const list = [...checks];
  const width = Math.max(0, ...list.map(({ stage }) => stage.name.length));
  const lines = list.map(
    ({ stage, verdict }) => `${verdict.kind.padEnd(4)}  ${stage.name.padEnd(width)}  ${renderVerdict(verdict)}`,
  );
  return `${lines.join('\n')}\n`;
}

export function statusJson(checks: Iterable<StageCheck>): string {
  const stages: StageReport[] = [...checks].map(stageReport);
  return `${JSON.stringify({ schemaVersion: SCHEMA, stages }, null, 2)}\n`;
}

/** Longest list of names in an explanation; the rest is counted. */
const LONGEST_LIST = 20;

/** Everything that is known about a stage, for people. */
export function explanationOf(check: StageCheck): string {
  const { stage, verdict, entry, present, context } = check;
  const record = recordPaths(placeOf(context), stage.name).entry;
  const when =
    entry.kind === 'read'
      ? `${new Date(entry.entry.recorded).toISOString()}, ${renderDuration(Math.max(0, verdict.age ?? 0))} ago`
      : entry.kind === 'absent'
        ? 'none is recorded'
        : `of no use: ${entry.why}`;
  return [
    `Stage    ${stage.name}`,
    verdict.kind === 'skip' ? `Verdict  skip: ${renderVerdict(verdict)}` : 'Verdict  run',
    ...(verdict.kind === 'skip' ? [] : verdict.reasons.flatMap(reasonLines)),
    `Key      ${verdict.key}`,
    `Success  ${when} (${record})`,
    `Inputs   ${count(present.inputs.count, 'file')} of ${patternsOf(stage.inputs)}`,
    ...(stage.code.length === 0 ? [] : [`Code     ${count(present.code.count, 'file')} of ${patternsOf(stage.code)}`]),
    ...(stage.outputs.patterns.length === 0 ? [] : [`Outputs  ${patternsOf(stage.outputs.patterns)}`]),
    ...(stage.command === undefined ? [] : [`Command  ${commandOf(stage.command)}`]),
    ...(stage.environment.length === 0 ? [] : [`Reads    ${stage.environment.join(', ')} of the environment`]),
    ...(stage.ttl === undefined ? [] : [`Counts   for ${renderDuration(stage.ttl)}`]),
    ...(stage.needs.length === 0 ? [] : [`Needs    ${stage.needs.join(', ')}`]),
    '',
  ].join('\n');
}

function reasonLines(reason: RunReason): string[] {
  const changes = 'changes' in reason ? changeLines(reason.changes) : [];
  return [`  because ${renderReason(reason)}`, ...changes.slice(0, LONGEST_LIST), ...counted(changes.length)];
}

function changeLines({ added, modified, deleted }: FileChanges): string[] {
  return [
    ...modified.map((path) => `    ~ ${path}`),
    ...added.map((path) => `    + ${path}`),
    ...deleted.map((path) => `    - ${path}`),
  ];
}

function counted(length: number): string[] {
  return length > LONGEST_LIST ? [`    ... and ${String(length - LONGEST_LIST)} more`] : [];
}

function patternsOf(patterns: Stage['inputs']): string {
  return patterns.map(({ given }) => given).join(' ');
}

function commandOf(command: NonNullable<Stage['command']>): string {
  return command.kind === 'shell' ? command.line : command.argv.join(' ');
}
