import type { Sign } from '../reading/polarity.ts';
import { PART_DENIED, PART_EXPLICIT, PART_PAYS } from './open-points.ts';

/** Of a part packed in its place and what is said: 1 they agree, -1 they exclude each other, 0 the reply doesn't tell. */
export function relation(place: number, said: Sign): 1 | 0 | -1 {
  const sign = (place & PART_DENIED) === 0 ? 1 : -1;
  const pays = (place & PART_PAYS) !== 0;
  if (pays === (said.axis === 1)) {
    if (sign === said.sign) return 1;
    return (place & PART_EXPLICIT) !== 0 || said.explicit ? -1 : 1;
  }
  if (pays) return sign === 1 && said.explicit && said.sign === -1 ? -1 : 0;
  if (sign === said.sign) return 1;
  return sign === -1 && said.sign === 1 ? -1 : 0;
}
