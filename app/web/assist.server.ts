import type { Query } from '#app/composition.server.ts';
import type { EmployerActor } from '#app/domain/actor.ts';
import { assisted, assistedEstablishment } from '#db/queries/assist.ts';
import type { StaffLoader } from './context.ts';
import { paths } from './paths.ts';

type AssistParams = { establishmentId: string };

/**
 * What a page of 代行表示 reads: the frame around it, and what the employer's own page would read. Sends whoever has not
 * begun, or whose time is over, back to the beginning; each page is a row of the view log.
 */
export async function assistOf<Params extends AssistParams>(ctx: StaffLoader<Params>, screen: string) {
  const { establishmentId } = ctx.params;
  const { now } = ctx;
  const establishment = (await ctx.query(assistedEstablishment, establishmentId, now)) ?? ctx.notFound();
  const over = (): never => ctx.redirect(paths.staff.assist(establishmentId), 'assist-over');
  const { endsAt } = establishment;
  if (endsAt === null) return over();
  await ctx.viewed(screen, establishmentId);
  return {
    frame: { establishment: { ...establishment, endsAt }, now, idempotencyKey: ctx.newKey() },
    read: async <Rest extends readonly unknown[], Result>(
      query: Query<EmployerActor, Rest, Result>,
      ...rest: Rest
    ): Promise<Result> => {
      const found = await ctx.query((knex, actor) =>
        assisted(knex, actor, { establishmentId, now }, query, ...rest),
      );
      return found === null ? over() : found.read;
    },
  };
}
