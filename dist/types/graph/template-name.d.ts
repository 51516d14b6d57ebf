/** The name under which pages use the template that a file of the site holds, its own or one of a theme in it. */
export declare function templateNameOf(path: string): string | undefined;
