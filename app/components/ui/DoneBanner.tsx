import { doneMessages, undoneWith } from '#app/text/done.ts';
import { paths } from '#app/web/paths.ts';
import { Link, useLocation } from '#app/web/remix.ts';
import { Banner } from './Banner.tsx';

const isCode = (code: string): code is keyof typeof doneMessages => Object.hasOwn(doneMessages, code);

const recordId = /^[0-9a-f-]{36}$/;

/** What was done just before, by the code in the address (`?done=…`): at the top of every framed page. */
export function DoneBanner() {
  const query = new URLSearchParams(useLocation().search);
  const code = query.get('done') ?? '';
  if (!isCode(code)) return null;
  const of = query.get('of') ?? '';
  const undo = recordId.test(of) ? undoneWith[code] : undefined;
  return (
    <div className="not-printed">
      <Banner {...doneMessages[code]}>
        {undo === undefined ? null : (
          <p>
            <Link to={paths.staff.reviewUndo(of)}>{undo}</Link>
          </p>
        )}
      </Banner>
    </div>
  );
}
