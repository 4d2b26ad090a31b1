import { type RefObject, useEffect, useState } from 'react';

/** An image counts as seen once its loaded picture has stood on the screen, all but a rim of it. */
const MOST = 0.9;

/**
 * Ids of the images (elements with `data-image` under `root`) whose picture has been on the screen. Without the means
 * to know, only those are seen that `look` names.
 */
export function useSeen(root: RefObject<HTMLElement | null>): {
  seen: ReadonlySet<string>;
  look: (id: string) => void;
} {
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const look = (id: string): void =>
    setSeen((before) => (before.has(id) ? before : new Set([...before, id])));

  useEffect(() => {
    if (typeof IntersectionObserver === 'undefined') return;
    const add = (picture: HTMLImageElement): void => {
      const id = picture.closest<HTMLElement>('[data-image]')?.dataset.image;
      if (id !== undefined) setSeen((before) => (before.has(id) ? before : new Set([...before, id])));
    };
    const waiting = new AbortController();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, intersectionRatio } of entries) {
          if (!(target instanceof HTMLImageElement) || intersectionRatio < MOST) continue;
          observer.unobserve(target);
          if (target.complete && target.naturalWidth > 0) add(target);
          else target.addEventListener('load', () => add(target), { once: true, signal: waiting.signal });
        }
      },
      { threshold: MOST },
    );
    for (const picture of root.current?.querySelectorAll('[data-image] img') ?? []) observer.observe(picture);
    return () => {
      observer.disconnect();
      waiting.abort();
    };
  }, [root]);

  return { seen, look };
}
