import { TryPage } from '#app/components/ruleTrial/TryPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { CalendarDate } from '#app/domain/calendar.ts';
import type { Facts } from '#app/domain/verdict.ts';
import { caseText, readCase } from '#app/forms/ruleTrial.ts';
import { judgedRuleSet } from '#app/procedures/backTest/read.ts';
import {
  draftToTry,
  exampleCase,
  factsToTry,
  isOutsideCalendar,
  tryCase,
  versionsOf,
} from '#app/procedures/ruleTrial/judge.ts';
import { longDate } from '#app/text/format.ts';
import { ruleTrialText } from '#app/text/staff/ruleTrial.ts';
import { textLike } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { officeDays } from '#db/queries/officeDays.ts';
import { verdictOfPosting } from '#db/queries/postingVerdicts.ts';
import { ruleChangeText } from '#db/queries/ruleChanges.ts';

export const meta = pageMeta(ruleTrialText.title);

const name = textLike(/^[a-z]+(-[a-z]+)*$/);

export const loader = staffRoute.loader(
  { permission: 'rule.try', params: { area: name, name } },
  async (ctx) => {
    const { searchParams } = ctx.url;
    const ask = (word: string): string => (searchParams.get(word) ?? '').trim().slice(0, 100);
    const id = `${ctx.params.area}/${ctx.params.name}`;
    const first = judgedRuleSet(ctx.rules, id, ctx.today) ?? ctx.notFound();
    const versions = versionsOf(ctx.rules, id);
    const change = ask('change');
    const changeText = change === '' ? null : ((await ctx.query(ruleChangeText, change)) ?? ctx.notFound());
    const draft = changeText === null ? null : ((await draftToTry(id, changeText)) ?? ctx.notFound());
    const second = draft ?? versions.find(({ version }) => version === ask('second')) ?? first;
    const facts = factsToTry([first, second]);

    const example = exampleCase(first, ask('example'));
    const posting = ask('posting');
    const stored = posting === '' ? null : await ctx.query(verdictOfPosting, posting, id);
    const known: { asOf: CalendarDate; facts: Facts } | null = stored ?? example;

    const judged = searchParams.has('judge');
    const read = readCase(facts, ruleTrialText.words, searchParams);
    const days = await ctx.query(officeDays);
    const both = second.hash === first.hash ? [first] : [first, second];
    const titleOf = (ruleSet: typeof first): string => {
      if (both.length < 2) return first.title;
      return ruleSet === first ? ruleTrialText.first : ruleTrialText.second;
    };
    const result =
      judged && read.errors.length === 0
        ? await Promise.all(
            both.map(async (ruleSet) => ({
              id: ruleSet.hash,
              occasion: ruleSet === draft ? 'draft' : 'trial',
              title: titleOf(ruleSet),
              ...(await tryCase(ruleSet, read.asOf, read.facts, days)),
            })),
          ).catch((error: unknown) => {
            if (isOutsideCalendar(error)) return 'outside-calendar' as const;
            throw error;
          })
        : null;

    return {
      ruleSet: { id, title: first.title },
      facts,
      examples: first.examples.map((one) => ({ id: one.id, title: one.title })),
      versions: versions.map(({ version, hash, effective }) => ({
        value: version,
        label:
          hash === first.hash
            ? ruleTrialText.inForce(version)
            : ruleTrialText.version(version, longDate(effective.from)),
      })),
      addExample: draft !== null && ctx.may('ruleChange.edit') ? ctx.url.search : null,
      asked: { example: ask('example'), posting, second: second.version, change },
      postingUnknown: posting !== '' && stored === null,
      typed: judged ? read.typed : caseText(facts, known?.asOf ?? ctx.today, known?.facts ?? {}),
      answer:
        judged && read.errors.length > 0
          ? { refusal: null, errors: read.errors, typed: read.typed }
          : undefined,
      outsideCalendar: result === 'outside-calendar',
      result: result === 'outside-calendar' ? null : result,
    };
  },
);

export default function TryScreen() {
  return <TryPage {...useLoaderData<typeof loader>()} />;
}
