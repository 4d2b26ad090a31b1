import cards from '#app/components/mypage/Card.module.css';
import type { Instant } from '#app/domain/clock.ts';
import { postingFields } from '#app/forms/posting.ts';
import { returnReasons } from '#app/forms/returnReasons.ts';
import { longInstant } from '#app/text/format.ts';
import { postingText } from '#app/text/mypage/posting.ts';
import { Link } from '#app/web/remix.ts';
import { placeInSteps } from './stepFields.ts';

export type ReturnWords = {
  reasons: readonly string[];
  fields: readonly string[];
  message: string;
  returnedAt: Instant;
};

/** 差戻し: what the clerk wrote, and the fields to correct with the way to each. */
export function ReturnNotice({ postingId, returned }: { postingId: string; returned: ReturnWords }) {
  const text = postingText.returned;
  const place = placeInSteps(postingId);
  const reasons = returnReasons.filter(({ value }) => returned.reasons.includes(value));
  return (
    <section className={cards.card} data-tone="wrong">
      <h2>{text.title}</h2>
      <p>{text.at(longInstant(returned.returnedAt))}</p>
      {reasons.length === 0 ? null : (
        <>
          <h3>{text.reasons}</h3>
          <ul>
            {reasons.map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{text.message}</h3>
      <blockquote className={cards.quote}>{returned.message}</blockquote>
      {returned.fields.length === 0 ? null : (
        <>
          <h3>{text.fields}</h3>
          <ul>
            {returned.fields.map((name) => (
              <li key={name}>
                <Link to={place(name) ?? ''}>{postingFields.get(name)?.label ?? name}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
