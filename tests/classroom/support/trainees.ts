/** Thirty-six trainees of every kind: what each answers to which customer, found from the customer's words alone. */
import type { Library } from '#library/load.ts';
import { type Kind, type Part, scriptFor, type Turn } from '#scripts/bots/replies.ts';

export type Habit =
  | Kind
  /** Answers with talk that leads nowhere. */
  | 'chatty'
  /** Does well for a while, then says nothing more. */
  | 'half'
  /** Right words among rude ones. */
  | 'rude'
  /** Says all and clicks nothing. */
  | 'no-clicks';

/** What a desk hears and says of one customer. */
export type Trainee = { heard(text: string): void; over(): void; next(): Turn | null };

const CHAT = ['在的呢', '哈哈好的', '今天天气不错呀', '嗯嗯', '亲，在呢在呢', '好嘞'];
const RUDE = ['你烦不烦，自己不会看啊', '爱买不买，别问了'];
const HALF_TURNS = 2;
const CHAT_TURNS = 8;

export const traineeFor = (library: Library, scenario: string, habit: Habit): Trainee => {
  if (habit === 'chatty') return chatty();
  const kind = habit === 'half' || habit === 'rude' || habit === 'no-clicks' ? 'model' : habit;
  const script = scriptFor(library, scenario, kind);
  let turns = 0;
  return {
    heard: script.heard,
    over: script.over,
    next: () => {
      const turn = script.next();
      if (turn === null) return null;
      turns += 1;
      if (habit === 'half') return turns > HALF_TURNS ? null : turn;
      if (habit === 'no-clicks') return { ...turn, do: [] };
      if (habit === 'rude') return { ...turn, say: [...turn.say, { text: RUDE[turns % RUDE.length] ?? '' }] };
      return turn;
    },
  };
};

const chatty = (): Trainee => {
  let turns = 0;
  return {
    heard: () => {},
    over: () => {},
    next: () => {
      turns += 1;
      return turns > CHAT_TURNS ? null : { afterS: 8, do: [], say: [{ text: CHAT[turns % CHAT.length] ?? '' }] };
    },
  };
};

/** A part of a turn as the desk sends it. */
export const wordsOf = (library: Library, scenario: string, part: Part): string => {
  if ('text' in part) return part.text;
  const shop = library.shops.get(library.scenarios.get(scenario)?.shop ?? '');
  return shop?.quickReplies.find(({ id }) => id === part.quickReply)?.text ?? '好的';
};
