import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { head, text, widths } from '#classroom/exports/sheet-cells.ts';
import {
  type QuickRepliesBody,
  REPLY_LIMITS,
  type ReplyColumn,
  type SchoolQuickReply,
} from '#contract/quick-replies.ts';
import { say } from '#i18n/say.ts';
import { COLUMNS, columnName } from './columns.ts';

/**
 * What a table starts with when the school has no quick replies of its own: two rows to write over. They are words for
 * customers, so Chinese in every language.
 */
const EXAMPLES: readonly SchoolQuickReply[] = [
  { group: '问候', code: 'bxhy', title: '本校欢迎', text: '{买家昵称}您好，我是本校实训客服，您说' },
  { group: '发货', code: 'bxfh', title: '本校发货', text: '今天 16 点前付款的今天发，运单号出来我发您' },
];
const rowsOf = ({ replies }: QuickRepliesBody): readonly SchoolQuickReply[] =>
  replies.length > 0 ? replies : EXAMPLES;

const BOM = '\ufeff';
const WIDTHS = [10, 10, 16, 80];

/** The BOM makes Excel read UTF-8. Text that begins like a formula is escaped, so that no spreadsheet calculates it. */
export const templateCsv = (body: QuickRepliesBody): Buffer =>
  Buffer.from(
    BOM +
      Papa.unparse(
        {
          fields: COLUMNS.map((column) => columnName(column)),
          data: rowsOf(body).map((reply) => COLUMNS.map((column) => reply[column])),
        },
        { escapeFormulae: true },
      ),
  );

/** The table on the first sheet, what each column takes on the second. */
export const templateXlsx = async (body: QuickRepliesBody): Promise<Buffer> => {
  const table = [
    COLUMNS.map((column) => head(columnName(column))),
    ...rowsOf(body).map((reply) => COLUMNS.map((column) => text(reply[column]))),
  ];
  const rules = [
    [head(say('school:replies.template.column')), head(say('school:replies.template.how'))],
    ...COLUMNS.map((column) => [text(columnName(column)), text(howTo(column))]),
    [text(say('school:replies.template.placeholders')), text(body.placeholders.map((name) => `{${name}}`).join(' '))],
    [text(say('school:replies.template.count')), text(say('school:replies.template.most', { most: body.most }))],
  ];
  return writeXlsxFile([
    { data: table, columns: widths(WIDTHS), sheet: say('school:replies.template.table') },
    { data: rules, columns: widths([10, 90]), sheet: say('school:replies.template.rules') },
  ]).toBuffer();
};

const howTo = (column: ReplyColumn): string =>
  say(`school:replies.template.how-to.${column}`, {
    most: REPLY_LIMITS[column],
    placeholders: say('school:replies.template.placeholders'),
  });
