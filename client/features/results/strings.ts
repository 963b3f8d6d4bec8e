import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/results.json';

addStrings('results', zh);
