import type { AffectedPage } from '../affected/reason.ts';
import type { Report } from '../report/report.ts';

/** More edges than this are no picture any more; the rest is collapsed into one node that counts them. */
const MOST_PAGES = 40;
/** Of each page. GitHub shows no picture above 500 edges. */
const MOST_REASONS = 6;

/** A Mermaid flowchart from the changed files to the pages they affect. Deterministic; every label is escaped. */
export function affectedMermaid(report: Report): string {
  const { affected } = report;
  const shown = affected.pages
    .slice(0, MOST_PAGES)
    .map((page) => ({ ...page, reasons: page.reasons.slice(0, MOST_REASONS) }));
  const hidden = affected.pages.length - shown.length;
  const files = [...new Set(shown.flatMap((page) => page.reasons.map((reason) => reason.via)))];
  const lines = [
    'flowchart LR',
    ...files.map((file, index) => `  f${String(index)}["${label(file)}"]:::stale`),
    ...shown.map((page, index) => `  p${String(index)}(["${label(page.url)}"]):::affected`),
    ...shown.flatMap((page, index) => edges(page, index, files)),
    ...(hidden > 0 ? [`  more(["and ${String(hidden)} more pages"]):::missing`] : []),
    ...(affected.all
      ? [
          `  all(["every page"]):::affected`,
          ...affected.because
            .slice(0, 10)
            .map((doubt, index) => `  d${String(index)}["${label(doubt.detail)}"]:::stale --> all`),
        ]
      : []),
    '  classDef stale fill:#FBBC04,stroke:#8a6a00,color:#1b1b1b',
    '  classDef affected fill:#1D3557,stroke:#FBBC04,color:#ffffff',
    '  classDef missing fill:#F1F3F5,stroke:#868e96,color:#1b1b1b',
  ];
  return `${lines.join('\n')}\n`;
}

function edges(page: AffectedPage, index: number, files: readonly string[]): string[] {
  const kinds = new Map(page.reasons.map((reason) => [reason.via, reason.kind]));
  return [...kinds].map(([via, kind]) => `  f${String(files.indexOf(via))} -->|${kind}| p${String(index)}`);
}

/** Within quotes Mermaid takes anything but quotes, and knows entities by number; markup and line ends are made inert. */
function label(text: string): string {
  const short = text.length > 80 ? `${text.slice(0, 79)}…` : text;
  return short.replace(/[^\p{L}\p{N} ./_–-]/gu, (character) => `#${String(character.codePointAt(0))};`);
}
