import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { previewFile } from '#classroom/roster/roster.ts';
import { zip } from '#tests/classroom/support/zip.ts';

const people = async (bytes: Buffer): Promise<unknown> => {
  const reply = await previewFile(bytes, '名单', []);
  return reply.ok ? reply.value.rows.map(({ line, no, name }) => [line, no, name]) : reply.error.code;
};
const both = [
  [2, '01', '张三'],
  [3, '2', '李四'],
];
const csv = '学号,姓名\n01,张三\n2,李四\n';
/** 学号,姓名 / 01,张三 / 2,李四 as Excel in China saves a CSV. */
const gbk = Buffer.from('d1a7bac52cd0d5c3fb0a30312cd5c5c8fd0a322cc0eecbc40a', 'hex');

describe('a roster file', () => {
  test('in text is read whatever its encoding', async () => {
    expect(await people(Buffer.from(csv))).toEqual(both);
    expect(await people(Buffer.from(`\ufeff${csv}`))).toEqual(both);
    expect(await people(Buffer.from(`\ufeff${csv}`, 'utf16le'))).toEqual(both);
    expect(await people(Buffer.from(`\ufeff${csv}`, 'utf16le').swap16())).toEqual(both);
    expect(await people(gbk)).toEqual(both);
  });

  test('of Excel gives its first sheet, numbers as text, without blank rows', async () => {
    const sheets = [
      {
        sheet: '一班',
        data: [
          ['学号', '姓名', '生日'],
          ['01', '张三', null],
          [null, null, null],
          [2023010145, ' 李四 ', 'x'],
        ],
      },
      {
        sheet: '二班',
        data: [
          ['学号', '姓名'],
          [9, '别人'],
        ],
      },
    ];
    const bytes = await writeXlsxFile(sheets).toBuffer();
    expect(await people(bytes)).toEqual([
      [2, '01', '张三'],
      [4, '2023010145', '李四'],
    ]);
  });

  test('that can’t be read is refused with the file’s name', async () => {
    const oldExcel = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    for (const bytes of [oldExcel, Buffer.from('PK\u0003\u0004nonsense'), Buffer.from('<html><table>张三')]) {
      expect(await previewFile(bytes, '名单.xls', [])).toMatchObject({
        ok: false,
        error: { code: 'file-unreadable', detail: '名单.xls' },
      });
    }
    expect(await people(readFileSync(process.execPath).subarray(0, 20_000))).toBe('file-unreadable');
    expect(await people(Buffer.alloc(0))).toBe('roster-empty');
  });
});

const workbook = (rows: string): Buffer => {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const file = (path: string, xml: string): [string, Buffer] => [path, Buffer.from(`<?xml version="1.0"?>${xml}`)];
  return zip([
    file(
      'xl/workbook.xml',
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    file(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    file('xl/worksheets/sheet1.xml', `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`),
  ]);
};

describe('a workbook built to do harm', () => {
  test('that unpacks to more than the limit is refused, whatever size its headers claim', async () => {
    const bomb = zip([['xl/workbook.xml', Buffer.alloc(60_000_000), 100]]);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await people(bomb)).toBe('file-unreadable');
  });

  test('with a cell at the far end is refused before its empty cells are made', async () => {
    expect(await people(workbook('<row r="1"><c r="A1" t="str"><v>张三</v></c></row>'))).toEqual([[1, '', '张三']]);
    const far = workbook('<row r="1048576"><c r="XFD1048576" t="str"><v>张三</v></c></row>');
    expect(await people(far)).toBe('file-unreadable');
    expect(await people(workbook('<row r="1"><c r="A1" t="str"><v>李四</v></c></row>'))).toEqual([[1, '', '李四']]);
  });
});
