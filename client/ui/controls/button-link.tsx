import { Link, type LinkProps } from 'react-router';
import { type ButtonLook, buttonClass } from './button-class.ts';

/** A link that goes somewhere and looks like a button. */
export const ButtonLink = ({
  kind = 'plain',
  size = 'm',
  square = false,
  className,
  ...rest
}: LinkProps & ButtonLook) => <Link {...rest} className={buttonClass({ kind, size, square }, className)} />;
