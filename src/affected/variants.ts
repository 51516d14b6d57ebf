import type { RecordedPage } from '../bengal/recorded-page.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import type { Context } from './context.ts';

/** Which edition of a text a file holds. */
export interface Variant {
  /** The same for all editions of a text: below the content folder, without what tells them apart. */
  readonly path: string;
  /** Empty for the newest. */
  readonly version: string;
  /** Empty when the path does not tell. */
  readonly language: string;
}

/** `_versions/2.0/guide/a.md` and `fr/guide/a.md` and `guide/a.fr.md` are variants of `guide/a.md`. */
export function variantOf(key: string, contentDir: string): Variant {
  const below = key.slice(contentDir.length + 1);
  const [, version = '', rest = below] = /^_versions\/([^/]+)\/(.+)$/.exec(below) ?? [];
  const [, folder = '', inFolder = rest] = /^([a-z]{2}(?:-[A-Za-z]{2,4})?)\/(.+)$/.exec(rest) ?? [];
  const [, stem = '', suffix = '', ending = ''] =
    /^(.+)\.([a-z]{2}(?:-[A-Za-z]{2,4})?)(\.[^./]+)$/.exec(inFolder) ?? [];
  return { path: stem === '' ? inFolder : `${stem}${ending}`, version, language: folder || suffix };
}

/** Pages that stand in the same lists as this one: those of its language and version. */
export function sameEdition(path: string, pages: readonly RecordedPage[], contentDir: string): RecordedPage[] {
  const own = variantOf(path, contentDir);
  return pages.filter(({ key }) => {
    const other = variantOf(key, contentDir);
    return other.version === own.version && other.language === own.language;
  });
}

/** The same page in another language or version shows a switch to this one. */
export function judgeVariants(path: string, context: Context): void {
  const { state, found, layout } = context;
  const own = variantOf(path, layout.contentDir);
  const keys = new Set([translationKeyNow(path, context), translationKeyOf(state.pages.get(path))]);
  for (const page of state.pages.values()) {
    if (page.kind !== 'content' || page.key === path) continue;
    const other = variantOf(page.key, layout.contentDir);
    const key = translationKeyOf(page);
    if (other.path === own.path && other.version !== own.version) found.page(page, { kind: 'version', via: path });
    else if (other.path === own.path && other.language !== own.language)
      found.page(page, { kind: 'translation', via: path });
    else if (key !== undefined && keys.has(key)) found.page(page, { kind: 'translation', via: path });
  }
}

function translationKeyNow(path: string, { texts }: Context): string | undefined {
  return asText(texts.get(path)?.frontMatter['translation_key']);
}

function asText(key: JsonValue | undefined): string | undefined {
  return typeof key === 'string' || typeof key === 'number' ? String(key) : undefined;
}

/** Bengal keeps the key among the properties that are no fields of its own. */
function translationKeyOf(page: RecordedPage | undefined): string | undefined {
  const props: JsonValue | undefined = page?.metadata?.['props'];
  return asText(page?.metadata?.['translation_key'] ?? (isObject(props) ? props['translation_key'] : undefined));
}
