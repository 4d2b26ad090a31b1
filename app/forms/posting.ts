import type { PostingContract, PostingKind } from '#app/domain/posting.ts';
import { type Field, type FormDefinition, type FormValues, fieldsOf, type Section } from './field.ts';
import { appealStep } from './posting/appeal.ts';
import { categoryStep, establishmentStep } from './posting/category.ts';
import { dutiesStep } from './posting/duties.ts';
import { hoursStep } from './posting/hours.ts';
import { insuranceStep } from './posting/insurance.ts';
import { selectionStep } from './posting/selection.ts';
import { wagesStep } from './posting/wages.ts';

/**
 * The eight screens of the official posting form (domain.md §2.3), in its order. Lengths named there stand; where
 * no public page names one, the length is ours.
 */
export const postingSteps: readonly Section[] = [
  categoryStep,
  establishmentStep,
  dutiesStep,
  wagesStep,
  hoursStep,
  insuranceStep,
  appealStep,
  selectionStep,
];

/** 求人申込み */
export const postingForm: FormDefinition = { id: 'posting', title: '求人の申込み', sections: postingSteps };

/** The step of that number, counted from 1. Throws a RangeError outside 1 to 8. */
export function stepOf(step: number): Section {
  const section = postingSteps[step - 1];
  if (section === undefined) throw new RangeError(`The posting form has no step ${step}`);
  return section;
}

/** Every field of the posting form by its name. */
export const postingFields: ReadonlyMap<string, Field> = new Map(
  fieldsOf(postingForm).map((field) => [field.name, field]),
);

const trialKinds: readonly PostingKind[] = ['trial', 'disability_trial', 'disability_short_hours_trial'];

/**
 * The kinds a posting counts as for the visit conditions of the leaflet: 障害者専用 for the category, and the kind of
 * trial employment it is open to. A posting for trial employment only (専用) is not also a general one.
 */
export function postingKinds(values: FormValues): readonly PostingKind[] {
  const trial =
    values.trial_employment_wish === 'none' ? [] : trialKinds.filter((kind) => kind === values.trial_kind);
  if (values.posting_category === 'disability') return ['disability_dedicated', ...trial];
  const isTrialOnly = values.trial_employment_wish === 'only' && trial.length > 0;
  return isTrialOnly ? trial : ['general', ...trial];
}

/** 派遣・請負 or neither; neither while the question is unanswered. */
export function postingContract(values: FormValues): PostingContract {
  return values.dispatch_kind === 'dispatch' || values.dispatch_kind === 'contracting'
    ? values.dispatch_kind
    : 'direct';
}
