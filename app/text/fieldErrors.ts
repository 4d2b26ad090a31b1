import type { ReferralState } from '#app/domain/referral.ts';
import type { FieldError } from '#app/domain/refusal.ts';
import type { Field } from '#app/forms/field.ts';
import type { ActErrorCode, FieldErrorCode } from '#app/forms/fieldErrorCode.ts';
import { dayOfYear } from './format.ts';
import { referralMarks } from './status.ts';

type Params = Readonly<Record<string, string | number>>;
type Sentence = (field: Field, params: Params) => string;

const grouped = (value: string | number | undefined): string =>
  typeof value === 'number' ? value.toLocaleString('ja-JP') : String(value ?? '');

/** 「いまの入力：…」: what was read, so that a person sees the slip. */
const asRead = (params: Params): string =>
  params.read === undefined ? '' : `いまの入力：「${params.read}」`;

const verbs: { readonly [Kind in Field['kind']]?: string } = {
  choice: 'を選んでください。',
  choices: 'を1つ以上選んでください。',
};

/** 項目名 + what was read + what to do (ux.md §1.6), one sentence for each code. */
const sentences: { readonly [Code in FieldErrorCode | ActErrorCode]: Sentence } = {
  required: ({ kind, label }) =>
    kind === 'confirm'
      ? `「${label}」を確認し、チェックを入れてください。`
      : `${label}${verbs[kind] ?? 'を入力してください。'}`,
  'unusable-character': ({ label }, { position, codePoint }) =>
    `${label}の${position}文字目に、保存できない文字（${codePoint}）が入っています。その文字を消してください。`,
  'too-long': ({ label }, { length, max }) =>
    max === undefined
      ? `${label}が長すぎます。短くしてください。`
      : `${label}は${grouped(max)}文字までです。いま${grouped(length)}文字です。`,
  'too-short': ({ label }, { length, min }) =>
    min === undefined
      ? `${label}が短すぎます。もう少し長く入力してください。`
      : `${label}は${grouped(min)}文字以上で入力してください。いま${grouped(length)}文字です。`,
  'not-a-number': ({ label }, params) => `${label}は数字で入力してください。${asRead(params)}`,
  'not-a-whole-number': ({ label }, params) =>
    `${label}は小数のない数字で入力してください。${asRead(params)}`,
  'too-many-decimals': ({ label }, params) => `${label}は小数第1位までで入力してください。${asRead(params)}`,
  'too-small': ({ label, unit = '' }, params) =>
    params.min === undefined
      ? `${label}の数が小さすぎます。入力し直してください。`
      : `${label}は${grouped(params.min)}${unit}から入力できます。${asRead(params)}`,
  'too-large': ({ label, unit = '' }, params) =>
    params.max === undefined
      ? `${label}の数が大きすぎます。入力し直してください。`
      : `${label}は${grouped(params.max)}${unit}まで入力できます。${asRead(params)}`,
  'not-a-date': ({ label }, params) =>
    `${label}は年月日で入力してください（例：2026-11-22、令和8年11月22日）。${asRead(params)}`,
  'no-such-date': ({ label }, params) =>
    `${label}の日付は暦にありません。年月日を確かめてください。${asRead(params)}`,
  'date-outside-era': ({ label }, params) =>
    `${label}の日付は${params.era}の期間の外です。元号を確かめるか、西暦で入力してください。${asRead(params)}`,
  'not-a-time': ({ label }, params) =>
    `${label}は時刻で入力してください（例：8:30、17時半）。${asRead(params)}`,
  'not-a-choice': ({ label }) => `${label}は、表示されている中から選んでください。`,
  'not-kana': ({ label }, params) => `${label}はカタカナで入力してください。${asRead(params)}`,
  'not-a-code': ({ label }, params) => `${label}は文字・数字・ハイフンで入力してください。${asRead(params)}`,
  'not-digits': ({ label }, params) => `${label}は数字で入力してください。${asRead(params)}`,
  'wrong-digit-count': ({ label }, { length, expected }) =>
    `${label}は${expected}桁の数字です。いま${length}桁です。`,
  'phone-without-zero': ({ label }, params) =>
    `${label}は0から始まる番号を市外局番から入力してください（例：03-0000-0000）。${asRead(params)}`,
  'not-an-email': ({ label }, params) =>
    `${label}の形になっていません。「名前@会社のドメイン」の形で入力してください（例：saiyo@example.co.jp）。${asRead(params)}`,
  'not-a-url': ({ label }, params) =>
    `${label}は「https://」か「http://」で始まるアドレスで入力してください。${asRead(params)}`,
  'check-digit': ({ label }, params) =>
    `${label}の検査数字が合いません。番号をもう一度ご確認ください。${asRead(params)}`,
  'establishment-number': ({ label }, params) =>
    `${label}は4桁-6桁-1桁の数字です（例：0000-000000-0）。${asRead(params)}`,
  'several-values': ({ label }) => `${label}に2つ以上の値が送られました。1つだけ入力してください。`,
  'not-text': ({ label }) => `${label}は文字で入力してください。`,
  'unknown-field': ({ label }) => `${label}はこの画面にない項目です。画面を開き直してください。`,
  'wrong-shape': ({ label }) => `${label}を読み取れませんでした。入力し直してください。`,
  taken: ({ label }) => `この${label}はすでに登録されています。登録済みの内容をご確認ください。`,
  'password-wrong': ({ label }) => `${label}が違います。もう一度入力してください。`,
  'same-email': ({ label }) =>
    `${label}が、いまのメールアドレスと同じです。新しいメールアドレスを入力してください。`,
  choice: ({ label }) => `${label}は、表示されている中から選んでください。`,
  'before-application': ({ label }) =>
    `${label}に求人を申し込んだ日より前の日付は入力できません。申込みの日から今日までの日付を入力してください。`,
  'before-begin': ({ label }) => `${label}が、不受理の始まる日より前になっています。日付を確かめてください。`,
  'hold-needs-posting': ({ label }) => `紹介を止めるには、${label}を選んでください。`,
  'in-future': ({ label }) => `${label}に先の日付は入力できません。今日までの日付を入力してください。`,
  'outside-days': ({ label }, { first, last }) =>
    `${label}は${first}から${last}までの日付で入力してください。`,
  'past-day': ({ label }) =>
    `${label}に過ぎた日付は入力できません。今日か、今日より後の日付を入力してください。`,
  'result-settled': (_, { number, state }) =>
    `紹介状 ${number} は、先に「${referralMarks[state as ReferralState].word}」になりました。この方を除いた残りの方を、もう一度登録できます。`,
  'result-too-late': (_, { number }) =>
    `紹介状 ${number} の求人は無効になりました。この方の選考結果は、ハローワークに直接ご連絡ください。`,
  'says-who': ({ label }) =>
    `${label}に、氏名・電話番号・メールアドレスのどれかが書かれています。求人者に公開する欄なので、消してください。`,
  'closed-day': ({ label }, { day, reason, open }) =>
    `${label}の${dayOfYear(String(day))}は閉庁日（${reason}）です。開庁日を入力してください${
      open === '' ? '' : `（前の開庁日は${dayOfYear(String(open))}です）`
    }。`,
  'required-when-late': ({ label }) => `来庁期限を過ぎています。${label}を入力してください。`,
  'required-when-blocked': ({ label }) => `未解決のエラーが残っています。${label}を入力してください。`,
  'password-is-email': ({ label }) => `${label}にメールアドレスの文字は使えません。別の言葉にしてください。`,
  'password-guessable': ({ label }, { word }) =>
    `${label}に「${word}」を含めることはできません。別の言葉にしてください。`,
  'password-common': ({ label }) =>
    `この${label}は推測されやすい並びです。続きの数字や同じ言葉の繰り返しでないものにしてください。`,
};

const isKnown = (code: string): code is keyof typeof sentences => Object.hasOwn(sentences, code);

/** What is wrong with the field, in a sentence that says what was read and what to do. */
export const fieldErrorText = (error: FieldError, field: Field): string =>
  isKnown(error.code)
    ? sentences[error.code](field, error.params ?? {})
    : `${field.label}をもう一度ご確認ください。`;
