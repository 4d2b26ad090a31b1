import type { EmployerSheetKind, SheetKind } from '#app/domain/sheet.ts';

/** Every address of the app. Nothing else spells a URL: a renamed screen is renamed here. */

/** One path segment made of an id or a code. */
const segment = (value: string | number): string => encodeURIComponent(String(value));

/** `path?name=value…`, leaving out what is empty; a list becomes a repeated name. */
function withQuery(
  path: string,
  query: Readonly<Record<string, string | number | readonly string[] | null | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [String(value)]) search.append(name, one);
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** The same page with some of its query changed: paging, sorting, filtering. Empty and null remove a name. */
export function changeQuery(
  current: URLSearchParams,
  path: string,
  changes: Readonly<Record<string, string | number | null>>,
): string {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null || value === '') next.delete(name);
    else next.set(name, String(value));
  }
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What of the queue is shown; the same words as in app/components/queue/address.ts. */
type QueueQuery = {
  kind?: string;
  due?: string;
  holder?: string;
  only?: string;
  q?: string;
  sort?: string;
  page?: number;
};

const review = (id: string) => `/staff/reviews/${segment(id)}`;
const establishment = (id: string) => `/staff/establishments/${segment(id)}`;
const ruleChange = (id: string) => `/staff/rules/changes/${segment(id)}`;
const minimumWage = (code: string) => `/staff/rules/minimum-wages/${segment(code)}`;
const change = (id: string) => `/staff/changes/${segment(id)}`;
const ownChange = (id: string) => `/mypage/changes/${segment(id)}`;
const reviewImages = (establishmentId: string) => `/staff/images/${segment(establishmentId)}`;
const ruleSet = (id: string) => `/staff/rules/${id.split('/').map(segment).join('/')}`;
const seeker = (id: string) => `/staff/seekers/${segment(id)}`;
const referral = (id: string) => `/staff/referrals/${segment(id)}`;
const restriction = (id: string) => `/staff/restrictions/${segment(id)}`;
const backTest = (id: string) => `/staff/rules/back-tests/${segment(id)}`;
const legalHold = (establishmentId: string) => `/staff/retention/holds/${segment(establishmentId)}`;
const posting = (id: string) => `/mypage/postings/${segment(id)}`;

type ApplicantsQuery = { posting?: string | null; state?: string; page?: number };
type PeriodQuery = { period?: string; from?: string; until?: string };

