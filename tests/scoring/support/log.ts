/** Event logs written by hand: seconds in, events out. Judgements say only what a test is about. */
import type { Outcome, WindowKind } from '#engine/model/content.ts';
import type {
  Anatomy,
  DrillEvent,
  EndWhy,
  EventOf,
  Provenance,
  QuestionState,
  ReactionKind,
  SaidWhy,
  Status,
  StopWhy,
} from '#engine/model/events.ts';
import type { PointNote, Quote, TurnJudgement } from '#engine/model/turn-judgement.ts';

type Answer = TurnJudgement['questions'][number]['answer'];
export type Judged = Partial<Omit<TurnJudgement, 'questions' | 'points'>> & {
  answers?: Record<string, Answer>;
  points?: readonly Partial<PointNote>[];
  reaction?: ReactionKind;
  bad?: boolean;
  detail?: string;
};

const SILENT: Omit<TurnJudgement, 'turn' | 'messages' | 'text' | 'customer' | 'firstAt' | 'lastAt'> = {
  beat: 'size',
  points: [],
  questions: [],
  tone: 'neutral',
  toneConfidence: 1,
  toneQuote: null,
  acts: [],
  redLines: [],
  hold: null,
  asked: [],
  askedAgain: [],
  canned: [],
  unfilled: [],
  stacking: false,
  corrects: false,
  crossTalk: null,
  forbiddenWords: [],
  owed: true,
};

/** Where `words` stand in a message. */
export const quote = (message: string, text: string, words: string): Quote => {
  const start = text.indexOf(words);
  return { message, start, end: start + words.length };
};

export class Log {
  readonly events: DrillEvent[] = [];
  private ids = 0;
  private readonly turns = new Map<string, number>();

  constructor(customers: readonly string[] = ['c1'], scenario = 'product-advice/shoe') {
    this.events.push({
      kind: 'drill-opened',
      at: 0,
      contentHash: 'h',
      seed: 1,
      mode: 'lesson',
      pace: 20,
      customers: customers.map((conversation) => ({ conversation, scenario, arrivesAt: 0 })),
      forkedFrom: null,
    });
  }

  private next(prefix: string): string {
    this.ids += 1;
    return `${prefix}${this.ids}`;
  }

  private push(event: DrillEvent): this {
    this.events.push(event);
    return this;
  }

  arrives(s: number, conversation = 'c1', more: Partial<EventOf<'customer-arrived'>> = {}): this {
    return this.push({
      kind: 'customer-arrived',
      at: s * 1000,
      conversation,
      returning: false,
      visit: 1,
      queuedMs: 0,
      mood: 50,
      orders: [],
      ...more,
    });
  }

  /** One bubble; `opens` names the question it asks. */
  says(
    s: number,
    text: string,
    more: { last?: boolean; opens?: string; why?: SaidWhy; conversation?: string } = {},
  ): this {
    const { last = true, opens, why = { kind: 'opening', beat: 'size' }, conversation = 'c1' } = more;
    const id = this.next('k');
    this.push({ kind: 'customer-said', at: s * 1000, conversation, id, bubble: { kind: 'text', text }, why, last });
    if (opens) {
      this.push({ kind: 'question-opened', at: s * 1000, conversation, question: opens, beat: 'size', bubbleId: id });
    }
    return this;
  }

  /** Somebody standing by. */
  beside(s: number, name: string, text: string, conversation = 'c1'): this {
    return this.push({ kind: 'bystander-said', at: s * 1000, conversation, id: this.next('b'), name, text });
  }

  /** A picture by its name in content. */
  shows(s: number, picture: string, conversation = 'c1'): this {
    const [id, bubble] = [this.next('k'), { kind: 'picture' as const, picture }];
    const why: SaidWhy = { kind: 'opening', beat: 'size' };
    return this.push({ kind: 'customer-said', at: s * 1000, conversation, id, bubble, why, last: false });
  }

  /** One message, its turn closed and judged four seconds later. */
  replies(s: number, text: string, judged: Judged = {}, conversation = 'c1', anatomy: Anatomy | null = null): this {
    const id = this.nextMessage;
    return this.writes(s, text, conversation, anatomy).judges(s, [id], text, judged, conversation);
  }

  /** A message of a turn that isn't judged yet. */
  writes(s: number, text: string, conversation = 'c1', anatomy: Anatomy | null = null): this {
    const id = this.next('m');
    const made: Provenance = { how: 'typed', quickReply: null, edited: 0, similarity: 0 };
    return this.push({ kind: 'trainee-said', at: s * 1000, conversation, id, text, made, anatomy });
  }

  judges(s: number, messages: readonly string[], text: string, judged: Judged = {}, conversation = 'c1'): this {
    const { answers = {}, points = [], reaction = 'none', bad = false, detail = null, ...rest } = judged;
    const turn = (this.turns.get(conversation) ?? 0) + 1;
    this.turns.set(conversation, turn);
    const at = (s + 4) * 1000;
    const message = messages[0] ?? '';
    const judgement: TurnJudgement = {
      ...SILENT,
      turn,
      messages,
      text,
      customer: '',
      firstAt: s * 1000,
      lastAt: s * 1000,
      questions: Object.entries(answers).map(([question, answer]) => ({ question, answer })),
      ...rest,
      points: points.map((p) => ({
        point: 'size',
        question: 'q-size',
        state: 'covered',
        wrongId: null,
        asked: true,
        corrected: false,
        confidence: 1,
        quote: { message, start: 0, end: text.length },
        rule: 'test',
        ...p,
      })),
    };
    this.push({ kind: 'turn-judged', at, conversation, judgement });
    return this.push({ kind: 'turn-closed', at, conversation, turn, reaction, detail, bad });
  }

