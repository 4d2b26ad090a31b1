import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { CertificatesPage } from '#app/components/retention/CertificatesPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { askErasedForm } from '#app/forms/retention.ts';
import { askErased } from '#app/procedures/retention/ask.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { certificates } from '#db/queries/retention.ts';

export const meta = pageMeta(retentionText.tabs.certificates);

const guard = { permission: 'retention.read' } as const;

export const loader = staffRoute.loader(guard, async (ctx) => ({
  list: await ctx.query(certificates, pageNumber(ctx.url)),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action(guard, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(askErasedForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(askErased, { number: textIn(values, 'establishment_number') ?? '' });
  return outcome.ok ? ctx.json({ ok: true as const, asked: outcome.value }) : ctx.invalid(outcome, typed);
});

export default function CertificatesScreen() {
  const answer = useActionData<typeof action>();
  const asked = answer?.ok ? answer.asked : undefined;
  return (
    <CertificatesPage
      {...useLoaderData<typeof loader>()}
      asked={asked}
      answer={answer?.ok ? undefined : answer}
    />
  );
}
