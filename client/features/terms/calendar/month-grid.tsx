import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import {
  dayName,
  daysLater,
  monthName,
  monthOf,
  monthsLater,
  sameDayIn,
  weekdayName,
  weeksOf,
} from '#client/features/terms/model/days.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { cx } from '#client/ui/cx.ts';
import type { CalendarEntry } from '#contract/terms/calendar.ts';
import { shortName, TONE_OF } from './entry-words.ts';

type Props = {
  span: { firstDay: string; lastDay: string };
  today: string;
  entries: ReadonlyMap<string, readonly CalendarEntry[]>;
  selected: string;
  onSelect: (day: string) => void;
};

/** Lines that a day's square has room for. */
const SHOWN = 3;
const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const MONTHS: Readonly<Record<string, number>> = { PageUp: -1, PageDown: 1 };

/** The month of the chosen day, from Monday to Sunday. One square is in the order of tabs, arrows move from there. */
export const MonthGrid = ({ span, today, entries, selected, onSelect }: Props) => {
  const { t } = useTranslation('calendar');
  const chosen = useRef<HTMLButtonElement>(null);
  const movesFocus = useRef(false);
  const month = monthOf(selected);
  const within = (day: string): string =>
    day < span.firstDay ? span.firstDay : day > span.lastDay ? span.lastDay : day;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after a key the focus follows the day that it chose
  useEffect(() => {
    if (movesFocus.current) chosen.current?.focus();
    movesFocus.current = false;
  }, [selected]);
  const move = (event: KeyboardEvent): void => {
    const days = STEPS[event.key];
    const months = MONTHS[event.key];
    if (days === undefined && months === undefined) return;
    event.preventDefault();
    movesFocus.current = true;
    onSelect(
      within(days === undefined ? sameDayIn(monthsLater(month, months ?? 0), selected) : daysLater(selected, days)),
    );
  };
  const turn = (n: number): void => onSelect(within(sameDayIn(monthsLater(month, n), selected)));
  const weeks = weeksOf(month);
  return (
    <div>
      <div className="mb-8 flex items-center gap-8">
        <h2 className="font-semibold text-15" aria-live="polite">
          {monthName(month)}
        </h2>
        <Button square aria-label={t('earlier')} disabled={month <= monthOf(span.firstDay)} onClick={() => turn(-1)}>
          <ChevronLeft size={16} aria-hidden="true" />
        </Button>
        <Button square aria-label={t('later')} disabled={month >= monthOf(span.lastDay)} onClick={() => turn(1)}>
          <ChevronRight size={16} aria-hidden="true" />
        </Button>
        <span className="text-12 text-ink-3">{t('keys')}</span>
      </div>
      <table className="w-full table-fixed border-collapse border border-line bg-surface" aria-label={monthName(month)}>
        <thead>
          <tr>
            {(weeks[0] ?? []).map((day) => (
              <th
                key={day}
                scope="col"
                className="border-line border-b px-8 py-4 text-left font-normal text-12 text-ink-3"
              >
                {weekdayName(day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => {
                const own = entries.get(day) ?? [];
                const isIn = monthOf(day) === month && within(day) === day;
                const isChosen = day === selected;
                return (
                  <td key={day} className="h-96 border border-line p-0 align-top">
                    {isIn ? (
                      <button
                        ref={isChosen ? chosen : undefined}
                        type="button"
                        tabIndex={isChosen ? 0 : -1}
                        aria-pressed={isChosen}
                        aria-current={day === today ? 'date' : undefined}
                        aria-label={t(own.length === 0 ? 'dayOfNone' : 'dayOf', { date: dayName(day), n: own.length })}
                        onClick={() => onSelect(day)}
                        className={cx(
                          'flex min-h-96 w-full flex-col gap-2 p-4 text-left hover:bg-soft focus-visible:-outline-offset-2',
                          isChosen && 'bg-tint',
                        )}
                      >
                        <span
                          className={cx(
                            'self-start px-4 text-12',
                            day === today ? 'rounded-3 bg-accent-solid text-on-accent' : 'text-ink-2',
                            own.length > 0 && 'font-semibold',
                          )}
                        >
                          {Number(day.slice(-2))}
                        </span>
                        {own.slice(0, SHOWN).map((entry) => (
                          <span
                            key={JSON.stringify(entry)}
                            className={cx('block w-full truncate rounded-3 px-4 text-12', TONE_OF[entry.kind])}
                          >
                            {entry.time === null ? null : `${entry.time} `}
                            {shortName(t, entry)}
                          </span>
                        ))}
                        {own.length > SHOWN ? (
                          <span className="px-4 text-12 text-ink-3">{t('more', { n: own.length - SHOWN })}</span>
                        ) : null}
                      </button>
                    ) : (
                      <span className="block p-4 px-8 text-12 text-ink-3 opacity-60">{Number(day.slice(-2))}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
