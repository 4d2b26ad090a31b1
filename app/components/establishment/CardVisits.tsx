import { longDate } from '#app/text/format.ts';
import { cardText } from '#app/text/staff/establishment.ts';
import { PlainTable } from '../ui/PlainTable.tsx';
import type { Card } from './card.ts';

/** 来庁 of an establishment. */
export function CardVisits({ visits }: Pick<Card, 'visits'>) {
  return (
    <PlainTable
      caption={cardText.visits}
      captionHidden
      rows={visits}
      rowKey={(visit) => visit.id}
      empty={<p>{cardText.visitsEmpty}</p>}
      columns={[
        {
          key: 'on',
          label: cardText.visitColumns.on,
          heading: true,
          cell: ({ visitedOn, late }) => `${longDate(visitedOn)}${late ? ` ${cardText.late}` : ''}`,
        },
        { key: 'by', label: cardText.visitColumns.by, cell: ({ by }) => by },
        {
          key: 'postings',
          label: cardText.visitColumns.postings,
          cell: (visit) => cardText.count(visit.postings),
        },
      ]}
    />
  );
}
