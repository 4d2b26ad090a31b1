import { Banner } from '#app/components/ui/Banner.tsx';
import { VerdictPanel } from '#app/components/ui/VerdictPanel.tsx';
import { postingText } from '#app/text/mypage/posting.ts';
import type { VisitView } from './visit.ts';

const VISIT = 'visit';

/** One line above the form: whether a visit will be needed and by when, leading to the reasons. */
export function VisitLine({ visit }: { visit: VisitView }) {
  if (visit.kind === 'made') return null;
  const { dueDate } = visit.verdict;
  const { required, notRequired, why } = postingText.visitJump;
  if (dueDate === undefined) return <p>{notRequired}</p>;
  return (
    <p>
      {required(dueDate)} <a href={`#${VISIT}`}>{why}</a>
    </p>
  );
}

/** 来庁の要否 with every reason, as the counter will see it. */
export function VisitNotice({ visit, title = postingText.visitTitle }: { visit: VisitView; title?: string }) {
  return (
    <div id={VISIT}>
      {visit.kind === 'made' ? (
        <Banner kind="info" title={postingText.visitMade(visit.on)} />
      ) : (
        <VerdictPanel verdict={visit.verdict} title={title} />
      )}
    </div>
  );
}
