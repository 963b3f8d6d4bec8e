import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/takeaway.json';

addStrings('takeaway', zh);
