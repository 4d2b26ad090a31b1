import { setTimeout as rest } from 'node:timers/promises';
import type { EmployerActor } from '#app/domain/actor.ts';
import { businessDate } from '#app/domain/clock.ts';
import type { Posting } from '#app/domain/posting.ts';
import { isUnavailable } from '#app/web/failures.server.ts';
import { isBusy } from '#db/rows.ts';
import { post, signedIn } from '#test/support/session.ts';
import type { Chance } from './chance.ts';
import type { Installation } from './installation.ts';

/** What the crowd does, by the names the product has for it. */
export const acts = {
  submit: { procedure: 'posting.submit', action: 'posting.submitted', mail: 'mail.postingReceived' },
  accept: { procedure: 'posting.accept', action: 'posting.accepted', mail: 'mail.postingAccepted' },
} as const;

export type Act = keyof typeof acts;

/** An act that somebody was told has been done: the browser has the page that follows it. */
export type Acknowledged = { act: Act; postingId: string; milliseconds: number };

/** What the people in front of the screens have seen. */
export type Experience = {
  acknowledged: Acknowledged[];
  /** Forms that were sent once more after their receipt, as a reload does. */
  repeats: number;
  /** Of these, those that were answered otherwise than the first time. */
  otherAnswers: number;
  /** Connections that broke in the middle. */
  brokenOff: number;
  /** "Please try again in a moment", 503. */
  putOff: number;
  /** Answers that should not exist, by their status. */
  unexpected: Record<string, number>;
  /** Acts from before, which came from no form and so have no receipt. */
  withoutReceipt: Record<Act, number>;
};

export type Crowd = {
  experience: Experience;
  /** Everybody begins to work. */
  start(): void;
  /** Everybody finishes what they have in hand. */
  stop(): Promise<void>;
  /** How often a form has been acknowledged so far. */
  acknowledged(): number;
};

/** How long a person waits for a page before pressing the button again. */
const patienceMs = 20_000;
/** How long the person rests when a page did not come. */
const breath = 100;

const hiddenIn = (html: string): URLSearchParams => {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';
  const values = new URLSearchParams();
  for (const [input] of main.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
    const name = /name="([^"]*)"/.exec(input)?.[1];
    if (name) values.append(name, /value="([^"]*)"/.exec(input)?.[1] ?? '');
  }
  return values;
};

/** Audit rows of an act that exceed its receipts: 0 as long as every one of them came from a form. */
export async function withoutReceipt({ database }: Installation, act: Act): Promise<number> {
  const { procedure, action } = acts[act];
  const audits = await database.reader('audit_entry').where({ action }).select('seq');
  const receipts = await database.reader('idempotency').where({ procedure }).select('key');
  return audits.length - receipts.length;
}

/** So many employers who submit postings one after the other, and a clerk who accepts every second of them. */
export async function gather(installation: Installation, chance: Chance, employers: number): Promise<Crowd> {
  const { office, machines, clock } = installation;
  const origins = machines.flatMap(({ origin }) => (origin === null ? [] : [origin]));
  const experience: Experience = {
    acknowledged: [],
    repeats: 0,
    otherAnswers: 0,
    brokenOff: 0,
    putOff: 0,
    unexpected: {},
    withoutReceipt: {
      submit: await withoutReceipt(installation, 'submit'),
      accept: await withoutReceipt(installation, 'accept'),
    },
  };
  let going = false;

  /** What is prepared without a page. The machines hold the same database, so it may have to wait its turn. */
  const inOffice = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    for (;;) {
      office.clock.moveTo(clock.now().toISOString());
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Error && (isBusy(error) || isUnavailable(error)))) throw error;
        await rest(breath);
      }
    }
  };

  /** Does it again until it is answered, on whatever machine is there. */
  const persist = async (send: (origin: string) => Promise<Response>): Promise<Response> => {
    for (;;) {
      const answer = await send(chance.pick(origins)).catch(() => null);
      if (answer !== null && answer.status !== 503) return answer;
      if (answer === null) experience.brokenOff += 1;
      else experience.putOff += 1;
      await rest(breath);
    }
  };

  const sendForm = async (
    act: Act,
    postingId: string,
    path: string,
    audience: 'staff' | 'mypage',
    subjectId: string,
  ): Promise<boolean> => {
    const signIn = () => inOffice(() => signedIn(office, audience, subjectId));
    let cookie = await signIn();
    const opened = await persist((origin) =>
      fetch(origin + path, {
        headers: { cookie },
        redirect: 'manual',
        signal: AbortSignal.timeout(patienceMs),
      }),
    );
    const form = hiddenIn(await opened.text().catch(() => ''));
    if (!form.has('_key')) return sendForm(act, postingId, path, audience, subjectId);
    form.set('_intent', act);
    const since = performance.now();
    /** Whoever is signed out in between signs in and sends the same form again. */
    const send = async (): Promise<Response> => {
      const answer = await persist((origin) => post(origin + path, cookie, form));
      if (answer.status !== 401 && !answer.headers.get('location')?.includes('/login')) return answer;
      cookie = await signIn();
      return send();
    };
    const answer = await send();
    const { status } = answer;
    if (status !== 302 && status !== 303) {
      experience.unexpected[`${act} ${status}`] = (experience.unexpected[`${act} ${status}`] ?? 0) + 1;
      return false;
    }
    experience.acknowledged.push({ act, postingId, milliseconds: performance.now() - since });
    if (chance.happens(0.2)) {
      experience.repeats += 1;
      const again = await send();
      // A decision leads on to what waits next, which may be another posting by now.
      const same = again.headers.get('location') === answer.headers.get('location');
      if (again.status !== status || (act === 'submit' && !same)) experience.otherAnswers += 1;
    }
    return true;
  };

  const clerk = office.staff.clerk.id;
  const accept = async (submitted: Posting): Promise<void> => {
    if (submitted.visitedOn === null && submitted.dueDate !== null)
      await inOffice(() => office.visited(submitted, businessDate(clock.now())));
    await sendForm('accept', submitted.id, `/staff/reviews/${submitted.id}/accept`, 'staff', clerk);
  };

  const work = async (employer: EmployerActor): Promise<void> => {
    while (going) {
      const { id } = await inOffice(() => office.filledIn(employer));
      const done = await sendForm(
        'submit',
        id,
        `/mypage/postings/${id}/confirm`,
        'mypage',
        employer.accountId,
      );
      if (done && chance.happens(0.5)) await accept(await office.now(id));
    }
  };

  const actors: EmployerActor[] = [];
  for (let number = 1; number <= employers; number += 1)
    actors.push(await inOffice(() => office.openedAtCounter(`saiyo-${number}@example.co.jp`)));

  let lanes: Promise<unknown> = Promise.resolve();
  return {
    experience,
    start: () => {
      going = true;
      lanes = Promise.all(actors.map(work));
    },
    stop: async () => {
      going = false;
      await lanes;
    },
    acknowledged: () => experience.acknowledged.length,
  };
}
