import { Link } from 'react-router';
import { dueMoment, dueWords, isDueSoon } from '#client/lib/due-words.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useLoad } from '#client/lib/hooks/use-load.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Panel } from '#client/ui/layout/panel.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { WaitingHomework } from '#contract/homework/homework.ts';

/** Homework that waits for whoever uses this device. Nothing where there is none, or it couldn't be asked. */
export const HomeworkNotices = () => {
  const { t } = useTranslation('practice');
  const { loaded } = useLoad(pathTo('GET /api/homework'));
  if (loaded.state !== 'ready' || loaded.value.length === 0) return null;
  return (
    <section aria-labelledby="homework" className="mb-16">
      <SectionHeader id="homework" title={t('homework.title')} isFirst />
      <Panel>
        <ul>
          {loaded.value.map((one) => (
            <li key={one.seat} className="border-line border-b last:border-b-0">
              <Link
                to={one.mine ? `/seats/${encodeURIComponent(one.seat)}` : `/join/${one.code}`}
                className="flex min-h-44 flex-wrap items-center gap-x-12 gap-y-2 px-16 py-6 text-ink no-underline hover:bg-soft focus-visible:-outline-offset-2 max-pane:px-14"
              >
                <b className="min-w-0 wrap-anywhere">{one.name}</b>
                <Reminder homework={one} />
                <span className="text-12 text-ink-2">{whenText(one, t)}</span>
                <span className="ml-auto text-accent">{t(one.begun ? 'homework.goOn' : 'homework.look')}</span>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
    </section>
  );
};

const whenText = (
  { phase, opensAt, dueAt, lastAt, now }: WaitingHomework,
  t: (key: string, values: Record<string, string>) => string,
): string => {
  if (phase === 'before') return t('homework.opens', { moment: dueMoment(opensAt, now) });
  if (phase === 'late') return t('homework.late', { moment: dueMoment(lastAt, now) });
  return dueWords(dueAt, now);
};

const Reminder = ({ homework: { phase, begun, dueAt, now } }: { homework: WaitingHomework }) => {
  const { t } = useTranslation('practice');
  if (phase === 'over') return <Tag tone="bad">{t('homework.missed')}</Tag>;
  if (phase === 'late') return <Tag tone="bad">{t('homework.overdue')}</Tag>;
  if (phase === 'open' && isDueSoon(dueAt, now)) return <Tag tone="warn">{t('homework.soon')}</Tag>;
  return <Tag tone={begun ? 'accent' : 'line'}>{t(begun ? 'homework.begun' : 'homework.notBegun')}</Tag>;
};
