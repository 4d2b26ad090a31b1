import { LegalPage } from '#app/components/mypage/LegalPage.tsx';
import { pageMeta } from '#app/components/ui/pageMeta.ts';
import { accessibilityStatement } from '#app/text/legal.ts';

export const meta = pageMeta(accessibilityStatement.title);

export default function AccessibilityStatementPage() {
  return <LegalPage text={accessibilityStatement} />;
}
