import type { Letter } from '../letter.ts';
import { type AccountFacts, accountLetter } from './accountFacts.ts';

export type AddressInvitedFacts = AccountFacts & { start: string };

/** A further address of a MyPage: its holder sets a password (leaflet ②–⑥). */
export const addressInvitedLetter = (facts: AddressInvitedFacts): Letter =>
  accountLetter(facts, {
    subject: 'パスワードを登録してください',
    body: [
      `${facts.establishmentName ?? '事業所'}の求人者マイページに、このメールアドレスでもログインできるように追加されました。`,
      [
        '次の画面でこのメールアドレスを入力し、届いた認証キーでパスワードを登録すると、ログインできるようになります。',
        facts.start,
      ],
      'このメールに心当たりがない場合は、何もせずに削除してください。パスワードを登録しない限り、ログインできるようにはなりません。',
    ],
  });
