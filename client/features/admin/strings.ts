import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/admin.json';

addStrings('admin', zh);
