import { done } from '#app/domain/refusal.ts';
import { Conflict, defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, recordId, version } from '../schemas.ts';
import { type TemplateText, templateText } from './support.ts';

type Input = TemplateText & { templateId: string; version: number; retired: boolean };

/** A supervisor changes a 定型文, retires it or brings it back. What was decided with it keeps its words. */
export const editReasonTemplate = defineProcedure<Input, null>({
  name: 'reasonTemplate.edit',
  permission: 'reasonTemplate.edit',
  input: object({ ...templateText, templateId: recordId, version, retired: { type: 'boolean' } }),
  audit: 'reasonTemplate.edited',

  async run({ scope, stores, now, record }, { templateId, version: shown, retired, ...text }) {
    const template = notFoundUnless(await stores.reasonTemplates.find(scope, templateId));
    if (template.version !== shown) throw new Conflict({ type: 'reason_template', id: templateId });
    const retiredAt = retired ? (template.retiredAt ?? now) : null;
    await stores.reasonTemplates.update({ ...template, ...text, retiredAt, updatedAt: now });
    record({ subject: { type: 'reason_template', id: templateId }, detail: { ...text, retired } });
    return done(null);
  },
});
