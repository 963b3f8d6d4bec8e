import Papa from 'papaparse';
import writeXlsxFile from 'write-excel-file/node';
import { head, text, widths } from '#classroom/exports/sheet-cells.ts';
import { REPLY_LIMITS, type SchoolRepliesBody, type SchoolReply } from '#contract/school-replies.ts';
import { COLUMN_NAMES, COLUMNS } from './columns.ts';

/** What a table starts from: the school's own as they are, or two rows to write over. */
const EXAMPLES: readonly SchoolReply[] = [
  { group: '问候', code: 'bxhy', title: '本校欢迎', text: '{买家昵称}您好，我是本校实训客服，您说' },
  { group: '发货', code: 'bxfh', title: '本校发货', text: '今天 16 点前付款的今天发，运单号出来我发您' },
];
const rowsOf = ({ replies }: SchoolRepliesBody): readonly SchoolReply[] => (replies.length > 0 ? replies : EXAMPLES);

const BOM = '\ufeff';
const WIDTHS = [10, 10, 16, 80];

/** With the mark that makes Excel read UTF-8; what begins like a formula is written so that none is calculated. */
export const templateCsv = (body: SchoolRepliesBody): Buffer =>
  Buffer.from(
    BOM +
      Papa.unparse(
        {
          fields: COLUMNS.map((column) => COLUMN_NAMES[column]),
          data: rowsOf(body).map((reply) => COLUMNS.map((column) => reply[column])),
        },
        { escapeFormulae: true },
      ),
  );

/** The table on the first sheet, what each column takes on the second. */
export async function templateXlsx(body: SchoolRepliesBody): Promise<Buffer> {
  const table = [
    COLUMNS.map((column) => head(COLUMN_NAMES[column])),
    ...rowsOf(body).map((reply) => COLUMNS.map((column) => text(reply[column]))),
  ];
  const rules = [
    [head('列'), head('怎么填')],
    ...COLUMNS.map((column) => [text(COLUMN_NAMES[column]), text(howTo(column))]),
    [text('占位'), text(body.placeholders.map((name) => `{${name}}`).join(' '))],
    [text('条数'), text(`一家店最多 ${body.most} 条`)],
  ];
  return writeXlsxFile([
    { data: table, columns: widths(WIDTHS), sheet: '话术' },
    { data: rules, columns: widths([10, 90]), sheet: '说明' },
  ]).toBuffer();
}

function howTo(column: (typeof COLUMNS)[number]): string {
  const most = `最多 ${REPLY_LIMITS[column]} 字`;
  if (column === 'group') return `接待台按它分组，${most}，比如「售前」「发货」`;
  if (column === 'code') return `打 / 加它就能调出来。字母开头，只用字母和数字，${most}，不和店铺自带的重复`;
  if (column === 'title') return `一眼认得出是哪一条，${most}`;
  return `发给客户的话，${most}。要学员自己填的写成 {买家昵称} 这样，能用的见「占位」`;
}
