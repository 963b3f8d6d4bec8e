import { StartError } from '#common/start-error.ts';
import { say } from '#i18n/say.ts';
import { hasNewer, isCurrent } from '#storage/migrations/all.ts';
import { MoveError } from './move-error.ts';

/**
 * Throws where a database has other migrations than this version makes: a StartError `database-newer` for one of a
 * newer version, which only that can read, a MoveError for an older one. `place`: as it may be shown.
 */
export const refuseOtherVersions = (migrations: readonly string[], place: string): void => {
  if (hasNewer(migrations)) throw new StartError('database-newer', () => say('server:storage.newer', { file: place }));
  if (!isCurrent(migrations))
    throw new MoveError('move-versions-differ', () => say('server:move.versions-differ', { place }));
};
