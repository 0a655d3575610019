import { cancel, intro, log, outro } from '@clack/prompts';
import { createAddresses } from '#lib/urls.ts';
import { strings } from '#strings/site.ts';
import { askRest, Cancelled, terminalAsker } from '#cli/new-article/ask.ts';
import { composeWriting, isDraft } from '#cli/new-article/compose.ts';
import { type Answers, readGiven } from '#cli/new-article/given.ts';
import { freeSlug, type Library, readLibrary } from '#cli/new-article/library.ts';
import { isServed, openPage } from '#cli/new-article/open-page.ts';
import { helpText, type Options, readOptions } from '#cli/new-article/options.ts';
import { settle } from '#cli/new-article/settle.ts';
import { writeArticle } from '#cli/new-article/write.ts';

const say = strings.newArticle;
const root = process.cwd();
/** What a shell gives for a program stopped by Ctrl-C. */
const INTERRUPTED = 130;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    cancel(say.cancelled);
    process.exit(INTERRUPTED);
  });
}
process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (typeof options === 'string') return refuse([options]);
  if (options.aide) {
    console.log(helpText());
    return 0;
  }
  let library: Library;
  try {
    library = readLibrary(root);
  } catch {
    return refuse([say.faultyLists]);
  }
  const answers = await getAnswers(options, library);
  if (typeof answers === 'number') return answers;
  const writing = composeWriting(answers, library.magazine, new Date());
  try {
    if (!writeArticle(root, writing))
      return refuse([say.taken(answers.slug, freeSlug(answers.slug, library.isTaken))]);
  } catch (error) {
    return refuse([say.notWritten(error instanceof Error ? error.message : String(error))]);
  }
  await tellWhatNext(answers, options);
  return 0;
}

/** The answers, by options and questions; an exit code when there are none. */
async function getAnswers(options: Options, library: Library): Promise<Answers | number> {
  const asks = options.oui !== true && process.stdin.isTTY && process.stdout.isTTY;
  const given = await readGiven(options, library);
  if (asks) {
    intro(say.intro);
    try {
      return await askRest(given, library, terminalAsker());
    } catch (error) {
      if (!(error instanceof Cancelled)) throw error;
      cancel(say.cancelled);
      return INTERRUPTED;
    }
  }
  for (const notice of given.notices) log.warn(notice);
  const answers = settle(given, new Set(Object.keys(options)), library);
  if (!Array.isArray(answers)) return answers;
  return refuse(options.oui === true ? answers : [say.noTerminal, ...answers]);
}

async function tellWhatNext(answers: Answers, options: Options): Promise<void> {
  const folder = `content/articles/${answers.slug}/`;
  const path = createAddresses(process.env['BASE_PATH'] ?? '/').article(answers.slug);
  const address = `http://localhost:${process.env['PORT'] ?? 4321}${path}`;
  log.success(say.done.written(`${folder}index.mdx`));
  if (answers.newTags.length > 0) log.info(say.done.newTags(answers.newTags));
  const next = [
    say.done.write,
    ...(answers.cover ? [] : [say.done.placeholder(folder)]),
    isDraft(answers) ? say.done.draft : say.done.published,
    say.done.check,
  ];
  log.message(next.join('\n'));
  const served = await isServed(address);
  outro(served ? say.done.see(address) : say.done.start(address));
  if (served && options['sans-ouvrir'] !== true && process.stdout.isTTY) openPage(address);
}

function refuse(faults: readonly string[]): number {
  log.error([say.refused, ...faults].join('\n'));
  return 1;
}
