/** One input of the actions, which may also be an option of the command line (`--name`). Each `action.yml` is tested against it. */
export interface InputSpec {
    readonly description: string;
    readonly default: string;
}
