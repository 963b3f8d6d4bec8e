import { useState } from 'react';
import { groupedCode, joinUrl, shownAddress, useAddresses } from '#client/features/wall/model/use-addresses.ts';
import { clauses } from '#client/lib/clauses.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { SelectField } from '#client/ui/controls/field.tsx';
import { QrCode } from '#client/ui/layout/qr-code.tsx';
import { ReachDialog } from './reach-dialog.tsx';

/** Everything a trainee needs to come in, readable from the last row. */
export const LobbyCode = ({ code, isLocked }: { code: string; isLocked: boolean }) => {
  const { t } = useTranslation('wall');
  const addresses = useAddresses();
  const { allAddresses, address, choose } = addresses;
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section
      aria-label={t('lobby.how')}
      className="flex min-h-0 flex-col gap-12 overflow-auto border-line border-r bg-surface px-[2.6vw] py-20 max-pane:border-r-0 max-pane:border-b max-pane:px-16 max-pane:py-12"
    >
      <p className="text-20 text-ink-2 leading-[28px] max-wide:text-16">
        {t('lobby.open')} <b className="wrap-anywhere text-ink">{shownAddress(address.url)}</b> {t('lobby.type')}
      </p>
      <p className="whitespace-nowrap font-semibold text-[clamp(56px,7.7vw,148px)] leading-[1.06]">
        <span className="sr-only">{t('lobby.code', { code: code.split('').join(' ') })}</span>
        <span aria-hidden="true">{groupedCode(code)}</span>
      </p>
      {isLocked ? <p className="font-semibold text-18 text-warn">{t('lobby.locked')}</p> : null}
      <QrCode
        text={joinUrl(address.url, code)}
        label={t('lobby.qr')}
        className="block size-[min(27vw,50vh)] shrink-0 border border-line max-pane:size-[min(72vw,44vh)]"
      />
      <p className="text-18 text-ink-2 max-wide:text-15">{t('lobby.note')}</p>
      <div className="mt-auto flex flex-wrap items-end gap-8">
        {allAddresses.length > 1 ? (
          <SelectField
            label={t('address.label')}
            className="w-240"
            value={address.id}
            onChange={(event) => choose(event.target.value)}
            choices={allAddresses.map((choice) => ({
              value: choice.id,
              label: clauses([choice.name, shownAddress(choice.url)]),
            }))}
          />
        ) : null}
        <Button
          onClick={() => {
            addresses.askAgain();
            setIsAsking(true);
          }}
        >
          {t('reach.ask')}
        </Button>
      </div>
      <ReachDialog open={isAsking} onOpenChange={setIsAsking} {...addresses} />
    </section>
  );
};
