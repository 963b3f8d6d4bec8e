/** Why a verdict was given, in a sentence a teacher can read. */
const LONGEST_QUOTE = 24;

/** A piece of the reply between quotation marks, shortened when it is long. */
export const quoted = (text: string): string => {
  const plain = text.trim().replace(/\s+/g, ' ');
  return `「${plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE - 1)}…` : plain}」`;
};

/** Covered, because the reply comes near one of the author's wordings. */
export const nearWordingRule = (wording: string): string => {
  return `说法接近${quoted(wording)}`;
};

/** Covered by a value or word the author named. */
export const namedWordRule = (word: string): string => {
  return `写了${quoted(word)}，与要点一致`;
};

/** Wrong, because the opposite or one of the wrong wordings is said. */
export const oppositeRule = (said: string, pointText: string): string => {
  return `写了${quoted(said)}，与要点${quoted(pointText)}相反`;
};

/** Wrong, because another value stands where the right one should. */
export const otherValueRule = (said: string, rightFigure: string): string => {
  return `写了${quoted(said)}，要点是${quoted(rightFigure)}`;
};

/** Covered: nearly the same as an example of the author. */
export const nearExampleRule = (example: string): string => {
  return `和例句${quoted(example)}几乎一样`;
};

/** Not recognised: on the topic, but no wording is near enough. */
export const notRecognisedRule = (pointText: string): string => {
  return `提到了相关内容，没认出要点${quoted(pointText)}`;
};
