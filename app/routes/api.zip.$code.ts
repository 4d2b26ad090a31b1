import { textLike } from '#app/web/params.ts';
import { publicRoute } from '#app/web/routes.server.ts';
import { lookupZip } from '#app/web/zip.server.ts';

/** Address candidates of a postal code, typed in any width. An unknown code has none and is no error. */
export const loader = publicRoute.loader(
  { permission: 'anyone', params: { code: textLike(/^.{1,20}$/u) } },
  async ({ params }) => Response.json({ candidates: await lookupZip(params.code) }),
);
