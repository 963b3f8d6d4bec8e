import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/schoolreplies.json';

addStrings('schoolreplies', zh);
