import { valueOf, optionsOf, parseWith, type NamedSpec } from './cli-parse.ts';
import type { CliProcess } from './cli-context.ts';
import { SHORT, type CommandSpec, type OptionSpec } from './cli-table.ts';
import { DONE } from './exit-status.ts';

const SHELLS = {
  bash: 'Print the completion of bash',
  zsh: 'Print the completion of zsh',
  fish: 'Print the completion of fish',
} as const;

export const COMPLETION: CommandSpec = {
  summary: 'Print what completes commands and options in a shell',
  usage: ['bash|zsh|fish'],
  about: ['Let the shell read it when it starts, as the examples do.'],
  parts: SHELLS,
  groups: [],
  examples: [
    ['bash >> ~/.bashrc', 'for bash'],
    ['zsh > "${fpath[1]}/_bengal-cache"', 'for zsh, before compinit'],
    ['fish > ~/.config/fish/completions/bengal-cache.fish', 'for fish'],
  ],
  ending: '0 done; 2 usage',
};

const WRITERS = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion } as const;

/** `bengal-cache completion SHELL`, made from the table that the parser reads. */
export function runCompletionCli(
  args: readonly string[],
  { stdout }: CliProcess,
  commands: readonly NamedSpec[],
): number {
  const shell = valueOf(
    parseWith({ name: 'completion', ...COMPLETION }, args, ({ operands: [given], problems }) => {
      if (given === undefined) problems.push('Expected bash, zsh or fish after completion');
      return (Object.keys(SHELLS) as (keyof typeof SHELLS)[]).find((known) => known === given) ?? 'bash';
    }),
  );
  stdout.write(WRITERS[shell](commands));
  return DONE;
}

/** Where no word of ours fits, readline completes names of files. */
function bashCompletion(commands: readonly NamedSpec[]): string {
  const cases = commands.flatMap((command) => {
    const valued = Object.entries(optionsOf(command)).filter(([, { value }]) => value !== undefined);
    const chosen = valued.filter(([, { choices }]) => choices !== undefined);
    const free = valued.filter(([, { choices }]) => choices === undefined).map(([name]) => `--${name}`);
    const { name } = command;
    return [
      ...chosen.map(([option, { choices = [] }]) => `    '${name} --${option}') words='${choices.join(' ')}' ;;`),
      ...(free.length === 0 ? [] : [`    ${free.map((option) => `'${name} ${option}'`).join('|')}) ;;`]),
      ...(command.parts === undefined
        ? []
        : [`    '${name} ${name}') words='${[...Object.keys(command.parts), ...switches(command)].join(' ')}' ;;`]),
      `    '${name} '*) words='${switches(command).join(' ')}' ;;`,
    ];
  });
  return `# Completion of bengal-cache in bash, printed by: bengal-cache completion bash
_bengal_cache() {
  local current=\${COMP_WORDS[COMP_CWORD]} words=
  case "\${COMP_WORDS[1]} \${COMP_WORDS[COMP_CWORD-1]}" in
${cases.join('\n')}
  esac
  if ((COMP_CWORD == 1)); then words='${[...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' ')}'; fi
  COMPREPLY=()
  if [[ $words == [!-]* || $current == -* ]]; then mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"); fi
}
complete -o default -F _bengal_cache bengal-cache
`;
}

function switches(command: NamedSpec): readonly string[] {
  return Object.keys(optionsOf(command)).map((name) => `--${name}`);
}

function zshCompletion(commands: readonly NamedSpec[]): string {
  const cases = commands.map((command) => {
    const specs = Object.entries(optionsOf(command)).map(([name, option]) => zshOption(name, option));
    const parts = command.parts === undefined ? [] : [`'1:command:((${described(command.parts)}))'`];
    const files = command.operands === undefined ? [] : [`'*:file:_files'`];
    return `    ${command.name}) _arguments ${[...parts, ...specs, ...files].join(' \\\n      ')} ;;`;
  });
  return `#compdef bengal-cache
# Completion of bengal-cache in zsh, printed by: bengal-cache completion zsh
_bengal_cache() {
  if ((CURRENT == 2)); then
    local -a commands=(
${commands.map(({ name, summary }) => `      '${name}:${plain(summary)}'`).join('\n')}
      'help:Show what a command takes'
    )
    _describe command commands
    return
  fi
  shift words
  ((CURRENT--))
  case $words[1] in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _bengal_cache ]]; then _bengal_cache "$@"; else compdef _bengal_cache bengal-cache; fi
`;
}

function zshOption(name: string, { about, value, choices, several }: OptionSpec): string {
  const again = several === true ? '*' : '';
  const action = choices === undefined ? (value === 'DIR' ? '_files -/' : '_files') : `(${choices.join(' ')})`;
  const takes = value === undefined ? '' : `:${value}:${action}`;
  return `'${again}--${name}${value === undefined ? '' : '='}[${plain(about)}]${takes}'`;
}

function described(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, what]) => `${name}\\:"${plain(what)}"`)
    .join(' ');
}

function fishCompletion(commands: readonly NamedSpec[]): string {
  const first = commands.map(
    ({ name, summary }) => `complete -c bengal-cache -f -n __bengal_cache_first -a ${name} -d '${plain(summary)}'`,
  );
  const others = commands.flatMap((command) => {
    const head = `complete -c bengal-cache -n '__bengal_cache_in ${command.name}'`;
    const parts = Object.entries(command.parts ?? {}).map(
      ([name, what]) => `${head} -f -a ${name} -d '${plain(what)}'`,
    );
    return [
      ...parts,
      ...Object.entries(optionsOf(command)).map(([name, option]) => `${head} ${fishOption(name, option)}`),
    ];
  });
  return `# Completion of bengal-cache in fish, printed by: bengal-cache completion fish
function __bengal_cache_first
    test (count (commandline -opc)) -eq 1
end
function __bengal_cache_in
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test $words[2] = $argv[1]
end
${[...first, ...others].join('\n')}
`;
}

function fishOption(name: string, { about, value, choices }: OptionSpec): string {
  const short = SHORT[name] === undefined ? '' : ` -s ${SHORT[name]}`;
  const takes = value === undefined ? '' : choices === undefined ? ' -r' : ` -x -a '${choices.join(' ')}'`;
  return `-l ${name}${short}${takes} -d '${plain(about)}'`;
}

/** The first sentence, without signs that a shell or its completion could take for its own. */
function plain(text: string): string {
  const [sentence = ''] = text.split(/(?<=[.:;]) /);
  return sentence.replace(/[.:;]$/, '').replace(/['"\\[\]:`$]/g, '');
}
