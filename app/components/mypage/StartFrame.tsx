import type { ReactNode } from 'react';
import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { PublicFrame } from '#app/components/ui/PublicFrame.tsx';
import { StepIndicator } from '#app/components/ui/StepIndicator.tsx';
import { startText } from '#app/text/mypage/start.ts';

/** A page of パスワード登録, the first to the third of four (leaflet ③, ⑤, ⑥). */
export function StartFrame({
  title,
  purpose,
  step,
  hasErrors,
  children,
}: {
  title: string;
  /** Opened at the counter before, or opening online, where the counter has the last word. */
  purpose: keyof typeof startText.steps;
  step: 1 | 2 | 3;
  hasErrors: boolean;
  children: ReactNode;
}) {
  const steps = startText.steps[purpose].map((label, index) => ({ label, done: index + 1 < step }));
  return (
    <PublicFrame site="mypage">
      <StepIndicator label={startText.indicator} steps={steps} current={step} />
      <PageTitle title={title} hasErrors={hasErrors} />
      {children}
    </PublicFrame>
  );
}
