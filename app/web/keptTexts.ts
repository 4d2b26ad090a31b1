import { emailForm } from '#app/forms/account.ts';
import { helpForm, replaceEmailForm, suspensionForm } from '#app/forms/accountHelp.ts';
import { establishmentForm } from '#app/forms/establishment.ts';
import { type Field, fieldsOf } from '#app/forms/field.ts';
import { postingForm } from '#app/forms/posting.ts';
import {
  acceptanceForm,
  refusalForm,
  refusalSettlementForm,
  returnForm,
  visitDemandForm,
  visitForm,
} from '#app/forms/review.ts';
import { holdForm, noteForms } from '#app/forms/reviewDesk.ts';
import { errorPageText } from '#app/text/errorPages.ts';

/** What somebody wrote into a field of a form that was not saved. */
export type KeptText = { label: string; text: string };

const forms = [
  postingForm,
  establishmentForm,
  emailForm,
  acceptanceForm,
  returnForm,
  refusalForm,
  refusalSettlementForm,
  visitForm,
  visitDemandForm,
  holdForm,
  noteForms.posting,
  replaceEmailForm,
  helpForm,
  suspensionForm,
];

const isWritten = ({ kind }: Field): boolean => kind === 'text' || kind === 'textarea';

const labels = new Map<string, string>();
for (const { name, label } of forms.flatMap(fieldsOf).filter(isWritten)) {
  const known = labels.get(name);
  // A name of several forms with different labels: the page cannot tell which of them it was.
  labels.set(name, known === undefined || known === label ? label : errorPageText.writing);
}

/** The sentences of a posted form, for the page that ends the request: what takes long to write a second time. */
export const keptTexts = (raw: FormData): readonly KeptText[] =>
  [...raw].flatMap(([name, value]) => {
    const label = labels.get(name);
    return label === undefined || typeof value !== 'string' || value.trim() === ''
      ? []
      : [{ label, text: value }];
  });
