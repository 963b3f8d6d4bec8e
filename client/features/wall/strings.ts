import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/wall.json';

addStrings('wall', zh);
