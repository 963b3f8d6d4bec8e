import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/join.json';

addStrings('join', zh);
