import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#client/locales/zh/lazy/portfolio.json';

addStrings('portfolio', zh);
