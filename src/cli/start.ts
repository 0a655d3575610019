import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { strings } from '#strings/site.ts';
import { logEvent, reportError } from '#comments/log.ts';
import { createService, type Service } from '#comments/service/service.ts';
import { readSettings, type Settings } from '#comments/settings.ts';
import { createSearchService } from '#search/service/app.ts';
import { listen } from '#server/listen.ts';
import { mountService, staticSite } from '#server/static-site.ts';

/**
 * Serves the built site and answers its searches. It also runs the comment service if the site has the same host. With
 * `--complete`, it completes in the background what a quick build left out (src/storage/quick-build.ts).
 */
try {
  const settings = readSettings(process.cwd(), process.env);
  const { siteFolder, base, mount } = settings;
  if (existsSync(`${siteFolder}/index.html`)) {
    const search = createSearchService({ ...settings, root: process.cwd() }, logEvent);
    const site = mountService(staticSite(siteFolder, base), search.path, search);
    const service = await startComments(settings);
    const { fetch } =
      service && mount !== null
        ? mountService(mountService(site, mount, service), settings.moderation, service)
        : site;
    listen(fetch, settings, (port) => {
      const address = addressOf(settings, port);
      console.log(strings.submissions.start.online(address));
      if (process.argv.includes('--complete')) completeSite();
      service?.firstLink().then((link) => {
        if (link === null) return;
        const local = settings.trustProxy ? link : here(link, address);
        console.log(strings.moderationPages.signIn.firstLink(local));
      }, reportError);
    });
  } else {
    console.error(strings.submissions.start.badFolder(siteFolder));
    process.exitCode = 1;
  }
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}

/** Returns `null` on an error, so that the site is served without comments. */
async function startComments(settings: Settings): Promise<Service | null> {
  if (settings.mount === null || settings.external) return null;
  try {
    return await createService(settings, process.env);
  } catch (error) {
    reportError(error);
    return null;
  }
}

/** Builds the site at a low priority. A server that stops also stops this build, which is safe at any moment. */
function completeSite(): void {
  console.log(strings.submissions.start.completing);
  const build = spawn(process.execPath, [join(import.meta.dirname, 'build.ts')], { stdio: 'inherit' });
  build.once('spawn', () => setPriority(build.pid ?? 0, constants.priority.PRIORITY_LOW));
  process.once('exit', () => build.kill());
}

function addressOf({ host, base }: Settings, port: number): string {
  const name = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}${base}`;
}

/** Returns the same page on this machine, where the site can be tested before its domain name points here. */
function here(link: string, address: string): string {
  const { pathname, search } = new URL(link);
  return new URL(pathname + search, address).href;
}
