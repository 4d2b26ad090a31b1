import { type Image, imageCan } from '#app/domain/image.ts';
import type { TypedText } from '#app/forms/field.ts';
import { imageDescriptionForm, purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Images.module.css';
import { ReturnReasons } from './ImagesPage.tsx';

export const imageIntents = { describe: 'describe', remove: 'remove' } as const;

export type ImagePageProps = {
  image: Image;
  typed: TypedText;
  keys: { describe: string; remove: string };
  answer: FormAnswer | undefined;
};

/** One image of the employer: its words, and taking it down. */
export function ImagePage({ image, typed, keys, answer }: ImagePageProps) {
  const back = { to: paths.mypage.images(), label: imagesText.back };
  return (
    <>
      <PageTitle
        title={imagesText.oneTitle}
        trail={[{ to: paths.mypage.images(), label: imagesText.title }]}
        hasErrors={answer !== undefined}
      >
        <StatusBadge mark={imageMarks[image.state]} />
      </PageTitle>
      <ErrorSummary {...summaryOf(imageDescriptionForm, answer)} />
      <img
        src={paths.mypage.imageFile(image.id, 'picture')}
        alt={image.alt ?? image.caption ?? imagesText.noAlt(purposeLabel(image.purpose))}
        className={styles.large}
      />
      {image.state === 'published' ? <p>{imagesText.publishedNote}</p> : null}
      {imageCan('describe', image.state) ? (
        <FormFrame
          idempotencyKey={keys.describe}
          version={image.version}
          submits={[{ label: imagesText.save, intent: imageIntents.describe }]}
          cancel={back}
        >
          {imageDescriptionForm.sections.map((section) => (
            <FieldSet
              key={section.id}
              section={section}
              typed={answer?.typed ?? typed}
              messages={messagesOf(imageDescriptionForm, answer)}
            />
          ))}
        </FormFrame>
      ) : (
        <>
          <ReturnReasons image={image} />
          <p>{image.state === 'hidden' ? imagesText.hiddenNote : imagesText.returnedNote}</p>
        </>
      )}
      <section className={styles.part}>
        <h2>{imagesText.removeTitle}</h2>
        <p>{imagesText.removeLead}</p>
        <FormFrame
          idempotencyKey={keys.remove}
          version={image.version}
          submits={[{ label: imagesText.remove, intent: imageIntents.remove, kind: 'danger' }]}
        />
      </section>
    </>
  );
}
