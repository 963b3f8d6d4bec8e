import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { barParts, SEGMENT_LOOKS, shownKinds, shownSeconds } from '#client/features/report/model/anatomy-parts.ts';
import { clock, seconds } from '#client/lib/format.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { StackedBar, StackKey } from '#client/ui/charts/stacked-bar.tsx';
import { cx } from '#client/ui/cx.ts';
import { type Column, DataTable } from '#client/ui/layout/data-table.tsx';
import type { AnatomyRound } from '#contract/anatomy.ts';
import { AnatomyDetail } from './anatomy-detail.tsx';

/** A row a round in order of time: its bar against the longest wait, and the seconds of each part. */
export const AnatomyTable = ({ rounds }: { rounds: readonly AnatomyRound[] }) => {
  const { t } = useTranslation('anatomy');
  const longest = Math.max(1, ...rounds.map((round) => round.seconds));
  const columns: Column<AnatomyRound>[] = [
    {
      id: 'round',
      head: t('round'),
      isRowName: true,
      className:
        'w-240 max-w-240 align-top font-normal max-side:w-180 max-side:max-w-180 max-pane:col-span-2 max-pane:w-auto max-pane:max-w-none print:w-140 print:max-w-140',
      cell: (round) => <RoundName round={round} />,
    },
    {
      id: 'bar',
      head: t('bar'),
      hideHead: true,
      className: 'align-top max-pane:order-1 max-pane:col-span-full',
      cell: (round) => (
        <>
          <StackedBar parts={barParts(round, longest)} />
          <AnatomyDetail round={round} />
        </>
      ),
    },
    ...shownKinds(rounds).map((kind): Column<AnatomyRound> => {
      const label = t(`kind.${kind}`);
      return {
        id: kind,
        head: label,
        headMark: <StackKey look={SEGMENT_LOOKS[kind]} />,
        align: 'right',
        className:
          'w-84 align-top max-side:w-1 max-side:pl-0 max-pane:order-2 max-pane:w-auto max-pane:text-left max-pane:text-12 max-pane:empty:hidden print:w-1 print:pl-0',
        cell: (round) => <Seconds label={label} value={shownSeconds(round, kind)} />,
      };
    }),
    {
      id: 'total',
      head: t('total'),
      align: 'right',
      className: 'w-96 align-top max-side:w-1 max-pane:w-auto max-pane:pl-0 print:w-1 print:pl-0',
      cell: (round) => <Total round={round} />,
    },
  ];
  return (
    <DataTable
      caption={t('title')}
      columns={columns}
      rows={rounds}
      rowKey={(round) => `${round.conversation} ${round.at}`}
      rowClass="relative hover:bg-soft"
      phoneGridClass="max-pane:grid-cols-[1fr_1fr_auto] max-pane:gap-x-8"
    />
  );
};

/** The whole row leads to the exchange; the address keeps the moment, so that back returns here. */
const RoundName = ({ round }: { round: AnatomyRound }): ReactNode => {
  const { t } = useTranslation('anatomy');
  return (
    <Link
      to={{ search: `?at=${round.conversation}:${round.at}` }}
      aria-label={t('of', { name: round.name, at: clock(round.at), about: round.about })}
      title={round.about}
      className="block truncate max-pane:py-9 pointer-coarse:py-12 print:whitespace-normal after:absolute after:inset-0 after:content-['']"
    >
      <b>{round.name}</b> <span className="text-ink-2">{round.about}</span>
    </Link>
  );
};

const Seconds = ({ label, value }: { label: string; value: number }) =>
  value === 0 ? null : (
    <>
      <span className="hidden text-ink-3 max-pane:inline">{label} </span>
      {seconds(value)}
    </>
  );

const Total = ({ round }: { round: AnatomyRound }) => {
  const { t } = useTranslation('anatomy');
  const slow = round.grade === 'weak' || round.grade === 'fail' ? round.grade : null;
  return (
    <>
      {slow === null ? null : <span className="mr-6 text-12 text-ink-2">{t(`slow.${slow}`)}</span>}
      <b className={cx(slow === 'weak' && 'text-warn', slow === 'fail' && 'text-bad')}>{seconds(round.seconds)}</b>
    </>
  );
};
