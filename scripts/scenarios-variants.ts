/**
 * `npm run -s scenarios:variants -- [ID…] [--cards N] [--deck] [--json] [--lang zh|en]`: what the variants of the cases
 * that vary are worth; `--deck` lists a case's cards instead, with what is drawn and what the answer hangs on.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { say } from '#i18n/say.ts';
import { loadLibrary, templateIn } from '#library/load.ts';
import { variantOn } from '#library/reading/variant-scenario.ts';
import { cardOfSeed } from '#library/variations/card.ts';
import { scenarioId } from '#scripts/play/replies-fit.ts';
import { figuresOfVariants, type VariantFigures } from '#scripts/variants/figures.ts';
import { readArguments, stop } from './read-arguments.ts';

const { values, positionals } = readArguments(() => say('commands:usage.variants'), {
  allowPositionals: true,
  options: {
    cards: { type: 'string', default: '12' },
    deck: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    lang: { type: 'string' },
  },
});
const cards = z.coerce.number().int().min(2).max(500).safeParse(values.cards);
if (!cards.success) stop(say('commands:usage.variants'));
const { library } = loadLibrary(join(import.meta.dirname, '../scenarios'));
const ids =
  positionals.length === 0
    ? [...library.templates.keys(), ...library.short.keys()]
    : positionals.map((name) => scenarioId(library, name) ?? stop(`unknown-scenario: no scenario ${name}`));
const plain = ids.find((id) => templateIn(library, id) === undefined);
if (plain !== undefined) stop(say('commands:variants.plain', { id: plain }));

const printDeck = (id: string): void => {
  const template = templateIn(library, id);
  if (template === undefined) return;
  for (let card = 0; card < (cards.data ?? 12); card += 1) {
    const { combination, mark } = variantOn(template, library.shopFacts, cardOfSeed(card));
    const drawn = Object.entries(mark.drawn).map(([name, value]) => `${name}=${value}`);
    console.log(`${id} #${card}  ${drawn.join(' ')}  → ${combination.answer.join(' / ')}`);
  }
};

const lineOf = ({
  id,
  legal,
  played,
  model,
  second,
  memory,
  neighbour,
  saidOn,
  otherLines,
}: VariantFigures): string => {
  const whole = (value: number) => String(Math.round(value));
  const both = (mean: number, extreme: number) => `${whole(mean)} (${whole(extreme)})`;
  return say('commands:variants.line', {
    ...{ id, legal: String(legal), played: String(played) },
    ...{ model: both(model.mean, model.lowest), second: both(second.mean, second.lowest) },
    ...{ memory: both(memory.mean, memory.highest), neighbour: both(neighbour.mean, neighbour.highest) },
    saidOn: both(saidOn.mean, saidOn.highest),
    lines: whole(otherLines * 100),
  });
};

for (const id of ids) {
  if (values.deck) printDeck(id);
  else {
    const figures = figuresOfVariants(library, id, cards.data ?? 12);
    console.log(values.json ? JSON.stringify(figures) : lineOf(figures));
  }
}
