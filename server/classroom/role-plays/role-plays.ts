/** Role play: who has taken which card, and what they are shown and may do (RULES J28–J34). */
import type { Logger } from 'pino';
import { isHeldBy, type Principal } from '#common/access.ts';
import type { Clock } from '#common/clock.ts';
import type { Acked } from '#contract/commands.ts';
import { type Reply, refused } from '#contract/errors.ts';
import type {
  PlayerCard,
  RolePlayInvite,
  RolePlayOfDrill,
  RolePlayOpened,
  RolePlayState,
} from '#contract/together/role-plays.ts';
import { playerCard } from '#drills/present/player-card.ts';
import { playerState } from '#drills/present/player-state.ts';
import { readPrivateGoals } from '#drills/present/private-goals.ts';
import { advance, drillTime, initialClockMap } from '#drills/reports/clock-map.ts';
import { playerRuling } from '#drills/reports/rulings-of.ts';
import type { Runner } from '#drills/runner/ports.ts';
import type { PlayerAct } from '#engine/model/role-play.ts';
import type { Storage } from '#storage/storage.ts';
import type { StoredRolePlay } from '#storage/together/role-plays.ts';
import { createPlayerPlaces, type PlayerPlace } from './player-places.ts';
import { createPlayerViewers, type PlayerViewer } from './player-viewers.ts';
import { addCode } from './seat-plays.ts';
import { tellMates } from './tell-mates.ts';

export type RolePlayNeeds = {
  storage: Storage;
  runner: Pick<Runner, 'content' | 'observe' | 'play' | 'report'>;
  clock: Pick<Clock, 'now'>;
  logger: Logger;
};

export type RolePlays = {
  /** Gives a drill that was opened as a role play its code. `school`: the trainee's. */
  add(drill: string, school: string | null): Promise<RolePlayOpened>;
  /** Null: no person plays in this drill. */
  ofDrill(drill: string): Promise<RolePlayOfDrill | null>;
  invite(code: string, principal: Principal): Promise<Reply<RolePlayInvite>>;
  /** `guest`: the device that takes it. Taking one's own card again changes nothing. */
  take(code: string, principal: Principal, guest: string, name: string): Promise<Reply<RolePlayInvite>>;
  card(code: string, principal: Principal): Promise<Reply<PlayerCard>>;
  /** The role play whose card the principal has taken. */
  played(code: string, principal: Principal): Promise<Reply<StoredRolePlay>>;
  join(code: string, principal: Principal, viewer: PlayerViewer): Promise<Reply<RolePlayState>>;
  play(code: string, principal: Principal, commandId: string, act: PlayerAct): Promise<Reply<Acked>>;
  /** Another node says that something happened in the drill, or (null) may have in any. */
  changed(drill: string | null): void;
  /** The viewer is told nothing more. */
  leave(viewerId: string): void;
  close(): void;
};

/** Who is told: the pages of a seat, the other nodes that something happened in a role play, and walls that a seat plays. */
type Told = {
  seatChanged(run: string, seat: string): void;
  played(drill: string): void;
  playing(place: PlayerPlace, isThere: boolean): void;
};

