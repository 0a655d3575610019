import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import { newsBetween, type News } from './upgrade/changelog.ts';
import { gitIn, textAt } from './upgrade/git.ts';
import { upgrade } from './upgrade/upgrade.ts';
import { fetchVersion, installedVersion, nameOf } from './upgrade/versions.ts';
import { runCommand, UsageError } from '#cli/lib/options.ts';

/**
 * `npm run upgrade -- --from <folder|tag>`: installs another version of the engine, newer or older, in the magazine.
 * Exit code: 0 when it is installed, 1 when it cannot be, 2 for a wrong option.
 */
const text = strings.upgrade;
const OPTIONS = {
  depuis: {
    type: 'string',
    english: 'from',
    about: 'la version à prendre : un dossier du moteur, ou une étiquette de ce dépôt',
  },
  installee: {
    type: 'string',
    english: 'installed',
    about: 'la version installée, si ce dépôt ne la connaît pas : une étiquette ou un commit',
  },
} as const;

await runCommand({ usage: 'npm run upgrade -- --from <version>', options: OPTIONS }, async ({ options }) => {
  const root = process.cwd();
  const git = gitIn(root);
  if (options.depuis === undefined) throw new UsageError(text.noSource);
  const state = git('status', '--porcelain');
  if (!state.ok) throw new ExpectedError(text.noGit);
  if (state.output !== '') throw new ExpectedError(text.unsaved);
  const target = fetchVersion(git, options.depuis);
  const installed = installedVersion(git, target, options.installee);
  if (target === installed) {
    console.log(text.upToDate);
    return 0;
  }
  const [before, after] = [installed, target].map((commit) => textAt(git, commit, 'CHANGELOG.md')) as [
    string,
    string,
  ];
  const gained = newsBetween(before, after);
  const lost = newsBetween(after, before);
  if (gained.length + lost.length === 0) console.log(text.noNews);
  show(gained, text.news);
  show(lost, text.lost);
  const { changed, kept, migrations } = await upgrade(root, installed, target);
  if (kept.length > 0) console.log(text.kept(kept));
  if (migrations.length > 0) console.log(text.migrated(migrations));
  console.log(text.done(changed));
  console.log(text.next(nameOf(git, installed)));
  return 0;
});

function show(news: readonly News[], title: (version: string) => string): void {
  for (const { version, items } of news)
    console.log([title(version), ...items.map((item) => `- ${item}`), ''].join('\n'));
}
