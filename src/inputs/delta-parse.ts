import { resolve, sep } from 'node:path';
import { failed, ok, type Result } from '../core/result.ts';
import {
  DELTA_INPUTS,
  DEPLOY_SETTINGS,
  VANISHED_SETTINGS,
  type DeltaInputName,
  type DeploySetting,
  type RawDeltaInputs,
  type VanishedSetting,
} from './delta-spec.ts';
import { COMMENT_SETTINGS, type CommentSetting } from './inputs.ts';
import { PREVIEW_URL } from './parse.ts';
import { LONGEST_KEY, parseBaseUrl, parseKey, parsePreviewUrl } from './values.ts';

/** Inputs of the action in `delta/` and of `bengal-cache delta`. */
export interface DeltaInputs {
  /** Absolute. */
  readonly site: string;
  /** Absolute; `undefined`: the output of the site. */
  readonly output: string | undefined;
  readonly base: GivenBase;
  /** Without its last slash; `undefined`: what the configuration says. */
  readonly baseUrl: string | undefined;
  readonly previewUrl: string | undefined;
  readonly vanished: VanishedSetting;
  readonly deploy: DeploySetting;
  /** With its last slash, or empty. */
  readonly bucketFolder: string;
  readonly indexNowKey: string | undefined;
  /** Absolute; `undefined`: the host chooses. */
  readonly filesPath: string | undefined;
  readonly comment: CommentSetting;
  readonly token: string | undefined;
}

/** What to compare with, as it was given. `path` is absolute. */
export type GivenBase =
  | { readonly kind: 'recorded' }
  | { readonly kind: 'folder' | 'file'; readonly path: string; readonly name: string }
  | { readonly kind: 'key'; readonly key: string };

export interface DeltaInputContext {
  /** Folder that relative paths start from, absolute. */
  readonly workspace: string;
  /** Nothing outside of it is read or written; `undefined`: a person may name any folder. */
  readonly limit: string | undefined;
  /** Looks at the disk: `inputs/` itself does not. */
  readonly look: (path: string) => 'folder' | 'file' | 'missing';
  /** Whether there is a store that has keys. */
  readonly hasStore: boolean;
}

/** Parses all inputs. Reports every problem, each naming the input, its value and what is allowed. */
export function parseDeltaInputs(raw: RawDeltaInputs, context: DeltaInputContext): Result<DeltaInputs, string> {
  const problems: string[] = [];
  const text = (name: DeltaInputName): string | undefined =>
    (raw[name]?.trim() ?? '') || DELTA_INPUTS[name].default || undefined;
  const wrong = (name: DeltaInputName, what: string): void => {
    problems.push(`Input \`${name}\`: expected ${what}, got ${JSON.stringify(text(name) ?? '')}`);
  };
  const value = <Value>(name: DeltaInputName, parse: (text: string) => Value | undefined, what: string) => {
    const given = text(name);
    const parsed = given === undefined ? undefined : parse(given);
    if (given !== undefined && parsed === undefined) wrong(name, what);
    return parsed;
  };
  const oneOf = <Value extends string>(name: DeltaInputName, values: readonly [Value, ...Value[]]): Value =>
    value(
      name,
      (given) => values.find((allowed) => allowed === given),
      values.join(', ').replace(/, (?!.*, )/, ' or '),
    ) ?? values[0];
  const path = (name: DeltaInputName, kind: 'folder' | 'new'): string | undefined =>
    value(
      name,
      (given) => {
        const at = resolve(context.workspace, given);
        if (context.limit !== undefined && !isInside(context.limit, at)) return undefined;
        return kind === 'new' || context.look(at) === 'folder' ? at : undefined;
      },
      `a folder${context.limit === undefined ? '' : ' inside the workspace'}${kind === 'new' ? '' : ' that exists'}`,
    );
  const inputs: DeltaInputs = {
    site: path('site', 'folder') ?? context.workspace,
    output: path('output', 'folder'),
    base: value('base', (given) => parseBase(given, context), baseWords(context)) ?? { kind: 'recorded' },
    baseUrl: value('base-url', parseBaseUrl, 'a web address such as https://example.org/docs'),
    previewUrl: value('preview-url', parsePreviewUrl, PREVIEW_URL),
    vanished: oneOf('vanished', VANISHED_SETTINGS),
    deploy: oneOf('deploy', DEPLOY_SETTINGS),
    bucketFolder: value('bucket-folder', parseBucketFolder, 'a folder such as docs or sites/docs') ?? '',
    indexNowKey: value(
      'indexnow-key',
      (given) => (/^[A-Za-z0-9-]{8,128}$/.test(given) ? given : undefined),
      '8 to 128 letters, digits and hyphens',
    ),
    filesPath: path('files-path', 'new'),
    comment: oneOf('comment', COMMENT_SETTINGS),
    token: text('token'),
  };
  return problems.length === 0 ? ok(inputs) : failed(...problems);
}

/** What stands on the disk is that; anything else is a key, where keys lead anywhere. */
function parseBase(given: string, { workspace, limit, look, hasStore }: DeltaInputContext): GivenBase | undefined {
  const path = resolve(workspace, given);
  const isAllowed = limit === undefined || isInside(limit, path);
  const kind = isAllowed ? look(path) : 'missing';
  if (kind !== 'missing') return { kind, path, name: given };
  // Before the first deployment there is none, and then everything is to be deployed.
  if (given.endsWith('.json')) return isAllowed ? { kind: 'file', path, name: given } : undefined;
  const key = hasStore ? parseKey(given) : undefined;
  return key === undefined ? undefined : { kind: 'key', key };
}

function baseWords({ hasStore }: DeltaInputContext): string {
  return `a folder or a manifest that exists${hasStore ? `, or a key of up to ${String(LONGEST_KEY)} characters without comma and blank` : ' (a key needs a store)'}`;
}

function parseBucketFolder(given: string): string | undefined {
  const names = given.replace(/^\/+|\/+$/g, '').split('/');
  return names.every((name) => name !== '' && name !== '.' && name !== '..' && !/\p{Cc}/u.test(name))
    ? `${names.join('/')}/`
    : undefined;
}

function isInside(folder: string, path: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
