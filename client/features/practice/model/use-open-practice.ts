import { useNavigate } from 'react-router';
import { type Answer, call, get } from '#client/lib/api.ts';
import { pathTo } from '#client/lib/endpoints.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import type { DrillSummary, ScenarioCard } from '#contract/bodies.ts';

/**
 * Opens a drill of these cases and its desk, where 开始 starts the clock (RULES Z25). One that was opened with the same
 * cases and never started is gone back to: whoever looks in and leaves again and again would leave as many behind.
 */
export const useOpenPractice = () => {
  const navigate = useNavigate();
  const { isBusy, error, send } = useSubmit();
  const open = async (cards: readonly Pick<ScenarioCard, 'id'>[]): Promise<void> => {
    const scenarios = cards.map(({ id }) => id);
    const opened = await send(() => openOrFind(scenarios), true);
    if (opened !== null) await navigate(`/drills/${opened.value.id}`);
  };
  return { open, isOpening: isBusy, error };
};

const openOrFind = async (scenarios: string[]): Promise<Answer<{ id: string }>> => {
  const drills = await get(pathTo('GET /api/drills'));
  const waiting = drills.ok ? drills.value.find((drill) => isUnstarted(drill, scenarios)) : undefined;
  return waiting === undefined
    ? await call('POST /api/drills', {}, { scenarios, mode: 'practice' })
    : { ok: true, value: { id: waiting.id } };
};

const isUnstarted = (drill: DrillSummary, scenarios: readonly string[]): boolean =>
  drill.state === 'opened' &&
  drill.mode === 'practice' &&
  drill.run === null &&
  drill.retry === null &&
  drill.rush === null &&
  drill.scenarios.map(({ id }) => id).join() === scenarios.join();
