/** The pages of those who play customers: told what they see whenever their drill's log grows. */
import type { Logger } from 'pino';
import type { RolePlayState } from '#contract/together/role-plays.ts';
import type { Runner } from '#drills/runner/ports.ts';
import type { StoredRolePlay } from '#storage/together/role-plays.ts';

/** One browser tab. */
export type PlayerViewer = { id: string; sendRole(state: RolePlayState): void };

type Watched = {
  rolePlay: Pick<StoredRolePlay, 'drill' | 'code'>;
  viewers: Map<string, PlayerViewer>;
  isReading: boolean;
  isStale: boolean;
};

/**
 * The state is read from the stored log, never on a reply's path: commits that come while it is read are told together
 * with the next reading.
 */
export const createPlayerViewers = (
  { runner, logger }: { runner: Pick<Runner, 'observe'>; logger: Logger },
  stateOf: (rolePlay: Pick<StoredRolePlay, 'drill' | 'code'>) => Promise<RolePlayState | null>,
  tellOthers: (drill: string) => void,
) => {
  const byDrill = new Map<string, Watched>();

  const tell = async (watched: Watched): Promise<void> => {
    if (watched.isReading) {
      watched.isStale = true;
      return;
    }
    watched.isReading = true;
    try {
      do {
        watched.isStale = false;
        const state = await stateOf(watched.rolePlay);
        if (state !== null) for (const viewer of watched.viewers.values()) viewer.sendRole(state);
      } while (watched.isStale);
    } finally {
      watched.isReading = false;
    }
  };
  const changed = (drill: string | null): void => {
    for (const [id, watched] of byDrill)
      if (drill === null || id === drill)
        tell(watched).catch((error: unknown) => logger.error({ err: error, drill: id }, 'player not told'));
  };
  const stopObserving = runner.observe({
    happened: ({ id }, _events, { drill }) => {
      if (drill.opened?.rolePlay === undefined) return;
      changed(id);
      tellOthers(id);
    },
    attended: () => {},
  });

  return {
    changed,
    add: (rolePlay: Pick<StoredRolePlay, 'drill' | 'code'>, viewer: PlayerViewer): void => {
      const { drill, code } = rolePlay;
      const watched = byDrill.get(drill) ?? {
        ...{ rolePlay: { drill, code }, viewers: new Map<string, PlayerViewer>() },
        ...{ isReading: false, isStale: false },
      };
      byDrill.set(drill, watched);
      watched.viewers.set(viewer.id, viewer);
    },
    leave: (viewerId: string): void => {
      for (const [drill, { viewers }] of byDrill) {
        if (viewers.delete(viewerId) && viewers.size === 0) byDrill.delete(drill);
      }
    },
    close: (): void => {
      stopObserving();
      byDrill.clear();
    },
  };
};
