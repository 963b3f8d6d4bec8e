/** The conditions of a school: what ships, with the school's own words and figures in its place (RULES U5). */
import type { Clock } from '#common/clock.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type { PathSettings, PathSettingsBody, StageRule } from '#contract/practice/learning-path.ts';
import { say } from '#i18n/say.ts';
import type { Storage } from '#storage/storage.ts';

type Needs = { storage: Pick<Storage, 'learningPath' | 'people'>; stages: readonly StageRule[] };
type Saving = { school: string; by: string; version: number; body: PathSettingsBody | null };

const STAGES = ['awareness', 'skill', 'combat', 'advance', 'post'] as const;
const CONDITIONS = [
  ...(['awareness-test', 'situation-exam', 'drills-done', 'conversion'] as const),
  ...(['response', 'certificate', 'enterprise'] as const),
];

/** What ships, in the reader's language. */
export const shippedRules = (stages: readonly StageRule[]): StageRule[] =>
  stages.map((stage) => {
    const known = STAGES.find((id) => id === stage.id);
    return {
      ...stage,
      name: known === undefined ? stage.name : say(`path:stage.${known}.name`),
      about: known === undefined ? stage.about : say(`path:stage.${known}.about`),
      conditions: stage.conditions.map((condition) => {
        const id = CONDITIONS.find((one) => one === condition.id);
        return id === undefined ? { ...condition } : { ...condition, name: say(`path:condition.${id}`) };
      }),
    };
  });

const withOwn = (rules: readonly StageRule[], body: PathSettingsBody | null): StageRule[] =>
  rules.map((stage) => ({
    ...stage,
    ...body?.stages[stage.id],
    conditions: [
      ...stage.conditions
        .filter(({ id }) => body?.removed?.includes(id) !== true)
        .map((condition) => ({ ...condition, ...body?.conditions[condition.id] })),
      ...(body?.added ?? [])
        .filter((condition) => condition.stage === stage.id)
        .map(({ stage: _, ...condition }) => condition),
    ],
  }));

/** `school` null: nobody's, what ships. */
export const rulesOf = async ({ storage, stages }: Needs, school: string | null): Promise<StageRule[]> => {
  const settings = school === null ? null : await storage.learningPath.settings(school);
  return withOwn(shippedRules(stages), settings?.body ?? null);
};

export const pathSettings = async ({ storage, stages }: Needs, school: string): Promise<PathSettings> => {
  const settings = await storage.learningPath.settings(school);
  const by = settings === null ? null : await storage.people.person(settings.by);
  return {
    version: settings?.version ?? 0,
    own: (settings?.body ?? null) !== null,
    by: by?.name ?? null,
    at: settings?.at ?? null,
    rules: withOwn(shippedRules(stages), settings?.body ?? null),
    removed: settings?.body?.removed ?? [],
  };
};

/**
 * Stores what differs from what ships; `body` null: nothing, the defaults again. Refused where it names what isn't there or leaves a stage
 * without a condition,
 * and where somebody else has saved since `version` was read.
 */
export const savePathSettings = async (
  needs: Needs & { clock: Pick<Clock, 'now'> },
  { school, by, version, body }: Saving,
): Promise<Reply<PathSettings>> => {
  const shipped = shippedRules(needs.stages);
  const changed = body === null ? null : differences(shipped, body);
  if (changed === 'unknown') return refused('bad-request', 'id');
  const stored = { school, version: version + 1, body: changed, by, at: needs.clock.now() };
  const isCurrent = ((await needs.storage.learningPath.settings(school))?.version ?? 0) === version;
  if (!isCurrent || !(await needs.storage.learningPath.putSettings(stored))) return refused('path-changed');
  return { ok: true, value: await pathSettings(needs, school) };
};

const differences = (rules: readonly StageRule[], body: PathSettingsBody): PathSettingsBody | null | 'unknown' => {
  const conditions = rules.flatMap((stage) => stage.conditions);
  const isKnown =
    Object.keys(body.stages).every((id) => rules.some((stage) => stage.id === id)) &&
    Object.keys(body.conditions).every((id) => conditions.some((condition) => condition.id === id));
  const added = body.added ?? [];
  const removed = [...new Set(body.removed ?? [])];
  const isRight =
    isKnown &&
    removed.every((id) => conditions.some((condition) => condition.id === id)) &&
    added.every(({ stage }) => rules.some(({ id }) => id === stage)) &&
    new Set(added.map(({ id }) => id)).size === added.length &&
    // A stage that asks for nothing would be met by everybody at once.
    withOwn(rules, body).every((stage) => stage.conditions.length > 0);
  if (!isRight) return 'unknown';
  const own: PathSettingsBody = {
    stages: different(body.stages, rules),
    conditions: different(body.conditions, conditions),
    ...(added.length === 0 ? {} : { added }),
    ...(removed.length === 0 ? {} : { removed }),
  };
  const isChanged =
    Object.keys(own.stages).length + Object.keys(own.conditions).length + added.length + removed.length > 0;
  return isChanged ? own : null;
};

/** Whole entries in which any field isn't as it ships. */
const different = <T extends object>(own: Record<string, T>, shipped: readonly (T & { id: string })[]) => {
  return Object.fromEntries(
    Object.entries(own).filter(([id, entry]) => {
      const rule = shipped.find((one) => one.id === id);
      return Object.entries(entry).some(([field, value]) => rule?.[field as keyof T] !== value);
    }),
  );
};
