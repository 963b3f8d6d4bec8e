import { describe, expect, it } from 'vitest';
import { bystanderParts, toBystanders } from '#library/reading/bystanders.ts';
import { toPoint, toScenario } from '#library/reading/normalise.ts';
import { toReacts, toSpan } from '#library/reading/normalise-parts.ts';
import { readAuthored } from '#library/reading/read-file.ts';
import { type AuthoredScenario, scenarioFile } from '#library/schema/scenario.ts';
import { toReplies } from '#library/schema/testplan.ts';

const HEAD = `
id: a/b
type: a
level: 1
title: 题
minutes: 3
teaches: 学
shop: mini
story: {date: 2026-11-12, time: "00:10"}
customer: {persona: p, name: 客, knows: {photo: {picture: rotten, do: request-photo}}}
`;

const authored = (rest: string): AuthoredScenario => {
  const { value, diagnostics } = readAuthored('x.yaml', HEAD + rest, scenarioFile);
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
};

const text = (words: string) => ({ kind: 'text', text: words });

describe('reactions', () => {
  it('become one shape from a line, a list or {reply, mood, then, after}; a list is alternatives', () => {
    const reacts = toReacts({
      vague: '几点 ⏎ 说准',
      evaded: ['一', '二'],
      cold: { mood: 8, then: 'wok', after: '20s' },
    });
    expect(reacts.slots.vague).toEqual({
      bursts: [[text('几点'), text('说准')]],
      mood: null,
      then: null,
      afterS: null,
    });
    expect(reacts.slots.evaded?.bursts).toEqual([[text('一')], [text('二')]]);
    expect(reacts.slots.cold).toEqual({ bursts: null, mood: 8, then: 'wok', afterS: 20 });
  });

  it("with keys are one for each id, or '*' for any", () => {
    const reacts = toReacts({ wrong: { price: '套路' }, partly: { reply: '还有呢' }, 'red-line': { insult: '哦' } });
    expect(reacts.wrong).toHaveProperty('price');
    expect(reacts.partly['*']?.bursts).toEqual([[text('还有呢')]]);
    expect(Object.keys(reacts.redLine)).toEqual(['insult']);
  });
});

describe('a case', () => {
  const scenario = toScenario(
    authored(`
before: [{at: -20m, by: 甲, says: 稍等}]
order: {no: "1", signed-on: -1d, items: [{product: cup, price: 1000, qty: 2}], off: [{card: c, amount: 300}]}
forbids: [{do: refund-full, because: 没验收, reply: 好嘞, mood: +10}, {act: goodbye, because: 没完}]
beats:
  - id: call
    quiet: {for: 90s, window: {kind: recognise-regular, until: 90s, points: [known]}}
    then: end
endings: {end: {outcome: kept, later: {unmet: refund-full, after: 5h, to: call}}}
`),
  );

  it('[C3] relative times become the clock times of the story', () => {
    expect(scenario.before[0]).toMatchObject({ when: '11-11 23:50', by: 'agent', name: '甲' });
    expect(scenario.orders[0]?.signedOn).toBe('11-11 00:10');
  });

  it('gives an order its status by its dates and its total by its items', () => {
    expect(scenario.orders[0]).toMatchObject({ id: 'order', status: 'signed', total: 1700 });
  });

  it('makes a window inside quiet the beat’s window, and one id for all fills every way out', () => {
    const [beat] = scenario.beats;
    expect(beat?.quiet).toEqual({ for: { value: 90, unit: 's' } });
    expect(beat?.window).toMatchObject({ kind: 'recognise-regular', points: ['known'], from: null });
    expect(Object.values(beat?.then ?? {})).toEqual(['end', 'end', 'end', 'end', 'end']);
  });

  it('gives a forbid without reply or mood the reaction `forbidden`', () => {
    expect(scenario.forbids.map(({ reaction }) => reaction?.mood)).toEqual([10, undefined]);
    expect(scenario.endings[0]?.later).toEqual({
      left: null,
      unmet: 'refund-full',
      after: { value: 5, unit: 'h' },
      to: 'call',
    });
  });

  it('tells a fact that is only a picture by sending it', () => {
    expect(scenario.customer.knows[0]?.says).toEqual([{ kind: 'picture', picture: 'rotten' }]);
  });
});

it('[C2] a span keeps its unit, as the unit decides what the pace does', () => {
  expect(['45s', '30m', '5h', '2d'].map(toSpan)).toEqual([
    { value: 45, unit: 's' },
    { value: 30, unit: 'm' },
    { value: 5, unit: 'h' },
    { value: 2, unit: 'd' },
  ]);
});

it('[T4] a wrong answer with an id has its wordings among all wordings, and its reaction apart', () => {
  const point = toPoint({
    id: 'size',
    says: '39.5',
    wrongs: [
      { id: 'says-39', says: ['39'], reply: '那我拍39', then: 'exchange' },
      { id: 'other', says: ['40'] },
    ],
  });
  expect(point.wrongs?.map(({ id }) => id)).toEqual(['says-39', 'other']);
  expect(point.wrongReacts).toEqual({
    'says-39': { bursts: [[text('那我拍39')]], mood: null, then: 'exchange', afterS: null },
  });
});

it('a reply of a testplan comes after eight seconds unless given, is one turn as a list, and names a quick reply in either spelling', () => {
  expect(
    toReplies([
      { to: 'a', say: ['一', '二'], do: [{ action: 'remark', note: '急' }] },
      { to: 'any', after: '3s', 'quick-reply': 'hello', repeat: true },
    ]),
  ).toEqual([
    {
      to: 'a',
      afterS: 8,
      do: [{ action: 'remark', with: { note: '急' } }],
      say: [{ text: '一' }, { text: '二' }],
      repeat: false,
    },
    { to: 'any', afterS: 3, do: [], say: [{ quickReply: 'hello' }], repeat: true },
  ]);
});

describe('bystanders', () => {
  it('are read from 名字：话 with either colon, with ⏎ for the next one, and a list for alternatives', () => {
    expect(toBystanders('美美妈：我家也是 ⏎ 三楼小赵:同问，19:30 还有吗')).toEqual([
      [
        { name: '美美妈', text: '我家也是' },
        { name: '三楼小赵', text: '同问，19:30 还有吗' },
      ],
    ]);
    expect(toBystanders(['甲：一', '乙：二'])).toEqual([[{ name: '甲', text: '一' }], [{ name: '乙', text: '二' }]]);
  });

  it('aren’t read from a sentence with a colon in it, nor from a name that says nothing', () => {
    const unnamed = ['我说一句，你们看：真清楚', '：同问', '美美妈：', '', '这是一个写得比十二个字还要长的网名：在'];
    for (const line of unnamed) expect(bystanderParts(line).map(({ who }) => who)).toEqual([null]);
    expect(toBystanders(unnamed)).toEqual([]);
  });

  it('leave a beat without any with no such field, so that other cases keep their content hash', () => {
    const beats = toScenario(
      authored(`
beats:
  - {id: a, place: group, says: 在吗, others: 甲：同问, then: b}
  - {id: b, says: 嗯, then: end}
endings: {end: {outcome: lost}}
`),
    ).beats;
    expect(beats.map((one) => one.others)).toEqual([[[{ name: '甲', text: '同问' }]], undefined]);
    expect(Object.keys(beats[1] ?? {})).not.toContain('others');
  });
});
