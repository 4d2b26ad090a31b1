import type { Verdict } from '#app/domain/verdict.ts';
import { changeKindWords } from '#app/text/changes.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { keyTable } from '#app/text/staff/keys.ts';
import { reviewText } from '#app/text/staff/review.ts';
import { changeMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link, useNavigate } from '#app/web/remix.ts';
import { ContentChecks } from '../posting/ContentChecks.tsx';
import { inTab, useTab } from '../queue/itemPath.ts';
import { RecordTimeline, type TimelineEntry } from '../review/RecordTimeline.tsx';
import { SheetLinks } from '../sheet/SheetLinks.tsx';
import { ButtonLink } from '../ui/Buttons.tsx';
import { DecisionBar } from '../ui/DecisionBar.tsx';
import { commandsOf } from '../ui/keys/commandsOf.ts';
import { useCommands } from '../ui/keys/useCommands.ts';
import { PageTitle } from '../ui/PageTitle.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { ChangeRecord, type ChangeRecordProps } from './ChangeRecord.tsx';
import styles from './Differences.module.css';
import { Differences } from './Differences.tsx';
import type { StepDifferences } from './differences.ts';
import { type EstablishmentChange, EstablishmentNotes } from './EstablishmentNotes.tsx';
import { changeTrail } from './trails.ts';

export type ChangePageProps = ChangeRecordProps & {
  timeline: readonly TimelineEntry[];
  mayDecide: boolean;
  /** Where the next item that waits is decided, or null. */
  next: string | null;
  /** 事業所情報の変更 with what to think of first. */
  change: EstablishmentChange | null;
  /** Of a change of content or of the establishment: what changes, and the checks of a content as it is to be. */
  content: {
    steps: readonly StepDifferences[];
    /** Fields that stay as they are are shown, too. */
    all: boolean;
    checks: { verdict: Verdict; rules: number; now: boolean } | null;
  } | null;
};

const text = changesText.record;

/** 変更の申込みの1件: what it would change, its history, and the decisions below. */
export function ChangePage({ timeline, mayDecide, next, change, content, ...shown }: ChangePageProps) {
  const { request } = shown;
  return (
    <>
      <PageTitle title={changeKindWords[request.kind]} trail={changeTrail}>
        {shown.establishment.name} <StatusBadge mark={changeMarks[request.state]} />
      </PageTitle>
      {shown.request.postingId === null ? null : (
        <SheetLinks sheets={[{ kind: 'change', to: paths.print.sheet('change', request.id) }]} />
      )}
      <ChangeRecord {...shown} />
      {change === null ? null : <EstablishmentNotes {...change} />}
      {content === null ? null : <Content id={request.id} {...content} />}
      <section className={styles.section}>
        <h2>{text.timeline}</h2>
        <RecordTimeline entries={timeline} empty={text.noTimeline} />
      </section>
      <Decisions request={request} mayDecide={mayDecide} next={next} />
    </>
  );
}

/** 変更前 and 変更後 with the toggle 「変更のみ」, and the checks. */
function Content({ id, steps, all, checks }: { id: string } & NonNullable<ChangePageProps['content']>) {
  return (
    <>
      <section className={styles.section}>
        <h2>{text.differences}</h2>
        <p>
          <Link to={all ? paths.staff.change(id) : paths.staff.changeAll(id)}>
            {all ? text.onlyChanged : text.all}
          </Link>
        </p>
        <Differences steps={steps} />
      </section>
      {checks === null ? null : (
        <ContentChecks
          verdict={checks.verdict}
          rules={checks.rules}
          note={checks.now ? text.checksNow : text.checksStored}
        />
      )}
    </>
  );
}

type DecisionsProps = Pick<ChangePageProps, 'request' | 'mayDecide' | 'next'>;

function Decisions({ request: { id, state }, mayDecide, next }: DecisionsProps) {
  const navigate = useNavigate();
  const tab = useTab();
  useCommands(commandsOf('review', { next: next === null ? undefined : () => void navigate(next) }));
  const { acts } = changesText;
  const decides = state === 'submitted' && mayDecide;
  const note = state === 'returned' ? text.waits : state === 'submitted' ? text.auditor : text.ended;
  return (
    <DecisionBar label={text.bar} note={decides ? null : <p>{note}</p>}>
      {decides ? (
        <>
          <ButtonLink to={inTab(paths.staff.changeAccept(id), tab)} kind="primary">
            {acts.accept}
          </ButtonLink>
          <ButtonLink to={inTab(paths.staff.changeReturn(id), tab)}>{acts.return}</ButtonLink>
          <ButtonLink to={inTab(paths.staff.changeReject(id), tab)} kind="danger">
            {acts.reject}
          </ButtonLink>
        </>
      ) : null}
      {next === null ? null : (
        <ButtonLink to={next} kind="quiet" shortcut={keyTable.review.keys.next[0]}>
          {reviewText.next}
        </ButtonLink>
      )}
    </DecisionBar>
  );
}
