import { z } from 'zod';

/** A picture a customer sent. `picture`: its path, or the bare name of one that was never drawn. */
export const customerPictureSchema = z.strictObject({
  picture: z.string(),
  alt: z.string(),
  /** Size as drawn: the browser keeps the space free until the drawing is there. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type WirePicture = z.infer<typeof customerPictureSchema>;
