/** Columns that only the results of homework have. */
import type { Cell } from 'write-excel-file/node';
import type { Homework } from '#contract/homework/homework.ts';
import type { SeatResult } from '#contract/results.ts';
import { DAY_MS } from '#contract/wire/spans.ts';
import { say } from '#i18n/say.ts';
import { number, text } from './sheet-cells.ts';

export type Column = { name: string; width: number; cell(seat: SeatResult): Cell };

/** What counts and by which rule, where the seat stands, how late it was and what that took off. */
export const homeworkColumns = ({ counts }: Homework): readonly Column[] => [
  { name: say('exports:results.homework.counted'), width: 9, cell: (seat) => number(seat.homework?.counted) },
  {
    name: say('exports:results.homework.rule'),
    width: 10,
    cell: () => text(say(`exports:results.homework.rules.${counts}`)),
  },
  {
    name: say('exports:results.homework.status'),
    width: 10,
    cell: ({ homework }) =>
      text(homework === undefined ? '' : say(`exports:results.homework.statuses.${homework.status}`)),
  },
  {
    name: say('exports:results.homework.lateBy'),
    width: 9,
    cell: ({ homework }) => number(homework === undefined ? null : Math.ceil(homework.lateMs / DAY_MS)),
  },
  { name: say('exports:results.homework.off'), width: 9, cell: ({ homework }) => number(homework?.off) },
  { name: say('exports:results.homework.handedIn'), width: 10, cell: ({ homework }) => number(homework?.handedIn) },
  { name: say('exports:results.homework.moved'), width: 10, cell: ({ homework }) => number(homework?.moved) },
];
