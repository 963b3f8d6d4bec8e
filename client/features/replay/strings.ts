import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/replay.json';

addStrings('replay', zh);
