import { type RefObject, useEffect } from 'react';

const choose = (image: Element, vote: 'yes' | 'no'): void => {
  image.querySelector<HTMLInputElement>(`input[type=radio][value=${vote}]`)?.click();
};

/** The reasons of an image are folded away until it is to go back. */
const openReasons = (image: Element | null): void => {
  const reasons = image?.querySelector('details');
  if (reasons) reasons.open = true;
};

/** Text is being written: only Ctrl+Enter means something then. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('textarea, select, input:not([type=radio], [type=checkbox])');

/**
 * Keys of the image review: y 可, n 否, ← → move, Shift+y all 可, Ctrl+Enter decides. Images are the elements with
 * `data-image` under `root`; whatever a key does can be done by its button, too.
 */
export function useImageKeys(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const images = [...(root.current?.querySelectorAll<HTMLElement>('[data-image]') ?? [])];
      if (images.length === 0 || event.isComposing || event.altKey || event.metaKey) return;
      const at = images.findIndex((image) => image.contains(document.activeElement));
      const goTo = (index: number): void => images[Math.min(Math.max(index, 0), images.length - 1)]?.focus();
      if (event.ctrlKey) {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        root.current?.querySelector('form')?.requestSubmit();
        return;
      }
      if (isWriting(event.target)) return;
      const image = images[Math.max(at, 0)];
      if (image === undefined) return;
      if (event.key === 'Y') {
        for (const one of images) choose(one, 'yes');
      } else if (event.key === 'y') {
        choose(image, 'yes');
        goTo(Math.max(at, 0) + 1);
      } else if (event.key === 'n') {
        choose(image, 'no');
        openReasons(image);
        image.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus();
      } else if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
        goTo(at + (event.key === 'ArrowRight' ? 1 : -1));
      } else return;
      event.preventDefault();
    };
    const onChange = ({ target }: Event): void => {
      if (target instanceof HTMLInputElement && target.type === 'radio' && target.value === 'no')
        openReasons(target.closest('[data-image]'));
    };
    const images = root.current;
    document.addEventListener('keydown', onKey);
    images?.addEventListener('change', onChange);
    return () => {
      document.removeEventListener('keydown', onKey);
      images?.removeEventListener('change', onChange);
    };
  }, [root]);
}
