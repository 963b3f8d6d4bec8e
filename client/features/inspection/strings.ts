import '#client/drill/status/practice-strings.ts';
import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/inspection.json';

await addStrings('inspection', zh, () => import('#messages/en/inspection.json'));
