import type { Acked } from '#contract/commands.ts';
import { failure, type Reply, refused as refusedAs } from '#contract/errors.ts';
import { decideWith } from '#drills/judging/judge.ts';
import type { Command, Decided } from '#engine/model/commands.ts';
import type { Content } from '#engine/prepare/prepared-content.ts';
import { storageRefusal } from '#storage/health/storage-health.ts';
import { createCommandQueue, type Job } from './command-queue.ts';
import type { DrillMemory } from './drill-memory.ts';
import type { DrillNeeds } from './drill-needs.ts';
import type { CommitError } from './group-commit.ts';
import { entryOf, outcomeOf, storedAnswer } from './outcome.ts';
import { commandFor, type RequestState } from './requests.ts';

type Hooks = {
  isAttended(): boolean;
  isFrozen(): boolean;
  /** Whether the drill isn't this process's any more. */
  isDropped(): boolean;
  /** The storage says that another node has the drill. */
  onLeaseLost(): void;
  /** Called after an error that would come again at once if the timer fired at once. */
  holdOff(): void;
  /** Nothing is in flight and nothing waits. */
  onIdle(): void;
};

/**
 * Carries out a drill's commands one by one.
 * Order, always: decide (and ask the judge) → append → after COMMIT evolve → present → publish → acknowledge.
 */
export const createDrillCommands = (
  needs: DrillNeeds,
  content: Content,
  memory: DrillMemory,
  { isAttended, isFrozen, isDropped, onLeaseLost, holdOff, onIdle }: Hooks,
) => {
  const { engine, judge, storage, commit, logger } = needs;
  const { id, contentHash } = memory.row();

  /** Calls `finish` with what `pending` resolves to, before any other command of the drill is begun. */
  const continueAfter = <T>(job: Job, pending: Promise<T>, finish: (answer: T) => void): void => {
    const release = queue.holdFor(job);
    pending.then(
      (answer) => release(() => finish(answer)),
      (error: unknown) => release(() => onError(job, error)),
    );
  };

  const runJob = (job: Job) => {
    if (isDropped()) return job.answer(refusedAs('drill-moving'));
    // Not even an answer given before is repeated while nobody would find what it acknowledges.
    if (storage.health.refusal() === 'storage-gone') {
      holdOff();
      return job.answer(refusedAs('storage-gone'));
    }
    if (memory.isStale()) return continueAfter(job, memory.refresh(), () => begin(job));
    begin(job);
  };

  /** A command that came before is answered as it was then (RULES N2). New ones, which are nearly all, aren't looked for. */
  const begin = (job: Job) => {
    if (job.commandId === null || !memory.mayHaveStored(job.commandId)) return decide(job);
    continueAfter(job, earlierAnswer(job), (earlier) => (earlier === null ? decide(job) : job.answer(earlier)));
  };

  const decide = (job: Job) => {
    const { drill } = memory.snapshot();
    const at = memory.timeAt(job.receivedAt);
    const state = { ...stateFromMemory(memory, job.receivedAt), content, frozen: isFrozen(), attended: isAttended() };
    const command = commandFor(job.request, at, state);
    if (command === null) return job.answer({ ok: true, value: { seq: drill.seq, now: at } });
    const decision = decideWith(needs, content, drill, command);
    if (!(decision instanceof Promise)) return carryOut(job, command, decision);
    continueAfter(job, decision, (lateDecision) => carryOut(job, command, lateDecision));
  };

  const carryOut = (job: Job, command: Command, decision: Decided) => {
    if (!decision.ok) return job.answer({ ok: false, error: failure(decision.error.code, decision.error.detail) });
    if (decision.value.length > 0) return append(job, command, decision);
    if (command.kind === 'tick') holdOff();
    job.answer({ ok: true, value: { seq: memory.snapshot().drill.seq, now: command.at } });
  };

  const append = (job: Job, command: Command, { value: events, drill: next }: Extract<Decided, { ok: true }>): void => {
    // It may have been lost while the judge was asked.
    if (isDropped()) {
      job.answer(refusedAs('drill-moving'));
      return;
    }
    const snapshotBefore = memory.snapshot();
    const outcome = outcomeOf({ engine, content }, snapshotBefore.map, job, command, events, next);
    const release = queue.holdFor(job);
    commit.add(entryOf(id, snapshotBefore.drill.seq, job, events, outcome), (result) =>
      release(() => {
        try {
          if (result.ok) memory.applyStored(job.commandId, events, outcome);
        } catch (error) {
          // It is stored, so it is acknowledged; who missed it hears it on joining again.
          logger.error({ err: error, drill: id }, 'publish failed');
        }
        // Not when it is read: a node that takes over hundreds has them standing first, and compiled when they go on.
        if (result.ok && outcome.nextMap.running && !snapshotBefore.map.running)
          judge.announceContent(contentHash, content);
        if (result.ok) job.answer({ ok: true, value: outcome.answer });
        else refuse(job, result.error);
      }),
    );
  };

  const onError = (job: Job, error: unknown): void => {
    logger.error({ err: error, drill: id }, 'command failed');
    memory.markStale();
    holdOff();
    // A database that can't be read just now is no fault of the program: what was sent may be sent again.
    job.answer({ ok: false, error: failure(storageRefusal(error) ?? 'internal') });
  };

  /** What wasn't stored now may have been by another node, or by a try that nobody heard of: it is answered as then. */
  const refuse = (job: Job, error: CommitError): void => {
    if (error === 'not-leased') {
      onLeaseLost();
      job.answer(refusedAs('drill-moving'));
      return;
    }
    logger.error({ drill: id, error }, 'append refused');
    memory.markStale();
    holdOff();
    const code = error === 'not-stored' ? storage.health.refusal() : 'storage-failed';
    if (code === 'storage-gone') job.answer(refusedAs(code));
    else continueAfter(job, earlierAnswer(job), (earlier) => job.answer(earlier ?? refusedAs(code)));
  };

  const queue = createCommandQueue({ run: runJob, onError, onIdle });

  /** The answer the command got when it came before (RULES N2); null when it is new. */
  const earlierAnswer = async ({ commandId }: Job): Promise<Reply<Acked> | null> => {
    const stored = commandId === null ? null : await storage.ackOf(id, commandId);
    return stored === null ? null : storedAnswer(stored);
  };

  const { submit, submitFirst, isBusy } = queue;
  return { submit, submitFirst, busy: isBusy };
};

/** The part of a request's scene that the drill itself tells. */
const stateFromMemory = (
  memory: DrillMemory,
  wall: number,
): Pick<RequestState, 'drill' | 'stoppedMs' | 'startsItself'> => {
  const { drill, map } = memory.snapshot();
  const { place, mode, retry } = memory.row();
  return {
    drill,
    stoppedMs: map.running ? 0 : Math.max(0, Math.round(wall - map.wallAt)),
    // A run's drill needs no button, nor do the customers of an exam sat alone; a replay task, a retry and a role play,
    // whose player reads the card first, start on 开始 (RULES N7, J105).
    startsItself:
      place === null ? mode === 'exam' && retry === null : place.redo === null && drill.opened?.rolePlay === undefined,
  };
};