  /** The id the next message will get. */
  get nextMessage(): string {
    return `m${this.ids + 1}`;
  }

  acts(s: number, action: string, more: Partial<EventOf<'action-done'>> = {}): this {
    return this.push({
      kind: 'action-done',
      at: s * 1000,
      conversation: 'c1',
      id: this.next('a'),
      action,
      with: {},
      sends: false,
      forbidden: null,
      unverified: false,
      wrongAmount: false,
      orders: [],
      result: [],
      ...more,
    });
  }

  meets(s: number, beat: string | null, need = 0): this {
    return this.push({ kind: 'need-met', at: s * 1000, conversation: 'c1', beat, need, by: 'action' });
  }

  enters(s: number, beat: string): this {
    return this.push({ kind: 'beat-entered', at: s * 1000, conversation: 'c1', beat, occurrence: 1 });
  }

  leaves(s: number, beat: string, how: EventOf<'beat-left'>['how'] = 'resolved'): this {
    return this.push({ kind: 'beat-left', at: s * 1000, conversation: 'c1', beat, how, to: '' });
  }

  changes(s: number, question: string, to: QuestionState, turn: number | null = null, conversation = 'c1'): this {
    return this.push({ kind: 'question-changed', at: s * 1000, conversation, question, from: 'open', to, turn });
  }

  opensWindow(s: number, windowKind: WindowKind, untilS: number, beat: string | null = null): this {
    const at = s * 1000;
    return this.push({
      kind: 'window-opened',
      at,
      conversation: 'c1',
      window: windowKind,
      windowKind,
      beat,
      fromAt: at,
      untilAt: untilS * 1000,
    });
  }

  closesWindow(
    s: number,
    windowKind: WindowKind,
    how: 'taken' | 'missed' | 'spoiled' | 'void',
    why: string | null = null,
  ): this {
    return this.push({
      kind: 'window-closed',
      at: s * 1000,
      conversation: 'c1',
      window: windowKind,
      windowKind,
      how,
      by: null,
      why,
    });
  }

  holds(s: number, turn: number, untilS: number, timed: boolean): this {
    return this.push({ kind: 'hold-begun', at: s * 1000, conversation: 'c1', turn, untilAt: untilS * 1000, timed });
  }

  endsHold(s: number, returned: boolean): this {
    return this.push({ kind: 'hold-ended', at: s * 1000, conversation: 'c1', returned });
  }

  mood(s: number, from: number, to: number): this {
    return this.push({ kind: 'mood-moved', at: s * 1000, conversation: 'c1', from, to, why: 'test' });
  }

  status(s: number, to: Status, conversation = 'c1'): this {
    return this.push({ kind: 'status-changed', at: s * 1000, conversation, from: 'active', to });
  }

  stops(s: number, stoppedS: number, why: StopWhy = 'freeze'): this {
    this.push({ kind: 'clock-stopped', at: s * 1000, why });
    return this.push({ kind: 'clock-started', at: s * 1000, why, stoppedMs: stoppedS * 1000 });
  }

  jumps(s: number, minutes: number, text = ''): this {
    return this.push({ kind: 'story-jumped', at: s * 1000, conversation: 'c1', text, minutes });
  }

  /** What a card that asks for a rating came to. */
  invites(s: number, card: string, more: Partial<EventOf<'review-invited'>> = {}): this {
    const came = { verdict: 'settled', awaits: null, question: null, unsure: false } as const;
    return this.push({ kind: 'review-invited', at: s * 1000, conversation: 'c1', card, ...came, ...more });
  }

  rates(s: number, stars: number): this {
    const deed = { deed: 'rate', stars } as const;
    return this.push({ kind: 'customer-did', at: s * 1000, conversation: 'c1', deed, orders: [] });
  }

  complains(s: number): this {
    const deed = { deed: 'open-complaint', level: 1 } as const;
    return this.push({ kind: 'customer-did', at: s * 1000, conversation: 'c1', deed, orders: [] });
  }

  pays(s: number): this {
    return this.push({
      kind: 'customer-did',
      at: s * 1000,
      conversation: 'c1',
      deed: { deed: 'pay', order: null },
      orders: [],
    });
  }

  ends(
    s: number,
    ending: string,
    outcome: Outcome,
    more: { silent?: boolean; rating?: number; conversation?: string } = {},
  ): this {
    const { silent = false, rating = 5, conversation = 'c1' } = more;
    const sale = outcome === 'paid' ? 45900 : null;
    return this.push({
      kind: 'ending-reached',
      at: s * 1000,
      conversation,
      ending,
      outcome,
      sale,
      amount: null,
      level: null,
      rating,
      silent,
    });
  }

  returns(s: number, beat: string): this {
    return this.push({
      kind: 'return-due',
      at: s * 1000,
      conversation: 'c1',
      beat,
      dueAt: (s + 20) * 1000,
      afterText: '两天后',
    });
  }

  finishes(s: number, conversations: readonly string[] = ['c1'], why: EndWhy = 'finished'): this {
    for (const conversation of conversations) {
      this.push({ kind: 'conversation-closed', at: s * 1000, conversation, by: 'drill-end' });
    }
    return this.push({ kind: 'drill-ended', at: s * 1000, why });
  }
}
