import type { MouseEvent } from 'react';
import { useNavigate } from '#app/web/remix.ts';

/**
 * For a list with many plain anchors: one handler follows them within the app, as a Link would each by itself. A click
 * that means a new tab, or that leads elsewhere, stays the browser's.
 */
export function useFollow(): { onClick: (event: MouseEvent) => void } {
  const navigate = useNavigate();
  return {
    onClick: (event) => {
      const anchor = event.target instanceof Element ? event.target.closest('a') : null;
      const plain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
      if (anchor === null || !plain || event.defaultPrevented || anchor.origin !== location.origin) return;
      event.preventDefault();
      void navigate(`${anchor.pathname}${anchor.search}${anchor.hash}`);
    },
  };
}
