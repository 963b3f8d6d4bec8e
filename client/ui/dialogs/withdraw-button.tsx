import type { Answer } from '#client/lib/api.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { Button } from '#client/ui/controls/button.tsx';

type Props = { word: string; label: string; ask: () => Promise<Answer<unknown>>; onDone: () => void };

/** Takes an appeal back that nobody has ruled on; a refusal stands beside the button. */
export const WithdrawButton = ({ word, label, ask, onDone }: Props) => {
  const { isBusy, error, send } = useSubmit();
  const withdraw = async () => {
    if ((await send(ask)) !== null) onDone();
  };
  return (
    <>
      <Button
        kind="bare"
        size="s"
        className="print:hidden"
        disabled={isBusy}
        aria-label={label}
        onClick={() => void withdraw()}
      >
        {word}
      </Button>
      {error === null ? null : (
        <p role="alert" className="basis-full text-bad">
          {error.message}
        </p>
      )}
    </>
  );
};
