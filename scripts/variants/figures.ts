/** What a case's variants are worth: whether each can be played well, and whether another one's words still pass. */
import { playDrill } from '#authoring/play-drill.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { prepare } from '#engine/prepare/prepare.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { contentFor, type Library, templateIn } from '#library/load.ts';
import type { Reply } from '#library/schema/testplan.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { layOut } from '#library/variations/case-template.ts';
import { makeReport } from '#scoring/report.ts';
import { traineeReplies } from '#scripts/play/trainee-replies.ts';
import { playedInTurn } from './learnt-by-heart.ts';

/** Scores 0–100, means with the lowest or highest; shares 0–1. */
export type VariantFigures = {
  id: string;
  /** Combinations that may be. */
  legal: number;
  /** Cards played, from 0. */
  played: number;
  model: { mean: number; lowest: number };
  second: { mean: number; lowest: number };
  /** The model's words of card 0 on the other cards. */
  memory: { mean: number; highest: number };
  /** The model's words of each card on the next: what a neighbour's answers are worth. */
  neighbour: { mean: number; highest: number };
  /** The model's words of card 0 on the other cards, said on whatever the customer answers. */
  saidOn: { mean: number; highest: number };
  /** The customer's bubbles that card 0's customer didn't say. */
  otherLines: number;
};

type Played = { score: number; lines: string[] };

export const figuresOfVariants = (library: Library, id: string, cards: number): VariantFigures => {
  const template = templateIn(library, id);
  if (template === undefined) throw new Error(`${id} doesn't vary`);
  const shops = template.shops.flatMap((shop) => library.shopFacts.get(shop) ?? []);
  const legal = shops.reduce((sum, shop) => sum + layOut(template, shop).legal.length, 0);
  const played = Math.min(cards, legal);
  const contents = new Map<number, { content: Content; hash: string }>();
  const contentAt = (card: number) => {
    const known = contents.get(card);
    if (known !== undefined) return known;
    const { data, hash } = contentFor(library, [id], cardOfSeed(card));
    const made = { content: prepare(data), hash };
    contents.set(card, made);
    return made;
  };
  const play = (card: number, trainee: string, wordsOf: number): Played => {
    const { content, hash } = contentAt(card);
    const replies: readonly Reply[] = traineeReplies(library, [id], trainee, wordsOf) ?? [];
    const events = playDrill(content, { scenarios: [id], replies, seed: card, mode: 'lesson', contentHash: hash });
    return { score: makeReport(content.data, events).score, lines: linesOf(events) };
  };
  const playOn = (card: number): number => {
    const { content, hash } = contentAt(card);
    const replies = traineeReplies(library, [id], 'model', 0) ?? [];
    const events = playedInTurn(content, replies, { scenarios: [id], seed: card, contentHash: hash });
    return makeReport(content.data, events).score;
  };
  const all = [...Array(played).keys()];
  const models = all.map((card) => play(card, 'model', card));
  const seconds = all.map((card) => play(card, 'second-model', card).score);
  const memory = all.slice(1).map((card) => play(card, 'model', 0).score);
  const neighbours = all.slice(1).map((card) => play(card, 'model', card - 1).score);
  const first = new Set(models[0]?.lines);
  return {
    ...{ id, legal, played },
    model: lowest(models.map(({ score }) => score)),
    second: lowest(seconds),
    memory: highest(memory),
    neighbour: highest(neighbours),
    saidOn: highest(all.slice(1).map(playOn)),
    otherLines: mean(
      models.slice(1).map(({ lines }) => lines.filter((line) => !first.has(line)).length / lines.length),
    ),
  };
};

const linesOf = (events: readonly DrillEvent[]): string[] =>
  events.flatMap((event) =>
    event.kind === 'customer-said' && event.bubble.kind === 'text' ? [event.bubble.text] : [],
  );

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
const lowest = (values: readonly number[]) => ({ mean: mean(values), lowest: Math.min(...values) });
const highest = (values: readonly number[]) => ({ mean: mean(values), highest: Math.max(0, ...values) });
