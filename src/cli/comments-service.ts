import { listen } from '#server/listen.ts';
import { logLine } from '#comments/service/log.ts';
import { createService, explainFault } from '#comments/service/service.ts';
import { readSettings } from '#comments/settings.ts';

/** The intake service alone, for behind a server that serves the built site. */
try {
  const settings = readSettings(process.cwd(), process.env);
  const service = await createService(settings, process.env);
  listen(service.fetch, settings, (port) => logLine('listening', { port, mount: settings.mount ?? '' }));
} catch (error) {
  explainFault(error);
  process.exitCode = 1;
}
