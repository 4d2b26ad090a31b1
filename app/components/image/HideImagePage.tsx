import type { Image } from '#app/domain/image.ts';
import { imageHideForm, purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageReviewText, hideImageText as text } from '#app/text/staff/images.ts';
import { paths } from '#app/web/paths.ts';
import { WhatHappens } from '../review/DecisionAbout.tsx';
import { type FormAnswer, messagesOf, summaryOf } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FieldSet } from '../ui/FieldSet.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import styles from './Images.module.css';

export type HideImagePageProps = {
  establishment: { id: string; name: string };
  image: Image;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 表示不可 of one published image: the picture, why, what follows, one button. */
export function HideImagePage({ establishment, image, idempotencyKey, answer }: HideImagePageProps) {
  const back = paths.staff.reviewImages(establishment.id);
  return (
    <>
      <PageTitle
        title={text.title}
        trail={[{ to: back, label: imageReviewText.title(establishment.name) }]}
        hasErrors={answer !== undefined}
      />
      <ErrorSummary {...summaryOf(imageHideForm, answer)} />
      <img
        src={paths.staff.imageFile(image.id, 'picture')}
        alt={image.alt ?? image.caption ?? imagesText.noAlt(purposeLabel(image.purpose))}
        className={styles.large}
      />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={image.version}
        submits={[{ label: text.submit, intent: 'hide', kind: 'danger' }]}
        cancel={{ to: back, label: text.keep }}
      >
        {imageHideForm.sections.map((section) => (
          <FieldSet
            key={section.id}
            section={section}
            typed={answer?.typed ?? {}}
            messages={messagesOf(imageHideForm, answer)}
          />
        ))}
        <WhatHappens lines={text.happens} />
      </FormFrame>
    </>
  );
}
