import type { Sheet, SheetData } from 'write-excel-file/node';
import type { LeadBoard, LeadRequest } from '#contract/together/leads.ts';
import { say } from '#i18n/say.ts';
import { durationText } from './comparable.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

const CENTS = 100;

/** What was reported to the leads of a run, a row a request, with what was right (RULES J50). Sums in yuan. */
export const leadSheet = ({ leads }: LeadBoard): Sheet<Buffer> => {
  const columns = heads();
  const data: SheetData = [
    columns.map(([name]) => head(name)),
    ...leads.flatMap(({ name, requests }) =>
      requests.filter(({ state }) => state !== 'void').map((request) => [text(name), ...requestCells(request)]),
    ),
  ];
  return {
    sheet: say('exports:leads.sheet'),
    data,
    columns: widths(columns.map(([name, width]) => wide(name, width))),
    stickyRowsCount: 1,
  };
};

const requestCells = ({ seat, customer, operation, notes, sum, state, answer, askedAt, judged }: LeadRequest) => {
  const yuan = (cents: number | null | undefined) => number(cents == null ? null : cents / CENTS);
  const yesNo = (is: boolean | undefined) => text(is === undefined ? '' : say(is ? 'exports:yes' : 'exports:no'));
  return [
    text(seat.name),
    text(customer),
    text(operation),
    text(notes.join('\n')),
    yuan(sum),
    text(answer === null ? say(`exports:leads.${state === 'waits' ? 'waits' : 'unanswered'}`) : howText(answer.how)),
    yuan(answer?.amount),
    text(answer?.words ?? ''),
    text(answer === null ? '' : durationText(answer.at - askedAt)),
    text(judged === null ? '' : say(`exports:leads.verdicts.${judged.verdict}`)),
    text(judged === null ? '' : howText(judged.right)),
    yuan(judged?.amount),
    text(judged?.why.join('\n') ?? ''),
    yesNo(judged?.within),
    yesNo(judged?.reasoned),
    number(judged?.marks),
  ];
};

const howText = (how: NonNullable<LeadRequest['answer']>['how']): string => say(`exports:leads.how.${how}`);

const heads = (): readonly (readonly [string, number])[] => [
  [say('exports:leads.lead'), 12],
  [say('exports:leads.peer'), 12],
  [say('exports:leads.customer'), 14],
  [say('exports:leads.operation'), 10],
  [say('exports:leads.note'), 36],
  [say('exports:leads.sum'), 8],
  [say('exports:leads.answer'), 12],
  [say('exports:leads.granted'), 8],
  [say('exports:leads.words'), 36],
  [say('exports:leads.took'), 12],
  [say('exports:leads.verdict'), 18],
  [say('exports:leads.right'), 12],
  [say('exports:leads.rightSum'), 8],
  [say('exports:leads.why'), 40],
  [say('exports:leads.within'), 8],
  [say('exports:leads.reasoned'), 10],
  [say('exports:leads.marks'), 8],
];
