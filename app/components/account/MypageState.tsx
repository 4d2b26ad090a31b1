import type { CalendarDate } from '#app/domain/calendar.ts';
import { accountHelpText } from '#app/text/staff/account.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';

export type MypageStateProps = {
  establishmentId: string;
  state: {
    /** Whether there is an account at all. */
    any: boolean;
    suspendedOn: CalendarDate | null;
    withdrawal: { on: CalendarDate; erasedFrom: CalendarDate } | null;
  };
  may: { help: boolean; suspend: boolean };
};

/** What closes the MyPage, since when, and what the person may do about it. */
export function MypageState({ establishmentId, state, may }: MypageStateProps) {
  const { any, suspendedOn, withdrawal } = state;
  const act = (name: keyof typeof accountHelpText.mypage) => (
    <p>
      <Link to={paths.staff.mypageAct(establishmentId, name)}>{accountHelpText.mypage[name].link}</Link>
    </p>
  );
  return (
    <>
      {withdrawal === null ? null : (
        <Banner kind="warning" title={accountHelpText.withdrawnOn(withdrawal.on)}>
          <p>{accountHelpText.erasedFrom(withdrawal.erasedFrom)}</p>
          {may.help ? act('undo-withdrawal') : null}
        </Banner>
      )}
      {suspendedOn === null ? null : (
        <Banner kind="warning" title={accountHelpText.suspendedSince(suspendedOn)}>
          {may.suspend ? act('resume') : null}
        </Banner>
      )}
      {any && suspendedOn === null && withdrawal === null && may.suspend ? act('suspend') : null}
    </>
  );
}
