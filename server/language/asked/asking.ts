/** Figures on how much a clause asks this customer now. Learned weights turn them and the clause's topic into a chance. */
import type { Clause, Reading } from '#language/reading/clause.ts';
import { ASSUMED_QUESTION, ELLIPTIC_QUESTION } from '#language/terms/particle-questions.ts';

const SHAPES: readonly RegExp[] = [
  /[谁啥哪咋怎几]|多少|什么|多[久大长高重]/,
  /.[不没][呀啊呢哈哦啦嘛]*$/,
  /[吗么][呀啊呢哈哦啦嘛]*$/,
  /.还是/,
  /(.)[不没]\1|有没/,
  /[呢呀吧]$/,
  /[发报拍给说讲量填看]|麻烦|方便|请|提供|告诉/,
  /[别甭才就会都]|不用|不要|千万|可以|[的了]$/,
];
/** 收到后跟我说声: the customer is to tell it once the goods are there, so it asks nothing now. */
const ONCE_THERE =
  /(?:[来完上用]了|到[了货手]|[收拿]到|[以之]后|到时候).*(?:告诉|[回捎]个?[话信]|说一?声|跟我)|[到收][手到货].{0,8}试试/;
/** 记得告诉医生在喂奶: somebody else is to be told or asked, not this customer. */
const ASKS_OTHERS =
  /(?:[诉跟找对听]|(?<!请)问)(?:一下)?(?:[他她它医药警]|大夫|护士|银行|师傅|快递|家里|别人|对方|任何人|老师|[那人]家)/;

/** 今天走不走，八点前告诉您: the shop will tell. 谁要都别给, 哪儿难受马上去医院: 谁 and 哪儿 mean any. None asks. */
const ASKS_NOBODY =
  /我们?[^?]{0,4}[不没来去跟也就]|[诉回知复跟][您你]|回[个话信音]|不[敢替清拿]|不知道|没(?:消息|准|信)|[谁啥哪么几].{0,4}(?:[都也]|[马立][上刻马]|赶[紧快])|[随由]|有数|为准/;

/** 身高体重报我一下就能定码: what it is good for doesn't belong to the request. */
const SO_THAT = /(?<=[报发说给量拍告诉].{0,4})就(?:能|可以|好|行|[给帮替][您你]).*$/;

/** How surely (0–1) each of the first shapes makes a question; multiplied by `LOOSE` where `ASKS_NOBODY` matches. */
const SHAPE_CHANCES = [0.8, 0.8, 1, 0.7, 0.9];
const [LOOSE, PUT_OFF, SHORT] = [0.3, 0.25, 24];
/** The same of 那尾款呢, 箱子没扔吧 and 报我一下就能定码. */
const [ELLIPTIC, ASSUMED, REQUESTED] = [0.8, 0.6, 0.9];

/** The figures of one clause; the last is how surely it asks at all. `chance`: what the head of acts gives for asking. */
export const askingFeatures = ({ text, clauses }: Reading, index: number, chance: number): number[] => {
  const { start, end, isQuestion, polarityWords } = clauses[index] as Clause;
  const whole = text.slice(start, end).trimEnd();
  const clauseText = whole.replace(SO_THAT, '');
  const shapes = SHAPES.map((shape) => Number(shape.test(clauseText)));
  const [previous, next] = [clauses[index - 1], clauses[index + 1]];
  // 到手试试，勒脚告诉我: the clause before names the time, so both are read together.
  const textWithPrevious = previous && end - previous.start < SHORT ? text.slice(previous.start, end) : clauseText;
  const isPutNow = Number(!ONCE_THERE.test(textWithPrevious) && !ASKS_OTHERS.test(clauseText));
  const isUnasked = ASKS_NOBODY.test(
    next && !/[?!。\n]/.test(text.charAt(end)) ? text.slice(start, next.end) : clauseText,
  );
  const shaped = Math.max(
    ...SHAPE_CHANCES.map((sure, index) => sure * (shapes[index] ?? 0) * (isUnasked ? LOOSE : 1)),
    ELLIPTIC_QUESTION.test(clauseText) ? ELLIPTIC : 0,
    ASSUMED_QUESTION.test(clauseText) ? ASSUMED : 0,
    clauseText === whole ? 0 : REQUESTED,
  );
  const asks =
    Math.max(Number(isQuestion) * (isUnasked ? 0.6 : 1), shaped, chance ** 5 / (chance ** 5 + (1 - chance) ** 5)) *
    (isPutNow || PUT_OFF);
  const logOdds = Math.log(Math.max(chance, 1e-3) / Math.max(1 - chance, 1e-3)) / 5;
  const isDenied = polarityWords.some(({ sign }) => sign < 0);
  return [
    ...shapes,
    ...[isQuestion, isDenied, isUnasked, text.charAt(end) === '?'].map(Number),
    logOdds,
    isPutNow,
    asks,
  ];
};
