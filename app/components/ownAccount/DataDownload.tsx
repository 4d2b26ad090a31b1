import { accountText } from '#app/text/mypage/account.ts';
import { paths } from '#app/web/paths.ts';
import styles from '../mypage/Card.module.css';
import { FormFrame } from '../ui/FormFrame.tsx';

/** 登録情報の取得: everything kept about the establishment, as a file. Posted, because that it was taken is recorded. */
export function DataDownload({ idempotencyKey }: { idempotencyKey: string }) {
  const { title, lead, json, csv } = accountText.data;
  return (
    <section className={styles.things}>
      <h2>{title}</h2>
      <p>{lead}</p>
      <FormFrame
        idempotencyKey={idempotencyKey}
        action={paths.mypage.accountData()}
        download
        submits={[
          { label: csv, intent: 'csv', kind: 'secondary' },
          { label: json, intent: 'json', kind: 'secondary' },
        ]}
      />
    </section>
  );
}
