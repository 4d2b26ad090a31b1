import type { EstablishmentState } from '#app/domain/establishment.ts';
import { phone as phoneText } from '#app/text/format.ts';
import { employerRecordsText } from '#app/text/staff/employerRecords.ts';
import { searchText } from '#app/text/staff/establishment.ts';
import { mergeText } from '#app/text/staff/merge.ts';
import { transferText } from '#app/text/staff/transfer.ts';
import { accountMarks, establishmentMarks } from '#app/text/status.ts';
import { paths } from '#app/web/paths.ts';
import { Link } from '#app/web/remix.ts';
import { Banner } from '../ui/Banner.tsx';
import { ButtonLink } from '../ui/Buttons.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { PageTitle } from '../ui/PageTitle.tsx';
import { Pagination } from '../ui/Pagination.tsx';
import { PlainTable } from '../ui/PlainTable.tsx';
import { SearchBox } from '../ui/SearchBox.tsx';
import { StatusBadge } from '../ui/StatusBadge.tsx';
import { type Address, addressText } from './address.ts';
import { Matched, MatchedDigits } from './Matched.tsx';
import styles from './SearchPage.module.css';
import type { SearchTerms } from './searchTerms.ts';
import { whyMatched } from './whyMatched.ts';

export type FoundRow = {
  id: string;
  state: EstablishmentState;
  number: string | null;
  corporateNumber: string | null;
  name: string;
  nameKana: string;
  phone: string;
  address: Address;
  account: 'none' | 'mail_registered' | 'active';
  email: string | null;
  matched: keyof typeof searchText.matched | 'parts';
};

export type SearchPageProps = {
  q: string;
  terms: SearchTerms;
  found: { rows: readonly FoundRow[]; total: number; page: number; pages: number };
  /** Registrations of other offices under the whole number that was asked for. */
  elsewhere: readonly { id: string; name: string; office: string; phone: string }[];
  registers: boolean;
  compares: boolean;
};

/** 事業所検索: one box, the closest first, the matched part marked. */
export function SearchPage({ q, terms, found, elsewhere, registers, compares }: SearchPageProps) {
  return (
    <>
      <PageTitle title={searchText.title} />
      <SearchBox action={paths.staff.establishments()} title={searchText.title} q={q} text={searchText} />
      <ul className={styles.lists}>
        <li>
          <Link to={paths.staff.complaints()}>{employerRecordsText.list.title}</Link>
        </li>
        <li>
          <Link to={paths.staff.transfers()}>{transferText.listTitle}</Link>
        </li>
        {compares ? (
          <li>
            <Link to={paths.staff.duplicates()}>{mergeText.listTitle}</Link>
          </li>
        ) : null}
      </ul>
      {q === '' ? (
        <EmptyState title={searchText.start} />
      ) : (
        <>
          <Elsewhere found={elsewhere} />
          <Results q={q} terms={terms} found={found} registers={registers} />
        </>
      )}
    </>
  );
}

/** Which office to send a caller to. */
function Elsewhere({ found }: { found: SearchPageProps['elsewhere'] }) {
  if (found.length === 0) return null;
  return (
    <Banner kind="info" title={searchText.elsewhere}>
      <ul>
        {found.map(({ id, name, office, phone }) => (
          <li key={id}>{searchText.elsewhereLine(name, office, phoneText(phone))}</li>
        ))}
      </ul>
    </Banner>
  );
}

function Results({ q, terms, found, registers }: Omit<SearchPageProps, 'compares' | 'elsewhere'>) {
  const register = registers ? (
    <ButtonLink to={paths.staff.establishmentNew({ q })}>{searchText.register}</ButtonLink>
  ) : null;
  if (found.total === 0) {
    return (
      <EmptyState title={searchText.emptyTitle}>
        <p>{searchText.tried}</p>
        <ul>
          {triedWays(q, terms).map((way) => (
            <li key={way}>{way}</li>
          ))}
        </ul>
        <p>
          {searchText.emptyAdvice}
          {searchText.otherOffice}
        </p>
        {register}
      </EmptyState>
    );
  }
  return (
    <>
      <div role="status">
        <h2>{searchText.results(found.total)}</h2>
      </div>
      <ResultTable q={q} rows={found.rows} terms={terms} />
      <Pagination {...found} href={(page) => paths.staff.establishments({ q, page })} />
      {register === null ? null : <p>{register}</p>}
    </>
  );
}

const triedWays = (q: string, { words, digits, number, email }: SearchTerms): string[] => [
  ...(number === null ? [] : [searchText.triedNumber(number)]),
  ...(digits === null ? [] : [searchText.triedDigits(digits)]),
  ...(email === null ? [] : [searchText.triedEmail(email)]),
  ...(words.length === 0 || number !== null || digits !== null ? [] : [searchText.triedWords(q)]),
];

type ResultTableProps = { q: string; rows: readonly FoundRow[]; terms: SearchTerms };

function ResultTable({ q, rows, terms }: ResultTableProps) {
  const { columns } = searchText;
  return (
    <PlainTable
      caption={searchText.caption}
      captionHidden
      rows={rows}
      rowKey={(row) => row.id}
      empty={null}
      columns={[
        {
          key: 'name',
          label: columns.name,
          heading: true,
          cell: ({ id, name, nameKana, email }) => (
            <span>
              <Link to={paths.staff.establishment(id)}>
                <Matched text={name} words={terms.words} />
              </Link>
              <span className={styles.kana}>
                <Matched text={nameKana} words={terms.words} />
              </span>
              {email === null ? null : (
                <span className={styles.kana}>
                  <Matched text={email} words={terms.email === null ? [] : [terms.email]} />
                </span>
              )}
            </span>
          ),
        },
        {
          key: 'number',
          label: columns.number,
          cell: ({ number }) => (number === null ? null : <NumberCell text={number} digits={terms.digits} />),
        },
        {
          key: 'corporateNumber',
          label: columns.corporateNumber,
          cell: ({ corporateNumber }) =>
            corporateNumber === null ? null : <NumberCell text={corporateNumber} digits={terms.digits} />,
        },
        {
          key: 'phone',
          label: columns.phone,
          cell: ({ phone }) => <NumberCell text={phoneText(phone)} digits={terms.digits} />,
        },
        {
          key: 'address',
          label: columns.address,
          cell: ({ address }) => <Matched text={addressText(address)} words={terms.words} />,
        },
        {
          key: 'state',
          label: columns.state,
          cell: ({ state }) => <StatusBadge mark={establishmentMarks[state]} />,
        },
        {
          key: 'mypage',
          label: columns.mypage,
          cell: ({ account }) => <StatusBadge mark={accountMarks[account]} />,
        },
        { key: 'matched', label: columns.matched, cell: (row) => whyMatched(row, q, terms.words) },
      ]}
    />
  );
}

/** A number on one line, so that it can be read out and compared. */
function NumberCell({ text, digits }: { text: string; digits: string | null }) {
  return (
    <span className={styles.number}>
      <MatchedDigits text={text} digits={digits} />
    </span>
  );
}
