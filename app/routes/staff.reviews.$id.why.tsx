import { WhyPage } from '#app/components/rule/WhyPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { whyText } from '#app/text/staff/rules.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { postingVerdicts } from '#db/queries/postingVerdicts.ts';

export const meta = pageMeta(whyText.title);

const view = { screen: 'reviewWhy', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'review.read', params: { id: recordId }, view },
  async (ctx) => {
    const { jobTitle, verdicts } = (await ctx.query(postingVerdicts, ctx.params.id)) ?? ctx.notFound();
    const titles = new Map(ctx.rules.read(ctx.today).map(({ described }) => [described.id, described.title]));
    return {
      title: whyText.title,
      over: jobTitle ?? reviewText.untitled,
      lead: whyText.lead,
      empty: whyText.empty,
      back: { to: paths.staff.review(ctx.params.id), label: whyText.back },
      verdicts: await Promise.all(
        verdicts.map(async ({ id, occasion, verdict }) => ({
          id,
          occasion,
          verdict,
          explanation: await ctx.rules.explain(verdict),
          title: titles.get(verdict.ruleSet) ?? verdict.ruleSet,
        })),
      ),
    };
  },
);

export default function WhyScreen() {
  return <WhyPage {...useLoaderData<typeof loader>()} />;
}
