/**
 * Drills of a trainee who knows the case and slips once: one reply is vague, wrong, rude, late, a bare hold or a quick
 * reply, or missing.
 */
import type { Reply } from '#library/schema/testplan.ts';
import { dataOf, repliesOf, scenarioOf } from './play.ts';

const VAGUE = [
  '应该可以的吧，具体看情况',
  '尽快哈，一般都没什么问题的',
  '这个不好说，多半是行的',
  '可能吧，到时候再看看',
];
const RUDE = ['说了多少遍了，烦不烦。', '你急什么急，催什么催。'];
const HOLD = ['稍等', '您稍等一下，我看看'];

export type Worsened = { who: string; replies: readonly Reply[] };

const typed = (text: string): Reply['say'] => [{ text }];
const wordsOf = (reply: Reply): string => {
  const [first] = reply.say;
  return first && 'text' in first ? first.text : '';
};

/** Wrong answers the case lists for the musts of a beat. */
const wrongWords = (id: string, to: string): string[] => {
  const points =
    scenarioOf(id)
      .beats.find((b) => b.id === to)
      ?.asks.flatMap((q) => q.points) ?? [];
  const musts = points.filter((p) => p.must);
  return musts.flatMap((p) => [...(p.wrongs ?? []).flatMap((w) => w.says), ...(p.contradicts ?? [])]);
};

/** Every way of slipping, in reply `at` of the model's. */
export const worsenedAt = (id: string, at: number): Worsened[] => {
  const model = repliesOf(id, 'model');
  const reply = model[at];
  if (!reply) return [];
  const phrases = dataOf([id]).shops.flatMap((shop) => shop.quickReplies);
  const phrase = phrases[(at * 7) % phrases.length];
  const own = wordsOf(reply);
  const wrongs = wrongWords(id, reply.to);
  const put = (change: Partial<Reply>) => model.map((one, i) => (i === at ? { ...reply, ...change } : one));
  const before = (text: string) => [...model.slice(0, at), { ...reply, do: [], say: typed(text) }, ...model.slice(at)];
  const pick = (list: readonly string[], nth: number): string => list[nth % list.length] ?? '';
  const all: Worsened[] = [
    { who: 'vague', replies: put({ say: typed(pick(VAGUE, at)) }) },
    { who: 'vague first', replies: before(pick(VAGUE, at + 1)) },
    { who: 'silent', replies: model.filter((_, i) => i !== at) },
    { who: 'holding', replies: put({ say: typed(pick(HOLD, at)) }) },
    { who: 'late', replies: put({ afterS: 50 }) },
    ...(phrase ? [{ who: 'pasting', replies: put({ say: [{ quickReply: phrase.id }] }) }] : []),
    ...(own === '' ? [] : [{ who: 'rude', replies: put({ say: typed(`${pick(RUDE, at)}${own}`) }) }]),
    ...(reply.do.length > 0 ? [{ who: 'not clicking', replies: put({ do: [] }) }] : []),
  ];
  if (wrongs.length === 0) return all.map((one) => ({ ...one, who: `${one.who} at ${at}` }));
  all.push({ who: 'wrong', replies: put({ say: typed(pick(wrongs, at)) }) });
  all.push({ who: 'wrong first', replies: before(pick(wrongs, at + 1)) });
  if (own !== '') all.push({ who: 'half wrong', replies: put({ say: typed(`${own}。${pick(wrongs, at + 2)}`) }) });
  return all.map((one) => ({ ...one, who: `${one.who} at ${at}` }));
};
