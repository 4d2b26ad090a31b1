import { ZenEngine } from '@gorules/zen-engine';
import { LogicEngine } from 'json-logic-engine';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { operators } from '#rules/operators.ts';
import { asOfMinus, type RuleSet } from '#rules/ruleset.ts';
import { recordOf, type VisitCase } from './visits.ts';

const conditionsOf = (value: unknown): TopLevelCondition => structuredClone(value) as TopLevelCondition;

/** The rule file in a plain json-rules-engine, set up as its documentation says. */
const plainEngine = (ruleSet: RuleSet, today: () => string): Engine => {
  const engine = new Engine();
  for (const [name, holds] of Object.entries(operators)) engine.addOperator(name, holds);
  for (const [name, { conditions }] of Object.entries(ruleSet.sharedConditions)) {
    engine.setCondition(name, conditionsOf(conditions));
  }
  for (const [name, { value }] of Object.entries(ruleSet.parameters)) engine.addFact(`param.${name}`, value);
  engine.addFact('date.asOfMinus', (params) => asOfMinus(ruleSet, today(), String(params.parameter)));
  for (const { id, conditions } of ruleSet.rules) {
    engine.addRule({ conditions: conditionsOf(conditions), event: { type: id } });
  }
  return engine;
};

/** One engine for all cases, awaited one by one (two runs that overlap would lose rules). */
export const reusedEngine = (ruleSet: RuleSet): ((visit: VisitCase) => Promise<readonly string[]>) => {
  let today = '';
  const engine = plainEngine(ruleSet, () => today);
  return async ({ asOf, facts }) => {
    today = asOf;
    const { events } = await engine.run(facts);
    return events.map(({ type }) => type);
  };
};

/** An engine for each case, as safety wants it. */
export const freshEngine =
  (ruleSet: RuleSet) =>
  async ({ asOf, facts }: VisitCase): Promise<readonly string[]> => {
    const { events } = await plainEngine(ruleSet, () => asOf).run(facts);
    return events.map(({ type }) => type);
  };

const never = (day: string): string => `(${day} == 0 or ${day} < 20200101)`;

/** The seven conditions as a decision table of zen, every row that matches collected. Days are numbers: zen does not order texts. */
const zenTable = {
  nodes: [
    { id: 'in', name: 'in', type: 'inputNode', position: { x: 0, y: 0 } },
    {
      id: 'table',
      name: 'table',
      type: 'decisionTableNode',
      position: { x: 0, y: 0 },
      content: {
        hitPolicy: 'collect',
        inputs: [{ id: 'when', name: 'when' }],
        outputs: [{ id: 'rule', name: 'rule', field: 'rule' }],
        rules: [
          ['VR1', `openedBy != 'counter' and ${never('lastThroughMypage')}`],
          ['VR2', `contains(kinds, 'disability_dedicated') and ${never('lastDisabilityDedicated')}`],
          ['VR3', `contains(kinds, 'trial') and ${never('lastTrial')}`],
          [
            'VR4',
            `(contains(kinds, 'disability_trial') or contains(kinds, 'disability_short_hours_trial')) and ${never('lastDisabilityTrial')}`,
          ],
          ['VR5', `${never('lastApplied')} or lastApplied < yearBefore`],
          ['VR6', `contract == 'dispatch' or contract == 'contracting'`],
          ['VR7', 'officeDemands'],
        ].map(([rule, when]) => ({ _id: rule, when, rule: `'${rule}'` })),
      },
    },
    { id: 'out', name: 'out', type: 'outputNode', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'e1', sourceId: 'in', targetId: 'table', type: 'edge' },
    { id: 'e2', sourceId: 'table', targetId: 'out', type: 'edge' },
  ],
};

/** A case as numbers and texts, which is the form that suits the other engines best; made before the clock starts. */
export type NumberedVisit = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export const numbered = (visit: VisitCase): NumberedVisit =>
  Object.fromEntries(
    Object.entries(recordOf(visit)).map(([name, value]) => [
      name,
      value === null
        ? 0
        : typeof value === 'string' && /^\d{4}-/.test(value)
          ? Number(value.replaceAll('-', ''))
          : value,
    ]),
  );

export const zen = (): ((visit: NumberedVisit) => Promise<readonly string[]>) => {
  const decision = new ZenEngine().createDecision(zenTable);
  return async (visit) => {
    const { result } = await decision.evaluate(visit);
    return (result as { rule: string }[]).map(({ rule }) => rule);
  };
};

const variable = (name: string) => ({ var: name });
const neverYet = (day: string) => ({
  or: [{ '==': [variable(day), 0] }, { '<': [variable(day), 20_200_101] }],
});
const ofKind = (kind: string) => ({ in: [kind, variable('kinds')] });

/** The seven conditions as JSON Logic, compiled. */
export const jsonLogic = (): ((visit: NumberedVisit) => readonly string[]) => {
  const conditions = {
    VR1: { and: [{ '!==': [variable('openedBy'), 'counter'] }, neverYet('lastThroughMypage')] },
    VR2: { and: [ofKind('disability_dedicated'), neverYet('lastDisabilityDedicated')] },
    VR3: { and: [ofKind('trial'), neverYet('lastTrial')] },
    VR4: {
      and: [
        { or: [ofKind('disability_trial'), ofKind('disability_short_hours_trial')] },
        neverYet('lastDisabilityTrial'),
      ],
    },
    VR5: { or: [neverYet('lastApplied'), { '<': [variable('lastApplied'), variable('yearBefore')] }] },
    VR6: { in: [variable('contract'), ['dispatch', 'contracting']] },
    VR7: variable('officeDemands'),
  };
  const logic = Object.entries(conditions).map(([rule, condition]) => ({ if: [condition, rule, null] }));
  const judge = new LogicEngine().build(logic);
  return (visit) => (judge(visit) as (string | null)[]).filter((rule) => rule !== null);
};
