/** Tiles merged by seat. They keep what later messages no longer say: earlier faults, and since when a state holds. */
import type { LiveFault, TileConversation, WallTile, WallTiles } from '#contract/wall.ts';

/** Fields ending in `Epoch` are the server's time; `heardAt` is monotonic on this machine. */
export type LiveTile = WallTile & {
  heardAt: number;
  heardEpoch: number;
  /** Since when another device has asked for the seat. */
  askingEpoch: number | null;
  lostEpoch: number | null;
  /** When a customer was last seen leaving; null when nobody left while this page was open. */
  leftEpoch: number | null;
  /** The latest faults of this drill that came in here, newest first. */
  recentFaults: readonly LiveFault[];
};
export type Tiles = Readonly<Record<string, LiveTile>>;

const MAX_FAULTS_PER_TILE = 60;

const addFaults = (knownFaults: readonly LiveFault[], latest: readonly LiveFault[]): readonly LiveFault[] => {
  const knownIds = new Set(knownFaults.map((fault) => fault.id));
  const newFaults = latest.filter((fault) => !knownIds.has(fault.id));
  if (newFaults.length === 0) return knownFaults;
  return [...newFaults, ...knownFaults].sort((a, b) => b.at - a.at).slice(0, MAX_FAULTS_PER_TILE);
};

/** One tile joined to what was known of its seat. */
export const liveTile = (previous: LiveTile | undefined, tile: WallTile, now: number, heardAt: number): LiveTile => {
  const previousOfDrill = previous !== undefined && previous.drill === tile.drill ? previous : undefined;
  const leftEpoch =
    previousOfDrill !== undefined && tile.left > previousOfDrill.left ? now : (previousOfDrill?.leftEpoch ?? null);
  return {
    ...tile,
    heardAt,
    heardEpoch: now,
    askingEpoch: tile.asking ? (previous?.askingEpoch ?? now) : null,
    lostEpoch: tile.link === 'lost' ? (previous?.lostEpoch ?? now - (tile.lostMs ?? 0)) : null,
    leftEpoch,
    recentFaults: addFaults(previousOfDrill?.recentFaults ?? [], tile.latest),
  };
};

const collator = new Intl.Collator('zh', { numeric: true });
/**
 * By seat number as a person counts (2 before 10), then by name. Seats without numbers stay in order of arrival, so
 * that a new one moves no other.
 */
export const compareSeats = (a: WallTile, b: WallTile): number =>
  a.no === '' && b.no === ''
    ? 0
    : collator.compare(a.no, b.no) || collator.compare(a.name, b.name) || collator.compare(a.seat, b.seat);

export type MergedTiles = { tiles: Tiles; seats: readonly string[] };

/** Unchanged tiles keep their identity, so that they don't render. So does the list of seats while nobody is added or renamed. */
export const mergeTiles = (previous: MergedTiles, message: WallTiles, heardAt: number): MergedTiles => {
  const tiles: Record<string, LiveTile> = message.all ? {} : { ...previous.tiles };
  for (const tile of message.tiles) tiles[tile.seat] = liveTile(previous.tiles[tile.seat], tile, message.now, heardAt);
  const hasSameSeats =
    Object.keys(tiles).length === previous.seats.length && previous.seats.every((seat) => seat in tiles);
  const hasRenamedSeat = message.tiles.some((tile) => {
    const known = previous.tiles[tile.seat];
    return known !== undefined && (known.no !== tile.no || known.name !== tile.name);
  });
  if (hasSameSeats && !hasRenamedSeat) return { tiles, seats: previous.seats };
  return {
    tiles,
    seats: Object.values(tiles)
      .sort(compareSeats)
      .map((tile) => tile.seat),
  };
};

/** How long since the tile was heard, 0 while the seat's clock stands. */
const runningForMs = (tile: LiveTile, now: number): number =>
  tile.state === 'running' ? Math.max(0, now - tile.heardAt) : 0;

/** A customer's wait at `now` (monotonic), ms; null = answered. It stands still with the seat's clock. */
export const waitMsAt = (tile: LiveTile, conversation: TileConversation, now: number): number | null =>
  conversation.waitMs === null ? null : conversation.waitMs + runningForMs(tile, now);

/** The customer who has waited longest, or null when all are answered. */
export const longestWaiting = (tile: LiveTile): TileConversation | null => {
  let longest: TileConversation | null = null;
  for (const conversation of tile.conversations)
    if (conversation.waitMs !== null && (longest?.waitMs ?? -1) < conversation.waitMs) longest = conversation;
  return longest;
};

export const longestWaitMsAt = (tile: LiveTile, now: number): number | null => {
  const longest = longestWaiting(tile);
  return longest === null ? null : waitMsAt(tile, longest, now);
};

/** The server's time at `now`, from when this tile was heard. */
export const epochAt = (tile: LiveTile, now: number): number => tile.heardEpoch + Math.max(0, now - tile.heardAt);

/** Customers with a bar: those on the desk, and those who have left but wrote again. */
export const presentConversations = (tile: WallTile): readonly TileConversation[] =>
  tile.conversations.filter(
    (conversation) =>
      conversation.waitMs !== null || conversation.status === 'waiting' || conversation.status === 'active',
  );

export const waitingCount = (tile: WallTile): number =>
  tile.conversations.filter((conversation) => conversation.waitMs !== null).length;

/** Of the customers with a bar so many, those who have waited longest first where not all have room. */
export const shownConversations = (tile: WallTile, most: number): readonly TileConversation[] => {
  const present = presentConversations(tile);
  if (present.length <= most) return present;
  return present.toSorted((a, b) => (b.waitMs ?? -1) - (a.waitMs ?? -1)).slice(0, most);
};
