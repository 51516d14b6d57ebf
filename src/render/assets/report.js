// @ts-check
// Runs in the report page, from `file:` and without a network. Every name is set as text, never as markup.
'use strict';

/**
 * @typedef {{ kind: string, via: string, through?: string[], shows?: string }} Reason
 * @typedef {{ output: string, source: string | null, url: string, reasons: Reason[] }} Page
 * @typedef {{ name: string, folders: Map<string, Folder>, pages: Page[], size: number }} Folder
 * @typedef {{
 *   pages: Page[],
 *   sentences: Record<string, string>,
 *   causeKinds: Record<string, string>,
 *   sourceLinks: Record<string, string>,
 *   pageLinks: Record<string, string>,
 * }} Data
 */
(() => {
  /** Rows that are made at once; more only when somebody asks for them. */
  const CHUNK = 200;
  /** So many pages are drawn one by one; more are drawn as sections. */
  const MOST_DRAWN = 40;

  /** @type {Data} */
  const data = JSON.parse(element('data').textContent ?? '');
  const search = /** @type {HTMLInputElement} */ (element('search'));
  const file = /** @type {HTMLSelectElement} */ (element('file'));
  const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#reasons input')]);
  const haystack = data.pages.map((page) => `${page.url}\n${page.source ?? ''}`.toLowerCase());
  /** @type {string | undefined} */
  let chosen;

  /** @param {string} id */
  function element(id) {
    const found = document.getElementById(id);
    if (found === null) throw new Error(`The page has no ${id}`);
    return found;
  }

  /**
   * @param {string} tag
   * @param {Record<string, string>} [attributes]
   * @param {(Node | string)[]} children
   */
  function make(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  /**
   * A page may be named like something that every object has.
   * @param {Record<string, string>} record
   * @param {string} key
   */
  function own(record, key) {
    return Object.hasOwn(record, key) ? record[key] : undefined;
  }

  /** @param {number} number */
  const digits = (number) => number.toLocaleString('en-US');

  function visiblePages() {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const kinds = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    return data.pages.filter((page, index) => {
      const text = haystack[index] ?? '';
      return (
        page.reasons.some(({ kind, via }) => kinds.has(kind) && (file.value === '' || via === file.value)) &&
        words.every((word) => text.includes(word))
      );
    });
  }

  /** @param {Page[]} pages */
  function treeOf(pages) {
    /** @type {Folder} */
    const root = { name: '/', folders: new Map(), pages: [], size: 0 };
    for (const page of pages) {
      let folder = root;
      folder.size++;
      const parts = page.url.split('/').filter(Boolean);
      for (const name of parts.slice(0, -1)) {
        const below = folder.folders.get(name) ?? { name, folders: new Map(), pages: [], size: 0 };
        folder.folders.set(name, below);
        folder = below;
        folder.size++;
      }
      folder.pages.push(page);
    }
    return root;
  }

  /**
   * @param {Folder} folder
   * @param {boolean} open
   * @returns {HTMLElement}
   */
  function drawFolder(folder, open) {
    const summary = make('summary', {}, make('span', { class: 'name' }, folder.name === '/' ? '/' : `${folder.name}/`));
    summary.append(' ', make('span', { class: 'number' }, `(${digits(folder.size)})`));
    const details = /** @type {HTMLDetailsElement} */ (make('details', {}, summary));
    // What nobody opens is never made: a site may have ten thousand pages.
    const fill = () => {
      if (details.childElementCount > 1) return;
      for (const below of folder.folders.values()) details.append(drawFolder(below, false));
      details.append(drawPages(folder.pages));
    };
    details.addEventListener('toggle', () => {
      if (details.open) fill();
    });
    if (open) {
      fill();
      details.open = true;
    }
    return details;
  }

  /** @param {Page[]} pages */
  function drawPages(pages) {
    const list = make('ul', { class: 'plain' });
    let shown = 0;
    const more = make('button', { type: 'button' });
    const grow = () => {
      for (const page of pages.slice(shown, shown + CHUNK)) list.append(make('li', {}, pageButton(page)));
      shown += CHUNK;
      more.textContent = `${digits(Math.max(0, pages.length - shown))} more`;
      if (shown >= pages.length) more.remove();
    };
    more.addEventListener('click', grow);
    const box = make('div', {}, list, more);
    grow();
    return box;
  }

  /** @param {Page} page */
  function pageButton(page) {
    const button = make('button', { type: 'button', class: 'name', 'data-url': page.url }, page.url);
    button.setAttribute('aria-pressed', String(page.url === chosen));
    button.addEventListener('click', () => choose(page));
    return button;
  }

  /** As the explorer has it, in whose graph pages are named by their addresses. @param {string} name */
  function addressOf(name, kind = 'page') {
    return `#${kind}/${encodeURIComponent(name.toWellFormed())}`;
  }

  /** @param {Page} page */
  function choose(page) {
    chosen = page.url;
    for (const button of document.querySelectorAll('#tree button[data-url]'))
      button.setAttribute('aria-pressed', String(button.getAttribute('data-url') === chosen));
    // The explorer of the graph draws what the address names.
    if (location.hash !== addressOf(page.url)) location.hash = addressOf(page.url);
    const reasons = page.reasons.map((reason) => {
      const [before = '', after = ''] = (own(data.sentences, reason.kind) ?? `${reason.kind} {via}`).split('{via}');
      const item = make('li', {}, before, linked(reason.via, own(data.sourceLinks, reason.via)), after);
      for (const step of reason.through ?? []) item.append(' → ', make('span', { class: 'name' }, step));
      if (reason.shows !== undefined && !`${before}${reason.via}${after}`.endsWith(reason.shows))
        item.append(': ', make('span', { class: 'name' }, reason.shows));
      return item;
    });
    const details = element('details');
    details.replaceChildren(make('h2', {}, linked(page.url, own(data.pageLinks, page.url))));
    if (page.source !== null)
      details.append(make('p', {}, 'Source: ', linked(page.source, own(data.sourceLinks, page.source))));
    details.append(make('p', {}, 'Output: ', make('span', { class: 'name' }, page.output)));
    details.append(make('ul', {}, ...reasons));
  }

  /**
   * @param {string} text
   * @param {string | undefined} address
   */
  function linked(text, address) {
    return address === undefined
      ? make('span', { class: 'name' }, text)
      : make('a', { class: 'name', href: address }, text);
  }

  /** @param {Page[]} pages */
  function drawGraph(pages) {
    const bySection = pages.length > MOST_DRAWN;
    /** @type {Map<string, number>} */
    const targets = new Map();
    /** @type {Map<string, Set<string>>} */
    const edges = new Map();
    for (const page of pages) {
      const section = /^\/[^/]+\//.exec(page.url)?.[0] ?? '/';
      const target = bySection ? section : page.url;
      targets.set(target, (targets.get(target) ?? 0) + 1);
      for (const { via } of page.reasons) {
        if (file.value !== '' && via !== file.value) continue;
        const known = edges.get(via) ?? new Set();
        edges.set(via, known.add(target));
      }
    }
    const left = [...edges.keys()].slice(0, MOST_DRAWN);
    const right = [...targets.keys()].slice(0, MOST_DRAWN);
    const height = Math.max(left.length, right.length, 1) * 34 + 10;
    const svg = svgElement('svg', {
      viewBox: `0 0 900 ${height}`,
      role: 'group',
      'aria-label': 'Changed files and what they affect',
    });
    const at = (/** @type {number} */ index, /** @type {number} */ all) => ((index + 0.5) * height) / all;
    for (const [from, via] of left.entries())
      for (const target of edges.get(via) ?? []) {
        const to = right.indexOf(target);
        if (to < 0) continue;
        const [y1, y2] = [at(from, left.length), at(to, right.length)];
        svg.append(svgElement('path', { d: `M 390 ${y1} C 450 ${y1}, 450 ${y2}, 510 ${y2}` }));
      }
    for (const [index, via] of left.entries())
      svg.append(node('file', via, { x: 10, y: at(index, left.length), act: () => drawFile(via) }));
    for (const [index, target] of right.entries()) {
      const label = bySection ? `${target} (${digits(targets.get(target) ?? 0)})` : target;
      svg.append(
        node('page', label, {
          x: 510,
          y: at(index, right.length),
          act: () => (bySection ? narrowTo(target) : drawPage(target)),
        }),
      );
    }
    const hidden = edges.size - left.length + targets.size - right.length;
    element('graph').replaceChildren(
      ...(pages.length === 0 ? [] : [svg]),
      ...(hidden > 0 ? [make('p', {}, `${digits(hidden)} more are not drawn: narrow the list above.`)] : []),
    );
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} attributes
   */
  function svgElement(name, attributes) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    return made;
  }

  /**
   * @param {'file' | 'page'} kind
   * @param {string} label
   * @param {{ x: number, y: number, act: () => void }} options
   */
  function node(kind, label, { x, y, act }) {
    const group = svgElement('g', { class: kind, role: 'button', tabindex: '0', 'aria-label': label });
    group.append(svgElement('rect', { x: String(x), y: String(y - 13), width: '380', height: '26', rx: '6' }));
    const text = svgElement('text', { x: String(x + 10), y: String(y + 5) });
    text.textContent = label.length > 44 ? `…${label.slice(-43)}` : label;
    const title = svgElement('title', {});
    title.textContent = label;
    group.append(text, title);
    group.addEventListener('click', act);
    group.addEventListener('keydown', (event) => {
      if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
      event.preventDefault();
      act();
    });
    return group;
  }

  /** @param {string} via */
  function drawFile(via) {
    const [reason] = data.pages.flatMap((page) => page.reasons.filter((each) => each.via === via));
    if (reason !== undefined) location.hash = addressOf(via, own(data.causeKinds, reason.kind) ?? 'source');
  }

  /** @param {string} url */
  function drawPage(url) {
    const [page] = data.pages.filter((each) => each.url === url);
    if (page !== undefined) choose(page);
  }

  /** @param {string} section */
  function narrowTo(section) {
    search.value = section;
    draw();
    search.focus();
  }

  function draw() {
    const pages = visiblePages();
    element('count').textContent = `${digits(pages.length)} of ${digits(data.pages.length)} affected pages`;
    const tree = treeOf(pages);
    element('tree').replaceChildren(...(pages.length === 0 ? [] : [drawFolder(tree, true)]));
    if (pages.length <= CHUNK)
      for (let closed; (closed = document.querySelector('#tree details:not([open])')) !== null;) {
        const details = /** @type {HTMLDetailsElement} */ (closed);
        details.open = true;
        details.dispatchEvent(new Event('toggle'));
      }
    drawGraph(pages);
  }

  search.addEventListener('input', draw);
  file.addEventListener('change', draw);
  for (const box of boxes) box.addEventListener('change', draw);
  element('filters').addEventListener('submit', (event) => event.preventDefault());
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
    event.preventDefault();
    search.focus();
  });
  function followAddress() {
    const [named] = data.pages.filter((page) => addressOf(page.url) === location.hash);
    if (named !== undefined && named.url !== chosen) choose(named);
    // What was chosen in the overview went with it; the drawing goes on from there.
    const centre = /** @type {SVGElement | null} */ (document.querySelector('#explorer-drawing [tabindex="0"]'));
    if (document.activeElement === document.body) centre?.focus();
  }

  window.addEventListener('hashchange', followAddress);
  draw();
  followAddress();
})();
