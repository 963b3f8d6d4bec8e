/** Made by `npm run messages` from `messages/zh`: the values each sentence is filled with. */
export type Messages = {
  'server:seconds': 'n';
  'words:card': 'name';
  'words:order': 'no';
  'words:an-order': never;
  'words:picture': 'alt';
  'words:a-picture': never;
  'words:seconds.none': never;
  'words:seconds.few': 'n';
  'words:seconds.minutes': 'n';
  'words:seconds.mixed': 'minutes' | 'seconds';
  'words:then': 'wait' | 'words';
};
