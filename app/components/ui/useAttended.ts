import { useEffect, useRef } from 'react';
import { claimIdleMinutes } from '#app/domain/reviewClaim.ts';

const signs = ['keydown', 'pointermove', 'pointerdown', 'scroll'] as const;

/**
 * Does something every so many seconds while somebody is at the page. Before an empty chair, or while the page is
 * hidden, nothing is asked of the server, so that the session can end.
 */
export function useAttended(seconds: number, act: () => void): void {
  const latest = useRef(act);
  useEffect(() => {
    latest.current = act;
  });
  useEffect(() => {
    let seenAt = performance.now();
    const seen = () => {
      seenAt = performance.now();
    };
    const timer = setInterval(() => {
      const idle = performance.now() - seenAt >= claimIdleMinutes * 60_000;
      if (!idle && document.visibilityState === 'visible') latest.current();
    }, seconds * 1000);
    for (const sign of signs) window.addEventListener(sign, seen, { passive: true });
    return () => {
      clearInterval(timer);
      for (const sign of signs) window.removeEventListener(sign, seen);
    };
  }, [seconds]);
}
