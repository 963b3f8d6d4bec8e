/** An uploaded service table: which column is what, what its cells come to, and what is refused at the door. */
import { describe, expect, test } from 'vitest';
import { secondsOf, shareOf, shareUnit, timeOf } from '#classroom/service-tables/figures.ts';
import { momentsOf, periodIn } from '#classroom/service-tables/periods.ts';
import { type ReadTable, readRows } from '#classroom/service-tables/read-rows.ts';
import type { Reply } from '#contract/errors.ts';

const NOW = new Date(2026, 10, 26).getTime();
const read = (text: string): Reply<ReadTable> =>
  readRows(
    text.split('\n').map((line) => line.split('|')),
    NOW,
  );
const tableOf = (text: string): ReadTable => {
  const reply = read(text);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};
const faultsOf = (text: string) => tableOf(text).preview.faults.map(({ cell, message }) => [cell, message]);
const at = (day: number, hour = 0, minute = 0) => new Date(2026, 10, day, hour, minute).getTime();

describe('[J25] a service table that is read', () => {
  test('finds its columns by the usual headings under a title, and leaves sums and unknown columns out', () => {
    const { preview, entries } = tableOf(
      [
        '客服绩效明细|||||||',
        '日期|旺旺|接待人数|首次响应(秒)|平均响应时间|询单转化率|客单价(元)|满意度|备注|班次',
        '2026-11-12|小王|1,200|18.5|1分05秒|0.352|¥128.50|95.5%|好|早',
        '2026/11/11|小李|80|00:00:31|42s|0.4|1.2万|—|—|晚',
        '汇总||1280|20|50|0.36|130|95%||',
      ].join('\n'),
    );
    expect(preview).toMatchObject({ faults: [], rows: 2, sums: 1, agents: 2, first: '2026-11-11', last: '2026-11-12' });
    expect(preview.columns.map(({ column, as, unit }) => [column, as, unit])).toEqual([
      ['A', 'at', null],
      ['B', 'who', null],
      ['C', 'served', null],
      ['D', 'firstS', 'seconds'],
      ['E', 'meanS', 'seconds'],
      ['F', 'conversion', 'fraction'],
      ['G', 'basket', null],
      ['H', 'satisfied', 'percent'],
      ['I', 'private', null],
      ['J', 'unused', null],
    ]);
    expect(entries).toMatchObject([
      { at: at(11), who: 2, served: 80, firstS: 31, meanS: 42, conversion: 40, basket: 12_000, satisfied: null },
      { at: at(12), who: 1, served: 1200, firstS: 18.5, meanS: 65, conversion: 35.2, basket: 128.5, satisfied: 95.5 },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/小王|小李|早|好/);
  });

  test('takes of two columns of a kind the one that is more usual, and never one without figures', () => {
    const { preview } = tableOf('日期|咨询人数|接待人数|首响|首次响应\n2026-11-11|9|8|20|');
    expect(preview.columns.map(({ as }) => as)).toEqual(['at', 'unused', 'served', 'firstS', 'unused']);
  });

  test('is refused where nothing to look at stands in its headings, or it has no rows or too many', () => {
    const codeOf = (text: string) => {
      const reply = read(text);
      return reply.ok ? null : reply.error.code;
    };
    expect(codeOf('姓名|电话\n张三|1')).toBe('service-table-headings');
    expect(codeOf('日期|咨询师\n2026-11-11|3')).toBe('service-table-headings');
    expect(codeOf('日期|客服\n2026-11-11|甲')).toBe('service-table-headings');
    expect(codeOf('日期|接待人数\n合计|3')).toBe('service-table-empty');
    expect(codeOf(`日期|接待人数\n${'2026-11-11|3\n'.repeat(2001)}`)).toBe('service-table-too-long');
    expect(codeOf(`日期|接待人数\n${'2026-11-11|3\n'.repeat(2000)}`)).toBeNull();
  });

  test('names every cell that is no figure of its column, and has no rows to store then', () => {
    const faulty = '日期|接待人数|首响|满意度|评分\n2026-02-30|3.5|很快|120%|6\n2026-12-30|-3|20|50|5\n|1|2|3|4';
    expect(faultsOf(faulty).map(([cell]) => cell)).toEqual(['A2', 'C2', 'B2', 'D2', 'E2', 'A3', 'B3', 'A4']);
    expect(tableOf(faulty).entries).toEqual([]);
  });
});

describe('[J100] a table without a column of days', () => {
  test('is read as 赤兔 writes 客服绩效 of a period, with daily means and 询单->最终付款成功率', () => {
    const { preview } = tableOf(
      [
        '客服绩效 2026-11-01 至 2026-11-20||||',
        '旺旺昵称|日均接待人数|询单->最终付款成功率|客单价|首次响应(秒)',
        '小王|35.5|35.2%|128|18',
      ].join('\n'),
    );
    expect(preview).toMatchObject({ faults: [], rows: 1, agents: 1, first: null, last: null });
    expect(preview.columns.map(({ as }) => as)).toEqual(['who', 'perDay', 'conversion', 'basket', 'firstS']);
    expect(preview.period).toEqual({ suggested: { first: '2026-11-01', last: '2026-11-20', from: 'title' } });
  });

  test('all rows are of the days that were told, and of one day they are that day’s', () => {
    const rows = [
      ['客服', '接待人数'],
      ['甲', '3'],
    ];
    const over = (first: number, last: number) => {
      const reply = readRows(rows, NOW, { fileName: '', period: { first: at(first), last: at(last) } });
      return reply.ok ? reply.value.entries : [];
    };
    expect(over(1, 20)).toMatchObject([{ at: at(1), until: at(20), served: 3 }]);
    expect(over(3, 3)[0]).not.toHaveProperty('until');
  });

  test.each([
    ['客服绩效_20261101_20261120.xlsx', ['2026-11-01', '2026-11-20']],
    ['客服绩效20261101-20261120(1).csv', ['2026-11-01', '2026-11-20']],
    ['2026年2月客服绩效', ['2026-02-01', '2026-02-28']],
    ['绩效 2026/11/9', ['2026-11-09', '2026-11-09']],
    ['绩效 2026-11', ['2026-11-01', '2026-11-30']],
    ['绩效 13812345678', null],
    ['11月客服绩效', null],
    ['2026-13-40', null],
  ])('%s suggests its days or none', (text, days) => {
    const period = periodIn(text);
    expect(period && [period.first, period.last]).toEqual(days);
  });

  test('no days that are none, stand the wrong way round, are still to come, or are more than a year', () => {
    const isTaken = (first: string, last: string) => momentsOf({ first, last }, NOW) !== null;
    expect(isTaken('2026-11-01', '2026-11-20')).toBe(true);
    expect(isTaken('2026-11-01', '2026-11-26')).toBe(true);
    expect(isTaken('2026-11-20', '2026-11-01')).toBe(false);
    expect(isTaken('2026-02-30', '2026-03-01')).toBe(false);
    expect(isTaken('2026-11-01', '2026-11-27')).toBe(false);
    expect(isTaken('2025-01-01', '2026-11-01')).toBe(false);
  });
});

describe('[J25] what tells somebody', () => {
  const kindOf = (cell: string, column = '咨询类型') =>
    faultsOf(`日期|客服|接待人数|${column}\n2026-11-11|王小明|1|${cell}`);

  test.each([
    ['电话13812345678', '电话'],
    ['138 1234 5678', '电话'],
    ['１３８１２３４５６７８', '电话'],
    ['010-62345678', '电话'],
    ['51010719900101123X', '长串数字'],
    ['单号 2026111199', '长串数字'],
    ['a.b@qq.com', '联系方式'],
    ['加微信号聊', '联系方式'],
    ['张女士催件', '名字'],
    ['李**', '名字'],
    ['tb88991234', '名字'],
    ['武侯区人民南路4号', '地址'],
    ['3栋2单元', '地址'],
    ['王小明答的', '客服的名字'],
    ['=HYPERLINK(1)', '公式'],
    ['我的快递为什么三天了还没有到你们到底发没发货', '20 个字'],
  ])('%s is refused by its cell and not repeated', (cell, why) => {
    const faults = kindOf(cell);
    expect(faults).toHaveLength(1);
    expect(faults[0]?.[0]).toBe('D2');
    expect(faults[0]?.[1]).toContain(why);
    expect(faults[0]?.[1]).not.toContain(cell);
    expect(kindOf(cell, '投诉原因')).toHaveLength(1);
  });

  test.each([
    '618 活动咨询',
    '物流/催件',
    '双11价保',
    '尺码推荐',
    '退换货',
    '国补资格',
    '7天无理由',
    '常见问题',
    '高频咨询',
  ])('%s is a kind of question', (cell) => {
    expect(kindOf(cell)).toEqual([]);
  });

  test('[J76] a bare name among kinds is refused by its cell; a word of the trade, and what comes often, is none', () => {
    const rows = (cells: string[], column = '投诉类型') =>
      faultsOf(`日期|接待人数|${column}\n${cells.map((cell) => `2026-11-11|1|${cell}`).join('\n')}`);
    const kinds = ['物流慢', '少件', '安装', '质量问题', '包装', '差价', '颜色', '国补', '尺码', '余额'];
    for (const name of ['李娜', '王小明', '欧阳若曦', '李 娜', '赵一'])
      expect([name, rows([...kinds, name]).map(([cell]) => cell)]).toEqual([name, ['C12']]);
    const [fault] = rows([...kinds, '王小明', '王小明']);
    expect(fault?.[1]).not.toContain('小明');
    expect(rows([...kinds, ...kinds])).toEqual([]);
    expect(rows([...kinds, '陶瓷', '陶瓷', '陶瓷'])).toEqual([]);
    // A shop may be called like a person.
    expect(rows(['张小泉', '谷炊', '燧步'], '店铺')).toEqual([]);
  });

  test('a column of kinds that holds names, or something else in every row, is refused by its heading', () => {
    const rows = (cells: string[]) =>
      faultsOf(`日期|接待人数|咨询类型\n${cells.map((cell) => `2026-11-11|1|${cell}`).join('\n')}`);
    expect(rows(['王小明', '李红', '赵一'])[0]?.[0]).toBe('C1');
    expect(rows(Array.from({ length: 13 }, (_, n) => `第${n}种`))[0]?.[0]).toBe('C1');
    expect(rows(Array.from({ length: 26 }, (_, n) => `第${n % 13}种`))).toEqual([]);
  });

  test('figures that stand in the wrong column never come back in a message', () => {
    const [fault] = faultsOf('日期|接待人数|首响\n2026-11-11|13812345678|20');
    expect(fault?.[0]).toBe('B2');
    expect(fault?.[1]).not.toMatch(/138/);
  });
});

describe('figures and days', () => {
  test.each([
    ['18.5', 18.5],
    ['18.5秒', 18.5],
    ['1\'20"', 80],
    ['01:20', 80],
    ['1小时2分', 3720],
    ['N/A', 'none'],
    ['', 'none'],
    ['快', 'wrong'],
    ['-3', 'wrong'],
    ['90000', 'wrong'],
  ] as const)('%s is %s seconds', (cell, seconds) => {
    expect(secondsOf(cell, 'seconds')).toBe(seconds);
  });

  test('a bare number is told in the unit of its heading', () => {
    expect(secondsOf('1.5', 'minutes')).toBe(90);
    expect(secondsOf('18500', 'milliseconds')).toBe(18.5);
  });

  test('shares without a sign are parts of one only where none of the column is above it', () => {
    expect(shareUnit(['0.35', '1', '—'])).toBe('fraction');
    expect(shareUnit(['0.35', '35'])).toBe('percent');
    expect(shareUnit(['35%'])).toBe('percent');
    expect([shareOf('0.355', 'fraction'), shareOf('0.5', 'percent'), shareOf('35.5%', 'fraction')]).toEqual([
      35.5, 0.5, 35.5,
    ]);
    expect(shareOf('101%', 'percent')).toBe('wrong');
  });

  test.each(['2026-11-11', '2026/11/11', '2026.11.11', '2026年11月11日', '20261111', '46337', '2026-11-11~2026-11-17'])(
    '%s is the eleventh of November',
    (cell) => {
      expect(timeOf(cell)).toBe(at(11));
    },
  );
  test('a day may have a time, and one that is none is wrong', () => {
    expect(timeOf('2026-11-11 20:05:30')).toBe(at(11, 20, 5));
    expect([timeOf('2026-13-01'), timeOf('11月11日'), timeOf('2026-11-11 25:00')]).toEqual(['wrong', 'wrong', 'wrong']);
  });
});
