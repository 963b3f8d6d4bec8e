import type { ReactNode } from 'react';
import type { Trouble } from '#client/lib/api.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';

type Props = {
  /** Why it can't be saved as it is; null: it can. */
  fault: string | null;
  isBusy: boolean;
  error: Trouble | null;
  saveText: string;
  onSave: () => void;
  /** Stands beside the button. */
  beside?: ReactNode;
  children: ReactNode;
};

/** A form whose draft is saved as a whole: its button says what is missing, and a refusal stands above it. */
export const DraftForm = ({ fault, isBusy, error, saveText, onSave, beside, children }: Props) => (
  <form
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      if (fault === null) onSave();
    }}
  >
    {children}
    <Refused error={error} className="mb-12" />
    <div className="flex flex-wrap items-center gap-8">
      <Button kind="primary" type="submit" disabled={isBusy} disabledReason={fault}>
        {saveText}
      </Button>
      {beside}
    </div>
  </form>
);
