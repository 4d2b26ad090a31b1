import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Sheet } from '#app/domain/sheet.ts';
import { helpdesk } from '#app/text/common.ts';
import { eraDate, phone } from '#app/text/format.ts';
import { startText } from '#app/text/mypage/start.ts';
import { guideText } from '#app/text/staff/guide.ts';
import { cell } from './cells.ts';

export type GuideRecords = {
  guide: {
    email: string;
    establishment: { name: string; number: string | null };
    office: { name: string; phone: string };
  };
  /** How long a key works. */
  minutes: number;
  /** The front page of the site, which leads to パスワード登録. */
  site: string;
  /** Host of the sender's address. */
  host: string;
  today: CalendarDate;
};

/** 開設案内(控え): one sheet that the employer takes home; steps ②–⑥ of the leaflet with their own address on it. */
export function guideSheet({ guide, minutes, site, host, today }: GuideRecords): Sheet {
  const { email, establishment, office } = guide;
  const sender = startText.sender(host);
  return {
    title: guideText.title,
    confidential: true,
    blocks: [
      { kind: 'lines', look: 'large', lines: [guideText.greeting(establishment.name)] },
      { kind: 'lines', lines: [guideText.lead, `${guideText.email}：`] },
      { kind: 'lines', look: 'large', lines: [email] },
      { kind: 'list', title: guideText.allowTitle, items: [guideText.allow(sender)] },
      {
        kind: 'cells',
        title: guideText.stepsTitle,
        cells: guideText
          .steps(minutes, site, sender)
          .map(({ title, body }, index) => ({ label: `${'①②③④⑤⑥'[index]} ${title}`, value: body })),
      },
      { kind: 'lines', lines: [guideText.keep] },
      {
        kind: 'cells',
        title: guideText.contact,
        cells: [
          { label: guideText.issuedOn, value: eraDate(today) },
          ...cell(guideText.number, establishment.number),
          { label: guideText.officeLabel, value: `${office.name} ${phone(office.phone)}` },
          {
            label: guideText.helpdeskLabel,
            value: `${helpdesk.name} ${helpdesk.phone} ${guideText.hours}`,
          },
        ],
      },
    ],
  };
}
