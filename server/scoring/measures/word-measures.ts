/** Words: quick replies and their three misuses, words a minute, answers to messages (docs/trade.md §4, §9; RULES M4). */
import type { Measure } from '#contract/report.ts';
import type { QuickReplyNote } from '#engine/model/events.ts';
import type { ConversationFacts } from '#scoring/facts/conversation-facts.ts';
import { repeats } from '#scoring/facts/turn-grade.ts';
import { type MeasureOf, percent, round1, shareWorked, sum } from './measure.ts';

const notesOf = (seens: readonly ConversationFacts[]): readonly QuickReplyNote[] =>
  seens.flatMap((s) => s.c.turns.flatMap((t) => t.judgement.canned));

function misuse(
  seens: readonly ConversationFacts[],
  verdict: QuickReplyNote['verdict'],
  id: string,
  name: string,
  formula: string,
): Measure {
  const notes = notesOf(seens);
  const hits = notes.filter((n) => n.verdict === verdict).length;
  return {
    id,
    name,
    value: hits,
    unit: 'count',
    target: '0',
    ok: hits === 0,
    formula,
    worked: `用了 ${notes.filter((n) => n.quickReply !== '').length} 次短语，其中 ${hits} 次`,
  };
}

export const quickRepliesOffTopic: MeasureOf = (seens) =>
  misuse(
    seens,
    'off-topic',
    'canned-off-topic',
    '短语乱用',
    '短语跟客户开着的问题一点不沾，记 1 次；沾了边却答错、答得含糊的，记在答错、含糊里',
  );
export const quickRepliesRigid: MeasureOf = (seens) =>
  misuse(seens, 'rigid', 'canned-rigid', '短语死用', '长短语一字没改发给一句短问，记 1 次');
/** Quick replies sent again, and short sentences typed again word for word. */
export const quickRepliesRepeated: MeasureOf = (seens) => {
  const notes = notesOf(seens).filter((n) => n.verdict === 'repeated');
  const phrases = notes.filter((n) => n.quickReply !== '').length;
  // Sentences of six characters and more are in the notes, shorter ones are found by the turn.
  const short = sum(
    seens.map(
      (s) =>
        s.c.turns.filter((t) => repeats(s.c, t) && !t.judgement.canned.some((n) => n.verdict === 'repeated')).length,
    ),
  );
  const value = notes.length + short;
  return {
    id: 'canned-repeated',
    name: '同一句重发',
    value,
    unit: 'count',
    target: '0',
    ok: value === 0,
    formula: '同一会话里同一句或九成相像的话再发一次，记 1 次；短语和自己打的都算',
    worked: value === 0 ? '没有重发的' : `重发 ${value} 次：短语 ${phrases} 次，自己打的 ${value - phrases} 次`,
  };
};

/** Share of messages made from a quick reply. Shown, never scored (RULES M4). */
export const quickReplyShare: MeasureOf = (seens) => {
  const all = sum(seens.map((s) => s.c.spoke.length));
  const canned = notesOf(seens).filter((n) => n.quickReply !== '').length;
  return {
    id: 'canned-share',
    name: '短语占比',
    value: percent(canned, all),
    unit: 'percent',
    target: null,
    ok: null,
    formula: '用短语发的消息 ÷ 你发的消息（不含操作发出的卡片）；只看，不计分',
    worked: shareWorked(canned, all),
  };
};

/** 答问比 = trainee messages ÷ customer messages (healthy 1.2–1.8). Shown, never scored (RULES M4). */
export const answerRatio: MeasureOf = (seens) => {
  const mine = sum(seens.map((s) => s.c.spoke.length + s.c.acted.filter((a) => a.sends).length));
  const theirs = sum(seens.map((s) => s.c.said.length));
  return {
    id: 'answer-ratio',
    name: '答问比',
    value: theirs === 0 ? null : Math.round((mine / theirs) * 100) / 100,
    unit: 'ratio',
    target: '1.2–1.8',
    ok: null,
    formula: '你发的消息（含操作发出的卡片）÷ 客户发的消息；只看，不计分',
    worked: shareWorked(mine, theirs),
  };
};

/** Nobody types a character in less: what comes faster was pasted, or the clocks disagree. */
const FASTEST_MS = 100;

/** 字/分钟 = characters typed ÷ minutes from first key to sent. From the client's times: informs, never scores. */
export const typingSpeed: MeasureOf = (seens) => {
  const timed = seens.flatMap((s) =>
    s.c.spoke.flatMap((m) => {
      const round = s.rounds.find((r) => r.reply === m.id);
      const { anatomy } = m;
      if (!round || !anatomy || anatomy.firstKeyMs === null || anatomy.typed === 0) return [];
      const ms = round.seconds * 1000 - anatomy.firstKeyMs;
      return ms >= anatomy.typed * FASTEST_MS ? [{ typed: anatomy.typed, ms }] : [];
    }),
  );
  const typed = sum(timed.map((t) => t.typed));
  const minutes = sum(timed.map((t) => t.ms)) / 60_000;
  return {
    id: 'typing-speed',
    name: '打字速度',
    value: minutes === 0 ? null : round1(typed / minutes),
    unit: 'per-minute',
    target: '55–88',
    ok: null,
    formula: '敲的字数 ÷ 从第一键到发出的分钟数；来自浏览器计时，只看，不计分',
    worked: minutes === 0 ? '没有计时' : `${typed} 字 ÷ ${round1(minutes)} 分钟`,
  };
};
