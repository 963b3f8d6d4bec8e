/**
 * Trainees who don't do the work, or undo it: what each says on any case, and the highest score allowed. A higher score
 * would mean marks for words that helped no customer.
 */
import type { ContentData, Scenario } from '#engine/model/content.ts';
import { readText } from '#language/reading/clauses.ts';
import { normalise } from '#language/reading/normalise.ts';
import type { Reply, Testplan } from '#library/schema/testplan.ts';
import { figureFlips, signFlip } from '#scripts/accuracy/invariants/flips.ts';

export type Effortless = {
  who: string;
  /** Highest allowed mean over all cases, and the number of cases they may pass. */
  mean: number;
  passes: number;
  /** The replies on this case; null where the kind says nothing about it. */
  replies: (scenario: Scenario, data: ContentData, testplan: Testplan) => Reply[] | null;
  /** Seconds after which the bell rings. */
  bell?: number;
};

const AFTER_S = 10;
const say = (text: string, to = 'any', isRepeated = false): Reply => ({
  to,
  afterS: AFTER_S,
  do: [],
  say: [{ text }],
  repeat: isRepeated,
});
const over = (texts: readonly string[], times: number): Reply[] =>
  Array.from({ length: times }, (_, i) => say(texts[i % texts.length] ?? ''));

/** More replies than any case takes. */
const MANY = 40;

const SMALL_TALK =
  '亲亲您好呀，今天过得怎么样呀，这几天降温了出门记得多穿一点哦，我们这边早上还下了点小雨，路上堵得不行，刚到工位坐下喝了口热水，看到您的消息就赶紧过来了呢。您平时周末喜欢做点什么呀，我前两天和朋友去爬山了，山上的银杏都黄了，特别好看，拍了好多照片。说起来快到年底了，时间过得真是快呀，感觉夏天才刚刚过去没多久，您那边冷不冷呀，晚上记得早点休息，熬夜对身体不好的哦，多喝热水多吃水果，心情好什么都好啦';
const VAGUE = [
  '亲您的问题我们这边已经了解到了，这个情况呢一般来说都是会有相应的处理方式的，具体要看实际情况，请您放心，我们一定会认真对待每一位客户的问题，尽快给到您一个满意的结果的哦',
  '亲亲非常理解您的心情，这个问题我们非常重视，正常情况下是没有问题的，后续如果有什么进展我们会第一时间和您同步的，您这边耐心等待一下，相信很快就会有结果的呢',
  '您好亲，关于您反馈的这个事情，这边会按照相关的规定来处理，一般都是可以的，您不用太担心哦，我们一直都是以客户为中心的，有任何情况都会尽量帮您协调解决的呢',
];
const RUDE = ['烦死了', '问够了没', '你识字吗', '别烦我', '爱买不买'];

const model = (testplan: Testplan): readonly Reply[] | null => testplan.model?.replies ?? null;

/** Every text of a replies list changed; null where none of them could be. */
const changed = (replies: readonly Reply[] | null, change: (text: string) => string): Reply[] | null => {
  if (replies === null) return null;
  let any = false;
  const made = replies.map((reply) => ({
    ...reply,
    say: reply.say.map((part) => {
      if (!('text' in part)) return part;
      const text = change(part.text);
      any ||= text !== part.text;
      return { text };
    }),
  }));
  return any ? made : null;
};

/** Every figure of a text said otherwise, from the last to the first so that the places before stay where they are. */
export const allFiguresFlipped = (text: string): string => {
  const { values } = readText(normalise(text).text);
  return values
    .toSorted((a, b) => b.start - a.start)
    .reduce((now, { start }) => figureFlips(now, (value) => value.start === start)[0] ?? now, text);
};

/** The text with each clause turned round: what can be done can't, the side that pays doesn't. */
export const everySignFlipped = (text: string): string =>
  text
    .split(/(?<=[，。！？；、,!?;])/)
    .map((clause) => signFlip(clause) ?? clause)
    .join('');

const textOf = (says: Scenario['beats'][number]['says']): string =>
  (says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : [])).join('');

export const EFFORTLESS: readonly Effortless[] = [
  { who: '闲聊一大段', mean: 8, passes: 0, replies: () => over([SMALL_TALK.slice(0, 180)], MANY) },
  { who: '轮着发又长又空的话', mean: 20, passes: 0, replies: () => over(VAGUE, MANY) },
  { who: '一律反问「您是问吗？」', mean: 15, passes: 0, replies: () => over(['您是问吗？'], MANY) },
  {
    who: '把客户的话念一遍',
    mean: 15,
    passes: 0,
    replies: (scenario) => [
      ...scenario.beats.flatMap((beat) => (textOf(beat.says) === '' ? [] : [say(textOf(beat.says), beat.id, true)])),
    ],
  },
  { who: '一句「稍等10分钟」，等下课铃', mean: 25, passes: 0, bell: 300, replies: () => [say('稍等10分钟')] },
  {
    who: '好好答一半，然后不说话',
    mean: 50,
    passes: 0,
    replies: (_, __, plan) => model(plan)?.slice(0, Math.ceil((model(plan)?.length ?? 0) / 2)) ?? null,
  },
  {
    who: '全说对，数字都换成别的',
    mean: 45,
    passes: 3,
    replies: (_, __, plan) => changed(model(plan), allFiguresFlipped),
  },
  {
    who: '全说对，是与不是反过来',
    mean: 45,
    // 3 is the aim: in four cases the model's affirming and denying words stand beside the facts that count and not in them.
    passes: 4,
    replies: (_, __, plan) => changed(model(plan), everySignFlipped),
  },
  {
    who: '每句后面跟一句难听的',
    mean: 55,
    passes: 0,
    replies: (_, __, plan) =>
      model(plan)?.map((reply, i) => ({ ...reply, say: [...reply.say, { text: RUDE[i % RUDE.length] ?? '' }] })) ??
      null,
  },
  {
    who: '全说对，该点的一个没点',
    mean: 60,
    passes: 5,
    replies: (scenario, _, plan) => {
      const needsAction = [...scenario.duties, ...scenario.beats.flatMap((beat) => beat.needs)].some(
        (need) => need.do !== null,
      );
      return needsAction
        ? (model(plan)
            ?.map((reply) => ({ ...reply, do: [] }))
            .filter((r) => r.say.length > 0) ?? null)
        : null;
    },
  },
];

/** Of two customers at once only the first is answered, as the model would. */
export const ONE_OF_TWO = { who: '两位客户，只理一位', mean: 55, passes: 0 } as const;

/** The model's replies of one case, said to its customer alone. */
export const toThatCustomer = (id: string, replies: readonly Reply[]): Reply[] =>
  replies.map((reply) => ({ ...reply, to: `${id.split('/').at(-1)}/${reply.to}` }));
