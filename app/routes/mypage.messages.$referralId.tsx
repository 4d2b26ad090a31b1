import { pageNumber } from '#app/components/establishment/searchTerms.ts';
import { messageIntents, pickedSample } from '#app/components/message/intents.ts';
import { ThreadPage } from '#app/components/message/ThreadPage.tsx';
import { closedBy } from '#app/components/mypage/refusal.ts';
import { textIn } from '#app/components/review/decided.ts';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { withTemplate } from '#app/domain/reasonTemplate.ts';
import { messageForm } from '#app/forms/message.ts';
import { expectedRefusal } from '#app/procedures/account/access.ts';
import { markMessagesRead } from '#app/procedures/message/markRead.ts';
import { sendMessage } from '#app/procedures/message/send.ts';
import { messagesText } from '#app/text/mypage/messages.ts';
import { shownUpTo, withErasure } from '#app/web/messages.server.ts';
import { recordId } from '#app/web/params.ts';
import { paths } from '#app/web/paths.ts';
import { useActionData, useLoaderData } from '#app/web/remix.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { messageThread } from '#db/queries/messageThread.ts';
import { mypageAccess } from '#db/queries/mypageAccess.ts';

export const meta = pageMeta(messagesText.title);

const params = { referralId: recordId } as const;

export const loader = mypageRoute.loader({ permission: 'message.readOwn', params }, async (ctx) => {
  const { rules, today } = ctx;
  const asked = { page: pageNumber(ctx.url), today };
  const thread = (await ctx.query(messageThread, ctx.params.referralId, asked)) ?? ctx.notFound();
  return {
    ...withErasure(ctx, thread),
    closed: await expectedRefusal(rules, 'message-send', await ctx.query(mypageAccess, today), today),
    sendKey: ctx.newKey(),
    readKey: ctx.newKey(),
  };
});

export const action = mypageRoute.action({ permission: 'message.send', params }, async (ctx) => {
  const { referralId } = ctx.params;
  const { intent } = ctx.form;
  const here = paths.mypage.messageThread(referralId);
  const readUpTo = shownUpTo(ctx.form.raw);
  if (intent === messageIntents.markRead) {
    await ctx.perform(markMessagesRead, { referralId, upTo: readUpTo });
    return ctx.redirect(here, 'messages-read');
  }
  const { values, typed, errors } = ctx.form.read(messageForm);
  const sample = pickedSample(intent);
  if (sample !== undefined)
    return ctx.invalid([], { ...typed, text: withTemplate(String(typed.text ?? ''), sample.body) });
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(sendMessage, {
    referralId,
    values: { text: textIn(values, 'text') ?? '' },
    readUpTo,
  });
  if (!outcome.ok) return ctx.invalid(outcome, typed);
  return ctx.redirect(here, 'message-sent');
});

export default function MessageThreadScreen() {
  const { closed: expected, ...shown } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <ThreadPage {...shown} closed={closedBy(answer, expected)} answer={answer} />;
}
