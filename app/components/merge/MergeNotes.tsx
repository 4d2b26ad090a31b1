import { mergeText as text } from '#app/text/staff/merge.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';

export type ShownMerge = { id: string; name: string; number: string | null; by: string; at: string };

export type Merges = { into: ShownMerge | null; from: readonly ShownMerge[] };

/** On a card: where the record was merged into, or what was merged into it. */
export function MergeNotes({ into, from }: Merges) {
  return (
    <>
      {into === null ? null : (
        <Banner kind="warning" title={text.intoTitle(into.name, into.number)}>
          <p>{text.intoMore(into.by, into.at)}</p>
          <p>
            <Link to={paths.staff.establishment(into.id)}>{text.open}</Link>
          </p>
        </Banner>
      )}
      {from.length === 0 ? null : (
        <section>
          <h2>{text.from}</h2>
          <ul>
            {from.map(({ id, name, number, by, at }) => (
              <li key={id}>
                <Link to={paths.staff.establishment(id)}>{name}</Link> {number}　{text.fromLine(by, at)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
