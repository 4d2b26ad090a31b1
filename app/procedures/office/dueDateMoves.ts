import { addDays, type CalendarDate } from '#app/domain/calendar.ts';
import type { DueDateMove, OfficeDay, Opening } from '#app/domain/officeDay.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import type { OpenDueDate } from '#db/stores/dueDates.ts';
import type { OfficeDays } from '#db/stores/offices.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import { judge } from '#rules/judge.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { situationOf } from '#rules/replay.ts';
import { SituationError } from '#rules/situation.ts';
import { situationKind } from '#rules/situations/index.ts';

/** No office is closed for so many days on end: a day of the calendar moves no due date further away than that. */
const longestClosing = 60;

/** The due dates that a change of that day can move: on it, or before it and stepped back over it; never a past one. */
export const dueDatesNear = (
  date: CalendarDate,
  today: CalendarDate,
): { from: CalendarDate; to: CalendarDate } => {
  const earliest = addDays(date, -longestClosing);
  return { from: earliest > today ? earliest : today, to: date };
};

/** The office's days with one of them set anew. */
export function daysWith(days: OfficeDays, date: CalendarDate, opening: Opening): OfficeDays {
  const others = (dates: readonly CalendarDate[]) => dates.filter((day) => day !== date);
  return {
    extraOpen: [...others(days.extraOpen), ...(opening === 'open' ? [date] : [])].toSorted(),
    extraClosed: [...others(days.extraClosed), ...(opening === 'closed' ? [date] : [])].toSorted(),
  };
}

export type JudgedMove = DueDateMove & {
  /** What the rules say under the new calendar; null where no day is open. */
  verdict: Verdict | null;
};

/**
 * Which open due dates move under another calendar, and to when. Each is judged again on the day, the facts and the
 * version of the verdict that gave it, so that whatever differs is what the calendar changes.
 */
export async function dueDateMoves(
  rules: RuleCatalogue,
  open: readonly OpenDueDate[],
  days: OfficeDays,
  today: CalendarDate,
): Promise<JudgedMove[]> {
  const calendar = officeCalendar(days);
  const moves: JudgedMove[] = [];
  for (const { postingId, version, dueDate, verdict } of open) {
    const after = await judgedUnder(rules, verdict, calendar);
    if (after === undefined || after?.dueDate === dueDate) continue;
    const to = after?.dueDate ?? null;
    moves.push({ postingId, version, from: dueDate, to, stays: to === null || to < today, verdict: after });
  }
  return moves;
}

/** null where the calendar leaves no open day; undefined where this installation does not know the version any more. */
async function judgedUnder(
  rules: RuleCatalogue,
  verdict: Verdict,
  calendar: ReturnType<typeof officeCalendar>,
): Promise<Verdict | null | undefined> {
  const kind = situationKind(verdict.ruleSet);
  const ruleSet = rules
    .all()
    .find(
      ({ id, version, hash }) =>
        id === verdict.ruleSet && version === verdict.version && hash === verdict.hash,
    );
  if (ruleSet === undefined || kind === undefined) return undefined;
  try {
    return await judge(ruleSet, kind, { ...situationOf(verdict), calendar });
  } catch (error) {
    if (error instanceof SituationError) return null;
    throw error;
  }
}

/** What is wrong with setting a day so, as a code of app/text/refusals; null when nothing is. */
export function dayProblem(
  generallyClosed: boolean,
  before: OfficeDay | null,
  after: { opening: Opening; reason: string | null },
): 'day-open-already' | 'day-closed-already' | 'day-as-it-is' | null {
  const { opening, reason } = after;
  if (opening === (before?.opening ?? 'usual') && (opening === 'usual' || reason === before?.reason))
    return 'day-as-it-is';
  if (opening === 'closed' && generallyClosed) return 'day-closed-already';
  if ((opening === 'open' || opening === 'placement') && !generallyClosed) return 'day-open-already';
  return null;
}
