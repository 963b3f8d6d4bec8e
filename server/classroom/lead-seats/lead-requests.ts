/** What was reported to the leads of a run, as their pages and their teachers read it (RULES J47, J49, J50). */
import { dealtCases } from '#classroom/exams/sealed-cases.ts';
import type { LeadCard, LeadRequest } from '#contract/together/leads.ts';
import type { Catalogs } from '#drills/catalog/catalog.ts';
import { handedParts } from '#drills/hand-overs/handed-parts.ts';
import { type Ask, asksIn, type DrillAsks, leftOf } from '#drills/leads/asks.ts';
import { judgeAnswer } from '#drills/leads/judge-answer.ts';
import { rightAnswer } from '#drills/leads/right-answer.ts';
import { sumIn } from '#drills/leads/sum-asked.ts';
import type { DrillRecords } from '#drills/runner/ports.ts';
import type { ContentData, Scenario } from '#engine/model/content.ts';
import type { Run, Seat } from '#storage/runs.ts';
import type { Storage } from '#storage/storage.ts';
import type { LeadView } from './lead-view.ts';

export type LeadReads = {
  storage: Storage;
  runner: Pick<DrillRecords, 'content'>;
  catalogs: Pick<Catalogs, 'lead' | 'of' | 'data'>;
};
/** `isTold`: what was right may be said. */
type Told = { isTold: boolean; now: number };
export type ReadRequests = { requests: LeadRequest[]; cards: LeadCard[] };

/** A lead reads what was said last. */
const LINES = 8;

/** The requests that came to a lead: those that wait first, the oldest first, then the others, the latest first. */
export const requestsTo = async (reads: LeadReads, view: LeadView, lead: string, told: Told): Promise<ReadRequests> => {
  const requests: LeadRequest[] = [];
  const cards = new Map<string, LeadCard>();
  for (const row of view.drills) {
    const seat = view.seats.find(({ id }) => id === row.place?.seat);
    if (seat === undefined || view.leadOf.get(seat.id) !== lead) continue;
    const asks = asksIn(await reads.storage.read(row.id, 0));
    if (asks === null || asks.asks.length === 0) continue;
    const content = await reads.runner.content(row.id);
    if (content === null) continue;
    for (const ask of asks.asks) {
      const scenario = content.scenarios.find(({ id }) => id === asks.scenarios.get(ask.conversation));
      if (scenario === undefined) continue;
      requests.push(requestOf({ reads, drill: row.id, seat, content, scenario, asks }, ask, told));
      addCard(cards, content, scenario.shop);
    }
  }
  await plannedCards(reads, view.run, cards);
  const waits = requests.filter(({ state }) => state === 'waits').toSorted((a, b) => a.askedAt - b.askedAt);
  const over = requests.filter(({ state }) => state !== 'waits').toSorted((a, b) => b.askedAt - a.askedAt);
  return { requests: [...waits, ...over], cards: [...cards.values()] };
};

const addCard = (cards: Map<string, LeadCard>, { shops }: Pick<ContentData, 'shops'>, id: string): void => {
  const shop = shops.find((one) => one.id === id);
  if (shop === undefined || cards.has(id)) return;
  const levels = shop.authority.map(({ level, text }) => ({ level, text }));
  cards.set(id, { shop: id, name: shop.name, levels });
};

/** The cards of the shops that the run's customers come to, to read up on before anybody asks. */
const plannedCards = async ({ catalogs }: LeadReads, run: Run, cards: Map<string, LeadCard>): Promise<void> => {
  const catalog = await catalogs.of(run.school);
  const { rush } = run.plan;
  const shops = rush === undefined ? dealtCases(run).map((id) => catalog.find(id)?.shop ?? '') : [rush.shop];
  for (const shop of shops) addCard(cards, catalogs.data, shop);
};

type Place = {
  reads: LeadReads;
  drill: string;
  seat: Seat;
  content: ContentData;
  scenario: Scenario;
  asks: DrillAsks;
};

const requestOf = (place: Place, ask: Ask, { isTold, now }: Told): LeadRequest => {
  const { reads, drill, seat, content, scenario, asks } = place;
  const { answered, events, conversation } = ask;
  const lines = handedParts(content, events, { drill, conversation, role: '' }, (text) => text).at(-1)?.lines ?? [];
  const state = stateOf(ask, asks);
  const answer = answered?.event.answer ?? null;
  const isJudged = isTold && (state === 'answered' || state === 'unanswered');
  const right = () => rightAnswer(content, scenario, events.slice(0, ask.asked), ask.id);
  return {
    ...{ drill, ask: ask.id, state },
    seat: { id: seat.id, no: seat.no, name: seat.name },
    customer: scenario.customer.name,
    shop: scenario.shop,
    operation: content.actions.find(({ id }) => id === ask.action)?.title ?? ask.action,
    notes: ask.notes,
    sum: sumIn(ask.notes, lines),
    lines: lines.slice(-LINES).map(({ by, text }) => ({ by, text })),
    askedAt: ask.askedAt,
    left: state === 'waits' ? { ms: leftOf(ask, asks, now), runs: asks.clock.running } : null,
    answer:
      answer === null || answered === null
        ? null
        : {
            how: answer.how,
            amount: answer.how === 'granted' ? answer.amount : null,
            words: answer.words,
            at: answered.at,
          },
    judged: isJudged ? judgeAnswer(answer, right(), reads.catalogs.lead) : null,
  };
};

const stateOf = ({ answered }: Ask, { isOver }: DrillAsks): LeadRequest['state'] => {
  if (answered !== null) return answered.event.answer === null ? 'unanswered' : 'answered';
  return isOver ? 'void' : 'waits';
};
