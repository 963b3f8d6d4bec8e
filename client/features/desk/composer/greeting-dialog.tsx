import '#client/features/desk/dialog-strings/strings.ts';
import { useState } from 'react';
import { usePhone } from '#client/drill/model/desk-widths.ts';
import {
  GREETING_LIMIT,
  type GreetingFault,
  greetingNames,
  keepGreeting,
  useOwnGreeting,
} from '#client/features/desk/model/own-greeting.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { listed } from '#client/lib/listed.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { AreaField } from '#client/ui/controls/field.tsx';

/** Writes the greeting; who has no keyboard is told of the line above the field. */
export const GreetingDialog = ({ close }: { close: () => void }) => {
  const { t } = useTranslation('desk-dialogs');
  const kept = useOwnGreeting((state) => state.text);
  const [draft, setDraft] = useState(kept);
  const isPhone = usePhone();
  const [fault, setFault] = useState<GreetingFault | null>(null);
  const save = () => {
    const refused = keepGreeting(draft);
    setFault(refused);
    if (refused === null) close();
  };
  return (
    <Dialog
      open
      onOpenChange={(willOpen) => {
        if (!willOpen) close();
      }}
      title={t('greeting.title')}
      description={t(isPhone ? 'greeting.thumb' : 'greeting.text')}
      actions={
        <>
          <Button onClick={close}>{t('greeting.leave')}</Button>
          <Button kind="primary" onClick={save}>
            {t('greeting.keep')}
          </Button>
        </>
      }
    >
      <AreaField
        className="mt-10"
        label={t('greeting.label')}
        lang="zh-CN"
        rows={2}
        maxLength={GREETING_LIMIT}
        value={draft}
        hint={t('greeting.hint', { names: listed(greetingNames()), n: GREETING_LIMIT })}
        error={
          fault && t(`greeting.fault.${fault.code}`, { names: listed(fault.names), known: listed(greetingNames()) })
        }
        onChange={(event) => {
          setDraft(event.target.value);
          setFault(null);
        }}
      />
    </Dialog>
  );
};
