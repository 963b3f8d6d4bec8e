import { type ChangeEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { codeDigits } from '#client/features/join/model/seat-code.ts';
import { useTranslation } from '#client/lib/hooks/use-translation.ts';
import { Button } from '#client/ui/controls/button.tsx';
import { Field } from '#client/ui/controls/field.tsx';
import { Panel } from '#client/ui/layout/panel.tsx';

const CODE_DIGITS = 6;

/** A field for the six digits on the board. After the sixth it goes on by itself, typed or pasted with spaces. */
export const CodeEntry = ({
  refusedCode = '',
  refusalText = null,
}: {
  refusedCode?: string;
  refusalText?: string | null;
}) => {
  const { t } = useTranslation('join');
  const navigate = useNavigate();
  const [text, setText] = useState(refusedCode);
  const digits = codeDigits(text);
  const missingDigits = CODE_DIGITS - digits.length;
  // The error stays until other digits are typed.
  const error = refusalText !== null && digits === refusedCode ? refusalText : null;

  const go = (code: string) => void navigate(`/join/${code}`, { replace: true });
  const changeCode = (raw: string) => {
    const nextDigits = codeDigits(raw);
    setText(nextDigits);
    if (nextDigits.length === CODE_DIGITS && nextDigits !== digits) go(nextDigits);
  };
  const change = ({ target, nativeEvent }: ChangeEvent<HTMLInputElement>) => {
    // What an input method is still composing (full-width digits, say) stays as it is until it is committed.
    if (nativeEvent instanceof InputEvent && nativeEvent.isComposing) setText(target.value);
    else changeCode(target.value);
  };

  return (
    <Panel className="mx-auto max-w-[440px] px-24 py-20 max-pane:px-14">
      <h1 className="font-semibold text-18">{t('code.title')}</h1>
      <p className="mt-2 mb-16 text-ink-2">{t('code.text')}</p>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (missingDigits === 0) go(digits);
        }}
      >
        <Field
          label={t('code.label')}
          error={error}
          hint={missingDigits === 0 ? null : t('code.missing', { n: missingDigits })}
        >
          {(inputProps) => (
            <input
              {...inputProps}
              value={text}
              onChange={change}
              onCompositionEnd={(event) => changeCode(event.currentTarget.value)}
              inputMode="numeric"
              autoComplete="off"
              enterKeyHint="go"
              // biome-ignore lint/a11y/noAutofocus: the page has this one field
              autoFocus
              onFocus={(event) => event.target.select()}
              className="h-56 w-full rounded-5 border border-edge bg-surface px-12 text-center font-semibold text-[32px] leading-[40px] focus-visible:border-accent aria-invalid:border-bad"
            />
          )}
        </Field>
        <Button type="submit" kind="primary" size="l" className="mt-12 w-full" disabled={missingDigits > 0}>
          {t('code.go')}
        </Button>
      </form>
    </Panel>
  );
};
