import type { Instant } from '#app/domain/clock.ts';
import { isUnderWay } from '#app/domain/sweep.ts';
import { longDate, longInstant, timeOfInstant } from '#app/text/format.ts';
import { scheduleText as text } from '#app/text/staff/schedule.ts';
import { actionWord } from '#app/text/staff/timeline.ts';
import { sweepRunMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { type Named, Subject } from '../audit/Subject.tsx';
import { DefinitionTable } from '../ui/DefinitionTable.tsx';
import { KeepAsking } from '../ui/KeepAsking.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { RunCounts } from './RunState.tsx';
import { type ShownRun, secondsOf, sweepTitle } from './schedule.ts';

export type RunPageProps = {
  run: ShownRun;
  acts: readonly {
    seq: number;
    at: Instant;
    action: string;
    subject: { type: string; id: string };
    named: Named | null;
  }[];
};

/** One run: when, by whom, what it came to, and what it did to the records of this office. */
export function RunPage({ run, acts }: RunPageProps) {
  const { slot, askedByName, stoppedByName, startedAt, finishedAt, state } = run;
  const seconds = secondsOf(run);
  const { facts, actsColumns } = text;
  const instant = (at: Instant | null) => (at === null ? '－' : <time dateTime={at}>{longInstant(at)}</time>);
  return (
    <>
      <PageTitle
        title={sweepTitle(run.sweep)}
        over={text.runTitle}
        trail={[{ to: paths.staff.schedule(), label: text.title }]}
      />
      {isUnderWay(run) ? <KeepAsking /> : null}
      <p>{text.purposes[run.sweep]}</p>
      <DefinitionTable
        caption={text.runTitle}
        rows={[
          {
            label: facts.state,
            value: (
              <>
                <StatusBadge mark={sweepRunMarks[state]} />{' '}
                {state === 'stopped' && stoppedByName !== null ? text.stoppedBy(stoppedByName) : null}
              </>
            ),
          },
          { label: facts.counts, value: <RunCounts run={run} /> },
          { label: facts.slot, value: longDate(slot) },
          { label: facts.who, value: text.byHand(askedByName) },
          { label: facts.startedAt, value: instant(startedAt) },
          { label: facts.finishedAt, value: instant(finishedAt) },
          { label: facts.took, value: seconds === null ? '－' : text.took(seconds) },
        ]}
      />
      <h2>{text.actsTitle}</h2>
      <p>{text.actsLead}</p>
      <PlainTable
        caption={text.actsCaption}
        captionHidden
        rows={acts}
        rowKey={({ seq }) => String(seq)}
        empty={<p>{text.actsEmpty}</p>}
        columns={[
          {
            key: 'at',
            label: actsColumns.at,
            cell: ({ at }) => <time dateTime={at}>{timeOfInstant(at)}</time>,
          },
          {
            key: 'what',
            label: actsColumns.what,
            heading: true,
            cell: ({ action }) => actionWord(action),
          },
          {
            key: 'subject',
            label: actsColumns.subject,
            cell: ({ subject, named }) => <Subject type={subject.type} named={named} />,
          },
        ]}
      />
      <p>
        <Link to={paths.staff.schedule()}>{text.back}</Link>
      </p>
    </>
  );
}
