import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { EmployerActor, StaffActor } from '#app/domain/actor.ts';
import { openChangeStates } from '#app/domain/changeRequest.ts';
import { toInstant } from '#app/domain/clock.ts';
import type { ErasureCertificate } from '#app/domain/retention.ts';
import { establishmentChangeForm } from '#app/forms/establishment.ts';
import { type FormValues, fieldsOf } from '#app/forms/field.ts';
import { inviteAddress } from '#app/procedures/account/inviteAddress.ts';
import { suspendMypage } from '#app/procedures/account/suspend.ts';
import { beginAssist } from '#app/procedures/assist/begin.ts';
import { startBackTest } from '#app/procedures/backTest/start.ts';
import { saveEstablishmentChange } from '#app/procedures/changeRequest/saveEstablishment.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { receiveComplaint } from '#app/procedures/complaint/receive.ts';
import { enterMinimumWages } from '#app/procedures/minimumWage/enter.ts';
import { beginReview } from '#app/procedures/posting/beginReview.ts';
import { recordRefusalPeriod } from '#app/procedures/refusalPeriod/record.ts';
import { startRuleChange } from '#app/procedures/ruleChange/start.ts';
import { transferOut } from '#app/procedures/transfer/transferOut.ts';
import { recordVisit } from '#app/procedures/visit/record.ts';
import {
  demoEmployers,
  demoOffice,
  demoPassword,
  demoStaff,
  neighbourOffice,
  neighbourStaff,
} from '#fixtures/demo.ts';
import { draftWith } from '#rules/backTest/draft.ts';
import type { DemoHouse } from './house.ts';

/** Someone who looks at pages: the cookie of their browser, and the addresses their walk begins at. */
export type Walker = { name: string; cookie: string; doors: readonly string[] };

const staffNamed = (loginName: string): StaffActor => {
  const member = [...demoStaff, neighbourStaff].find((one) => one.loginName === loginName);
  if (member === undefined) throw new Error(`Nobody is called ${loginName}.`);
  const officeId = member === neighbourStaff ? neighbourOffice.id : demoOffice.id;
  return { kind: 'staff', id: member.id, name: member.name, role: member.role, officeId };
};

const clerk = staffNamed('hanako');
const colleague = staffNamed('taro');
const supervisor = staffNamed('ichiro');
const neighbour = staffNamed('tonari');

/** Of what is stored, the fields that an employer may ask to have changed. */
const changeable = (details: FormValues): FormValues =>
  Object.fromEntries(fieldsOf(establishmentChangeForm).map(({ name }) => [name, details[name] ?? null]));

type Row = Readonly<Record<string, string>> & { id: string; version: number };

/**
 * Everybody who walks through the house, with what their pages need and the seed does not tell: a draft of each kind, a
 * rule change and its trial, a 代行表示, a 移管. A page that no link leads to without a form being sent is a door.
 */
