import type { Report } from '../report/report.ts';
import type { Picture } from './picture.ts';
/** From the changed files to the pages that they affect, sections put together before anything is left out. */
export declare function affectedPicture(report: Report, accepts: (picture: Picture) => boolean): Picture;
