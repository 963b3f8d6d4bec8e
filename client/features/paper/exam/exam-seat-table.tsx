import { useState } from 'react';
import { Link } from 'react-router';
import { call } from '#client/lib/api.ts';
import { clauses } from '#client/lib/clauses.ts';
import { dueMoment } from '#client/lib/due-words.ts';
import { marks, percent } from '#client/lib/format.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { ExamBoard, ExamBoardSeat } from '#contract/exams/parts.ts';
import type { ExamPart, PartKind } from '#contract/plans/exam.ts';
import { ExamDueDialog } from './exam-due-dialog.tsx';
import { GRADE_TONES } from './exam-mark.tsx';
import { TypedLine } from './typed-line.tsx';

type Props = { board: ExamBoard; mayChange: boolean; refresh: () => void };

const EXTRAS = [0, 25, 50, 100];

/** A seat a row: each part's state or mark, the whole, extra time, and what was noted. */
export const ExamSeatTable = ({ board, mayChange, refresh }: Props) => {
  const { t } = useTranslation('exams');
  const { error, send } = useSubmit();
  const [extended, setExtended] = useState<ExamBoardSeat | null>(null);
  const phone = 'max-pane:col-span-full max-pane:text-left max-pane:text-12';
  const give = async (id: string, extra: number) => {
    await send(() => call('POST /api/seats/:id/extra-time', { id }, { percent: extra }));
    refresh();
  };
  // Once nothing can be given any more, a column that nobody has something in goes.
  const hasExtra = board.seats.some(({ over, extraPercent }) => (mayChange && !over) || extraPercent !== 0);
  const hasDue =
    (mayChange && board.run.publishedAt === null) ||
    board.seats.some(({ dueAt, over, sitting }) => dueAt > board.run.dueAt || (!over && sitting?.endsAt));
  const all: Column<ExamBoardSeat>[] = [
    { id: 'no', head: t('table.no'), className: 'w-60 text-ink-3 max-pane:hidden', cell: ({ no }) => no },
    {
      id: 'name',
      head: t('table.name'),
      isRowName: true,
      className: 'whitespace-nowrap font-normal',
      cell: ({ name }) => name,
    },
    ...(board.of === null ? [wholeColumn(t('table.whole'))] : []),
    ...board.parts.map(
      (part): Column<ExamBoardSeat> => ({
        id: part.kind,
        head: t('table.part', { part: t(`part.${part.kind}`), weight: part.weight }),
        align: 'right',
        className: phone,
        cell: (seat) => <PartCell part={part} seat={seat} />,
      }),
    ),
    {
      id: 'extra',
      head: t('table.extra'),
      className: phone,
      cell: ({ seat, name, extraPercent, over }) =>
        mayChange && !over ? (
          <label className="inline-flex items-center gap-6">
            <span className="hidden text-ink-3 max-pane:inline">{t('table.extra')}</span>
            <select
              aria-label={t('table.extraOf', { name })}
              value={extraPercent}
              className="h-28 rounded-5 border border-edge bg-surface px-4 max-pane:h-44"
              onChange={(event) => void give(seat, Number(event.target.value))}
            >
              {[...new Set([...EXTRAS, extraPercent])].map((n) => (
                <option key={n} value={n}>
                  {n === 0 ? t('table.extraNone') : percent(n)}
                </option>
              ))}
            </select>
          </label>
        ) : extraPercent === 0 ? (
          ''
        ) : (
          <>
            <span className="hidden text-ink-3 max-pane:inline">{t('table.extra')} </span>
            {percent(extraPercent)}
          </>
        ),
    },
    {
      id: 'due',
      head: t('table.due'),
      className: `whitespace-nowrap ${phone}`,
      cell: (seat) => (
        <>
          {seat.over || seat.sitting === null || seat.sitting.endsAt === null ? null : (
            <span className="mr-8 text-12 text-ink-2">
              {t('table.sittingUntil', { until: dueMoment(seat.sitting.endsAt, board.now) })}
            </span>
          )}
          {seat.dueAt > board.run.dueAt ? (
            <span className="mr-8 text-12 text-ink-2">
              {t('table.dueAt', { until: dueMoment(seat.dueAt, board.now) })}
            </span>
          ) : null}
          {mayChange && board.run.publishedAt === null ? (
            <Button size="s" aria-label={t('due.of', { name: seat.name })} onClick={() => setExtended(seat)}>
              {t('due.one')}
            </Button>
          ) : null}
        </>
      ),
    },
    {
      id: 'facts',
      head: t('table.facts'),
      className: `w-full text-12 text-ink-2 ${phone}`,
      cell: (seat) => <Facts seat={seat} kinds={board.parts.map(({ kind }) => kind)} />,
    },
  ];
  const columns = all.filter(({ id }) => (id !== 'extra' || hasExtra) && (id !== 'due' || hasDue));
  return (
    <>
      <Refused error={error} className="m-10" />
      <DataTable
        caption={t('table.caption')}
        columns={columns}
        rows={board.seats}
        rowKey={({ seat }) => seat}
        phoneGridClass="max-pane:grid-cols-[minmax(0,1fr)_auto] max-pane:gap-y-4"
      />
      {extended === null ? null : (
        <ExamDueDialog board={board} seat={extended} onClose={() => setExtended(null)} onDone={refresh} />
      )}
    </>
  );
};

