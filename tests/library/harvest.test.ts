import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exampleText } from '#library/examples/example-text.ts';
import { harvest, printHarvest, type RuledReply } from '#library/examples/harvest.ts';
import { tempFolder } from '#tests/storage/temp-folder.ts';
import { VALID } from './fixture.ts';

const MINI = 'product-advice/mini';
const FILE = `scenarios/cases/${MINI}.yaml`;
const none = () => [];

let made = 0;
const lesson = (text: string, over: Partial<RuledReply> = {}): RuledReply => {
  made += 1;
  const at = Date.UTC(2026, 10, 20, 6, 3) + made * 60_000;
  const plain = { ruling: `g${made}`, scenario: MINI, point: 'ship', list: 'yes' as const, by: '王老师' };
  return { ...plain, text, at, ...over };
};

const library = (): { cases: string; read: () => string } => {
  const folder = tempFolder();
  cpSync(VALID, folder, { recursive: true });
  const cases = join(folder, 'cases');
  return { cases, read: () => readFileSync(join(cases, `${MINI}.yaml`), 'utf8') };
};

describe('the harvest', () => {
  it('makes a patch with who and when above it, byte for byte, and touches no file', async () => {
    const { cases, read } = library();
    const before = read();
    const first = lesson('付了款仓库当天就给您发走', { at: Date.UTC(2026, 10, 20, 6, 3) });
    const found = await harvest(cases, [first], { faultsOf: none });
    expect(read()).toBe(before);
    const lines = before.split('\n');
    const row = lines.findIndex(
      (line, i) => i > lines.findIndex((l) => l.includes('id: ship')) && line.includes('yes: ['),
    );
    expect(lines[row]).toBeDefined();
    const patched = lines[row]?.replace('时内给您发货]', '时内给您发货, 付了款仓库当天就给您发走]');
    expect(printHarvest(found)).toBe(
      [
        '# 王老师 2026-11-20T06:03Z ship 收作 yes：付了款仓库当天就给您发走',
        ...[`diff --git a/${FILE} b/${FILE}`, `--- a/${FILE}`, `+++ b/${FILE}`],
        `@@ -${row - 2},7 +${row - 2},7 @@`,
        ...lines.slice(row - 3, row).map((line) => ` ${line}`),
        `-${lines[row]}`,
        `+${patched}`,
        ...lines.slice(row + 1, row + 4).map((line) => ` ${line}`),
        '',
      ].join('\n'),
    );
  });

  it('takes words ruled covered as yes and others as no, in order of time', async () => {
    const { cases } = library();
    const lessons = [
      lesson('这个得看仓库那边忙不忙', { list: 'no', at: 20 }),
      lesson('付了款仓库当天就给您发走', { at: 30 }),
      lesson('您慢慢挑不着急的呢', { list: 'no', at: 10 }),
    ];
    const { added, files } = await harvest(cases, lessons, { faultsOf: none });
    expect(added.map(({ lesson: { list }, text }) => [list, text])).toEqual([
      ['no', '您慢慢挑不着急的呢'],
      ['no', '这个得看仓库那边忙不忙'],
      ['yes', '付了款仓库当天就给您发走'],
    ]);
    expect(files[0]?.after).toMatch(/no: \[.*您慢慢挑不着急的呢, 这个得看仓库那边忙不忙\]/);
    const back = await harvest(cases, lessons.toReversed(), { faultsOf: none });
    expect(printHarvest(back)).toBe(printHarvest(await harvest(cases, lessons, { faultsOf: none })));
  });

  it('skips words the case has already or nearly, and words it has with the opposite verdict', async () => {
    const { cases } = library();
    const once = lesson('付了款仓库当天就给您发走');
    const { added, left } = await harvest(
      cases,
      [once, lesson('付了款 仓库当天就给您发走~'), lesson('付了款仓库当天就给您发走', { list: 'no' })],
      { faultsOf: none },
    );
    expect(added).toHaveLength(1);
    expect(left.map(({ why }) => why)).toEqual(['there', 'opposite']);
  });

  it('says so where the case or point is gone, or the file can’t be read', async () => {
    const { cases } = library();
    writeFileSync(join(cases, 'product-advice', 'broken.yaml'), 'id: [');
    const lessons = [
      lesson('今天给您发走', { point: 'gone' }),
      lesson('今天给您发走', { scenario: 'product-advice/gone' }),
      lesson('今天给您发走', { scenario: '../../etc/passwd' }),
      lesson('今天给您发走', { scenario: 'product-advice/broken' }),
    ];
    const found = await harvest(cases, lessons);
    expect(found.left.map(({ lesson: one, why }) => [one.scenario, why])).toEqual([
      ['../../etc/passwd', 'no-case'],
      ['product-advice/broken', 'unreadable'],
      ['product-advice/gone', 'no-case'],
      [MINI, 'no-point'],
    ]);
    expect(printHarvest(found)).toContain('要点不在了');
  });

  it('leaves out words that the judge would judge otherwise, unless it is forced', async () => {
    const { cases } = library();
    const faultsOf = (authored: { beats: readonly unknown[] }) =>
      JSON.stringify(authored).includes('仓库当天就给您发走')
        ? [{ code: 'example-misjudged' as const, path: ['beats', 0], message: '该算覆盖，判成没认出' }]
        : [];
    const words = [lesson('付了款仓库当天就给您发走'), lesson('您付完我们马上安排出库')];
    const found = await harvest(cases, words, { faultsOf });
    expect(found.added.map(({ text }) => text)).toEqual(['您付完我们马上安排出库']);
    expect(found.left).toMatchObject([{ why: 'needs-key', message: '该算覆盖，判成没认出' }]);
    expect(printHarvest(found).split('\n').at(-2)).toMatch(/^# 没有收：.*「付了款仓库当天就给您发走」需要补说法/);
    expect((await harvest(cases, words, { faultsOf, force: true })).added).toHaveLength(2);
  });

  it('lets other work have its turn between two lessons', async () => {
    const { cases } = library();
    let breaths = 0;
    const breathe = async () => {
      breaths += 1;
    };
    await harvest(cases, [lesson('付了款仓库当天就给您发走'), lesson('您付完我们马上安排出库')], {
      faultsOf: none,
      breathe,
    });
    expect(breaths).toBe(2);
  });
});

describe('the words of an example', () => {
  const text = (said: string, names: string[] = []) => {
    const made = exampleText(said, names);
    return made.ok ? made.text : made.why;
  };

  it.each([
    ['您打13812345678找我就行', '您打手机号找我就行'],
    ['您打 138-1234-5678 找我就行', '您打 手机号 找我就行'],
    ['回拨010-62345678可以的', '回拨电话可以的'],
    ['单号SF1234567890123今天发的', '单号今天发的'],
    ['订单 2847561029384756 已经改好了', '订单 单号 已经改好了'],
    ['身份证11010519491231002X收到了', '身份证证件号收到了'],
    ['39.5码，459减40再减15，到手404', '39.5码，459减40再减15，到手404'],
    ['退到原来的卡里\n三天内到', '退到原来的卡里 三天内到'],
  ])('%s → %s', (said, kept) => expect(text(said)).toBe(kept));

  it.each(['加微信 abc_12345 我发您', '发我邮箱 a.b@c.com', '看 https://x.cn/1', '寄杭州市文三路旁边小区12号就行'])(
    'not: %s',
    (said) => expect(text(said)).toBe('private'),
  );

  it('leave names out, and are neither too short nor too long', () => {
    expect(text('不想早八，这双建议拿39.5', ['不想早八'])).toBe('这双建议拿39.5');
    expect(text('可以')).toBe('too-short');
    expect(text('好的呀'.repeat(60))).toBe('too-long');
  });
});
