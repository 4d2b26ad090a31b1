import { expect, test } from 'vitest';
import { postingSteps } from '#app/forms/posting.ts';
import { saveContentStep } from '#app/procedures/changeRequest/saveContentStep.ts';
import { startContentChange } from '#app/procedures/changeRequest/startContent.ts';
import { submitContentChange } from '#app/procedures/changeRequest/submitContent.ts';
import { completeRegistration } from '#app/procedures/establishment/completeRegistration.ts';
import { shownVersions } from '#app/web/versions.server.ts';
import { differences, establishmentDifferences } from '#app/web/wordDiff.server.ts';
import { establishmentVersions, postingVersions } from '#db/queries/versions.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';
import { registeredEmployer } from '#test/support/establishmentChanges.ts';
import { granted } from '#test/support/world.ts';

const page = (change?: string) =>
  new URL(`https://example.jp/${change === undefined ? '' : `?change=${change}`}`);

describeOnEveryDatabase('版の履歴', (open) => {
  test('of a posting names every content that was in force, who accepted it and by which request', async () => {
    const { office, employer, shown, request, decidable, accept, posting } = await registeredEmployer(open);
    const { clerk, neighbour } = office.staff;
    const history = async () => {
      const found = await postingVersions(office.database.reader, clerk, (await posting()).id);
      if (found === null) throw new Error('The posting is gone.');
      return found;
    };
    expect(shownVersions(page(), await history(), differences)).toMatchObject({
      begunOn: '2026-11-24',
      lines: [{ number: 1, made: null, until: null }],
      compared: null,
    });

    const index = postingSteps.findIndex(({ fields }) => fields.some(({ name }) => name === 'job_title'));
    const change = async (jobTitle: string): Promise<string> => {
      office.clock.moveOn(60_000);
      const { requestId } = granted(await office.perform(startContentChange, employer, await shown()));
      const { after } = await request(requestId);
      const fields = postingSteps[index]?.fields ?? [];
      const values = {
        ...Object.fromEntries(fields.map(({ name }) => [name, after[name] ?? null])),
        job_title: jobTitle,
      };
      const step = { ...(await decidable(requestId)), step: index + 1, values, proceed: true };
      granted(await office.perform(saveContentStep, employer, step));
      const sent = { ...(await decidable(requestId)), confirmed: office.everyRule };
      granted(await office.perform(submitContentChange, employer, sent));
      await accept(requestId);
      return requestId;
    };
    const first = String((await posting()).content.job_title);
    const requests = [await change('洋菓子の製造'), await change('洋菓子と和菓子の製造')];

    const found = await history();
    const newest = shownVersions(page(), found, differences);
    expect(newest.lines).toMatchObject([
      { number: 3, made: { by: clerk.name, cause: 'request', requestId: requests[1] }, until: null },
      { number: 2, made: { by: clerk.name, cause: 'request', requestId: requests[0] } },
      { number: 1, made: null },
    ]);
    expect(newest.lines[1]?.until).toBe(newest.lines[0]?.made?.at);
    expect(newest.lines[2]?.until).toBe(newest.lines[1]?.made?.at);
    const rowOf = (shownPage: typeof newest) => {
      const [row] = (shownPage.compared?.steps ?? []).flatMap(({ rows }) => rows);
      return [row?.before, row?.after].map((pieces) => pieces?.map(({ text }) => text).join(''));
    };
    expect(newest.compared?.number).toBe(3);
    expect(rowOf(newest)).toEqual(['洋菓子の製造', '洋菓子と和菓子の製造']);
    const older = shownVersions(page(newest.lines[1]?.made?.id), found, differences);
    expect(older.compared?.number).toBe(2);
    expect(rowOf(older)).toEqual([first, '洋菓子の製造']);
    expect(await postingVersions(office.database.reader, neighbour, (await posting()).id)).toBeNull();
  });

  test('of an establishment names registration, correction and request', async () => {
    const { office, id, asked, acceptChange, correct } = await registeredEmployer(open);
    const { clerk, neighbour } = office.staff;
    office.clock.moveOn(60_000);
    granted(await correct({ phone: '0300007777' }));
    office.clock.moveOn(60_000);
    const { id: requestId } = await asked({ features: '焼きたてを、その日のうちにお届けします。' });
    await acceptChange(requestId);
    const history = await establishmentVersions(office.database.reader, clerk, id);
    if (history === null) throw new Error('The establishment is gone.');
    const shown = shownVersions(page(), history, establishmentDifferences);
    expect(shown.lines).toMatchObject([
      { number: 3, made: { cause: 'request', requestId, by: clerk.name, reason: null } },
      { number: 2, made: { cause: 'correction', requestId: null, reason: '登記事項証明書で確認（見本）' } },
      { number: 1, made: null },
    ]);
    expect(shown.compared?.steps.map(({ title }) => title)).toEqual(['事業内容・保険等']);
    expect(await establishmentVersions(office.database.reader, neighbour, id)).toBeNull();
  });

  test('of an establishment entered online begins with what the employer entered', async () => {
    const { office } = await registeredEmployer(open);
    const online = await office.openedOnline();
    const id = online.establishmentId ?? '';
    const entered = await office.stores.establishments.find({ kind: 'all' }, id);
    if (entered === undefined) throw new Error('The establishment is gone.');
    const values = {
      ...entered.details,
      establishment_number: '9901-000777-0',
      corporate_number_override_reason: null,
    };
    granted(
      await office.perform(completeRegistration, office.staff.clerk, {
        establishmentId: id,
        version: entered.version,
        values,
        knownOthers: [],
      }),
    );
    const history = await establishmentVersions(office.database.reader, office.staff.clerk, id);
    expect(history?.versions).toMatchObject([
      { made: { cause: 'registration', by: office.staff.clerk.name }, values },
      { made: null, values: entered.details },
    ]);
  });
});
