import { decide } from '../../src/gate/decide.ts';
import { PROVEN, ROWS, type GateRow } from './rows.ts';

const BEGIN = '<!-- decisions -->';
const END = '<!-- /decisions -->';

/** The document with the decision table made anew: a row for each case, as the gate decides it. */
export function docsWithTable(document: string): string {
  const [begin, end] = [document.indexOf(BEGIN), document.indexOf(END)];
  if (begin < 0 || end < begin) throw new Error(`docs/gate.md has no ${BEGIN} ... ${END}`);
  return `${document.slice(0, begin + BEGIN.length)}\n\n${decisionTable()}\n\n${document.slice(end)}`;
}

function decisionTable(): string {
  const rows = ROWS.map((row) => {
    const { mode } = decide({ ...PROVEN, ...row.input });
    return `| \`${row.kind}\` | ${row.when} | ${mode} | ${cell(sentenceOf(row))} |`;
  });
  const head = '| reason | when | build mode | what is said |\n|---|---|---|---|';
  return [head, ...rows].join('\n');
}

/** For `proof`, the first of its sentences. */
function sentenceOf({ input, kind }: GateRow): string {
  const { reasons } = decide({ ...PROVEN, ...input });
  return reasons.find((reason) => reason.kind === kind)?.detail ?? '';
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('_', '\\_').replaceAll('<', '&lt;');
}
