/** Turns authored cases and personas into the shapes engine and scoring work on (`engine/model/content.ts`), with defaults. */
import type {
  Beat,
  EarlierContact,
  Ending,
  Fact,
  Persona,
  Point,
  Question,
  Reaction,
  RecapItem,
  Scenario,
} from '#engine/model/content.ts';
import type {
  AuthoredBeat,
  AuthoredEnding,
  AuthoredFact,
  AuthoredPoint,
  AuthoredQuestion,
  AuthoredScenario,
  AuthoredWindow,
} from '#library/schema/scenario.ts';
import type { AuthoredPersona } from '#library/schema/schema.ts';
import { toBystanders } from './bystanders.ts';
import { toQuotes } from './grounds.ts';
import { toBurst } from './lines.ts';
import { type Story, toOrder, toWhen } from './normalise-order.ts';
import { reactionOf, toDeeds, toForbid, toNeed, toReacts, toSpan } from './normalise-parts.ts';

/** Used where neither beat nor persona sets one (RULES T6). */
const DEFAULT_TOLERATES = 2;

export const toPersona = (authored: AuthoredPersona): Persona => {
  return {
    id: authored.id,
    name: authored.name,
    typing: authored.typing,
    patience: authored.patience,
    mood: authored.mood,
    swing: authored.swing,
    tolerates: authored.tolerates ?? DEFAULT_TOLERATES,
    reacts: toReacts(authored.reacts),
  };
};

const toIncident = ({
  title,
  notice,
  changes,
}: NonNullable<AuthoredScenario['incident']>): NonNullable<Scenario['incident']> => ({
  ...{ title, notice: notice ?? null },
  ...(changes && {
    changes: { product: changes.product, price: changes.price ?? null, stock: changes.stock ?? null },
  }),
});

export const toScenario = (authored: AuthoredScenario): Scenario => {
  const story = authored.story ?? null;
  const { customer } = authored;
  const orders = authored.orders ?? (authored.order ? [authored.order] : []);
  return {
    id: authored.id,
    type: authored.type,
    level: authored.level,
    title: authored.title,
    minutes: authored.minutes,
    teaches: authored.teaches,
    shop: authored.shop,
    incident: authored.incident ? toIncident(authored.incident) : null,
    story,
    before: (authored.before ?? []).map((line) => toBefore(line, story)),
    customer: {
      persona: customer.persona,
      name: customer.name,
      enters: customer.enters ?? null,
      ownsOrder: customer['owns-order'] ?? true,
      regular: customer.regular ?? false,
      past: (customer.past ?? []).map(({ on, product, note }) => ({ on, product, note: note ?? null })),
      said: customer.said ?? [],
      mood: customer.mood ?? null,
      knows: Object.entries(customer.knows ?? {}).map(([id, fact]) => toFact(id, fact)),
    },
    orders: orders.map((order) => toOrder(order, story)),
    forbids: (authored.forbids ?? []).map(toForbid),
    duties: (authored.duties ?? []).map((need) => toNeed(need, authored.grounds)),
    reacts: toReacts(authored.reacts),
    beats: authored.beats.map((beat) => toBeat(beat, authored)),
    endings: Object.entries(authored.endings).map(([id, ending]) => toEnding(id, ending)),
  };
};

/** A point in the form engine and language core use. */
export const toPoint = (authored: AuthoredPoint): Point => {
  const { must, ground, policy, unknown, leads, wrongs, ask, check, ...keys } = authored;
  const reactions: Record<string, Reaction> = {};
  for (const wrongAnswer of wrongs ?? []) {
    if (wrongAnswer.reply !== undefined || wrongAnswer.mood !== undefined || wrongAnswer.then !== undefined)
      reactions[wrongAnswer.id] = reactionOf({
        reply: wrongAnswer.reply,
        mood: wrongAnswer.mood,
        then: wrongAnswer.then,
      });
  }
  return {
    ...keys,
    ...(wrongs ? { wrongs: wrongs.map(({ id, says }) => ({ id, says })) } : {}),
    must: must ?? false,
    policy: policy ?? null,
    unknown: unknown ?? false,
    leads: leads ?? null,
    wrongReacts: reactions,
    ...(ask === undefined ? {} : { ask: reactionOf({ reply: ask }) }),
    ...(check === undefined
      ? {}
      : { check: { right: reactionOf({ reply: check.right }), wrong: reactionOf({ reply: check.wrong }) } }),
    ...(ground === undefined ? {} : { ground: toQuotes(ground, policy ?? null) }),
  };
};

