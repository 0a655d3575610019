import { logEvent, reportError } from '#comments/log.ts';
import { createService } from '#comments/service/service.ts';
import { readSettings } from '#comments/settings.ts';
import { listen } from '#server/listen.ts';

/** Runs the comment service alone, behind a server that serves the built site. */
try {
  const settings = readSettings(process.cwd(), process.env);
  const service = await createService(settings, process.env);
  listen(service.fetch, settings, (port) => {
    logEvent('listening', { port, mount: settings.mount ?? '' });
    service.firstLink().then((link) => {
      if (link !== null) logEvent('first-account', { link });
    }, reportError);
  });
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
