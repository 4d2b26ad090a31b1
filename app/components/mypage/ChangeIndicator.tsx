import { postingSteps } from '#app/forms/posting.ts';
import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { StepIndicator } from '../ui/StepIndicator.tsx';

/** The eight screens and the review of a change: each can be opened, none has to be. `current` 9 is the review. */
export function ChangeIndicator({ requestId, current }: { requestId: string; current: number }) {
  const steps = postingSteps.map(({ title }, index) => ({
    label: title,
    to: paths.mypage.changeStep(requestId, index + 1),
  }));
  const { indicator, confirm } = changesText.content;
  const review = { label: confirm.title, to: paths.mypage.changeConfirm(requestId) };
  return <StepIndicator label={indicator} steps={[...steps, review]} current={current} />;
}
