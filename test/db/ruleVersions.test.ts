import { describe, expect, test } from 'vitest';
import type { RuleVersion } from '#app/domain/ruleVersion.ts';
import { createStores } from '#db/stores/index.ts';
import { describeOnEveryDatabase } from '#test/support/database.ts';

const version: RuleVersion = {
  ruleSet: 'limits/posting',
  version: '1.0.0',
  hash: 'a'.repeat(64),
  effectiveFrom: '2020-01-01',
  effectiveTo: null,
  text: '\ufeff{\r\n"title": "見本 👍"\r\n}',
  origin: 'file',
  firstSeenAt: '2026-11-24T00:00:00.000Z',
};

describeOnEveryDatabase('rule versions', async (open) => {
  const database = await open();
  const { ruleVersions } = createStores(database.writer, database.dialect);

  describe('a version that was good once', () => {
    test('is found again byte for byte', async () => {
      await ruleVersions.keep(version);
      expect(await ruleVersions.find('limits/posting', '1.0.0')).toEqual(version);
      expect(await ruleVersions.find('limits/posting', '1.0.1')).toBeUndefined();
    });

    test('stays as it is when another one comes under its number', async () => {
      await ruleVersions.keep({ ...version, hash: 'b'.repeat(64), text: '{}' });
      expect(await ruleVersions.find('limits/posting', '1.0.0')).toEqual(version);
      const { text: _text, effectiveTo: _to, ...listed } = version;
      expect(await ruleVersions.names()).toEqual([{ ...listed, cancelled: false }]);
    });

    test('can be neither changed nor removed, whoever tries', async () => {
      const row = () => database.writer('rule_version').where({ rule_set: 'limits/posting' });
      await expect(row().update({ text: '{}' })).rejects.toThrow('a rule version is frozen');
      await expect(row().delete()).rejects.toThrow('a rule version is frozen');
      expect(await ruleVersions.find('limits/posting', '1.0.0')).toEqual(version);
    });
  });
});
