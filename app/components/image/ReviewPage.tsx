import { type Image, isCounted } from '#app/domain/image.ts';
import { purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { hideImageText, imageReviewText as text } from '#app/text/staff/images.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { imageMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink } from '../ui/Buttons.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Images.module.css';
import { ReturnReasons } from './ImagesPage.tsx';
import { PictureWords, Thumbnail } from './Picture.tsx';
import { type FileAnswer, UploadAnswers, UploadForm, type UploadLimits } from './UploadForm.tsx';
import { Votes } from './Votes.tsx';
import { type Vote, voteMessages } from './votes.ts';

export type ReviewPageProps = {
  establishment: { id: string; name: string; number: string | null };
  images: readonly Image[];
  limits: UploadLimits;
  keys: { decide: string; upload: string };
  may: { decide: boolean; upload: boolean };
  /** The decision as it was sent, when it came back. */
  votes: readonly Vote[] | undefined;
  /** The upload form that came back. */
  answer: FormAnswer | undefined;
  answers: readonly FileAnswer[] | undefined;
};

/** 画像の審査: every image of an establishment that waits, on one page, decided in one go. */
export function ReviewPage(props: ReviewPageProps) {
  const { establishment, images, limits, keys, may, votes, answer, answers } = props;
  const waiting = images.filter(({ state }) => state === 'waiting');
  const others = images.filter(({ state }) => state !== 'waiting');
  const counted = images.filter(({ state }) => isCounted(state));
  const counts = { waiting: waiting.length, published: counted.length - waiting.length };
  const bytes = counted.reduce((sum, image) => sum + image.bytes, 0);
  const noFile: FieldMessage[] =
    answer?.errors.some(({ field }) => field === 'files') === true
      ? [{ field: 'files', message: imagesText.noFile, href: '#f-files' }]
      : [];
  return (
    <>
      <PageTitle
        title={text.title(establishment.name)}
        trail={[{ to: paths.staff.reviews(), label: reviewText.trail }]}
        over={`${text.over(establishment.number)}　${text.inAll(counts, limits.files, bytes)}`}
        hasErrors={votes !== undefined || answer !== undefined || answers !== undefined}
      />
      {answers === undefined ? null : <UploadAnswers answers={answers} />}
      <ErrorSummary messages={[...(votes ? voteMessages(waiting, votes) : []), ...noFile]} />
      {waiting.length === 0 ? (
        <p>{text.nothingWaits}</p>
      ) : may.decide ? (
        <Votes waiting={waiting} images={images} votes={votes} idempotencyKey={keys.decide} />
      ) : (
        <>
          <p>{text.readOnly}</p>
          <Shown images={waiting} />
        </>
      )}
      {others.length === 0 ? null : (
        <section className={styles.part}>
          <h2>{text.othersTitle}</h2>
          <Shown images={others} hides={may.decide} />
        </section>
      )}
      {may.upload ? (
        <section className={styles.part}>
          <h2>{text.uploadTitle}</h2>
          <UploadForm idempotencyKey={keys.upload} limits={limits} answer={answer} />
        </section>
      ) : null}
    </>
  );
}

/** Images that are not to be decided; a published one may be taken from view. */
function Shown({ images, hides = false }: { images: readonly Image[]; hides?: boolean }) {
  return (
    <ul className={styles.grid}>
      {images.map((image, index) => (
        <li key={image.id} className={styles.image}>
          <Thumbnail image={image} />
          <p>
            <b>
              {index + 1}　{purposeLabel(image.purpose)}
            </b>{' '}
            <StatusBadge mark={imageMarks[image.state]} />
          </p>
          <PictureWords image={image} />
          <ReturnReasons image={image} />
          {hides && image.state === 'published' ? (
            <ButtonLink to={paths.staff.hideImage(image.establishmentId, image.id)} kind="quiet">
              {hideImageText.link}
              <span className="visually-hidden">{hideImageText.linkOf(index + 1)}</span>
            </ButtonLink>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
