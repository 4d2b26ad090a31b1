import type { LegalText } from '#app/text/legal.ts';
import styles from './Legal.module.css';

/** The body of a legal text; its headings follow the heading that names it. */
export function LegalSections({ text, level }: { text: LegalText; level: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div className={styles.text}>
      <p>
        <b>{text.notice}</b>
      </p>
      <p>{text.lead}</p>
      {text.sections.map(({ heading, paragraphs, items }) => (
        <section key={heading} className={styles.section}>
          <Heading>{heading}</Heading>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {items === undefined ? null : (
            <ul>
              {items.map((item) => (
                <li key={item}>{item}</li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
