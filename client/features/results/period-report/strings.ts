import '#client/features/results/model/strings.ts';
import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/period.json';

await addStrings('period', zh, () => import('#messages/en/period.json'));
