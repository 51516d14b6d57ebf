import { parseArgs, type ParseArgsConfig } from 'node:util';
import { failed, messageOf, ok, type Result } from '../core/result.ts';
import { ACTION_ONLY, DELTA_INPUTS, type DeltaInputName, type RawDeltaInputs } from '../inputs/delta-spec.ts';
import { SITE_INPUTS, type RawInputs } from '../inputs/spec.ts';

export interface DeltaCliOptions {
  readonly raw: RawDeltaInputs;
  /** How the site is built. */
  readonly rawSite: RawInputs;
  readonly json: boolean;
  /** Folder of the directory store. */
  readonly store: string | undefined;
  readonly summary: string | undefined;
  readonly pullRequest: number | undefined;
}

export type DeltaCliRequest = DeltaCliOptions | { readonly command: 'help' };

const NAMES = (Object.keys(DELTA_INPUTS) as DeltaInputName[]).filter(
  (name) => !ACTION_ONLY.has(name) && name !== 'output',
);
/** What decides where the output of a site is, and its address. */
const SITE_NAMES = ['output-dir', 'environment', 'profile', 'config'] as const;
const OWN = ['store', 'summary', 'pull-request', 'format'] as const;
const OPTIONS: NonNullable<ParseArgsConfig['options']> = {
  ...Object.fromEntries([...NAMES, ...SITE_NAMES, ...OWN].map((name) => [name, { type: 'string' }] as const)),
  help: { type: 'boolean', short: 'h' },
};

/** Parses the arguments after `delta`. Every problem is a sentence that names the option. */
export function parseDeltaCli(args: readonly string[]): Result<DeltaCliRequest, string> {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
    if (values['help'] === true || positionals[0] === 'help') return ok({ command: 'help' });
    const [output, surplus] = positionals;
    const given = (names: readonly string[]): Record<string, string> =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = values[name];
          return typeof value === 'string' ? [[name, value]] : [];
        }),
      );
    const { store, summary, format = 'text', 'pull-request': pullRequest } = given(OWN);
    const problems = [
      ...(surplus === undefined ? [] : [`Unexpected ${JSON.stringify(surplus)} after delta ${JSON.stringify(output)}`]),
      ...(['text', 'json'].includes(format)
        ? []
        : [`Option --format: expected text or json, got ${JSON.stringify(format)}`]),
      ...(pullRequest === undefined || /^\d{1,9}$/.test(pullRequest)
        ? []
        : [`Option --pull-request: expected a number, got ${JSON.stringify(pullRequest)}`]),
    ];
    if (problems.length > 0) return failed(...problems);
    return ok({
      raw: { ...given(NAMES), ...(output === undefined ? {} : { output }) },
      rawSite: given(SITE_NAMES),
      json: format === 'json',
      store,
      summary,
      pullRequest: pullRequest === undefined ? undefined : Number(pullRequest),
    });
  } catch (thrown) {
    return failed(`${messageOf(thrown)} (--help lists the options)`);
  }
}

export function deltaHelpText(): string {
  const options = [
    ...NAMES.map((name) => [name, DELTA_INPUTS[name].description] as const),
    ...SITE_NAMES.map((name) => [name, SITE_INPUTS[name].description] as const),
  ].map(([name, description]) => `  --${name.padEnd(15)} ${description}`);
  return `bengal-cache delta: what readers will see change, page by page, and files for tools that deploy it

Usage: bengal-cache delta [OUTPUT] [--base BASE] [OPTION...]

  OUTPUT            Folder of what was built, by any generator; the output of the site where none is given

Options
${options.join('\n')}
  --store DIR       Folder that holds the stored states, for a base that is a key
  --pull-request N  Number of the pull request, for {pr} in --preview-url
  --summary FILE    Also write the summary (Markdown) there
  --format FORMAT   text (for people) or json; the result goes to stdout, everything else to stderr

Without --base the output is compared with the last build that was recorded for the site: run this after bengal build
and before bengal-cache record. Files for tools are written where --files-path says, and nowhere without it.

Exit status: 0 done; 1 an address vanished, and --vanished is error; 2 usage, and nothing was done
`;
}
