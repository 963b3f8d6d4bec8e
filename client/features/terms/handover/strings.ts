import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/handover.json';

await addStrings('handover', zh, () => import('#messages/en/handover.json'));
