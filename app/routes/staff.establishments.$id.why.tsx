import { WhyPage } from '#app/components/rule/WhyPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { judgeAccess } from '#app/procedures/account/access.ts';
import { judgeRetention } from '#app/procedures/account/retention.ts';
import { whyText } from '#app/text/staff/rules.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { establishmentAccess } from '#db/queries/establishmentAccess.ts';

export const meta = pageMeta(whyText.establishmentTitle);

const view = { screen: 'establishmentWhy', subject: ({ id }: { id: string }) => id };

export const loader = staffRoute.loader(
  { permission: 'establishment.read', params: { id: recordId }, view },
  async (ctx) => {
    const { rules, today } = ctx;
    const { name, accounts } = (await ctx.query(establishmentAccess, ctx.params.id, today)) ?? ctx.notFound();
    return {
      title: whyText.establishmentTitle,
      over: name,
      lead: whyText.establishmentLead,
      unfolded: true,
      empty: whyText.establishmentEmpty,
      back: { to: paths.staff.establishment(ctx.params.id), label: whyText.establishmentBack },
      verdicts: await Promise.all(
        accounts.flatMap(({ id, email, records }) =>
          [judgeAccess(rules, records, today), judgeRetention(rules, records, today)].map(async (judged) => {
            const verdict = await judged;
            const explanation = await rules.explain(verdict);
            const title = whyText.ofAccount(explanation?.title ?? verdict.ruleSet, email);
            return { id: `${id} ${verdict.ruleSet}`, occasion: 'now', verdict, explanation, title };
          }),
        ),
      ),
    };
  },
);

export default function EstablishmentWhyScreen() {
  return <WhyPage {...useLoaderData<typeof loader>()} />;
}
