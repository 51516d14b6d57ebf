import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DEMO_EDITS } from '../demo-edits.js';

const root = join(import.meta.dirname, '..', '..');

/** An edit of a site, as an author or a job would make it. `apply` gets the site's root. */
export interface Edit {
  readonly name: string;
  readonly what: string;
  readonly apply: (site: string) => void;
  /** The pages that a full build was seen to change, add or remove. */
  readonly changes?: readonly string[];
}

export interface Site {
  readonly name: string;
  /** Folder of its sources. */
  readonly source: string;
  readonly edits: readonly Edit[];
}

export function suiteSites(): readonly Site[] {
  return [
    { name: 'lighthouse', source: join(root, 'examples', 'lighthouse', 'site'), edits: lighthouseEdits() },
    recordedCase('orchard'),
    recordedCase('ferry'),
  ];
}

interface Scenario {
  readonly what: string;
  readonly deleted: readonly string[];
  readonly truth: { readonly pages: readonly string[] };
}

/** A site of `test/cases` with the edits that are kept as files beside it. */
function recordedCase(name: string): Site {
  const folder = join(root, 'test', 'cases', name);
  const scenarios = join(folder, 'scenarios');
  const edits = readdirSync(scenarios)
    .sort()
    .map((edit): Edit => {
      const overlay = join(scenarios, edit, 'overlay');
      const scenario = JSON.parse(readFileSync(join(scenarios, edit, 'scenario.json'), 'utf8')) as Scenario;
      const { what, deleted, truth } = scenario;
      return {
        name: edit,
        what,
        changes: truth.pages,
        apply(site) {
          for (const path of deleted) rmSync(join(site, path));
          if (existsSync(overlay)) cpSync(overlay, site, { recursive: true });
        },
      };
    });
  return { name, source: join(folder, 'site'), edits };
}

function lighthouseEdits(): Edit[] {
  const demo = Object.entries(DEMO_EDITS).map(([name, edit]) => ({ name, ...edit }));
  return [...demo, ...FRONT_MATTER_EDITS, ...STRUCTURE_EDITS, ...TEMPLATE_EDITS, ...OTHER_EDITS];
}

const FRONT_MATTER_EDITS: readonly Edit[] = [
  edit('line-ends', 'other line ends in content/lamps/lens.md', change('content/lamps/lens.md', /\n/g, '\r\n')),
  edit(
    'comment',
    'a comment in the front matter of content/about.md',
    change('content/about.md', /^---\n/, '---\n# who\n'),
  ),
  edit(
    'description',
    'a description for content/weather/fog.md',
    change('content/weather/fog.md', /^---\n/, '---\ndescription: Horns\n'),
  ),
  edit(
    'weight',
    'a weight for content/weather/storm.md',
    change('content/weather/storm.md', /^---\n/, '---\nweight: 1\n'),
  ),
  edit('date', 'a date for content/about.md', change('content/about.md', /^---\n/, '---\ndate: 2024-05-01\n')),
  edit('own-key', 'a key of its own in content/about.md', change('content/about.md', /^---\n/, '---\nmood: calm\n')),
  edit(
    'tag-added',
    'another tag that is in use',
    change('content/lamps/lens.md', '[Optics & Glass]', '[Optics & Glass, watch]'),
  ),
  edit('tag-new', 'a tag that nobody had', change('content/weather/fog.md', '[signals]', '[signals, Night]')),
  edit('tag-removed', 'one tag less', change('content/lamps/oil.md', '[fuel, routine]', '[fuel]')),
  edit('tag-case', 'a tag in other letters', change('content/weather/storm.md', 'History', 'history')),
  edit(
    'draft',
    'content/weather/fog.md becomes a draft',
    change('content/weather/fog.md', /^---\n/, '---\ndraft: true\n'),
  ),
  edit(
    'template-key',
    'another template for content/about.md',
    change('content/about.md', /^---\n/, '---\ntemplate: watch.html\n'),
  ),
];

