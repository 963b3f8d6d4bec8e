import { z } from 'zod';

/** A picture a customer sent. `picture`: its path, or the bare name of one that was never drawn. */
export const customerPictureSchema = z.strictObject({
  picture: z.string(),
  alt: z.string(),
  /** As drawn: the browser keeps the place before the drawing is there. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
});
export type WirePicture = z.infer<typeof customerPictureSchema>;
