import { LegalPage } from '#app/components/mypage/LegalPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { termsOfUse } from '#app/text/legal.ts';

export const meta = pageMeta(termsOfUse.title);

export default function TermsOfUsePage() {
  return <LegalPage text={termsOfUse} />;
}
