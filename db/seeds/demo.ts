import type { EmployerActor, PartnerActor, StaffActor } from '#app/domain/actor.ts';
import { addDays, type CalendarDate, weekday } from '#app/domain/calendar.ts';
import { businessDate } from '#app/domain/clock.ts';
import type { OfficeDay } from '#app/domain/officeDay.ts';
import type { FormValues } from '#app/forms/field.ts';
import { receiveComplaint } from '#app/procedures/complaint/receive.ts';
import { addReasonTemplate } from '#app/procedures/reasonTemplate/add.ts';
import type { Stores } from '#db/stores/index.ts';
import type { Office } from '#db/stores/offices.ts';
import {
  type DemoStaff,
  demoOffice,
  demoPassword,
  demoStaff,
  neighbourOffice,
  neighbourStaff,
} from '#fixtures/demo.ts';
import { demoComplaint } from '#fixtures/demoComplaint.ts';
import { type DemoPosting, demoPostings } from '#fixtures/demoPostings.ts';
import { demoReferrals } from '#fixtures/demoReferrals.ts';
import { demoTemplates } from '#fixtures/demoTemplates.ts';
import { establishments } from '#fixtures/establishments.ts';
import { completePosting } from '#fixtures/postings.ts';
import { officeCalendar } from '#rules/officeCalendar.ts';
import { emailOf, giveAccount, openOnline, register } from './employers.ts';
import { demoEstablishmentChanges, tellEstablishmentChange } from './establishmentChanges.ts';
import { type House, openHouse, type SeedTools, staffActor } from './house.ts';
import { demoImages, tellImages } from './images.ts';
import { registerPartner, tellMessages } from './messages.ts';
import { tellNights, tellReferrals, tellSeekers } from './referrals.ts';
import { type Counter, type Step, tellPosting } from './stories.ts';

/** What is in the database before the seed. */
export type SeedState = 'empty' | 'seeded' | 'interrupted' | 'foreign';

/** The neighbour is the last thing the seed writes, so its presence says that the seed came to its end. */
export async function seedState(read: House['read']): Promise<SeedState> {
  const offices = await read.offices.all();
  if (offices.length === 0) return 'empty';
  if ((await read.staff.demoAccounts()).length === 0) return 'foreign';
  const complete = (await read.staff.findByLoginName(neighbourStaff.loginName)) !== undefined;
  return complete ? 'seeded' : 'interrupted';
}

/**
 * Fills an empty database with the invented office: establishments, accounts, postings in every state, dates
 * relative to `present`. Everything comes about through the procedures, told in the order of time.
 */
export async function seedDemo(tools: SeedTools): Promise<void> {
  const house = openHouse(tools);
  const passwordHash = await house.secrets.hash(demoPassword);
  await openOffice(house, demoOffice, demoStaff, passwordHash);
  const { extraClosed, extraOpen } = await house.read.offices.daysOf(demoOffice.id);
  const calendar = officeCalendar({ extraClosed, extraOpen });

  const [hanako, taro, ichiro] = demoStaff.map((member) => staffActor(member, demoOffice.id));
  if (!hanako || !taro || !ichiro) throw new Error('The demo needs two clerks and a supervisor.');
  for (const text of demoTemplates) await house.act(addReasonTemplate, ichiro, text);
  const clerkOf = (index: number): StaffActor => (index % 2 === 0 ? hanako : taro);

  const partner = await registerPartner(house);
  const seekers = tellSeekers(house, hanako);
  const agenda: Step[] = establishments.flatMap((values, index) => {
    const postings = demoPostings.filter((posting) => posting.establishment === index);
    const counter: Counter = { clerk: clerkOf(index), supervisor: ichiro, calendar };
    return tellEstablishment(house, counter, values, index, postings, seekers.ids, partner);
  });
  await tell(house, [seekers.step, ...agenda, tellTwin(house, hanako), ...tellNights(house)]);
  await seedNeighbour(house, passwordHash);
}

/** One establishment is registered a second time in another writing, so that there is a pair to compare. */
const tellTwin = (house: House, clerk: StaffActor): Step => ({
  at: house.time.at(1, '16:10'),
  act: async () => {
    const values = establishments[8];
    const number = String(values?.establishment_number);
    const first = await house.read.establishments.findByNumber({ kind: 'all' }, number);
    const twin = { ...values, name: '見本青果（有）', establishment_number: '9901-000109-9' };
    await register(house, clerk, twin, first ? [first.id] : []);
    return undefined;
  },
});

/** 求人者C opens its account online; the last two have none, or none that is open. */
const opensOnline = (index: number): boolean => index === 2;
const hasOnlyAddress = (index: number): boolean => index === 38;
const hasNoAccount = (index: number): boolean => index === 39;
/** A job seeker has reported a mismatch about this one, and nobody has settled it yet. */
const isComplainedOf = (index: number): boolean => index === 4;

