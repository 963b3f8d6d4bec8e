/** Lines of a played drill that ask for a sum, a time or a size that the turn before them has just told (RULES M68). */
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent, EventOf } from '#engine/model/events.ts';
import { textOf } from './plays.ts';
import { type FigureKind, wantedBy } from './wanted-figure.ts';

const TELLS: Readonly<Record<FigureKind, RegExp>> = {
  sum: /\d+(?:\.\d+)?(?:块|元)/,
  // 躺一天 tells how long something has lasted.
  time: /(?!一天)[\d一二两三四五六七八九十]+(?:点|个?小时|天|号|分钟)|今天|明天|后天|今晚|明早/,
  size: /(?<![\d.])[3-4]\d(?:\.5)?(?![\d.])/,
};
/** Clauses that tell nothing: they ask, or suppose (明天万一派到旧地址了). */
const TELLS_NOTHING = /[吗呢么？?]|[哪几啥]|什么|多少|万一|如果|要是/;

/** The turn's statements, without those in which another point was heard. */
const statements = ({ judgement }: EventOf<'turn-judged'>, texts: ReadonlyMap<string, string>, point: string): string =>
  judgement.messages
    .map((id) => {
      const heard = judgement.points.filter(
        ({ point: other, state, quote }) => other !== point && state !== 'not-recognised' && quote.message === id,
      );
      const own = [...(texts.get(id) ?? '')].map((char, i) =>
        heard.some(({ quote: { start, end } }) => start <= i && i < end) ? '，' : char,
      );
      return own
        .join('')
        .split(/[，。！？?!、,\s]/)
        .filter((clause) => !TELLS_NOTHING.test(clause))
        .join('，');
    })
    .join('，');

/** Each line by which a point's author asks for it though the turn it answers told a figure of the kind that no other point has. */
export const askedInKind = ({ scenarios }: ContentData, events: readonly DrillEvent[]): string[] => {
  const asks = new Map(
    scenarios.flatMap(({ beats }) =>
      beats.flatMap((beat) =>
        beat.asks.flatMap(({ points }) =>
          points.flatMap(({ id, ask }) =>
            (ask?.bursts ?? []).flatMap((burst) => {
              const [first] = burst;
              const kind = wantedBy(burst);
              return first?.kind === 'text' && kind ? [[first.text, { id, kind }] as const] : [];
            }),
          ),
        ),
      ),
    ),
  );
  const texts = new Map<string, string>();
  let turn: EventOf<'turn-judged'> | undefined;
  return events.flatMap((event) => {
    if (event.kind === 'trainee-said') texts.set(event.id, event.text);
    if (event.kind === 'turn-judged') turn = event;
    if (event.kind !== 'customer-said' || event.why.kind !== 'reaction' || !turn) return [];
    const asked = asks.get(textOf(event));
    if (!asked) return [];
    const said = statements(turn, texts, asked.id);
    const told = TELLS[asked.kind].exec(said)?.[0];
    return told === undefined || turn.judgement.customer.includes(told) ? [] : [`${told} → ${textOf(event)}`];
  });
};
