/** What YAML says to PyYAML (1.1: `yes` is true, `010` is eight). Throws for what is no YAML. */
export declare function parseYaml(text: string): unknown;
/** The same with every scalar as the words that stand there. */
export declare function parseYamlWords(text: string): unknown;
/**
 * Text that is equal for equal YAML: comments, key order, quoting and layout do not count. JavaScript takes 1 and 1.0,
 * `y` and `yes`, a date and a time for the same, and Python does not; so the words of the scalars count besides what
 * they mean. Throws for what is no YAML.
 */
export declare function canonicalYaml(text: string): string;
