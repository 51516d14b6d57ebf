import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Nodes } from 'hast';
import rehypeRaw from 'rehype-raw';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const pipeline = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  // Its default is the list of what GitHub lets through.
  .use(rehypeSanitize)
  .use(rehypeStringify);

/** GitHub's Markdown as HTML: the same dialect, and the same elements and attributes let through. */
export async function renderGithubMarkdown(markdown: string): Promise<string> {
  return String(await pipeline.process(markdown));
}

/** Every element and where it leads, in order, with its depth: all of a text but the words. */
export function shapeOfGithubMarkdown(markdown: string): string[] {
  const shape: string[] = [];
  const walk = (node: Nodes, depth: number): void => {
    if (node.type === 'element') shape.push(`${' '.repeat(depth)}${node.tagName} ${hostOf(node.properties.href)}`);
    if ('children' in node) for (const child of node.children) walk(child, depth + 1);
  };
  walk(pipeline.runSync(pipeline.parse(markdown)), 0);
  return shape;
}

/** The words of a text alone. */
export function textOfGithubMarkdown(markdown: string): string {
  const words: string[] = [];
  const walk = (node: Nodes): void => {
    if (node.type === 'text') words.push(node.value);
    if ('children' in node) for (const child of node.children) walk(child);
  };
  walk(pipeline.runSync(pipeline.parse(markdown)));
  return words.join('');
}

function hostOf(href: unknown): string {
  return typeof href === 'string' ? (URL.parse(href)?.host ?? href) : '';
}

/** A page that looks like a job summary. */
export async function githubPage(markdown: string): Promise<string> {
  const css = readFileSync(fileURLToPath(import.meta.resolve('github-markdown-css/github-markdown.css')), 'utf8');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Summary</title><style>${css}
body{margin:0}.markdown-body{box-sizing:border-box;max-width:1012px;margin:0 auto;padding:32px;min-height:100vh}</style>
<article class="markdown-body">${await renderGithubMarkdown(markdown)}</article></html>`;
}
