import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import { withdrawMypage } from '#app/procedures/account/withdraw.ts';
import { switchAutomaticErasure } from '#app/procedures/retention/switchAutomatic.ts';
import { schedule, sweepJob } from '#jobs/schedule.ts';
import { openedMypage } from './accountLife.ts';
import type { OpenDatabase } from './database.ts';
import { granted, password, type World } from './world.ts';

/** Lets the sweep of the MyPages run in the small hours of a day, with whatever jobs follow from it. */
export async function eraseInTheNight(office: World, day: CalendarDate, names = ['retention.sweep']) {
  office.clock.moveTo(`${day}T01:20:00+09:00`);
  const now = office.clock.now().toISOString();
  for (const sweep of schedule.filter(({ name }) => names.includes(name)))
    await office.stores.jobs.enqueue(sweepJob(sweep, day), now, crypto.randomUUID());
  await office.runner.runDue();
}

/** The supervisor of the office lets it erase by itself. */
export const letErase = async (office: World, automatic = true) => {
  const before = await office.stores.retention.settingOf(office.staff.supervisor.officeId);
  granted(
    await office.perform(switchAutomaticErasure, office.staff.supervisor, {
      automatic,
      reason: '一覧を確認したため（見本）',
      version: before?.version ?? 0,
    }),
  );
};

/** A MyPage on the morning of 2026-11-24 at an office that erases by itself, and what the scenarios ask of it. */
export async function erasableMypage(open: OpenDatabase) {
  const mypage = await openedMypage(open);
  const { office, employer, establishmentId } = mypage;
  await letErase(office);
  return {
    ...mypage,
    withdraw: async () =>
      granted(await office.perform(withdrawMypage, employer, { currentPassword: password })),
    night: (day: CalendarDate) => eraseInTheNight(office, day),
    /** 退会 on the day of the world is erased in this night. */
    erasureNight: addDays('2026-11-24', 32),
    isThere: async () =>
      (await office.stores.establishments.find({ kind: 'all' }, establishmentId)) !== undefined,
    certificates: () => office.database.writer('erasure_certificate').orderBy('number'),
    marks: () => office.database.writer('erasure_mark').orderBy('id'),
  };
}
