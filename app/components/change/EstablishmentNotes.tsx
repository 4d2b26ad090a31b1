import type { jurisdictionAfter } from '#app/domain/establishment.ts';
import { changesText } from '#app/text/staff/changes.ts';
import { Banner } from '../ui/Banner.tsx';
import type { StepDifferences } from './differences.ts';

/** 事業所情報の変更 as a clerk reads it: what accepting registers, and what to think of first. */
export type EstablishmentChange = {
  /** Of the registered data that the differences are taken from. */
  establishmentVersion: number;
  steps: readonly StepDifferences[];
  /** Labels of what the counter has corrected since it was asked, and of what the request would overwrite. */
  corrected: readonly string[];
  overwritten: readonly string[];
  jurisdiction: ReturnType<typeof jurisdictionAfter>;
  /** The office that keeps the record. */
  office: string;
};

const text = changesText.establishment;

/** What a clerk is warned of before a change of the establishment is accepted. */
export function EstablishmentNotes({ corrected, overwritten, jurisdiction, office }: EstablishmentChange) {
  return (
    <>
      {corrected.length === 0 ? null : (
        <Banner kind="warning" title={text.corrected(corrected)}>
          <p>{overwritten.length === 0 ? text.correctedStays : text.overwrites(overwritten)}</p>
        </Banner>
      )}
      {jurisdiction === null ? null : (
        <Banner kind="warning" title={text.jurisdiction[jurisdiction](office)}>
          <p>{text.jurisdictionAdvice}</p>
        </Banner>
      )}
    </>
  );
}
