import { MailCataloguePage } from '#app/components/mail/MailCataloguePage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { permissions } from '#app/domain/permissions.ts';
import { mailCatalogueText } from '#app/text/staff/mailCatalogue.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';

export const meta = pageMeta(mailCatalogueText.title);

export const loader = staffRoute.loader({ permission: 'mail.read' }, async (ctx) => {
  const titles = new Map(ctx.rules.read(ctx.today).map(({ described: { id, title } }) => [id, title]));
  return {
    mails: ctx.mailCatalogue().map(({ by, ruleSet, ...mail }) => ({
      ...mail,
      by: by.map(({ permission, audit }) => ({ audit, roles: permissions[permission] })),
      ruleSet: ruleSet === null ? null : { id: ruleSet, title: titles.get(ruleSet) ?? ruleSet },
    })),
  };
});

export default function MailCatalogueScreen() {
  return <MailCataloguePage {...useLoaderData<typeof loader>()} />;
}
