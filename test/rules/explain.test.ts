import { describe, expect, test } from 'vitest';
import type { ConditionInWords, Explanation } from '#app/domain/explanation.ts';
import type { Verdict } from '#app/domain/verdict.ts';
import { catalogueOf } from '#rules/catalogue.ts';
import type { RuleSetId } from '#rules/ruleset.ts';
import { applied, decideVisit, shippedCatalogue } from './support.ts';

const explained = async (verdict: Verdict): Promise<Explanation> => {
  const explanation = await (await shippedCatalogue()).explain(verdict);
  if (explanation === null) throw new Error('The version is not known.');
  return explanation;
};

const decide = async (ruleSet: RuleSetId, situation: object): Promise<Explanation> =>
  explained(await (await shippedCatalogue()).decide(ruleSet, situation));

const ruleOf = (explanation: Explanation, id: string) => {
  const rule = explanation.rules.find((one) => one.rule === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};

/** ○ and × with the words of each line, indented as a page shows them. */
const lines = (condition: ConditionInWords, depth = 0): string[] => {
  const mark = `${'  '.repeat(depth)}${condition.holds ? '○' : '×'} `;
  const title = condition.title === undefined ? '' : `${condition.title}: `;
  switch (condition.kind) {
    case 'comparison':
      return [`${mark}${title}${condition.subject}(${condition.value})が${condition.predicate}`];
    case 'not':
      return [`${mark}${title}でない`, ...lines(condition.part, depth + 1)];
    default:
      return [
        `${mark}${title}${condition.kind === 'all' ? 'すべて' : 'どれか'}`,
        ...condition.parts.flatMap((part) => lines(part, depth + 1)),
      ];
  }
};

describe('the explanation of a visit verdict', () => {
  const gap = () => decideVisit({ history: [applied('2025-01-10')] }).then(explained);

  test('lists every rule, those that did not apply as well, with quote and message', async () => {
    const { rules, applicable, asOf, version } = await gap();
    expect({ applicable, asOf, version }).toEqual({ applicable: true, asOf: '2026-11-24', version: '1.0.0' });
    expect(rules.map(({ rule, fired }) => `${rule} ${fired}`)).toEqual([
      'VR1 false',
      'VR2 false',
      'VR3 false',
      'VR4 false',
      'VR5 true',
      'VR6 false',
      'VR7 false',
    ]);
    expect(rules[4]?.source.quote).toBe('過去1年間に求人を申し込んでいない場合');
    expect(rules[4]?.message).toContain('直近の申込み：2025年1月10日');
    expect(rules[0]?.message).toBeNull();
  });

  test('says what each condition saw, and turns the period into the day it leads to', async () => {
    expect(lines(ruleOf(await gap(), 'VR5').condition)).toEqual([
      '○ どれか',
      '  × どれか',
      '    × 直近の求人申込日(2025年1月10日)が「申込みなし」である',
      '    × 直近の求人申込日(2025年1月10日)が2020年1月1日（申込みを数え始める日）より前である',
      '  ○ 直近の求人申込日(2025年1月10日)が2025年11月24日（判定日の1年前）より前である',
    ]);
  });

  test('says what would have to be otherwise, with all that a changed value has to meet', async () => {
    expect(ruleOf(await gap(), 'VR5').otherwise).toEqual([
      [
        '直近の求人申込日が「申込みなし」ではない',
        '直近の求人申込日が2020年1月1日（申込みを数え始める日）以降である',
        '直近の求人申込日が2025年11月24日（判定日の1年前）以降である',
      ],
    ]);
    expect(ruleOf(await gap(), 'VR6').otherwise).toEqual([
      ['派遣・請負の別が「派遣」「請負」のどれかである'],
    ]);
  });

  test('gives the ways with the fewest changes first', async () => {
    const verdict = await decideVisit({ account: { openedBy: 'online' }, history: [] });
    const [first, second] = ruleOf(await explained(verdict), 'VR1').otherwise;
    expect(first).toEqual(['マイページの開設方法が「窓口」である']);
    expect(second?.[0]).toBe('マイページを通じた直近の求人申込日が「申込みなし」ではない');
  });

  test('keeps the title of a shared condition', async () => {
    const verdict = await decideVisit({
      posting: { via: 'mypage', kinds: ['disability_trial'], contract: 'direct' },
    });
    expect(lines(ruleOf(await explained(verdict), 'VR4').condition).slice(0, 4)).toEqual([
      '○ すべて',
      '  ○ 障害者(短時間)トライアル雇用求人である: どれか',
      '    ○ 求人の種類(障害者トライアル雇用求人)が「障害者トライアル雇用求人」を含む',
      '    × 求人の種類(障害者トライアル雇用求人)が「障害者短時間トライアル雇用求人」を含む',
    ]);
  });

  test('of a posting at the counter says whom the rules are about, and that none of them applied', async () => {
    const explanation = await explained(
      await decideVisit({ posting: { via: 'counter', kinds: ['general'], contract: 'dispatch' } }),
    );
    expect(explanation.applicable).toBe(false);
    expect(explanation.appliesWhen && lines(explanation.appliesWhen)).toEqual([
      '× すべて',
      '  × 申込みの方法(窓口)が「求人者マイページ」である',
    ]);
    expect(explanation.rules.filter(({ fired }) => fired)).toEqual([]);
  });
});

describe('the explanation of the other kinds of verdict', () => {
  test('counts the days past a period and says up to when', async () => {
    const explanation = await decide('restriction/overdue-results', {
      asOf: '2026-11-24',
      referrals: [{ referredOn: '2026-11-02', unregistered: 50 }],
    });
    expect(lines(ruleOf(explanation, 'OR1').condition)).toEqual([
      '× すべて',
      '  × 選考結果が未登録の紹介の紹介日のうち2026年11月3日（判定日の3週間前）より前のものの数(50)が50件（制限しない未登録件数の上限）を超える',
    ]);
  });

  test('of closed features gives every reason', async () => {
    const explanation = await decide('access/mypage-features', {
      asOf: '2026-11-24',
      validPostings: 0,
      restricted: true,
      suspended: false,
      withdrawnOn: null,
    });
    expect(explanation.rules.filter(({ fired }) => fired).map(({ rule }) => rule)).toEqual(['MF1', 'MF2']);
    expect(ruleOf(explanation, 'MF1').otherwise).toEqual([['有効中の求人の数が1以上である']]);
    expect(ruleOf(explanation, 'MF4').otherwise).toEqual([['退会した日が「退会していない」ではない']]);
  });

  test('of a posting names a missing figure as not filled in', async () => {
    const explanation = await decide('acceptance/posting', {
      asOf: '2026-11-24',
      posting: { fixed_overtime: 'yes', fixed_overtime_amount: 30_000 },
    });
    expect(lines(ruleOf(explanation, 'C04').condition)).toContain(
      '    ○ 固定残業代の時間数(未入力)が「未入力」である',
    );
  });

  test('is not given for a version that is not known any more', async () => {
    const verdict = await decideVisit({});
    expect(await catalogueOf([]).explain(verdict)).toBeNull();
  });
});
