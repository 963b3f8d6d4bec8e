import { draftOf } from '#client/features/desk/model/drill-drafts.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { UnsentWords } from './unsent-words.tsx';

/** What was sent and came back as the drill ended while the line was away: no composer shows it any more. */
export const EndedUnsent = () => {
  const notes = useDrill((state) => state.notes);
  const conversations = useDrill((state) => state.view.conversations);
  const unsent = Object.keys(notes).flatMap((key) => {
    const words = draftOf(key).trim();
    return words === '' ? [] : [{ key, words, name: conversations[key]?.name ?? '' }];
  });
  return unsent.length === 0 ? null : (
    <ul className="max-h-160 shrink-0 overflow-auto border-line border-t bg-warn-tint">
      {unsent.map(({ key, words, name }) => (
        <li key={key}>
          <UnsentWords name={name} words={words} className="px-16 py-6 max-pane:px-12" />
        </li>
      ))}
    </ul>
  );
};
