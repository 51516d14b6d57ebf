import { entriesOf, field, isObject, type JsonObject } from '../core/json.ts';
import { fieldOf, type StateFile } from './state-file.ts';

/** Page key -> what Bengal noted of its front matter (`title`, `date`, `tags`, `section`, `file_hash`, ...). */
export function readPageMetadata(file: StateFile): Map<string, JsonObject> {
  return new Map(
    entriesOf(fieldOf(file, 'pages')).flatMap(([key, entry]) => {
      const metadata = field(entry, 'metadata');
      return isObject(metadata) ? [[key, metadata] as const] : [];
    }),
  );
}
