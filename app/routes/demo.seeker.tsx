import { DemoSeekerPage } from '#app/components/message/DemoSeekerPage.tsx';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { messageForm } from '#app/forms/message.ts';
import { markMessagesRead } from '#app/procedures/message/markRead.ts';
import { receiveMessage } from '#app/procedures/message/receive.ts';
import { demoSeekerText } from '#app/text/mypage/messages.ts';
import { shownUpTo, withErasure } from '#app/web/messages.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { demoRoute } from '#app/web/routes.server.ts';
import { demoSeekers } from '#db/queries/demoSeekers.ts';
import { messageThread } from '#db/queries/messageThread.ts';
import { messageThreads } from '#db/queries/messageThreads.ts';

export const meta = pageMeta(demoSeekerText.title);

const options = { permission: 'message.receive' } as const;

const chosen = (url: URL, name: 'seeker' | 'thread') => recordId(url.searchParams.get(name) ?? undefined);

export const loader = demoRoute.loader(options, async (ctx) => {
  const { url, today } = ctx;
  const seekers = await ctx.query(demoSeekers);
  const seekerId = chosen(url, 'seeker') ?? seekers[0]?.id ?? null;
  const threads =
    seekerId === null ? [] : (await ctx.query(messageThreads, { page: 1, seekerId, today })).rows;
  const referralId = chosen(url, 'thread') ?? threads[0]?.referralId ?? null;
  const own = threads.some((thread) => thread.referralId === referralId);
  const thread =
    referralId !== null && own ? await ctx.query(messageThread, referralId, { page: 1, today }) : null;
  return {
    seekers,
    seekerId,
    threads,
    thread: thread === null ? null : withErasure(ctx, thread),
    idempotencyKey: ctx.newKey(),
  };
});

export const action = demoRoute.action(options, async (ctx) => {
  const { url } = ctx;
  const { values, typed, errors } = ctx.form.read(messageForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const referralId = recordId(String(ctx.form.raw.get('thread'))) ?? ctx.notFound();
  const outcome = await ctx.perform(receiveMessage, {
    referralId,
    values: { text: textIn(values, 'text') ?? '' },
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  const upTo = shownUpTo(ctx.form.raw);
  await ctx.perform(markMessagesRead, { referralId, upTo }, { receipt: false });
  const seeker = chosen(url, 'seeker') ?? '';
  return ctx.redirect(paths.demoSeeker({ seeker, thread: referralId }), 'message-sent');
});

export default function DemoSeekerScreen() {
  return <DemoSeekerPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
