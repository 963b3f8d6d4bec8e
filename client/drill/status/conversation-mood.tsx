import type { ConversationView } from '#client/drill/model/drill-view.ts';
import type { MoodWord } from '#contract/wire-events.ts';
import { Mood } from './mood.tsx';

export const ConversationMood = ({
  conversation,
  className,
}: {
  conversation: ConversationView;
  className?: string;
}) => {
  const [first, ...rest] = conversation.moods.map((entry): MoodWord => entry.mood);
  if (first === undefined) return null;
  return (
    <Mood moods={[first, ...rest]} trend={conversation.moodTrend} {...(className === undefined ? {} : { className })} />
  );
};
