import { addStrings } from '../../lib/add-strings.ts';
import zh from '../../locales/zh/later/portfolio.json';

addStrings('portfolio', zh);
