/** The English of what every page has; fetched only where English is asked for. */
import app from '#messages/en/app.json';
import desk from '#messages/en/desk.json';
import ui from '#messages/en/ui.json';

export const english = { app, desk, ui };
