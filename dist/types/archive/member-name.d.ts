/**
 * What makes `name` unfit as the path of an archive member, or `undefined` when it is a plain relative POSIX path.
 * Packing and unpacking ask the same question, so nothing is stored that could never be restored.
 */
export declare function findNameProblem(name: string, platform: NodeJS.Platform): string | undefined;
