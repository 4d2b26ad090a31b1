import type { ReactNode } from 'react';
import type { MarkIcon } from '#app/text/status.ts';
import styles from './icons.module.css';

export type IconName =
  | MarkIcon
  | 'info'
  | 'home'
  | 'building'
  | 'help'
  | 'print'
  | 'arrowUp'
  | 'arrowDown'
  | 'calendar'
  | 'chart'
  | 'document'
  | 'bell';

/**
 * 20×20 strokes in the colour of the text; always beside a word, so hidden from screen readers. How they are drawn
 * stands in the stylesheet: a list has a hundred of them.
 */
const drawings: Readonly<Record<IconName, ReactNode>> = {
  bell: <path d="M4 14h12c-1.5-1.5-2-3-2-5.5a4 4 0 0 0-8 0C6 11 5.5 12.5 4 14zM8.5 17h3" />,
  document: <path d="M5 2.5h7l3 3v12H5zM8 8h4M8 11h4M8 14h4" />,
  pencil: <path d="M3 17l1-4L14 3l3 3L7 16zM12 5l3 3" />,
  person: (
    <>
      <circle cx="10" cy="6" r="3" />
      <path d="M4 17c0-4 2.5-6 6-6s6 2 6 6" />
    </>
  ),
  magnifier: (
    <>
      <circle cx="9" cy="9" r="5.5" />
      <path d="M13 13l4 4" />
    </>
  ),
  return: <path d="M8 4L4 8l4 4M4 8h8a4 4 0 0 1 0 8H8" />,
  hourglass: <path d="M5 3h10M5 17h10M6 3c0 4 8 4 8 7s-8 3-8 7M14 3c0 4-8 4-8 7s8 3 8 7" />,
  cross: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7 7l6 6M13 7l-6 6" />
    </>
  ),
  check: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M6.5 10.5l2.5 2.5 4.5-5.5" />
    </>
  ),
  stop: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M6.5 10h7" />
    </>
  ),
  clock: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 5.5V10l3 2.5" />
    </>
  ),
  mail: <path d="M2.5 5h15v10h-15zM2.5 5.5L10 11l7.5-5.5" />,
  key: (
    <>
      <circle cx="6.5" cy="13.5" r="3.5" />
      <path d="M9 11l7-7M14 6l2.5 2.5M11.5 8.5l2 2" />
    </>
  ),
  warning: <path d="M10 3L2 17h16zM10 8v4M10 14.2v.6" />,
  gear: (
    <>
      <circle cx="10" cy="10" r="3" />
      <path d="M10 2v3M10 15v3M2 10h3M15 10h3M4.5 4.5l2 2M13.5 13.5l2 2M4.5 15.5l2-2M13.5 6.5l2-2" />
    </>
  ),
  dots: <path d="M4.5 10h.01M10 10h.01M15.5 10h.01" strokeWidth="3" />,
  info: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M10 9v5M10 6v.6" />
    </>
  ),
  home: <path d="M3 9.5L10 3l7 6.5M5 8v9h10V8M8.5 17v-5h3v5" />,
  building: <path d="M4 17V3h8v14M12 8h4v9M2.5 17h15M7 6.5h2M7 10h2M7 13.5h2" />,
  help: (
    <>
      <circle cx="10" cy="10" r="7.5" />
      <path d="M7.8 8a2.2 2.2 0 1 1 3.4 1.8c-.8.5-1.2.9-1.2 1.7M10 14v.4" />
    </>
  ),
  print: <path d="M5.5 7V3h9v4M5.5 14H3V7h14v7h-2.5M5.5 12h9v5h-9z" />,
  arrowUp: <path d="M10 16V4M5 9l5-5 5 5" />,
  arrowDown: <path d="M10 4v12M5 11l5 5 5-5" />,
  chart: <path d="M3 17h14M5.5 14V9M10 14V4M14.5 14v-3" />,
  calendar: <path d="M3 5h14v12H3zM3 9h14M7 3v4M13 3v4" />,
};

export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg className={styles.icon} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
