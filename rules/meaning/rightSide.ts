import type { FactDescription, FactType } from '../facts.ts';
import { type FactReference, own, type Parameter, periodOf, type RuleSetFile } from '../ruleset.ts';
import { didYouMean, listed } from '../sentences.ts';
import type { SituationKind } from '../situation.ts';
import { unknownFact } from './problem.ts';

/** What stands on the right of a comparison: its type, and its choices where it has some. */
type RightSide = { type: FactType; choices?: FactDescription['choices'] } | { message: string };

const BUILT_IN = ['date.asOf', 'date.asOfMinus'];

/** What a comparison with a fact, a figure or a day comes to. */
export const referenced = (file: RuleSetFile, kind: SituationKind, reference: FactReference): RightSide => {
  const { fact, params } = reference;
  const parameterNames = Object.keys(file.parameters);
  const missing = (name: string): RightSide => ({
    message: `数値「${name}」が parameters にありません。${didYouMean(name, parameterNames)}書けるのは ${listed(parameterNames)} です。`,
  });
  if (fact === 'date.asOfMinus') {
    if (params === undefined)
      return {
        message: 'date.asOfMinus には、さかのぼる期間の名前を params の parameter に書いてください。',
      };
    const parameter: Parameter | undefined = own(file.parameters, params.parameter);
    if (parameter === undefined) return missing(params.parameter);
    return periodOf(parameter)
      ? { type: 'date' }
      : {
          message: `「${parameter.label}」は期間ではありません。単位が days・weeks・months・years の数値を書いてください。`,
        };
  }
  if (params !== undefined)
    return { message: `params は date.asOfMinus にだけ書けます。${fact} からは消してください。` };
  if (fact === 'date.asOf') return { type: 'date' };
  if (fact.startsWith('param.')) {
    const parameter = own(file.parameters, fact.slice('param.'.length));
    return parameter ? { type: parameter.type } : missing(fact.slice('param.'.length));
  }
  const known = kind.facts.get(fact);
  if (known === undefined) {
    return { message: unknownFact(fact, [...kind.facts.keys(), ...BUILT_IN]) };
  }
  return known.whenNull === undefined
    ? known
    : { message: `「${known.label}」(${fact})は空のことがあるため、比べる相手にはできません。` };
};
