import type { Image } from '#app/domain/image.ts';
import { isCounted } from '#app/domain/image.ts';
import { imageReturnReasons, purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Form, Link } from '#app/web/remix.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ButtonLink, SubmitButton } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Images.module.css';
import { type FileAnswer, UploadAnswers, UploadForm, type UploadLimits } from './UploadForm.tsx';

export type ImagesPageProps = {
  images: readonly Image[];
  limits: UploadLimits;
  idempotencyKey: string;
  /** One for the moves of each image, by its id. */
  moveKeys: Readonly<Record<string, string>>;
  answer: FormAnswer | undefined;
  /** Of the files that were sent, when some of them were refused. */
  answers: readonly FileAnswer[] | undefined;
  /** Where the reader finds a picture; the employer's own address by default. */
  fileOf?: typeof paths.mypage.imageFile;
};

/** 画像 of the employer: what is registered and how it stands, and more to be registered. */
export function ImagesPage(props: ImagesPageProps) {
  const { images, limits, idempotencyKey, moveKeys, answer, answers } = props;
  const { fileOf = paths.mypage.imageFile } = props;
  const kept = images.filter(({ state }) => isCounted(state)).length;
  const noFile = answer?.errors.some(({ field }) => field === 'files') ?? false;
  return (
    <>
      <PageTitle title={imagesText.title} hasErrors={answer !== undefined || answers !== undefined} />
      {answers === undefined ? null : <UploadAnswers answers={answers} />}
      <ErrorSummary
        messages={noFile ? [{ field: 'files', message: imagesText.noFile, href: '#f-files' }] : []}
      />
      <p>{imagesText.lead}</p>
      <section className={styles.part}>
        <h2>{imagesText.listTitle(kept, limits.files)}</h2>
        {images.length === 0 ? (
          <EmptyState title={imagesText.empty}>
            <p>{imagesText.emptyWhy}</p>
          </EmptyState>
        ) : (
          <ol className={styles.grid}>
            {images.map((image, index) => (
              <li key={image.id} className={styles.image}>
                <OwnImage
                  image={image}
                  number={index + 1}
                  last={index + 1 === images.length}
                  moveKey={moveKeys[image.id] ?? ''}
                  fileOf={fileOf}
                />
              </li>
            ))}
          </ol>
        )}
      </section>
      <section className={styles.part}>
        <h2>{imagesText.uploadTitle}</h2>
        <UploadForm idempotencyKey={idempotencyKey} limits={limits} answer={answer} />
      </section>
    </>
  );
}

type OwnImageProps = {
  image: Image;
  number: number;
  last: boolean;
  moveKey: string;
  fileOf: typeof paths.mypage.imageFile;
};

function OwnImage({ image, number, last, moveKey, fileOf }: OwnImageProps) {
  const purpose = purposeLabel(image.purpose);
  return (
    <>
      <img
        src={fileOf(image.id, 'thumbnail')}
        alt={image.alt ?? image.caption ?? imagesText.noAlt(purpose)}
        className={styles.picture}
        loading="lazy"
      />
      <p>
        <StatusBadge mark={imageMarks[image.state]} /> {number}　{purpose}
      </p>
      <p className={image.caption === null ? styles.weak : undefined}>
        {image.caption ?? imagesText.noCaption}
      </p>
      <ReturnReasons image={image} />
      <Link to={paths.mypage.image(image.id)}>{imagesText.edit}</Link>
      <Form method="post" className={styles.moves}>
        <input type="hidden" name="_key" value={moveKey} />
        <input type="hidden" name="_version" value={image.version} />
        <input type="hidden" name="image" value={image.id} />
        {number === 1 ? null : (
          <SubmitButton kind="quiet" name="_intent" value="up">
            {imagesText.up}
            <span className="visually-hidden">{imagesText.moveOf(number, imagesText.up)}</span>
          </SubmitButton>
        )}
        {last ? null : (
          <SubmitButton kind="quiet" name="_intent" value="down">
            {imagesText.down}
            <span className="visually-hidden">{imagesText.moveOf(number, imagesText.down)}</span>
          </SubmitButton>
        )}
      </Form>
    </>
  );
}

/** Why an image came back or is shown no more, in the words of the office; nothing for the other states. */
export function ReturnReasons({ image: { state, decision } }: { image: Pick<Image, 'state' | 'decision'> }) {
  if (decision === null || (state !== 'returned' && state !== 'hidden')) return null;
  return (
    <div>
      <p>
        <b>{state === 'hidden' ? imagesText.hiddenTitle : imagesText.returnedTitle}</b>
      </p>
      <ul>
        {imageReturnReasons
          .filter(({ value }) => decision.reasons.includes(value))
          .map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        {decision.message === null ? null : <li>{decision.message}</li>}
      </ul>
    </div>
  );
}

/** Before there is an establishment to show pictures of. */
export function NoEstablishment() {
  return (
    <>
      <PageTitle title={imagesText.title} />
      <p>{imagesText.missingEstablishment}</p>
      <p>
        <ButtonLink to={paths.mypage.establishment()} kind="primary">
          {imagesText.toEstablishment}
        </ButtonLink>
      </p>
    </>
  );
}
