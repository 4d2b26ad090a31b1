import type { Knex } from 'knex';
import type { EmployerActor } from '#app/domain/actor.ts';
import { scopeOf } from '#app/domain/permissions.ts';
import type { Posting } from '#app/domain/posting.ts';
import { type Office, officeStore } from '../stores/offices.ts';
import { postingStore } from '../stores/postings.ts';
import { type StoredVerdict, verdictStore } from '../stores/verdicts.ts';

export type MypagePostingWhy = {
  posting: Pick<Posting, 'id' | 'jobTitle' | 'visitedOn' | 'dueDate'>;
  office: Office;
  /** The latest verdict of each rule set that was given to the employer. */
  verdicts: readonly Pick<StoredVerdict, 'id' | 'occasion' | 'verdict'>[];
};

/** Acts whose verdict the employer is told; what is judged at the acceptance is the counter's own. */
const told: readonly string[] = ['submit', 'resend', 'demandVisit'];

/** In the order in which an employer asks: must I come, is the posting sound, what can I use. */
const ruleSets = ['eligibility/visit-required', 'acceptance/posting', 'access/mypage-features'] as const;

/** 判定の理由 of one posting; null outside the actor's reach and for a draft, on which nothing was decided. */
export async function mypagePostingWhy(
  knex: Knex,
  actor: EmployerActor,
  id: string,
): Promise<MypagePostingWhy | null> {
  const posting = await postingStore(knex).find(scopeOf(actor), id);
  const office = posting && (await officeStore(knex).find(posting.officeId));
  if (!posting || !office || posting.state === 'draft') return null;
  const stored = await verdictStore(knex).allOf({ type: 'posting', id });
  const given = stored.filter(({ occasion }) => told.includes(occasion));
  const { jobTitle, visitedOn, dueDate } = posting;
  return {
    posting: { id, jobTitle, visitedOn, dueDate },
    office,
    verdicts: ruleSets.flatMap((ruleSet) => {
      const latest = given.find(({ verdict }) => verdict.ruleSet === ruleSet);
      return latest ? [{ id: latest.id, occasion: latest.occasion, verdict: latest.verdict }] : [];
    }),
  };
}
