import type { Posting } from '#app/domain/posting.ts';
import { longDate } from '#app/text/format.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';

export type AskedPostingProps = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'number' | 'validUntil' | 'version'>;
  caption?: string;
};

/** Which posting something is asked for. */
export function AskedPosting({
  posting: { jobTitle, number, validUntil },
  caption = changesText.stop.target,
}: AskedPostingProps) {
  const text = changesText.record;
  return (
    <DefinitionTable
      caption={caption}
      rows={[
        { label: text.job, value: jobTitle },
        { label: text.number, value: number },
        { label: text.validUntil, value: validUntil === null ? null : longDate(validUntil) },
      ]}
    />
  );
}
