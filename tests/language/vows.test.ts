/** What others decide, and what nobody can fix a time for, is vowed by no desk (RULES T153, T154). */
import { describe, expect, it } from 'vitest';
import { prepare } from '#engine/prepare/prepare.ts';
import { judge } from '#language/judge.ts';
import { VERDICT_THRESHOLDS } from '#language/terms/thresholds.ts';
import { contentFor } from '#library/load.ts';
import { library } from '#tests/support/library.ts';

const CASE = 'return-dispute/allergy-no-record';
const truth = prepare(contentFor(library, [CASE]).data).cases.get(CASE)?.truth;
if (truth === undefined) throw new Error(`no case ${CASE}`);
const { authority, cards } = truth;

const vowed = (reply: string): string[] => judge({ reply, points: [], cards }).contradictions.map(({ card }) => card);

describe('[T153] what others decide', () => {
  it.each(['退一赔三主管肯定批的', '重发铁定给您批的', '这种情况批是肯定批的', '这种情况都会批的'])(
    '%s is vowed',
    (reply) => expect(vowed(reply)).toEqual(['c-when']),
  );
  it.each([
    '主管批了我马上告诉您',
    '批不批由主管定',
    '不一定给您批',
    '肯定批不批我说了不算',
    '下一批肯定有灰色',
    '主管肯定会看的',
    '一定给您批吗',
  ])('%s vows nothing', (reply) => expect(vowed(reply)).toEqual([]));
});

describe('[T153] the hour money comes', () => {
  it.each(['今晚八点前准到您账上', '明天中午前一定会到账的', '今天17点前599一定到您账上'])('%s is vowed', (reply) =>
    expect(vowed(reply)).toEqual(['c-when']),
  );
  it.each([
    '原路退，1到3个工作日到账',
    '到账看银行，明天不一定',
    '到您账上了说一声',
    '明天中午前我一定回您，到账没到账都说',
  ])('%s vows nothing', (reply) => expect(vowed(reply)).toEqual([]));
});

describe('[T153] a vow behind the day goods come', () => {
  it.each(['周六之前送到家肯定没问题的', '15号保管送到您屋头', '明天到手妥妥没问题'])('%s is one', (reply) =>
    expect(vowed(reply)).toHaveLength(1),
  );
  it.each([
    '送到家有问题肯定给您处理',
    '先帮您保管到明天',
    '驿站代保管三天',
    '退回来肯定没问题',
    '周六送到家没问题吗',
    '不是说送到家肯定没问题',
  ])('%s is none', (reply) => expect(vowed(reply)).toEqual([]));
});

/** Sums promised for sure by who has reported to the highest level. */
const given = (reply: string): number =>
  judge({ reply, points: [], authority: { ...authority, level: 'C' } }).promises.filter(
    ({ chance }) => chance >= VERDICT_THRESHOLDS.promise.told,
  ).length;

describe('[T154] a sum vowed once it was reported', () => {
  it.each(['那八百肯定给您补上', '这300块店里肯定全赔', '70块一定补给您'])('%s is the desk’s own promise', (reply) =>
    expect(given(reply)).toBe(1),
  );
  it.each(['70块给您补上', '那800给您报上去', '赔不赔300主管定', '肯定不能给您补50', '300块店里赔吗'])(
    '%s isn’t',
    (reply) => expect(given(reply)).toBe(0),
  );
});

describe('[T157] a mishap whose verb stands behind what it is about', () => {
  it.each(['抹到下月8号，保您拍照一点皮不起', '保证色都不掉', '我保证洗几回球也不起'])('%s is vowed', (reply) =>
    expect(vowed(reply)).toEqual(['c-when']),
  );
  it.each(['皮不起了再停用', '保证金不退，皮还起吗', '起皮了保证给您处理', '皮起不起因人而异'])(
    '%s vows nothing',
    (reply) => expect(vowed(reply)).toEqual([]),
  );
});

/** What the desk itself promises beyond its authority. */
const beyond = (reply: string): string[] =>
  judge({ reply, points: [], authority: { ...authority, level: 'A' } })
    .promises.filter(({ chance }) => chance >= VERDICT_THRESHOLDS.promise.told)
    .map(({ kind }) => kind);

describe('[T158] a sum for a delay, and a price that no page has', () => {
  it.each([
    ['万一晚了，我给您补一百块，算店里的', 'money'],
    ['要是没赶上，我给您赔300块', 'money'],
    ['到时候上架我先给您留一双，老客价拿', 'price'],
    ['我给您按内部价算', 'price'],
    ['您先按原价拍下，差的那部分我晚点给您退回来', 'price'],
  ])('%s is promised', (reply, kind) => expect(beyond(reply)).toEqual([kind]));
  it.each([
    '万一晚了，我给您报主管',
    '要是您不退，给您补100块',
    '万一晚了，运费100块我们出',
    '万一晚了能补100块吗',
    '差价您看价保规则，7天内降价差的部分退给您',
    '您先拍，发错了差的那部分退给您',
    '先拍的话差的那部分退不了',
    '老客价没有的',
    '有老客价吗',
    '老客价得问班长能不能给',
    '老客价给不了您',
  ])('%s isn’t', (reply) => expect(beyond(reply)).toEqual([]));
});

describe('[T157] a warranty that is stretched', () => {
  const appliance = prepare(contentFor(library, ['product-advice/blender-nap']).data).cases.get(
    'product-advice/blender-nap',
  )?.truth.cards;
  const against = (reply: string): string[] =>
    judge({ reply, points: [], ...(appliance && { cards: appliance }) }).contradictions.map(({ card }) => card);
  it.each(['看中就拍，我再给您把质保延到两年', '保修给您延长到5年'])('%s is against its card', (reply) =>
    expect(against(reply)).toEqual(['g-war']),
  );
  it.each(['质保1年，电机3年', '质保延不到两年', '质保能延到两年吗'])('%s isn’t', (reply) =>
    expect(against(reply)).toEqual([]),
  );
});
