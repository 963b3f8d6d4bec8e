import { Link } from 'react-router';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { SeatHomework } from '#contract/homework/homework.ts';
import type { SeatBody } from '#contract/runs.ts';

/** The trainee's own attempts so far, newest first, and the mark that counts as things stand. */
export const OwnAttempts = ({ body, homework }: { body: SeatBody; homework: SeatHomework }) => {
  const { t } = useTranslation('join');
  const { done, counted, off } = homework;
  const readable = new Set(body.reports.map(({ drill }) => drill));
  return (
    <section aria-labelledby="tries">
      <SectionHeader
        id="tries"
        title={t('homework.tries')}
        note={done.length > 0 && body.waitsForPublishing ? t('reports.later') : undefined}
        aside={
          counted === null ? undefined : (
            <b>
              {off > 0
                ? t('homework.countedOff', { marks: marks(counted), off: marks(off) })
                : t('homework.counted', { marks: marks(counted) })}
            </b>
          )
        }
      />
      <Panel>
        {done.length === 0 ? (
          <EmptyState title={t('homework.noTries')} text={t('homework.noTriesText')} />
        ) : (
          <ul>
            {done
              .map((one, index) => ({ ...one, n: index + 1 }))
              .toReversed()
              .map((one) => (
                <li
                  key={one.drill}
                  className="grid min-h-44 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-12 border-line border-b px-18 py-6 last:border-b-0 max-pane:px-14"
                >
                  <span>{t('homework.nth', { n: one.n })}</span>
                  <span className="flex flex-wrap items-center gap-x-8 text-12 text-ink-3">
                    {one.state === 'ended' ? t('homework.handedIn', { at: shortDate(one.at) }) : t('homework.going')}
                    {one.late ? <Tag tone="warn">{t('homework.lateMark')}</Tag> : null}
                  </span>
                  {readable.has(one.drill) ? (
                    <Link
                      to={`/drills/${encodeURIComponent(one.drill)}/report`}
                      className="link inline-flex min-h-30 items-center max-pane:min-h-44"
                    >
                      {one.score === null ? t('ui:seeReport') : t('homework.score', { score: marks(one.score) })}
                    </Link>
                  ) : (
                    <span className="text-ink-3">{one.state === 'ended' ? '—' : ''}</span>
                  )}
                </li>
              ))}
          </ul>
        )}
      </Panel>
    </section>
  );
};
