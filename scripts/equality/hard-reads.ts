/**
 * Small sites whose pages read the rest of the site in ways that no link shows (companion/tests/audit/sites.py), with
 * edits whose effect was worked out by hand: exactly these pages change.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BENGAL_PYTHON } from '../audit.ts';
import { KNOWN_EDITS, type KnownEdit } from './hard-read-edits.ts';
import type { Edit, Site } from './sites.ts';

const SITES = join(import.meta.dirname, '..', '..', 'companion', 'tests', 'audit', 'sites.py');

export function hardReads(): readonly Site[] {
  return Object.entries(KNOWN_EDITS).map(([name, edits]) => ({
    name,
    below: '',
    output: 'public',
    args: ['--environment', 'production'],
    edits: edits.map(asEdit),
    // Bengal notes the data that a kept fragment shows for the page that comes first, which threads decide.
    stateVaries: name === 'fragments',
    fetch(folder) {
      if (!existsSync(BENGAL_PYTHON)) return 'there is no Bengal here: node scripts/install-bengal.ts gets it';
      const { status, stderr } = spawnSync(BENGAL_PYTHON, ['-B', SITES, name, folder], { encoding: 'utf8' });
      return status === 0 ? undefined : `${name} cannot be laid out: ${stderr.slice(-300)}`;
    },
  }));
}

function asEdit(edit: KnownEdit): Edit {
  return {
    name: edit.name,
    changes: edit.changes.map((folder) => (folder === '' ? 'index.html' : `${folder}/index.html`)),
    apply(repository) {
      const file = join(repository, edit.file);
      if (edit.to === undefined) {
        rmSync(file);
        return;
      }
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, edit.from === undefined ? edit.to : replaced(file, edit.from, edit.to));
    },
  };
}

function replaced(file: string, from: string, to: string): string {
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
  return text.replace(from, () => to);
}
