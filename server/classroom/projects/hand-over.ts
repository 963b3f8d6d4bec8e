/** Brings each conversation that was handed on to the seat that has the next role (RULES J39, J40). */
import type { Logger } from 'pino';
import type { DrillOpener } from '#classroom/lesson/drill-opener.ts';
import { type Chain, type ChainPart, countFor } from '#classroom/project-groups/chain.ts';
import { type GroupView, groupView, type ProjectView, projectView } from '#classroom/project-groups/group-drills.ts';
import { withoutName } from '#classroom/results/anonymous.ts';
import type { Reply } from '#contract/errors.ts';
import { handedParts } from '#drills/hand-overs/handed-parts.ts';
import type { DrillControl, DrillRecords } from '#drills/runner/ports.ts';
import type { Handed } from '#engine/model/project.ts';
import type { Run } from '#storage/runs.ts';
import type { DrillRow, Storage } from '#storage/storage.ts';

type Needs = {
  storage: Storage;
  runner: Pick<DrillControl, 'project'> & Pick<DrillRecords, 'record'>;
  opener: Pick<DrillOpener, 'open'>;
  logger: Logger;
};

/**
 * Compares what was handed on with what has come, group by group, and sends what is missing. What is done already isn't
 * done again, so that it may be called at any time: after a hand-over, after a restart, when a role was given away.
 * `group`: this one only; null: all.
 */
export const settleProject = async (needs: Needs, run: Run, group: number | null): Promise<void> => {
  if (run.plan.project === undefined || run.stage !== 'drill' || run.endedAt !== null) return;
  const view = await projectView(needs.storage, run);
  for (const index of view.groups.keys()) {
    if (group !== null && group !== index) continue;
    try {
      await settleGroup(needs, view, index);
    } catch (error) {
      needs.logger.error({ err: error, run: run.id, group: index }, 'conversations not handed over');
    }
  }
};

const settleGroup = async (needs: Needs, view: ProjectView, index: number): Promise<void> => {
  const found = await groupView(needs.storage, view, index);
  for (const { chain, part, before } of toSend(found.chains)) {
    const row = await openDrillOf(needs, found, part.seat ?? '');
    if (row === null) continue;
    const handed = before === null ? beginsHere(chain) : await handedFrom(needs, view, before);
    if (handed !== null)
      warn(needs, await needs.runner.project(row.id, { kind: 'receive', scenario: part.case, handed }));
  }
  const now = await groupView(needs.storage, await projectView(needs.storage, view.run), index);
  for (const { row, seat } of now.drills)
    if (row.state !== 'ended')
      warn(needs, await needs.runner.project(row.id, { kind: 'expect', count: countFor(now.chains, seat, row.id) }));
};

type ToSend = { chain: Chain; part: ChainPart; before: ChainPart | null };

/** Parts whose customer is due and hasn't come: handed over, or of a first role that was given to another seat. */
const toSend = (chains: readonly Chain[]): ToSend[] =>
  chains.flatMap((chain) =>
    chain.parts.flatMap((part, role) =>
      part.came === null && part.state === 'due' && part.seat !== null
        ? [{ chain, part, before: chain.parts[role - 1] ?? null }]
        : [],
    ),
  );

/** The seat's drill that is open, or a new one: its own part may be over by then. Null where nobody sits there. */
const openDrillOf = async ({ opener }: Needs, { drills }: GroupView, seat: string): Promise<DrillRow | null> => {
  const open = drills.find((drill) => drill.seat === seat && drill.row.state !== 'ended');
  if (open !== undefined) return open.row;
  const opened = await opener.open(seat, null);
  return opened.ok ? opened.value : null;
};

const beginsHere = (chain: Chain): Handed => ({ from: { drill: chain.task.id, conversation: '' }, parts: [] });

const handedFrom = async ({ runner }: Needs, view: ProjectView, before: ChainPart): Promise<Handed | null> => {
  if (before.came === null) return null;
  const { drill, conversation } = before.came;
  const record = await runner.record(drill.row.id);
  if (record === null) return null;
  const name = view.seats.find(({ id }) => id === drill.seat)?.name ?? '';
  const role = view.run.plan.project?.roles[before.role] ?? '';
  const shown = (text: string): string => withoutName(text, name);
  return {
    from: { drill: drill.row.id, conversation },
    parts: handedParts(record.content, record.events, { drill: drill.row.id, conversation, role }, shown),
  };
};

/** A drill that ended meanwhile, or has the customer already, is no fault: the next look finds out. */
const EXPECTED = ['drill-ended', 'incident-came-already', 'drill-moving'];
const warn = ({ logger }: Needs, reply: Reply<unknown>): void => {
  if (!reply.ok && !EXPECTED.includes(reply.error.code)) logger.warn({ code: reply.error.code }, 'project not settled');
};
