/**
 * `npm run docs:site`: lays the pages of docs/ and README.md out as a site of Bengal, in docs/content, which git
 * ignores. Links are written for GitHub, where people read the pages too; here they become links of the site,
 * and links to anything else in the repository lead to GitHub.
 */
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';
import { OWN_ACTION } from '../src/init/own-action.ts';

const root = join(import.meta.dirname, '..');
const [REPOSITORY = ''] = OWN_ACTION.split('@');
/** The order in the menu: what one reads first, first; all others after these. */
const ORDER = ['action', 'cli', 'library', 'ci', 'deploy', 'stages', 'graph', 'gate'];

/** A page of the repository as one of the site. `path`: `docs/gate.md`, or `README.md`, which is the home page. */
export function sitePage(path: string, text: string): { readonly file: string; readonly text: string } {
  const [, title = basename(path, '.md')] = /^# (.+)$/m.exec(text) ?? [];
  const name = basename(path, '.md');
  const weight = ORDER.includes(name) ? ORDER.indexOf(name) + 1 : ORDER.length + 1;
  const front = ['---', `title: ${JSON.stringify(title.replaceAll('`', ''))}`, `weight: ${weight}`, '---'].join('\n');
  return {
    file: path === 'README.md' ? '_index.md' : `${name}.md`,
    text: `${front}\n${withSiteLinks(path, text.replace(/^# .+\n/m, ''))}`,
  };
}

/** Code is left as it is: what looks like a link there is none. */
function withSiteLinks(path: string, text: string): string {
  return text
    .split(/(^```[\s\S]*?^```$|`[^`\n]+`)/m)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/(?<=\]\()[^()\s]+(?=\))/g, (to) => siteLink(path, to)),
    )
    .join('');
}

function siteLink(from: string, to: string): string {
  const [link = '', anchor] = to.split('#');
  if (link === '' || /^[a-z]+:/.test(to)) return to;
  const target = posix.join(posix.dirname(from), link);
  const end = anchor === undefined ? '' : `#${anchor}`;
  const depth = from === 'README.md' ? '' : '../';
  if (target === 'README.md') return `${depth}${end}` || './';
  const page = /^docs\/([^/]+)\.md$/.exec(target)?.[1];
  if (page !== undefined) return `${depth}${page}/${end}`;
  // Bengal publishes pictures under names with a digest, which a text cannot know.
  const kind = /\.(?:png|svg)$/.test(target) ? 'raw' : statSync(join(root, target)).isDirectory() ? 'tree' : 'blob';
  return `https://github.com/${REPOSITORY}/${kind}/main/${target}${end}`;
}

/** Lays the site out in a folder, which gets content/ and its configuration. */
export function layOutDocs(folder: string): void {
  const content = join(folder, 'content');
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content, { recursive: true });
  for (const path of ['README.md', ...globSync('docs/*.md', { cwd: root }).sort()].map((each) =>
    each.replaceAll('\\', '/'),
  )) {
    const page = sitePage(path, readFileSync(join(root, path), 'utf8'));
    writeFileSync(join(content, page.file), page.text);
  }
  const configuration = join(folder, 'bengal.toml');
  if (!existsSync(configuration)) cpSync(join(root, 'docs/bengal.toml'), configuration);
}

if (import.meta.main) layOutDocs(join(root, 'docs'));
