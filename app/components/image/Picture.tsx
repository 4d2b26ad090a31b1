import type { Image } from '#app/domain/image.ts';
import { purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageReviewText as text } from '#app/text/staff/images.ts';
import { paths } from '#app/web/paths.ts';
import styles from './Images.module.css';

/** The small picture of an image, as staff see it. */
export function Thumbnail({ image: { id, alt, caption, purpose } }: { image: Image }) {
  return (
    <img
      src={paths.staff.imageFile(id, 'thumbnail')}
      alt={alt ?? caption ?? imagesText.noAlt(purposeLabel(purpose))}
      className={styles.picture}
    />
  );
}

/** The facts of the file and the employer's words, with the way to the large picture alone. */
export function PictureWords({ image }: { image: Image }) {
  const { id, caption, alt, format, bytes, width, height } = image;
  return (
    <>
      <p className={styles.weak}>
        {text.facts(format, bytes, width, height)}{' '}
        <a href={paths.staff.imageFile(id, 'picture')} target="_blank" rel="noreferrer">
          {text.large}
        </a>
      </p>
      <p>{caption === null ? text.noCaption : text.caption(caption)}</p>
      <p>{alt === null ? text.noAlt : text.alt(alt)}</p>
    </>
  );
}
