import { DefinitionTable } from '#app/components/ui/DefinitionTable.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Posting } from '#app/domain/posting.ts';
import { longInstant } from '#app/text/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { postingTrail } from './trails.ts';

export type DiscardDraftProps = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'updatedAt' | 'version'>;
  idempotencyKey: string;
};

/** The page before a draft is thrown away: what it is, and that it does not come back. */
export function DiscardDraft({ posting, idempotencyKey }: DiscardDraftProps) {
  const text = postingText.discard;
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(posting)} />
      <p>{text.lead}</p>
      <DefinitionTable
        caption={text.draft}
        rows={[
          { label: text.job, value: posting.jobTitle },
          { label: text.saved, value: longInstant(posting.updatedAt) },
        ]}
      />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={posting.version}
        submits={[{ label: text.submit, intent: 'discard', kind: 'danger' }]}
        cancel={{ to: paths.mypage.posting(posting.id), label: text.keep }}
      />
    </>
  );
}
