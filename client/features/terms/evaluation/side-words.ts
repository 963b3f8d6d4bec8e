import type { Side, SidesRow } from '#contract/terms/sides.ts';

export const SIDES = ['self', 'teacher', 'mentor'] as const satisfies readonly Side[];
/** From here on two marks say different things. */
export const FAR = 2;

export const farIn = ({ differ }: Pick<SidesRow, 'differ'>): number =>
  differ.filter((one) => one !== null && one >= FAR).length;

/** Sides of the trainee that haven't answered; a school without a mentor waits for none. */
export const missingIn = ({ sides }: Pick<SidesRow, 'sides'>, mentors: boolean): Side[] =>
  SIDES.filter((side) => sides[side].state === 'none' && (mentors || side !== 'mentor'));
