import type { Posting } from '#app/domain/posting.ts';
import { refusalSettlementForm } from '#app/forms/review.ts';
import { longInstant } from '#app/text/format.ts';
import { decisionText } from '#app/text/staff/review.ts';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import type { DecisionAboutProps } from './DecisionAbout.tsx';
import { DecisionForm } from './DecisionForm.tsx';
import type { FormAnswer } from './formAnswer.ts';
import styles from './Review.module.css';
import { groundWord, type Review } from './ReviewSide.tsx';

export type ConfirmRefusalPageProps = DecisionAboutProps & {
  posting: Pick<Posting, 'version'>;
  proposal: Pick<Review['refusals'][number], 'ground' | 'reason' | 'by' | 'at'>;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 不受理の確認: what was proposed, and the decision of a supervisor who did not propose it. */
export function ConfirmRefusalPage(props: ConfirmRefusalPageProps) {
  const { posting, establishment, proposal, idempotencyKey, answer } = props;
  const text = decisionText.confirm;
  return (
    <DecisionForm
      posting={posting}
      establishment={establishment}
      title={text.title}
      form={refusalSettlementForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={posting.version}
      submit={{ label: text.submit }}
      happens={text.happens}
      before={
        <DefinitionTable
          caption={text.proposal}
          rows={[
            { label: text.ground, value: groundWord(proposal.ground) },
            { label: text.reason, value: <span className={styles.words}>{proposal.reason}</span> },
            { label: text.proposedBy, value: `${proposal.by}　${longInstant(proposal.at)}` },
          ]}
        />
      }
    />
  );
}
