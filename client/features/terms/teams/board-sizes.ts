/**
 * From 22 px on a phone to 52 px on a projector's 1920: readable from the back row. As styles, not classes: classes that
 * the projector's page alone has would stand in the stylesheet that a phone at the desk loads.
 */
export const BIG = { fontSize: 'clamp(22px, 2.7vw, 52px)', lineHeight: 1.3 };
export const MIDDLE = { fontSize: 'clamp(16px, 1.8vw, 36px)', lineHeight: 1.3 };
export const SMALL = { fontSize: 'clamp(12px, 1.15vw, 22px)', lineHeight: 1.4 };
export const SIDES = { paddingInline: '3vw' };
