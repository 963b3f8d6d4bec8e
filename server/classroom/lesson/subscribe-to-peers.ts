import type { Logger } from 'pino';
import type { Seals } from '#classroom/exams/seals.ts';
import type { Storage } from '#storage/storage.ts';
import type { Lesson } from './lesson.ts';
import type { ClassroomNotice, Peers } from './peers.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Walls } from './walls.ts';

type Needs = { peers: Peers; storage: Pick<Storage, 'runs'>; logger: Logger };
type Parts = {
  subscriptions: Subscriptions;
  walls: Walls;
  lesson: Lesson;
  seals: Pick<Seals, 'noteRemoteNetwork'>;
  /** Tells the pages here of those who play in this drill, or (null) in any. */
  played(drill: string | null): void;
  /** Drops what is kept of a run here, and tells its pages. */
  forget(run: string): Promise<void>;
};

/** Has the classroom of this node take up what happens at the others. */
export const subscribeToPeers = (
  { peers, storage, logger }: Needs,
  { subscriptions, walls, lesson, seals, played, forget }: Parts,
): void => {
  const inBackground = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => logger.error({ err: error }, 'not taken up from another node'));

  const seatChanged = async (run: string, seatId: string): Promise<void> => {
    subscriptions.notifyHere.seat(run, seatId);
    if (!subscriptions.hasTab(seatId) && !walls.isFollowed(run)) return;
    const seat = await storage.runs.seat(seatId);
    if (seat !== null) walls.seatChanged(seat);
  };

  const receive = (node: string, notice: ClassroomNotice): void => {
    switch (notice.kind) {
      case 'run':
        subscriptions.notifyHere.run(notice.run);
        break;
      case 'all':
        subscriptions.notifyHere.all(notice.run);
        inBackground(lesson.resetBell(notice.run));
        break;
      case 'deleted':
        inBackground(forget(notice.run));
        break;
      case 'seat':
        inBackground(seatChanged(notice.run, notice.seat));
        break;
      case 'network':
        seals.noteRemoteNetwork(notice.school, notice.network);
        break;
      case 'played':
        played(notice.drill);
        break;
      case 'opened':
        walls.fromPeers.opened(notice.row);
        break;
      case 'happened':
        walls.fromPeers.happened(notice.row, notice.events, notice.standing);
        break;
      case 'attending':
        walls.fromPeers.attending(node, notice.run, notice.attending, notice.isThere);
        break;
    }
  };

  /** Every page here is told how things stand now. */
  const notifyAllPages = async (): Promise<void> => {
    for (const run of subscriptions.watchedRuns()) subscriptions.notifyHere.all(run);
    for (const seatId of subscriptions.seatsWithTab()) {
      const seat = await storage.runs.seat(seatId);
      if (seat !== null) subscriptions.notifyHere.seat(seat.run, seatId);
    }
    played(null);
    await walls.fromPeers.noticesLost();
  };

  peers.listen({
    received: receive,
    attending: walls.attending,
    nodeLeft: (node) => {
      walls.fromPeers.nodeLeft(node);
      inBackground(lesson.takeOverAll());
    },
    noticesLost: () => {
      inBackground(lesson.takeOverAll());
      inBackground(notifyAllPages());
    },
  });
};
