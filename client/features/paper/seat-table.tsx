import { Link } from 'react-router';
import { clauses } from '#client/lib/clauses.ts';
import { clock, marks } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Tag, type TagTone } from '#client/ui/layout/tag.tsx';
import type { BoardSeat, PaperBoard } from '#contract/papers/papers.ts';

type SeatState = 'absent' | 'here' | 'sitting' | 'handed-in' | 'time';
const TONES: Readonly<Record<SeatState, TagTone>> = {
  absent: 'line',
  here: 'plain',
  sitting: 'accent',
  'handed-in': 'good',
  time: 'good',
};

const stateOf = ({ joined, begunAt, handedInAt }: BoardSeat, over: boolean): SeatState => {
  if (begunAt === null) return joined && !over ? 'here' : 'absent';
  if (handedInAt !== null) return 'handed-in';
  return over ? 'time' : 'sitting';
};

type Props = {
  board: PaperBoard;
  /** Gives a seat so much more time, in percent; left out: nobody may. */
  onExtra?: (seat: string, percent: number) => void;
};

/** A seat a row: where it stands, how much is answered; once the paper is over its mark, time and topics. */
export const SeatTable = ({ board: { run, seats, over, plan }, onExtra }: Props) => {
  const { t } = useTranslation('paper');
  const phoneText = 'max-pane:text-12 max-pane:text-ink-2';
  const columns: Column<BoardSeat>[] = [
    { id: 'no', head: t('table.no'), className: 'w-72 text-ink-3 max-pane:hidden', cell: ({ no }) => no },
    {
      id: 'name',
      head: t('table.name'),
      isRowName: true,
      className: 'whitespace-nowrap font-normal max-pane:col-start-1 max-pane:row-start-1',
      cell: (seat) => <SeatName run={run.id} seat={seat} />,
    },
    {
      id: 'state',
      head: t('table.state'),
      className: 'max-pane:col-start-2 max-pane:row-start-1 max-pane:text-right',
      cell: (seat) => {
        const state = stateOf(seat, over);
        return <Tag tone={TONES[state]}>{t(`table.states.${state}`)}</Tag>;
      },
    },
    {
      id: 'answered',
      head: t('table.answered'),
      align: 'right',
      className: `max-pane:col-start-1 max-pane:row-start-2 max-pane:text-left ${phoneText}`,
      cell: ({ begunAt, answered, flagged }) =>
        begunAt === null
          ? ''
          : clauses([
              t('table.answeredOf', { n: answered, of: plan.questions }),
              flagged === 0 || over ? null : t('table.flagged', { n: flagged }),
            ]),
    },
    ...(onExtra === undefined ? [] : [extraColumn(phoneText, t, onExtra)]),
    ...(over || run.isPart ? resultColumns(phoneText, t) : []),
  ];
  return (
    <DataTable
      caption={t('table.caption')}
      columns={columns}
      rows={seats}
      rowKey={({ seat }) => seat}
      phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto]"
    />
  );
};

/** Leads to the answers once they can be read; says how many appeals wait there. */
const SeatName = ({ run, seat: { seat, name, result, appeals } }: { run: string; seat: BoardSeat }) => {
  const { t } = useTranslation('paper');
  if (result === null) return name;
  return (
    <>
      <Link to={`/runs/${run}/paper/${seat}`} className="link" aria-label={t('read.lookOf', { name })}>
        {name}
      </Link>
      {appeals === 0 ? null : (
        <Tag tone="accent" className="ml-6">
          {t('dispute.count', { n: appeals })}
        </Tag>
      )}
    </>
  );
};

type Say = ReturnType<typeof useTranslation<'paper'>>['t'];

const EXTRAS = [0, 25, 50, 100];
const extraColumn = (phoneText: string, t: Say, onExtra: NonNullable<Props['onExtra']>): Column<BoardSeat> => ({
  id: 'extra',
  head: t('table.extra'),
  className: `max-pane:col-start-2 max-pane:row-start-2 max-pane:text-right ${phoneText}`,
  cell: ({ seat, name, extraPercent }) => (
    <>
      <span aria-hidden="true" className="pane:hidden">
        {t('table.extra')}{' '}
      </span>
      <select
        aria-label={t('table.extraOf', { name })}
        value={extraPercent}
        className="h-28 rounded-5 border border-edge bg-surface px-4 max-pane:h-44"
        onChange={(event) => onExtra(seat, Number(event.target.value))}
      >
        {[...new Set([...EXTRAS, extraPercent])].map((n) => (
          <option key={n} value={n}>
            {n === 0 ? t('table.extraNone') : t('table.extraPercent', { n })}
          </option>
        ))}
      </select>
    </>
  ),
});

const resultColumns = (phoneText: string, t: Say): Column<BoardSeat>[] => [
  {
    id: 'mark',
    head: t('table.mark'),
    align: 'right',
    className: 'font-semibold max-pane:col-start-2 max-pane:row-start-2',
    cell: ({ result }) => (result === null ? '—' : marks(result.mark)),
  },
  {
    id: 'time',
    head: t('table.time'),
    align: 'right',
    className: 'max-pane:hidden',
    cell: ({ satMs }) => (satMs === null ? '' : clock(satMs)),
  },
  {
    id: 'topics',
    head: t('table.topics'),
    className: `w-full text-12 text-ink-2 max-pane:col-span-full ${phoneText}`,
    cell: ({ result }) =>
      result === null ? (
        ''
      ) : (
        <span lang="zh-CN" className="flex flex-wrap gap-x-12">
          {result.topics.map(({ name, credit, of }) => (
            <span key={name} className="whitespace-nowrap">
              {t('table.topic', { name, credit: marks(credit), of })}
            </span>
          ))}
        </span>
      ),
  },
];
