/**
 * Writes a site of 500 pages, or of as many as it is told, the same bytes each time:
 * `node scripts/large-site.ts FOLDER [PAGES]`.
 *
 * A guide (the theme's documentation pages, nested sections), a reference (a template of the site's own that reads
 * data), a journal (dated posts), tags on most pages, links between them, and an override of a theme template. The
 * theme's own template for plain pages shows random posts, so no page uses it.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const LARGE_SITE_PAGES = 500;

const TOPICS = ['harbour', 'tides', 'signals', 'charts', 'weather', 'engines', 'ropes', 'crew'];
const INSTRUMENTS = ['compass', 'sextant', 'barometer', 'sounder', 'radio', 'clock'];
const TAGS = ['safety', 'night', 'winter', 'repair', 'training', 'fuel', 'navigation', 'rescue', 'paint', 'history'];
const WORDS =
  'anchor boat buoy cable captain chain coast crane current deck depth dock ebb ferry flag flood fog gale gauge harbour hatch hull keel lamp lens line lock mast mooring net oar pier pilot port quay reef rope rudder sail shoal signal storm swell tide tiller tow vessel watch wave wharf wind winch'.split(
    ' ',
  );

interface Page {
  /** Below `content`. */
  readonly path: string;
  readonly title: string;
  readonly frontMatter: readonly string[];
}

export function writeLargeSite(folder: string, count: number = LARGE_SITE_PAGES): void {
  const random = seededRandom(20_261_121);
  const pages = [...indexes(), ...guide(), ...reference(), ...journal()];
  const more = Array.from({ length: count - pages.length }, (_, at) => plain(at));
  const all = [...pages, ...more];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  for (const [path, text] of Object.entries(FRAME)) write(path, text);
  for (const page of all) write(`content/${page.path}`, sourceOf(page, all, random));
}

function indexes(): Page[] {
  const index = (path: string, title: string, ...frontMatter: string[]): Page => ({
    path: `${path}_index.md`,
    title,
    frontMatter,
  });
  return [
    index('', 'The harbour'),
    index('guide/', 'Guide', 'cascade:', '  type: doc'),
    ...TOPICS.map((topic, at) => index(`guide/${topic}/`, capital(topic), `weight: ${String(at + 1)}`)),
    index('reference/', 'Reference'),
    ...INSTRUMENTS.map((name) => index(`reference/${name}/`, capital(name))),
    index('journal/', 'Journal'),
  ];
}

function guide(): Page[] {
  return TOPICS.flatMap((topic, topicAt) =>
    Array.from({ length: 30 }, (_, at) => ({
      path: `guide/${topic}/step-${String(at + 1).padStart(2, '0')}.md`,
      title: `${capital(topic)}, step ${String(at + 1)}`,
      frontMatter: [`weight: ${String((at + 1) * 10)}`, tagsOf(topicAt + at, at % 3)],
    })),
  );
}

function reference(): Page[] {
  return INSTRUMENTS.flatMap((name, nameAt) =>
    Array.from({ length: 25 }, (_, at) => ({
      path: `reference/${name}/part-${String(at + 1).padStart(2, '0')}.md`,
      title: `${capital(name)}: ${WORDS[(nameAt * 7 + at) % WORDS.length] ?? ''} ${String(at + 1)}`,
      frontMatter: ['template: reference.html', tagsOf(nameAt * 3 + at, at % 2)],
    })),
  );
}

function journal(): Page[] {
  return Array.from({ length: 80 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 3) + at * 5 * 86_400_000).toISOString().slice(0, 10);
    return {
      path: `journal/${day}.md`,
      title: `Entry of ${day}`,
      frontMatter: [`date: ${day}`, 'template: entry.html', tagsOf(at, 2)],
    };
  });
}

function plain(at: number): Page {
  return { path: `notice-${String(at + 1)}.md`, title: `Notice ${String(at + 1)}`, frontMatter: [] };
}

/** So many tags, starting anywhere in the list. */
function tagsOf(start: number, count: number): string {
  const tags = Array.from({ length: count }, (_, at) => TAGS[(start + at * 3) % TAGS.length] ?? '');
  return `tags: [${tags.join(', ')}]`;
}

function sourceOf({ title, frontMatter }: Page, all: readonly Page[], random: () => number): string {
  const pick = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)] as Value;
  const sentence = (): string => `${capital(Array.from({ length: 12 }, () => pick(WORDS)).join(' '))}.`;
  const paragraph = (): string => Array.from({ length: 5 }, sentence).join(' ');
  const target = pick(all);
  const address = `/${target.path.replace(/(?:_index)?\.md$/, '')}`.replace(/\/?$/, '/');
  const parts = [paragraph(), '## Before', paragraph(), `See [${target.title}](${address}).`, '## After', paragraph()];
  return `---\n${[`title: "${title}"`, ...frontMatter].join('\n')}\n---\n\n${parts.join('\n\n')}\n`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Numbers from 0 to 1, the same on every machine (mulberry32). */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const LIST = `<ul>{% for p in posts ?? section?.pages ?? [] %}<li><a href="{{ p.href }}">{{ p.title }}</a></li>\n{% end %}</ul>`;
const ARTICLE = `<article class="prose">\n<h1>{{ page.title }}</h1>\n{{ content | safe }}\n</article>`;

function template(content: string): string {
  return `{% extends 'base.html' %}\n{% block content %}\n${content}\n{% endblock %}\n`;
}

/** Everything but the pages. */
const FRAME: Readonly<Record<string, string>> = {
  'config/_default/site.yaml':
    'title: Harbour Handbook\nbaseurl: "https://harbour.example"\ndescription: A large site for measurements\nlanguage: en\n',
  'config/_default/build.yaml': 'build:\n  output_dir: public\n',
  'config/_default/features.yaml': 'features:\n  rss: true\n  sitemap: true\n  search: true\n  json: true\n',
  'data/instruments.yaml': INSTRUMENTS.map((name, at) => `${name}: ${String(at + 3)} on board\n`).join(''),
  'data/tides.yaml': 'high: "06:10"\nlow: "12:25"\n',
  'templates/page.html': template(ARTICLE),
  'templates/home.html': template(`${ARTICLE}\n<p>High water {{ site.data.tides.high }}.</p>`),
  'templates/index.html': template(`${ARTICLE}\n${LIST}`),
  'templates/reference.html': template(`${ARTICLE}\n{% include 'partials/instruments.html' %}`),
  'templates/entry.html': template(`<p class="date">{{ page.date }}</p>\n${ARTICLE}`),
  'templates/partials/instruments.html': '<aside>Compasses: {{ site.data.instruments.compass }}</aside>\n',
};

if (import.meta.main) {
  const [folder, count = String(LARGE_SITE_PAGES)] = process.argv.slice(2);
  if (folder === undefined || !/^\d{3,5}$/.test(count)) {
    process.stderr.write('usage: node scripts/large-site.ts FOLDER [PAGES]\n');
    process.exitCode = 2;
  } else {
    writeLargeSite(folder, Number(count));
    const pages = readdirSync(join(folder, 'content'), { recursive: true, encoding: 'utf8' });
    process.stdout.write(`${String(pages.filter((path) => path.endsWith('.md')).length)} pages in ${folder}\n`);
  }
}
