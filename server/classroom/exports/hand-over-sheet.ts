import type { Sheet, SheetData } from 'write-excel-file/node';
import type { ProjectBoard, ProjectPart } from '#contract/plans/projects.ts';
import { joinWithCommas, say } from '#i18n/say.ts';
import { durationText } from './comparable.ts';
import { head, number, text, wide, widths } from './sheet-cells.ts';

/** Groups, tasks and roles of a project task, a row a part, with what the note to it was worth (RULES J43). */
export const handOverSheet = ({ groups }: ProjectBoard): Sheet<Buffer> => {
  const columns = heads();
  const data: SheetData = [
    columns.map(([name]) => head(name)),
    ...groups.flatMap(({ group, tasks }) =>
      tasks.flatMap(({ title, customer, parts }) =>
        parts.map((part) => [
          number(group + 1),
          text(title),
          text(customer),
          text(part.role),
          text(part.seat?.name ?? ''),
          text(say(`exports:hand-overs.state.${part.state}`)),
          text(part.heldMs === null ? '' : durationText(part.heldMs)),
          number(part.score),
          ...noteCells(part),
        ]),
      ),
    ),
  ];
  return {
    sheet: say('exports:hand-overs.sheet'),
    data,
    columns: widths(columns.map(([name, width]) => wide(name, width))),
    stickyRowsCount: 1,
  };
};

const noteCells = ({ handOver }: ProjectPart) => {
  if (handOver === null) return [];
  const { note, items, again, broken, waitedMs } = handOver;
  const told = (isHeld: boolean): string =>
    joinWithCommas(items.filter(({ held }) => held === isHeld).map(({ says }) => says));
  return [
    text(note),
    text(told(true)),
    text(told(false)),
    text(again.map(({ says, quote }) => say('exports:hand-overs.quoted', { says, quote })).join('\n')),
    text(broken.map(({ says, quote }) => say('exports:hand-overs.quoted', { says, quote })).join('\n')),
    text(waitedMs === null ? '' : durationText(waitedMs)),
  ];
};

const heads = (): readonly (readonly [string, number])[] => [
  [say('exports:hand-overs.group'), 6],
  [say('exports:hand-overs.task'), 20],
  [say('exports:hand-overs.customer'), 14],
  [say('exports:hand-overs.role'), 8],
  [say('exports:head.name'), 12],
  [say('exports:hand-overs.where'), 14],
  [say('exports:hand-overs.held'), 12],
  [say('exports:head.score'), 8],
  [say('exports:hand-overs.note'), 40],
  [say('exports:hand-overs.has'), 30],
  [say('exports:hand-overs.lacks'), 30],
  [say('exports:hand-overs.again'), 40],
  [say('exports:hand-overs.broken'), 40],
  [say('exports:hand-overs.waited'), 12],
];
