import { doneMessages } from '#app/text/done.ts';
import { useLocation } from '#app/web/remix.ts';
import { Banner } from './Banner.tsx';

const isCode = (code: string): code is keyof typeof doneMessages => Object.hasOwn(doneMessages, code);

/** What was done just before, by the code in the address (`?done=…`): at the top of every framed page. */
export function DoneBanner() {
  const code = new URLSearchParams(useLocation().search).get('done') ?? '';
  if (!isCode(code)) return null;
  return (
    <div className="not-printed">
      <Banner {...doneMessages[code]} />
    </div>
  );
}