const toRecapItem = ({ point, told, ask }: NonNullable<AuthoredWindow['recap']>[number]): RecapItem => ({
  point,
  told: (typeof told === 'string' ? [told] : told).map(toBurst),
  ask: toBurst(ask),
});

/** `authoredCase`: the case's place, which a beat may change, and the grounds of its needs. */
const toBeat = (authored: AuthoredBeat, authoredCase: Pick<AuthoredScenario, 'place' | 'grounds'>): Beat => {
  const window = authored.window ?? authored.quiet?.window;
  const place = authored.place ?? authoredCase.place ?? 'private';
  return {
    id: authored.id,
    says: authored.says === undefined ? null : toBurst(authored.says),
    ...(place !== 'private' && { place }),
    ...(authored.others === undefined ? {} : { others: toBystanders(authored.others) }),
    mood: authored.mood ?? null,
    asks: (authored.asks ?? []).map(toQuestion),
    needs: (authored.needs ?? []).map((need) => toNeed(need, authoredCase.grounds)),
    points: (authored.points ?? []).map(toPoint),
    window: window
      ? {
          kind: window.kind,
          from: window.from === undefined ? null : toSpan(window.from),
          until: toSpan(window.until),
          points: window.points ?? [],
          do: window.do ?? null,
          model: window.model ?? null,
          ...(window.recap && { recap: window.recap.map(toRecapItem) }),
        }
      : null,
    quiet: authored.quiet ? { for: toSpan(authored.quiet.for) } : null,
    does: toDeeds(authored.does),
    tells: authored.tells ?? [],
    recalls: authored.recalls ?? null,
    tolerates: authored.tolerates ?? null,
    reacts: toReacts(authored.reacts),
    then: toExits(authored.then),
  };
};

/** The exits of a beat: authors write one id for all, or one for each exit. */
const toExits = (exits: AuthoredBeat['then']): Beat['then'] => {
  if (typeof exits === 'string') return { resolved: exits, failed: exits, silent: exits, taken: exits, missed: exits };
  return {
    resolved: exits?.resolved ?? null,
    failed: exits?.failed ?? null,
    silent: exits?.silent ?? null,
    taken: exits?.taken ?? null,
    missed: exits?.missed ?? null,
  };
};

const toQuestion = (authored: AuthoredQuestion): Question => {
  return {
    id: authored.id,
    at: authored.at ?? null,
    text: authored.question,
    waits: authored.waits ?? true,
    points: authored.points.map(toPoint),
    model: authored.model ?? null,
    first: (authored.first ?? []).map((deed) =>
      typeof deed === 'string' ? deed : { do: deed.do, model: deed.model ?? null },
    ),
  };
};

const toEnding = (id: string, authored: AuthoredEnding): Ending => {
  const { later } = authored;
  return {
    id,
    says: authored.says === undefined ? null : toBurst(authored.says),
    outcome: authored.outcome,
    sale: authored.sale ?? null,
    amount: authored.amount ?? null,
    level: authored.level ?? null,
    mood: authored.mood ?? null,
    does: toDeeds(authored.does),
    model: authored.model ?? null,
    later: later
      ? { left: later.left ?? null, unmet: later.unmet ?? null, after: toSpan(later.after), to: later.to }
      : null,
  };
};

/** A fact. Its picture is sent before its words, unless one of its bubbles shows it already. */
const toFact = (id: string, authored: AuthoredFact): Fact => {
  const says = toBurst(authored.says ?? '');
  const { picture } = authored;
  const isShown = says.some((bubble) => bubble.kind === 'picture' && bubble.picture === picture);
  return {
    id,
    says: picture === undefined || isShown ? says : [{ kind: 'picture', picture }, ...says],
    cues: authored.cues ?? [],
    ...(authored.given && { given: authored.given }),
    do: authored.do ?? null,
    model: authored.model ?? null,
    mood: authored.mood ?? null,
  };
};

/** A speaker that is neither bot nor customer is an agent; any other word than `agent` is that agent's name. */
const toBefore = (line: NonNullable<AuthoredScenario['before']>[number], story: Story): EarlierContact => {
  const knownFacts = line.by === 'bot' || line.by === 'customer' || line.by === 'agent' ? line.by : null;
  return {
    when: toWhen(line.on ?? line.at ?? '', story),
    by: knownFacts ?? 'agent',
    name: knownFacts === null ? line.by : null,
    says: toBurst(line.says),
  };
};
