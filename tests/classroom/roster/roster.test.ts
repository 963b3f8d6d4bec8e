import { describe, expect, test } from 'vitest';
import { previewText } from '#classroom/roster/roster.ts';
import { ROSTER_MAX, type RosterPreview } from '#contract/people.ts';

const preview = (text: string, members: { no: string; name: string }[] = []): RosterPreview => {
  const reply = previewText(text, members);
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value;
};
const people = (text: string): [string, string][] => preview(text).rows.map(({ no, name }) => [no, name]);
const faults = (text: string, members: { no: string; name: string }[] = []): string[] =>
  preview(text, members).rows.map(({ errors }) => errors.join(' '));

describe('a pasted roster', () => {
  test.each([
    ['tabs', '1\t张三\n2\t李四'],
    ['commas', '1,张三\r\n2,李四\r\n'],
    ['Chinese commas', '1，张三\n\n2，李四'],
    ['enumeration commas', '01、张三\n02、李四'],
    ['semicolons', '1;张三\n2；李四'],
    ['bars', '1 | 张三\n2|李四'],
    ['spaces', '1 张三\n2   李四'],
    ['wide spaces', '1　张三\n2　李　四'],
    ['dots', '1.张三\n2. 李四'],
    ['wide dots and digits', '１．张三\n２．李四'],
    ['brackets', '(1)张三\n（2）李四'],
    ['nothing between', '1张三\n2李四'],
    ['the name first', '张三 1\n李四\t2'],
    ['more than is asked for', '1\t张三\t男\n2 李四 男'],
  ])('separated by %s', (_what, text) => {
    expect(people(text).map(([no, name]) => [String(Number(no)), name])).toEqual([
      ['1', '张三'],
      ['2', '李四'],
    ]);
  });

  test('is read with names alone, in lines or in a row', () => {
    const names = [
      ['', '张三'],
      ['', '李四'],
      ['', '王小明'],
    ];
    expect(people('张三\n李四\n王小明')).toEqual(names);
    expect(people('张三、李四、王小明')).toEqual(names);
    expect(people('张三 李四 王小明')).toEqual(names);
  });

  test('keeps names of other shapes whole', () => {
    const text =
      '1 阿依古丽·买买提\n2 阿依古丽•买买提\n3 欧阳 娜娜\n4 张 三\n5 Mary-Jane O’Neil\n6 张伟（大）\n7 张伟2\n8 𠮷田';
    expect(people(text).map(([, name]) => name)).toEqual([
      ...['阿依古丽·买买提', '阿依古丽·买买提', '欧阳 娜娜', '张三', 'Mary-Jane O’Neil', '张伟(大)', '张伟2', '𠮷田'],
    ]);
    expect(faults(text)).toEqual(['', '', '', '', '', '', '', '']);
  });

  test('keeps numbers as they are written', () => {
    expect(people('07 张三\nA3 李四\n2023010145 王五\n2023-07 赵六\n8号 钱七\n#9 孙八')).toEqual([
      ['07', '张三'],
      ['A3', '李四'],
      ['2023010145', '王五'],
      ['2023-07', '赵六'],
      ['8', '钱七'],
      ['9', '孙八'],
    ]);
  });
});

describe('a head', () => {
  test.each([
    ['序号\t姓名\n1\t张三', '序号', '姓名'],
    ['学号,姓名,性别\n1,张三,男', '学号', '姓名'],
    ['姓名 学号\n张三 1', '学号', '姓名'],
    ['姓名*，座号（必填）\n张三，1', '座号(必填)', '姓名*'],
    ['No.,Name\n1,张三', 'No.', 'Name'],
    ['Student ID\tStudent Name\n1\t张三', 'Student ID', 'Student Name'],
    ['电商2301班学生名单\n序号,学号,姓名\n1,2023010145,张三', '序号', '姓名'],
    ['"学号","姓名"\n"1","张三"', '学号', '姓名'],
    ['姓名\n1.张三', null, '姓名'],
  ])('is known: %j', (text, no, name) => {
    const found = preview(text);
    expect(found.columns).toEqual({ no, name });
    expect(found.rows.map((row) => [row.no, row.name])).toEqual([['1', '张三']]);
  });

  test('in words with spaces leaves names with a space whole', () => {
    expect(people('序号 姓名 性别\n1 欧阳 娜娜 女\n2 李四 男\n3 王五')).toEqual([
      ['1', '欧阳 娜娜'],
      ['2', '李四'],
      ['3', '王五'],
    ]);
  });

  test('may stand twice, over a list printed in two columns', () => {
    expect(people('序号,姓名,序号,姓名\n1,张三,3,王五\n2,李四,,')).toEqual([
      ['1', '张三'],
      ['2', '李四'],
      ['3', '王五'],
    ]);
  });

  test('isn’t needed: without one no columns are named, and lines keep their numbers', () => {
    expect(preview('\n1 张三\n\n2 李四')).toMatchObject({
      columns: { no: null, name: null },
      rows: [{ line: 2 }, { line: 4 }],
      good: 2,
    });
  });
});

describe('a fault of a row', () => {
  test('is told beside that row', () => {
    expect(faults(`1,张三\n2,\n3,${'长'.repeat(31)}\n${'9'.repeat(21)},李四\n5,合计\n6,@@@`)).toEqual([
      ...['', 'no-name', 'long-name', 'long-no', 'odd-name', 'odd-name'],
    ]);
    expect(preview('1,张三\n2,').good).toBe(1);
  });

  test('stands at the later of two equal rows; one name with two numbers is two people', () => {
    expect(faults('1,张伟\n2,张伟\n2,李四\n3,张伟\n张伟\n1,张伟')).toEqual([
      '',
      '',
      'same-no',
      '',
      'same-name',
      'same-name',
    ]);
  });

  test('tells that the person is in the class already', () => {
    const members = [
      { no: '1', name: '张伟' },
      { no: '', name: '李四' },
    ];
    expect(faults('1,张伟\n2,张伟\n张伟\n7,李四\n8,王五', members)).toEqual([
      ...['already-there', '', 'already-there same-name', 'already-there', ''].map((codes) =>
        codes.split(' ').toSorted().toReversed().join(' '),
      ),
    ]);
  });

  test('rows beyond the maximum are left out and counted', () => {
    const text = Array.from(
      { length: ROSTER_MAX + 7 },
      (_, n) => `${n + 1} 学员${'甲乙丙丁戊己庚辛壬癸'[n % 10]}`,
    ).join('\n');
    const found = preview(text);
    expect([found.rows.length, found.leftOut]).toEqual([ROSTER_MAX, 7]);
  });

  test('nothing but blanks and numbers is no roster', () => {
    for (const text of ['', '  \n\t\n', '序号,姓名', '1\n2\n3']) {
      expect(previewText(text, [])).toMatchObject({ ok: false, error: { code: 'roster-empty' } });
    }
  });
});
