import { ButtonLink } from '#app/components/ui/Buttons.tsx';
import { FormFrame } from '#app/components/ui/FormFrame.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { Steps } from '#app/components/ui/Steps.tsx';
import { postingSteps } from '#app/forms/posting.ts';
import { common } from '#app/text/common.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import styles from './Card.module.css';
import { PastPostings, type PastPostingsProps } from './PastPostings.tsx';

export type NewPostingProps = PastPostingsProps & {
  idempotencyKey: string;
  hasEstablishment: boolean;
  /** Days within which somebody has to come (rules/eligibility/visit-required). */
  visitDays: number;
};

/** What applying means, before a draft is begun. */
export function NewPosting({ idempotencyKey, hasEstablishment, visitDays, q, past }: NewPostingProps) {
  const text = postingText.new;
  return (
    <>
      <PageTitle title={text.title} />
      <p>{text.lead}</p>
      <ul>
        {[...text.notes, text.visitDays(visitDays)].map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <section className={styles.card}>
        <h2>{text.stepsTitle}</h2>
        <Steps items={postingSteps.map(({ title }) => ({ title }))} />
      </section>
      {hasEstablishment ? (
        <>
          <h2>{text.freshTitle}</h2>
          <FormFrame
            idempotencyKey={idempotencyKey}
            submits={[{ label: text.start, intent: 'start' }]}
            cancel={{ to: paths.mypage.home(), label: common.cancel }}
          />
          <PastPostings q={q} past={past} />
        </>
      ) : (
        <section className={styles.card} data-tone="attention">
          <p>{text.establishmentMissing}</p>
          <ButtonLink to={paths.mypage.establishment()} kind="primary">
            {text.toEstablishment}
          </ButtonLink>
        </section>
      )}
    </>
  );
}
