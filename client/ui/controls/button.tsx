import { type ComponentPropsWithRef, useId } from 'react';
import { type ButtonLook, buttonClass } from './button-class.ts';

type Props = ComponentPropsWithRef<'button'> &
  ButtonLook & {
    /** Why it can't be pressed now: the reason disables the button and stands beside it. */
    disabledReason?: string | null;
  };

export const Button = ({
  kind,
  size,
  square,
  disabledReason,
  className,
  disabled,
  type = 'button',
  ...rest
}: Props) => {
  const id = useId();
  const look: ButtonLook = { kind: kind ?? 'plain', size: size ?? 'm', square: square ?? false };
  const isBlocked = disabledReason !== undefined && disabledReason !== null;
  const button = (
    <button
      {...rest}
      type={type}
      className={buttonClass(look, className)}
      disabled={disabled === true || isBlocked}
      aria-describedby={isBlocked ? id : rest['aria-describedby']}
    />
  );
  // One place for the button in either case: it keeps the focus when it can be pressed again.
  return (
    <>
      {button}
      {isBlocked ? (
        <span id={id} className="text-12 text-ink-3">
          {disabledReason}
        </span>
      ) : null}
    </>
  );
};
