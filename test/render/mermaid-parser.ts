import { JSDOM } from 'jsdom';
import { importTool } from '../tools/tools.js';

/** What Mermaid itself understood of a flowchart. */
export interface ParsedFlowchart {
  readonly nodes: ReadonlyMap<
    string,
    { readonly text: string; readonly shape: string; readonly classes: readonly string[] }
  >;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly text: string }[];
  /** Names of styles that are defined. */
  readonly classes: ReadonlySet<string>;
  /** Nodes that react to a click. */
  readonly links: number;
}

/** As much of the package as is asked here; its own types are installed where it is. */
interface Mermaid {
  readonly default: {
    initialize(options: { readonly startOnLoad: boolean }): void;
    parse(text: string): Promise<unknown>;
    readonly mermaidAPI: { getDiagramFromText(text: string): Promise<{ readonly db: unknown }> };
  };
}

interface FlowchartData {
  getVertices(): Map<
    string,
    { id: string; text?: string; type?: string; classes: string[]; link?: string; haveCallback?: boolean }
  >;
  getEdges(): { start: string; end: string; text: string; stroke: string }[];
  getClasses(): Map<string, unknown>;
}

/** Parses with the real `mermaid` package; it needs a document, though not to draw in. Rejects what GitHub would. */
export async function parseFlowchart(text: string): Promise<ParsedFlowchart> {
  const { default: mermaid } = await load();
  if (text.length > 50_000) throw new Error('Maximum text size in diagram exceeded');
  await mermaid.parse(text);
  // The only way to what it understood, short of drawing it.
  const diagram = await mermaid.mermaidAPI.getDiagramFromText(text);
  const data = diagram.db as FlowchartData;
  const vertices = [...data.getVertices().values()];
  return {
    nodes: new Map(
      vertices.map(({ id, text: label, type, classes }) => [
        id,
        { text: decode(label ?? id), shape: type ?? '', classes },
      ]),
    ),
    edges: data
      .getEdges()
      .filter(({ stroke }) => stroke !== 'invisible')
      .map(({ start, end, text: label }) => ({ from: start, to: end, text: decode(label) })),
    classes: new Set(data.getClasses().keys()),
    links: vertices.filter((vertex) => vertex.link !== undefined || vertex.haveCallback === true).length,
  };
}

/** Mermaid keeps entities in a form of its own until it draws. */
function decode(text: string): string {
  return text.replace(/ﬂ°°(\d+)¶ß/g, (_, code: string) => String.fromCodePoint(Number(code)));
}

let loaded: Promise<Mermaid> | undefined;

function load(): Promise<Mermaid> {
  loaded ??= (async () => {
    const { window } = new JSDOM('<!doctype html><body></body>');
    Object.assign(globalThis, { window, document: window.document });
    const module = (await importTool('mermaid')) as Mermaid;
    module.default.initialize({ startOnLoad: false });
    return module;
  })();
  return loaded;
}
