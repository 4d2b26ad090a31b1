import type { ReactNode } from 'react';
import { ButtonLink, ButtonRow } from '#app/components/ui/Buttons.tsx';
import { ErrorSummary } from '#app/components/ui/ErrorSummary.tsx';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';
import { ClosedNotice } from './ClosedNotice.tsx';
import { reasonMessages } from './messages.ts';
import { refusalSentence, type ShownRefusal } from './refusal.ts';

export type ClosedFeatureProps = {
  /** Of the page in whose place this stands. */
  title: string;
  closed: ShownRefusal;
  /** The act was tried, and this is the answer. */
  tried?: boolean;
  /** The posting it is about, to be read on. */
  postingId?: string;
  /** What to do instead. */
  children?: ReactNode;
};

/** In place of a form whose feature is closed: which one, since when, why, whom to call, and the ways on. Nothing is lost by it. */
export function ClosedFeature({ title, closed, tried = false, postingId, children }: ClosedFeatureProps) {
  return (
    <>
      <PageTitle title={title} hasErrors={tried} />
      {tried ? (
        <ErrorSummary
          messages={reasonMessages([], closed.verdict?.reasons ?? [])}
          refusal={refusalSentence({ refusal: closed })}
        />
      ) : (
        <ClosedNotice closed={closed} />
      )}
      {children}
      <ButtonRow>
        <ButtonLink to={paths.mypage.home()}>{postingText.receipt.toHome}</ButtonLink>
        {postingId === undefined ? null : (
          <ButtonLink to={paths.mypage.posting(postingId)}>{postingText.step.view}</ButtonLink>
        )}
      </ButtonRow>
    </>
  );
}
