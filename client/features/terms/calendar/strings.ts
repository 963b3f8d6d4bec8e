import { addStrings } from '#client/lib/add-strings.ts';
import zh from '#messages/zh/calendar.json';

await addStrings('calendar', zh, () => import('#messages/en/calendar.json'));