function tellEstablishment(
  house: House,
  counter: Counter,
  values: FormValues,
  index: number,
  postings: readonly DemoPosting[],
  seekers: readonly string[],
  partner: PartnerActor,
): Step[] {
  let employer: EmployerActor | undefined;
  const account = (): EmployerActor => {
    if (!employer) throw new Error(`Establishment ${index} has no account.`);
    return employer;
  };
  const openedDaysAgo =
    Math.max(0, ...postings.map(({ appliedDaysAgo }) => appliedDaysAgo)) + 2 + (index % 5);
  const opening: Step = {
    at: house.time.at(openedDaysAgo, '13:15'),
    act: async () => {
      if (opensOnline(index)) {
        employer = await openOnline(house, emailOf(index), values);
        return undefined;
      }
      const establishmentId = await register(house, counter.clerk, values);
      if (hasNoAccount(index)) return undefined;
      const opens = !hasOnlyAddress(index);
      employer = await giveAccount(house, counter.clerk, establishmentId, emailOf(index), opens);
      return undefined;
    },
  };
  const complaint: Step = {
    at: house.time.at(1, '15:30'),
    act: async () => {
      const establishmentId = account().establishmentId ?? '';
      const receivedOn = businessDate(house.time.now());
      await house.act(receiveComplaint, counter.clerk, {
        ...demoComplaint,
        establishmentId,
        receivedOn,
        postingId: null,
        holdsReferrals: false,
      });
      return undefined;
    },
  };
  const referred = postings.find(({ end }) => end === 'valid');
  const refers = (postingId: () => string): Step[] => {
    let first = 0;
    return demoReferrals
      .filter((one) => one.establishment === index)
      .flatMap((one) => {
        const made: string[] = [];
        const step = tellReferrals(house, counter.clerk, { postingId, seekers, first, made }, one);
        first += one.count;
        const thread = () => made.at(-1) ?? '';
        return [step, ...tellMessages(house, { employer: account, partner }, thread, one.messages ?? [])];
      });
  };
  const shown = demoImages.find((one) => one.establishment === index);
  const imagesDaysAgo = openedDaysAgo - 1;
  const change = demoEstablishmentChanges[index];
  return [
    opening,
    ...(isComplainedOf(index) ? [complaint] : []),
    // The files are cleared up a day later, which has to be before the present.
    ...(shown === undefined || imagesDaysAgo < 3
      ? []
      : [tellImages(house, account, counter, { ...shown, daysAgo: imagesDaysAgo })]),
    ...(change === undefined ? [] : tellEstablishmentChange(house, account, counter, change)),
    ...postings.flatMap((posting) => {
      const { content, appliedDaysAgo, end, asks, desk } = posting;
      return tellPosting(house, account, counter, {
        content: content(placeOf(values)),
        appliedDaysAgo,
        end,
        asks,
        refers: posting === referred ? refers : undefined,
        desk,
        draftSteps: 1 + (index % 5) * 2,
        proposer: end === 'refusal_proposed' && index % 2 === 0 ? counter.supervisor : counter.clerk,
      });
    }),
  ];
}

/** The posting's workplace is the establishment itself. */
const placeOf = (values: FormValues): FormValues => ({
  workplace_postal: values.postal ?? null,
  workplace_prefecture: values.prefecture ?? null,
  workplace_city: values.city ?? null,
  workplace_street: values.street ?? null,
  contact_phone: values.phone ?? null,
});

/** Tells all stories as one, in the order of time. */
async function tell(house: House, agenda: readonly Step[]): Promise<void> {
  const open = [...agenda];
  while (open.length > 0) {
    open.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    const next = open.shift();
    if (!next) return;
    house.time.moveTo(next.at);
    const following = await next.act();
    if (following) open.push(following);
  }
}

async function openOffice(
  house: House,
  office: Office,
  staff: readonly DemoStaff[],
  passwordHash: string,
): Promise<void> {
  await house.write(async (stores) => {
    await stores.offices.insert(office);
    for (const day of ownDays(house.time.today)) await stores.offices.saveDay(office.id, day);
    for (const member of staff) await hire(stores, office, member, passwordHash);
  });
}

const hire = (
  stores: Stores,
  office: Office,
  { id, name, role, loginName }: DemoStaff,
  passwordHash: string,
): Promise<void> =>
  stores.staff.insert({
    id,
    officeId: office.id,
    name,
    role,
    loginName,
    passwordHash,
    demo: true,
    active: true,
  });

/** The office's own calendar: a Friday closed for works, a Saturday for placement only, one for every procedure. */
function ownDays(today: CalendarDate): OfficeDay[] {
  const next = (day: number): CalendarDate => addDays(today, ((day - weekday(today) + 6) % 7) + 1);
  return [
    { date: addDays(next(5), 7), opening: 'closed', reason: '庁舎の設備点検（見本）' },
    { date: addDays(next(6), 14), opening: 'open', reason: '臨時開庁（見本）' },
    { date: addDays(next(6), 7), opening: 'placement', reason: '土曜開庁・職業紹介のみ（見本）' },
  ];
}

/** One establishment with one posting at the other office. */
async function seedNeighbour(house: House, passwordHash: string): Promise<void> {
  const [model] = establishments;
  if (!model) throw new Error('There is no establishment to copy.');
  await house.write((stores) => stores.offices.insert(neighbourOffice));
  const clerk = staffActor(neighbourStaff, neighbourOffice.id);
  const name = { name: '株式会社見本川工業', name_kana: 'カブシキガイシャミホンガワコウギョウ' };
  const values = {
    ...model,
    ...name,
    establishment_number: '9902-000001-1',
    corporate_number: null,
    sole_proprietor: true,
    phone: '0300009001',
  };
  const establishmentId = await register(house, clerk, values);
  const employer = await giveAccount(house, clerk, establishmentId, 'saiyo@mihongawa.example.co.jp', true);
  await tell(
    house,
    tellPosting(
      house,
      () => employer,
      { clerk, supervisor: clerk, calendar: officeCalendar({ extraClosed: [], extraOpen: [] }) },
      {
        content: completePosting(placeOf(values)),
        appliedDaysAgo: 0,
        end: 'awaiting_visit',
        draftSteps: 0,
        proposer: clerk,
      },
    ),
  );
  await house.write((stores) => hire(stores, neighbourOffice, neighbourStaff, passwordHash));
}
