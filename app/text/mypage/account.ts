import type { DeviceSystem } from '#app/domain/device.ts';
import { dayOfYear, longDate } from '../format.ts';

/** The machine of a sign-in, coarsely. */
export const deviceWords: Readonly<Record<DeviceSystem, string>> = {
  windows: 'Windowsのパソコン',
  mac: 'Macのパソコン',
  iphone: 'iPhone・iPad',
  android: 'Androidの端末',
  other: 'その他の端末',
};

/** アカウント of the 求人者マイページ; figures come from the rules in force. */
export const accountText = {
  title: 'アカウント',
  unknownDevice: '不明',
  own: '（ご自分）',
  thisDevice: 'この端末',
  passwordTitle: 'パスワード',
  addresses: {
    title: 'ログインに使うメールアドレス',
    lead: (limit: number) =>
      `この事業所のマイページにログインできるメールアドレスです。確認待ちを含めて${limit}件まで登録できます。`,
    columns: {
      email: 'メールアドレス',
      state: '状態',
      opened: '開設した日',
      last: '最後のログイン',
      act: '手続き',
    },
    add: 'メールアドレスを追加する',
    change: '自分のメールアドレスを変更する',
    remove: '外す',
    removeOf: (email: string) => `${email} を外す`,
    never: 'まだありません',
    full: (limit: number) => `${limit}件登録されているため、追加できません。`,
  },
  password: {
    change: 'パスワードを変更する',
    title: 'パスワードの変更',
    lead: 'パスワードを変更すると、ほかの端末はすべてログアウトします。変更したことは、メールでお知らせします。',
    submit: 'パスワードを変更する',
  },
  email: {
    title: 'メールアドレスの変更',
    now: '現在のメールアドレス',
    lead: '新しいメールアドレスに届く認証キーを入力すると、変更が完了します。それまでは、現在のメールアドレスでログインできます。',
    told: '変更が完了すると、現在のメールアドレスにもお知らせします。',
    submit: '認証キーを送る',
    keyTitle: '認証キーの入力（メールアドレスの変更）',
    keyLead: (minutes: number) =>
      `新しいメールアドレスに届いた認証キーを、発行から${minutes}分以内に入力してください。`,
    keySubmit: 'メールアドレスを変更する',
    notArrived: [
      '迷惑メールフォルダに入っていないか確認してください。',
      'すでに登録されているメールアドレスのときは、認証キーは届かず、そのメールアドレスに登録済みのお知らせが届きます。',
    ],
    again: 'メールアドレスを入力し直す・認証キーをもう一度送る',
    signsOut: '変更すると、ほかの端末はすべてログアウトします。',
  },
  invite: {
    title: 'メールアドレスの追加',
    lead: '同じ事業所の別の担当者が、自分のメールアドレスとパスワードでログインできるようになります。',
    notes: [
      '追加したメールアドレスに案内のメールが届きます。届いた方がパスワードを登録すると、ログインできるようになります。',
      'メールが届かないときは、すでにほかで登録されているメールアドレスの場合があります。',
      '追加した方は、この事業所の求人など、マイページのすべての機能を利用できます。',
    ],
    submit: '追加する',
  },
  remove: {
    title: 'メールアドレスを外す',
    lead: (email: string) => `${email} では、ログインできなくなります。`,
    happens: [
      'このメールアドレスでログインしている端末は、すぐにログアウトします。',
      '求人や申込みはなくなりません。お知らせのメールは、残りのメールアドレスに届きます。',
    ],
    invitation: (email: string) => `${email} の追加を取り消します。届いた案内からは、登録できなくなります。`,
    submit: '外す',
  },
  signIns: {
    title: 'ログインの履歴',
    lead: '新しい順に表示します。心当たりのないログインがあるときは、パスワードを変更してください。',
    columns: { at: '日時', email: 'メールアドレス', device: '端末' },
    empty: 'ログインの記録はまだありません。',
  },
  sessions: {
    title: 'ログイン中の端末',
    lead: 'このメールアドレスでログインしている端末です。',
    columns: { device: '端末', begun: 'ログインした日時', seen: '最後の操作' },
    endOthers: 'ほかの端末をログアウトさせる',
    none: 'ほかにログインしている端末はありません。',
  },
  data: {
    title: '登録情報の取得',
    lead: 'このマイページに登録されている事業所情報・求人・申込み・画像の一覧・お知らせしたメールの一覧を、ファイルで保存できます。',
    json: 'JSONで保存する',
    csv: 'CSVで保存する（表計算ソフト用）',
    fileName: (day: string, format: string) => `mypage-data-${day}.${format}`,
  },
  withdraw: {
    link: '退会の手続きへ',
    title: '退会',
    section: 'マイページの退会',
    about: '求人者マイページの利用を停止するときは、退会の手続きを行います。',
    datesTitle: '退会するとどうなるか',
    dates: (today: string, erased: string, days: number) => [
      `手続きが完了すると、マイページは今日（${dayOfYear(today)}）すぐに閉じます。下のメールアドレスすべてでログインできなくなります。`,
      `退会から${days}日が経過した${longDate(erased)}に、マイページ（登録情報を含む）を完全に消去します。消去した後は、元に戻せません。`,
    ],
    undo: (last: string, office: string | null) =>
      office === null
        ? '退会した後は、ご自分で取り消すことはできません。'
        : `退会を取り消したいときは、${longDate(last)}までに、${office}にご連絡ください。`,
    addresses: 'ログインできなくなるメールアドレス',
    oneOnly:
      '1つのメールアドレスだけを使わなくなるときは、退会ではなく、「ログインに使うメールアドレス」から外してください。',
    openTitle: 'いま残っているもの',
    open: {
      valid: (count: number) =>
        `有効中の求人：${count}件。退会しても、有効期限まで有効なままです。募集をやめるときは、先に募集停止を申し込んでください。退会後の選考結果の連絡や変更は、ハローワークに直接お申し出ください。`,
      applied: (count: number) =>
        `申込み中の求人：${count}件。ハローワークでの確認は続きます。来庁や修正が必要なときは、ハローワークから電話でご連絡することがあります。`,
      changes: (count: number) =>
        `確認待ちの変更の申込み：${count}件。ハローワークでの確認は続きます。やめるときは、先に取り下げてください。`,
      drafts: (count: number) => `下書きの求人：${count}件。退会後は申し込めません。`,
      none: '有効中の求人、申込み中の求人、変更の申込み、下書きはありません。',
    },
    dataFirst: '消去の前に、登録情報をファイルで保存できます。退会した後は、保存できません。',
    submit: '退会する',
    keep: '退会しない',
  },
} as const;
