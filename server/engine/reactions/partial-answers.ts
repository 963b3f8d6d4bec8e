/** Whether a turn that got the customer nowhere told something of their question all the same (RULES T50). */
import { waitsFor } from '#engine/customer/open-needs.ts';
import type { Burst, Point, Reaction, Reactions } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import { checkBack, repeatWrong } from '#engine/state/follow-ups.ts';
import { isMinded } from '#engine/state/line-names.ts';
import { askOn, type ReactionChoice, reactionChoice, type Situation } from './choice.ts';

const pointsOf = ({ preparedCase }: Situation, question: string): readonly Point[] =>
  preparedCase.questions.get(question)?.question.points ?? [];

const FIGURED = /[0-9〇一二两三四五六七八九十百千半]/;

/** Whether a figure of the point was told, right or perhaps so. */
const isFigureTold = ({ points, touched }: Conversation, { id, says }: Point): boolean =>
  (points[id] === 'covered' && FIGURED.test(says)) || touched[id]?.figure !== undefined;

/**
 * The reaction to a vague turn after something definite was told. 总得有个日子吧 to a trainee who has named a day, even a
 * wrong one, sounds as if nobody had listened. So the customer minds a wrong answer that nobody has minded, or asks for
 * what is still missing. Null where nothing definite was told, or only what was minded as wrong; `silent` where there
 * is nothing else to say.
 */
export const reactionToDefiniteAnswer = (situation: Situation, question: string): ReactionChoice | 'silent' | null => {
  const { conversation } = situation;
  const points = pointsOf(situation, question);
  const wrong = points.filter(({ id }) => conversation.points[id] === 'wrong');
  if (wrong.length === 0 && !points.some((point) => isFigureTold(conversation, point))) return null;
  const unminded = wrong.find(({ id }) => !isMinded(conversation, id));
  if (unminded) return reactionChoice('wrong', unminded.id, ({ wrong }) => wrong[unminded.id] ?? wrong['*'], true);
  // A trainee who was told that it is wrong and then says 尽快给您处理 has named nothing since: a nod would leave both waiting.
  if (wrong.length > 0) return repeatToldFigure(situation, wrong);
  const isHalfTold = points.some(({ id, must }) => must && conversation.points[id] !== 'covered');
  const rest = isHalfTold
    ? reactionChoice('partly', question, ({ partly }) => partly[question] ?? partly['*'], true)
    : 'silent';
  return askOn(situation, 'rephrase', question) ?? sureOfToldEarlier(situation, question) ?? rest;
};

/** Repeats the figure that stands told wrong (568 是吧, RULES T106); null where none was told, or enough was made sure of. */
export const repeatToldFigure = (
  { conversation, preparedCase, beat }: Situation,
  points: readonly Point[],
): ReactionChoice | null => {
  const told = points.find(({ id }) => conversation.points[id] === 'wrong' && conversation.figures[id] !== undefined);
  const followUp = told && beat && repeatWrong(conversation, preparedCase, beat, told);
  return followUp
    ? {
        ...reactionChoice('rephrase', followUp.point, null, false, followUp.reaction),
        lineName: followUp.lineName,
      }
    : null;
};

/** 有, 能, 不用: words that answer a yes or no by themselves. */
const YES_OR_NO_WORDS = /^(?:[能行对用成]|有(?!什么|啥|事|需要|问题)|会(?!员)|要(?!求)|是(?!这样|我)|可以|[没不])/;
/** Words that begin so and answer nothing. */
const SOCIAL = /^(?:对不|不好意|不客气|没关系|没事|对[于了]|[不别]用?[着担]?[急心])/;
/** Characters that any clause may begin with. */
const COMMON_CHARS = /[那这我你您他她它就都还也再好在的了]/;
/** A first clause of more characters says more than yes or no. */
const MAX_CLAUSE_CHARS = 6;
const YES_OR_NO = /吗|[吧不没][?？…~]*$|(.)[不没]\1/;

/**
 * Whether a turn begins with a yes or no to the burst, in a word for it or in the question's own: 不加不加 after 灰的不加钱吧,
 * 有的呀 after 38有没有.
 */
export const answersOutright = (text: string, burst: readonly string[]): boolean => {
  const asked = burst.filter((line) => YES_OR_NO.test(line)).join('');
  const firstClause = (text.split(/[\s,，。.!！?？~、;；]/u)[0] ?? '').replace(/^[哦噢嗯啊亲欸诶]+/u, '');
  if (asked === '' || firstClause === '' || firstClause.length > MAX_CLAUSE_CHARS || SOCIAL.test(firstClause))
    return false;
  const firstChar = firstClause.replace(/^[不没别]/, '').charAt(0);
  return (
    (firstChar !== '' && !COMMON_CHARS.test(firstChar) && asked.includes(firstChar)) ||
    YES_OR_NO_WORDS.test(firstClause)
  );
};

