import { Certificate } from '#app/components/retention/Certificate.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { retentionText } from '#app/text/staff/retention.ts';
import { recordId } from '#app/web/params.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { certificate } from '#db/queries/retention.ts';

export const meta = pageMeta(retentionText.certificate.title);

const guard = { permission: 'retention.read', params: { id: recordId } } as const;

export const loader = staffRoute.loader(guard, async (ctx) => {
  const found = (await ctx.query(certificate, ctx.params.id)) ?? ctx.notFound();
  const version = ctx.rules
    .all()
    .find(({ id, version: one }) => id === found.ruleSet && one === found.ruleVersion);
  return {
    certificate: found,
    titles: found.rules.map((rule) => version?.rules.find(({ id }) => id === rule)?.title ?? rule),
    officeName: (await ctx.office()).name,
    issuer: ctx.actor.name,
    now: ctx.now,
  };
});

export default function CertificateScreen() {
  return <Certificate {...useLoaderData<typeof loader>()} />;
}
