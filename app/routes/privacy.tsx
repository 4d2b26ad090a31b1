import { LegalPage } from '#app/components/mypage/LegalPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { privacyPolicy } from '#app/text/legal.ts';

export const meta = pageMeta(privacyPolicy.title);

export default function PrivacyPolicyPage() {
  return <LegalPage text={privacyPolicy} />;
}
