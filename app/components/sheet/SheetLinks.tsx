import type { SheetKind } from '#app/domain/sheet.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';

export type SheetLink = { kind: SheetKind; to: string };

/** The sheets that can be printed here; on staff pages `p` opens the first. */
export function SheetLinks({ sheets }: { sheets: readonly SheetLink[] }) {
  if (sheets.length === 0) return null;
  return (
    <nav aria-label={sheetsText.linksLabel} className="not-printed">
      <ButtonRow>
        {sheets.map(({ kind, to }) => (
          <ButtonLink key={kind} to={to} kind="quiet">
            {sheetsText.links[kind]}
          </ButtonLink>
        ))}
      </ButtonRow>
    </nav>
  );
}
