import { referralsText } from '#app/text/staff/referrals.ts';
import { paths } from '#app/web/paths.ts';

/** Above a page about one referral. */
export const referralTrail = [{ to: paths.staff.referrals(), label: referralsText.title }];
