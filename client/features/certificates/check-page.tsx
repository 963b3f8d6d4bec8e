import './strings.ts';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useTitle } from '#client/lib/hooks/use-title.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { TextField } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';
import { typedCode } from './code-text.ts';

/** Where a code is typed off a printed certificate. Open to anybody. */
export const CheckPage = () => {
  const { t } = useTranslation('certificates');
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [isShort, setIsShort] = useState(false);
  useTitle(t('check.title'));
  const { signs, isWhole } = typedCode(text);
  const check = (event: FormEvent) => {
    event.preventDefault();
    if (isWhole) navigate(`/certificates/${encodeURIComponent(signs.toUpperCase())}`);
    else setIsShort(true);
  };
  return (
    <div className="mx-auto max-w-720">
      <h1 className="mb-4 font-semibold text-18">{t('check.title')}</h1>
      <p className="mb-12 text-ink-2">{t('check.text')}</p>
      <Panel className="p-16 max-pane:p-14">
        <form onSubmit={check} className="flex flex-col gap-12">
          <TextField
            label={t('check.label')}
            value={text}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            error={isShort && !isWhole ? t('check.short', { n: signs.length }) : null}
            onChange={(event) => setText(event.target.value)}
          />
          <Button kind="primary" type="submit" className="self-start">
            {t('check.do')}
          </Button>
        </form>
      </Panel>
    </div>
  );
};
