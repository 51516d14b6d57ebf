/** A fault that costs a site its cache, or makes it wrong. */
export interface Finding {
  readonly rule: string;
  /** `error`: the cache does nothing, or harms; `warning`: it does less than it could. */
  readonly severity: 'error' | 'warning';
  /** Below the root of the repository. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** What is so and what follows from it, a sentence. */
  readonly message: string;
  /** What to write instead, a sentence. */
  readonly fix: string;
}

/** For people: one finding in three lines. */
export function findingsText(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing found that would keep the cache from working\n';
  return findings
    .map(
      ({ severity, file, line, message, fix, rule }) =>
        `${file}:${String(line)}: ${severity} (${rule})\n  ${message}\n  Fix: ${fix}\n`,
    )
    .join('\n');
}

/** For GitHub's code scanning and others that read SARIF 2.1.0. */
export function findingsSarif(findings: readonly Finding[], version: string): string {
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  return `${JSON.stringify(
    {
      version: '2.1.0',
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      runs: [
        {
          tool: { driver: { name: 'bengal-cache doctor', version, rules: rules.map((id) => ({ id })) } },
          results: findings.map(({ rule, severity, file, line, message, fix }) => ({
            ruleId: rule,
            level: severity,
            message: { text: `${message} Fix: ${fix}` },
            locations: [
              { physicalLocation: { artifactLocation: { uri: encodeURI(file) }, region: { startLine: line } } },
            ],
          })),
        },
      ],
    },
    null,
    2,
  )}\n`;
}
