/** A picture that the desk asked for by its card and that hasn't come (RULES J237). */
import type { Bubble, Burst } from '#engine/model/content.ts';
import type { Conversation } from '#engine/model/drill.ts';
import type { PreparedCase } from '#engine/prepare/prepared-content.ts';

export const REQUEST_PHOTO = 'request-photo';

const isPicture = ({ kind }: Bubble): boolean => kind === 'picture';
const shows = (burst: Burst | null): boolean => burst?.some(isPicture) ?? false;

/** Whether the customer has sent a picture by now. */
export const hasSentPicture = (
  { entered, told }: Pick<Conversation, 'entered' | 'told'>,
  { scenario }: PreparedCase,
): boolean =>
  scenario.beats.some(({ id, says }) => (entered[id] ?? 0) > 0 && shows(says)) ||
  scenario.customer.knows.some(({ id, says }) => told.includes(id) && shows(says));

/** Whether the card by which a picture is sent is there and no picture is. */
export const awaitsPicture = (conversation: Conversation, preparedCase: PreparedCase): boolean =>
  conversation.done.some(({ action }) => action === REQUEST_PHOTO) && !hasSentPicture(conversation, preparedCase);
