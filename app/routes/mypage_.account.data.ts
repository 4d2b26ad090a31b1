import { recordDownload } from '#app/procedures/account/recordDownload.ts';
import { accountText } from '#app/text/mypage/account.ts';
import { myDataFile } from '#app/web/myData.server.ts';
import { paths } from '#app/web/paths.ts';
import { mypageRoute } from '#app/web/routes.server.ts';
import { mypageData } from '#db/queries/mypageData.ts';

const options = { permission: 'account.manage' } as const;

/** A link to the file would be no record of its being taken; the buttons stand on アカウント. */
export const loader = mypageRoute.loader(options, async ({ redirect }) => redirect(paths.mypage.account()));

/** 登録情報の取得: recorded, then sent as a file. */
export const action = mypageRoute.action(options, async (ctx) => {
  const format = ctx.form.intent === 'csv' ? 'csv' : 'json';
  // No receipt: the same button gives a fresh file each time.
  await ctx.perform(recordDownload, { format }, { receipt: false });
  const data = await ctx.query(mypageData);
  return myDataFile(data, format, accountText.data.fileName(ctx.today, format));
});