export async function walkersOf(house: DemoHouse, now: string): Promise<readonly Walker[]> {
  const { database, act, rules, stores } = house;
  const today = now.slice(0, 10);
  const first = async (table: string, where: Readonly<Record<string, unknown>>): Promise<Row> => {
    const row: Row | undefined = await database.reader(table).where(where).orderBy('id').first();
    if (row === undefined) throw new Error(`The demo has no ${table} with ${JSON.stringify(where)}.`);
    return row;
  };
  const employer = async (where: Readonly<Record<string, unknown>>): Promise<EmployerActor> => {
    const { id, email = '', establishment_id: establishmentId = null } = await first('account', where);
    return { kind: 'employer', accountId: id, email, establishmentId };
  };
  const [rich, returned, online] = await Promise.all(demoEmployers.map(({ email }) => employer({ email })));
  if (!rich?.establishmentId || !returned?.establishmentId || !online)
    throw new Error('The demo has three employers.');
  const restriction = await first('restriction', { released_on: null });
  const restricted = await employer({ establishment_id: restriction.establishment_id });

  const cookieOf = async (
    audience: 'staff' | 'mypage' | 'start',
    subjectId: string | null,
    data: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const id = randomBytes(32).toString('base64url');
    const at = toInstant(new Date(now));
    const idHash = createHash('sha256').update(id).digest('hex');
    await stores.sessions.insert({ idHash, audience, subjectId, data, createdAt: at, seenAt: at });
    return `${audience}=${id}`;
  };

  // The counter.
  const reviewed = await first('posting', { state: 'under_review', office_id: demoOffice.id });
  await act(beginReview, colleague, { postingId: reviewed.id, version: reviewed.version });
  const valid: Row | undefined = await database
    .reader('posting')
    .where({ state: 'valid', account_id: rich.accountId })
    .whereNotExists(
      database
        .reader('change_request')
        .whereRaw('change_request.posting_id = posting.id')
        .whereIn('state', [...openChangeStates]),
    )
    .orderBy('id')
    .first();
  if (valid === undefined) throw new Error('The demo has no valid posting without an open change.');
  const establishmentId = rich.establishmentId;
  await act(beginAssist, clerk, { establishmentId, reason: '操作の問い合わせ', caller: '見本の担当者' });
  const { complaintId } = await act(receiveComplaint, clerk, {
    establishmentId,
    postingId: valid.id,
    receivedOn: today,
    topics: ['pay'],
    description: '見本の申出',
    holdsReferrals: false,
  });
  const { visitId } = await act(recordVisit, clerk, {
    establishmentId,
    purpose: 'consultation',
    visitedOn: today,
    note: '見本の相談',
  });
  const image = await first('image', { state: 'published' });
  const verdict = await first('verdict', { rule_set: 'eligibility/visit-required' });
  const refusalOfClerk = await first('posting_refusal', { proposed_by: colleague.id, settled_at: null });

  // The supervisors.
  await act(recordRefusalPeriod, supervisor, {
    establishmentId: returned.establishmentId,
    ground: 'repeated_violation',
    beginsOn: today,
    sentOrPublishedOn: null,
    correctedOn: null,
  });
  const { prefecture } = demoOffice;
  await act(enterMinimumWages, supervisor, {
    source: '見本',
    wages: [{ prefecture, yen: 1500, from: '2027-10-01', before: null }],
  });
  const ruleSet = 'eligibility/visit-required';
  const { changeId } = await act(startRuleChange, supervisor, { ruleSet, fromVersion: null });
  const text = draftWith(rules.inForce(ruleSet, today), { gapYears: 3 });
  const { backTestId } = await act(startBackTest, supervisor, {
    ruleSet,
    draft: { text },
    range: { kind: 'all' },
  });
  const moving = await first('establishment', {
    state: 'registered',
    office_id: demoOffice.id,
    name: '見本運輸株式会社',
  });
  const { transferId } = await act(transferOut, supervisor, {
    establishmentId: moving.id,
    version: moving.version,
    toOfficeId: neighbourOffice.id,
    movedOn: today,
    reason: '移転（見本）',
    address: {
      postal: '1740071',
      prefecture: neighbourOffice.prefecture,
      city: '板橋区',
      street: '常盤台99番2号',
      building: null,
    },
  });
  const suspended = await employer({ email: 'saiyo@mihon-5.example.co.jp' });
  await act(suspendMypage, supervisor, {
    establishmentId: suspended.establishmentId ?? '',
    reason: '見本の理由',
  });

  const certificate: ErasureCertificate = {
    id: randomUUID(),
    number: 1,
    subjectHash: '0'.repeat(64),
    numberHash: null,
    officeId: demoOffice.id,
    ruleSet: 'retention/account',
    ruleVersion: '1.0.0',
    ruleHash: '0'.repeat(64),
    rules: ['RA1'],
    baseDate: today,
    erasedAt: toInstant(new Date(now)),
    counts: { account: 1, posting: 2 },
    rowsHash: '0'.repeat(64),
    pictures: 0,
    notices: 1,
    allowedBy: supervisor.id,
    auditSeq: 1,
    auditHash: '0'.repeat(64),
  };
  await stores.retention.insertCertificate(certificate);

  // The employer.
  const change = await act(startContentChange, rich, { postingId: valid.id, version: valid.version });
  const invited = { email: 'futari@mihon.example' };
  await act(inviteAddress, rich, { values: invited, currentPassword: demoPassword });
  const own = await first('establishment', { id: establishmentId });
  await act(saveEstablishmentChange, rich, {
    version: own.version,
    values: { ...changeable(JSON.parse(own.details ?? '{}')), phone: '0300009999' },
  });
  const seeker = await first('job_seeker', { is_public: 1 });
  const key = await first('verification_key', { account_id: rich.accountId });
  const start = { email: rich.email, purpose: 'start', consentedAt: toInstant(new Date(now)) };

  const review = `/staff/reviews/${reviewed.id}`;
  return [
    {
      name: 'clerk',
      cookie: await cookieOf('staff', clerk.id),
      doors: [
        '/staff',
        `${review}/accept`,
        `${review}/visit-demand`,
        `${review}/ask-hand-over`,
        `${review}/take-over`,
        `${review}/drafts/return`,
        '/staff/establishments/new',
        `/staff/establishments/${online.establishmentId}/registration`,
        '/staff/password',
        `/staff/complaints/${complaintId}/hold`,
        `/staff/images/${image.establishment_id}/hide/${image.id}`,
        `/staff/visits/${establishmentId}/done/${visitId}`,
        `/staff/assist/${establishmentId}/mypage`,
        `/staff/assist/${establishmentId}/mypage/seekers`,
      ],
    },
    {
      name: 'supervisor',
      cookie: await cookieOf('staff', supervisor.id),
      doors: [
        '/staff',
        `/staff/reviews/${refusalOfClerk.posting_id}/confirm-refusal`,
        `/staff/rules/changes/${changeId}`,
        `/staff/rules/changes/${changeId}/examples/1`,
        `/staff/reviews/${valid.id}/undo`,
        `/staff/rules/back-tests/${backTestId}`,
        `/staff/rules/back-tests/${backTestId}/cases/${verdict.id}`,
        `/staff/rules/${ruleSet}/compare`,
        '/staff/rules/problems',
        `/staff/retention/holds/${establishmentId}/place`,
        `/print/certificates/${certificate.id}`,
        `/staff/rules/minimum-wages/${prefecture}`,
        `/staff/establishments/${returned.establishmentId}/records`,
      ],
    },
    {
      name: 'clerk of the other office',
      cookie: await cookieOf('staff', neighbour.id),
      doors: ['/staff', `/staff/establishments/transfers/${transferId}`],
    },
    {
      name: 'employer with everything',
      cookie: await cookieOf('mypage', rich.accountId),
      doors: [
        '/mypage',
        `/mypage/changes/${change.requestId}/steps/1`,
        `/mypage/changes/${change.requestId}/confirm`,
        '/mypage/establishment/change/confirm',
        '/mypage/account/email/key',
        `/mypage/seekers/${seeker.inquiry_number}`,
      ],
    },
    {
      name: 'employer with a returned posting',
      cookie: await cookieOf('mypage', returned.accountId),
      doors: ['/mypage'],
    },
    {
      name: 'employer who opened online',
      cookie: await cookieOf('mypage', online.accountId),
      doors: ['/mypage'],
    },
    {
      name: 'restricted employer',
      cookie: await cookieOf('mypage', restricted.accountId),
      doors: ['/mypage', '/mypage/postings/new', '/mypage/seekers', '/mypage/establishment/change'],
    },
    {
      name: 'suspended employer',
      cookie: await cookieOf('mypage', suspended.accountId),
      doors: ['/mypage'],
    },
    {
      name: 'visitor',
      cookie: await cookieOf('start', null, { ...start, accountId: rich.accountId, keyId: key.id }),
      doors: [
        '/',
        '/staff/login',
        '/mypage/login',
        '/mypage/start/key',
        '/mypage/start/password',
        '/demo/seeker',
      ],
    },
  ];
}
