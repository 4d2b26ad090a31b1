import { reviewText } from '#app/text/staff/review.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page about one change request. */
export const changeTrail = [{ to: paths.staff.reviews(), label: reviewText.trail }];
