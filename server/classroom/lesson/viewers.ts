/** Who looks at a seat or at a run's wall, and what they are told. */
import type { Principal } from '#common/access.ts';
import type { RunBody, SeatBody } from '#contract/runs.ts';
import type { WallTiles } from '#contract/wall.ts';
import type { Language } from '#i18n/language.ts';

/** A trainee's tab that has its seat. */
export type SeatViewer = { id: string; principal: Principal; sendState(body: SeatBody): void };

/** A teacher's tab that shows the wall. */
export type WallViewer = {
  id: string;
  /** The page's language. Its tiles are told in this language, whoever made them change. */
  language: Language;
  sendTiles(message: WallTiles): void;
  sendRun(body: RunBody): void;
};
