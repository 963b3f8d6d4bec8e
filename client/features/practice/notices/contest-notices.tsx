import { Link } from 'react-router';
import { dueMoment, dueWords } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { OwnContest } from '#contract/contests/board.ts';

/** Contests of whoever uses this device. Nothing where there is none, or it couldn't be asked. */
export const ContestNotices = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/own-contests'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="contests" className="mb-16">
      <SectionHeader id="contests" title={t('contests.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map((contest) => (
            <li key={contest.seat} className="border-line border-b last:border-b-0">
              <Link
                to={`/contest/seats/${encodeURIComponent(contest.seat)}`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="wrap-anywhere min-w-0">{contest.name}</b>
                <Tag tone={isOpen(contest) ? 'accent' : 'plain'}>{t(`contests.phase.${contest.phase}`)}</Tag>
                <span className="text-12 text-ink-2">{contest.team}</span>
                <span className="text-12 text-ink-2">
                  {contest.phase === 'before'
                    ? t('contests.opens', { moment: dueMoment(contest.opensAt, contest.now) })
                    : isOpen(contest)
                      ? dueWords(contest.closesAt, contest.now)
                      : ''}
                </span>
                <span className="ml-auto text-accent">{t(isOpen(contest) ? 'contests.go' : 'contests.look')}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};

const isOpen = ({ phase }: OwnContest): boolean => phase === 'open' || phase === 'frozen';
