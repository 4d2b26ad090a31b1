import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page about one restriction. */
export const restrictionTrail = [{ to: paths.staff.restrictions(), label: restrictionsText.title }];
