import type { ReasonTemplate } from '#app/domain/reasonTemplate.ts';
import { templatesText } from '#app/text/staff/templates.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';

/** 定型文 of the office, as they are offered. */
export function TemplatesPage({ templates }: { templates: readonly ReasonTemplate[] }) {
  const { columns, kinds, inUse, retired } = templatesText;
  return (
    <>
      <PageTitle title={templatesText.title} />
      <p>{templatesText.lead}</p>
      <ButtonRow>
        <ButtonLink to={paths.staff.templateNew()} kind="primary">
          {templatesText.add}
        </ButtonLink>
      </ButtonRow>
      <PlainTable
        caption={templatesText.caption}
        captionHidden
        rows={templates}
        rowKey={({ id }) => id}
        empty={<EmptyState title={templatesText.empty} />}
        columns={[
          {
            key: 'title',
            label: columns.title,
            heading: true,
            cell: ({ id, title }) => <Link to={paths.staff.template(id)}>{title}</Link>,
          },
          { key: 'kind', label: columns.kind, cell: ({ kind }) => kinds[kind] },
          { key: 'body', label: columns.body, cell: ({ body }) => body },
          { key: 'position', label: columns.position, end: true, cell: ({ position }) => position },
          { key: 'used', label: columns.used, end: true, cell: ({ used }) => used },
          {
            key: 'state',
            label: columns.state,
            cell: ({ retiredAt }) => (retiredAt === null ? inUse : retired),
          },
        ]}
      />
    </>
  );
}
