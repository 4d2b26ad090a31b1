import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { type TemplateText, templateText } from './support.ts';

/** A supervisor adds a 定型文 to those of the office. */
export const addReasonTemplate = defineProcedure<TemplateText, { templateId: string }>({
  name: 'reasonTemplate.add',
  permission: 'reasonTemplate.edit',
  input: object(templateText),
  audit: 'reasonTemplate.added',

  async run({ actor, stores, now, newId, record }, text) {
    if (actor.kind !== 'staff') throw new Error('Only staff have reasons of an office.');
    const id = newId();
    await stores.reasonTemplates.insert({
      ...text,
      id,
      officeId: actor.officeId,
      used: 0,
      retiredAt: null,
      version: 1,
      updatedAt: now,
    });
    record({ subject: { type: 'reason_template', id }, detail: text });
    return done({ templateId: id });
  },
});
