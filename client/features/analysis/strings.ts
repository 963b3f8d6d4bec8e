import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#client/locales/zh/later/analysis.json';

addStrings('analysis', zh);
