export type StagesText = {
    readonly kind: 'text';
    readonly text: string;
} | {
    readonly kind: 'absent';
} | {
    readonly kind: 'unreadable';
    readonly why: string;
};
/** The text of a file of stages. A repository may hold anything under that name: a link, a pipe, a gigabyte. */
export declare function readStagesText(root: string, file: string): StagesText;
