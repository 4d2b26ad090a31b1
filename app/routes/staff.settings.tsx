import { SettingsPage } from '#app/components/staff/SettingsPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { settingsForm } from '#app/forms/settings.ts';
import { setPreferences } from '#app/procedures/staff/setPreferences.ts';
import { settingsText } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import { useLoaderData } from '#app/web/remix.ts';
import { staffRoute } from '#app/web/routes.server.ts';
import { staffPreferences } from '#db/queries/staffPreferences.ts';

export const meta = pageMeta(settingsText.title);

export const loader = staffRoute.loader({ permission: 'staff.home' }, async (ctx) => ({
  preferences: await ctx.query(staffPreferences),
  editsTemplates: ctx.may('reasonTemplate.edit'),
  idempotencyKey: ctx.newKey(),
}));

export const action = staffRoute.action({ permission: 'staff.home' }, async (ctx) => {
  const { values, typed, errors } = ctx.form.read(settingsForm);
  if (errors.length > 0) return ctx.invalid(errors, typed);
  const outcome = await ctx.perform(setPreferences, { singleKeys: values.single_keys === true });
  return outcome.ok ? ctx.redirect(paths.staff.settings(), 'settings-saved') : ctx.invalid(outcome, typed);
});

export default function SettingsRoute() {
  return <SettingsPage {...useLoaderData<typeof loader>()} />;
}
