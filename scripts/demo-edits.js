import { appendFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * An edit of the sample site, as an author would make it.
 *
 * @typedef {{ readonly what: string, readonly apply: (site: string) => void }} DemoEdit
 */

/**
 * @param {string} file
 * @param {string} from
 * @param {string} to
 * @returns {DemoEdit['apply']}
 */
function replaceIn(file, from, to) {
  return (site) => {
    const path = join(site, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from))
      throw new Error(`${file} no longer holds ${JSON.stringify(from)}; mend scripts/demo-edits.js`);
    writeFileSync(path, text.replace(from, to));
  };
}

/**
 * By the name that `--edit` takes.
 *
 * @type {Readonly<Record<string, DemoEdit>>}
 */
export const DEMO_EDITS = {
  none: { what: 'nothing at all: only a fresh checkout', apply: () => undefined },
  body: {
    what: 'a sentence at the end of content/lamps/oil.md',
    apply: (site) => appendFileSync(join(site, 'content/lamps/oil.md'), '\nTrim the wick before dusk.\n'),
  },
  title: {
    what: 'the title of content/lamps/oil.md',
    apply: replaceIn('content/lamps/oil.md', 'title: ', 'title: Old '),
  },
  data: {
    what: 'an hour in data/watches.yaml',
    apply: replaceIn('data/watches.yaml', '04:00', '03:30'),
  },
  template: {
    what: 'the template templates/watch.html',
    apply: (site) => appendFileSync(join(site, 'templates/watch.html'), '<!-- checked by the keeper -->\n'),
  },
  'new-page': {
    what: 'a new page content/weather/ice.md',
    apply: (site) =>
      writeFileSync(join(site, 'content/weather/ice.md'), '---\ntitle: Ice\n---\n\nBreak it off the gallery rail.\n'),
  },
  'delete-page': {
    what: 'content/lamps/oil.md is deleted',
    apply: (site) => rmSync(join(site, 'content/lamps/oil.md')),
  },
  config: {
    what: 'the site title in the configuration',
    apply: replaceIn('config/_default/site.yaml', 'Lighthouse Handbook', 'The Lighthouse Handbook'),
  },
};
