import { useState } from 'react';
import { call } from '#client/lib/api.ts';
import { copyText } from '#client/lib/copy-text.ts';
import { useSubmit } from '#client/lib/hooks/use-submit.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { Refused } from '#client/ui/layout/refused.tsx';
import { SectionHeader } from '#client/ui/layout/section-header.tsx';
import { Tag } from '#client/ui/layout/tag.tsx';
import type { CodeRow, ContestBody } from '#contract/contests/contests.ts';

const GROUP = 4;
/** Twelve signs in threes of four, as they are read out. */
const codeText = (code: string): string => code.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? code;

type Props = { body: ContestBody; codes: readonly CodeRow[]; mayWrite: boolean; onChanged: () => void };

/** A code for each other school: its teacher types it, and enters their own classes. */
export const Codes = ({ body, codes, mayWrite, onChanged }: Props) => {
  const { t } = useTranslation('contest');
  const { isBusy, error, send } = useSubmit();
  const [forWhom, setForWhom] = useState('');
  const [copied, setCopied] = useState<string | null>(null);
  const add = async () => {
    const made = await send(() => call('POST /api/contests/:id/codes', { id: body.id }, { forWhom: forWhom.trim() }));
    if (made === null) return;
    setForWhom('');
    onChanged();
  };
  const remove = async (code: string) => {
    if ((await send(() => call('POST /api/contests/:id/codes/remove', { id: body.id }, { code }))) !== null)
      onChanged();
  };
  return (
    <>
      <SectionHeader title={t('codes.title')} note={t('codes.note')} />
      <Panel className="grid gap-12 px-18 py-14 max-pane:px-14">
        {codes.length === 0 ? (
          <p className="text-ink-2">{t('codes.none')}</p>
        ) : (
          <ul className="grid gap-6">
            {codes.map(({ code, forWhom: school, usedBy }) => (
              <li key={code} className="flex flex-wrap items-center gap-x-12 gap-y-4">
                <span className="wrap-anywhere">{school}</span>
                <b className="font-semibold tabular-nums">{codeText(code)}</b>
                {usedBy === null ? (
                  <>
                    <Button
                      size="s"
                      onClick={() => void copyText(codeText(code)).then((isDone) => setCopied(isDone ? code : null))}
                    >
                      {t(copied === code ? 'codes.copied' : 'codes.copy')}
                    </Button>
                    {mayWrite ? (
                      <Button size="s" disabled={isBusy} onClick={() => void remove(code)}>
                        {t('codes.remove')}
                      </Button>
                    ) : null}
                  </>
                ) : (
                  <Tag tone="good">{t('codes.used', { school: usedBy })}</Tag>
                )}
              </li>
            ))}
          </ul>
        )}
        {mayWrite ? (
          <form
            className="flex flex-wrap items-end gap-8"
            onSubmit={(event) => {
              event.preventDefault();
              void add();
            }}
          >
            <TextField
              label={t('codes.forWhom')}
              value={forWhom}
              maxLength={30}
              autoComplete="off"
              className="w-[200px] max-pane:w-full"
              onChange={(event) => setForWhom(event.target.value)}
            />
            <Button type="submit" disabled={isBusy || forWhom.trim() === ''}>
              {t('codes.add')}
            </Button>
          </form>
        ) : null}
        <Refused error={error} />
      </Panel>
    </>
  );
};
