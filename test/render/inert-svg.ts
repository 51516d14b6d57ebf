import assert from 'node:assert/strict';
import { JSDOM } from 'jsdom';

/** Parses as XML, strictly, and as the HTML that it may be put into. */
export function assertInertSvg(text: string): Document {
  const { window } = new JSDOM('');
  const document = new window.DOMParser().parseFromString(text, 'image/svg+xml');
  assert.equal(document.querySelector('parsererror'), null);
  const embedded = new JSDOM(`<!doctype html><body><main>${text}</main>`).window.document;
  for (const root of [document.documentElement, embedded.querySelector('main')!]) {
    assert.deepEqual([...root.querySelectorAll('script, a, image, use, foreignObject, style, iframe')], []);
    for (const element of root.querySelectorAll('*'))
      for (const { name } of element.attributes) assert.doesNotMatch(name, /^on|href$/i);
  }
  assert.equal(embedded.body.children.length, 1);
  return document;
}

/** The drawing of each node, by what it says when somebody points at it. */
export function nodesIn(document: Document): Map<string, Element> {
  const nodes = [...document.querySelectorAll('.node')];
  return new Map(nodes.map((node) => [node.querySelector('title')?.textContent ?? '', node]));
}
