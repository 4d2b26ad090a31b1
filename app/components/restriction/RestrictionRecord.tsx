import type { CalendarDate } from '#app/domain/calendar.ts';
import type { ReferralAges } from '#app/domain/referral.ts';
import type { Restriction } from '#app/domain/restriction.ts';
import type { Feature, Verdict } from '#app/domain/verdict.ts';
import { featureNames } from '#app/text/features.ts';
import { longDate, phone as phoneText } from '#app/text/format.ts';
import { restrictionsText } from '#app/text/staff/restrictions.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';

/** The nights in which the establishment would be restricted again; null for never. */
export type Forecast = { promisedOn: CalendarDate | null; day: CalendarDate | null };

export type RestrictionRecordProps = {
  restriction: Restriction;
  establishment: { id: string; name: string; phone: string; contact: string };
  verdict: Verdict | null;
  /** Overdue results now. */
  overdueNow: number;
  ages: ReferralAges;
  features: { closed: readonly Feature[]; open: readonly Feature[] };
  /** null where a later restriction is in force. */
  forecast: Forecast | null;
};

const text = restrictionsText;

/** What is restricted, why, how many results are missing now, and what will come of it. */
export function RestrictionRecord(props: RestrictionRecordProps) {
  const { restriction, establishment, verdict, overdueNow, ages, features, forecast } = props;
  const { maxUnregistered: most } = ages;
  const open = restriction.released === null;
  return (
    <>
      {!open ? null : overdueNow > most ? (
        <Banner kind="warning" title={text.stillAbove(overdueNow, most)}>
          <p>{text.stillAboveHelp}</p>
        </Banner>
      ) : (
        <Banner kind="info" title={text.nowBelow} />
      )}
      <DefinitionTable
        caption={text.summary}
        rows={[
          {
            label: text.fields.establishment,
            value: <Link to={paths.staff.establishment(establishment.id)}>{establishment.name}</Link>,
          },
          { label: text.fields.phone, value: phoneText(establishment.phone) },
          { label: text.fields.contact, value: establishment.contact },
          { label: text.fields.begun, value: longDate(restriction.begunOn) },
          {
            label: text.fields.reason,
            value: verdict?.reasons.map(({ message }) => message).join('') ?? text.noVerdict,
          },
          { label: text.fields.overdue, value: text.overdueOf(overdueNow, most) },
          ...(open
            ? [
                { label: text.fields.closed, value: names(features.closed) },
                { label: text.fields.open, value: names(features.open), note: text.closedHelp },
              ]
            : []),
        ]}
      />
      {forecast === null ? null : (
        <section>
          <h2>{text.forecastTitle}</h2>
          <p>{forecastText(forecast, open)}</p>
        </section>
      )}
    </>
  );
}

const names = (features: readonly Feature[]): string =>
  features.map((feature) => featureNames[feature]).join('、');

function forecastText({ promisedOn, day }: Forecast, open: boolean): string {
  if (day === null) return text.forecastNone;
  if (open) return text.forecastIfReleased(day);
  return promisedOn === null ? text.forecast(day) : text.forecastPromised(promisedOn, day);
}
