import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/report.json';

await addStrings('report', zh, () => import('#messages/en/report.json'));
