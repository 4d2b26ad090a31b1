import type { ReactNode } from 'react';
import { bannerKinds } from '#app/text/common.ts';
import styles from './Banner.module.css';
import { Icon, type IconName } from './icons.tsx';

export type BannerKind = 'success' | 'error' | 'warning' | 'info';

const icons: Readonly<Record<BannerKind, IconName>> = {
  success: 'check',
  error: 'cross',
  warning: 'warning',
  info: 'info',
};

/**
 * A notice that stays until the next page: kind in words, icon and colour. Errors are announced at once, the other
 * kinds politely.
 */
export function Banner({
  kind,
  title,
  children,
}: {
  kind: BannerKind;
  title: ReactNode;
  children?: ReactNode;
}) {
  return (
    <div className={styles.banner} data-kind={kind} role={kind === 'error' ? 'alert' : 'status'}>
      <span className={styles.kind}>
        <Icon name={icons[kind]} />
        {bannerKinds[kind]}
      </span>
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {children}
      </div>
    </div>
  );
}
