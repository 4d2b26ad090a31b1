import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import type { Posting } from '#app/domain/posting.ts';
import type { LeftOut } from '#app/domain/postingCopy.ts';
import { postingFields } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { AskedPosting } from './AskedPosting.tsx';
import styles from './Card.module.css';
import { LeftOutList } from './LeftOutList.tsx';
import { refusalSentence, type ShownRefusal } from './refusal.ts';
import { postingTrail } from './trails.ts';

export type CopyPostingProps = {
  source: Pick<Posting, 'id' | 'jobTitle' | 'number' | 'validUntil' | 'version'>;
  /** Names of the fields that will have to be confirmed, and that will have to be filled in anew. */
  toConfirm: readonly string[];
  anew: readonly string[];
  leftOut: readonly LeftOut[];
  idempotencyKey: string;
  answer: { refusal: ShownRefusal | null } | undefined;
};

const text = postingText.copy;

const labels = (fields: readonly string[]): string =>
  fields.map((name) => postingFields.get(name)?.label ?? name).join('、');

/** 転用: what will be carried over from which posting, before the draft is made. */
export function CopyPosting({ source, toConfirm, anew, leftOut, idempotencyKey, answer }: CopyPostingProps) {
  return (
    <>
      <PageTitle title={text.title} trail={postingTrail(source)} hasErrors={answer !== undefined} />
      {answer === undefined ? null : <ErrorSummary messages={[]} refusal={refusalSentence(answer)} />}
      <p>{text.lead}</p>
      <AskedPosting posting={source} caption={text.source} />
      <section className={styles.card}>
        <h2>{text.confirmTitle}</h2>
        <p>{text.confirmLead}</p>
        <p>{labels(toConfirm)}</p>
      </section>
      <section className={styles.card}>
        <h2>{text.anewTitle}</h2>
        <p>{labels(anew)}</p>
      </section>
      <LeftOutList leftOut={leftOut} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: text.submit, intent: 'copy' }]}
        cancel={{ to: paths.mypage.postingNew(), label: common.cancel }}
      />
    </>
  );
}
