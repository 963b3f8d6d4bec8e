/** By when the trainee promises to come back to the customer: 今晚8点前回您. A note must tell the next shift (RULES M30). */
import { statesFact } from '#language/deeds/deeds.ts';
import type { Clause, Reading, StatedValue } from '#language/reading/clause.ts';

const HOUR_S = 60 * 60;
/** Words for the answer the customer is to get and for how the shop reaches them. */
const ANSWERS =
  /回[您你]|[给来回有出][您你]?[^,]{0,3}(?:信(?!得过|任|用|封)|话|回音|消息|结果|答复|回复|留言|结论|说法)|联系[您你]|通知[您你]|告诉[您你]|答复[您你]?|来找[您你]|给[您你]说(?!死)/;
/** What the next shift reads as an answer to come, too: 有结果我留言, 20:40前再来说 (RULES M160). 有问题您再来说 is the customer's. */
const ANSWERS_LATER =
  /我(?:会|来|再|就|也|这边)?(?:给[您你])?留言|(?<![您你][^,]{0,3})再来(?:跟[您你]|给[您你])?[说讲]/;
/** 拦截有结果我给您留言, 快递一回我就跟您说: the word is owed without an hour. 有问题您找我 waits for the customer. */
const ANSWERS_ONCE_KNOWN =
  /(?:有(?:了)?(?:消息|结果|信儿?|回音|进展|准信|答复)(?:了)?|(?:快递|物流|网点|仓库|班长|主管|财务|那边)(?:那边)?(?:一|有)?回(?:复|话|信|音)?了?)[,]?(?:[就都]|第一时间|马上|立刻)?(?:我|咱|这边)(?:会|就|再|马上|第一时间)?(?:[给跟][您你](?:留言|说|讲|回话|回信|发消息)|留言|回[您你]|告诉[您你]|通知[您你])/;
/** What goes back to the customer and is no word: money by the way it came (58.34元原路回您), goods that are sent. */
const GOES_BACK = /(?:原路|[退返转打赔补寄发送]|(?:[0-9][元块]|[钱款])(?:就|会|都|自动)?)回[您你](?!话|信|音|消息)/;
/** Where the customer is asked to write (有事给我留言, 回我个信): their word to the desk binds nobody here (RULES M220). */
const GOES_TO_DESK = /[给跟和回](?:我|咱)们?[^,给跟回您你]{0,3}(?:信|话|消息|回复|留言|说法|结果)/g;
/** Words of the past, of a denial, or of somebody who isn't this desk. */
const NOT_SO = /没|未|刚才|之前|昨|骗子|冒充|卖家|对方|师傅|快递员|小哥|厂家/;
/** 不管验没验, 有没有结果: whichever it is, so nothing is denied. */
const WHICHEVER = /(.)没\1|有没有/g;
/** Who reads a promise: the customer it was told to, the desk that owes it, or the next shift. */
type Reader = 'told' | 'desk' | 'next-shift';
/** Nobody is bound to an hour by 今天晚点, nor by 有消息我跟您讲: no time was agreed unless a clock or a span stands beside it. */
const UNDECIDED =
  /晚[点些](?!前)|回头|有(?:了)?(?:消息|结果|信儿?|回音|进展)(?:了)?(?:就|再|我|会|马上|立刻|第一时间|了?[给跟])|一有/;

/** At most this many characters besides the time: the clause then belongs to the next one: 今晚8点前，我来回您. */
const MAX_CHARS = 4;

const isLater = ({ kind, quantity }: StatedValue): boolean =>
  kind === 'clock' || kind === 'date' || (kind === 'duration' && quantity >= HOUR_S);

/** Whether a clause says little besides its time, so that the clause behind it tells what is done by then. */
const belongsToNext = ({ values }: Reading, { start, end }: Clause, index: number): boolean => {
  const clauseValues = values.filter(({ clauseIndex }) => clauseIndex === index);
  return (
    clauseValues.length > 0 &&
    end - start - clauseValues.reduce((sum, value) => sum + value.end - value.start, 0) <= MAX_CHARS
  );
};

/** 2小时内回: notes for colleagues say it so, without 您. */
const NOTED = /回(?![购收头退])|答复|留言|来信/;

/** Whether a note says by when the customer is answered. */
export const notesCallBack = (reading: Reading): boolean =>
  reading.values.some((value) => {
    const { start, end } = reading.clauses[value.clauseIndex] as Clause;
    return isLater(value) && NOTED.test(reading.text.slice(start, end));
  });

/** 两条路您挑: of ways that are offered none is promised until one is chosen. */
const OFFERS_WAYS = /(?:[两二几][条个种样](?:路|办法|法子|方案)?|二选一)[,，]?[您你]?[挑选定看]|[您你][挑选][:：]/;

/** 要等的话我去问仓库，明天10点前给您留言: whoever hasn't said that they wait was promised nothing. */
const ONCE_THEY_WISH =
  /(?:^|[,。!?~\n])(?:那|要是|如果|若是?)?[您你]?(?:真)?(?:要是|要|想|愿意|肯|打算|决定)(?:想|要|愿意)?等(?:[^,。!?~\n]{0,4}的话|着?,)/;

/** Whether the sentence of a clause offers it to customers who wish to wait (RULES M268). */
const isOffered = ({ text }: Reading, { start }: Clause): boolean =>
  ONCE_THEY_WISH.test(/[^。!?~\n]*$/.exec(text.slice(0, start))?.[0] ?? '');

/**
 * The first clause that says by what later hour or day the shop answers; null where there is none. 派没派都回您 binds the desk
 * to its hour (RULES J236) as the next shift reads it, too; to a customer it is one of the things they asked for (RULES M168).
 */
export const callBackIn = (reading: Reading, reader: Reader = 'told'): { start: number; end: number } | null => {
  const isForNextShift = reader === 'next-shift';
  if (OFFERS_WAYS.test(reading.text)) return null;
  for (const [index, clause] of reading.clauses.entries()) {
    const text = reading.text.slice(clause.start, clause.end);
    if (isOffered(reading, clause)) continue;
    if (isForNextShift && ANSWERS_ONCE_KNOWN.test(text) && !NOT_SO.test(text.replace(WHICHEVER, ''))) return clause;
    const ownText = text.replace(GOES_TO_DESK, '');
    if (
      !(ANSWERS.test(ownText.replace(GOES_BACK, '')) || (isForNextShift && ANSWERS_LATER.test(ownText))) ||
      NOT_SO.test(reader === 'told' ? text : text.replace(WHICHEVER, '')) ||
      !statesFact(reading, index)
    )
      continue;
    const previous = reading.clauses[index - 1];
    const first = previous && belongsToNext(reading, previous, index - 1) ? index - 1 : index;
    const later = reading.values.filter(
      (value) => value.clauseIndex >= first && value.clauseIndex <= index && isLater(value),
    );
    const isDecided = later.some(({ kind }) => kind !== 'date') || !UNDECIDED.test(text);
    if (later.length > 0 && isDecided) return { start: (reading.clauses[first] as Clause).start, end: clause.end };
  }
  return null;
};

/** Whether words only put off once more, as 您等我留言 does: who hears them has heard nothing yet (RULES M168). */
export const putsOff = (text: string): boolean => /等我|给[您你](?:留言|回信|消息)|我(?:会|来)?留言/.test(text);
