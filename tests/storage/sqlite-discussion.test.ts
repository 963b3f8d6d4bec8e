import { openSqlite } from '#storage/open-sqlite.ts';
import { discussionContract } from './discussion-contract.ts';
import { tempFolder } from './temp-folder.ts';

discussionContract('SQLite', () => openSqlite(tempFolder(), 'normal'));
