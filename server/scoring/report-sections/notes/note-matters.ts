/**
 * Which matter a note to the next shift names (RULES X27). The pieces of a customer's question, of its points and of their
 * own words tell the more, the fewer matters of the drill have them: 货 tells little where half the desk asks about goods.
 */
import type { Question, Scenario } from '#engine/model/content.ts';
import { folded } from '#language/reading/folded.ts';
import { isSameValue } from '#language/reading/same-value.ts';
import type { Value } from '#language/reading/value.ts';
import { valuesIn } from '#language/reading/values.ts';

/** Of a question: single letters of its text, pairs of it, of its points and of the customer's words, and figures. */
type Matter = { readonly pieces: ReadonlySet<string>; readonly figures: readonly Value[] };
/** The matters of a drill by their question's text: customers who ask the same have one. */
export type Matters = ReadonlyMap<string, Matter>;

/** Letters of notes about anybody: who asks, what was promised, by when, and particles. */
const ANYBODYS = new Set(
  '问答应客户顾家买我咱你您他她它们亲宝请麻烦帮替跟和把被让的地得了着过吗呢啊吧呀哦嘛啦哈是不没有无在这那就都还也再先又很太最只才能会可以要想需给回复信说讲告诉等稍急催盯跟进处理什么怎样咋几多少谁哪里么到来去上下里一二两三四五六七八九十个位次点分钟秒小时半天前后内今明昨早晚现刚马立事情况数',
);
/** Letters that tell beside another one alone: 有货 and 退货, not 货. */
const OF_THE_TRADE = new Set('货款店品商物件钱拍订单');
/** A note names a matter that its pieces fit at least so well as this share of the best one. */
const LEAST_SHARE = 0.6;

/** The matters that these cases' questions ask about. */
export const mattersOf = (scenarios: readonly Scenario[]): Matters => {
  const matters = new Map<string, Matter>();
  for (const { beats } of new Set(scenarios))
    for (const { asks, says } of beats) {
      const words = (says ?? []).flatMap((bubble) => (bubble.kind === 'text' ? [bubble.text] : []));
      for (const question of asks) matters.set(question.text, matterOf(question, words, matters.get(question.text)));
    }
  return matters;
};

const matterOf = ({ text, points }: Question, words: readonly string[], known: Matter | undefined): Matter => {
  const told = points.flatMap(({ says, about = [] }) => [says, ...about]);
  const pairs = [text, ...told, ...words].flatMap((wording) => piecesOf(wording, 2));
  const figures = [text, ...words].flatMap((wording) => valuesIn(folded(wording)));
  return {
    pieces: new Set([...(known?.pieces ?? []), ...piecesOf(text, 1), ...pairs].filter(isTelling)),
    figures: [...(known?.figures ?? []), ...figures.filter(isTellingFigure)],
  };
};

/** A pair tells where one of its letters does: 有货, not 没有. */
const isTelling = (piece: string): boolean =>
  [...piece].some((letter) => !ANYBODYS.has(letter)) && !OF_THE_TRADE.has(piece);

/** 2 of 要2双 is anybody's, and by when somebody hears back is no matter; 260元 is one. */
const isTellingFigure = ({ kind, quantity }: Value): boolean =>
  kind !== 'duration' && kind !== 'clock' && kind !== 'date' && quantity > 10;

/** Whether the note names the question's matter, and no other matter of the drill much better. */
export const namesMatter = (note: string, question: string, matters: Matters): boolean => {
  const noted = new Set([...piecesOf(note, 1), ...piecesOf(note, 2)].filter(isTelling));
  const figures = valuesIn(folded(note)).filter(isTellingFigure);
  const shared = [...matters].map(([text, { pieces, figures: own }]) => ({
    text,
    pieces: [...noted].filter((piece) => pieces.has(piece)),
    figures: figures.filter((figure) => own.some((other) => isSameValue(figure, other))),
  }));
  const scores = new Map(
    shared.map(({ text, pieces, figures: same }) => [
      text,
      sum(pieces.map((piece) => 1 / shared.filter((other) => other.pieces.includes(piece)).length)) +
        sum(same.map((figure) => 1 / shared.filter((other) => other.figures.includes(figure)).length)),
    ]),
  );
  const score = scores.get(question) ?? 0;
  return score > 0 && score >= LEAST_SHARE * Math.max(...scores.values());
};

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);

/** All runs of so many letters, figures left out: 18点前 in a note is a time and names no question. */
export const piecesOf = (text: string, length: number): string[] => {
  const words = folded(text);
  const between: string[] = [];
  let from = 0;
  for (const { start, end } of valuesIn(words)) {
    between.push(words.slice(from, start));
    from = end;
  }
  return [...between, words.slice(from)].flatMap((part) =>
    Array.from({ length: Math.max(0, part.length - length + 1) }, (_, i) => part.slice(i, i + length)).filter((piece) =>
      /^\p{L}+$/u.test(piece),
    ),
  );
};
