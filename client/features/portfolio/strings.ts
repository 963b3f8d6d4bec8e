import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/portfolio.json';

await addStrings('portfolio', zh, () => import('#messages/en/portfolio.json'));
