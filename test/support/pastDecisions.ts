import { v7 as newId } from 'uuid';
import type { Verdict } from '#app/domain/verdict.ts';
import type { StoredVerdict } from '#db/stores/verdicts.ts';
import { judge } from '#rules/judge.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import type { RuleSet } from '#rules/ruleset.ts';
import { visitSituation } from '#rules/situations/visitRequired.ts';
import { visitCases } from '#test/bench/rules/visits.ts';

/** Verdicts on invented applications, as the counter would have stored them. */
export async function pastVisitVerdicts(visits: RuleSet, count: number): Promise<StoredVerdict[]> {
  const stored: StoredVerdict[] = [];
  for (const { asOf, facts } of visitCases(count)) {
    const officeDays = { extraOpen: [], extraClosed: [] };
    const verdict: Verdict = await judge(visits, visitSituation, {
      asOf,
      facts,
      calendar: officeCalendar(officeDays),
    });
    stored.push({
      id: newId(),
      subject: { type: 'posting', id: newId() },
      occasion: 'submit',
      verdict,
      decidedAt: `${asOf}T00:00:00.000Z`,
    });
  }
  return stored;
}
