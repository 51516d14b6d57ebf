import type { Report } from '../report/report.ts';
import type { Picture } from './picture.ts';
export interface AffectedPictureOptions {
    /** 30 when absent. */
    readonly mostNodes?: number;
    /** Whether a picture is small enough in other ways. */
    readonly accepts?: (picture: Picture) => boolean;
}
/** From the changed files to the pages that they affect, sections put together before anything is left out. */
export declare function affectedPicture(report: Report, { mostNodes, accepts }?: AffectedPictureOptions): Picture;
