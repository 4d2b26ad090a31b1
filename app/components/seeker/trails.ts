import { seekersText } from '#app/text/staff/seekers.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page about one job seeker. */
export const seekerTrail = [{ to: paths.staff.seekers(), label: seekersText.title }];
