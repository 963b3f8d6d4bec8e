import { Link } from 'react-router';
import { itemPath, sharedRunPath } from '#client/features/terms/model/term-paths.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { ButtonLink } from '#client/ui/controls/button-link.tsx';
import { cx } from '#client/ui/cx.ts';
import type { CalendarEntry } from '#contract/terms/calendar.ts';
import { factsOf, type PlannedEntry, plannedName, type RunEntry, shortName, TONE_OF } from './entry-words.ts';

/** `classId`: where a planned drill is begun. */
export type Planning = {
  classId: string;
  onMove: (entry: PlannedEntry) => void;
  onRemove: (entry: PlannedEntry) => void;
  onReschedule: (entry: RunEntry) => void;
};
/** `runs`: which of the class's runs open; 'none' for trainees, whose home page has them. */
type Props = {
  entries: readonly CalendarEntry[];
  runs: 'all' | 'none' | readonly string[];
  /** Null: whoever reads plans nothing. */
  planning: Planning | null;
};

/** What is on one day, with where each leads. */
export const EntryLines = ({ entries, runs, planning }: Props) => {
  const { t } = useTranslation('calendar');
  return (
    <ul>
      {entries.map((entry) => (
        <li
          key={JSON.stringify(entry)}
          className="flex flex-wrap items-baseline gap-x-8 gap-y-4 border-line border-b px-14 py-8 last:border-b-0"
        >
          <span className={cx('shrink-0 whitespace-nowrap rounded-3 px-5 text-12', TONE_OF[entry.kind])}>
            {t(`kind.${entry.kind === 'run' ? entry.item : entry.kind}`)}
          </span>
          {entry.time === null ? null : <span className="shrink-0 text-12 text-ink-2">{entry.time}</span>}
          <span className="min-w-0 flex-1 basis-200">
            <EntryName entry={entry} runs={runs} />{' '}
            <span className="wrap-anywhere text-12 text-ink-3">{factsOf(t, entry)}</span>
          </span>
          {entry.kind === 'run' && planning !== null && isReschedulable(entry) ? (
            <Button
              size="s"
              kind="bare"
              aria-label={t('lessonDayOf', { name: entry.name })}
              onClick={() => planning.onReschedule(entry)}
            >
              {t('lessonDay')}
            </Button>
          ) : null}
          {entry.kind === 'planned' && planning !== null ? <PlannedActions entry={entry} planning={planning} /> : null}
        </li>
      ))}
    </ul>
  );
};

/** What has a window, or has begun, isn't planned here. */
const isReschedulable = ({ moment, state }: RunEntry): boolean => moment === null && state === 'planned';

const EntryName = ({ entry, runs }: { entry: CalendarEntry; runs: Props['runs'] }) => {
  const { t } = useTranslation('calendar');
  const isOpen = entry.kind === 'run' && (runs === 'all' || (runs !== 'none' && runs.includes(entry.run)));
  if (!isOpen)
    return (
      <span className="wrap-anywhere">
        {entry.kind === 'run' || entry.kind === 'leave' ? entry.name : shortName(t, entry)}
      </span>
    );
  return (
    <Link
      to={runs === 'all' ? itemPath(entry) : sharedRunPath(entry)}
      className="link wrap-anywhere inline-flex items-center max-pane:min-h-44"
    >
      {entry.name}
    </Link>
  );
};

const PlannedActions = ({ entry, planning }: { entry: PlannedEntry; planning: Planning }) => {
  const { t } = useTranslation('calendar');
  const name = plannedName(t, entry);
  return (
    <span className="flex flex-wrap gap-4">
      {entry.drill === null ? null : (
        <ButtonLink size="s" to={newRunPath(planning.classId, entry, name)} aria-label={t('startOf', { name })}>
          {t('start')}
        </ButtonLink>
      )}
      <Button size="s" kind="bare" aria-label={t('moveOf', { name })} onClick={() => planning.onMove(entry)}>
        {t('move')}
      </Button>
      <Button size="s" kind="bare" aria-label={t('removeOf', { name })} onClick={() => planning.onRemove(entry)}>
        {t('remove')}
      </Button>
    </span>
  );
};

/** The new-run form with class, name, day and customers filled in. */
export const newRunPath = (classId: string, { drill, day }: PlannedEntry, name: string): string => {
  const query = new URLSearchParams({ class: classId, name, day });
  if (drill?.cases !== undefined) query.set('cases', drill.cases.map(({ id }) => id).join(','));
  if (drill?.rush !== undefined) {
    query.set('rush', drill.rush.profile);
    query.set('level', String(drill.rush.level));
    query.set('minutes', String(drill.rush.minutes));
  }
  return `/runs/new?${query.toString()}`;
};
