import { PageTitle } from '#app/components/ui/PageTitle.tsx';
import { PublicFrame } from '#app/components/ui/PublicFrame.tsx';
import type { LegalText } from '#app/text/legal.ts';
import { LegalSections } from './LegalSections.tsx';

/** 利用規約, プライバシーポリシー, ウェブアクセシビリティ as a page of their own. */
export function LegalPage({ text }: { text: LegalText }) {
  return (
    <PublicFrame site="mypage">
      <PageTitle title={text.title} />
      <LegalSections text={text} level={2} />
    </PublicFrame>
  );
}
