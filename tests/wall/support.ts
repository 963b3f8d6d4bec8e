import { readFileSync } from 'node:fs';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { platforms, rubric } from '#tests/scoring/support/shoe-shop.ts';
import { foldTile } from '#wall/fold-tile.ts';
import { emptyTile, type TileState, tileFacts } from '#wall/tile-state.ts';

const FOLDER = 'tests/scoring/golden';
const lines = (file: string): string[] => readFileSync(`${FOLDER}/${file}.jsonl`, 'utf8').trimEnd().split('\n');

export const CASES = ['coupon-stack', 'unpaid-forgot', 'partial-return-gift'];
export const TRAINEES = ['model', 'poor', 'silent'];

/** A kept log of a real case, with its content. */
export const golden = (name: string, trainee: string): { content: ContentData; events: DrillEvent[] } => {
  const [scenarios = '[]', shops = '[]', personas = '[]', actions = '[]'] = lines(`${name}.content`);
  const content: ContentData = {
    scenarios: JSON.parse(scenarios),
    shops: JSON.parse(shops),
    personas: JSON.parse(personas),
    actions: JSON.parse(actions),
    rubric,
    platforms,
    types: [],
  };
  const events = lines(`${name}.${trainee}`).map((line): DrillEvent => JSON.parse(line));
  return { content, events };
};

export const foldAll = (content: ContentData, events: readonly DrillEvent[], offset = 0): TileState => {
  const facts = tileFacts(content);
  return events.reduce((state, event) => foldTile(facts, state, event, offset), emptyTile);
};