const isAnsweredOutright = ({ beat, judgement }: Situation, question: string): boolean =>
  beat !== null && waitsFor(beat).includes(question) && answersOutright(judgement.text, judgement.customer.split('\n'));

/** 准到准到，放心吧: so few characters say yes or no and nothing else. 有的哦，剩得不多了 goes on to say something. */
const MAX_OUTRIGHT_CHARS = 10;
/** The reaction to a turn that says yes or no and hardly more; null where it doesn't. */
export const reactionToOutrightAnswer = (situation: Situation, question: string): ReactionChoice | 'silent' | null =>
  situation.judgement.text.length <= MAX_OUTRIGHT_CHARS && isAnsweredOutright(situation, question)
    ? reactionToUnrecognisedAnswer(situation, question)
    : null;

/** Whether what is missing of a question was perhaps told in an earlier turn, all of it. */
export const toldEarlier = (situation: Situation, question: string): boolean => {
  const { points, touched } = situation.conversation;
  const missing = pointsOf(situation, question).filter(({ id, must }) => must && points[id] !== 'covered');
  return missing.length > 0 && missing.every(({ id }) => points[id] !== 'wrong' && touched[id]?.figure !== undefined);
};

/** Makes sure of the first of these points that it can be done of; null where there is none. */
const sureOfFirst = (
  { conversation, preparedCase, beat }: Situation,
  points: readonly Point[],
  chance: Situation['chance'],
): ReactionChoice | null => {
  for (const point of points) {
    const followUp = checkBack(conversation, preparedCase, beat, point, chance);
    if (followUp)
      return {
        ...reactionChoice('rephrase', followUp.point, null, false, followUp.reaction),
        lineName: followUp.lineName,
      };
  }
  return null;
};

/** Makes sure of what was perhaps told in an earlier turn; null where it wasn't, or enough was made sure of. */
export const sureOfToldEarlier = (situation: Situation, question: string): ReactionChoice | null => {
  const { points } = situation.conversation;
  const missing = pointsOf(situation, question).filter(({ id, must }) => must && points[id] !== 'covered');
  return toldEarlier(situation, question) ? sureOfFirst(situation, missing, () => 1) : null;
};

/** 哪天发你没说, 我问的你没答, 我问两只多少: lines that say nothing was told. */
const SAYS_UNTOLD = /没(?:说|答|回|讲|提)|我(?:就|是|只)?问|问[你您](?:的|呢|啊|话)/;
const saysUntold = (burst: Burst): boolean =>
  burst.some((bubble) => bubble.kind === 'text' && SAYS_UNTOLD.test(bubble.text));
const withoutUntold = (reaction: Reaction | undefined): Reaction | undefined => {
  const bursts = reaction?.bursts?.filter((burst) => !saysUntold(burst)) ?? [];
  return reaction && bursts.length > 0 ? { ...reaction, bursts } : undefined;
};

/** A question was gone round. Of one of which something was told, right or wrong, nobody says that it wasn't (RULES M68). */
export const evadedReaction = (situation: Situation, question: string): ReactionChoice => {
  const { points, touched } = situation.conversation;
  const isToldOf = pointsOf(situation, question).some(
    ({ id }) => points[id] === 'covered' || points[id] === 'wrong' || touched[id] !== undefined,
  );
  const pick = ({ slots }: Reactions): Reaction | undefined => (isToldOf ? withoutUntold(slots.evaded) : slots.evaded);
  return reactionChoice('evaded', question, pick, true);
};

/**
 * The reaction to a turn that answers yes or no, or names a figure of the question, though nobody made it out. That is
 * no dodging: the customer makes sure of it or lets it pass (`silent`). Null where nothing of the kind was said.
 */
export const reactionToUnrecognisedAnswer = (
  situation: Situation,
  question: string,
): ReactionChoice | 'silent' | null => {
  const { conversation, chance, judgement } = situation;
  const missing = pointsOf(situation, question).filter(({ id, must }) => must && conversation.points[id] !== 'covered');
  const hasFigure = missing.some(
    ({ id }) => conversation.touched[id]?.turn === judgement.turn && conversation.touched[id]?.figure !== undefined,
  );
  const isOutright = isAnsweredOutright(situation, question);
  if (!hasFigure && !isOutright) return null;
  return sureOfFirst(situation, missing, isOutright ? () => 1 : chance) ?? 'silent';
};
