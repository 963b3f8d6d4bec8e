/** The golden logs as they were kept: a case's content, and what a trainee did with it. */
import { readFileSync } from 'node:fs';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { platforms, rubric } from './shoe-shop.ts';

export type Trainee = 'model' | 'poor' | 'silent';

const lines = (file: string): string[] => readFileSync(`tests/scoring/golden/${file}`, 'utf8').trimEnd().split('\n');

export const goldenContent = (name: string): ContentData => {
  const [scenarios = '[]', shops = '[]', personas = '[]', actions = '[]'] = lines(`${name}.content.jsonl`);
  return {
    // Logs and content were kept before incidents were known.
    scenarios: JSON.parse(scenarios).map((one: object) => ({ incident: null, ...one })),
    shops: JSON.parse(shops),
    personas: JSON.parse(personas),
    actions: JSON.parse(actions),
    rubric,
    platforms,
    types: [],
  };
};

export const goldenEvents = (name: string, trainee: Trainee): DrillEvent[] =>
  lines(`${name}.${trainee}.jsonl`).map((line): DrillEvent => JSON.parse(line));
