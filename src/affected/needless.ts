import type { RecordedInput } from '../bengal/provenance.ts';
import { fileOfInput } from '../bengal/recorded-file.ts';
import type { RecordedPage } from '../bengal/recorded-page.ts';
import { nameOfRef } from '../bengal/file-ref.ts';
import type { BengalSelection } from '../bengal/selection.ts';
import type { ChangeSet } from '../changes/detect.ts';
import { roleOf, templateNameOfExternal, type SiteLayout } from '../changes/layout.ts';
import type { PageEdit } from '../changes/page-edit.ts';
import type { PageText } from '../changes/page-text.ts';
import { canonicalJson } from '../core/canonical-json.ts';
import { field, isObject, type JsonValue } from '../core/json.ts';
import { effectOf } from './keys.ts';

/** What a verdict on a page that Bengal selects needs, besides the page. Plain data. */
export interface NeedlessInput {
  readonly pages: ReadonlyMap<string, RecordedPage>;
  readonly changes: ChangeSet;
  readonly layout: SiteLayout;
  readonly selection: BengalSelection;
  readonly edits: ReadonlyMap<string, PageEdit>;
  readonly texts: ReadonlyMap<string, PageText>;
  readonly namedByTemplates: (word: string) => boolean;
  /** Edited index -> keys of the pages below it whose HTML shows something of what the edit changed. */
  readonly shown: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Whether Bengal may select a page that no change reaches. `why` is a sentence without its end. */
export type NeedlessVerdict =
  /** Every recorded input that differs is one of which it is known that this difference shows nowhere. */
  | { readonly kind: 'no-difference'; readonly why: string }
  /** It is not known why Bengal selects the page, or a rebuild may well change it. */
  | { readonly kind: 'missed'; readonly why: string };

/**
 * Judges a page that Bengal's incremental build selects and our rules do not. Bengal compares whole files, so it
 * selects more than a full build would change. Only what the page's own record explains counts as that; all else is a
 * miss of ours.
 */
export function judgeNeedless(key: string, input: NeedlessInput): NeedlessVerdict {
  const page = input.pages.get(key);
  if (page === undefined) return { kind: 'missed', why: 'the state does not know this page' };
  const differing = differingInputs(page, input);
  if (differing.length === 0) return judgeUnprovoked(key, input);
  const verdicts = differing.map((each) => judgeInput(each, page, input));
  return verdicts.find(({ kind }) => kind === 'missed') ?? verdicts[0] ?? judgeUnprovoked(key, input);
}

/** Recorded inputs whose file or template is among the changes. */
function differingInputs(page: RecordedPage, { changes, layout }: NeedlessInput): RecordedInput[] {
  const paths = [...changes.added, ...changes.modified, ...changes.deleted];
  const changed = new Set(paths);
  const templates = new Set(paths.flatMap((path) => templateNames(path, layout)));
  const read = page.files.map(nameOfRef).filter((path) => path !== page.key && !path.startsWith('templates/'));
  const inputs: RecordedInput[] = [
    ...page.inputs,
    ...read.map((path) => ({ type: 'data', path, hash: undefined })),
    ...page.templates.map((path) => ({ type: 'template', path, hash: undefined })),
  ];
  return inputs.filter(({ type, path }) =>
    type === 'template' ? templates.has(path) : changed.has(fileOfInput(type, path) ?? ''),
  );
}

function templateNames(path: string, layout: SiteLayout): string[] {
  const role = roleOf(path, layout);
  const name = role.kind === 'template' ? role.name : templateNameOfExternal(path);
  return name === undefined ? [] : [name];
}

function judgeInput({ type, path }: RecordedInput, page: RecordedPage, input: NeedlessInput): NeedlessVerdict {
  const file = fileOfInput(type, path);
  const edit = file === undefined ? undefined : input.edits.get(file);
  if (file === undefined || edit === undefined)
    return { kind: 'missed', why: `it is made from ${file ?? `the template ${path}`}, which changed` };
  if (!edit.body && edit.keys.size === 0)
    return { kind: 'no-difference', why: `only the line ends of ${file} changed` };
  if (!type.startsWith('cascade_') || file === page.key)
    return { kind: 'missed', why: `it is made from ${file}, which changed` };
  if (handsDownMore(file, edit, input)) return { kind: 'missed', why: `${file} hands other settings down to it` };
  if (input.shown.get(file)?.has(page.key) !== false)
    return { kind: 'missed', why: `it shows something of ${file}, which changed` };
  return {
    kind: 'no-difference',
    why: `Bengal takes everything below an edited section index; ${file} hands the same settings down, and this page shows nothing of what changed there`,
  };
}

/** The section indexes above a page: Bengal selects the page when any of them changes in whatever way. */
export function indexesAbove(page: RecordedPage): string[] {
  return page.inputs.flatMap(({ type, path }) => {
    const file = type.startsWith('cascade_') ? fileOfInput(type, path) : undefined;
    return file === undefined || file === page.key ? [] : [file];
  });
}

/** Whether an index hands down another value of a key that a page below could show. */
function handsDownMore(file: string, edit: PageEdit, input: NeedlessInput): boolean {
  if (!edit.keys.has('cascade')) return false;
  const before = input.pages.get(file)?.metadata?.['cascade'];
  const after = input.texts.get(file)?.frontMatter['cascade'];
  const keys = [before, after].flatMap((cascade) => (isObject(cascade) ? Object.keys(cascade) : []));
  const text = (cascade: JsonValue | undefined, key: string): string => canonicalJson(field(cascade, key) ?? null);
  return (
    keys.length === 0 ||
    keys.some(
      (key) => text(before, key) !== text(after, key) && (effectOf(key) !== 'custom' || input.namedByTemplates(key)),
    )
  );
}

/** Nothing that the page was made from changed. Bengal has two reasons to take every page all the same. */
function judgeUnprovoked(key: string, { pages, changes, layout, selection }: NeedlessInput): NeedlessVerdict {
  const [asset] = selection.assets;
  if (asset !== undefined)
    return {
      kind: 'no-difference',
      why: `Bengal takes every page when only a style sheet or script changed (${asset}), and this page does not name it`,
    };
  const used = new Set([...pages.values()].flatMap((page) => (isListing(page) ? [] : namesIn(page))));
  const unused = [...changes.added, ...changes.modified].find((path) => {
    const role = roleOf(path, layout);
    return role.kind === 'template' && !used.has(role.name);
  });
  if (unused !== undefined && !selection.named.has(key))
    return {
      kind: 'no-difference',
      why: `Bengal takes every page when nobody is known to use a changed template, and no page uses ${unused}`,
    };
  return {
    kind: 'missed',
    why: 'nothing that it was made from changed; a Bengal that is run with other options than the recorded build (--strict, --drafts) takes every page',
  };
}

function isListing({ kind }: RecordedPage): boolean {
  return kind === 'tag' || kind === 'tag-index';
}

function namesIn(page: RecordedPage): string[] {
  return [...page.templates, ...page.inputs.flatMap(({ type, path }) => (type === 'template' ? [path] : []))];
}
