import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { createGenerator } from 'ts-json-schema-generator';

const root = join(import.meta.dirname, '..');
export const SCHEMA_PATH = join(root, 'schema', 'report.schema.json');

/** The JSON Schema of the report, made from its type: one truth. Unknown fields are allowed, since versions add some. */
export async function reportSchema(): Promise<string> {
  const schema = createGenerator({
    path: join(root, 'src', 'report', 'report.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    type: 'Report',
    skipTypeCheck: true,
    additionalProperties: true,
    sortProps: false,
    topRef: false,
  }).createSchema('Report');
  const { $schema, definitions, ...rest } = schema;
  const titled = { $schema, title: 'Report of Bengal Cache, schemaVersion 1', ...rest, definitions };
  return format(JSON.stringify(titled), { parser: 'json', printWidth: 120 });
}

/** `npm run schema` writes the file anew; a test holds it equal to the type. */
if (import.meta.main) writeFileSync(SCHEMA_PATH, await reportSchema());
