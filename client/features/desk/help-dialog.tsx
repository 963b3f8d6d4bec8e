import type { Mode } from '#client/drill/model/drill-view.ts';
import { toggleMessageSound, useMessageSound } from '#client/features/desk/message-sound.ts';
import { bringHintsBack, useHasLeftHints } from '#client/features/desk/model/desk-hints.ts';
import { openTour, useMayTour } from '#client/features/desk/model/desk-tour.ts';
import { setDialog, useDeskUi } from '#client/features/desk/model/desk-ui.ts';
import { useDrill } from '#client/features/desk/model/drill-store.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Dialog } from '#client/ui/controls/dialog.tsx';
import { Kbd } from '#client/ui/controls/kbd.tsx';

const KEYS: readonly {
  id: string;
  keys: readonly string[];
  isPracticeOnly?: boolean;
  isRushOnly?: boolean;
  isNeverInExam?: boolean;
}[] = [
  { id: 'send', keys: ['Enter'] },
  { id: 'line', keys: ['Shift', 'Enter'] },
  { id: 'phrases', keys: ['/'] },
  { id: 'pick', keys: ['↑', '↓', 'Enter', '1…9'] },
  { id: 'direct', keys: ['Ctrl', 'Enter'] },
  { id: 'palette', keys: ['Ctrl', 'K'] },
  { id: 'greet', keys: ['Alt', 'G'] },
  { id: 'keep', keys: ['Alt', 'S'], isNeverInExam: true },
  { id: 'number', keys: ['Alt', '1…0', '-', '='] },
  { id: 'longest', keys: ['Alt', '↓'] },
  { id: 'queue', keys: ['Alt', 'Q'], isRushOnly: true },
  { id: 'transfer', keys: ['Alt', 'T'], isRushOnly: true },
  { id: 'hold', keys: ['Alt', 'H'] },
  { id: 'tab', keys: ['Alt', '← →'] },
  { id: 'actions', keys: ['Alt', 'A'] },
  { id: 'close', keys: ['Alt', 'E'] },
  { id: 'withdraw', keys: ['Alt', 'Z'] },
  { id: 'pause', keys: ['Alt', 'P'], isPracticeOnly: true },
  { id: 'pane', keys: ['F6'] },
  { id: 'composer', keys: ['Esc'] },
  { id: 'help', keys: ['?'] },
];

export const HelpDialog = ({ mode }: { mode: Mode | null }) => {
  const { t } = useTranslation('desk');
  const isOpen = useDeskUi((state) => state.dialog === 'help');
  const isRush = useDrill((state) => state.view.rush !== null);
  const isOffered = (entry: (typeof KEYS)[number]) =>
    (entry.isPracticeOnly !== true || mode === 'practice') &&
    (entry.isRushOnly !== true || isRush) &&
    (entry.isNeverInExam !== true || mode !== 'exam');
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(willOpen) => setDialog(willOpen ? 'help' : null)}
      title={t('help.title')}
      description={t('help.text')}
      actions={<HelpActions mode={mode} />}
    >
      <dl className="mt-8 grid grid-cols-[auto_1fr] items-center gap-x-16 gap-y-6">
        {KEYS.filter(isOffered).map((entry) => (
          <div key={entry.id} className="contents">
            <dt className="flex gap-4">
              {entry.keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(`help.keys.${entry.id}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
};

/** What has left the desk can be had again: the small hints, and the tour. */
const HelpActions = ({ mode }: { mode: Mode | null }) => {
  const { t } = useTranslation('desk');
  const mayTour = useMayTour(mode);
  const hasLeftHints = useHasLeftHints();
  const isOn = useMessageSound((state) => state.isOn);
  return (
    <>
      <Button aria-pressed={isOn} onClick={toggleMessageSound}>
        {t(isOn ? 'help.soundOff' : 'help.soundOn')}
      </Button>
      {hasLeftHints ? <Button onClick={bringHintsBack}>{t('help.hints')}</Button> : null}
      {mayTour ? <Button onClick={() => void openTour()}>{t('tour.again')}</Button> : null}
      <Button kind="primary" onClick={() => setDialog(null)}>
        {t('help.close')}
      </Button>
    </>
  );
};
