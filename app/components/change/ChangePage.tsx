import { changeKindWords } from '#app/text/changes.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { ChangeRecord, type ChangeRecordProps } from './ChangeRecord.tsx';
import { changeTrail } from './trails.ts';

export type ChangePageProps = ChangeRecordProps & {
  timeline: readonly TimelineEntry[];
  mayDecide: boolean;
};

const text = changesText.record;

/** 変更の申込みの1件: what it would change, its history, and the decisions below. */
export function ChangePage({ timeline, mayDecide, ...shown }: ChangePageProps) {
  const { request } = shown;
  return (
    <>
      <PageTitle title={changeKindWords[request.kind]} trail={changeTrail} over={text.over}>
        {shown.establishment.name} <StatusBadge mark={changeMarks[request.state]} />
      </PageTitle>
      <ChangeRecord {...shown} />
      <section>
        <h2>{text.timeline}</h2>
        <RecordTimeline entries={timeline} empty={text.noTimeline} />
      </section>
      <Decisions request={request} mayDecide={mayDecide} />
    </>
  );
}

function Decisions({ request: { id, state }, mayDecide }: Pick<ChangePageProps, 'request' | 'mayDecide'>) {
  if (state !== 'submitted') return <p>{state === 'returned' ? text.waits : text.ended}</p>;
  if (!mayDecide) return <p>{text.auditor}</p>;
  const { acts } = changesText;
  return (
    <DecisionBar label={text.bar}>
      <ButtonLink to={paths.staff.changeAccept(id)} kind="primary">
        {acts.accept}
      </ButtonLink>
      <ButtonLink to={paths.staff.changeReturn(id)}>{acts.return}</ButtonLink>
      <ButtonLink to={paths.staff.changeReject(id)} kind="danger">
        {acts.reject}
      </ButtonLink>
    </DecisionBar>
  );
}
