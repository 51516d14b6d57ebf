import { DELTA_INPUTS, DELTA_OUTPUTS } from '../src/inputs/delta-spec.ts';
import { INPUTS, OUTPUTS } from '../src/inputs/spec.ts';
import { STAGE_INPUTS } from '../src/inputs/stage-spec.ts';

/** README.md with the tables that the source tells better than a person remembers. */
export function readmeWithTables(readme: string): string {
  const inputs = Object.entries(INPUTS).map(
    ([name, input]) =>
      `| \`${name}\` | ${input.default === '' ? '' : `\`${input.default}\``} | ${cell(input.description)} |`,
  );
  const outputs = Object.entries(OUTPUTS).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return between(between(readme, 'inputs', inputs), 'outputs', outputs);
}

/** docs/stages.md with the inputs of the action in `stage/`. */
export function stagesPageWithTable(page: string): string {
  const inputs = Object.entries(STAGE_INPUTS).map(([name, input]) => {
    const initial = input.required ? 'required' : input.default === '' ? '' : `\`${input.default}\``;
    return `| \`${name}\` | ${initial} | ${cell(input.description)} |`;
  });
  return between(page, 'inputs', inputs);
}

/** docs/deploy.md with the inputs and outputs of the action in `delta/`. */
export function deployPageWithTables(page: string): string {
  const inputs = Object.entries(DELTA_INPUTS).map(
    ([name, input]) =>
      `| \`${name}\` | ${input.default === '' ? '' : `\`${input.default}\``} | ${cell(input.description)} |`,
  );
  const outputs = Object.entries(DELTA_OUTPUTS).map(([name, description]) => `| \`${name}\` | ${cell(description)} |`);
  return between(between(page, 'inputs', inputs), 'outputs', outputs);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** A comment inside a table would end it, so the table is written whole between its markers. */
function between(text: string, name: string, rows: readonly string[]): string {
  const header = name === 'inputs' ? '| input | default | |\n|---|---|---|' : '| output | |\n|---|---|';
  const pattern = new RegExp(`<!-- ${name} -->[\\s\\S]*?<!-- /${name} -->`);
  if (!pattern.test(text)) throw new Error(`The page has no <!-- ${name} --> ... <!-- /${name} -->`);
  return text.replace(pattern, () => `<!-- ${name} -->\n\n${header}\n${rows.join('\n')}\n\n<!-- /${name} -->`);
}
