import { filterOf, queueAddress } from '#app/components/queue/address.ts';
import { reviewsSheet } from '#app/components/sheet/reviews.ts';
import { queuePage } from '#db/queries/queue/page.ts';
import type { StaffLoader } from './context.ts';

/** 審査の一覧 that the address asks for, as the screen and the PDF file show it. */
export async function reviewsSheetOf(ctx: StaffLoader<object>) {
  const address = queueAddress(ctx.url);
  const { sort, page } = address;
  const filter = { ...filterOf(address), page, ...(sort === null ? {} : { sort }) };
  const queue = await ctx.query(queuePage, filter, ctx.today, ctx.now);
  const issuer = `${(await ctx.office()).name} ${ctx.actor.name}`;
  return { sheet: reviewsSheet(address, queue), issuedAt: ctx.now, issuer };
}
