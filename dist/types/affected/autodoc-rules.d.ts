import type { ChangeKind, Context } from './context.ts';
/** A source of API documentation: its pages say which file they are made from. Without any, nobody can name pages. */
export declare function judgeAutodoc(path: string, kind: ChangeKind, context: Context): void;
