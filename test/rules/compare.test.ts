import { describe, expect, test } from 'vitest';
import { behaviourChanges } from '#rules/behaviour.ts';
import { compareRuleSets } from '#rules/compare.ts';
import type { RuleSet, RuleSetId } from '#rules/ruleset.ts';
import { situationKind } from '#rules/situations/index.ts';
import { shippedCatalogue } from './support.ts';

const versionsOf = async (
  id: RuleSetId,
  edit: (text: string) => string,
): Promise<{ before: RuleSet; after: RuleSet }> => {
  const before = (await shippedCatalogue()).inForce(id, '2026-11-24');
  return { before, after: JSON.parse(edit(JSON.stringify(before))) as RuleSet };
};

/** Each change in one line: 「数値 来庁の期限 値：14日 → 21日」. */
const changes = async (id: RuleSetId, edit: (text: string) => string): Promise<readonly string[]> => {
  const { before, after } = await versionsOf(id, edit);
  const side = (lines: readonly string[] | null): string => lines?.join('／') ?? '（なし）';
  return compareRuleSets(before, after).map(
    ({ part, field, before: was, after: is }) => `${part} ${field}：${side(was)} → ${side(is)}`,
  );
};

const behaviour = async (id: RuleSetId, edit: (text: string) => string): Promise<readonly string[]> => {
  const { before, after } = await versionsOf(id, edit);
  const kind = situationKind(id);
  if (kind === undefined) throw new Error(`no kind of situation for ${id}`);
  const side = ({ outcome, rules }: { outcome: string; rules: readonly string[] }): string =>
    `${outcome}(${rules.join()})`;
  return (await behaviourChanges(before, after, kind)).map(
    ({ situation, before: was, after: is }) =>
      `${situation.map(({ label, value }) => `${label}が${value}`).join('、')}：${side(was)}→${side(is)}`,
  );
};

const visit = 'eligibility/visit-required';
const inRules =
  (edit: (file: RuleSet & { rules: { conditions: unknown }[] }) => void) =>
  (text: string): string => {
    const file = JSON.parse(text);
    edit(file);
    return JSON.stringify(file);
  };

describe('two versions beside each other', { timeout: 20_000 }, () => {
  test('have nothing to show where the text is the same', async () => {
    expect(await changes(visit, (text) => text)).toEqual([]);
    expect(await behaviour(visit, (text) => text)).toEqual([]);
  });

  test('show a changed figure once, with its unit, and not in every sentence that speaks it', async () => {
    expect(
      await changes(visit, (text) => text.replace('"value":1,"unit":"years"', '"value":2,"unit":"years"')),
    ).toEqual(['数値 申込みのない期間 値：1年 → 2年']);
  });

  test('show the day a version begins, and its title', async () => {
    expect(
      await changes(visit, (text) =>
        text.replace('"from":"2020-01-01"', '"from":"2027-04-01"').replace('"来庁して', '"窓口へ来庁して'),
      ),
    ).toEqual([
      'この規則について 題名：来庁して本登録をする必要があるか → 窓口へ来庁して本登録をする必要があるか',
      'この規則について 適用開始日：2020年1月1日 → 2027年4月1日',
    ]);
  });

  test('show changed conditions line by line', async () => {
    expect(
      await changes(visit, (text) => text.replace('["dispatch","contracting"]', '["dispatch"]')),
    ).toEqual([
      '規則 VR6 派遣・請負求人 条件：派遣・請負の別が「派遣」「請負」のどれかである → 派遣・請負の別が「派遣」のどれかである',
    ]);
  });

  test('show every field of a rule and of an example that is gone', async () => {
    const gone = inRules((file) => {
      Object.assign(file, { rules: file.rules.slice(1), examples: file.examples.slice(1) });
    });
    const fields = (await changes(visit, gone)).map((line) => line.replace(/：.* → /s, ' → '));
    expect(fields.slice(0, 4)).toEqual([
      '規則 VR1 マイページを通じた初めての申込み 題名 → （なし）',
      '規則 VR1 マイページを通じた初めての申込み 根拠 → （なし）',
      '規則 VR1 マイページを通じた初めての申込み 条件 → （なし）',
      '規則 VR1 マイページを通じた初めての申込み 伝える文 → （なし）',
    ]);
    expect(fields.slice(4).every((line) => line.startsWith('例 ') && line.endsWith(' → （なし）'))).toBe(
      true,
    );
    expect(fields.slice(4)).toHaveLength(5);
  });

  test('show a shared condition where it is defined, and the outcome by its code', async () => {
    const edit = inRules((file) => {
      Object.assign(file.sharedConditions.disabilityTrial ?? {}, { title: '障害者トライアル雇用求人である' });
      Object.assign(file.outcome ?? {}, { whenNone: 'keep' });
    });
    expect(await changes(visit, edit)).toEqual([
      '共通の条件 障害者トライアル雇用求人である 題名：障害者(短時間)トライアル雇用求人である → 障害者トライアル雇用求人である',
      '結論 どの規則も当たらないとき：visit-not-required → keep',
    ]);
  });
});

describe('what two versions do differently', { timeout: 20_000 }, () => {
  test('is told by one case on the boundary', async () => {
    expect(
      await behaviour(visit, (text) => text.replace('"value":1,"unit":"years"', '"value":2,"unit":"years"')),
    ).toEqual(['直近の求人申込日が2025年11月23日：visit-required(VR5)→visit-not-required()']);
  });

  test('is told for a rule that is gone, and for one whose scope is wider', async () => {
    const edit = inRules((file) => {
      Object.assign(file, { rules: file.rules.filter(({ id }) => id !== 'VR7') });
    });
    expect(await behaviour(visit, edit)).toEqual([
      'ハローワークが来庁を必要と認めたがはい：visit-required(VR7)→visit-not-required()',
    ]);
    expect(
      (
        await behaviour(visit, (text) =>
          text.replace('"operator":"equal","value":"mypage"', '"operator":"notEqual","value":null'),
        )
      )[0],
    ).toBe('申込みの方法が窓口：not-applicable()→visit-not-required()');
  });

  test('is told for figures of a list of days by their number', async () => {
    const edit = (text: string): string => text.replaceAll(/"value":50,/g, '"value":60,');
    expect(await behaviour('restriction/overdue-results', edit)).toEqual([
      expect.stringMatching(/（51件）.*restrict\(.*→keep\(\)$/),
    ]);
  });

  test('is nothing where only words changed', async () => {
    expect(await behaviour(visit, (text) => text.replaceAll('来庁が必要です。', 'お越しください。'))).toEqual(
      [],
    );
  });
});
