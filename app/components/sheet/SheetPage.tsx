import { cellRows, type IssuedSheet, type SheetBlock } from '#app/domain/sheet.ts';
import { common } from '#app/text/common.ts';
import { sheetsText } from '#app/text/sheets.ts';
import { PrintFrame } from '../ui/PrintFrame.tsx';
import styles from './SheetPage.module.css';

export type SheetPageProps = {
  issued: IssuedSheet;
  /** The same sheet as PDF; null where only the page is given out. */
  pdf: string | null;
  /** Where the page came from. */
  back: string;
};

/** A sheet as a page to print. */
export function SheetPage({ issued: { sheet, issuedAt, issuer }, pdf, back }: SheetPageProps) {
  return (
    <PrintFrame
      title={sheet.title}
      issuedAt={issuedAt}
      issuer={issuer}
      confidential={sheet.confidential}
      back={back}
      {...(pdf === null ? {} : { pdf: { to: pdf, label: sheetsText.pdf } })}
    >
      <div className={styles.blocks}>
        {sheet.blocks.map((block) => (
          <Block key={keyOf(block)} block={block} />
        ))}
      </div>
    </PrintFrame>
  );
}

const keyOf = (block: SheetBlock): string => (block.kind === 'lines' ? block.lines.join() : block.title);

function Block({ block }: { block: SheetBlock }) {
  switch (block.kind) {
    case 'lines':
      return (
        <div className={styles.lines} data-look={block.look}>
          {block.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      );
    case 'cells':
      return <Cells {...block} />;
    case 'table':
      return <Table {...block} />;
    case 'list':
      return (
        <section className={styles.list}>
          <h2>{block.title}</h2>
          <ul>
            {Object.entries(block.items).map(([place, item]) => (
              <li key={place}>{item}</li>
            ))}
          </ul>
        </section>
      );
  }
}

/** 項目 and 内容, two beside each other where both are short. */
function Cells({ title, cells }: Extract<SheetBlock, { kind: 'cells' }>) {
  return (
    <table className={styles.cells}>
      <caption>{title}</caption>
      <colgroup>
        <col className={styles.label} />
        <col />
        <col className={styles.label} />
        <col />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{common.item}</th>
          <th scope="col" colSpan={3}>
            {common.content}
          </th>
        </tr>
      </thead>
      <tbody>
        {cellRows(cells).map((row) => (
          <tr key={row[0]?.label}>
            {row.map(({ label, value }) => [
              <th key={`${label} th`} scope="row">
                {label}
              </th>,
              <td key={`${label} td`} colSpan={row.length === 1 ? 3 : 1}>
                {value}
              </td>,
            ])}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Table({ title, head, widths, rows }: Extract<SheetBlock, { kind: 'table' }>) {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  return (
    <table className={styles.rows}>
      <caption>{title}</caption>
      <thead>
        <tr>
          {head.map((label, column) => (
            <th key={label} scope="col" style={{ inlineSize: `${(100 * (widths[column] ?? 1)) / whole}%` }}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Object.entries(rows).map(([place, row]) => (
          // By their place: two rows may say the same.
          <tr key={place}>
            {row.map((value, column) => (
              <td key={head[column]} data-label={head[column]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
