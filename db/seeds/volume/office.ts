import type { CalendarDate } from '#app/domain/calendar.ts';
import { formatSeekerNumber } from '#app/domain/ids.ts';
import { columnsOf, searchKeysOf } from '#app/procedures/establishment/support.ts';
import { contentOf, seekerKeysOf } from '#app/procedures/seeker/support.ts';
import { demoOffice, demoStaff, neighbourOffice, neighbourStaff } from '#fixtures/demo.ts';
import { manyEstablishments, manySeekers, type Place, seatOf, volumeWords } from '#fixtures/volume.ts';
import type { RuleCatalogue } from '#rules/catalogue.ts';
import type { Office } from '../../stores/offices.ts';
import type { StaffMember } from '../../stores/staff.ts';
import type { Chance } from './chance.ts';
import type { Days } from './days.ts';
import type { Fill } from './fill.ts';
import type { Figures } from './scale.ts';

/** What a part of the filling works with. */
export type Tools = {
  fill: Fill;
  chance: Chance;
  days: Days;
  figures: Figures;
  rules: RuleCatalogue;
  auditKey: Uint8Array;
  /** Tells that a row of a great table is there, and lets full batches be written. */
  made(): Promise<void>;
};

/** An establishment as far as its postings and referrals need it. */
export type Employer = { id: string; accountId: string | null; registeredOn: CalendarDate };

export type Seeker = { id: string; hasMypage: boolean };

/** An office with its people, and what happened there in the order of time once all of it is known. */
export type OpenedOffice = {
  office: Office;
  place: Place;
  staff: readonly StaffMember[];
  employers: readonly Employer[];
  seekers: readonly Seeker[];
};

/** The two offices of the demo come first, so that its sign-in buttons open them. @param prefecture 1 to 47 */
export function officeOf(index: number, prefecture: number, chance: Chance, since: string): Office {
  const known = [demoOffice, neighbourOffice][index];
  if (known !== undefined) return known;
  const place = seatOf(prefecture);
  return {
    id: chance.id(since),
    code: String(90_000 + index),
    name: volumeWords.office(index + 1),
    phone: `0300${String(900_000 + index)}`,
    postal: place.postal,
    address: volumeWords.officeAddress(place),
    prefecture: place.prefecture,
  };
}

/** Clerks, one supervisor among six and an auditor; those of the demo first. */
export async function hire(
  { fill, chance }: Pick<Tools, 'fill' | 'chance'>,
  office: Office,
  {
    index,
    count,
    passwordHash,
    since,
  }: { index: number; count: number; passwordHash: string; since: string },
): Promise<readonly StaffMember[]> {
  const known = [demoStaff, [neighbourStaff]][index] ?? [];
  const staff: StaffMember[] = [];
  for (let place = 0; place < Math.max(count, known.length); place += 1) {
    const demo = known[place];
    const member: StaffMember = {
      id: demo?.id ?? chance.id(since),
      officeId: office.id,
      name: demo?.name ?? volumeWords.staff(place + 1),
      role: demo?.role ?? (place === 4 ? 'auditor' : place % 6 === 2 ? 'supervisor' : 'clerk'),
      loginName: demo?.loginName ?? `staff-${office.code}-${place + 1}`,
      passwordHash,
      demo: demo !== undefined,
      active: true,
      temporaryPassword: false,
    };
    await fill.stores.staff.insert(member);
    staff.push(member);
  }
  return staff;
}

/** Six in ten have a MyPage, nearly all of them opened it at the counter. */
export async function registerEmployers(
  { fill, chance, days, figures, made }: Tools,
  {
    office,
    place,
    index,
    passwordHash,
  }: { office: Office; place: Place; index: number; passwordHash: string },
): Promise<readonly Employer[]> {
  const employers: Employer[] = [];
  for (let own = 0; own < figures.establishments; own += 1) {
    const registeredOn = days.open(760 + chance.below(1800));
    const createdAt = days.moment(registeredOn);
    const values = manyEstablishments(place, index, index * figures.establishments + own, own);
    const id = chance.id(createdAt);
    await fill.stores.establishments.insert(
      {
        id,
        officeId: office.id,
        state: 'registered',
        ...columnsOf(values),
        registeredOn,
        version: 1,
        createdAt,
      },
      searchKeysOf(values),
    );
    const accountId = chance.happens(0.6) ? chance.id(createdAt) : null;
    if (accountId !== null)
      await fill.stores.accounts.insert({
        id: accountId,
        establishmentId: id,
        email: `saiyo-${index + 1}-${own + 1}@mihon.example.jp`,
        state: 'active',
        openedBy: chance.happens(0.9) ? 'counter' : 'online',
        passwordHash,
        consentedAt: createdAt,
        openedOn: registeredOn,
        suspendedOn: null,
        withdrawnOn: null,
        closedOn: null,
        version: 1,
        createdAt,
      });
    employers.push({ id, accountId, registeredOn });
    await made();
  }
  return employers;
}

/** Steps through all nine-digit numbers: no two seekers of the nation have the same お問い合わせ番号. */
const inquiryNumber = (serial: number): string =>
  String(100_000_000 + ((serial * 486_187_739) % 900_000_000));

export async function registerSeekers(
  { fill, chance, days, figures, made }: Tools,
  { office, place, index }: { office: Office; place: Place; index: number },
): Promise<readonly Seeker[]> {
  const seekers: Seeker[] = [];
  for (let own = 0; own < figures.seekers; own += 1) {
    const createdAt = days.moment(days.open(100 + chance.below(400)));
    const content = contentOf(manySeekers(place, own));
    const id = chance.id(createdAt);
    await fill.stores.jobSeekers.insert(
      {
        id,
        officeId: office.id,
        number: formatSeekerNumber(office.code, await fill.stores.jobSeekers.nextSerial(office.id)),
        inquiryNumber: inquiryNumber(index * figures.seekers + own + 1),
        ...content,
        version: 1,
        createdAt,
        updatedAt: days.moment(days.open(1 + chance.below(90))),
      },
      seekerKeysOf(content),
    );
    seekers.push({ id, hasMypage: content.hasMypage });
    await made();
  }
  return seekers;
}
