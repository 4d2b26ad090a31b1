import type { ChangeRequest } from '#app/domain/changeRequest.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { Banner } from '../ui/Banner.tsx';

/** What the counter wrote when it returned the request that is being corrected; nothing before that. */
export function ReturnedAnswer({ request }: { request: Pick<ChangeRequest, 'state' | 'answer'> | null }) {
  if (request?.state !== 'returned' || request.answer === null) return null;
  return (
    <Banner kind="warning" title={changesText.record.answers.returned}>
      <p>{request.answer}</p>
    </Banner>
  );
}
