import { useState } from 'react';
import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { marks, shortDate } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { EmptyState } from '#client/ui/layout/empty-state.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { HomeworkStatus } from '#contract/homework/homework.ts';
import type { RunBody } from '#contract/runs.ts';
import { ExtendDialog } from './extend-dialog.tsx';
import type { HomeworkSeat } from './homework-seat.ts';

const TONES: Readonly<Record<HomeworkStatus, TagTone>> = {
  'not-begun': 'line',
  going: 'accent',
  stuck: 'warn',
  late: 'plain',
  'handed-in': 'good',
};

type Props = { run: RunBody; seats: readonly HomeworkSeat[]; mayChange: boolean; refresh: () => void };

/** A seat a row: where it stands, how often it was done, what counts. */
export const HomeworkSeats = ({ run, seats, mayChange, refresh }: Props) => {
  const { t } = useTranslation('homework');
  const [extended, setExtended] = useState<HomeworkSeat | null>(null);
  const most = run.homework?.attempts ?? null;
  if (seats.length === 0) return <EmptyState title={t('noneHere')} />;
  const phoneText = 'max-pane:text-12 max-pane:text-ink-2';
  const columns: Column<HomeworkSeat>[] = [
    { id: 'no', head: t('table.no'), className: 'w-72 text-ink-3 max-pane:hidden', cell: ({ no }) => no },
    {
      id: 'name',
      head: t('table.name'),
      isRowName: true,
      className: 'font-normal max-pane:col-start-1 max-pane:row-start-1',
      cell: (seat) => <SeatName seat={seat} />,
    },
    {
      id: 'status',
      head: t('table.status'),
      className: 'max-pane:col-span-2 max-pane:col-start-2 max-pane:row-start-1 max-pane:text-right',
      cell: ({ homework, joined }) => (
        <Tag tone={TONES[homework.status]}>
          {t(homework.status === 'not-begun' && !joined ? 'status.absent' : `status.${homework.status}`)}
        </Tag>
      ),
    },
    {
      id: 'attempts',
      head: t('table.attempts'),
      align: 'right',
      className: `max-pane:col-start-1 max-pane:row-start-2 max-pane:text-left ${phoneText}`,
      cell: ({ homework: { used } }) =>
        most === null ? t('table.times', { n: used }) : t('table.timesOf', { n: used, of: most }),
    },
    {
      id: 'counted',
      head: t('table.counted'),
      align: 'right',
      className: 'font-semibold max-pane:col-start-2 max-pane:row-start-2',
      cell: ({ homework }) => (homework.counted === null ? '—' : marks(homework.counted)),
    },
    {
      id: 'notes',
      head: t('table.notes'),
      className: `text-ink-2 max-pane:col-span-3 ${phoneText}`,
      cell: ({ homework, result, notes }) =>
        clauses([
          ...(result === null ? [] : notes),
          homework.extended ? t('table.extended', { until: dueMoment(homework.dueAt, run.now) }) : null,
          homework.moved > 0 ? t('table.moved', { n: homework.moved }) : null,
          homework.handedIn > 0 ? t('table.handedIn', { n: homework.handedIn }) : null,
        ]),
    },
    {
      id: 'last',
      head: t('table.last'),
      className: 'whitespace-nowrap text-ink-3 max-pane:hidden',
      cell: ({ homework }) => (homework.lastAt === null ? '' : shortDate(homework.lastAt)),
    },
    ...(mayChange
      ? [
          {
            id: 'do',
            head: t('table.do'),
            align: 'right' as const,
            className: 'max-pane:col-start-3 max-pane:row-start-2',
            cell: (seat: HomeworkSeat) => (
              <Button size="s" aria-label={t('extend.of', { name: seat.name })} onClick={() => setExtended(seat)}>
                {t('extend.go')}
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable
        caption={t('table.caption')}
        columns={columns}
        rows={seats}
        rowKey={({ seat }) => seat}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto_auto]"
      />
      {extended === null ? null : (
        <ExtendDialog run={run} seat={extended} onClose={() => setExtended(null)} onDone={refresh} />
      )}
    </>
  );
};

/** The name leads to the report of what counts. */
const SeatName = ({ seat: { name, drill, result } }: { seat: HomeworkSeat }) =>
  drill === null || result === null ? (
    <span>{name}</span>
  ) : (
    <Link
      to={`/drills/${encodeURIComponent(drill)}/report`}
      className="link inline-flex items-center max-pane:min-h-30"
    >
      {name}
    </Link>
  );
