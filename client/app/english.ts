/** The English of what every page has; fetched only where English is asked for. */
import app from '#messages/en/app.json';
import desk from '#messages/en/desk.json';
import practice from '#messages/en/practice.json';
import report from '#messages/en/report.json';
import ui from '#messages/en/ui.json';

export const english = { app, desk, practice, report, ui };
