import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/account.json';

addStrings('account', zh);
