import { done } from '#app/domain/refusal.ts';
import { defineProcedure } from '../procedure.ts';
import { object } from '../schemas.ts';
import { ownAccount } from './support.ts';

export const dataFormats = ['json', 'csv'] as const;
export type DataFormat = (typeof dataFormats)[number];

/** A holder takes a copy of everything kept about the establishment; that it was taken is recorded before it goes out. */
export const recordDownload = defineProcedure<{ format: DataFormat }, null>({
  name: 'account.recordDownload',
  permission: 'account.manage',
  input: object({ format: { enum: [...dataFormats] } }),
  audit: 'account.dataDownloaded',

  async run(context, { format }) {
    const account = await ownAccount(context);
    context.record({ subject: { type: 'account', id: account.id }, detail: { format } });
    return done(null);
  },
});
