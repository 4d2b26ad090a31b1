import type { JobSeeker } from '#app/domain/jobSeeker.ts';
import type { ReferralAges } from '#app/domain/referral.ts';
import { seekerPersonSection, seekerProfileSection } from '#app/forms/jobSeeker.ts';
import { inquiryNumber } from '#app/text/format.ts';
import { seekersText } from '#app/text/staff/seekers.ts';
import { paths } from '#app/web/paths.ts';
import { type ReferralRow, ReferralTable } from '../referral/ReferralTable.tsx';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { seekerTrail } from './trails.ts';

export type SeekerPageProps = {
  seeker: JobSeeker;
  referrals: readonly ReferralRow[];
  ages: ReferralAges;
  timeline: readonly TimelineEntry[];
  may: { edit: boolean; refer: boolean };
};

const text = seekersText;

/** 求職者の1件: who it is, what employers can find, and the referrals so far. */
export function SeekerPage({ seeker, referrals, ages, timeline, may }: SeekerPageProps) {
  return (
    <>
      <PageTitle title={seeker.name} over={text.over(seeker.number)} trail={seekerTrail} />
      <ButtonRow>
        {may.refer ? (
          <ButtonLink to={paths.staff.referralNew({ seeker_number: seeker.number })} kind="primary">
            {text.refer}
          </ButtonLink>
        ) : null}
        {may.edit ? <ButtonLink to={paths.staff.seekerEdit(seeker.id)}>{text.edit}</ButtonLink> : null}
      </ButtonRow>
      <DefinitionTable
        caption={seekerPersonSection.title}
        rows={recordRows(seekerPersonSection, seeker.person)}
      />
      <p>{seeker.isPublic ? text.publicNote(inquiryNumber(seeker.inquiryNumber)) : text.notPublicNote}</p>
      <DefinitionTable
        caption={seekerProfileSection.title}
        rows={recordRows(seekerProfileSection, seeker.profile)}
      />
      <section>
        <h2>{text.referrals}</h2>
        <ReferralTable
          caption={text.referrals}
          captionHidden
          rows={referrals}
          ages={ages}
          without="seeker"
          empty={<p>{text.noReferrals}</p>}
        />
      </section>
      <section>
        <h2>{text.timeline}</h2>
        <RecordTimeline entries={timeline} empty={text.noTimeline} />
      </section>
    </>
  );
}
