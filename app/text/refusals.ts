import { undoMinutes } from '#app/domain/undo.ts';
import type { Feature } from '#app/domain/verdict.ts';
import { featureNames } from './features.ts';
import { dayOfYear, longDate, phone } from './format.ts';

/**
 * Refusals as sentences: what stands in the way, and what to do about it (ux.md §1.6). A code that a procedure
 * returns and this table does not know is a compile error through `RefusalCode`.
 */
export const refusalTexts = {
  'fields-wrong': '入力内容に直していただくところがあります。',
  'establishment-missing': 'はじめに事業所情報を入力してください。',
  'establishment-not-registered':
    'この事業所はまだ仮登録です。先に「事業所の本登録」を済ませてから、もう一度手続きをしてください。',
  'possible-duplicates':
    '同じ事業所かもしれない登録が{count}件あります。下の一覧を確認し、すべて別の事業所であれば、その旨にチェックを入れて登録してください。',
  'content-blocked': '受理の条件を満たしていない項目があります。赤色の項目を直してください。',
  'content-ask-office':
    'この求人は、いまマイページから申し込めません。管轄のハローワークにお問い合わせください。入力した内容は残っています。',
  'content-to-confirm':
    '確認していただきたい項目があります。内容に間違いがなければ、もう一度同じボタンを押してください。',
  'checklist-open':
    '来庁時の確認項目に、まだチェックのないものがあります。確認のうえチェックを入れてください。',
  'posting-lapsed-too-long':
    'この求人は、失効してから本登録できる期間を過ぎています。この求人をもとに、新しい求人の申込みをお願いしてください。',
  'visit-already-made': 'この求人は、すでに来庁・本登録の手続きが済んでいます。',
  'claimed-by-other':
    'この求人は、ほかの職員が確認中です。次の1件に進むか、しばらくしてからもう一度お試しください。',
  'nothing-begun': '選んだもののうち、確認を始められるものはありませんでした。',
  'nothing-assigned': '選んだもののうち、担当を変えられるものはありませんでした。',
  'not-a-reviewer': '担当にできるのは、審査を行う職員と監督者です。ほかの人を選んでください。',
  'undo-nothing': '取り消せる受理・差戻しはありません。',
  'undo-followed': 'この受理・差戻しのあとに、次の手続きや求人者の修正が始まっているため、取り消せません。',
  'undo-not-yours': '取消しは、決定した職員か監督者が行えます。監督者に依頼してください。',
  'undo-too-late': `決定した職員が取り消せる時間（${undoMinutes}分）を過ぎました。監督者に依頼してください。`,
  'not-claimed': 'この求人の担当は、すでに終わっています。画面を開き直してください。',
  'held-already': 'この求人は、すでに保留になっています。画面を開き直してください。',
  'not-held': 'この求人の保留は、すでに終わっています。画面を開き直してください。',
  'hand-over-asked':
    'ほかの職員が、先に引継ぎを依頼しています。返事を待つか、「引き継ぐ」から進んでください。',
  'hand-over-gone': 'この引継ぎの依頼は、もう続いていません。画面を開き直してください。',
  'note-not-yours':
    'メモを取り消せるのは、書いた職員だけです。すでに取り消されているメモは、取り消せません。',
  'own-proposal': '不受理の確認は、起案した人とは別の監督者が行います。',
  'rule-base-moved':
    'この下書きの元になった版のあとに、版 {version} ができています。版 {version} との違いを確認し、下書きの土台を更新してから、もう一度手続きをしてください。',
  'rule-draft-broken':
    '下書きに{count}件の問題があります。「検査」に示した箇所を直してから、もう一度手続きをしてください。',
  'rule-draft-unreadable':
    '下書きの文（JSON）を読み取れないため、項目ごとの入力を反映できません。「JSON」で文を直してください。',
  'rule-unchanged': '元の版と内容が同じです。変えるところを直してから、もう一度手続きをしてください。',
  'rule-date-past': '適用開始日が過ぎた日になっています。今日か、今日より後の日を入力してください。',
  'rule-date-past-approval':
    '適用開始日（{date}）を過ぎたため、承認できません。差し戻して、新しい適用開始日で依頼し直してもらってください。',
  'rule-urgent-today':
    '緊急の適用は今日からです。適用開始日を今日にするか、緊急の適用のチェックを外してください。',
  'own-rule-change': '自分が編集や依頼をした変更は承認できません。ほかの監督者に依頼してください。',
  'rule-in-force-already':
    'この版はもう適用されているため、取り下げられません。元に戻すときは、以前の版から新しい変更を始めてください。',
  'wages-changed':
    '画面を開いたあとに、ほかの人が最低賃金を登録しました。いまの登録をもう一度確認してから、登録してください。',
  'wages-known': 'この額は、すでに同じ内容で登録されています。新しく登録するものはありません。',
  'draft-broken': '試す規則を読み取れません。{line}行目{column}文字目：{problem}',
  'draft-other-rules': '貼り付けた規則は、別の規則のものです。この規則の全文を貼り付けてください。',
  'key-wrong': '認証キーが違います。届いたメールの認証キー（12文字）をもう一度確認してください。',
  'key-expired': '認証キーの有効期限が過ぎました。「新しい認証キーを送る」を押してください。',
  'key-used': 'この認証キーはすでに使われています。「新しい認証キーを送る」を押してください。',
  'key-voided':
    'より新しい認証キーが発行されています。最後に届いたメールの認証キーを入力するか、「新しい認証キーを送る」を押してください。',
  'key-guessed-too-often':
    '認証キーの入力が{count}回を超えたため、受け付けを止めています。明日もう一度お試しいただくか、管轄のハローワークにご連絡ください。',
  'key-mail-too-soon':
    '認証キーのメールは{seconds}秒に1通までお送りします。少し待ってから、もう一度お試しください。',
  'key-mail-too-many': '認証キーのメールは1日{count}通までです。明日もう一度お試しください。',
  'change-open':
    'この求人には、まだ終わっていない申込みがあります。先に、その申込みの結果をお待ちいただくか、取り下げてください。',
  'change-nothing': '求人の内容は、いまのままです。変更するところを直してから、送信してください。',
  'establishment-unchanged':
    '事業所情報は、いまのままです。変更するところを直してから、もう一度手続きをしてください。',
  'establishment-change-open':
    '事業所情報の変更を、すでに申し込んでいます。ハローワークの確認が終わるまでお待ちいただくか、先に申込みを取り下げてください。',
  'stop-settled': 'この求人は、{day}に募集を停止することが決まっています。ほかの申込みはできません。',
  'extension-too-early': '有効期間の延長は、{day}から申し込めます。',
  'extension-used':
    '有効期間の延長は{times}回までです。引き続き募集するときは、新しく求人を申し込んでください。',
  'seeker-known':
    '氏名と生年月日が同じ求職者が、すでに登録されています（求職番号 {numbers}）。別の方であることを確認できたときは、その旨にチェックを入れて登録してください。',
  'seekers-changed':
    '画面を開いたあとに、ほかの人が求職者の登録を変えました。もう一度内容を確認してから、登録してください。',
  'seekers-known': 'すべて、すでに同じ内容で登録されています。登録するものはありません。',
  'referral-seeker-unknown':
    '求職番号 {number} の方は、このハローワークには登録されていません。番号を確認してください。',
  'referral-posting-unknown': '求人番号 {number} の求人はありません。番号を確認してください。',
  'referral-posting-invalid': 'この求人は有効中ではないため、紹介できません。',
  'referral-posting-expired': 'この求人は、紹介期限日（有効期限）を過ぎたため、紹介できません。',
  'referral-held':
    'この求人は、求人票と違うという申出の確認中のため、紹介を止めています。事業所カードの「申出と求人不受理期間」で確認してください。',
  'referral-twice': 'この方は、すでにこの求人に紹介されています（紹介状 {number}）。',
  'referral-kind-open':
    'この求人は、対象となる方だけに紹介できます。対象となる方であることを確認し、チェックを入れてください。',
  'result-posting-invalid':
    'この求人は無効になったため、マイページでは選考結果を登録できません。ハローワークに直接ご連絡ください。',
  'message-cancelled': 'この紹介は取り消されたため、メッセージは送れません。',
  'message-no-mypage':
    'この方は求職者マイページを開設していないため、メッセージは送れません。電話などでご連絡ください。',
  'message-posting-invalid':
    'この求人は無効になったため、メッセージは送れません。ご連絡は、電話などでお願いします。',
  'message-employer-gone': 'この事業所は求人者マイページを利用していないため、メッセージを届けられません。',
  'partner-known': '{name} は、すでに登録されています。',
  'results-not-taken':
    '登録できない方がいるため、まだ1件も登録していません。次の内容を確認し、もう一度「まとめて登録する」を押してください。',
  'results-none-chosen': '選考結果を選んだ方がいません。採用か不採用を選んでから登録してください。',
  'release-promise-missing':
    '未登録が{count}件あり、上限の{most}件を超えています。約束日を入力してください。',
  'password-throttled':
    'パスワードの間違いが続いたため、{minutes}分間は確認できません。時間をおいてお試しください。',
  'email-taken-meanwhile':
    'このメールアドレスは、先にほかで登録されました。別のメールアドレスで、もう一度手続きをしてください。',
  'mypage-not-open': 'メールアドレスの追加は、窓口での本登録が済み、マイページが開設された後にできます。',
  'mypage-suspended':
    'マイページが「利用不可」とされているため、メールアドレスは追加できません。管轄のハローワークへ連絡してください。',
  'addresses-full':
    'ログインに使えるメールアドレスは{count}件までです（確認待ちを含みます）。使っていないメールアドレスを外してから、追加してください。',
  'invited-too-often': 'メールアドレスの追加は1日{count}件までです。明日もう一度お試しください。',
  'last-address':
    'ログインできるメールアドレスがほかにないため、外せません。先に別のメールアドレスを追加するか、マイページをやめるときは「退会」の手続きをしてください。',
  'erasure-not-due': 'このマイページは、規則による消去の対象ではなくなっています。',
  'erasure-off': 'この安定所では、自動の消去が始まっていません。',
  'erasure-held': '消去が保留されているため、消去しませんでした。',
  'withdrawal-over':
    '消去の日（{day}）になったため、退会を取り消せません。新しくマイページを開設してください。',
  'account-transferred':
    '事業所の管轄が{office}に変わったため、このマイページは閉鎖しました。保有していた情報は引き継がれません。{office}（{phone}）で、事業所登録とマイページの開設の手続きをしてください。',
  'merge-other-office':
    '管轄のハローワークが違う登録は、統合できません。管轄が変わったときは「移管」の手続きをしてください。',
  'merge-state':
    '残す登録は登録済、統合する登録は登録済か仮登録でなければなりません。移管済・統合済みの登録は統合できません。',
  'merge-other-corporation':
    '法人番号が違う登録は、別の事業所です。番号が誤っているときは、先に登録内容を訂正してください。',
  'merge-two-mypages':
    'どちらの登録でも求人者マイページが開設されています。使わないほうの退会を求人者にお願いし、消去されてから統合してください。',
  'merge-restricted': '利用制限中の登録は統合できません。先に「制限と解除」で解除の手続きをしてください。',
  'merge-suspended': '利用不可にしている登録は統合できません。先に利用不可を解除してください。',
  'merge-changing': '統合する登録に、決まっていない事業所情報の変更申込みがあります。先に審査してください。',
  'merge-too-many-images': '画像が、登録できる数を超えます。先に使わない画像を取り下げてください。',
  'merge-identity':
    '仮登録を統合すると、マイページが使えるようになります。来庁した方の本人確認を済ませてから、確認のチェックを付けてください。',
  'office-unchanged': '変わったところがありません。訂正する項目を直してから送信してください。',
  'transfer-not-registered':
    'この番号の登録済の事業所は、この安定所にありません。先に「新しく登録する」から事業所登録をしてください。',
  'account-withdrawn':
    'このアカウントは{day}に退会したため、ログインできません。マイページは{erasedFrom}に消去します。退会の取消しのお問い合わせ先は、{office}（{phone}）です。',
  'account-withdrawn-unregistered':
    'このアカウントは{day}に退会したため、ログインできません。アカウントは{erasedFrom}に消去します。その後、同じメールアドレスで新しく登録できます。',
  'copy-unsettled':
    'この求人は、まだ受理または不受理が決まっていないため、新しい申込みに使えません。結果をお待ちください。',
  'copy-unconfirmed':
    '前の求人から引き継いだ項目を確認し、「確認しました」にチェックを入れてから、もう一度申し込んでください。',
  'feature-closed': '「{feature}」は、{since}利用できません。お問い合わせ先は、{office}（{phone}）です。',
  'mail-waiting': 'このメールは、まだ送信の途中です。送信が終わってから、もう一度お試しください。',
  'mail-key':
    '認証キーのメールは送り直せません。求人者のパスワード登録の画面から、新しい認証キーを送ってください。',
  'staff-self': '自分の役割の変更と、自分の利用の停止はできません。ほかの監督者に依頼してください。',
  'last-supervisor': '監督者が1人もいなくなるため、できません。先に、ほかの職員を監督者にしてください。',
  'password-wrong': 'いまのパスワードが違います。もう一度入力してください。',
  'office-has-supervisor': 'この安定所には、すでに監督者がいます。',
  'day-open-already': 'この日は、もともと開庁日です。閉庁する場合は「閉庁」を選んでください。',
  'day-closed-already': 'この日は、もともと閉庁日です。開庁する場合は「開庁」を選んでください。',
  'day-as-it-is': 'この日の扱いは、いまのままです。変える内容を選んでください。',
  'due-dates-changed':
    '確認の画面を開いたあとに、来庁期限かこの日の扱いが変わりました。下の内容をもう一度確認してから、保存してください。',
  'sign-in-failed': 'ログインできませんでした。入力した内容をもう一度確認してください。',
  'sign-in-throttled':
    'ログインの失敗が続いたため、{minutes}分間ログインできません。時間をおいてお試しください。',
} as const satisfies Record<string, string>;

export type RefusalCode = keyof typeof refusalTexts;

/** Parameters that are no words yet. */
const wordOf: Readonly<Record<string, (value: string) => string>> = {
  feature: (code) => (Object.hasOwn(featureNames, code) ? featureNames[code as Feature] : code),
  phone,
  since: (day) => (day === '' ? 'いま' : `${longDate(day)}から`),
  day: dayOfYear,
  erasedFrom: dayOfYear,
};

const shown = (name: string, value: string): string => wordOf[name]?.(value) ?? value;

/** The sentence of a refusal with its figures and names filled in. */
export const refusalText = (
  code: RefusalCode,
  params: Readonly<Record<string, string | number>> = {},
): string =>
  refusalTexts[code].replace(/\{(\w+)\}/g, (_hole, name: string) => shown(name, String(params[name] ?? '')));
