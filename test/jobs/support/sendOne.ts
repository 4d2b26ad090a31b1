import { createTransport, senderOf } from '#jobs/mail/transport.ts';

/** Sends one mail to the server of argument 1, which has to speak TLS; the process ends with 0 once it is handed over. */
await createTransport({
  smtpUrl: process.argv[2] ?? '',
  tls: 'required',
  from: senderOf('https://mypage.example.jp'),
}).send({ kind: 'mail.key', to: 'saiyo@mihon.example.jp', subject: '見本', text: '見本', dedupe: 'key:1' });
