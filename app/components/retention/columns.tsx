import type { CalendarDate } from '#app/domain/calendar.ts';
import { eraDate } from '#app/text/format.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import type { Column } from '../ui/PlainTable.tsx';
import styles from './Retention.module.css';

export type EstablishmentName = { id: string; name: string; number: string | null };

type Dated = { baseDate: CalendarDate; dueOn: CalendarDate };
type Holdable = { establishment: EstablishmentName; hold: { until: CalendarDate } | null };

const day = (date: CalendarDate) => (
  <time dateTime={date} className={styles.whole}>
    {eraDate(date)}
  </time>
);

/** Whose MyPage it is. */
export const establishmentColumn = <Row extends { establishment: EstablishmentName }>(): Column<Row> => ({
  key: 'establishment',
  label: text.columns.establishment,
  heading: true,
  cell: ({ establishment: { id, name, number } }) => (
    <div>
      <Link to={paths.staff.establishment(id)}>{name}</Link>
      {number === null ? null : <div className={`${styles.whole} numeric`}>{number}</div>}
    </div>
  ),
});

/** From which day it is counted, and when it is erased. */
export const dayColumns = <Row extends Dated>(): readonly Column<Row>[] => [
  { key: 'base', label: text.columns.baseDate, cell: ({ baseDate }) => day(baseDate) },
  { key: 'due', label: text.columns.dueOn, cell: ({ dueOn }) => <b>{day(dueOn)}</b> },
];

/** Until when it is held, and where that is changed by whoever may. */
export const holdColumns = <Row extends Holdable>(may: { hold: boolean }): readonly Column<Row>[] => [
  {
    key: 'hold',
    label: text.columns.hold,
    cell: ({ hold }) =>
      hold === null ? text.notHeld : <span className={styles.whole}>{text.held(hold.until)}</span>,
  },
  ...(may.hold
    ? [
        {
          key: 'act',
          label: text.columns.act,
          cell: ({ establishment: { id }, hold }: Row) => (
            <Link to={paths.staff.retentionHold(id)}>{hold === null ? text.place : text.change}</Link>
          ),
        },
      ]
    : []),
];
