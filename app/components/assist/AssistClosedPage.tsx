import { assistText } from '#app/text/staff/assist.ts';
import { paths } from '#app/web/paths.ts';
import { ButtonLink, ButtonRow } from '../ui/Buttons.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { AssistFrame, type AssistFrameProps } from './AssistFrame.tsx';

/** In place of a page on which the employer acts: 代行表示 is for reading. */
export function AssistClosedPage({ frame }: { frame: Omit<AssistFrameProps, 'children'> }) {
  return (
    <AssistFrame {...frame}>
      <PageTitle title={assistText.closedTitle} />
      <p>{assistText.closed}</p>
      <ButtonRow>
        <ButtonLink to={paths.mypage.home()}>{assistText.toHome}</ButtonLink>
      </ButtonRow>
    </AssistFrame>
  );
}
