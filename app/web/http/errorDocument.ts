import { siteName } from '#app/text/common.ts';
import { errorPages, errorPageText, unexpectedError } from '#app/text/errorPages.ts';

/** The page for what ends before Remix: plain HTML with the same words as the error pages of the app. */
export function errorDocument(status: number, requestId: string): string {
  const page = errorPages[status] ?? (status < 500 ? errorPages[405] : undefined) ?? unexpectedError;
  return `<!doctype html>
<html lang="ja">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title}｜${siteName.mypage}</title>
<h1>${page.title}</h1>
<p>${page.what}</p>
<p>${page.todo}</p>
<p><a href="/">${errorPageText.home}</a></p>
<p>${errorPageText.number(requestId)}</p>
</html>
`;
}
