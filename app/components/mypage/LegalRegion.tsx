import { useMounted } from '@mantine/hooks';
import { useId, useState } from 'react';
import type { LegalText } from '#app/text/legal.ts';
import { startText } from '#app/text/mypage/start.ts';
import styles from './Legal.module.css';
import { LegalSections } from './LegalSections.tsx';

/** Scrolled to the end, give or take a fraction of a pixel. */
const isAtEnd = (box: HTMLElement): boolean => box.scrollTop + box.clientHeight >= box.scrollHeight - 2;

/** A box that scrolls must be reachable by keyboard (WCAG 2.1.1). */
const reachable = { tabIndex: 0 };

/**
 * A text to be read before consenting (leaflet ③ 「それぞれ最後までスクロールし」): a box of its own that the keyboard reaches and
 * scrolls. With a script it tells when the end was reached; the consent never depends on that.
 *
 * @param page where the text stands by itself
 */
export function LegalRegion({ text, page }: { text: LegalText; page: string }) {
  const mounted = useMounted();
  const [read, setRead] = useState(false);
  const heading = useId();
  return (
    <div className={styles.consent}>
      <h2 id={heading}>{text.title}</h2>
      <section
        {...reachable}
        aria-labelledby={heading}
        className={styles.box}
        onScroll={(event) => {
          if (isAtEnd(event.currentTarget)) setRead(true);
        }}
      >
        <LegalSections text={text} level={3} />
      </section>
      <p className={styles.hint} role="status">
        {mounted && read ? startText.hasRead : startText.readToEnd}
      </p>
      <p>
        <a href={page} target="_blank" rel="noreferrer">
          {startText.openInOwnPage(text.title)}
        </a>
      </p>
    </div>
  );
}
