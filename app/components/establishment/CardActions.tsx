import { assistText } from '#app/text/staff/assist.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { mergeText } from '#app/text/staff/merge.ts';
import { transferText } from '#app/text/staff/transfer.ts';
import { paths } from '#app/web/paths.ts';
import { useNavigate } from '#app/web/remix.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { fieldId } from '../ui/fieldMessages.ts';
import { leadingTo } from '../ui/focusState.ts';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import type { Card, CardPosting, EstablishmentCardProps } from './card.ts';

type ActionsProps = { card: Card; pending: CardPosting | undefined; may: EstablishmentCardProps['may'] };

/** What can be done at the counter for this establishment now. */
export function CardActions({ card: { establishment, accounts }, pending, may }: ActionsProps) {
  const provisional = establishment.state === 'provisional';
  const registered = establishment.state === 'registered';
  const navigate = useNavigate();
  const here = provisional || registered;
  const visit = may.visit && here ? paths.staff.visit(establishment.id) : null;
  const email = registered && may.registerEmail ? paths.staff.account(establishment.id) : null;
  const go = (to: string | null, focus?: string) =>
    to === null ? undefined : () => void navigate(to, { state: leadingTo(focus) });
  useCommands(commandsOf('card', { email: go(email, fieldId('email')), visit: go(visit) }));
  const newest = accounts.findLast(({ openedBy }) => openedBy === 'counter');
  return (
    <ButtonRow>
      {provisional && may.complete ? (
        <ButtonLink to={paths.staff.registration(establishment.id)} kind="primary">
          {cardText.completeRegistration}
        </ButtonLink>
      ) : null}
      {visit === null ? null : (
        <ButtonLink
          to={visit}
          kind={pending === undefined ? 'secondary' : 'primary'}
          shortcut={keyTable.card.keys.visit[0]}
        >
          {cardText.registerVisit}
        </ButtonLink>
      )}
      {email === null ? null : (
        <ButtonLink
          to={email}
          shortcut={keyTable.card.keys.email[0]}
          kind={accounts.length === 0 && pending === undefined ? 'primary' : 'secondary'}
        >
          {cardText.registerEmail}
        </ButtonLink>
      )}
      {newest !== undefined && may.print ? (
        <ButtonLink
          to={paths.print.openingGuide(newest.id)}
          kind={newest.state === 'mail_registered' && pending === undefined ? 'primary' : 'secondary'}
        >
          {cardText.printGuide}
        </ButtonLink>
      ) : null}
      {here && may.compare ? (
        <ButtonLink to={paths.staff.establishmentDuplicates(establishment.id)} kind="quiet">
          {mergeText.link}
        </ButtonLink>
      ) : null}
      {registered && may.transfer ? (
        <ButtonLink to={paths.staff.establishmentTransfer(establishment.id)} kind="quiet">
          {transferText.link}
        </ButtonLink>
      ) : null}
      {here && may.assist ? (
        <ButtonLink to={paths.staff.assist(establishment.id)} kind="quiet">
          {assistText.title}
        </ButtonLink>
      ) : null}
    </ButtonRow>
  );
}
