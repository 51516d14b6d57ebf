import { DELTA_INPUTS, DELTA_OUTPUTS } from '../src/inputs/delta-spec.ts';
import { INPUTS, OUTPUTS } from '../src/inputs/spec.ts';
import { STAGE_INPUTS } from '../src/inputs/stage-spec.ts';

const INPUTS_HEAD = '| input | default | |\n|---|---|---|';

/** README.md with the table that what was measured tells better than a person remembers. */
export function readmeWithTable(readme: string, measured: string): string {
  return between(readme, { name: 'measured', ...measuredTable(measured) });
}

/** docs/action.md with the inputs and outputs of the whole action. */
export function actionPageWithTables(page: string): string {
  return withInputsAndOutputs(page, INPUTS, OUTPUTS);
}

/** Of docs/measured-builds.md, which scripts/timing/table.ts writes: the processor seconds of its largest site. */
function measuredTable(page: string): Pick<Table, 'head' | 'rows'> {
  const sites = [...page.matchAll(/^## (.+): (\d+) HTML files$([\s\S]*?)(?=^## |$(?![\s\S]))/gm)].map(
    ([, site = '', pages = '', text = '']) => ({ site, pages: Number(pages), text }),
  );
  const [largest] = sites.toSorted((left, right) => right.pages - left.pages);
  const lines =
    /^\| edit \|[\s\S]*?\n\n/m
      .exec(largest?.text ?? '')?.[0]
      .trim()
      .split('\n') ?? [];
  const rows = lines.slice(2).map((line) => line.split('|').map((text) => text.trim()));
  if (largest === undefined || rows.length === 0) throw new Error('docs/measured-builds.md holds no table');
  return {
    head: `| edit of ${largest.site} (${String(largest.pages)} HTML files) | nothing | \`.bengal/\` alone, as the usual recipe says | with this tool |\n|---|---|---|---|`,
    rows: rows.map(([, edit, , nothing, state, ours]) => `| ${[edit, nothing, state, ours].join(' | ')} |`),
  };
}

/** docs/stages.md with the inputs of the action in `stage/`. */
export function stagesPageWithTable(page: string): string {
  const inputs = Object.entries(STAGE_INPUTS).map(([name, input]) => {
    const initial = input.required ? 'required' : input.default === '' ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${initial} | ${cell(input.description)} |`;
  });
  return between(page, { name: 'inputs', head: INPUTS_HEAD, rows: inputs });
}

/** docs/deploy.md with the inputs and outputs of the action in `delta/`. */
export function deployPageWithTables(page: string): string {
  return withInputsAndOutputs(page, DELTA_INPUTS, DELTA_OUTPUTS);
}

function withInputsAndOutputs(
  page: string,
  inputs: Readonly<Record<string, { readonly default: string; readonly description: string }>>,
  outputs: Readonly<Record<string, string>>,
): string {
  const inputRows = Object.entries(inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${input.default === '' ? '' : `\`${input.default}\``} | ${cell(input.description)} |`,
  );
  const outputRows = Object.entries(outputs).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return between(between(page, { name: 'inputs', head: INPUTS_HEAD, rows: inputRows }), {
    name: 'outputs',
    head: '| output | |\n|---|---|',
    rows: outputRows,
  });
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

interface Table {
  /** Of the markers. */
  readonly name: string;
  readonly head: string;
  readonly rows: readonly string[];
}

/** A comment inside a table would end it, so the table is written whole between its markers. */
function between(text: string, { name, head, rows }: Table): string {
  const pattern = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!pattern.test(text)) throw new Error(`The page has no <!-- ${name} --> ... <!-- /${name} -->`);
  return text.replace(pattern, () => `<!-- ${name} -->\n\n${head}\n${rows.join('\n')}\n\n<!-- /${name} -->`);
}
