import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/authored.json';

addStrings('authored', zh);
