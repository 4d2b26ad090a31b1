import type { StaffActor } from '#app/domain/actor.ts';
import { type OfficeCalendar, openDayAfter } from '#app/domain/calendar.ts';
import { checkOpenDays } from '#app/domain/extraCheck.ts';
import type { Posting } from '#app/domain/posting.ts';
import { holdOpenDays } from '#app/domain/reviewHold.ts';
import { addExtraCheck } from '#app/procedures/extraCheck/add.ts';
import { holdPosting } from '#app/procedures/posting/hold.ts';
import { addNote } from '#app/procedures/staffNote/add.ts';
import type { House } from './house.ts';

const notes = [
  '賃金の下限について、担当の方に電話で確認しました。求人のとおりで間違いないそうです（見本）。',
  '担当の方は、午前中は現場に出ています。電話は13時以降に（見本）。',
];

/** What a clerk lays beside a posting: a 保留, メモ on it and on its establishment, or a check for the colleagues. */
export async function layOnDesk(
  house: House,
  { clerk, calendar }: { clerk: StaffActor; calendar: OfficeCalendar },
  what: 'hold' | 'notes' | 'check',
  posting: Posting,
): Promise<void> {
  const { id: postingId, establishmentId, version } = posting;
  const { today } = house.time;
  switch (what) {
    case 'hold': {
      const reason = '36協定届の写しが届くのを待っています（見本）。';
      const until = openDayAfter(today, holdOpenDays, calendar);
      await house.act(holdPosting, clerk, { postingId, version, reason, until });
      return;
    }
    case 'notes':
      for (const [index, text] of notes.entries())
        await house.act(addNote, clerk, { establishmentId, postingId: index === 0 ? postingId : null, text });
      return;
    case 'check': {
      const reason = '勤務地が違うと、求職者から連絡があったため（見本）';
      const dueOn = openDayAfter(today, checkOpenDays, calendar);
      await house.act(addExtraCheck, clerk, { establishmentId, postingId, reason, dueOn });
    }
  }
}
