import { logEvent, reportError } from '#comments/log.ts';
import { createService } from '#comments/service/service.ts';
import { readSettings } from '#comments/settings.ts';
import { createSearchService } from '#search/service/app.ts';
import { listen } from '#server/listen.ts';
import { mountService } from '#server/static-site.ts';

/** Runs only the services of comments and searches, behind a server that serves the built site. */
try {
  const settings = readSettings(process.cwd(), process.env);
  const service = await createService(settings, process.env);
  const search = createSearchService({ ...settings, root: process.cwd() }, logEvent);
  const { fetch } = mountService(service, search.path, search);
  listen(fetch, settings, (port) => {
    logEvent('listening', { port, mount: settings.mount ?? '' });
    service.firstLink().then((link) => {
      if (link !== null) logEvent('first-account', { link });
    }, reportError);
  });
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
