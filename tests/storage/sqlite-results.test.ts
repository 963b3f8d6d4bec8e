import { openSqlite } from '#storage/open-sqlite.ts';
import { resultsContract } from './results-contract.ts';
import { tempFolder } from './temp-folder.ts';

resultsContract('SQLite', () => openSqlite(tempFolder(), 'normal'));
