/**
 * How the time to find what changes affect grows: with added pages, and with the pages of the site. Each step doubles;
 * so may the time, and no more. `node bench/affected.ts [largest]`
 */
import { affectedBy, isPage, read } from '../test/support/traced-site.ts';

const [largest = 8000] = process.argv.slice(2).map(Number);
/** Doubling may cost this much more than twice: sorting, caches and the collector. */
const MOST_GROWTH = 3.2;
const FOLDER = 50;

function pathOf(number: number): string {
  return `content/section-${String(Math.floor(number / FOLDER))}/page-${String(number)}.md`;
}

function pageOf(number: number): string {
  const tags = [`tag-${String(number % 200)}`, 'all'];
  return `---\ntitle: Page ${String(number)}\nweight: ${String(number % 13)}\ntags: ${JSON.stringify(tags)}\n---\nWords.\n`;
}

function siteOf(count: number): Map<string, string> {
  return new Map(Array.from({ length: count }, (_, number) => [pathOf(number), pageOf(number)]));
}

/** Seconds to find what a site with so many pages needs when so many are added. */
function measure(pages: number, added: number): number {
  const before = siteOf(pages);
  const after = siteOf(pages + added);
  const reads = new Map(
    [...before.keys()]
      .filter(isPage)
      .map((path, number) => [
        path,
        [
          read('template', 'page.html'),
          read('attribute', `page:${path}`, 'next'),
          read('attribute', `page:${path}`, 'related_posts'),
          read('attribute', `page:${pathOf((number * 31) % pages)}`, 'title'),
          read('attribute', `section:${path.slice(0, path.lastIndexOf('/'))}`, 'sorted_pages'),
          read('key', 'site', 'taxonomies', 'tags', `tag-${String(number % 200)}`, 'pages'),
        ],
      ]),
  );
  const started = process.cpuUsage();
  affectedBy({ before, after, reads });
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1e6;
}

measure(200, 50);
for (const [name, of] of [
  ['added pages', (size: number) => measure(500, size)],
  ['pages of the site', (size: number) => measure(size, 10)],
] as const) {
  let last: number | undefined;
  for (let size = largest / 8; size <= largest; size *= 2) {
    const seconds = of(size);
    const growth = last === undefined ? '' : `, ${(seconds / last).toFixed(2)} times the half`;
    process.stdout.write(`${String(size).padStart(6)} ${name}: ${seconds.toFixed(2)} s CPU${growth}\n`);
    if (last !== undefined && last > 0.05 && seconds / last > MOST_GROWTH) process.exitCode = 1;
    last = seconds;
  }
}
