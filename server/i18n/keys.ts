/** Made by `npm run messages` from `messages/zh`: the values each sentence is filled with. */
export type Messages = {
  'server:seconds': 'n';
};
