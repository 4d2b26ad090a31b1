import { useMounted } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import type { Image } from '#app/domain/image.ts';
import { imageReturnReasons, imageTextLengths, purposeLabel } from '#app/forms/image.ts';
import { imageReviewText as text } from '#app/text/staff/images.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import { ScriptButton } from '../ui/Buttons.tsx';
import { FormFrame } from '../ui/FormFrame.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import styles from './Images.module.css';
import { PictureWords, Thumbnail } from './Picture.tsx';
import { useSeen } from './useSeen.ts';
import { Viewer, type Zooming } from './Viewer.tsx';
import { isSilent, isUndecided, type Vote } from './votes.ts';

export const decideIntent = 'decide';

export type VotesProps = {
  waiting: readonly Image[];
  images: readonly Image[];
  /** The decision as it was sent, when it came back. */
  votes: readonly Vote[] | undefined;
  idempotencyKey: string;
};

/**
 * 可 or 否 of every image that waits, sent in one go. With a script the images stand in a grid beside the one that is
 * looked at, and keys decide; without it each image carries its own words and reasons.
 */
export function Votes({ waiting, images, votes, idempotencyKey }: VotesProps) {
  const root = useRef<HTMLDivElement>(null);
  const mounted = useMounted();
  const [at, setAt] = useState(0);
  const { seen, look } = useSeen(root);
  const zooming = useRef<Zooming>(null);
  const shown = waiting[at] ?? waiting[0];

  const goTo = (index: number): void => {
    const image = waiting[Math.min(Math.max(index, 0), waiting.length - 1)];
    if (image !== undefined) tileOf(root.current, image.id)?.focus();
  };
  const decideShown = (vote: 'yes' | 'no'): void => {
    if (shown !== undefined) choose(root.current, shown.id, vote);
  };
  const allSeen = (): void => {
    for (const { id } of waiting) if (seen.has(id)) choose(root.current, id, 'yes');
  };
  useCommands([
    ...commandsOf('images', {
      yes: () => {
        decideShown('yes');
        goTo(at + 1);
      },
      no: () => decideShown('no'),
      next: () => goTo(at + 1),
      previous: () => goTo(at - 1),
      all: allSeen,
      larger: () => zooming.current?.larger(),
      smaller: () => zooming.current?.smaller(),
      whole: () => zooming.current?.whole(),
    }),
    ...imageReturnReasons.map(({ value, label }, index) => ({
      keys: String(index + 1),
      label,
      run: () => {
        decideShown('no');
        if (shown !== undefined)
          root.current?.querySelector<HTMLInputElement>(`#${reasonId(shown.id, value)}`)?.click();
      },
    })),
  ]);

  const sentOf = (id: string): Vote | undefined => votes?.find(({ imageId }) => imageId === id);
  const twice = ({ id, hash }: Image): boolean =>
    images.some((other) => other.id !== id && other.hash === hash);
  return (
    <div ref={root} className={styles.part} data-desk={mounted || undefined}>
      <div className={styles.all}>
        {mounted ? (
          <>
            <ScriptButton shortcut={keyTable.images.keys.all[0]} onClick={allSeen}>
              {text.allYes}
            </ScriptButton>
            <span role="status">
              {text.seen(waiting.filter(({ id }) => seen.has(id)).length, waiting.length)}
            </span>
          </>
        ) : null}
        <details>
          <summary>{text.checkTitle}</summary>
          <ul>
            {imageReturnReasons.map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
          </ul>
        </details>
      </div>
      <FormFrame
        idempotencyKey={idempotencyKey}
        submits={[{ label: text.submit, intent: decideIntent }]}
        cancel={{ to: paths.staff.reviews({ kind: 'image' }), label: text.back }}
      >
        <div className={mounted ? styles.tiles : styles.grid}>
          {waiting.map((image, index) => (
            <VoteOn
              key={image.id}
              image={image}
              number={index + 1}
              twice={twice(image)}
              sent={sentOf(image.id)}
              current={mounted && image.id === shown?.id}
              onFocus={() => {
                setAt(index);
                look(image.id);
              }}
            >
              {mounted ? null : (
                <>
                  <PictureWords image={image} />
                  <Reasons image={image} sent={sentOf(image.id)} />
                </>
              )}
            </VoteOn>
          ))}
        </div>
        {mounted && shown !== undefined ? (
          <div className={styles.looked}>
            <Viewer key={shown.id} image={shown} zooming={zooming} />
            <p>
              <b>
                {at + 1}　{purposeLabel(shown.purpose)}
              </b>
            </p>
            <PictureWords image={shown} />
            {waiting.map((image) => (
              <div key={image.id} hidden={image.id !== shown.id}>
                <Reasons image={image} sent={sentOf(image.id)} />
              </div>
            ))}
          </div>
        ) : null}
        <p className={styles.keys}>{text.happens}</p>
      </FormFrame>
      {mounted ? <p className={styles.keys}>{text.keys}</p> : null}
    </div>
  );
}

const tileOf = (root: HTMLElement | null, id: string): HTMLElement | null =>
  root?.querySelector<HTMLElement>(`[data-image="${id}"]`) ?? null;

function choose(root: HTMLElement | null, id: string, vote: 'yes' | 'no'): void {
  const radio = tileOf(root, id)?.querySelector<HTMLInputElement>(`input[type=radio][value=${vote}]`);
  if (radio?.checked === false) radio.click();
  if (vote === 'no') openReasons(id);
}

/** The reasons of an image are folded away until it is to go back. */
function openReasons(id: string): void {
  const reasons = document.getElementById(`reasons-${id}`);
  if (reasons instanceof HTMLDetailsElement) reasons.open = true;
}

const reasonId = (imageId: string, reason: string): string => `reason-${imageId}-${reason}`;

type VoteOnProps = {
  image: Image;
  number: number;
  twice: boolean;
  sent: Vote | undefined;
  /** The one that is looked at. */
  current: boolean;
  onFocus: () => void;
  children: ReactNode;
};

function VoteOn({ image, number, twice, sent, current, onFocus, children }: VoteOnProps) {
  const { id, version, purpose } = image;
  return (
    <fieldset
      id={`image-${id}`}
      className={styles.image}
      data-image={id}
      data-current={current || undefined}
      tabIndex={-1}
      onFocus={onFocus}
    >
      <legend className="visually-hidden">{text.vote(number)}</legend>
      <input type="hidden" name="image" value={`${id}:${version}`} />
      <Thumbnail image={image} />
      <p>
        <b>
          {number}　{purposeLabel(purpose)}
        </b>
      </p>
      {twice ? <p className={styles.wrong}>{text.duplicate}</p> : null}
      {sent !== undefined && isUndecided(sent) ? <p className={styles.wrong}>{text.missingVote}</p> : null}
      {sent !== undefined && isSilent(sent) ? <p className={styles.wrong}>{text.missingReason}</p> : null}
      <div className={styles.votes}>
        {(['yes', 'no'] as const).map((vote) => (
          <label key={vote}>
            <input
              type="radio"
              name={`vote:${id}`}
              value={vote}
              defaultChecked={sent?.vote === vote}
              onChange={vote === 'no' ? () => openReasons(id) : undefined}
            />
            {text[vote]}
          </label>
        ))}
      </div>
      {children}
    </fieldset>
  );
}

function Reasons({ image: { id }, sent }: { image: Image; sent: Vote | undefined }) {
  return (
    <details id={`reasons-${id}`} className={styles.reasons} open={sent?.vote === 'no' || undefined}>
      <summary>{text.reasons}</summary>
      {imageReturnReasons.map(({ value, label }, index) => (
        <label key={value}>
          <input
            type="checkbox"
            id={reasonId(id, value)}
            name={`reasons:${id}`}
            value={value}
            defaultChecked={sent?.reasons.includes(value)}
          />
          <kbd>{index + 1}</kbd> {label}
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
  );
}
