// @ts-check
// Runs in the page of a graph, from `file:` and without a network. Every name is set as text, never as markup.
'use strict';

/**
 * Columns of the graph: a node is its index in the lists, and `used` holds the nodes that each uses, one after another.
 * @typedef {{
 *   kindNames: string[],
 *   statusNames: string[],
 *   kinds: number[],
 *   names: string[],
 *   statuses: number[],
 *   affected: number[],
 *   hashes: (string | null)[],
 *   outputs: (string | null)[],
 *   times: (number | null)[],
 *   uses: number[],
 *   used: number[],
 * }} Data
 * @typedef {{ id: number, column: number, row: number }} Place
 */
(() => {
  /** Rows of a list, and boxes of a column, that are made at once. */
  const CHUNK = 100;
  const FIRST_BOXES = 30;
  const BOX = { width: 250, height: 26, gapX: 90, gapY: 10, margin: 14 };

  /** @type {Data} */
  const data = JSON.parse(element('explorer-data').textContent ?? '');
  const size = data.names.length;
  const radius = /** @type {HTMLInputElement} */ (element('explorer-radius'));
  const affected = new Set(data.affected);
  const starts = offsets(data.uses);
  const users = turnAround();
  /** @type {number | undefined} */
  let chosen;
  /** @type {Map<number, number>} How many boxes of a column are drawn. */
  let room = new Map();

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
   * @param {string} tag
   * @param {Record<string, string | number>} [attributes]
   */
  function draw(tag, attributes = {}) {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
    return made;
  }

  /** @param {number[]} counts */
  function offsets(counts) {
    const at = new Uint32Array(counts.length + 1);
    for (const [index, count] of counts.entries()) at[index + 1] = (at[index] ?? 0) + count;
    return at;
  }

  /** Who uses each node: the same edges by their other end. */
  function turnAround() {
    const at = new Uint32Array(size + 1);
    for (const node of data.used) at[node + 1] = (at[node + 1] ?? 0) + 1;
    for (let index = 0; index < size; index++) at[index + 1] = (at[index + 1] ?? 0) + (at[index] ?? 0);
    const next = at.slice();
    const nodes = new Uint32Array(data.used.length);
    for (let user = 0; user < size; user++)
      for (let edge = starts[user] ?? 0; edge < (starts[user + 1] ?? 0); edge++) {
        const used = data.used[edge] ?? 0;
        nodes[next[used] ?? 0] = user;
        next[used] = (next[used] ?? 0) + 1;
      }
    return { at, nodes };
  }

  /** @param {number} id */
  function dependencies(id) {
    return [...new Set(data.used.slice(starts[id], starts[id + 1]))];
  }

  /** @param {number} id */
  function dependents(id) {
    return [...new Set(users.nodes.subarray(users.at[id], users.at[id + 1]))];
  }

  const digits = (/** @type {number} */ number) => number.toLocaleString('en-US');
  const name = (/** @type {number} */ id) => data.names[id] || '""';
  const kindOf = (/** @type {number} */ id) => data.kindNames[data.kinds[id] ?? 0] ?? '';
  const statusOf = (/** @type {number} */ id) => data.statusNames[data.statuses[id] ?? 0] ?? '';
  const classOf = (/** @type {number} */ id) =>
    `${statusOf(id).replace(/ .*/, '')}${affected.has(id) ? ' affected' : ''}${id === chosen ? ' chosen' : ''}`;
  const words = (/** @type {number} */ id) =>
    `${kindOf(id)} ${name(id)}, ${statusOf(id)}${affected.has(id) ? ', affected' : ''}`;
  const isOff = (/** @type {number} */ id) => ['stale', 'missing'].includes(statusOf(id));

  /** What is not as usual first, then by name. @param {number[]} ids */
  function sorted(ids) {
    const rank = (/** @type {number} */ id) => (affected.has(id) ? 0 : isOff(id) ? 1 : 2);
    return ids.sort((left, right) => rank(left) - rank(right) || (name(left) < name(right) ? -1 : 1));
  }

  /** @param {number} id */
  function nodeButton(id) {
    const button = make('button', { type: 'button', 'data-node': String(id) });
    button.append(make('span', { class: `badge ${classOf(id)}` }, kindOf(id)), ` ${name(id)}`);
    button.setAttribute('aria-label', words(id));
    button.addEventListener('click', () => go(id));
    return button;
  }

  /** @param {HTMLElement} list @param {number[]} ids */
  function fill(list, ids) {
    list.replaceChildren();
    let shown = 0;
    const grow = () => {
      const more = ids.slice(shown, shown + CHUNK);
      list.append(...more.map((id) => make('li', {}, nodeButton(id))));
      shown += more.length;
      if (shown >= ids.length) return;
      const button = make('button', { type: 'button' }, `${digits(ids.length - shown)} more`);
      const item = make('li', {}, button);
      button.addEventListener('click', () => {
        item.remove();
        grow();
        /** @type {HTMLElement | null} */ (list.children[shown - 1]?.querySelector('button') ?? null)?.focus();
      });
      list.append(item);
    };
    grow();
  }

  /** The list of nodes that fit what somebody asks for, on a page that has one. */
  function startFinder() {
    const search = /** @type {HTMLInputElement} */ (element('explorer-search'));
    const kind = /** @type {HTMLSelectElement} */ (element('explorer-kind'));
    const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#explorer-statuses input')]);
    const haystack = data.names.map((each) => each.toLowerCase());

    const results = () => {
      const wanted = search.value.toLowerCase().split(/\s+/).filter(Boolean);
      const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
      /** @type {number[]} */
      const found = [];
      for (let id = 0; id < size; id++) {
        if (kind.value !== '' && kindOf(id) !== kind.value) continue;
        if (!statuses.has(statusOf(id))) continue;
        const text = haystack[id] ?? '';
        if (wanted.every((word) => text.includes(word))) found.push(id);
      }
      return sorted(found);
    };

    const showResults = () => {
      const found = results();
      element('explorer-count').textContent = `${digits(found.length)} of ${digits(size)} nodes`;
      fill(element('explorer-results'), found);
      markCurrent();
    };

    search.addEventListener('input', showResults);
    kind.addEventListener('change', showResults);
    for (const each of boxes) each.addEventListener('change', showResults);
    element('explorer-form').addEventListener('submit', (event) => event.preventDefault());
    document.addEventListener('keydown', (event) => {
      if (event.key !== '/' || event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      search.focus();
    });
    showResults();
  }

  function markCurrent() {
    for (const button of document.querySelectorAll('#explorer-results button[data-node]'))
      button.setAttribute('aria-current', String(button.getAttribute('data-node') === String(chosen)));
  }

  /** Nodes by how far they are, those that were used on the left; each once, where it is nearest. @param {number} centre */
  function columnsAround(centre) {
    /** @type {Map<number, number[]>} */
    const columns = new Map([[0, [centre]]]);
    const seen = new Set([centre]);
    for (const [step, next] of /** @type {const} */ ([
      [1, dependents],
      [-1, dependencies],
    ])) {
      let border = [centre];
      for (let distance = 1; distance <= Number(radius.value) && border.length > 0; distance++) {
        /** @type {number[]} */
        const beyond = [];
        for (const id of border)
          for (const other of next(id)) {
            if (seen.has(other)) continue;
            seen.add(other);
            beyond.push(other);
          }
        if (beyond.length > 0) columns.set(step * distance, beyond);
        border = beyond;
      }
    }
    return columns;
  }

  /** Where each node stands: beside what it belongs to, so that few lines cross. @param {Map<number, number[]>} columns */
  function placeNodes(columns) {
    /** @type {Map<number, Place>} */
    const places = new Map();
    /** @type {Map<number, number>} */
    const hidden = new Map();
    const order = [...columns.keys()].sort((left, right) => Math.abs(left) - Math.abs(right) || right - left);
    for (const column of order) {
      const all = sorted([...(columns.get(column) ?? [])]);
      const drawn = all.slice(0, room.get(column) ?? FIRST_BOXES);
      if (all.length > drawn.length) hidden.set(column, all.length - drawn.length);
      const near = (/** @type {number} */ id) => {
        const rows = (column > 0 ? dependencies(id) : dependents(id)).flatMap((other) => places.get(other)?.row ?? []);
        return rows.length === 0 ? Number.MAX_VALUE : rows.reduce((sum, row) => sum + row, 0) / rows.length;
      };
      const keys = new Map(drawn.map((id) => [id, near(id)]));
      drawn.sort((left, right) => (keys.get(left) ?? 0) - (keys.get(right) ?? 0));
      for (const [row, id] of drawn.entries()) places.set(id, { id, column, row: row - (drawn.length - 1) / 2 });
    }
    return { places, hidden };
  }

  /** @param {number} centre */
  function drawAround(centre) {
    const { places, hidden } = placeNodes(columnsAround(centre));
    const all = [...places.values()];
    const firstColumn = Math.min(...all.map((place) => place.column));
    const lastColumn = Math.max(...all.map((place) => place.column));
    const rows = Math.max(...all.map((place) => Math.abs(place.row))) + (hidden.size > 0 ? 1.5 : 0);
    const x = (/** @type {number} */ column) => BOX.margin + (column - firstColumn) * (BOX.width + BOX.gapX);
    const y = (/** @type {number} */ row) => BOX.margin + (row + rows) * (BOX.height + BOX.gapY);
    const width = x(lastColumn) + BOX.width + BOX.margin;
    const height = y(rows) + BOX.height + BOX.margin;
    const svg = draw('svg', { width, height, viewBox: `0 0 ${width} ${height}`, role: 'group' });
    svg.setAttribute('aria-label', `${words(centre)}, and what is near; the arrow keys go from node to node`);
    for (const place of all)
      for (const other of dependencies(place.id)) {
        const from = places.get(other);
        if (from === undefined || from.id === place.id) continue;
        svg.append(line(from, place, { x, y }));
      }
    for (const place of all) svg.append(box(place, x(place.column), y(place.row)));
    for (const [column, count] of hidden) {
      const last = Math.max(...all.filter((place) => place.column === column).map((place) => place.row));
      svg.append(moreBox(column, count, { x: x(column), y: y(last + 1) }));
    }
    const drawing = element('explorer-drawing');
    drawing.replaceChildren(svg);
    // Brings the node that it is about into view.
    drawing.scrollLeft = Math.max(0, x(0) - (drawing.clientWidth - BOX.width) / 2);
    drawing.scrollTop = Math.max(0, y(0) - drawing.clientHeight / 2);
  }

  /**
   * @param {Place} from
   * @param {Place} to
   * @param {{ x: (column: number) => number, y: (row: number) => number }} at
   */
  function line(from, to, { x, y }) {
    const forward = from.column < to.column;
    const [x1, y1] = [
      x(from.column) + (from.column === to.column || forward ? BOX.width : 0),
      y(from.row) + BOX.height / 2,
    ];
    const [x2, y2] = [
      x(to.column) + (from.column === to.column || !forward ? BOX.width : 0),
      y(to.row) + BOX.height / 2,
    ];
    const bend = (from.column === to.column || forward ? 1 : -1) * (BOX.gapX / 2);
    const end = x2 + (from.column === to.column ? bend : -bend);
    const path = draw('path', { d: `M ${x1} ${y1} C ${x1 + bend} ${y1}, ${end} ${y2}, ${x2} ${y2}` });
    if (isOff(from.id) && isOff(to.id)) path.setAttribute('class', 'hot');
    return path;
  }

  /** @param {Place} place @param {number} left @param {number} top */
  function box({ id, column, row }, left, top) {
    const group = draw('g', { class: classOf(id), role: 'button', tabindex: id === chosen ? 0 : -1, 'data-node': id });
    group.setAttribute('data-column', String(column));
    group.setAttribute('data-row', String(row));
    group.append(
      draw('rect', { x: left, y: top, width: BOX.width, height: BOX.height, rx: kindOf(id) === 'page' ? 13 : 4 }),
    );
    const text = draw('text', { x: left + 10, y: top + 18 });
    const label = `${kindOf(id)} ${name(id)}`;
    const shown = label.length > 36 ? `${kindOf(id)} …${name(id).slice(kindOf(id).length - 33)}` : label;
    text.textContent = shown;
    // Who names a box by what can be read on it has to be understood.
    group.setAttribute('aria-label', shown === label ? words(id) : `${shown}: ${words(id)}`);
    const title = draw('title');
    title.textContent = words(id);
    group.append(text, title);
    group.addEventListener('click', () => go(id));
    return group;
  }

  /** @param {number} column @param {number} count @param {{ x: number, y: number }} at */
  function moreBox(column, count, { x, y }) {
    const group = draw('g', { class: 'tracked', role: 'button', tabindex: 0 });
    group.setAttribute('aria-label', `${digits(count)} more in this column`);
    group.append(draw('rect', { x, y, width: BOX.width, height: BOX.height, rx: 4 }));
    const text = draw('text', { x: x + 10, y: y + 18 });
    text.textContent = `${digits(count)} more`;
    group.append(text);
    const grow = () => {
      room.set(column, (room.get(column) ?? FIRST_BOXES) + CHUNK);
      show();
    };
    group.addEventListener('click', grow);
    group.addEventListener('keydown', (event) => {
      if (event instanceof KeyboardEvent && ['Enter', ' '].includes(event.key)) grow();
    });
    return group;
  }

  /** Arrow keys go from box to box, Enter makes one the centre. @param {KeyboardEvent} event */
  function steer(event) {
    const here = /** @type {Element | null} */ (event.target)?.closest('[data-node]');
    // With Alt they are the browser's: back and forward.
    if (!here || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = { column: Number(here.getAttribute('data-column')), row: Number(here.getAttribute('data-row')) };
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      go(Number(here.getAttribute('data-node')));
      return;
    }
    /** @type {Record<string, { column: number, row: number }>} */
    const moves = {
      ArrowUp: { column: 0, row: -1 },
      ArrowDown: { column: 0, row: 1 },
      ArrowLeft: { column: -1, row: 0 },
      ArrowRight: { column: 1, row: 0 },
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    const wanted = { column: place.column + move.column, row: place.row + move.row };
    const candidates = [...document.querySelectorAll('#explorer-drawing [data-node]')].filter(
      (each) => Number(each.getAttribute('data-column')) === wanted.column,
    );
    const distance = (/** @type {Element} */ each) => Math.abs(Number(each.getAttribute('data-row')) - wanted.row);
    const [nearest] = candidates.sort((left, right) => distance(left) - distance(right));
    if (nearest === undefined || (move.row !== 0 && distance(nearest) > 0.5)) return;
    for (const each of document.querySelectorAll('#explorer-drawing [data-node]')) each.setAttribute('tabindex', '-1');
    nearest.setAttribute('tabindex', '0');
    /** @type {SVGElement} */ (nearest).focus();
  }

  /** @param {string} title @param {number[]} ids */
  function nodeList(title, ids) {
    if (ids.length === 0) return [];
    const list = make('ul');
    fill(list, sorted(ids));
    return [make('h2', {}, `${title} (${digits(ids.length)})`), list];
  }

  /** @param {number} id */
  function details(id) {
    /** @type {[string, string][]} */
    const rows = [
      ['Kind', kindOf(id)],
      ['Status', `${statusOf(id)}${affected.has(id) ? ', affected: has to be built' : ''}`],
    ];
    const [hash, output, time] = [data.hashes[id], data.outputs[id], data.times[id]];
    if (hash) rows.push(['SHA-256', hash]);
    if (output) rows.push(['Output', output]);
    if (time !== null && time !== undefined && Math.abs(time) < 8.64e15)
      rows.push(['Recorded', new Date(time).toISOString()]);
    const list = make('dl');
    for (const [term, text] of rows) list.append(make('dt', {}, term), make('dd', {}, text));
    element('explorer-details').replaceChildren(
      make('h2', {}, name(id)),
      list,
      ...nodeList('Changed, and it was made from them', causes(id)),
      ...nodeList('Made from', dependencies(id)),
      ...nodeList('Used by', dependents(id)),
    );
  }

  /** Changed files that a stale node was made from, near or far. @param {number} id */
  function causes(id) {
    if (!isOff(id)) return [];
    const seen = new Set([id]);
    for (const each of seen) for (const other of dependencies(each)) if (isOff(other)) seen.add(other);
    seen.delete(id);
    return [...seen].filter((each) => dependencies(each).every((other) => !isOff(other)));
  }

  function overview() {
    const head = make('tr', {}, make('th', {}, 'Nodes'), ...data.statusNames.map((each) => make('th', {}, each)));
    const body = data.kindNames.map((_, index) => {
      const counts = data.statusNames.map(() => 0);
      for (let id = 0; id < size; id++) {
        const status = data.statuses[id] ?? 0;
        if (data.kinds[id] === index) counts[status] = (counts[status] ?? 0) + 1;
      }
      return { index, counts };
    });
    const rows = body
      .filter(({ counts }) => counts.some((count) => count > 0))
      .map(({ index, counts }) =>
        make(
          'tr',
          {},
          make('th', { scope: 'row' }, data.kindNames[index] ?? ''),
          ...counts.map((count) => make('td', {}, count === 0 ? '' : digits(count))),
        ),
      );
    const changed = [...data.names.keys()].filter(
      (id) => isOff(id) && dependencies(id).every((other) => !isOff(other)),
    );
    element('explorer-details').replaceChildren(
      make('h2', {}, `${digits(size)} nodes, ${digits(data.used.length)} edges`),
      make('table', {}, make('thead', {}, head), make('tbody', {}, ...rows)),
      ...nodeList('Changed, or missing', changed),
    );
    element('explorer-drawing').replaceChildren();
  }

  /** @param {number} id */
  function addressOf(id) {
    return `#${kindOf(id)}/${encodeURIComponent(name(id).toWellFormed())}`;
  }

  /** @param {number} id */
  function go(id) {
    // The way back is the browser's own.
    if (location.hash !== addressOf(id)) location.hash = addressOf(id);
    else show();
  }

  function read() {
    const before = chosen;
    chosen = undefined;
    if (location.hash.length > 1)
      for (let id = 0; id < size && chosen === undefined; id++) if (addressOf(id) === location.hash) chosen = id;
    if (chosen !== before) room = new Map();
    show();
  }

  function show() {
    const isFocused = element('explorer-drawing').contains(document.activeElement);
    element('explorer-overview').hidden = chosen !== undefined;
    element('explorer-tools').hidden = chosen === undefined;
    element('explorer-drawing').hidden = chosen === undefined;
    if (chosen === undefined) overview();
    else {
      drawAround(chosen);
      details(chosen);
      if (isFocused)
        /** @type {SVGElement | null} */ (document.querySelector('#explorer-drawing [tabindex="0"]'))?.focus();
    }
    element('explorer-radius-value').textContent = radius.value;
    markCurrent();
  }

  if (document.getElementById('explorer-form') !== null) startFinder();
  radius.addEventListener('input', () => {
    room = new Map();
    show();
  });
  element('explorer-drawing').addEventListener('keydown', steer);
  element('explorer-home').addEventListener('click', () => {
    // An empty fragment would scroll to the top of the page.
    history.pushState(null, '', `${location.pathname}${location.search}`);
    read();
    element('explorer-overview').focus({ preventScroll: true });
  });
  window.addEventListener('hashchange', read);
  read();
})();
