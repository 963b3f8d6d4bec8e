import { addStrings } from '../../../lib/add-strings.ts';
import zh from '../../../locales/zh/later/selftest.json';

addStrings('selftest', zh);
