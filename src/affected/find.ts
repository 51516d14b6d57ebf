import { roleOf } from '../changes/layout.ts';
import { belongsToPackage } from '../bengal/file-ref.ts';
import { unreachable } from '../core/never.ts';
import { isAbsolutePosix } from '../core/paths.ts';
import { collector } from './collector.ts';
import { usersOf, type AffectedInput, type ChangeKind, type Context } from './context.ts';
import { judgeEdit } from './edit-rules.ts';
import { judgeAsset, judgeData, judgeExternal, judgeOther, judgeTemplate } from './file-rules.ts';
import { siteWideOutputs } from './outputs.ts';
import type { Affected } from './reason.ts';
import { judgeFilledText } from './references.ts';
import { siteModel } from './site-model.ts';
import { judgeAdded, judgeDeleted } from './structure-rules.ts';

export type { AffectedInput } from './context.ts';

/** The pages whose HTML a full build would change. What is not known widens to all pages, with the doubt named. */
export function findAffected(input: AffectedInput): Affected {
  const found = collector();
  const context: Context = { ...input, found, site: siteModel(input) };
  for (const doubt of input.state.doubts)
    found.doubt({ kind: 'state-incomplete', detail: `.bengal/${doubt.file} ${doubt.why}` });
  // One that is merely unknown has to be found out first, and the gate says so.
  if (input.config.status === 'changed')
    found.doubt({ kind: 'config-changed', detail: `every page may show what is configured: ${input.config.why}` });
  for (const kind of ['added', 'modified', 'deleted'] as const)
    for (const path of input.changes[kind]) judgeChange(path, kind, context);
  judgeUnverifiable(context);
  for (const output of [...input.outputs.missing, ...input.outputs.damaged]) {
    const page = context.site.pageOf.get(output);
    if (page !== undefined)
      found.output(output, page.kind === 'content' ? page.key : null, { kind: 'output-missing', via: output });
  }
  judgeFilledText(context);
  const { pages, because, tags, toRemove } = found.found();
  const all = because.length > 0;
  const nothing = !all && pages.length === 0 && toRemove.length === 0;
  return { all, because, pages, tags, toRemove, siteWide: nothing ? [] : siteWideOutputs(input.outputs.present) };
}

function judgeChange(path: string, kind: ChangeKind, context: Context): void {
  if (isAbsolutePosix(path)) {
    judgeExternal(path, kind, context);
    return;
  }
  const role = roleOf(path, context.layout);
  switch (role.kind) {
    case 'page':
      judgePage(path, kind, context);
      return;
    case 'template':
      judgeTemplate(path, role.name, { ...context, kind });
      return;
    case 'data':
      judgeData(path, kind, context);
      return;
    case 'asset':
      judgeAsset(path, kind, context);
      return;
    case 'site-wide':
      context.found.doubt({ kind: 'site-wide-file-changed', detail: `${path} was ${kind}, and every page may use it` });
      return;
    case 'content-resource':
    case 'other':
      judgeOther(path, kind, context);
      return;
    case 'static':
    case 'config':
      // Bengal copies static files to no page, and the configuration has a verdict of its own.
      return;
    default:
      unreachable(role);
  }
}

function judgePage(path: string, kind: ChangeKind, context: Context): void {
  const page = context.state.pages.get(path);
  // A snippet looks like a page, and so does a page that another one includes.
  if (kind === 'deleted' || page === undefined)
    for (const user of usersOf('source', path, context))
      if (user !== page) context.found.page(user, { kind: 'include', via: path });
  if (kind === 'added' || page === undefined) judgeAdded(path, context);
  else if (kind === 'deleted') judgeDeleted(path, page, context);
  else judgeEdit(path, page, context);
}

/** What nobody can tell about. Where it can be told who would use the file, only those count. */
function judgeUnverifiable(context: Context): void {
  const inputs = context.changes.unverifiable.filter((path) => {
    const ref = context.state.files.get(path)?.ref;
    if (ref !== undefined && context.packageVouched && belongsToPackage(ref, 'bengal')) return false;
    const role = roleOf(path, context.layout);
    if (role.kind === 'content-resource' && context.namedByPages.has(path)) {
      judgeOther(path, 'modified', context);
      return false;
    }
    // No page is made from a static file.
    return role.kind !== 'static';
  });
  const [example] = inputs;
  if (example === undefined) return;
  context.found.doubt({
    kind: 'input-unverifiable',
    detail: `${String(inputs.length)} inputs cannot be checked, such as ${example}: not on this machine, never recorded, or a symbolic link (bengal-version vouches for Bengal's own files)`,
  });
}
