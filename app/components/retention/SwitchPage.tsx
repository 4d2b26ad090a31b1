import { retentionSwitchForm } from '#app/forms/retention.ts';
import { retentionText as text } from '#app/text/staff/retention.ts';
import { paths } from '#app/web/paths.ts';
import { FormPage } from '../review/FormPage.tsx';
import type { FormAnswer } from '../review/formAnswer.ts';
import { retentionTrail } from './RetentionTabs.tsx';

export type SwitchPageProps = {
  /** Whether the office erases by itself now. */
  automatic: boolean;
  /** How many MyPages are due. */
  due: number;
  /** 0 where the office has never switched. */
  version: number;
  idempotencyKey: string;
  answer: FormAnswer | undefined;
};

/** 自動の消去 is begun or ended. */
export function SwitchPage({ automatic, due, version, idempotencyKey, answer }: SwitchPageProps) {
  const { switch: words } = text;
  const title = automatic ? words.stop : words.start;
  return (
    <FormPage
      title={title}
      trail={retentionTrail}
      about={<p>{words.dueNow(due)}</p>}
      form={retentionSwitchForm}
      answer={answer}
      idempotencyKey={idempotencyKey}
      version={version}
      submits={[
        automatic
          ? { label: title, intent: 'stop' }
          : { label: title, intent: 'start', kind: 'danger' as const },
      ]}
      cancel={{ to: paths.staff.retention(), label: text.back }}
      happens={automatic ? words.stopHappens : words.startHappens}
    />
  );
}
