import { useRef } from 'react';
import type { Image } from '#app/domain/image.ts';
import { imageReturnReasons, imageTextLengths, purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageReviewText as text } from '#app/text/staff/images.ts';
import { imageMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import type { FormAnswer } from '../review/formAnswer.ts';
import { ErrorSummary } from '../ui/ErrorSummary.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import type { FieldMessage } from '../ui/fieldMessages.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import styles from './Images.module.css';
import { ReturnReasons } from './ImagesPage.tsx';
import { type FileAnswer, UploadAnswers, UploadForm, type UploadLimits } from './UploadForm.tsx';
import { useImageKeys } from './useImageKeys.ts';
import { isSilent, isUndecided, type Vote, voteMessages } from './votes.ts';

export const decideIntent = 'decide';

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
  const noFile: FieldMessage[] =
    answer?.errors.some(({ field }) => field === 'files') === true
      ? [{ field: 'files', message: imagesText.noFile, href: '#f-files' }]
      : [];
  return (
    <>
      <PageTitle
        title={text.title(establishment.name)}
        trail={[{ to: paths.staff.images(), label: text.queueTitle }]}
        over={text.over(establishment.number)}
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
          <Shown images={others} />
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

type VotesProps = {
  waiting: readonly Image[];
  images: readonly Image[];
  votes: readonly Vote[] | undefined;
  idempotencyKey: string;
};

function Votes({ waiting, images, votes, idempotencyKey }: VotesProps) {
  const root = useRef<HTMLDivElement>(null);
  useImageKeys(root);
  return (
    <div ref={root} className={styles.part}>
      <details>
        <summary>{text.checkTitle}</summary>
        <ul>
          {imageReturnReasons.map(({ value, label }) => (
            <li key={value}>{label}</li>
          ))}
        </ul>
      </details>
      <p className={styles.keys}>{text.keys}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: text.submit, intent: decideIntent }]}
        cancel={{ to: paths.staff.images(), label: text.back }}
      >
        <div className={styles.grid}>
          {waiting.map((image, index) => (
            <VoteOn
              key={image.id}
              image={image}
              number={index + 1}
              twice={images.some((other) => other.id !== image.id && other.hash === image.hash)}
              sent={votes?.find(({ imageId }) => imageId === image.id)}
            />
          ))}
        </div>
        <p>{text.happens}</p>
      </FormFrame>
    </div>
  );
}

type VoteOnProps = { image: Image; number: number; twice: boolean; sent: Vote | undefined };

function VoteOn({ image, number, twice, sent }: VoteOnProps) {
  const { id, version } = image;
  return (
    <fieldset id={`image-${id}`} className={styles.image} data-image={id} tabIndex={-1}>
      <legend className="visually-hidden">{text.vote(number)}</legend>
      <input type="hidden" name="image" value={`${id}:${version}`} />
      <Picture image={image} number={number} />
      {twice ? <p className={styles.wrong}>{text.duplicate}</p> : null}
      {sent !== undefined && isUndecided(sent) ? <p className={styles.wrong}>{text.missingVote}</p> : null}
      {sent !== undefined && isSilent(sent) ? <p className={styles.wrong}>{text.missingReason}</p> : null}
      <div className={styles.votes}>
        {(['yes', 'no'] as const).map((vote) => (
          <label key={vote}>
            <input type="radio" name={`vote:${id}`} value={vote} defaultChecked={sent?.vote === vote} />
            {text[vote]}
          </label>
        ))}
      </div>
      <details className={styles.reasons} open={sent?.vote === 'no' || undefined}>
        <summary>{text.reasons}</summary>
        {imageReturnReasons.map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              name={`reasons:${id}`}
              value={value}
              defaultChecked={sent?.reasons.includes(value)}
            />
            {label}
          </label>
        ))}
        <label htmlFor={`message-${id}`}>{text.message}</label>
        <textarea
          id={`message-${id}`}
          name={`message:${id}`}
          rows={2}
          maxLength={imageTextLengths.message}
          defaultValue={sent?.message}
        />
      </details>
    </fieldset>
  );
}

function Picture({ image, number }: { image: Image; number: number }) {
  const { id, caption, alt, purpose, format, bytes, width, height } = image;
  return (
    <>
      <img
        src={paths.staff.imageFile(id, 'thumbnail')}
        alt={alt ?? caption ?? imagesText.noAlt(purposeLabel(purpose))}
        className={styles.picture}
      />
      <p>
        <b>
          {number}　{purposeLabel(purpose)}
        </b>{' '}
        <a href={paths.staff.imageFile(id, 'picture')} target="_blank" rel="noreferrer">
          {text.large}
        </a>
      </p>
      <p className={styles.weak}>{text.facts(format, bytes, width, height)}</p>
      <p>{caption === null ? text.noCaption : text.caption(caption)}</p>
      <p>{alt === null ? text.noAlt : text.alt(alt)}</p>
    </>
  );
}

/** Images that are only looked at. */
function Shown({ images }: { images: readonly Image[] }) {
  return (
    <ul className={styles.grid}>
      {images.map((image, index) => (
        <li key={image.id} className={styles.image}>
          <Picture image={image} number={index + 1} />
          <StatusBadge mark={imageMarks[image.state]} />
          {image.state === 'returned' ? <ReturnReasons image={image} /> : null}
        </li>
      ))}
    </ul>
  );
}
