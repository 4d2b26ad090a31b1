import {
  type MouseEvent,
  type RefObject,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Image } from '#app/domain/image.ts';
import { purposeLabel } from '#app/forms/image.ts';
import { imagesText } from '#app/text/images.ts';
import { imageReviewText as text } from '#app/text/staff/images.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { paths } from '#app/web/paths.ts';
import { ScriptButton } from '../ui/Buttons.tsx';
import styles from './Images.module.css';
import { wholeIn, type Zoom, zoomed } from './zoom.ts';

/** What keys do to the picture that is shown. */
export type Zooming = { larger(): void; smaller(): void; whole(): void };

const { larger, smaller, whole } = keyTable.images.keys;

/**
 * One picture, larger and smaller by buttons and keys. No dragging: a click brings its place to the middle, and the
 * frame scrolls by itself.
 */
export function Viewer({ image, zooming }: { image: Image; zooming: RefObject<Zooming | null> }) {
  const [zoom, setZoom] = useState<Zoom>('whole');
  const frame = useRef<HTMLDivElement>(null);
  /** What stands in the middle of the frame, as parts of the picture. */
  const middle = useRef({ x: 0.5, y: 0.5 });
  const { id, width, height, alt, caption, purpose } = image;

  const step = (by: 1 | -1) => () => {
    const box = { width: frame.current?.clientWidth ?? width, height: frame.current?.clientHeight ?? height };
    setZoom((now) => zoomed(now, by, wholeIn(image, box)));
  };
  const acts = {
    larger: step(1),
    smaller: step(-1),
    actual: () => setZoom(1),
    whole: () => setZoom('whole'),
  };
  useImperativeHandle(zooming, () => acts);

  useLayoutEffect(() => {
    const box = frame.current;
    if (box === null || zoom === 'whole') return;
    box.scrollLeft = middle.current.x * box.scrollWidth - box.clientWidth / 2;
    box.scrollTop = middle.current.y * box.scrollHeight - box.clientHeight / 2;
  }, [zoom]);

  const keepMiddle = (): void => {
    const box = frame.current;
    if (box === null) return;
    middle.current = {
      x: (box.scrollLeft + box.clientWidth / 2) / box.scrollWidth,
      y: (box.scrollTop + box.clientHeight / 2) / box.scrollHeight,
    };
  };
  const centre = (event: MouseEvent<HTMLElement>): void => {
    const { left, top, width: shownWidth, height: shownHeight } = event.currentTarget.getBoundingClientRect();
    // A key presses the button without a place: the middle stays.
    if (event.detail > 0)
      middle.current = { x: (event.clientX - left) / shownWidth, y: (event.clientY - top) / shownHeight };
    const box = frame.current;
    if (zoom === 'whole') acts.larger();
    else
      box?.scrollTo(
        middle.current.x * box.scrollWidth - box.clientWidth / 2,
        middle.current.y * box.scrollHeight - box.clientHeight / 2,
      );
  };

  const size = zoom === 'whole' ? {} : { width: Math.round(width * zoom), height: Math.round(height * zoom) };
  return (
    <div className={styles.viewer}>
      <fieldset className={styles.zoom}>
        <legend className="visually-hidden">{text.zoom}</legend>
        <ScriptButton shortcut={larger[0]} onClick={acts.larger}>
          {text.larger}
        </ScriptButton>
        <ScriptButton shortcut={smaller[0]} onClick={acts.smaller}>
          {text.smaller}
        </ScriptButton>
        <ScriptButton pressed={zoom === 1} onClick={acts.actual}>
          {text.actual}
        </ScriptButton>
        <ScriptButton shortcut={whole[0]} pressed={zoom === 'whole'} onClick={acts.whole}>
          {text.whole}
        </ScriptButton>
        <span role="status" className="numeric">
          {zoom === 'whole' ? text.whole : text.percent(zoom)}
        </span>
      </fieldset>
      <section
        ref={frame}
        className={styles.frame}
        data-whole={zoom === 'whole'}
        aria-label={text.frame}
        onScroll={keepMiddle}
      >
        <button type="button" onClick={centre} onKeyDown={scrollsItself}>
          <img
            src={paths.staff.imageFile(id, 'picture')}
            alt={alt ?? caption ?? imagesText.noAlt(purposeLabel(purpose))}
            {...size}
          />
        </button>
      </section>
    </div>
  );
}

/** Arrows scroll the frame while its picture has the focus; outside of it they go to another image. */
const scrollsItself = (event: { key: string; stopPropagation(): void }): void => {
  if (event.key.startsWith('Arrow')) event.stopPropagation();
};