/** What was noted at the seat, and the ways to what it did. */
const Facts = ({ seat, kinds }: { seat: ExamBoardSeat; kinds: readonly PartKind[] }) => {
  const { t } = useTranslation('exams');
  const { facts, drill, over, parts, typing } = seat;
  const noted = clauses([
    ...kinds.map((kind) =>
      facts.left[kind] === 0 ? null : t('table.left', { part: t(`part.${kind}`), n: facts.left[kind] }),
    ),
    facts.pasted + facts.pastedReplies === 0 ? null : t('table.pasted', { n: facts.pasted + facts.pastedReplies }),
    facts.devices === 0 ? null : t('table.devices', { n: facts.devices }),
  ]);
  return (
    <>
      {noted}
      <span className={cx('inline-flex flex-wrap gap-x-10', noted !== '' && 'ml-10')}>
        {drill !== null && over ? (
          <Link className="link" to={`/drills/${drill}/report`}>
            {t('table.report')}
          </Link>
        ) : null}
        {parts.some(({ kind, state }) => kind === 'typing' && state === 'done') ? (
          <Link className="link" to={`/exams/seats/${seat.seat}/typing/read`}>
            {t(typing.waits ? 'table.typingWaits' : 'table.typing')}
          </Link>
        ) : null}
      </span>
    </>
  );
};

const wholeColumn = (head: string): Column<ExamBoardSeat> => ({
  id: 'whole',
  head,
  align: 'right',
  className: 'whitespace-nowrap',
  cell: (seat) => <Whole seat={seat} />,
});

const Whole = ({ seat: { mark, resitting, parts } }: { seat: ExamBoardSeat }) => {
  const { t } = useTranslation('exams');
  if (mark === null || parts.every(({ state }) => state === 'missed')) return '—';
  return (
    <span className="inline-flex items-center gap-6">
      <b>{marks(mark.whole)}</b>
      {/* As wide as the longest grade, so that marks stand below each other. */}
      <span className="w-50 text-left">
        <Tag tone={GRADE_TONES[mark.grade]}>{t(`mark.grade.${mark.grade}`)}</Tag>
      </span>
      {resitting ? <Tag tone="accent">{t('table.resitting')}</Tag> : null}
    </span>
  );
};

const PartCell = ({ part: { kind, weight }, seat }: { part: ExamPart; seat: ExamBoardSeat }) => {
  const { t } = useTranslation('exams');
  const state = seat.parts.find((part) => part.kind === kind)?.state;
  const own = seat.mark?.parts.find((part) => part.kind === kind);
  const isAside = own?.counted === null || (own === undefined && kind === 'typing' && seat.typing.aside);
  const mark = own?.counted ?? seat.marks.find((one) => one.kind === kind)?.mark ?? null;
  const label = (
    <span className="hidden text-ink-3 max-pane:inline">{t('table.part', { part: t(`part.${kind}`), weight })} </span>
  );
  if (state === undefined) return null;
  const typed = kind === 'typing' ? (own?.typed ?? seat.typed) : null;
  const isTold = mark !== null && (state === 'done' || (own?.again.length ?? 0) > 0);
  return (
    <>
      {label}
      {isAside ? (
        <Tag tone="line">{t('mark.aside')}</Tag>
      ) : isTold ? (
        marks(mark)
      ) : (
        <span className="text-ink-3">{t(`state.${state}`)}</span>
      )}
      {isTold && typed !== null ? (
        <span className="block whitespace-nowrap text-12 text-ink-3 max-pane:ml-6 max-pane:inline">
          <TypedLine typed={typed} />
        </span>
      ) : null}
      {own !== undefined && own.again.length > 0 && own.first !== null ? (
        <span className="block text-12 text-ink-3 max-pane:ml-6 max-pane:inline">
          {t('table.firstMark', { mark: marks(own.first) })}
        </span>
      ) : null}
    </>
  );
};