const STRUCTURE_EDITS: readonly Edit[] = [
  edit('index-body', 'the text of a section index', append('content/lamps/_index.md', '\nAnd its clockwork.\n')),
  edit(
    'index-title',
    'the title of a section index',
    change('content/lamps/_index.md', 'title: Lamps', 'title: The lamps'),
  ),
  edit(
    'index-cascade',
    'a section index hands a type down',
    change('content/lamps/_index.md', /^---\n/, '---\ncascade:\n  type: doc\n'),
  ),
  edit(
    'index-cascade-own',
    'a section index hands a key of its own down',
    change('content/lamps/_index.md', /^---\n/, '---\ncascade:\n  mood: calm\n'),
  ),
  edit('index-deleted', 'a section loses its index', (site) => rmSync(join(site, 'content/weather/_index.md'))),
  edit('home', 'the text of the home page', append('content/_index.md', '\nKept since 1811.\n')),
  edit('rename', 'content/weather/storm.md moves to gale.md', (site) =>
    renameSync(join(site, 'content/weather/storm.md'), join(site, 'content/weather/gale.md')),
  ),
  edit(
    'section-added',
    'a new section with an index',
    write('content/boats/_index.md', '---\ntitle: Boats\n---\n\nRow.\n'),
  ),
  edit(
    'section-bare',
    'a new section without an index',
    write('content/boats/relief.md', '---\ntitle: Relief boat\n---\n\nRow.\n'),
  ),
  edit('two-edits', 'a title and the template of other pages', (site) => {
    change('content/lamps/oil.md', 'title: Oil', 'title: Lamp oil')(site);
    append('templates/watch.html', '<!-- twice -->\n')(site);
  }),
];

const TEMPLATE_EDITS: readonly Edit[] = [
  edit('template-base', 'the template of every page', change('templates/base.html', '<main>', '<main id="main">')),
  edit(
    'template-partial',
    'a partial of every page',
    change('templates/partials/masthead.html', '<header>', '<header class="mast">'),
  ),
  edit('template-tag', 'the template of tag pages', change('templates/tag.html', '<ul>', '<ul class="tag">')),
  edit(
    'template-tags',
    'the template of the index of tags',
    change('templates/tags.html', '<ul>', '<ul class="tags">'),
  ),
  edit('template-new', 'a template that nothing uses', write('templates/spare.html', '<p>spare</p>\n')),
  edit(
    'template-shadowing',
    "a template that takes the place of the theme's",
    write('templates/base.md.html', '<p>spare</p>\n'),
  ),
  edit('template-deleted', 'content/keepers loses its own template', (site) => {
    for (const page of ['duties', 'relief']) change(`content/keepers/${page}.md`, 'template: watch.html\n', '')(site);
    rmSync(join(site, 'templates/watch.html'));
  }),
];

const OTHER_EDITS: readonly Edit[] = [
  edit('data-new', 'a data file that nothing reads', write('data/boats.yaml', 'oars: 4\n')),
  edit('style-new', 'a new style sheet', write('assets/css/night.css', 'body { background: #000 }\n')),
  edit('image-new', 'a new image', write('assets/images/lamp.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n')),
  edit(
    'config-comment',
    'a comment in the configuration',
    append('config/_default/site.yaml', '# kept by the keeper\n'),
  ),
  edit(
    'config-other',
    'the configuration of another environment',
    write('config/environments/preview.yaml', 'site:\n  title: Preview\n'),
  ),
  edit('page-lost', 'the output of a page is lost', lose('public/about/index.html')),
  edit('tag-page-lost', 'the output of a tag is lost', lose('public/tags/fuel/index.html')),
  edit('sitemap-lost', 'the sitemap is lost', lose('public/sitemap.xml')),
];

function edit(name: string, what: string, apply: Edit['apply']): Edit {
  return { name, what, apply };
}

export function change(file: string, from: string | RegExp, to: string): Edit['apply'] {
  return (site) => {
    const path = join(site, file);
    const before = readFileSync(path, 'utf8');
    const after = before.replace(from, to);
    if (after === before) throw new Error(`${file} does not hold ${String(from)}; mend scripts/gate-suite/edits.ts`);
    writeFileSync(path, after);
  };
}

/** A cold build has no output to lose. */
function lose(file: string): Edit['apply'] {
  return (site) => rmSync(join(site, file), { force: true });
}

export function append(file: string, text: string): Edit['apply'] {
  return (site) => appendFileSync(join(site, file), text);
}

function write(file: string, text: string): Edit['apply'] {
  return (site) => {
    mkdirSync(dirname(join(site, file)), { recursive: true });
    writeFileSync(join(site, file), text);
  };
}
