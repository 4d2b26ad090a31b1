import { useState } from 'react';
import type { ReviewHolder } from '#app/domain/reviewClaim.ts';
import { useLocation } from '#app/web/remix.ts';
import { useAttended } from '../ui/useAttended.ts';

/** How often an open page of the queue asks what is new (ux.md §3.1). */
const newsSeconds = 20;

export type QueueNews = {
  /** Items that have come since the page was made. */
  arrived: number;
  /** Who reviews which of the shown postings now. */
  holders: Readonly<Record<string, ReviewHolder>>;
};

/** What has happened since the page was made, or null as long as nothing is known of it. */
export function useNews(path: string): QueueNews | null {
  const { key } = useLocation();
  const [news, setNews] = useState<{ of: string; heard: QueueNews } | null>(null);
  useAttended(newsSeconds, () => void ask());

  async function ask(): Promise<void> {
    // A line that is down for a moment, or a session that has ended, shows at the next page.
    const answer = await fetch(path).catch(() => null);
    if (answer?.ok !== true || answer.redirected) return;
    setNews({ of: key, heard: (await answer.json()) as QueueNews });
  }
  return news?.of === key ? news.heard : null;
}
