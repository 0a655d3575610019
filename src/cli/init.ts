import { cancel, intro, log, outro } from '@clack/prompts';
import { ExpectedError } from '#lib/expected-error.ts';
import { strings } from '#strings/site.ts';
import {
  type Answers,
  askRest,
  completeAnswers,
  type Options,
  OPTIONS,
  readGiven,
} from '#cli/init/answers.ts';
import { composeMagazine } from '#cli/init/compose.ts';
import { replaceContent } from '#cli/init/replace-content.ts';
import { Cancelled, terminalAsker } from '#cli/new-article/asker.ts';
import { gitIn } from '#cli/upgrade/git.ts';
import { runCommand } from '#cli/lib/options.ts';

/**
 * `npm run init [-- options]`: creates the content of a new magazine in content/, from options and questions. The
 * previous content is moved aside.
 * Exit code: 0 when it is written, 1 when something is wrong, 2 for a wrong option, 130 when cancelled.
 */
const text = strings.init;
const root = process.cwd();
/** The exit code of a program stopped by Ctrl-C. */
const INTERRUPTED = 130;

await runCommand({ usage: 'npm run init -- [options]', options: OPTIONS }, async ({ options }) => {
  if (options['malgre-tout'] !== true && hasUnsavedFiles()) throw new ExpectedError(text.unsaved);
  const answers = await getAnswers(options);
  if (!answers) return INTERRUPTED;
  const aside = write(answers);
  log.success(text.done(answers.name));
  if (aside !== null) log.info(text.aside(aside));
  outro(text.next);
  return 0;
});

/** Whether Git has uncommitted changes; `false` in a folder without Git. */
function hasUnsavedFiles(): boolean {
  const { ok, output } = gitIn(root)('status', '--porcelain');
  return ok && output !== '';
}

/** Returns the answers, from options and questions; `null` when the editor cancels. */
async function getAnswers(options: Options): Promise<Answers | null> {
  const given = readGiven(options);
  if (options.oui === true) return completeAnswers(given);
  if (!process.stdin.isTTY || !process.stdout.isTTY) throw new ExpectedError(text.noTerminal);
  intro(text.intro);
  try {
    return await askRest(given, terminalAsker());
  } catch (error) {
    if (!(error instanceof Cancelled)) throw error;
    cancel(text.cancelled);
    return null;
  }
}

function write(answers: Answers): string | null {
  try {
    return replaceContent(root, composeMagazine(answers, new Date()), new Date());
  } catch (error) {
    throw new ExpectedError(text.notWritten(error instanceof Error ? error.message : String(error)), {
      cause: error,
    });
  }
}
