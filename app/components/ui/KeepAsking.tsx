import { useEffect } from 'react';
import { useRevalidator } from '#app/web/remix.ts';

/** How often a page with a script asks how far something has come; one without loads itself again. */
const ASK_EVERY_MS = 1_000;
const RELOAD_SECONDS = '2';

/** On a page about something that goes on: asks for its data again and again, with a script and without. */
export function KeepAsking() {
  const asking = useRevalidator();
  // Never while an answer is on its way: asking again would throw that answer away.
  useEffect(() => {
    if (asking.state !== 'idle') return;
    const timer = setTimeout(asking.revalidate, ASK_EVERY_MS);
    return () => clearTimeout(timer);
  }, [asking.state, asking.revalidate]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={RELOAD_SECONDS} />
    </noscript>
  );
}
