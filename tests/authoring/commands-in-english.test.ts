/** What the commands print is English after `--lang en`. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { shopBody } from '#http/bodies/shop-body.ts';
import { inLanguage } from '#i18n/language.ts';
import { frameShown } from '#scripts/check/wordings-shown.ts';
import { sentencesOf } from '#scripts/messages/types-text.ts';
import { writeCase } from '#scripts/new-case/write-case.ts';
import { startLine, stateLine, threadLines } from '#scripts/play/as-trainee.ts';
import { shopLines } from '#scripts/play/shop-lines.ts';
import { dataOf, library, play, repliesOf, scenarioOf } from '#tests/learning/support/play.ts';

const SHOE = 'product-advice/shoe-half-size';
const PAID_LATE = 'payment-reminder/unpaid-ten-to-ten';
const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
const outsideQuotes = (text: string): string => text.replace(/“[^”]*”/g, '');
const english = <T>(make: () => T): T => inLanguage('en', make);

describe('in English', () => {
  it('the sentences of commands are English', () => {
    const own = [...sentencesOf('en')].filter(([key]) => key.startsWith('commands:'));
    expect(own.length).toBeGreaterThan(60);
    expect(own.map(([, text]) => outsideQuotes(text)).filter((text) => CHINESE.test(text))).toEqual([]);
  });

  it('a play as its trainee sees it, with the shop’s headings, is English', () => {
    const { data, events } = play([SHOE], repliesOf(SHOE, 'model'));
    const lines = english(() => threadLines(prepare(data), events));
    const who = new Set(lines.map((line) => line.slice(9, 25).trim()));
    expect([...who].filter((one) => CHINESE.test(one))).toEqual([]);
    expect(who).toContain('Customer');
    expect(english(() => stateLine(events.slice(0, 3)))).toMatch(/^\(The conversation is still open/);
    expect(outsideQuotes(english(() => startLine(scenarioOf(SHOE))))).not.toMatch(CHINESE);
    const shop = shopBody(dataOf([SHOE]), scenarioOf(SHOE).shop);
    if (!shop) throw new Error('no shop');
    const headings = english(() => shopLines(shop)).filter((line) => line.startsWith('## '));
    expect(headings).toHaveLength(6);
    expect(headings.filter((line) => CHINESE.test(line))).toEqual([]);
  });

  it('a play tells what happens, and in Chinese as it always did', () => {
    const { data, events } = play([PAID_LATE], repliesOf(PAID_LATE, 'model'));
    const content = prepare(data);
    const happens = (lines: readonly string[]) => lines.map((line) => line.slice(9).replace(/\s+/g, ' ').trim());
    const chinese = happens(threadLines(content, events));
    expect(chinese).toContain('〔11小时后〕');
    expect(chinese).toContain('客户操作 客户付款了');
    expect(chinese).toContain('我点了 催支付 | 付款提醒卡已发给客户');
    const lines = happens(english(() => threadLines(content, events)));
    expect(lines).toContain('[11 hours later]');
    expect(lines).toContain('Customer does Customer paid');
    expect(lines).toContain('I clicked Payment prompt | The payment card has been sent to the customer');
  });

  it('an operation is told by the labels of the desk, with names instead of ids', () => {
    const told = (id: string) => {
      const { data, events } = play([id], repliesOf(id, 'model'));
      const lines = () => threadLines(prepare(data), events).filter((line) => /我点了|I clicked/.test(line));
      return [lines(), english(lines)].map((all) => all.map((line) => line.slice(9).replace(/\s+/g, ' ').trim()));
    };
    const [chinese = [], lines = []] = told('returning-customer/callback-after-exchange');
    expect(chinese[0]).toMatch(/^我点了 补发（配件 密封垫圈、商品 [^a-z0-9].*） \| 补发单已建$/u);
    expect(lines[0]).toMatch(/^I clicked Resend \(Part Sealing gasket, Product .*\) \| The resend order is created$/);
    const [, refund = []] = told('community/group-rotten-photo');
    expect(refund.join('\n')).toContain('I clicked Partial refund (Amount ¥1.60) | The partial refund is submitted');
    expect([...lines, ...refund].filter((line) => /gasket|g11|\{|"/.test(line.replace('Sealing gasket', '')))).toEqual(
      [],
    );
  });

  it('the description of what a point listens for is English', () => {
    const value = { kind: 'amount', text: '59元' } as const;
    const frames = [
      { values: [value], payer: '店铺', split: false, denied: true },
      { values: [], payer: null, split: true, denied: false },
      { values: [], payer: null, split: false, denied: null },
    ] as const;
    const told = english(() => frames.flatMap((frame) => frameShown({ ...frame, values: [...frame.values] })));
    expect(told).toHaveLength(6);
    expect(told.map((line) => outsideQuotes(line).replace('59元', '')).filter((line) => CHINESE.test(line))).toEqual(
      [],
    );
  });

  it('the reason why no case was written is English', () => {
    const wanted = { shop: undefined, level: undefined, persona: undefined, to: tmpdir(), schemas: tmpdir() };
    const asked = [
      { ...wanted, id: 'shirt' },
      { ...wanted, id: 'nothing/shirt' },
      { ...wanted, id: 'promotion/shirt', level: '9' },
      { ...wanted, id: 'promotion/shirt', shop: 'nowhere' },
    ];
    const told = english(() => asked.map((one) => writeCase(library, one)));
    const [first] = told.map((one) => ('refused' in one ? (one.refused.split('\n')[0] ?? '') : 'written'));
    expect(first).toMatch(/^Write “shirt” as TYPE\/NAME/);
    for (const one of told) {
      if (!('refused' in one)) throw new Error('written');
      expect(outsideQuotes(one.refused.split('\n')[0] ?? '')).not.toMatch(CHINESE);
    }
  });

  it('--lang is read before the command prints anything, and refused when it names no language', () => {
    const to = mkdtempSync(join(tmpdir(), 'kefu-'));
    const run = (...words: string[]): string =>
      execFileSync(process.execPath, ['--import', 'tsx', 'scripts/scenarios-new.ts', ...words], { encoding: 'utf8' });
    try {
      expect(run('--help', '--lang', 'en')).toMatch(/^usage: npm run/);
      expect(run('--help')).toMatch(/^用法：npm run/);
      expect(() => run('promotion/shirt', '--to', to, '--lang=fr')).toThrow('--lang: zh, en');
    } finally {
      rmSync(to, { recursive: true });
    }
  });
});
