import { type ErrorPage, errorPages, errorPageText, unexpectedError } from '#app/text/errorPages.ts';
import { shortInstant } from '#app/text/format.ts';
import { paths } from '#app/web/paths.ts';
import { isRouteErrorResponse, Link, useLocation } from '#app/web/remix.ts';
import type { ErrorPageData } from '#app/web/responses.ts';
import { ButtonLink, ButtonRow } from './Buttons.tsx';
import { DefinitionTable } from './DefinitionTable.tsx';
import { PageTitle } from './PageTitle.tsx';
import { PublicFrame } from './PublicFrame.tsx';
import { siteOf } from './pageMeta.ts';

/** The words for whatever ended a request. */
export const errorPageOf = (error: unknown): ErrorPage =>
  (isRouteErrorResponse(error) ? errorPages[error.status] : undefined) ?? unexpectedError;

/** The page for whatever ended a request: known answers by their status, everything else a bug with its number. */
export function ErrorScreen({ error }: { error: unknown }) {
  const site = siteOf(useLocation().pathname);
  const page = errorPageOf(error);
  const details = isRouteErrorResponse(error) ? detailsOf(error.data) : null;
  return (
    <PublicFrame site={site}>
      <PageTitle title={page.title} />
      <Sentences page={page} details={details} site={site} />
      {details?.draft === undefined ? null : (
        <p>
          {errorPageText.draftKept} <Link to={details.draft}>{errorPageText.readDraft}</Link>
        </p>
      )}
      <ButtonRow>
        {details?.code === 'conflict' ? (
          <ButtonLink to={details.back} kind="primary">
            {errorPageText.latest}
          </ButtonLink>
        ) : null}
        {details?.code === 'signed-out' ? (
          <ButtonLink to={details.login} kind="primary">
            {errorPageText.login}
          </ButtonLink>
        ) : (
          <ButtonLink to={site === 'staff' ? paths.staff.today() : paths.mypage.home()}>
            {errorPageText.home}
          </ButtonLink>
        )}
      </ButtonRow>
      {details?.kept === undefined ? null : <Kept texts={details.kept} />}
    </PublicFrame>
  );
}

/** What was written into a form that was not saved, to copy from. */
function Kept({ texts }: { texts: NonNullable<ErrorPageData['kept']> }) {
  return (
    <>
      <p>{errorPageText.keptHelp}</p>
      <DefinitionTable
        caption={errorPageText.kept}
        rows={texts.map(({ label, text }, index) => ({ id: `kept-${index}`, label, value: text }))}
      />
    </>
  );
}

/** The body of an error answer of ours; Remix's own answers (no such route) have a text instead. */
const detailsOf = (body: unknown): ErrorPageData | null =>
  typeof body === 'object' && body !== null && 'code' in body ? (body as ErrorPageData) : null;

type SentencesProps = { page: ErrorPage; details: ErrorPageData | null; site: 'staff' | 'mypage' };

function Sentences({ page, details, site }: SentencesProps) {
  const decided =
    details?.code === 'conflict'
      ? errorPageText.decidedBy(shortInstant(details.at), details.by, details.act, site)
      : null;
  return (
    <>
      {decided === null ? null : <p>{decided}</p>}
      <p>{details?.code === 'reused-key' ? errorPageText.reusedKey : page.what}</p>
      <p>{page.todo}</p>
      {details?.code === 'too-many' ? <p>{errorPageText.tooMany(details.minutes)}</p> : null}
      {details?.code === 'unexpected' ? (
        <p>
          <b>{errorPageText.number(details.number)}</b>
        </p>
      ) : null}
    </>
  );
}
