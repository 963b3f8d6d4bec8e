/** A contest's board as an .xlsx: places, teams, and the rules they follow from. No roster's name but the own school's. */
import writeXlsxFile from 'write-excel-file/node';
import { fileNamePart } from '#classroom/exports/file-name.ts';
import { dayOf } from '#classroom/exports/local-time.ts';
import { head, number, text, wide, widths } from '#classroom/exports/sheet-cells.ts';
import type { ContestHead, ContestRow, ContestTeam } from '#contract/contests/board.ts';
import { say } from '#i18n/say.ts';

type Board = { contest: ContestHead; rows: readonly ContestRow[]; teams: readonly ContestTeam[] };

const MARKS = ['total', 'redLines', 'firstS'] as const;
const marksOf = (row: ContestRow | ContestTeam) => MARKS.map((mark) => number(row[mark]));
const marksHeads = (): string[] => MARKS.map((mark) => say(`contest-said:file.${mark}`));

/** The file's bytes. */
export const boardWorkbook = ({ contest, rows, teams }: Board): Promise<Buffer> => {
  const hasNames = rows.some(({ name }) => name !== undefined);
  const heads = [
    ...[say('contest-said:file.place'), say('contest-said:file.label'), say('contest-said:file.team')],
    ...marksHeads(),
    say('contest-said:file.rounds'),
    ...(hasNames ? [say('contest-said:file.name')] : []),
    say('contest-said:file.from'),
  ];
  const teamHeads = [say('contest-said:file.place'), say('contest-said:file.team'), ...marksHeads()];
  const peopleHead = say('contest-said:file.people');
  const notes = [
    say(contest.counted === 1 ? 'contest-said:rule.best' : 'contest-said:rule.sum', { n: contest.counted }),
    say('contest-said:rule.ties'),
    say('contest-said:rule.teams', { n: contest.teamBest }),
    say('contest-said:rule.program'),
    say('contest-said:rule.code', { code: contest.rulesCode }),
  ];
  return writeXlsxFile([
    {
      sheet: say('contest-said:file.sheet'),
      data: [
        heads.map(head),
        ...rows.map((row) => [
          ...[number(row.place), text(row.label), text(row.team), ...marksOf(row), number(row.rounds)],
          ...(hasNames ? [text(row.name ?? '')] : []),
          text(row.from ?? ''),
        ]),
        ...notes.map((note) => [text(note)]),
      ],
      columns: widths(heads.map((name, index) => wide(name, index === 1 || index === 2 ? 20 : 10))),
      stickyRowsCount: 1,
    },
    {
      sheet: say('contest-said:file.teams'),
      data: [
        [...teamHeads, peopleHead].map(head),
        ...teams.map((row) => [number(row.place), text(row.team), ...marksOf(row), number(row.people)]),
      ],
      columns: widths([...teamHeads, peopleHead].map((name, index) => wide(name, index === 1 ? 20 : 10))),
      stickyRowsCount: 1,
    },
  ]).toBuffer();
};

/** 城东杯-2026-11-26 with an ending. */
export const contestFileName = ({ name }: Pick<ContestHead, 'name'>, nowMs: number, ending: string): string =>
  `${fileNamePart(name)}-${dayOf(nowMs)}.${ending}`;
