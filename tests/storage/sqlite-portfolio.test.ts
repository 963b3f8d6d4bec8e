import { openSqlite } from '#storage/open-sqlite.ts';
import { portfolioContract } from './portfolio-contract.ts';
import { tempFolder } from './temp-folder.ts';

portfolioContract('SQLite', () => openSqlite(tempFolder(), 'normal'));
