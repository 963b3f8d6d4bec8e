/** Lines that repeat a figure of the shop's are said only once it was told (RULES T34). */
import type { Bubble, Burst, Reaction } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';

/** The figures that may be repeated: told or shown by the trainee, or said by the customer before. */
const knownBy = (conversation: Conversation, { lineFigures }: PreparedCase): ReadonlySet<string> =>
  new Set([
    ...conversation.heard,
    ...Object.keys(conversation.spoken).flatMap((line) => lineFigures.namesByLine.get(line) ?? []),
  ]);

const namesOnly = (known: ReadonlySet<string>, { lineFigures }: PreparedCase, bubble: Bubble): boolean =>
  bubble.kind !== 'text' || (lineFigures.namesByLine.get(bubble.text) ?? []).every((figure) => known.has(figure));

/** A test for bubbles: whether one repeats only figures that were told before. */
export const knownFigureTest = (
  conversation: Conversation,
  preparedCase: PreparedCase,
): ((bubble: Bubble) => boolean) => {
  const known = knownBy(conversation, preparedCase);
  return (bubble) => namesOnly(known, preparedCase, bubble);
};

/** The bursts that repeat only figures told before: 账算得明白 has no ground without the sum. */
export const sayableBursts = (
  conversation: Conversation,
  preparedCase: PreparedCase,
  bursts: readonly Burst[],
): readonly Burst[] => {
  const { namesByLine } = preparedCase.lineFigures;
  if (!bursts.some((burst) => burst.some((bubble) => bubble.kind === 'text' && namesByLine.has(bubble.text))))
    return bursts;
  const known = knownBy(conversation, preparedCase);
  return bursts.filter((burst) => burst.every((bubble) => namesOnly(known, preparedCase, bubble)));
};

/** The conversation as it is with this line said: what stands in its place may repeat its figures (下一步我打12315). */
export const asIfSaid = (conversation: Conversation, line: Burst): Conversation => ({
  ...conversation,
  spoken: {
    ...conversation.spoken,
    ...Object.fromEntries(line.flatMap((bubble) => (bubble.kind === 'text' ? [[bubble.text, 1]] : []))),
  },
});

/** Whether all lines of a reaction can be said as they are. */
export const isSayable = (conversation: Conversation, preparedCase: PreparedCase, { bursts }: Reaction): boolean =>
  sayableBursts(conversation, preparedCase, bursts ?? []).length === (bursts ?? []).length;

/**
 * Whether the trainee has named a figure in an earlier turn: 4.5对吧 to 又补了4.5，两枚一共9块 makes sure of what was known before
 * (RULES J153).
 */
export const wasNamedBefore = ({ said, turn }: Conversation, figure: string): boolean => {
  const own = new Set(turn?.messages.map(({ id }) => id));
  const digits = figure.replaceAll('.', '\\.');
  const named = new RegExp(`(?<![\\d.])${digits}(?!\\.?\\d)`);
  return /^[\d.]+$/.test(figure) && turn !== null && said.some(({ id, text }) => !own.has(id) && named.test(text));
};

/** Whether a point that this turn perhaps told goes by a figure which was known before. */
export const isOldNews = (conversation: Conversation, point: string, figure: string): boolean =>
  (conversation.points[point] !== 'wrong' || conversation.mended.includes(point)) &&
  conversation.unsureIn[point] === conversation.turn?.number &&
  wasNamedBefore(conversation, figure);

/** What stands for the trainee's figure in a line that repeats it. */
const FIGURE_SLOT = '{数}';
const PLAIN_ECHO: Reaction = {
  bursts: [[{ kind: 'text', text: `${FIGURE_SLOT} 是吧` }]],
  mood: null,
  then: null,
  afterS: null,
};

/** The persona's words to repeat a figure, with that figure. */
export const echoOf = ({ persona }: PreparedCase, figure: string): Reaction => {
  const own = persona.reacts.slots.echo ?? PLAIN_ECHO;
  const filled = (bubble: Bubble): Bubble =>
    bubble.kind === 'text' ? { kind: 'text', text: bubble.text.replaceAll(FIGURE_SLOT, figure) } : bubble;
  return { ...own, bursts: (own.bursts ?? []).map((burst) => burst.map(filled)) };
};
