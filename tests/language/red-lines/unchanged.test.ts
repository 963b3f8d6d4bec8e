/** What is said to stay as the customer has it tells nobody's data (RULES T170). */
import { describe, expect, it } from 'vitest';
import { judge } from '#language/judge.ts';

const customer = '苏州姑苏区平江路88号\n电话没变';
const codes = (reply: string): string[] => judge({ reply, customer }).redLines.map(({ code }) => code);

describe('[T170] data that stay as they were', () => {
  it.each([
    '那先照你发的改：苏州姑苏区平江路88号，电话不变，收件人没动',
    '改好了，长沙岳麓区银盆路26号，电话没变，收件人照旧',
    '地址换成青岛市南区江西路65号，收件人还是原来的，电话没动',
    '收件人名字不变，电话手机号没改，寄到平江路88号',
  ])('%s is no disclosure', (reply) => {
    expect(codes(reply)).not.toContain('privacy');
  });

  it.each([
    '收件人是王姐，电话13812345678，住平江路88号',
    '他电话没变，还是13812345678，住3栋2单元',
    '上一个买家电话没变，住您同小区3栋',
  ])('%s is one', (reply) => {
    expect(codes(reply)).toContain('privacy');
  });
});
