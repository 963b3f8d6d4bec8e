import { addStrings } from '../../../lib/add-strings.ts';
import zh from '../../../locales/zh/later/library.json';

addStrings('library', zh);
