import { seekerProfileSection } from '#app/forms/jobSeeker.ts';
import { phone } from '#app/text/format.ts';
import { seekerSearchText } from '#app/text/mypage/seekers.ts';
import { paths } from '#app/web/paths.ts';
import { homeTrail } from '../mypage/trails.ts';
import { Banner } from '../ui/Banner.tsx';
import { DefinitionTable, recordRows } from '../ui/DefinitionTable.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import type { SeekerProfile } from './SeekerSearchPage.tsx';

export type PublicSeekerPageProps = {
  inquiryNumber: string;
  profile: SeekerProfile;
  office: { name: string; phone: string };
};

const text = seekerSearchText;

/** One profile with お問い合わせ先ハローワーク: whom to call, and what to say. */
export function PublicSeekerPage({ inquiryNumber, profile, office }: PublicSeekerPageProps) {
  const fields = seekerProfileSection.fields.filter(({ name }) => Object.hasOwn(profile, name));
  return (
    <>
      <PageTitle
        title={String(profile.wished_occupation ?? '')}
        over={text.over(inquiryNumber)}
        trail={[...homeTrail, { to: paths.mypage.seekers(), label: text.title }]}
      />
      <Banner kind="info" title={text.office}>
        <p>
          <b>{office.name}</b>　<a href={`tel:${office.phone}`}>{phone(office.phone)}</a>
        </p>
        <p>{text.ask(inquiryNumber)}</p>
      </Banner>
      <DefinitionTable
        caption={text.profile}
        rows={recordRows({ ...seekerProfileSection, fields }, profile, { filledOnly: true })}
      />
      <p>{text.how}</p>
    </>
  );
}
