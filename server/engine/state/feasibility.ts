/** Whether words say that something can be or is, or that it can't or isn't (RULES T54). */
import type { Point, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PointNote } from '#engine/model/turn-judgement.ts';

export type Feasibility = 'can' | 'cannot';

/** 退不了, 赶不上, 不能放洗碗机, 没货; not 受不了, and not 不了解. */
const CANNOT =
  /[^看受忍舍少短免大]不(?:了|成|到|上)(?!解)|不(?:能|可以|会|行|许|准|给|支持)(?!吗|么)|没(?:法|货|有货|办法)|无法|只能|赶不|来不及|进不|缺货|断货|卖[光空完]|锁定/g;
/** 能退, 肯定送到, 有货. 能吗, 会员 and 可以不 say nothing of it. */
const CAN =
  /(?<![不没才哪]|怎么)(?:能(?!不)|可以(?!吗|么|不)|会(?!员|不)|肯定|一定|保证|有货|现货|来得及|赶得上|没问题|问题不大)|[^不](?:得了|得上)/;

/** Null where words tell of neither, or of both. */
export const feasibilityOf = (text: string): Feasibility | null => {
  const withoutDenials = text.replace(CANNOT, '');
  const can = CAN.test(withoutDenials);
  if ((withoutDenials !== text) === can) return null;
  return can ? 'can' : 'cannot';
};

/** The sense in which points were perhaps told, by the clauses they were heard in; the latest word counts. */
export const feasibilitiesAfter = (
  { senses, said }: Pick<Conversation, 'senses' | 'said'>,
  notes: readonly PointNote[],
): Conversation['senses'] => {
  const next = { ...senses };
  for (const { point, quote } of notes) {
    const text = said.find(({ id }) => id === quote.message)?.text.slice(quote.start, quote.end);
    const sense = text === undefined ? null : feasibilityOf(text);
    if (sense === null) delete next[point];
    else next[point] = sense;
  }
  return next;
};

const wordsOf = ({ bursts }: Reaction): string =>
  (bursts ?? [])
    .flat()
    .map((bubble) => (bubble.kind === 'text' ? bubble.text : ''))
    .join(' ');

/** Whether a way of checking back says that something can be or can't; the right way says what its point says. */
const senseOfWay = ({ says, check }: Point, way: Reaction): Feasibility | null =>
  feasibilityOf(way === check?.right ? says : wordsOf(way));

/** Whether a way of checking back says the opposite of what the trainee was heard to say of its point. */
export const clashesWithTold = ({ senses }: Pick<Conversation, 'senses'>, point: Point, way: Reaction): boolean => {
  const told = senses[point.id];
  return told !== undefined && (senseOfWay(point, way) ?? told) !== told;
};

/**
 * Whether the other way of checking back is to be taken: 那今天寄不了了呀 to a trainee who has said 今天能发 sounds as if nobody
 * had listened. Not where the other way clashes too.
 */
export const usesOtherCheckWording = (conversation: Conversation, point: Point, drawn: Reaction): boolean => {
  const { check } = point;
  if (!check) return false;
  const other = drawn === check.wrong ? check.right : check.wrong;
  return clashesWithTold(conversation, point, drawn) && !clashesWithTold(conversation, point, other);
};
