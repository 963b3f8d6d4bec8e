import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import type { JoinBody } from '#contract/runs.ts';

export type RosterSeat = JoinBody['roster'][number];

/** All names at once, in the roster's order: one finds oneself faster by the number than by typing. */
export const RosterGrid = ({
  roster,
  onChoose,
}: {
  roster: readonly RosterSeat[];
  onChoose: (seat: RosterSeat) => void;
}) => {
  const { t } = useTranslation('join');
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(148px,1fr))] gap-8">
      {roster.map((seat) => (
        <li key={seat.seat}>
          <button
            type="button"
            onClick={() => onChoose(seat)}
            className="grid min-h-48 w-full grid-cols-[minmax(24px,auto)_minmax(0,1fr)] items-center gap-x-8 rounded-5 border border-line-2 bg-surface px-10 py-4 text-left hover:border-edge hover:bg-soft"
          >
            <span className="text-12 text-ink-3">{seat.no}</span>
            <span className="min-w-0">
              <span className="block font-semibold text-15 wrap-anywhere">{seat.name}</span>
              {seat.taken ? <span className="block text-12 text-ink-3">{t('pick.taken')}</span> : null}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
};
