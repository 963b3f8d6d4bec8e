import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/anatomy.json';

addStrings('anatomy', zh);
