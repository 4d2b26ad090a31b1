import { isZipIntent } from '#app/components/address/intents.ts';
import { ClosedFeature } from '#app/components/mypage/ClosedFeature.tsx';
import { StepPage } from '#app/components/steps/StepPage.tsx';
import {
  continuePath,
  keepable,
  unkeepable,
  withConverted,
  workplaceAddress,
} from '#app/components/steps/stepFields.ts';
import { visitView } from '#app/components/steps/visit.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import type { FormValues } from '#app/forms/field.ts';
import { postingContract, postingKinds, postingSteps, stepOf } from '#app/forms/posting.ts';
import { readFields, typedTextOf } from '#app/forms/read.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { judgeVisit } from '#app/procedures/posting/judgement.ts';
import { saveStep } from '#app/procedures/posting/saveStep.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import type { MypageLoader } from '#app/web/context.ts';
import { numberWithin, recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { searchAddress } from '#app/web/zip.server.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';
import { mypagePostingStep } from '#db/queries/mypagePostingStep.ts';

const options = {
  permission: 'posting.draft',
  params: { id: recordId, step: numberWithin(1, postingSteps.length) },
} as const;

type Request = MypageLoader<{ id: string; step: number }>;

/** What the page is about; a posting that is no longer the employer's to edit is shown instead. */
async function shownStep(ctx: Request) {
  const { id, step } = ctx.params;
  const record = await ctx.query(mypagePostingStep, id);
  const section = stepOf(step);
  if (record === undefined || section === undefined) return ctx.redirect(paths.mypage.posting(id));
  return { ...record, section };
}

/** Whether a visit would be needed if the posting were handed in today with this content. */
async function judgedVisit(ctx: Request, record: Awaited<ReturnType<typeof shownStep>>, content: FormValues) {
  const { posting, visitRecords } = record;
  const described = { ...posting, kinds: postingKinds(content), contract: postingContract(content) };
  const verdict = await judgeVisit(ctx.rules, described, visitRecords, ctx.today);
  return visitView(posting, verdict);
}

export const meta = pageMeta<{ step: number; title: string }>(({ step, title }) =>
  postingText.step.title(step, title),
);

export const loader = mypageRoute.loader(options, async (ctx) => {
  const record = await shownStep(ctx);
  const { posting, establishment, returned, copy, section } = record;
  return {
    closed: await expectedRefusal(
      ctx.rules,
      'posting-apply',
      await ctx.query(mypageAccess, ctx.today),
      ctx.today,
    ),
    step: ctx.params.step,
    title: section.title,
    posting,
    establishment,
    returned,
    copy,
    typed: typedTextOf(section.fields, posting.content),
    visit: await judgedVisit(ctx, record, posting.content),
    key: ctx.newKey(),
  };
});

export const action = mypageRoute.action(options, async (ctx) => {
  const { id, step } = ctx.params;
  const { intent, raw, version } = ctx.form;
  const record = await shownStep(ctx);
  const { posting, section } = record;
  const read = readFields(section.fields, raw, posting.content);
  const { typed, errors, conversions } = read;
  const shown = {
    conversions,
    visit: await judgedVisit(ctx, record, { ...posting.content, ...read.values }),
  };

  if (isZipIntent(intent)) {
    return ctx.json({
      ok: true as const,
      ...shown,
      ...(await searchAddress(ctx.form, typed, workplaceAddress)),
    });
  }
  const proceed = intent === 'next';
  const blocking = proceed ? errors : unkeepable(read);
  if (blocking.length > 0) return ctx.invalid(blocking, typed, shown);
  const outcome = await ctx.perform(saveStep, {
    postingId: id,
    version: version ?? 0,
    step,
    values: keepable(read),
    proceed,
    confirmed: raw.getAll('confirmed').map(String),
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed, shown);
  const to = (path: string) => withConverted(path, conversions);
  if (intent === 'save') return ctx.redirect(to(paths.mypage.postingStep(id, step)), 'draft-saved');
  if (intent === 'back') return ctx.redirect(to(paths.mypage.postingStep(id, Math.max(1, step - 1))));
  return ctx.redirect(to(continuePath({ id, stepsDone: step })));
});

export default function StepScreen() {
  const { closed, step, posting, establishment, returned, copy, typed, visit, key } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const section = stepOf(step);
  if (section === undefined) return null;
  // Once something was posted the form stays, with everything typed in it and the refusal above.
  if (closed !== null && answer === undefined) {
    const title = postingText.step.title(step, section.title);
    return <ClosedFeature title={title} closed={closed} postingId={posting.id} />;
  }
  return (
    <StepPage
      key={step}
      posting={posting}
      step={step}
      section={section}
      establishment={establishment}
      typed={answer?.typed ?? typed}
      visit={answer?.visit ?? visit}
      returned={returned}
      copy={copy}
      idempotencyKey={key}
      answer={answer?.ok === false ? answer : undefined}
      conversions={answer?.conversions}
      addressSearch={answer?.ok ? answer.search : null}
    />
  );
}
