/** What whoever plays a customer sees of the drill: an allow-list, made anew from the whole log each time. */
import type { PlayedLine, RolePlayState } from '#contract/together/role-plays.ts';
import type { ContentData } from '#engine/model/content.ts';
import type { DrillEvent } from '#engine/model/events.ts';
import { PLAYED_ENDINGS } from '#engine/model/role-play.ts';
import { bubbleText } from '#engine/state/evolve-turn.ts';
import { moodWord } from './present-parts.ts';

const MS = 1000;

/** `now`: drill time; `actions` give operations their titles. */
export const playerState = (
  content: Pick<ContentData, 'actions'>,
  events: readonly DrillEvent[],
  { code, now, running }: Pick<RolePlayState, 'code' | 'now' | 'running'>,
): RolePlayState => {
  const state: RolePlayState = {
    ...{ code, stage: 'card', seq: events.length, now, running, lines: [], mood: 'anxious', said: [] },
    ...{ waitsSince: null, firstS: null, unpaid: false, left: null },
  };
  for (const event of events) take(state, content, event);
  return state;
};

const take = (state: RolePlayState, content: Pick<ContentData, 'actions'>, event: DrillEvent): void => {
  const add = (line: PlayedLine): void => void state.lines.push(line);
  const answered = (at: number): void => {
    if (state.waitsSince !== null) state.firstS ??= Math.round((at - state.waitsSince) / MS);
    state.waitsSince = null;
  };
  if ('orders' in event) state.unpaid = event.orders.some(({ status }) => status === 'unpaid');
  switch (event.kind) {
    case 'player-ready':
      state.stage = 'ready';
      return;
    case 'clock-started':
      state.stage = 'running';
      return;
    case 'clock-stopped':
      if (event.why !== 'not-started') state.stage = 'stopped';
      return;
    case 'drill-ended':
      state.stage = 'over';
      return;
    case 'customer-arrived':
      state.mood = moodWord(event.mood);
      return;
    case 'customer-said':
      add({ id: event.id, by: 'customer', text: bubbleText(event.bubble), at: event.at });
      if (event.why.kind === 'played' || event.why.kind === 'opening') state.waitsSince ??= event.at;
      return;
    case 'trainee-said':
      add({ id: event.id, by: 'agent', text: event.text, at: event.at });
      answered(event.at);
      return;
    case 'message-withdrawn':
      state.lines = state.lines.filter(({ id }) => id !== event.message);
      return;
    case 'action-done': {
      if (!event.sends) return;
      const title = content.actions.find(({ id }) => id === event.action)?.title ?? event.action;
      add({ id: event.id, by: 'card', text: title, at: event.at });
      answered(event.at);
      return;
    }
    case 'beat-entered':
      state.said.push(event.beat);
      return;
    case 'mood-moved':
      state.mood = moodWord(event.to);
      return;
    case 'ending-reached':
      state.left = event.ending === PLAYED_ENDINGS.angry ? 'angry' : 'content';
      state.waitsSince = null;
      return;
  }
};
