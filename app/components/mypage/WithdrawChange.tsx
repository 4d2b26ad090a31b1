import { changesText } from '#app/text/mypage/changes.ts';
import { paths } from '#app/web/paths.ts';
import { FormFrame } from '../ui/FormFrame.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { type ChangeViewProps, Summary } from './ChangeView.tsx';
import { targetTrail } from './trails.ts';

export type WithdrawChangeProps = Pick<ChangeViewProps, 'request' | 'posting'> & { idempotencyKey: string };

/** The page before a request is withdrawn. */
export function WithdrawChange({ request, posting, idempotencyKey }: WithdrawChangeProps) {
  const text = changesText.withdraw;
  return (
    <>
      <PageTitle title={text.title} trail={targetTrail(posting)} />
      <p>{posting === null ? text.establishmentLead : text.lead}</p>
      <Summary request={request} posting={posting} />
      <FormFrame
        idempotencyKey={idempotencyKey}
        version={request.version}
        submits={[{ label: text.submit, intent: 'withdraw', kind: 'danger' }]}
        cancel={{ to: paths.mypage.change(request.id), label: text.keep }}
      />
    </>
  );
}
