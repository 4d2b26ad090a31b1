import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Instant } from '#app/domain/clock.ts';
import { helpdesk } from '#app/text/common.ts';
import { eraDate, phone } from '#app/text/format.ts';
import { startText } from '#app/text/mypage/start.ts';
import { guideText } from '#app/text/staff/guide.ts';
import { paths } from '#app/web/paths.ts';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import { Steps } from '../ui/Steps.tsx';
import styles from './OpeningGuide.module.css';

export type OpeningGuideProps = {
  guide: {
    email: string;
    establishment: { id: string; name: string; number: string | null };
    office: { name: string; phone: string };
  };
  /** How long a key works. */
  minutes: number;
  /** The front page of the site, which leads to パスワード登録. */
  site: string;
  /** Host of the sender's address. */
  host: string;
  today: CalendarDate;
  now: Instant;
  issuer: string;
};

/** 開設案内(控え): one sheet that the employer takes home; steps ②–⑥ of the leaflet with their own address on it. */
export function OpeningGuide({ guide, minutes, site, host, today, now, issuer }: OpeningGuideProps) {
  const { email, establishment, office } = guide;
  const sender = startText.sender(host);
  return (
    <PrintFrame
      title={guideText.title}
      issuedAt={now}
      issuer={`${office.name} ${issuer}`}
      confidential
      back={paths.staff.account(establishment.id)}
    >
      <div>
        <p className={styles.date}>
          {guideText.issuedOn} {eraDate(today)}
        </p>
        <p className={styles.to}>{guideText.greeting(establishment.name)}</p>
        {establishment.number === null ? null : (
          <p>
            {guideText.number} {establishment.number}
          </p>
        )}
      </div>
      <p>{guideText.lead}</p>
      <section className={styles.email}>
        <h2>{guideText.email}</h2>
        <p translate="no">{email}</p>
      </section>
      <section className={styles.allow}>
        <h2>{guideText.allowTitle}</h2>
        <p>{guideText.allow(sender)}</p>
      </section>
      <section className={styles.steps}>
        <h2>{guideText.stepsTitle}</h2>
        <Steps
          items={guideText
            .steps(minutes, site, sender)
            .map(({ title, body }) => ({ title, body: <p>{body}</p> }))}
        />
      </section>
      <p>{guideText.keep}</p>
      <section>
        <h2>{guideText.contact}</h2>
        <p>
          {guideText.officeLabel}：{office.name} {phone(office.phone)}
        </p>
        <p>
          {guideText.helpdeskLabel}：{helpdesk.name} {helpdesk.phone} {guideText.hours}
        </p>
      </section>
    </PrintFrame>
  );
}
