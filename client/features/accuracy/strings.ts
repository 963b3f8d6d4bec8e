import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/accuracy.json';

addStrings('accuracy', zh);
