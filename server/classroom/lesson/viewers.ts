/** Who looks at a seat or at a run's wall, and what they are told. */
import type { Asker } from '#common/access.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { WallTiles } from '#contract/wall.ts';

/** A trainee's tab that has its seat. */
export type SeatViewer = { id: string; asker: Asker; state(body: SeatBody): void };

/** A teacher's tab that shows the wall. */
export type WallViewer = { id: string; tiles(message: WallTiles): void; run(body: RunBody): void };
