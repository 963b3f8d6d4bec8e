import { Fragment, type ReactNode } from 'react';

const DATE = /(\d{4}-\d{2}(?:-\d{2})?)/;

/** A text whose dates are never broken over two lines: a browser takes their hyphens for places to break. */
export const wholeDates = (text: string): ReactNode =>
  text.split(DATE).map((part, index) => {
    // The parts of one text never change places.
    const key = `${index} ${part}`;
    return index % 2 === 0 ? (
      <Fragment key={key}>{part}</Fragment>
    ) : (
      <span key={key} className="whitespace-nowrap">
        {part}
      </span>
    );
  });
