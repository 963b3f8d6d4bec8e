import type { Logger } from 'pino';
import type { Seals } from '#classroom/exams/seals.ts';
import type { Storage } from '#storage/storage.ts';
import type { Lesson } from './lesson.ts';
import type { ClassroomNotice, Peers } from './peers.ts';
import type { Subscriptions } from './subscriptions.ts';
import type { Walls } from './walls.ts';

type Needs = { peers: Peers; storage: Pick<Storage, 'runs'>; logger: Logger };
type Parts = {
  audience: Subscriptions;
  walls: Walls;
  lesson: Lesson;
  seals: Pick<Seals, 'heardElsewhere'>;
  /** Drops what is kept of a run here, and tells its pages. */
  forget(run: string): Promise<void>;
};

/** Has the classroom of this node take up what happens at the others. */
export function subscribeToPeers(
  { peers, storage, logger }: Needs,
  { audience, walls, lesson, seals, forget }: Parts,
): void {
  const attempt = (work: Promise<unknown>): void =>
    void work.catch((error: unknown) => logger.error({ err: error }, 'not taken up from another node'));

  const seatChanged = async (run: string, seatId: string): Promise<void> => {
    audience.heard.seat(run, seatId);
    if (!audience.hasTab(seatId) && !walls.isFollowed(run)) return;
    const seat = await storage.runs.seat(seatId);
    if (seat !== null) walls.seatChanged(seat);
  };

  const heard = (node: string, notice: ClassroomNotice): void => {
    switch (notice.kind) {
      case 'run':
        audience.heard.run(notice.run);
        break;
      case 'all':
        audience.heard.all(notice.run);
        attempt(lesson.follow(notice.run));
        break;
      case 'deleted':
        attempt(forget(notice.run));
        break;
      case 'seat':
        attempt(seatChanged(notice.run, notice.seat));
        break;
      case 'network':
        seals.heardElsewhere(notice.school, notice.network);
        break;
      case 'opened':
        walls.heard.opened(notice.row);
        break;
      case 'happened':
        walls.heard.happened(notice.row, notice.events, notice.standing);
        break;
      case 'attending':
        walls.heard.attending(node, notice.run, notice.attending, notice.isThere);
        break;
    }
  };

  /** Every page here is told how things stand now. */
  const tellAll = async (): Promise<void> => {
    for (const run of audience.watchedRuns()) audience.heard.all(run);
    for (const seatId of audience.seatsWithTab()) {
      const seat = await storage.runs.seat(seatId);
      if (seat !== null) audience.heard.seat(seat.run, seatId);
    }
    await walls.heard.missed();
  };

  peers.listen({
    heard,
    attending: walls.attending,
    left: (node) => {
      walls.heard.nodeLeft(node);
      attempt(lesson.followAll());
    },
    missed: () => {
      attempt(lesson.followAll());
      attempt(tellAll());
    },
  });
}
