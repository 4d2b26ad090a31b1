import type { ChangeState } from '#app/domain/changeRequest.ts';
import { correctionText } from '#app/text/staff/establishment.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';

export type OpenChange = { id: string; state: ChangeState };

/** The employer asks for a change of the same data: the counter reads it before it corrects. */
export function OpenChangeNote({ open }: { open: OpenChange }) {
  return (
    <Banner kind="info" title={correctionText.open}>
      <p>
        <Link to={paths.staff.change(open.id)}>{correctionText.openLink}</Link>
      </p>
    </Banner>
  );
}
