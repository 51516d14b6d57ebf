export { formsOf } from '../bengal/output-forms.ts';
export declare function siteWideOutputs(present: ReadonlySet<string>): string[];
