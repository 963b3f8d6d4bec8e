import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/discussion.json';

addStrings('discussion', zh);
