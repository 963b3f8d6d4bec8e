import type { PointWordings } from '#language/terms/verdicts.ts';

/** One line of `judge`'s input after checking. */
export type JudgeLine = {
  id: string | number | undefined;
  reply: string;
  customer: string | undefined;
  points: PointWordings[];
  history: { by: 'customer' | 'trainee'; text: string }[] | undefined;
};

export type BadLine = { ok: false; id: string | number | undefined; error: { code: 'bad-line'; message: string } };

type Fields = Record<string, unknown>;

/** Parses one JSONL line. A fault is a value, so that one bad line doesn't stop the stream. */
export const readJudgeLine = (text: string): { ok: true; value: JudgeLine } | BadLine => {
  let line: unknown;
  try {
    line = JSON.parse(text);
  } catch (error) {
    return bad(undefined, error instanceof Error ? error.message : 'not JSON');
  }
  if (!isFields(line)) return bad(undefined, 'a line must be one JSON object');
  const id = typeof line.id === 'string' || typeof line.id === 'number' ? line.id : undefined;
  if (typeof line.reply !== 'string') return bad(id, '"reply" must be a string');
  if (line.customer !== undefined && line.customer !== null && typeof line.customer !== 'string')
    return bad(id, '"customer" must be a string');
  const points = line.points ?? [];
  if (!Array.isArray(points)) return bad(id, '"points" must be a list');
  const wordings: PointWordings[] = [];
  for (const point of points) {
    const read = pointFrom(point);
    if (typeof read === 'string') return bad(id, read);
    wordings.push(read);
  }
  const history = historyFrom(line.history);
  if (typeof history === 'string') return bad(id, history);
  return {
    ok: true,
    value: { id, reply: line.reply, customer: line.customer ?? undefined, points: wordings, history },
  };
};

const LISTS = ['also', 'contradicts', 'about', 'yes', 'no', 'unless'] as const;

const pointFrom = (point: unknown): PointWordings | string => {
  if (!isFields(point)) return 'a point must be an object';
  if (typeof point.id !== 'string' || typeof point.says !== 'string') return 'a point needs "id" and "says"';
  for (const list of LISTS)
    if (point[list] !== undefined && !isTexts(point[list])) return `"${list}" must be a list of strings`;
  if (point.wrongs !== undefined && !isWrongs(point.wrongs)) return '"wrongs" must be a list of {id, says: [...]}';
  if (point.value !== undefined && !isValue(point.value)) return '"value" must be {kind, is}';
  return point as PointWordings;
};

const historyFrom = (history: unknown): JudgeLine['history'] | string => {
  if (history === undefined || history === null) return undefined;
  if (!Array.isArray(history)) return '"history" must be a list';
  const bubbles: { by: 'customer' | 'trainee'; text: string }[] = [];
  for (const bubble of history) {
    if (!isFields(bubble) || typeof bubble.text !== 'string') return 'a history entry needs "by" and "text"';
    bubbles.push({ by: bubble.by === 'customer' ? 'customer' : 'trainee', text: bubble.text });
  }
  return bubbles;
};

const isFields = (value: unknown): value is Fields => {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
};

const isTexts = (value: unknown): value is string[] => {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
};

const isWrongs = (value: unknown): boolean => {
  if (!Array.isArray(value)) return false;
  return value.every((wrong) => isFields(wrong) && typeof wrong.id === 'string' && isTexts(wrong.says));
};

const isValue = (value: unknown): boolean => {
  return isFields(value) && typeof value.kind === 'string' && typeof value.is === 'string';
};

const bad = (id: string | number | undefined, message: string): BadLine => {
  return { ok: false, id, error: { code: 'bad-line', message } };
};
