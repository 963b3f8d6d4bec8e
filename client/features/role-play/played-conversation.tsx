import { useEffect, useState } from 'react';
import { clock } from '#client/lib/format.ts';
import { useStickToEnd } from '#client/lib/hooks/use-stick-to-end.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { cx } from '#client/ui/cx.ts';
import type { PlayedLine, RolePlayState } from '#contract/together/role-plays.ts';

const SECOND_MS = 1000;

/** The talk, the player's own words on the right, and how long they have been waiting. */
export const PlayedConversation = ({ state, heardAt }: { state: RolePlayState; heardAt: number }) => {
  const { t } = useTranslation('role-play');
  const { scroll } = useStickToEnd(String(state.lines.length));
  return (
    <>
      <p className="flex flex-wrap gap-x-16 border-line border-b px-16 py-8 text-12 text-ink-2">
        <span>{state.firstS === null ? t('first.none') : t('first.s', { n: state.firstS })}</span>
        <Wait state={state} heardAt={heardAt} />
      </p>
      <div
        ref={scroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll area must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-label={t('lines')}
        className="max-h-[50vh] min-h-160 flex-1 overflow-y-auto"
      >
        <ol className="flex flex-col gap-6 px-16 py-12">
          {state.lines.length === 0 ? <li className="text-ink-3">{t('noLines')}</li> : null}
          {state.lines.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ol>
      </div>
    </>
  );
};

const Line = ({ line: { by, text, at } }: { line: PlayedLine }) => {
  const { t } = useTranslation('role-play');
  const isOwn = by === 'customer';
  return (
    <li className={cx('flex max-w-[84%] flex-col', isOwn ? 'items-end self-end' : 'self-start')}>
      <span className="sr-only">{t(`by.${by}`)}</span>
      <span
        lang="zh-CN"
        className={cx('wrap-anywhere rounded-8 border border-line px-10 py-6', isOwn ? 'bg-tint' : 'bg-surface')}
      >
        {by === 'card' ? t('sentCard', { title: text }) : text}
      </span>
      <span className="text-11 text-ink-3">{clock(at)}</span>
    </li>
  );
};

/** Counts on between two messages of the server, while the clock runs. */
const Wait = ({ state: { waitsSince, now, running }, heardAt }: { state: RolePlayState; heardAt: number }) => {
  const { t } = useTranslation('role-play');
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  if (waitsSince === null) return <span>{t('waits.none')}</span>;
  const since = now - waitsSince + (running ? performance.now() - heardAt : 0);
  return <b className="text-warn">{t('waits.s', { n: Math.max(0, Math.floor(since / SECOND_MS)) })}</b>;
};
