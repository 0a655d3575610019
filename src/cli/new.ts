import { cancel, intro, log, outro } from '@clack/prompts';
import { ExpectedError } from '#lib/expected-error.ts';
import { createAddresses } from '#lib/urls.ts';
import { strings } from '#strings/site.ts';
import { askRest } from '#cli/new-article/ask.ts';
import { Cancelled, terminalAsker } from '#cli/new-article/asker.ts';
import { composeFiles, isDraft } from '#cli/new-article/compose.ts';
import { type Answers, completeAnswers, readGiven } from '#cli/new-article/given.ts';
import { freeSlug, type Library, readLibrary } from '#cli/new-article/library.ts';
import { isServed, openPage } from '#cli/new-article/open-page.ts';
import { type Options, OPTIONS } from '#cli/new-article/options.ts';
import { describeRemoved } from '#cli/lib/removed-data.ts';
import { writeArticle } from '#cli/new-article/write.ts';
import { runCommand } from '#cli/lib/options.ts';

/**
 * `npm run new [-- options]`: writes a new article, from options and questions.
 *
 * Exit code: 0 when it is written, 1 when something is missing or wrong, 2 for a wrong option, 130 when cancelled.
 */
const text = strings.newArticle;
const root = process.cwd();
/** The exit code of a program stopped by Ctrl-C. */
const INTERRUPTED = 130;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    cancel(text.cancelled);
    process.exit(INTERRUPTED);
  });
}

await runCommand({ usage: 'npm run new -- [options]', options: OPTIONS }, async ({ options }) => {
  const library = openLibrary();
  const answers = await getAnswers(options, library);
  if (!answers) return INTERRUPTED;
  const files = composeFiles(answers, library, new Date());
  let isWritten: boolean;
  try {
    isWritten = writeArticle(root, files);
  } catch (error) {
    throw refusal(text.notWritten(error instanceof Error ? error.message : String(error)));
  }
  if (!isWritten) throw refusal(text.taken(answers.slug, freeSlug(answers.slug, library.isTaken)));
  await showNextSteps(answers, options);
  return 0;
});

function openLibrary(): Library {
  try {
    return readLibrary(root);
  } catch {
    throw refusal(text.faultyLists);
  }
}

/** Returns the answers, from options and questions; `null` when the editor cancels. */
async function getAnswers(options: Options, library: Library): Promise<Answers | null> {
  const isInteractive = options.oui !== true && process.stdin.isTTY && process.stdout.isTTY;
  const given = await readGiven(options, library);
  if (isInteractive) {
    intro(text.intro);
    try {
      return await askRest(given, library, terminalAsker());
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      cancel(text.cancelled);
      return null;
    }
  }
  for (const notice of given.notices) log.warn(notice);
  const answers = completeAnswers(given, new Set(Object.keys(options)), library);
  if (!Array.isArray(answers)) return answers;
  throw refusal(...(options.oui === true ? answers : [text.noTerminal, ...answers]));
}

async function showNextSteps(answers: Answers, options: Options): Promise<void> {
  const folder = `content/articles/${answers.slug}/`;
  const path = createAddresses(process.env['BASE_PATH'] ?? '/').article(answers.slug);
  const address = `http://localhost:${process.env['PORT'] ?? 4321}${path}`;
  log.success(text.done.written(`${folder}index.mdx`));
  if (answers.cover?.removed) log.info(text.done.cleaned(describeRemoved(answers.cover.removed)));
  if (answers.newTags.length > 0) log.info(text.done.newTags(answers.newTags));
  const steps = [
    text.done.write,
    ...(answers.cover ? [] : [text.done.placeholder(folder)]),
    isDraft(answers) ? text.done.draft : text.done.published,
    text.done.check,
  ];
  log.message(steps.join('\n'));
  const served = await isServed(address);
  outro(served ? text.done.see(address) : text.done.start(address));
  if (served && options['sans-ouvrir'] !== true && process.stdout.isTTY) openPage(address);
}

function refusal(...problems: string[]): ExpectedError {
  return new ExpectedError([text.refused, ...problems].join('\n'));
}
