import { fieldsOf } from '#app/forms/field.ts';
import { typedTextOf } from '#app/forms/read.ts';
import { settingsForm } from '#app/forms/settings.ts';
import { settingsText } from '#app/text/staff/keys.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';

export type SettingsPageProps = {
  preferences: { singleKeys: boolean };
  editsTemplates: boolean;
  idempotencyKey: string;
};

/** 個人設定 of the person who looks. */
export function SettingsPage({ preferences, editsTemplates, idempotencyKey }: SettingsPageProps) {
  const typed = typedTextOf(fieldsOf(settingsForm), { single_keys: preferences.singleKeys });
  return (
    <>
      <PageTitle title={settingsText.title} />
      <FormFrame idempotencyKey={idempotencyKey} submits={[{ label: settingsText.submit, intent: 'save' }]}>
        {settingsForm.sections.map((section) => (
          <FieldSet key={section.id} section={section} typed={typed} />
        ))}
      </FormFrame>
      {editsTemplates ? (
        <p>
          <Link to={paths.staff.templates()}>{templatesText.manage}</Link>
        </p>
      ) : null}
    </>
  );
}
