import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** JavaScript with `mark`, `root`, `environment`, `profile` and `configFile` at hand, as the probe gives them. */
export interface FakePython {
  readonly body: string;
}

/** An executable that stands for a Python: it gets the arguments of the probe, and answers as the test wants. */
export async function writeFakePython(path: string, { body }: FakePython): Promise<string> {
  await mkdir(dirname(path), { recursive: true });
  const head = 'const [mark, root, environment, profile, configFile] = process.argv.slice(-5);';
  await writeFile(path, `#!${process.execPath}\n${head}\n${body}\n`);
  await chmod(path, 0o755);
  return path;
}

/** What a Bengal of which nothing but the hash is known answers. */
export const ANSWER = {
  python: [3, 14, 8],
  bengal: '0.5.1',
  hash: '4b998e303f57c483',
} as const;

export function answering(answer: unknown, around: { readonly before?: string; readonly after?: string } = {}): string {
  const { before = '', after = '' } = around;
  return `process.stdout.write(${JSON.stringify(before)} + mark + ${JSON.stringify(JSON.stringify(answer))} + '\\n' + ${JSON.stringify(after)});`;
}

/** A folder to put on the PATH with `bengal`, a script whose first line names its Python. */
export async function writeBengalScript(folder: string, shebang: string): Promise<string> {
  const path = join(folder, 'bengal');
  await mkdir(folder, { recursive: true });
  await writeFile(path, `${shebang}\nimport sys\n`);
  await chmod(path, 0o755);
  return path;
}
