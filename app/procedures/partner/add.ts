import { randomBytes } from 'node:crypto';
import { type PartnerScope, partnerScopes } from '#app/domain/partner.ts';
import { done, refuse } from '#app/domain/refusal.ts';
import { defineProcedure, notFoundUnless } from '../procedure.ts';
import { object, optionalText, shortText } from '../schemas.ts';

type Input = {
  name: string;
  /** Code of the office whose job seekers it speaks for; null for those of every office. */
  officeCode: string | null;
  scopes: readonly PartnerScope[];
};

/** Lets another system use the API. Its secret is in the result and, sealed, in the record; it is shown this once. */
export const addPartner = defineProcedure<Input, { partnerId: string; secret: string }>({
  name: 'partner.add',
  permission: 'partner.manage',
  input: object({
    name: shortText(60),
    officeCode: optionalText(5),
    scopes: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { type: 'string', enum: [...partnerScopes] },
    },
  }),
  audit: 'partner.added',

  async run({ stores, secrets, now, newId, record }, { name, officeCode, scopes }) {
    const office =
      officeCode === null
        ? null
        : notFoundUnless((await stores.offices.all()).find(({ code }) => code === officeCode));
    if (await stores.partners.findByName(name)) return refuse('partner-known', { params: { name } });
    const id = newId();
    const secret = randomBytes(32).toString('base64url');
    await stores.partners.insert({
      id,
      name,
      officeId: office?.id ?? null,
      scopes,
      secretSealed: secrets.seal(secret),
      active: true,
      version: 1,
      createdAt: now,
    });
    record({ subject: { type: 'partner', id }, detail: { name, scopes, officeId: office?.id ?? null } });
    return done({ partnerId: id, secret });
  },
});
