import { openSqlite } from '#storage/open-sqlite.ts';
import { signInsContract } from './sign-ins-contract.ts';
import { tempFolder } from './temp-folder.ts';

signInsContract('SQLite', () => openSqlite(tempFolder(), 'normal'));
