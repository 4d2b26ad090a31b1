import { expect, test } from 'vitest';
import type { StaffActor } from '#app/domain/actor.ts';
import type { RuleVersion } from '#app/domain/ruleVersion.ts';
import { ruleVersionOrigins, ruleVersionText } from '#db/queries/ruleVersion.ts';
import { createStores } from '#db/stores/index.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';

const auditor: StaffActor = { kind: 'staff', id: 'a', name: '見本', role: 'auditor', officeId: 'o' };

const version = (number: string, origin: RuleVersion['origin'], ruleSet = 'limits/posting'): RuleVersion => ({
  ruleSet,
  version: number,
  hash: 'a'.repeat(64),
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  text: `\ufeff{"version": "${number}"}\r\n`,
  origin,
  firstSeenAt: '2026-11-24T00:00:00.000Z',
});

describeOnEveryDatabase('the versions of one rule set', async (open) => {
  const database = await open();
  const { ruleVersions } = createStores(database.writer, database.dialect);

  test('are told with where they come from and as they were written, those of no other set', async () => {
    await ruleVersions.keep(version('1.0.0', 'file'));
    await ruleVersions.keep(version('1.1.0', 'app'));
    await ruleVersions.keep(version('2.0.0', 'file', 'limits/account'));
    const { reader } = database;
    expect(await ruleVersionOrigins(reader, auditor, 'limits/posting')).toEqual({
      '1.0.0': 'file',
      '1.1.0': 'app',
    });
    expect(await ruleVersionText(reader, auditor, 'limits/posting', '1.1.0')).toBe(
      '\ufeff{"version": "1.1.0"}\r\n',
    );
    expect(await ruleVersionText(reader, auditor, 'limits/posting', '2.0.0')).toBeNull();
  });
});
