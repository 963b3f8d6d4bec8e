import { type FaultRange, underlinedPieces } from '#client/features/results/model/results-underline.ts';

/** A reply as sent, with its faulty words underlined. */
export const Underlined = ({ text, faults }: { text: string; faults: readonly FaultRange[] }) =>
  underlinedPieces(text, faults).map((piece) =>
    piece.fault === null ? (
      <span key={piece.start}>{piece.text}</span>
    ) : (
      <q
        key={piece.start}
        title={piece.fault}
        className="underline decoration-3 decoration-bad-solid underline-offset-[0.3em] [text-decoration-skip-ink:none]"
      >
        {piece.text}
      </q>
    ),
  );
