import { existsSync } from 'node:fs';
import { strings } from '#strings/site.ts';
import { createService, explainFault } from '#comments/service/service.ts';
import { type Settings, readSettings } from '#comments/settings.ts';
import { listen } from '#server/listen.ts';
import { staticSite } from '#server/static-site.ts';
import { wholeSite } from '#server/whole-site.ts';

/** The built site and, where it is on the site itself, the intake of comments. */
try {
  const settings = readSettings(process.cwd(), process.env);
  const { siteFolder, base, mount } = settings;
  if (existsSync(`${siteFolder}/index.html`)) {
    const site = wholeSite(staticSite(siteFolder, base), mount, await openComments(settings));
    listen(site.fetch, settings, (port) =>
      console.log(strings.intake.start.online(addressOf(settings, port))),
    );
  } else {
    console.error(strings.intake.start.badFolder(siteFolder));
    process.exitCode = 1;
  }
} catch (error) {
  explainFault(error);
  process.exitCode = 1;
}

/** Without comments, the magazine is still served. */
async function openComments(settings: Settings) {
  if (settings.mount === null || settings.external) return null;
  try {
    return await createService(settings, process.env);
  } catch (error) {
    explainFault(error);
    return null;
  }
}

function addressOf({ host, base }: Settings, port: number): string {
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}${base}`;
}
