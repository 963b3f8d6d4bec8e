import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/analysis.json';

addStrings('analysis', zh);
