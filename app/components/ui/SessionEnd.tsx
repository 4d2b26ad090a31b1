import { useCallback, useEffect, useState } from 'react';
import { sessionEndText } from '#app/text/common.ts';
import { useLocation, useNavigation } from '#app/web/remix.ts';
import { Banner } from './Banner.tsx';
import buttons from './Buttons.module.css';
import styles from './SessionEnd.module.css';

export type SessionLimits = {
  /** How long nothing may be done (rules/limits/account). */
  idleMinutes: number;
  /** How long before the end it is said. */
  warningMinutes: number;
};

export type SessionEndProps = SessionLimits & {
  /** Where a sign of life is posted. */
  stay: string;
  login: string;
};

/** The server notes a visit at most once a minute, so a session may end by so much earlier than this page thinks. */
const notedEveryMs = 60_000;

/** Pages of one browser tell one another when somebody was at one of them: they share the session. */
const channelName = 'session-seen';

type State = 'quiet' | 'ending' | 'ended' | 'offline';

/**
 * Says two minutes before the session ends that it will, with one button to go on (WCAG 2.2.1); afterwards, that it
 * has ended and that what is written is still on the page. Without a script there is nothing to see.
 */
export function SessionEnd({ idleMinutes, warningMinutes, stay, login }: SessionEndProps) {
  const { key } = useLocation();
  const navigation = useNavigation();
  const [seenAt, setSeenAt] = useState(0);
  const [state, setState] = useState<State>('quiet');

  const seen = useCallback((at: number) => {
    setSeenAt(at);
    setState('quiet');
  }, []);

  // Every page that came from the server, and every form that went there.
  const contact = navigation.state === 'idle' ? key : null;
  useEffect(() => {
    if (contact === null) return;
    const now = Date.now();
    seen(now);
    const channel = new BroadcastChannel(channelName);
    channel.postMessage({ stay, at: now });
    channel.onmessage = ({ data }: MessageEvent<{ stay: string; at: number }>) => {
      if (data.stay === stay) seen(data.at);
    };
    return () => channel.close();
  }, [contact, stay, seen]);

  useEffect(() => {
    if (seenAt === 0) return;
    const endsAt = seenAt + idleMinutes * 60_000 - notedEveryMs;
    const look = () => {
      const left = endsAt - Date.now();
      if (left <= 0) setState('ended');
      else if (left <= warningMinutes * 60_000) setState((now) => (now === 'offline' ? now : 'ending'));
    };
    // By the clock and not by one long timer, which stands still while the machine sleeps.
    const timer = setInterval(look, 5_000);
    return () => clearInterval(timer);
  }, [seenAt, idleMinutes, warningMinutes]);

  const goOn = async () => {
    const answer = await fetch(stay, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams(),
    }).catch(() => null);
    if (answer === null) return setState('offline');
    if (!answer.ok) return setState('ended');
    const now = Date.now();
    seen(now);
    const channel = new BroadcastChannel(channelName);
    channel.postMessage({ stay, at: now });
    channel.close();
  };

  return (
    <div role="status" className={`${styles.notice} not-printed`}>
      {state === 'quiet' ? null : state === 'ended' ? (
        <Banner kind="warning" title={sessionEndText.ended}>
          <p>{sessionEndText.kept}</p>
          <p>
            <a href={login} target="_blank" rel="noreferrer">
              {sessionEndText.login}
            </a>
          </p>
        </Banner>
      ) : (
        <Banner
          kind="warning"
          title={state === 'offline' ? sessionEndText.offline : sessionEndText.ending(warningMinutes)}
        >
          <button type="button" className={buttons.button} data-kind="primary" onClick={() => void goOn()}>
            {sessionEndText.goOn}
          </button>
        </Banner>
      )}
    </div>
  );
}
