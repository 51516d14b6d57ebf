import { nameOfRef } from '../bengal/file-ref.ts';
import { readState, type BengalState } from '../bengal/state.ts';
import type { SiteConfig } from '../config/site-config.ts';
import { buildGraph } from '../graph/build.ts';
import { reachDependents } from '../graph/walk.ts';
import type { SiteInputs } from '../inputs/inputs.ts';
import { readManifest } from '../manifest/manifest-file.ts';

export interface Inspected {
  /** False when there is no state, or nothing of the name that was asked for. */
  readonly found: boolean;
  readonly text: string;
  readonly data: unknown;
}

/** What the state holds: an overview, or all about one page, file or template. */
export async function inspect(inputs: SiteInputs, site: SiteConfig, subject: string | undefined): Promise<Inspected> {
  const outcome = await readState({ site: inputs.site, outputDir: site.outputDir });
  if (outcome.kind !== 'read')
    return { found: false, text: `No usable state: ${outcome.why}\n`, data: { state: outcome.kind, why: outcome.why } };
  return subject === undefined
    ? overview(outcome.state, await readManifest(inputs.site))
    : about(outcome.state, subject);
}

function overview(state: BengalState, manifest: Awaited<ReturnType<typeof readManifest>>): Inspected {
  const kinds = new Map<string, number>();
  for (const page of state.pages.values()) kinds.set(page.kind, (kinds.get(page.kind) ?? 0) + 1);
  const data = {
    schema: state.schema,
    python: state.python ?? null,
    configHash: state.configHash ?? null,
    lastBuild: state.lastBuild ?? null,
    builtAt: state.recordedRoot ?? null,
    pages: Object.fromEntries(kinds),
    tags: [...state.tags.keys()].sort(),
    files: state.files.size,
    manifest:
      manifest.kind === 'read'
        ? {
            build: manifest.manifest.build,
            recordedAt: manifest.manifest.recordedAt,
            sources: manifest.manifest.sources.size,
            outputs: manifest.manifest.outputs.size,
          }
        : { [manifest.kind]: manifest.kind === 'unusable' ? manifest.why : true },
    doubts: state.doubts,
  };
  const lines = [
    `Schema ${String(state.schema)}, written by Python ${state.python ?? 'unknown'} at ${state.lastBuild ?? 'an unknown time'} in ${state.recordedRoot ?? 'an unknown folder'}`,
    `Configuration hash ${state.configHash ?? 'unknown'}`,
    `Pages ${Object.entries(data.pages)
      .map(([kind, number]) => `${String(number)} ${kind}`)
      .join(', ')}`,
    `Tags ${data.tags.join(', ') || 'none'}`,
    `Files ${String(state.files.size)} with a recorded fingerprint or hash`,
    `Manifest ${manifest.kind === 'read' ? `of a ${manifest.manifest.build} build, recorded ${manifest.manifest.recordedAt}` : manifest.kind === 'unusable' ? `not usable: ${manifest.why}` : 'none'}`,
    ...state.doubts.map((doubt) => `Doubt: ${doubt.file} ${doubt.why}`),
  ];
  return { found: true, text: `${lines.join('\n')}\n`, data };
}

function about(state: BengalState, subject: string): Inspected {
  const page =
    state.pages.get(subject) ??
    [...state.pages.values()].find((candidate) => candidate.outputs.some((output) => output === subject));
  const file = state.files.get(subject);
  const graph = buildGraph(state);
  const nodes = (['source', 'data', 'template', 'tag', 'external'] as const).flatMap(
    (kind) => graph.find(kind, subject) ?? [],
  );
  const users = [...reachDependents(graph, nodes).keys()]
    .filter((id) => graph.kindOf(id) === 'page')
    .map((id) => graph.nameOf(id))
    .sort();
  if (page === undefined && file === undefined && nodes.length === 0)
    return { found: false, text: `The state holds nothing named ${subject}\n`, data: null };
  const data = {
    page: page === undefined ? null : { ...page, files: page.files.map(nameOfRef) },
    file:
      file === undefined
        ? null
        : {
            hashes: file.hashes,
            size: file.size ?? null,
            mtimeNs: file.mtimeNs === undefined ? null : String(file.mtimeNs),
          },
    usedBy: users,
  };
  const lines = [
    ...(page === undefined
      ? []
      : [
          `${page.kind} page ${page.key}`,
          `  outputs    ${page.outputs.join(', ') || 'unknown'}`,
          `  tags       ${page.tags.join(', ') || 'none'}`,
          ...page.inputs.map((input) => `  made from  ${input.type} ${input.path}`),
        ]),
    ...(file === undefined ? [] : [`file ${subject}`, ...file.hashes.map((hash) => `  SHA-256    ${hash}`)]),
    ...users.map((user) => `  used by    ${user}`),
  ];
  return { found: true, text: `${lines.join('\n')}\n`, data };
}