export const createRolePlays = (
  needs: RolePlayNeeds,
  { seatChanged, played: tellOthers, playing }: Told,
): RolePlays => {
  const { storage, runner, clock } = needs;
  const privateGoals = readPrivateGoals();

  const stateOf = async ({ drill, code }: Pick<StoredRolePlay, 'drill' | 'code'>): Promise<RolePlayState | null> => {
    const content = await runner.content(drill);
    if (content === null) return null;
    const rows = await storage.read(drill, 0);
    const map = rows.reduce((at, row) => advance(at, row.events, row.at), initialClockMap(rows[0]?.at ?? 0));
    const events = rows.flatMap((row) => row.events);
    const now = Math.max(events.at(-1)?.at ?? 0, drillTime(map, clock.now()));
    return playerState(content, events, { code, now, running: map.running });
  };
  const viewers = createPlayerViewers(needs, stateOf, tellOthers);
  const places = createPlayerPlaces(storage, playing);
  const stopTelling = tellMates(needs, seatChanged);

  /**
   * A person of another school finds nothing here but a mentor whom the drill's school has invited; a device without an
   * account may be anybody's (RULES J32).
   */
  const visible = async (code: string, { person }: Principal): Promise<StoredRolePlay | null> => {
    const found = await storage.rolePlays.byCode(code);
    if (found === null || person === null || found.school === null || person.school === found.school) return found;
    const isInvited = person.role === 'mentor' && (await storage.mentors.isMentorOf(person.id, found.school));
    return isInvited ? found : null;
  };
  const isPlayer = ({ player }: StoredRolePlay, principal: Principal): boolean =>
    player !== null && isHeldBy(principal, player);
  const inviteOf = async (rolePlay: StoredRolePlay, principal: Principal): Promise<RolePlayInvite> => {
    const row = await storage.drill(rolePlay.drill);
    const content = await runner.content(rolePlay.drill);
    const stageOfCard = rolePlay.player === null ? 'free' : 'taken';
    const stage = isPlayer(rolePlay, principal) ? 'yours' : row?.state === 'ended' ? 'over' : stageOfCard;
    return { shop: content?.shops[0]?.name ?? '', stage };
  };
  const played: RolePlays['played'] = async (code, principal) => {
    const found = await visible(code, principal);
    return found === null || !isPlayer(found, principal) ? refused('unknown-role-play') : { ok: true, value: found };
  };

  return {
    add: async (drill, school) => ({ drill, code: await addCode(storage, drill, school, clock.now()) }),
    ofDrill: async (drill) => {
      const found = await storage.rolePlays.ofDrill(drill);
      const content = found === null ? null : await runner.content(drill);
      const state = found === null ? null : await stateOf(found);
      if (found === null || content === null || state === null) return null;
      const settled = (await storage.results.rulings(drill)).filter(
        ({ by, undoneAt }) => by === playerRuling(drill) && undoneAt === null,
      );
      return {
        ...{ code: found.code, title: content.scenarios[0]?.title ?? '', player: found.player?.name ?? null },
        ...{ seat: (await storage.drill(drill))?.place?.seat ?? null },
        ...{ taken: found.player !== null, ready: state.stage !== 'card', felt: found.felt },
        started: state.stage === 'running' || state.stage === 'stopped' || state.stage === 'over',
        ...{ settled: settled.length, unsure: found.unsaid.length },
      };
    },
    invite: async (code, principal) => {
      const found = await visible(code, principal);
      return found === null ? refused('unknown-role-play') : { ok: true, value: await inviteOf(found, principal) };
    },
    take: async (code, principal, guest, name) => {
      const found = await visible(code, principal);
      if (found === null) return refused('unknown-role-play');
      if (isPlayer(found, { ...principal, guest })) return { ok: true, value: await inviteOf(found, principal) };
      const owner = await storage.ownerOf('drill', found.drill);
      const isOwn = owner?.guest === guest || (principal.person !== null && owner?.person === principal.person.id);
      if (isOwn) return refused('role-play-own');
      if ((await storage.drill(found.drill))?.state === 'ended') return refused('role-play-over');
      const player = { guest, person: principal.person?.id ?? null, name, at: clock.now() };
      if (!(await storage.rolePlays.take(found.drill, player))) return refused('role-play-taken');
      return { ok: true, value: await inviteOf({ ...found, player }, { ...principal, guest }) };
    },
    card: async (code, principal) => {
      const found = await played(code, principal);
      if (!found.ok) return found;
      const content = await runner.content(found.value.drill);
      const id = content?.scenarios[0]?.id ?? '';
      const card = content === null ? null : playerCard(content, id, privateGoals.get(id) ?? null);
      return card === null ? refused('unknown-role-play') : { ok: true, value: card };
    },
    played,
    join: async (code, principal, viewer) => {
      const found = await places.join(viewer.id, principal, () => played(code, principal));
      if (!found.ok) return found;
      viewers.add(found.value, viewer);
      const state = await stateOf(found.value);
      return state === null ? refused('unknown-role-play') : { ok: true, value: state };
    },
    play: async (code, principal, commandId, act) => {
      const found = await played(code, principal);
      return found.ok ? await runner.play(found.value.drill, commandId, act) : found;
    },
    changed: viewers.changed,
    leave: (viewerId) => {
      places.leave(viewerId);
      viewers.leave(viewerId);
    },
    close: () => {
      stopTelling();
      viewers.close();
    },
  };
};
