import type { Trouble } from '#client/lib/api.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Notice } from './notice.tsx';
import { Refused } from './refused.tsx';

type Props = {
  /** `text`: who wants to go on at another device. */
  seats: readonly { seat: string; text: string }[];
  words: { yes: string; no: string };
  isBusy: boolean;
  error: Trouble | null;
  onAnswer: (seat: string, isAllowed: boolean) => void;
};

/** Second devices that want to go on with a seat, and wait for the teacher's word. */
export const AskingDevices = ({ seats, words, isBusy, error, onAnswer }: Props) => (
  <>
    <Refused error={error} className="mb-10" />
    {seats.map(({ seat, text }) => (
      <Notice
        key={seat}
        tone="warn"
        className="mb-10 max-pane:flex-wrap"
        action={
          <span className="flex gap-8">
            <Button size="s" disabled={isBusy} onClick={() => onAnswer(seat, false)}>
              {words.no}
            </Button>
            <Button size="s" kind="primary" disabled={isBusy} onClick={() => onAnswer(seat, true)}>
              {words.yes}
            </Button>
          </span>
        }
      >
        {text}
      </Notice>
    ))}
  </>
);
