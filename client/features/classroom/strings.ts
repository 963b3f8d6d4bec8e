import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/classroom.json';

addStrings('classroom', zh);