export const paths = {
  home: () => '/',

  staff: {
    login: (query: { next?: string } = {}) => withQuery('/staff/login', query),
    logout: () => '/staff/logout',
    /** 今日 */
    today: () => '/staff',
    /** 審査: the queue, its tab and its filters in the query. */
    reviews: (query: QueueQuery = {}) => withQuery('/staff/reviews', query),
    /** 処理済み: change requests that do not wait for the counter any more. */
    reviewsDone: (query: { state?: string; page?: number } = {}) => withQuery('/staff/reviews/done', query),
    /** What has happened to a page of the queue since it was made. */
    reviewsNews: (query: QueueQuery & { since: string; posting: readonly string[] }) =>
      withQuery('/staff/reviews/news', query),
    review,
    reviewAccept: (id: string) => `${review(id)}/accept`,
    reviewReturn: (id: string) => `${review(id)}/return`,
    reviewRefuse: (id: string) => `${review(id)}/refuse`,
    reviewConfirmRefusal: (id: string) => `${review(id)}/confirm-refusal`,
    reviewVisit: (id: string) => `${review(id)}/visit`,
    reviewVisitDemand: (id: string) => `${review(id)}/visit-demand`,
    /** 取消し of a 受理 or a 差戻し */
    reviewUndo: (id: string) => `${review(id)}/undo`,
    /** 引継ぎ of what somebody else is reviewing */
    reviewTakeOver: (id: string) => `${review(id)}/take-over`,
    /** 引継ぎの依頼 to whoever is reviewing it */
    reviewAskHandOver: (id: string) => `${review(id)}/ask-hand-over`,
    /** 保留 */
    reviewHold: (id: string) => `${review(id)}/hold`,
    reviewNote: (id: string) => `${review(id)}/note`,
    /** 確認を追加 */
    reviewCheck: (id: string) => `${review(id)}/check`,
    /** What the reader has typed into a decision and not sent. */
    reviewDraft: (id: string, act: string) => `${review(id)}/drafts/${segment(act)}`,
    reviewDraftAutosave: (id: string, act: string) => `${review(id)}/drafts/${segment(act)}/autosave`,
    establishmentNote: (id: string) => `${establishment(id)}/note`,
    establishmentCheck: (id: string) => `${establishment(id)}/check`,
    /** Taking back one's own note. */
    note: (id: string) => `/staff/notes/${segment(id)}`,
    /** Settling a check that staff added. */
    check: (id: string) => `/staff/checks/${segment(id)}`,
    /** A sign that the holder is still at it. */
    reviewClaim: (id: string) => `${review(id)}/claim`,
    /** なぜこの判定か */
    reviewWhy: (id: string) => `${review(id)}/why`,
    change,
    /** The same with the fields that stay as they are. */
    changeAll: (id: string) => withQuery(change(id), { all: 1 }),
    changeAccept: (id: string) => `${change(id)}/accept`,
    changeReturn: (id: string) => `${change(id)}/return`,
    changeReject: (id: string) => `${change(id)}/reject`,
    /** 事業所検索; `q` is what was searched. */
    establishments: (query: { q?: string; page?: number } = {}) => withQuery('/staff/establishments', query),
    establishmentNew: (query: { q?: string } = {}) => withQuery('/staff/establishments/new', query),
    /** 事業所カード */
    establishment,
    /** Why the features of its MyPage are open or closed. */
    establishmentWhy: (id: string) => `${establishment(id)}/why`,
    /** 登録内容の訂正 */
    establishmentEdit: (id: string) => `${establishment(id)}/edit`,
    /** 重複の確認: pairs that look alike, or what may be the same as one establishment. */
    duplicates: (query: { page?: number } = {}) => withQuery('/staff/establishments/duplicates', query),
    establishmentDuplicates: (id: string, query: { q?: string } = {}) =>
      withQuery(`${establishment(id)}/duplicates`, query),
    /** 統合: the first one is kept. */
    merge: (keptId: string, mergedId: string) => `${establishment(keptId)}/merge/${segment(mergedId)}`,
    /** 移管 to another office. */
    establishmentTransfer: (id: string) => `${establishment(id)}/transfer`,
    /** 移管 into the office and out of it. */
    transfers: (query: { page?: number } = {}) => withQuery('/staff/establishments/transfers', query),
    transferSettle: (id: string) => `/staff/establishments/transfers/${segment(id)}`,
    /** 版の履歴; `change` is the one whose differences are shown. */
    establishmentVersions: (id: string, query: { change?: string; all?: 1 } = {}) =>
      withQuery(`${establishment(id)}/versions`, query),
    postingVersions: (id: string, query: { change?: string; all?: 1 } = {}) =>
      withQuery(`/staff/postings/${segment(id)}/versions`, query),
    /** メールアドレス登録 */
    account: (establishmentId: string) => `${establishment(establishmentId)}/account`,
    /** One account of it, and what the counter can do for it. */
    accountHelp: (establishmentId: string, accountId: string) =>
      `${establishment(establishmentId)}/account/${segment(accountId)}`,
    accountAct: (establishmentId: string, accountId: string, act: string) =>
      `${establishment(establishmentId)}/account/${segment(accountId)}/${segment(act)}`,
    /** 利用不可 and its end, 退会の取消し: of the whole MyPage. */
    mypageAct: (establishmentId: string, act: string) =>
      `${establishment(establishmentId)}/account/mypage/${segment(act)}`,
    /** A sign of life of somebody who goes on working. */
    stay: () => '/staff/stay',
    /** 本登録 of an establishment entered online */
    registration: (establishmentId: string) => `${establishment(establishmentId)}/registration`,
    reviewImages,
    /** 表示不可 of a published image */
    hideImage: (establishmentId: string, id: string) =>
      `${reviewImages(establishmentId)}/hide/${segment(id)}`,
    imageFile: (id: string, size: 'picture' | 'thumbnail') => `/staff/image-files/${segment(id)}/${size}`,
    visits: (query: { q?: string; page?: number } = {}) => withQuery('/staff/visits', query),
    /** 来庁の受付 of one establishment. */
    visit: (establishmentId: string) => `/staff/visits/${segment(establishmentId)}`,
    /** A visit that registers nothing. */
    visitOther: (establishmentId: string) => `/staff/visits/${segment(establishmentId)}/other`,
    /** What a visit has registered, and what comes next. */
    visitDone: (establishmentId: string, visitId: string) =>
      `/staff/visits/${segment(establishmentId)}/done/${segment(visitId)}`,
    /** 求職者; `q` is what was searched. */
    seekers: (query: { q?: string; page?: number } = {}) => withQuery('/staff/seekers', query),
    seekerNew: () => '/staff/seekers/new',
    seekerImport: () => '/staff/seekers/import',
    seeker,
    seekerEdit: (id: string) => `${seeker(id)}/edit`,
    /** 応募・選考結果 */
    referrals: (query: { state?: string; page?: number } = {}) => withQuery('/staff/referrals', query),
    /** 未登録一覧 by employer. */
    referralsOverdue: (query: { page?: number } = {}) => withQuery('/staff/referrals/overdue', query),
    /** 紹介する; both are numbers. */
    referralNew: (query: { seeker_number?: string; posting_number?: string } = {}) =>
      withQuery('/staff/referrals/new', query),
    referral,
    /** 選考結果の代行登録 */
    referralResult: (id: string) => `${referral(id)}/result`,
    referralCancel: (id: string) => `${referral(id)}/cancel`,
    /** A result back to 未登録. */
    referralReopen: (id: string) => `${referral(id)}/reopen`,
    /** 利用制限 */
    restrictions: (query: { state?: string; page?: number } = {}) => withQuery('/staff/restrictions', query),
    restriction: (id: string, query: { page?: number } = {}) => withQuery(restriction(id), query),
    restrictionRelease: (id: string) => `${restriction(id)}/release`,
    outbox: (query: { page?: number } = {}) => withQuery('/staff/outbox', query),
    outboxMail: (id: string) => `/staff/outbox/${segment(id)}`,
    jobs: (query: { state?: string; page?: number } = {}) => withQuery('/staff/jobs', query),
    /** 自動処理: what happens by itself every day, and the runs so far. */
    schedule: (query: { sweep?: string | null; page?: number } = {}) => withQuery('/staff/schedule', query),
    scheduleRun: (id: string) => `/staff/schedule/${segment(id)}`,
    /** 練習の日付, in training mode only. */
    training: (query: { page?: number } = {}) => withQuery('/staff/training', query),
    /** 期限 of a month (`YYYY-MM`), of one kind or one day of it. */
    deadlines: (
      query: {
        month?: string;
        kind?: string | null;
        day?: string | null;
        page?: number | null | undefined;
      } = {},
    ) => withQuery('/staff/deadlines', query),
    /** 安定所の情報: the own office, and how to reach the others. */
    offices: () => '/staff/offices',
    officeCorrection: () => '/staff/offices/edit',
    /** 開庁日・閉庁日 of the office, a year at a time. */
    officeCalendar: (query: { year?: number } = {}) => withQuery('/staff/offices/calendar', query),
    /** One day of it: how the office opens, and which due dates move. */
    officeDay: (query: { date?: string } = {}) => withQuery('/staff/offices/calendar/day', query),
    /** 職員 of the office. */
    members: () => '/staff/offices/staff',
    memberNew: () => '/staff/offices/staff/new',
    member: (id: string) => `/staff/offices/staff/${segment(id)}`,
    /** メールの記録 of the office, or of one establishment. */
    mails: (query: { of?: string; state?: string; page?: number } = {}) => withQuery('/staff/mails', query),
    /** メールの種類, or the place of one kind on that page. */
    mailCatalogue: (kind?: string) =>
      `/staff/mails/catalogue${kind === undefined ? '' : `#${segment(kind)}`}`,
    mail: (id: string, query: { open?: number } = {}) => withQuery(`/staff/mails/${segment(id)}`, query),
    /** データの点検: states that should be impossible. */
    invariants: () => '/staff/invariants',
    /** 代行表示: beginning it; the employer's own addresses follow below it. */
    assist: (establishmentId: string) => `/staff/assist/${segment(establishmentId)}`,
    assistHome: (establishmentId: string) => `/staff/assist/${segment(establishmentId)}/mypage`,
    /** 役割と操作: who may do what. */
    permissions: () => '/staff/help/permissions',
    /** 記録: what was done, filters in the query. */
    audit: (query: { of?: string; person?: string; action?: string; record?: string } = {}) =>
      withQuery('/staff/audit', query),
    auditEntry: (seq: number) => `/staff/audit/${segment(seq)}`,
    /** 閲覧の記録: who saw whom. */
    auditViews: () => '/staff/audit/views',
    /** 記録の検査 */
    auditCheck: () => '/staff/audit/check',
    auditFile: () => '/staff/audit.csv',
    /** マイページの消去: what is due now. */
    retention: (query: { page?: number } = {}) => withQuery('/staff/retention', query),
    /** What falls due in the months to come. */
    retentionPlan: (query: { page?: number } = {}) => withQuery('/staff/retention/plan', query),
    /** 消去の保留 */
    retentionHolds: (query: { page?: number } = {}) => withQuery('/staff/retention/holds', query),
    retentionHold: (establishmentId: string) => `${legalHold(establishmentId)}/place`,
    retentionHoldLift: (establishmentId: string) => `${legalHold(establishmentId)}/lift`,
    /** 消去証明書 */
    certificates: (query: { page?: number } = {}) => withQuery('/staff/retention/certificates', query),
    /** Whether the office erases by itself. */
    retentionSwitch: () => '/staff/retention/switch',
    /** 規則 in force */
    rules: () => '/staff/rules',
    /** One rule set; its id `area/name` is two pieces of the address. */
    ruleSet,
    /** 過去の判定で試す; `change` is a change that somebody drafts. */
    backTestStart: (id: string, query: { change?: string } = {}) =>
      withQuery(`${ruleSet(id)}/back-test`, query),
    /** 事案で試す */
    ruleTry: (id: string, query: { change?: string } = {}) => withQuery(`${ruleSet(id)}/try`, query),
    backTest,
    /** One stored decision under the draft of a back-test. */
    backTestCase: (id: string, verdictId: string) => `${backTest(id)}/cases/${segment(verdictId)}`,
    /** As a decision table. */
    ruleTable: (id: string) => withQuery(ruleSet(id), { view: 'table' }),
    /** 版の履歴 */
    ruleHistory: (id: string) => `${ruleSet(id)}/history`,
    ruleVersion: (id: string, version: string) => `${ruleSet(id)}/versions/${segment(version)}`,
    /** One rule of that version. */
    ruleVersionRule: (id: string, version: string, rule: string) =>
      `${ruleSet(id)}/versions/${segment(version)}#${segment(rule)}`,
    /** The text of the version's file, to read. */
    ruleVersionText: (id: string, version: string) => `${ruleSet(id)}/versions/${segment(version)}/text`,
    /** The same as a file. */
    ruleVersionFile: (id: string, version: string) => `${ruleSet(id)}/versions/${segment(version)}.json`,
    /** 新旧対照表 of two versions. */
    ruleCompare: (id: string, query: { from?: string; to?: string } = {}) =>
      withQuery(`${ruleSet(id)}/compare`, query),
    ruleFacts: () => '/staff/rules/facts',
    /** 規則の変更: drafts, requests, what came of them; of one rule set with `of`. */
    ruleChanges: (query: { of?: string } = {}) => withQuery('/staff/rules/changes', query),
    ruleChange,
    /** Beginning a change of that rule set. */
    ruleChangeStart: (id: string) => `/staff/rules/${id.split('/').map(segment).join('/')}/change`,
    ruleChangeEdit: (id: string) => `${ruleChange(id)}/edit`,
    ruleChangeText: (id: string) => `${ruleChange(id)}/text`,
    ruleExamples: (id: string) => `${ruleChange(id)}/examples`,
    ruleExample: (id: string, at: number | 'new', query: { copy?: string } = {}) =>
      withQuery(`${ruleChange(id)}/examples/${at}`, query),
    /** One act on a change: submit, approve, return… */
    ruleChangeAct: (id: string, act: string) => `${ruleChange(id)}/${segment(act)}`,
    /** 規則ファイルの問題 */
    ruleProblems: () => '/staff/rules/problems',
    /** 最低賃金: what is in force in every prefecture, and what comes next. */
    minimumWages: () => '/staff/rules/minimum-wages',
    /** One prefecture, by its code. */
    minimumWage,
    minimumWageWithdraw: (code: string, id: string) => `${minimumWage(code)}/withdraw/${segment(id)}`,
    minimumWageImport: () => '/staff/rules/minimum-wages/import',
    minimumWageFile: () => '/staff/rules/minimum-wages.csv',
    /** 申出と不受理期間 of an establishment. */
    employerRecords: (id: string) => `${establishment(id)}/records`,
    complaintNew: (id: string) => `${establishment(id)}/complaints/new`,
    refusalPeriodNew: (id: string) => `${establishment(id)}/refusal-periods/new`,
    /** 申出 of the office. */
    complaints: (query: { state?: string; page?: number } = {}) => withQuery('/staff/complaints', query),
    complaintSettle: (id: string) => `/staff/complaints/${segment(id)}/settle`,
    complaintHold: (id: string) => `/staff/complaints/${segment(id)}/hold`,
    refusalPeriodCorrect: (id: string) => `/staff/refusal-periods/${segment(id)}/correct`,
    /** 定型文 */
    templates: () => '/staff/templates',
    templateNew: () => '/staff/templates/new',
    template: (id: string) => `/staff/templates/${segment(id)}`,
    /** 統計; the period by its code, its days beside it when it is `free`. */
    statistics: (query: PeriodQuery = {}) => withQuery('/staff/stats', query),
    statisticsFile: (query: PeriodQuery = {}) => withQuery('/staff/stats.csv', query),
    help: () => '/staff/help',
    /** キーの一覧 */
    keys: () => '/staff/help/keys',
    /** パスワードの変更 */
    password: () => '/staff/password',
    /** 個人設定 */
    settings: () => '/staff/settings',
  },

  print: {
    /** 本日の一覧 */
    today: () => '/print/today',
    /** 開設案内(控え) */
    openingGuide: (accountId: string) => `/print/opening-guide/${segment(accountId)}`,
    openingGuidePdf: (accountId: string) => `/print/opening-guide/${segment(accountId)}.pdf`,
    /** 月報 */
    statistics: (query: PeriodQuery = {}) => withQuery('/print/stats', query),
    /** 期限の月間一覧 */
    deadlines: (query: { month?: string; kind?: string | null } = {}) => withQuery('/print/deadlines', query),
    deadlinesPdf: (query: { month?: string; kind?: string | null } = {}) =>
      withQuery('/print/deadlines.pdf', query),
    /** 求人票(控え) */
    posting: (id: string) => `/print/postings/${segment(id)}`,
    /** 紹介状 */
    referral: (id: string) => `/print/referrals/${segment(id)}`,
    referralPdf: (id: string) => `/print/referrals/${segment(id)}.pdf`,
    /** 未登録一覧 of an establishment */
    unregistered: (establishmentId: string) => `/print/unregistered/${segment(establishmentId)}`,
    /** A sheet about one record (app/domain/sheet.ts); with `.pdf` as a file. */
    sheet: (kind: SheetKind, id: string) => `/print/${kind}/${segment(id)}`,
    sheetPdf: (kind: SheetKind, id: string) => `/print/${kind}/${segment(id)}.pdf`,
    /** 審査の一覧, with the filters of the queue in `search`. */
    reviews: (search = '') => `/print/reviews${search}`,
    reviewsPdf: (search = '') => `/print/reviews.pdf${search}`,
    /** 消去証明書 */
    certificate: (id: string) => `/print/certificates/${segment(id)}`,
  },

  mypage: {
    home: () => '/mypage',
    login: (query: { next?: string } = {}) => withQuery('/mypage/login', query),
    logout: () => '/mypage/logout',
    /** パスワード登録: consent and e-mail address (leaflet ②③) */
    start: () => '/mypage/start',
    /** 認証キーの入力 (leaflet ④⑤) */
    startKey: () => '/mypage/start/key',
    startPassword: () => '/mypage/start/password',
    /** Opening online, without a visit first */
    register: () => '/mypage/register',
    /** パスワードの再設定 */
    forgot: () => '/mypage/forgot',
    messages: (query: { page?: number } = {}) => withQuery('/mypage/messages', query),
    /** The thread of one referral. */
    messageThread: (referralId: string) => `/mypage/messages/${segment(referralId)}`,
    /** アカウント: addresses, sign-ins, and the ways to change them. */
    account: () => '/mypage/account',
    accountPassword: () => '/mypage/account/password',
    accountEmail: () => '/mypage/account/email',
    accountEmailKey: () => '/mypage/account/email/key',
    accountAddressNew: () => '/mypage/account/addresses/new',
    accountAddressRemove: (id: string) => `/mypage/account/addresses/${segment(id)}/remove`,
    accountSessions: () => '/mypage/account/sessions',
    /** Everything kept about the establishment, as a file. */
    accountData: () => '/mypage/account/data',
    /** 退会 */
    accountWithdraw: () => '/mypage/account/withdraw',
    /** A sign of life of somebody who goes on working. */
    stay: () => '/mypage/stay',
    establishment: () => '/mypage/establishment',
    /** 事業所情報の変更の申込み, and what it changes before it is sent. */
    establishmentChange: () => '/mypage/establishment/change',
    establishmentChangeConfirm: () => '/mypage/establishment/change/confirm',
    images: () => '/mypage/images',
    image: (id: string) => `/mypage/images/${segment(id)}`,
    imageFile: (id: string, size: 'picture' | 'thumbnail') => `/mypage/image-files/${segment(id)}/${size}`,
    /** A sheet about an own record; with `.pdf` as a file. */
    sheet: (kind: EmployerSheetKind, id: string) => `/mypage/print/${kind}/${segment(id)}`,
    sheetPdf: (kind: EmployerSheetKind, id: string) => `/mypage/print/${kind}/${segment(id)}.pdf`,
    /** One of the lists, in pages. */
    postings: (query: { list?: string; page?: number } = {}) => withQuery('/mypage/postings', query),
    /** 求人の申込み: a new one, or a past one to use again; `q` is what was searched among those. */
    postingNew: (query: { q?: string; page?: number } = {}) => withQuery('/mypage/postings/new', query),
    /** 転用: what is carried over, before the draft is made. */
    postingCopy: (id: string) => `${posting(id)}/copy`,
    posting,
    /** `step` counts from 1 to 8. */
    postingStep: (id: string, step: number) => `${posting(id)}/steps/${segment(step)}`,
    postingConfirm: (id: string) => `${posting(id)}/confirm`,
    postingReceipt: (id: string) => `${posting(id)}/receipt`,
    /** 判定の理由 */
    postingWhy: (id: string) => `${posting(id)}/why`,
    /** 募集停止の申込み */
    postingStop: (id: string) => `${posting(id)}/stop`,
    /** 有効期間の延長の申込み */
    postingExtension: (id: string) => `${posting(id)}/extension`,
    /** A change request: its receipt, its state, and the way to withdraw it. */
    change: ownChange,
    /** 求人内容の変更: `step` counts from 1 to 8. */
    postingChange: (id: string) => `${posting(id)}/change`,
    changeStep: (id: string, step: number) => `${ownChange(id)}/steps/${segment(step)}`,
    changeConfirm: (id: string) => `${ownChange(id)}/confirm`,
    changeWithdraw: (id: string) => `${ownChange(id)}/withdraw`,
    /** 応募者, of one posting or of all valid ones. */
    applicants: (query: ApplicantsQuery = {}) => withQuery('/mypage/applicants', query),
    /** 選考結果の登録, many at once. */
    applicantResults: (query: Omit<ApplicantsQuery, 'state'> = {}) =>
      withQuery('/mypage/applicants/results', query),
    applicant: (id: string) => `/mypage/applicants/${segment(id)}`,
    /** 紹介状 to print. */
    applicantLetter: (id: string) => `/mypage/print/referral/${segment(id)}`,
    /** 求職情報検索; what is looked for stands in the query, by the names of its form. */
    seekers: () => '/mypage/seekers',
    seeker: (inquiryNumber: string) => `/mypage/seekers/${segment(inquiryNumber)}`,
    postingDiscard: (id: string) => `${posting(id)}/discard`,
  },

  /** Demo only: the other side of a thread, in place of the seekers' own system. */
  demoSeeker: (query: { seeker?: string; thread?: string } = {}) => withQuery('/demo/seeker', query),

  terms: () => '/terms',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
  /** Address candidates of a postal code, as JSON. */
  zip: (code: string) => `/api/zip/${segment(code)}`,
} as const;
