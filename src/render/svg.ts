import { dot, FONT } from './dot.ts';
import { escapeHtml } from './html.ts';
import { describeNode, type Picture } from './picture.ts';

/** Fonts with the measures of the one that boxes are laid out for. */
const FONTS = `${FONT},Arimo,'Liberation Sans',Helvetica,sans-serif`;

/** An SVG picture, laid out by Graphviz. Stands alone and can be put into a page; nothing in it runs or loads anything. */
export async function svg(picture: Picture, title = 'Dependency graph'): Promise<string> {
  return dress(await layOut(dot(picture)), picture, title);
}

/** Graphviz is a megabyte of WebAssembly: loaded when somebody wants a picture. */
async function layOut(text: string): Promise<string> {
  const { Graphviz } = await import('@hpcc-js/wasm-graphviz');
  const graphviz = await Graphviz.load();
  return graphviz.layout(text, 'svg', 'dot');
}

/**
 * Leaves the drawing out of what Graphviz wrote. Its titles are names of nodes in the DOT text, which browsers show when
 * somebody points at them: they become what the nodes are. Its tooltips are links to nowhere, and go.
 */
function dress(text: string, { nodes, edges }: Picture, title: string): string {
  const named = (id: string): string => {
    const [from, to] = id.split('&#45;&gt;').map((part) => nodes[Number(part.slice(1))]);
    if (from === undefined) return title;
    return to === undefined ? describeNode(from) : `${describeNode(from)} → ${describeNode(to)}`;
  };
  return text
    .slice(Math.max(0, text.indexOf('<svg')))
    .replace(/<!--[\s\S]*?-->\n?/g, '')
    .replace(/<g id="a_[^"]*">\n?<a [^>]*>\n?|<\/a>\n?<\/g>\n?/g, '')
    .replace(/<title>([^<]*)<\/title>/g, (_, id: string) => `<title>${escapeHtml(named(id))}</title>`)
    .replaceAll(`font-family="${FONT}"`, `font-family="${FONTS}"`)
    .replace(
      '<svg ',
      `<svg role="img" aria-label="${escapeHtml(`${title}: ${String(nodes.length)} nodes, ${String(edges.length)} edges`)}" `,
    );
}
