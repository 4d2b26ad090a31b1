import { StepIndicator } from '#app/components/ui/StepIndicator.tsx';
import type { Posting } from '#app/domain/posting.ts';
import { postingSteps } from '#app/forms/posting.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { paths } from '#app/web/paths.ts';

/** The eight screens and the review: those saved before can be opened again. `current` 9 is the review. */
export function PostingIndicator({
  posting,
  current,
}: {
  posting: Pick<Posting, 'id' | 'stepsDone'>;
  current: number;
}) {
  const { id, stepsDone } = posting;
  const steps = postingSteps.map(({ title }, index) => {
    const number = index + 1;
    const open = number <= stepsDone + 1;
    return {
      label: title,
      done: number <= stepsDone,
      ...(open && { to: paths.mypage.postingStep(id, number) }),
    };
  });
  const review = {
    label: postingText.confirm.title,
    ...(stepsDone >= postingSteps.length && { to: paths.mypage.postingConfirm(id) }),
  };
  return <StepIndicator label={postingText.indicator} steps={[...steps, review]} current={current} />;
}
