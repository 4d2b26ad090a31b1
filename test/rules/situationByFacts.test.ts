import { describe, expect, test } from 'vitest';
import { SituationError } from '#rules/situation.ts';
import { situationKind } from '#rules/situations/index.ts';
import { shippedCatalogue } from './support.ts';

const id = 'eligibility/visit-required';
const kind = situationKind(id);
const catalogue = await shippedCatalogue();
const shipped = catalogue.all().find((one) => one.id === id);

const refusal = async (situation: unknown): Promise<string> => {
  const error: unknown = await catalogue.decide(id, situation).catch((e: unknown) => e);
  if (!(error instanceof SituationError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error.message;
};

describe('a case may be said by its facts', () => {
  test('and is judged as the records are that the facts come from', async () => {
    for (const { situation } of shipped?.examples ?? []) {
      const read = kind?.read(situation);
      const days = (situation as { officeCalendar: object }).officeCalendar;
      const byFacts = { asOf: read?.asOf, facts: read?.facts, officeCalendar: days };
      expect(await catalogue.decide(id, byFacts)).toEqual(await catalogue.decide(id, situation));
    }
  });

  const facts = kind?.read(shipped?.examples[0]?.situation).facts ?? {};
  const { 'posting.via': _, ...withoutVia } = facts;

  test.each([
    [
      'a fact there is none of',
      { asOf: '2026-11-24', facts: { ...facts, 'posting.vai': 1 } },
      'posting.vai: is not',
    ],
    [
      'a value of another type',
      { asOf: '2026-11-24', facts: { ...facts, 'posting.via': 'fax' } },
      'facts.posting.via: must be enum (read: "fax")',
    ],
    [
      'null where it means nothing',
      { asOf: '2026-11-24', facts: { ...facts, 'posting.via': null } },
      'facts.posting.via: must be enum (read: null)',
    ],
    [
      'a fact the rules look at left out',
      { asOf: '2026-11-24', facts: withoutVia },
      'facts.posting.via: is missing',
    ],
    ['a day that does not exist', { asOf: '2026-02-30', facts }, 'asOf: must be an existing date'],
    ['records beside facts', { asOf: '2026-11-24', facts, history: [] }, 'history: is not a known field'],
    ['facts that are no object', { asOf: '2026-11-24', facts: [] }, 'facts: must be object'],
  ])('%s is refused with its name', async (_title, situation, message) => {
    expect(await refusal(situation)).toContain(message);
  });
});
