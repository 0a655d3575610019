import { cancel, intro, isCancel, log, note, outro, select, text } from '@clack/prompts';
import { strings } from '#strings/site.ts';
import type { Desk, Told } from './terminal.ts';
import { type Waiting, showDamaged, showLine, showWhole } from './show.ts';

const { moderation } = strings;
const { questions } = moderation;

/** Reads and decides, one after the other, until the editor leaves. What came meanwhile is shown at the end. */
export async function moderateStepByStep(desk: Desk): Promise<void> {
  intro(moderation.title);
  for (;;) {
    const { waiting, damaged } = await desk.list();
    for (const file of damaged) log.warn(showDamaged(file));
    if (waiting.length === 0) return outro(moderation.empty);
    if ((await readThrough(desk, waiting)) === 'left') return;
  }
}

/** Until all is decided, or the editor leaves. */
async function readThrough(desk: Desk, waiting: readonly Waiting[]): Promise<'left' | 'decided'> {
  let left = waiting;
  while (left.length > 0) {
    const chosen = await select<Waiting | null>({
      message: questions.which,
      // They are in English.
      showInstructions: false,
      maxItems: 12,
      options: [
        ...left.map((value) => ({ value, label: showLine(value) })),
        { value: null, label: questions.quit },
      ],
    });
    if (chosen === null || isCancel(chosen)) {
      outro(questions.bye);
      return 'left';
    }
    note(showWhole(chosen), moderation[chosen.kind]);
    const decision = await decide(desk, chosen);
    if (decision === 'left') {
      cancel(questions.bye);
      return 'left';
    }
    if (decision === 'decided') left = left.filter((one) => one !== chosen);
  }
  return 'decided';
}

async function decide(desk: Desk, waiting: Waiting): Promise<'left' | 'decided' | 'later'> {
  const isReport = waiting.kind === 'report';
  const decision = await select<'accept' | 'reply' | 'reject' | 'later'>({
    message: questions.what,
    showInstructions: false,
    options: [
      { value: 'accept', label: isReport ? questions.withdraw : questions.accept },
      ...(isReport ? [] : [{ value: 'reply' as const, label: questions.acceptAndReply }]),
      { value: 'reject', label: isReport ? questions.dismiss : questions.reject },
      { value: 'later', label: questions.later },
    ],
  });
  if (isCancel(decision)) return 'left';
  if (decision === 'accept') tell(await desk.accept(waiting.id));
  if (decision === 'reject') tell(await desk.reject(waiting.id));
  if (decision === 'reply') return acceptAndReply(desk, waiting.id);
  if (decision === 'later') return 'later';
  return 'decided';
}

async function acceptAndReply(desk: Desk, id: string): Promise<'left' | 'decided'> {
  const reply = await text({
    message: questions.reply,
    validate: (value) => (value?.trim() ? undefined : questions.replyMissing),
  });
  if (isCancel(reply)) return 'left';
  tell(await desk.accept(id));
  tell(await desk.reply(id, reply));
  return 'decided';
}

function tell({ text, done }: Told): void {
  if (done) log.success(text);
  else log.error(text);
}
