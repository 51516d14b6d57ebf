import type { RecordedPage } from '../bengal/recorded-page.ts';
import { isObject, type JsonValue } from '../core/json.ts';
import type { Context } from './context.ts';
import { variantOf } from './editions.ts';

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
