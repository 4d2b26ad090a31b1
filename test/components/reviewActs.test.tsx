import { describe, expect, test } from 'vitest';
import { impossible, type ReviewSituation } from '#app/components/review/acts.ts';
import { Decision } from '#app/components/review/DecisionForm.tsx';
import { htmlOf } from './render.tsx';

const situation: ReviewSituation = {
  state: 'under_review',
  visitedOn: null,
  validUntil: null,
  establishmentState: 'registered',
  errors: 0,
  ownProposal: false,
  may: { decide: true, settle: false },
};
const about = {
  posting: { id: 'p1', jobTitle: '一般事務', state: 'awaiting_visit', version: 3 },
  establishment: { name: '見本商店' },
} as const;

describe('An act that is not possible now', () => {
  test('names the likeliest one that is, and why', () => {
    expect(impossible('accept', { ...situation, state: 'awaiting_visit' })).toEqual({
      why: '受理は、来庁・本登録が済んでからできます。',
      instead: 'visit',
    });
    expect(impossible('visit', situation)).toMatchObject({ instead: 'accept' });
    expect(impossible('accept', { ...situation, state: 'valid', validUntil: '2027-01-31' })).toMatchObject({
      instead: null,
    });
    expect(impossible('accept', situation)).toBeNull();
  });

  test('leads to it and back to the posting', () => {
    const html = htmlOf(
      <Decision title="求人の受理" impossible={{ why: '見本の理由です。', instead: 'visit' }} about={about}>
        <p>受理の画面</p>
      </Decision>,
      '/staff/reviews/p1/accept',
    );
    expect(html).toContain('見本の理由です。');
    expect(html).toContain('href="/staff/reviews/p1/visit"');
    expect(html).toContain('href="/staff/reviews/p1"');
    expect(html).not.toContain('受理の画面');
  });
});
